import { sameName } from "../kernel/names.js";
import type { Refusal } from "../kernel/refusal.js";
import type { SanctionFact } from "../sanction/decision.js";
import type { SeizureStep } from "./commands.js";
import { linesNamedBy, type NamedLine } from "./named.js";
import type { StepContext, StepPolicy } from "./stepPolicy.js";
import { totalsOf } from "./quantities.js";
import { exhibitRefusals } from "./refusals.js";
import type { Confiscation, ExhibitLine, Seizure } from "./seizure.js";

type StepOf<T extends SeizureStep["type"]> = Extract<SeizureStep, { type: T }>;

/** The lines that the command names, as they are in the inventory. */
function namedLines({
  seizure,
  command,
}: Pick<StepContext, "seizure" | "command">): (NamedLine & { line: ExhibitLine })[] {
  return (linesNamedBy(command) ?? []).flatMap((named) => {
    const line = seizure.lines.find((one) => one.lineId === named.lineId);
    return line ? [{ ...named, line }] : [];
  });
}

/** Refuses at the first named line of which this is true. */
const noLineThat =
  (isWrong: (line: ExhibitLine) => boolean, refusal: (path: NamedLine["path"]) => Refusal): StepPolicy =>
  (context) => {
    const wrong = namedLines(context).find(({ line }) => isWrong(line));
    return wrong && refusal(wrong.path);
  };

export const linesAreCounted = noLineThat((line) => line.estimated, exhibitRefusals.EXHIBITS_NOT_COUNTED);
export const linesAreUnsealed = noLineThat((line) => line.sealNumber !== null, exhibitRefusals.EXHIBITS_SEALED);
const linesAreSealed = noLineThat((line) => line.sealNumber === null, exhibitRefusals.EXHIBITS_NOT_SEALED);
const linesHaveNoSeal = noLineThat((line) => line.sealNumber !== null, exhibitRefusals.EXHIBITS_SEALED);
const linesAreHeld = noLineThat((line) => !isHeld(line), exhibitRefusals.EXHIBITS_NOT_HELD);

/** Something of the line is in the store: in custody, or confiscated and not disposed of. */
export const isHeld = (line: ExhibitLine): boolean => line.inCustody + totalsOf(line).held > 0;

export const custodySuffices: StepPolicy = (context) => {
  const short = namedLines(context).find(({ copies, line }) => (copies ?? 0) > line.inCustody);
  return short && exhibitRefusals.EXHIBITS_MORE_THAN_IN_CUSTODY(atCopies(short), short.line.inCustody);
};

export const confiscationOf = (line: ExhibitLine, sanctionId: string): Confiscation | undefined =>
  line.confiscations.find((one) => one.sanctionId === sanctionId);

/** No more is disposed of than the decision confiscated and is still held. */
const heldSuffices =
  (sanctionIdOf: (command: SeizureStep) => string): StepPolicy =>
  (context) => {
    const heldOf = (line: ExhibitLine): number => confiscationOf(line, sanctionIdOf(context.command))?.held ?? 0;
    const short = namedLines(context).find(({ copies, line }) => (copies ?? 0) > heldOf(line));
    return short && exhibitRefusals.EXHIBITS_MORE_THAN_CONFISCATED(atCopies(short), heldOf(short.line));
  };

const atCopies = ({ path }: NamedLine): NamedLine["path"] => [...path.slice(0, -1), "copies"];

type OnDecision = StepOf<"ConfiscateExhibits" | "DestroyExhibits" | "TransferExhibits" | "SellExhibits">;

const decisionIsOfTheCase: StepPolicy<OnDecision | StepOf<"RevokeConfiscation">> = ({ seizure, command }) =>
  command.data.sanction.caseId === seizure.caseId
    ? undefined
    : exhibitRefusals.EXHIBITS_OF_ANOTHER_CASE(["sanctionId"]);

const decisionConfiscates: StepPolicy<OnDecision> = ({ seizure, command }) =>
  confiscates(command.data.sanction, seizure)
    ? undefined
    : exhibitRefusals.EXHIBITS_NOT_ORDERED_CONFISCATED(["sanctionId"]);

