import { addMonths } from "../kernel/deadline.js";
import { firstRefusal, type Policy } from "../kernel/decider.js";
import { timePolicies } from "../kernel/occurrence.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { addDays, type LocalDate, localDateOf } from "../kernel/time.js";
import { unitExistsOn } from "../unit/rules.js";
import { refusalOfAmendment } from "./amendment.js";
import type { DecisionCommand, RecordSanctionMeasure } from "./decision.js";
import { delegationFits } from "./policies.js";
import { sanctionRefusals } from "./refusals.js";
import type { MeasureStanding, Sanction } from "./sanction.js";
import type { SanctionStatus } from "./terms.js";

/** The rules for what is done about a decision once it is signed. */

export type DecisionStep = Exclude<DecisionCommand, { type: "IssueSanction" }>;

interface StepContext<C extends DecisionStep = DecisionStep> {
  readonly sanction: Sanction;
  readonly command: C;
}
type StepPolicy<C extends DecisionStep = DecisionStep> = Policy<StepContext<C>>;
type StepOf<T extends DecisionStep["type"]> = Extract<DecisionStep, { type: T }>;

const STANDING: readonly SanctionStatus[] = ["SIGNED", "SERVED", "EXECUTED"];

/** In which states each command makes sense. Once annulled, nothing is done any more but money given back. */
const ALLOWED_IN: Readonly<Record<DecisionStep["type"], readonly SanctionStatus[]>> = {
  ServeSanction: ["SIGNED"],
  CorrectSanction: STANDING,
  AmendSanction: STANDING,
  AnnulSanction: STANDING,
  RecordSanctionMeasure: STANDING,
  SuspendSanctionExecution: ["SIGNED", "SERVED"],
  ResumeSanctionExecution: STANDING,
};

const common: readonly StepPolicy[] = [
  ({ command }) => firstRefusal(timePolicies, command),
  function statusAllows({ sanction, command }) {
    return ALLOWED_IN[command.type].includes(sanction.status)
      ? undefined
      : sanctionRefusals.SANCTION_STATUS_FORBIDS(["sanctionId"], sanction.status);
  },
  function notBeforeSigning({ sanction, command }) {
    return beforeSigning(sanction, localDateOf(command.meta.occurredAt), ["occurredAt"]);
  },
];

/** For a paper with a number of its own. */
const issuerExistsOnTheDay: StepPolicy<StepOf<"CorrectSanction" | "AmendSanction" | "AnnulSanction">> = ({ command }) =>
  unitExistsOn(command.data.issuer, localDateOf(command.meta.occurredAt), ["issuerId"]);

