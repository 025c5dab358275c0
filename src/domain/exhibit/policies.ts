import type { Policy } from "../kernel/decider.js";
import { nameKey, sameName } from "../kernel/names.js";
import { notInFuture, occurrenceRefusals, timePolicies } from "../kernel/occurrence.js";
import { localDateOf } from "../kernel/time.js";
import { unitExistsOn } from "../unit/rules.js";
import type { SeizeExhibits, SeizureStep } from "./commands.js";
import { correctionsFor } from "./correctionPolicies.js";
import { linesNamedBy } from "./named.js";
import { extraPolicies } from "./policiesByStep.js";
import { copiesOf, MOST_COPIES } from "./quantities.js";
import { exhibitRefusals } from "./refusals.js";
import type { StepPolicy } from "./stepPolicy.js";
import type { MinutedLine, Seizure } from "./seizure.js";
import { SEIZURE_STATUSES, type SeizureStatus } from "./terms.js";

// Seize -------------------------------------------------------------------------------------------------------------

export const seizePolicies: readonly Policy<SeizeExhibits>[] = [
  ...timePolicies,
  function seizureHasHappened({ data, meta }) {
    return data.seizedOn > localDateOf(meta.now)
      ? occurrenceRefusals.OCCURRED_IN_FUTURE(["seizedOn"], meta.now)
      : undefined;
  },
  function caseIsOpen({ data }) {
    const over = ["CLOSED", "VOIDED"].includes(data.violationCase.status);
    return over ? exhibitRefusals.SEIZURE_CASE_OVER(["caseId"]) : undefined;
  },
  function unitExistsOnTheDay({ data }) {
    return unitExistsOn(data.unit, data.seizedOn, ["unitId"]);
  },
  function minutesAreNew({ data }) {
    const known = data.others.some(
      (other) => other.status !== "VOIDED" && sameName(other.minutesNumber, data.minutesNumber),
    );
    return known ? exhibitRefusals.SEIZURE_RECORDED_ALREADY(["minutesNumber"]) : undefined;
  },
  function inventoryHasLines({ data }) {
    return data.lines.length === 0 ? exhibitRefusals.SEIZURE_WITHOUT_LINES(["lines"]) : undefined;
  },
  function eachLineHasCopies({ data }) {
    const at = data.lines.findIndex(({ copies }) => !Number.isSafeInteger(copies) || copies < 1);
    return at < 0 ? undefined : exhibitRefusals.EXHIBIT_COPIES_NOT_POSITIVE(["lines", at, "copies"]);
  },
  function aStoreHoldsThem({ data }) {
    const all = sum(data.lines.map(({ copies }) => copies));
    return all > MOST_COPIES ? exhibitRefusals.EXHIBITS_MORE_THAN_A_STORE_HOLDS(["lines"], MOST_COPIES) : undefined;
  },
  function eachLineIsAnother({ data }) {
    const keys = data.lines.map(sameThing);
    const at = keys.findIndex((key, index) => keys.indexOf(key) !== index);
    return at < 0 ? undefined : exhibitRefusals.EXHIBIT_LINE_TWICE(["lines", at]);
  },
];

/** By what two lines are one: the publication. How it was kept and sealed may differ after a lot is split. */
const sameThing = ({ title, author, publisher, isbn, year, unit }: MinutedLine): string =>
  JSON.stringify([...[title, author, publisher, isbn].map((text) => nameKey(text ?? "")), year, unit]);

// Everything after ----------------------------------------------------------------------------------------------------

const STANDING: readonly SeizureStatus[] = SEIZURE_STATUSES.filter((status) => status !== "VOIDED");
/** In which states a command makes sense, where that is not every one but VOIDED: quantities tell the rest. */
const ALLOWED_IN: Partial<Readonly<Record<SeizureStep["type"], readonly SeizureStatus[]>>> = {
  ExtendSeizure: ["IN_CUSTODY"],
  AnnounceUnclaimedExhibits: ["IN_CUSTODY"],
};

const statusAllows: StepPolicy = ({ seizure, command }) =>
  (ALLOWED_IN[command.type] ?? STANDING).includes(seizure.status)
    ? undefined
    : exhibitRefusals.SEIZURE_STATUS_FORBIDS(["seizureId"], seizure.status);

const dayHasCome: StepPolicy = ({ command, meta }) => {
  const given = dayGivenBy(command);
  return given && given.day > localDateOf(meta.now)
    ? occurrenceRefusals.OCCURRED_IN_FUTURE([given.field], meta.now)
    : undefined;
};

