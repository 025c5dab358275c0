import type { Policy } from "../kernel/decider.js";
import { occurrenceRefusals } from "../kernel/occurrence.js";
import type { Asked } from "../kernel/steps.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { SanctionFact } from "../sanction/decision.js";
import { type LineCopies, MOST_COPIES } from "./fields.js";
import { totalsOf } from "./quantities.js";
import { seizureRefusals } from "./refusals.js";
import type { Confiscation, ExhibitLine, Seizure } from "./seizure.js";

/** Rules that several steps of a seizure have in common. */

export type Rule<D> = Policy<Asked<Seizure, D>>;

export const sumOf = (lines: readonly LineCopies[]): number => lines.reduce((total, { copies }) => total + copies, 0);

export const lineIn = ({ lines }: Pick<Seizure, "lines">, lineId: string): ExhibitLine | undefined =>
  lines.find((line) => line.lineId === lineId);

/** Something of the line is in the store: in custody, or confiscated and not disposed of. */
export const isHeld = (line: ExhibitLine): boolean => line.inCustody + totalsOf(line).held > 0;

export const confiscationOf = (line: ExhibitLine, sanctionId: string): Confiscation | undefined =>
  line.confiscations.find((one) => one.sanctionId === sanctionId);

// The day -------------------------------------------------------------------------------------------------------------

type OnDay<F extends string> = { readonly [K in F]: LocalDate };

/** The papers, whose day the field gives, are of a day that has come, and not of one before the seizure. */
export function doneOn<F extends string>(field: F): readonly Rule<OnDay<F>>[] {
  return [
    function dayHasCome({ data, meta }) {
      const ahead = data[field] > localDateOf(meta.now);
      return ahead ? occurrenceRefusals.OCCURRED_IN_FUTURE([field], meta.now) : undefined;
    },
    function notBeforeSeizure({ state, data }) {
      const before = data[field] < state.seizedOn;
      return before ? seizureRefusals.EXHIBITS_BEFORE_SEIZURE([field], state.seizedOn) : undefined;
    },
  ];
}

// The lines that a step names -------------------------------------------------------------------------------------------

/** A line that a step names, with how many of it, if it says. */
interface NamedLine {
  readonly lineId: string;
  readonly copies: number | null;
  readonly path: Path;
}
/** Which lines a step names; undefined: it speaks of the seizure as a whole. */
export type Names<D> = (data: D) => readonly NamedLine[] | undefined;

export const inLines: Names<{ readonly lines: readonly LineCopies[] }> = ({ lines }) => named("lines", lines);
export const inCounts: Names<{ readonly counts: readonly LineCopies[] }> = ({ counts }) => named("counts", counts);
export const inLineIds: Names<{ readonly lineIds: readonly string[] | null }> = ({ lineIds }) =>
  lineIds?.map((lineId, at) => ({ lineId, copies: null, path: ["lineIds", at] }));
export const inSeals: Names<{ readonly seals: readonly { readonly lineId: string }[] }> = ({ seals }) =>
  named("seals", seals);
export const inLineId: Names<{ readonly lineId: string; readonly copies?: number }> = ({ lineId, copies = null }) => [
  { lineId, copies, path: ["lineId"] },
];

export const named = (
  field: string,
  lines: readonly { readonly lineId: string; readonly copies?: number | null }[],
): readonly NamedLine[] =>
  lines.map(({ lineId, copies = null }, at) => ({ lineId, copies, path: [field, at, "lineId"] }));

/** The lines are in the inventory, each is named once, and of each a number that there can be. */
export function linesStand<D>(
  names: Names<D>,
  {
    least = 1,
    twice = seizureRefusals.EXHIBIT_LINE_NAMED_TWICE,
  }: { least?: number; twice?: (path: Path) => Refusal } = {},
): readonly Rule<D>[] {
  return [
    function linesAreNamed({ data }) {
      return names(data)?.length === 0 ? seizureRefusals.EXHIBIT_LINES_NOT_NAMED([]) : undefined;
    },
    function linesAreInTheInventory({ state, data }) {
      const stranger = names(data)?.find(({ lineId }) => !lineIn(state, lineId));
      return stranger && seizureRefusals.EXHIBIT_LINE_NOT_FOUND(stranger.path);
    },
    function eachLineOnce({ data }) {
      const all = names(data) ?? [];
      const again = all.find(({ lineId }, index) => all.findIndex((one) => one.lineId === lineId) !== index);
      return again && twice(again.path);
    },
    function copiesAreWhole({ data }) {
      const wrong = names(data)?.find(
        ({ copies }) => copies !== null && (!Number.isSafeInteger(copies) || copies < least),
      );
      return wrong && seizureRefusals.EXHIBIT_COPIES_NOT_POSITIVE(atCopies(wrong));
    },
  ];
}

