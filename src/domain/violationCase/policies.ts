import { type CommandMeta, firstRefusal, type Policy } from "../kernel/decider.js";
import { notInFuture, timePolicies } from "../kernel/occurrence.js";
import { localDateOf, type LocalDate } from "../kernel/time.js";
import { basisOf } from "../law/terms.js";
import { frameForKind } from "../sanction/frame.js";
import { unitExistsOn } from "../unit/policies.js";
import type { CaseStep, RecordViolationCase } from "./commands.js";
import { partiesTogetherPolicies, partyPolicies, recordedParty } from "./parties.js";
import { violationCaseRefusals } from "./refusals.js";
import type { StepPolicy } from "./stepPolicy.js";
import { EXTRA } from "./stepPolicies.js";
import type { CaseStatus } from "./terms.js";
import type { ViolationCase } from "./violationCase.js";
import { statedTwice, violationPolicies } from "./violations.js";

// Record ------------------------------------------------------------------------------------------------------------

export const recordPolicies: readonly Policy<RecordViolationCase>[] = [
  ...timePolicies,
  function detectionIsNotAhead({ data, meta }) {
    return dayHasCome(data.detectedOn, "detectedOn", meta);
  },
  function unitExistsAtDetection({ data }) {
    return unitExistsOn(data.unit, data.detectedOn, ["unitId"]);
  },
  function inspectionStands({ data }) {
    const off = data.inspection?.status === "CANCELLED" || data.inspection?.status === "VOIDED";
    return off ? violationCaseRefusals.CASE_INSPECTION_CALLED_OFF(["inspectionId"]) : undefined;
  },
  function partiesAreInOrder({ data }) {
    return firstRefusal(partyPolicies, data.parties);
  },
  function partiesFitTogether({ data }) {
    return firstRefusal(partiesTogetherPolicies, data.parties.map(recordedParty));
  },
  function violationsStandInMinutes({ data }) {
    const early = data.procedure === "WITH_MINUTES" && data.violations.length > 0;
    return early ? violationCaseRefusals.VIOLATIONS_BELONG_IN_MINUTES(["violations"]) : undefined;
  },
  function onTheSpotHasViolations({ data }) {
    const none = data.procedure === "ON_THE_SPOT" && data.violations.length === 0;
    return none ? violationCaseRefusals.VIOLATIONS_NEEDED(["violations"]) : undefined;
  },
  function onTheSpotHasAnOffender({ data }) {
    const nobody = data.procedure === "ON_THE_SPOT" && data.parties.some(({ kind }) => kind === "UNKNOWN");
    return nobody ? violationCaseRefusals.ON_THE_SPOT_NEEDS_OFFENDER(["procedure"]) : undefined;
  },
  function violationsAreInOrder({ data }) {
    const { parties, detectedOn, violations } = data;
    for (const [index, given] of violations.entries()) {
      const context = { given, parties: parties.map(recordedParty), detectedOn, partyField: "party" };
      const refusal = firstRefusal(violationPolicies, { ...context, path: ["violations", index] });
      if (refusal) return refusal;
    }
    return statedTwice(
      violations.map(({ violation }) => violation),
      (id) => ["violations", violations.findIndex(({ violation }) => violation.violationId === id)],
    );
  },
  function onTheSpotFinesAreSmall({ data }) {
    return onTheSpotFineTooHigh(data);
  },
];

/** Minutes may be left out where a warning can be given, or the lowest fine is small enough. */
function onTheSpotFineTooHigh({
  parties,
  violations,
  onTheSpotUpTo,
}: RecordViolationCase["data"]): ReturnType<Policy<RecordViolationCase>> {
  for (const [index, { violation, rule }] of violations.entries()) {
    const kind = parties.find(({ partyId }) => partyId === violation.partyId)?.kind;
    if (!rule || rule.warningAllowed || kind === undefined || kind === "UNKNOWN") continue;
    const limit = (basisOf(kind) === "INDIVIDUAL" ? onTheSpotUpTo.individual : onTheSpotUpTo.organisation).value;
    const frame = frameForKind(rule, kind);
    if (frame === null || frame.min > limit)
      return violationCaseRefusals.ON_THE_SPOT_FINE_TOO_HIGH(["violations", index, "code"], limit.toString());
  }
  return undefined;
}

// Everything after ----------------------------------------------------------------------------------------------------

const OPEN: readonly CaseStatus[] = ["DETECTED", "MINUTES_MADE", "EXPLANATION_OPEN", "EXPLAINED", "EXPLANATION_WAIVED"];
const WITH_MINUTES = OPEN.filter((status) => status !== "DETECTED");