const notBeforeSeizure: StepPolicy = ({ seizure, command }) => {
  const given = dayGivenBy(command);
  return given && given.day < seizure.seizedOn
    ? exhibitRefusals.EXHIBITS_BEFORE_SEIZURE([given.field], seizure.seizedOn)
    : undefined;
};

const linesAreNamed: StepPolicy = ({ command }) => {
  const named = linesNamedBy(command);
  return named?.length === 0 ? exhibitRefusals.EXHIBIT_LINES_NOT_NAMED([]) : undefined;
};

const linesAreInTheInventory: StepPolicy = ({ seizure, command }) => {
  const stranger = linesNamedBy(command)?.find(({ lineId }) => !seizure.lines.some((line) => line.lineId === lineId));
  return stranger && exhibitRefusals.EXHIBIT_LINE_NOT_FOUND(stranger.path);
};

const eachLineOnce: StepPolicy = ({ command }) => {
  const named = linesNamedBy(command) ?? [];
  const again = named.find(({ lineId }, index) => named.findIndex((one) => one.lineId === lineId) !== index);
  if (!again) return undefined;
  return command.type === "MergeExhibitLots"
    ? exhibitRefusals.EXHIBIT_LOT_MERGED_WITH_ITSELF(again.path)
    : exhibitRefusals.EXHIBIT_LINE_NAMED_TWICE(again.path);
};

const copiesAreWhole: StepPolicy = ({ command }) => {
  const least = command.type === "CountExhibits" ? 0 : 1;
  const wrong = linesNamedBy(command)?.find(
    ({ copies }) => copies !== null && (!Number.isSafeInteger(copies) || copies < least),
  );
  return wrong && exhibitRefusals.EXHIBIT_COPIES_NOT_POSITIVE([...wrong.path.slice(0, -1), "copies"]);
};

/** Neither a count, a surplus nor a correction makes more of them than any store holds. */
const aStoreHoldsThem: StepPolicy = ({ seizure, command }) =>
  copiesOf(seizure) + copiesAddedBy(command, seizure) > MOST_COPIES
    ? exhibitRefusals.EXHIBITS_MORE_THAN_A_STORE_HOLDS(
        [command.type === "CountExhibits" ? "counts" : "lines"],
        MOST_COPIES,
      )
    : undefined;

function copiesAddedBy(command: SeizureStep, { lines: all }: Seizure): number {
  const more = (lineId: string, copies: number | undefined, than: "inCustody" | "seized"): number => {
    const line = all.find((one) => one.lineId === lineId);
    return line && copies !== undefined ? Math.max(copies - line[than], 0) : 0;
  };
  switch (command.type) {
    case "CountExhibits":
      return sum(command.data.counts.map(({ lineId, copies }) => more(lineId, copies, "inCustody")));
    case "RecordExhibitDiscrepancy":
      return command.data.kind === "SURPLUS" ? sum(command.data.lines.map(({ copies }) => copies)) : 0;
    case "CorrectInventory":
      return sum(command.data.lines.map(({ lineId, changes }) => more(lineId, changes.copies, "seized")));
    default:
      return 0;
  }
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The day on which the papers say that it was done, and the field that gives it. */
function dayGivenBy(command: SeizureStep): { readonly field: string; readonly day: string } | undefined {
  const field = DAY_FIELDS.find((name) => name in command.data);
  return field && { field, day: (command.data as unknown as Record<string, string>)[field] ?? "" };
}
const DAY_FIELDS = [
  "extendedOn",
  "countedOn",
  "movedOn",
  "unsealedOn",
  "resealedOn",
  "announcedOn",
  "returnedOn",
  "confiscatedOn",
  "foundOn",
  "destroyedOn",
  "transferredOn",
  "soldOn",
  "revokedOn",
] as const;

const lines: readonly StepPolicy[] = [
  linesAreNamed,
  linesAreInTheInventory,
  eachLineOnce,
  copiesAreWhole,
  aStoreHoldsThem,
];
/** What a step with exhibits needs; the record is corrected now, whenever the step was. */
const aStep: readonly StepPolicy[] = [...timePolicies, statusAllows, dayHasCome, notBeforeSeizure, ...lines];
const aCorrection: readonly StepPolicy[] = [notInFuture, statusAllows, ...lines];

/** All rules that a command on a seizure must pass, in the order in which they are asked. */
export function policiesFor(type: SeizureStep["type"]): readonly StepPolicy[] {
  const corrections = correctionsFor(type);
  return corrections ? [...aCorrection, ...corrections] : [...aStep, ...extraPolicies(type)];
}