/** Neither the minutes, a count, a surplus nor a correction makes more of them than any store holds. */
export const fitIntoAStore = (copies: number, path: Path): Refusal | undefined =>
  copies > MOST_COPIES ? seizureRefusals.EXHIBITS_MORE_THAN_A_STORE_HOLDS(path, MOST_COPIES) : undefined;

interface LineNamed extends NamedLine {
  readonly line: ExhibitLine;
}
/** The first line named of which this is true. */
function firstNamed<D>(
  names: Names<D>,
  { state, data }: Asked<Seizure, D>,
  is: (one: LineNamed) => boolean,
): LineNamed | undefined {
  const all = (names(data) ?? []).flatMap((one) => {
    const line = lineIn(state, one.lineId);
    return line ? [{ ...one, line }] : [];
  });
  return all.find(is);
}
const atCopies = ({ path }: NamedLine): Path => [...path.slice(0, -1), "copies"];

/** Refuses at the first line named of which this is true. */
const noLineThat =
  (isWrong: (line: ExhibitLine) => boolean, refusal: (path: Path) => Refusal) =>
  <D>(names: Names<D>): Rule<D> =>
  (asked) => {
    const wrong = firstNamed(names, asked, ({ line }) => isWrong(line));
    return wrong && refusal(wrong.path);
  };

export const areCounted = noLineThat(({ estimated }) => estimated, seizureRefusals.EXHIBITS_NOT_COUNTED);
export const areUnsealed = noLineThat(({ sealNumber }) => sealNumber !== null, seizureRefusals.EXHIBITS_SEALED);
export const areSealed = noLineThat(({ sealNumber }) => sealNumber === null, seizureRefusals.EXHIBITS_NOT_SEALED);
export const areHeld = noLineThat((line) => !isHeld(line), seizureRefusals.EXHIBITS_NOT_HELD);

export const custodySuffices =
  <D>(names: Names<D>): Rule<D> =>
  (asked) => {
    const short = firstNamed(names, asked, ({ copies, line }) => (copies ?? 0) > line.inCustody);
    return short && seizureRefusals.EXHIBITS_MORE_THAN_IN_CUSTODY(atCopies(short), short.line.inCustody);
  };

/** No more is disposed of than the decision confiscated and is still held. */
export const heldSuffices =
  <D>(names: Names<D>, sanctionIdOf: (data: D) => string): Rule<D> =>
  (asked) => {
    const heldOf = (line: ExhibitLine): number => confiscationOf(line, sanctionIdOf(asked.data))?.held ?? 0;
    const short = firstNamed(names, asked, ({ copies, line }) => (copies ?? 0) > heldOf(line));
    return short && seizureRefusals.EXHIBITS_MORE_THAN_CONFISCATED(atCopies(short), heldOf(short.line));
  };

// The decision ----------------------------------------------------------------------------------------------------------

interface OnDecision {
  readonly sanction: SanctionFact;
}

export const decisionIsOfTheCase: Rule<OnDecision> = ({ state, data }) =>
  data.sanction.caseId === state.caseId ? undefined : seizureRefusals.EXHIBITS_OF_ANOTHER_CASE(["sanctionId"]);

export const decisionConfiscates: Rule<OnDecision> = ({ state, data }) =>
  confiscates(data.sanction, state) ? undefined : seizureRefusals.EXHIBITS_NOT_ORDERED_CONFISCATED(["sanctionId"]);

export const confiscates = (decision: SanctionFact, { seizureId }: Seizure): boolean =>
  decision.annulledOn === null && decision.confiscates.includes(seizureId);

/** What is done with confiscated copies, on the day that the field gives, rests on the decision that confiscated them. */
export function disposal<F extends string>(
  field: F,
): readonly Rule<OnDecision & { readonly lines: readonly LineCopies[] } & OnDay<F>>[] {
  return [
    ...doneOn(field),
    ...linesStand(inLines),
    decisionIsOfTheCase,
    decisionConfiscates,
    heldSuffices(inLines, ({ sanction }: OnDecision & Parameters<typeof inLines>[0]) => sanction.sanctionId),
    function afterConfiscation({ state, data }) {
      const days = data.lines.flatMap(({ lineId }) => {
        const line = lineIn(state, lineId);
        return (line && confiscationOf(line, data.sanction.sanctionId)?.confiscatedOn) ?? [];
      });
      const late = days.find((confiscatedOn) => data[field] < confiscatedOn);
      return late === undefined ? undefined : seizureRefusals.EXHIBITS_BEFORE_CONFISCATION([field], late);
    },
  ];
}