/** The rules that one command has besides. */
const EXTRA: { readonly [T in DecisionStep["type"]]: readonly StepPolicy<StepOf<T>>[] } = {
  ServeSanction: [
    function receivedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.receivedOn, ["receivedOn"]);
    },
    function offenderHasTheLawsTime({ command }) {
      const { executionDueOn, lawfulDueOn } = command.data;
      const short = executionDueOn < lawfulDueOn;
      return short ? sanctionRefusals.SANCTION_EXECUTION_DUE_TOO_EARLY(["executionDueOn"], lawfulDueOn) : undefined;
    },
  ],
  CorrectSanction: [
    issuerExistsOnTheDay,
    function correctionChangesSomething({ command: { data } }) {
      const same = data.what.normalize("NFC").trim() === data.corrected.normalize("NFC").trim();
      return same ? sanctionRefusals.SANCTION_CORRECTION_CHANGES_NOTHING(["corrected"]) : undefined;
    },
  ],
  AmendSanction: [
    issuerExistsOnTheDay,
    function contentIsLawful({ sanction, command }) {
      return refusalOfAmendment(sanction, command.data, localDateOf(command.meta.occurredAt));
    },
    function delegationIsPlausible({ command: { data, meta } }) {
      return data.signer ? delegationFits(data.signer, localDateOf(meta.occurredAt)) : undefined;
    },
  ],
  AnnulSanction: [issuerExistsOnTheDay],
  RecordSanctionMeasure: [
    function measureIsOrdered({ sanction, command }) {
      return measureOf(sanction, command) ? undefined : sanctionRefusals.SANCTION_MEASURE_NOT_FOUND(["measureId"]);
    },
    function measureChanges({ sanction, command: { data, ...command } }) {
      const before = measureOf(sanction, { data, ...command });
      const same = before?.state === data.state && before.doneOn === data.doneOn;
      return same ? sanctionRefusals.SANCTION_MEASURE_UNCHANGED(["state"]) : undefined;
    },
    function dayWhereSomethingWasDone({ command: { data } }) {
      const done = data.state === "DONE" || data.state === "PARTLY_DONE";
      if (done && data.doneOn === null) return sanctionRefusals.SANCTION_MEASURE_NEEDS_DAY(["doneOn"]);
      return !done && data.doneOn !== null ? sanctionRefusals.SANCTION_MEASURE_TAKES_NO_DAY(["doneOn"]) : undefined;
    },
    function doneInTheRightOrder({ sanction, command }) {
      const { doneOn } = command.data;
      return doneOn === null ? undefined : happened(sanction, command, doneOn, ["doneOn"]);
    },
    function suspensionIsOver({ sanction, command }) {
      const { state, doneOn } = command.data;
      const months = measureOf(sanction, command)?.months ?? null;
      if (months === null || state !== "DONE" || doneOn === null) return undefined;
      const endsOn = suspensionEndsOn(sanction, months);
      return doneOn < endsOn ? sanctionRefusals.SANCTION_SUSPENSION_NOT_OVER(["doneOn"], endsOn) : undefined;
    },
  ],
  SuspendSanctionExecution: [
    function notSuspendedYet({ sanction }) {
      const already = sanction.suspendedFrom !== null;
      return already ? sanctionRefusals.SANCTION_EXECUTION_SUSPENDED(["sanctionId"]) : undefined;
    },
    function suspendedInTheRightOrder({ sanction, command }) {
      return happened(sanction, command, command.data.from, ["from"]);
    },
    function suspendedForAComplaintOfIts({ sanction, command }) {
      return complaintOf(sanction, command.data.complaintId);
    },
  ],
  ResumeSanctionExecution: [
    function isSuspended({ sanction }) {
      const not = sanction.suspendedFrom === null;
      return not ? sanctionRefusals.SANCTION_EXECUTION_NOT_SUSPENDED(["sanctionId"]) : undefined;
    },
    function resumedInTheRightOrder({ sanction, command }) {
      const since = sanction.suspendedFrom;
      const early = since !== null && command.data.from < since;
      if (early) return sanctionRefusals.SANCTION_RESUMED_BEFORE_SUSPENDED(["from"], since);
      return happened(sanction, command, command.data.from, ["from"]);
    },
    function resumedForAComplaintOfIts({ sanction, command }) {
      return complaintOf(sanction, command.data.complaintId);
    },
  ],
};

/** All rules that a command on a signed decision must pass, in the order in which they are asked. */
export const policiesAfter = (type: DecisionStep["type"]): readonly StepPolicy[] => [
  ...common,
  ...(EXTRA[type] as readonly StepPolicy[]),
];

// Shared --------------------------------------------------------------------------------------------------------------

const measureOf = (
  { measures }: Sanction,
  { data }: Pick<RecordSanctionMeasure, "data">,
): MeasureStanding | undefined => measures.find((one) => one.measureId === data.measureId);

/** A suspension runs at the earliest from the signing; the last day of its months is still suspended. */
export const suspensionEndsOn = ({ signedOn }: Pick<Sanction, "signedOn">, months: number): LocalDate =>
  addDays(addMonths(signedOn, months), -1);

const beforeSigning = ({ signedOn }: Sanction, day: LocalDate, path: Path): Refusal | undefined =>
  day < signedOn ? sanctionRefusals.SANCTION_DAY_BEFORE_SIGNING(path, signedOn) : undefined;

/** A day on which something is said to have happened to the decision: after it was signed, and not ahead. */
function happened(sanction: Sanction, { meta }: DecisionStep, day: LocalDate, path: Path): Refusal | undefined {
  if (day > localDateOf(meta.now)) return sanctionRefusals.SANCTION_DAY_IN_FUTURE(path, day);
  return beforeSigning(sanction, day, path);
}

function complaintOf({ complaints }: Sanction, complaintId: string | null): Refusal | undefined {
  const known = complaintId === null || complaints.some((one) => one.complaintId === complaintId);
  return known ? undefined : sanctionRefusals.SANCTION_COMPLAINT_NOT_FOUND(["complaintId"]);
}