const confiscates = ({ annulledOn, confiscates }: SanctionFact, { seizureId }: Seizure): boolean =>
  annulledOn === null && confiscates.includes(seizureId);

type Disposal = Exclude<OnDecision, { type: "ConfiscateExhibits" }>;

const afterConfiscation: StepPolicy<Disposal> = ({ seizure, command }) => {
  const { sanction } = command.data;
  const [field, day] =
    command.type === "DestroyExhibits"
      ? ["destroyedOn", command.data.destroyedOn]
      : command.type === "TransferExhibits"
        ? ["transferredOn", command.data.transferredOn]
        : ["soldOn", command.data.soldOn];
  const days = namedLines({ seizure, command }).flatMap(
    ({ line }) => confiscationOf(line, sanction.sanctionId)?.confiscatedOn ?? [],
  );
  const late = days.find((confiscatedOn) => day < confiscatedOn);
  return late === undefined ? undefined : exhibitRefusals.EXHIBITS_BEFORE_CONFISCATION([field], late);
};

const aDisposal: readonly StepPolicy<Disposal>[] = [
  decisionIsOfTheCase,
  decisionConfiscates,
  heldSuffices((command) => (command as Disposal).data.sanction.sanctionId),
  afterConfiscation,
];

/** Law on Handling Administrative Violations 2012, Art. 126.5: destroyed by a council, with minutes. */
const LEAST_COUNCIL = 3;

type Extra = { readonly [T in SeizureStep["type"]]?: readonly StepPolicy<StepOf<T>>[] };