/** In which states each command makes sense. With the investigating body a case only comes back, or is closed. */
const ALLOWED_IN: Readonly<Record<CaseStep["type"], readonly CaseStatus[]>> = {
  DrawUpMinutes: ["DETECTED"],
  AddVerificationRecord: WITH_MINUTES,
  NotifyRightToExplain: ["EXPLANATION_OPEN"],
  SubmitExplanation: ["EXPLANATION_OPEN"],
  ExtendExplanation: ["EXPLANATION_OPEN"],
  WaiveExplanation: ["EXPLANATION_OPEN"],
  RequestVerification: OPEN,
  MarkComplex: OPEN,
  TransferCase: OPEN,
  TransferToProsecution: OPEN,
  ReturnFromProsecution: ["IN_CRIMINAL_PROCEEDINGS"],
  CloseCase: [...OPEN, "IN_CRIMINAL_PROCEEDINGS"],
  ReopenCase: ["CLOSED"],
  VoidCase: [...OPEN, "CLOSED"],
};

const statusAllows: StepPolicy = ({ violationCase, command }) =>
  ALLOWED_IN[command.type].includes(violationCase.status)
    ? undefined
    : violationCaseRefusals.CASE_STATUS_FORBIDS(["caseId"], violationCase.status);

/** The day that a command tells, and the name of its field. */
interface Told {
  readonly day: LocalDate;
  readonly field: string;
}

function dayTold({ type, data, meta }: CaseStep): Told {
  switch (type) {
    case "DrawUpMinutes":
    case "AddVerificationRecord":
      return { day: data.madeOn, field: "madeOn" };
    case "NotifyRightToExplain":
      return { day: data.notifiedOn, field: "notifiedOn" };
    case "SubmitExplanation":
      return { day: data.submittedOn, field: "submittedOn" };
    case "TransferCase":
    case "TransferToProsecution":
      return { day: data.transferredOn, field: "transferredOn" };
    case "ReturnFromProsecution":
      return { day: data.returnedOn, field: "returnedOn" };
    case "CloseCase":
      return { day: data.closedOn, field: "closedOn" };
    default:
      return { day: localDateOf(meta.occurredAt), field: "occurredAt" };
  }
}

/** What this command follows: it cannot have happened on an earlier day. Corrections follow nothing. */
function followedDay({ type }: CaseStep, violationCase: ViolationCase): LocalDate {
  const { detectedOn, minutes, transfers, prosecutions } = violationCase;
  switch (type) {
    case "AddVerificationRecord":
    case "NotifyRightToExplain":
    case "SubmitExplanation":
    case "ExtendExplanation":
    case "WaiveExplanation":
      return minutes?.madeOn ?? detectedOn;
    case "RequestVerification":
    case "MarkComplex":
      return detectedOn;
    default: {
      const away = prosecutions.at(-1);
      const days = [minutes?.madeOn, transfers.at(-1)?.transferredOn, away?.since, away?.returned?.on];
      return days.reduce<LocalDate>((latest, day) => (day && day > latest ? day : latest), detectedOn);
    }
  }
}

function dayHasCome(day: LocalDate, field: string, { now }: CommandMeta): ReturnType<Policy<unknown>> {
  const today = localDateOf(now);
  return day > today ? violationCaseRefusals.CASE_DAY_IN_FUTURE([field], today) : undefined;
}

const dayIsNotAhead: StepPolicy = ({ command, meta }) => {
  const { day, field } = dayTold(command);
  return dayHasCome(day, field, meta);
};

const daysInOrder: StepPolicy = ({ violationCase, command }) => {
  const { day, field } = dayTold(command);
  const earliest = followedDay(command, violationCase);
  return day < earliest ? violationCaseRefusals.CASE_STEP_TOO_EARLY([field], earliest) : undefined;
};

const aStep: readonly StepPolicy[] = [...timePolicies, statusAllows, dayIsNotAhead, daysInOrder];
/** These speak of the record, not of a day. */
const aCorrection: readonly StepPolicy[] = [notInFuture, statusAllows];
const CORRECTIONS: readonly CaseStep["type"][] = ["ReopenCase", "VoidCase"];

/** All rules that a command on a case must pass, in the order in which they are asked. */
export function policiesFor(type: CaseStep["type"]): readonly StepPolicy[] {
  const common = CORRECTIONS.includes(type) ? aCorrection : aStep;
  return [...common, ...((EXTRA[type] ?? []) as readonly StepPolicy[])];
}