/** The rules that one step has besides those of every step. */
const EXTRA: Extra = {
  ExtendSeizure: [
    function extensionFollows({ seizure, command }) {
      const expected = (["ORDINARY", "COMPLEX"] as const)[seizure.extensions.length];
      return command.data.extension === expected
        ? undefined
        : exhibitRefusals.SEIZURE_EXTENSION_OUT_OF_ORDER(["extension"]);
    },
    function extendedInTime({ seizure, command }) {
      const late = command.data.extendedOn > seizure.dueOn;
      return late ? exhibitRefusals.SEIZURE_EXTENSION_TOO_LATE(["extendedOn"], seizure.dueOn) : undefined;
    },
    function extensionGivesTime({ seizure, command }) {
      const { dueOn } = command.data;
      const gives = dueOn !== null && dueOn > seizure.dueOn;
      return gives ? undefined : exhibitRefusals.SEIZURE_EXTENSION_GIVES_NO_TIME(["extension"], seizure.dueOn);
    },
  ],
  CountExhibits: [
    linesAreUnsealed,
    function differenceIsExplained({ seizure, command }) {
      const { counts, difference, reason } = command.data;
      const at = counts.findIndex(({ lineId, copies }) => copies !== inCustodyOf(seizure, lineId));
      const explained = at < 0 || (difference !== null && reason !== null);
      return explained
        ? undefined
        : exhibitRefusals.EXHIBIT_COUNT_DIFFERS(["counts", at, "copies"], inCustodyOf(seizure, counts[at]?.lineId));
    },
    function exactCountStands({ seizure, command }) {
      if (command.data.difference !== "CORRECTION") return undefined;
      const at = command.data.counts.findIndex(({ lineId, copies }) => {
        const line = seizure.lines.find((one) => one.lineId === lineId);
        return line?.estimated === false && copies !== line.inCustody;
      });
      return at < 0 ? undefined : exhibitRefusals.EXHIBIT_COUNT_WAS_EXACT(["counts", at, "copies"]);
    },
  ],
  MoveExhibits: [linesAreHeld, somethingIsHeld],
  UnsealExhibits: [linesAreSealed],
  ResealExhibits: [linesHaveNoSeal, linesAreHeld],
  ReturnExhibits: [linesAreCounted, custodySuffices],
  ConfiscateExhibits: [
    decisionIsOfTheCase,
    decisionConfiscates,
    function afterTheDecision({ command }) {
      const { sanction, confiscatedOn } = command.data;
      const before = confiscatedOn < sanction.signedOn;
      return before ? exhibitRefusals.EXHIBITS_BEFORE_DECISION(["confiscatedOn"], sanction.signedOn) : undefined;
    },
    function unknownOwnerWasSought({ seizure, command }) {
      const { sanction, confiscatedOn } = command.data;
      const sought = sanction.basis !== null || seizure.announcedOn.some((day) => day <= confiscatedOn);
      return sought ? undefined : exhibitRefusals.EXHIBITS_OWNER_NOT_SOUGHT(["sanctionId"]);
    },
    linesAreCounted,
    custodySuffices,
  ],
  RecordExhibitDiscrepancy: [
    function surplusIsInCustody({ command }) {
      const { kind, sanctionId } = command.data;
      const wrong = kind === "SURPLUS" && sanctionId !== null;
      return wrong ? exhibitRefusals.EXHIBIT_SURPLUS_NOT_CONFISCATED(["kind"]) : undefined;
    },
    linesAreCounted,
    function enoughIsThere(context) {
      const { kind, sanctionId } = context.command.data;
      if (kind === "SURPLUS") return undefined;
      return sanctionId === null ? custodySuffices(context) : heldSuffices(() => sanctionId)(context);
    },
  ],
  DestroyExhibits: [
    ...aDisposal,
    function councilIsLargeEnough({ command }) {
      const members = command.data.council;
      const different = members.filter((name, at) => members.findIndex((other) => sameName(other, name)) === at);
      return different.length < LEAST_COUNCIL ? exhibitRefusals.DESTRUCTION_COUNCIL_TOO_SMALL(["council"]) : undefined;
    },
  ],
  TransferExhibits: aDisposal,
  SellExhibits: [
    ...aDisposal,
    function saleIsNotExcluded({ command }) {
      const { ordersDestruction } = command.data.sanction;
      return ordersDestruction ? exhibitRefusals.EXHIBITS_TO_BE_DESTROYED(["sanctionId"]) : undefined;
    },
  ],
  RevokeConfiscation: [
    decisionIsOfTheCase,
    function decisionConfiscatesNoMore({ seizure, command }) {
      const stands = confiscates(command.data.sanction, seizure);
      return stands ? exhibitRefusals.CONFISCATION_STILL_ORDERED(["sanctionId"]) : undefined;
    },
    function somethingWasConfiscated({ seizure, command }) {
      const { sanctionId } = command.data.sanction;
      const something = seizure.lines.some((line) => (confiscationOf(line, sanctionId)?.confiscated ?? 0) > 0);
      return something ? undefined : exhibitRefusals.EXHIBITS_NOT_CONFISCATED(["sanctionId"]);
    },
    function afterAnnulment({ command }) {
      const { sanction, revokedOn } = command.data;
      const { annulledOn } = sanction;
      const before = annulledOn !== null && revokedOn < annulledOn;
      return before ? exhibitRefusals.EXHIBITS_BEFORE_ANNULMENT(["revokedOn"], annulledOn) : undefined;
    },
    function replacingDecisionConfiscates({ seizure, command }) {
      const { sanction, carriedOverTo } = command.data;
      if (!carriedOverTo) return undefined;
      const path = ["carriedOverToId"];
      if (carriedOverTo.sanctionId === sanction.sanctionId) return exhibitRefusals.CONFISCATION_CARRIED_TO_ITSELF(path);
      if (carriedOverTo.caseId !== seizure.caseId) return exhibitRefusals.EXHIBITS_OF_ANOTHER_CASE(path);
      return confiscates(carriedOverTo, seizure) ? undefined : exhibitRefusals.EXHIBITS_NOT_ORDERED_CONFISCATED(path);
    },
  ],
};

function somethingIsHeld({ seizure, command }: StepContext<StepOf<"MoveExhibits">>): Refusal | undefined {
  const nothing = command.data.lineIds === null && !seizure.lines.some(isHeld);
  return nothing ? exhibitRefusals.EXHIBITS_NOT_HELD(["lineIds"]) : undefined;
}

const inCustodyOf = (seizure: Seizure, lineId: string | undefined): number =>
  seizure.lines.find((line) => line.lineId === lineId)?.inCustody ?? 0;

export const extraPolicies = (type: SeizureStep["type"]): readonly StepPolicy[] =>
  (EXTRA[type] ?? []) as readonly StepPolicy[];
