import type { LocalDate } from "../kernel/time.js";
import { eachField } from "../kernel/fields.js";
import type { LineCopies, MinutedLine } from "./fields.js";
import { CONFISCATED, type Confiscation, type CountedLine, type ExhibitLine, type LineChanges } from "./seizure.js";
import type { DiscrepancyKind } from "./terms.js";

/** What each event does to the lines of an inventory. Pure arithmetic; the two laws that it keeps are in ./quantities.ts. */

type Lines = readonly ExhibitLine[];

/** As seized: all of it in custody. */
export const minuted = ({ copies, ...line }: MinutedLine, place: string, custodian: string): ExhibitLine => ({
  ...line,
  rootId: line.lineId,
  place,
  custodian,
  seized: copies,
  inCustody: copies,
  returned: 0,
  missing: 0,
  damaged: 0,
  surplus: 0,
  confiscations: [],
});

/** Changes the lines that are told of, each by what is told of it. */
export const eachTold = <T extends { readonly lineId: string }>(
  lines: Lines,
  told: readonly T[],
  change: (line: ExhibitLine, told: T) => ExhibitLine,
): Lines =>
  lines.map((line) => {
    const one = told.find(({ lineId }) => lineId === line.lineId);
    return one ? change(line, one) : line;
  });

export const returned = (lines: Lines, told: readonly LineCopies[]): Lines =>
  eachTold(lines, told, (line, { copies }) => ({
    ...line,
    inCustody: line.inCustody - copies,
    returned: line.returned + copies,
  }));

/** Copies in custody that are missing, ruined, or found beyond the record. */
export const discrepant = (lines: Lines, told: readonly LineCopies[], kind: DiscrepancyKind): Lines =>
  eachTold(lines, told, (line, { copies }) => differing(line, copies, kind));

function differing(line: ExhibitLine, copies: number, kind: DiscrepancyKind): ExhibitLine {
  switch (kind) {
    case "SURPLUS":
      return { ...line, inCustody: line.inCustody + copies, surplus: line.surplus + copies };
    case "MISSING":
      return { ...line, inCustody: line.inCustody - copies, missing: line.missing + copies };
    case "DAMAGED":
      return { ...line, inCustody: line.inCustody - copies, damaged: line.damaged + copies };
    default:
      return kind satisfies never;
  }
}

/** A count makes a number exact; a difference is the record's fault, or came since. */
export const counted = (lines: Lines, told: readonly CountedLine[]): Lines =>
  eachTold(lines, told, (line, { counted: found, difference, as }) => {
    const exact = { ...line, estimated: false };
    if (as === "CORRECTION") return { ...exact, seized: line.seized + difference, inCustody: found };
    return differing(exact, Math.abs(difference), difference < 0 ? "MISSING" : "SURPLUS");
  });

// By a decision -------------------------------------------------------------------------------------------------------

type Decision = Pick<Confiscation, "sanctionId" | "decisionNumber">;
const NOTHING = eachField(CONFISCATED, () => 0);

/** The line with what this decision did to it changed. */
const under = (line: ExhibitLine, sanctionId: string, change: (one: Confiscation) => Confiscation): ExhibitLine => ({
  ...line,
  confiscations: line.confiscations.map((one) => (one.sanctionId === sanctionId ? change(one) : one)),
});

export const confiscated = (
  lines: Lines,
  told: readonly LineCopies[],
  { sanctionId, decisionNumber, confiscatedOn }: Decision & { readonly confiscatedOn: LocalDate },
): Lines =>
  eachTold(lines, told, (line, { copies }) => {
    const known = line.confiscations.some((one) => one.sanctionId === sanctionId);
    const begun: Confiscation = { sanctionId, decisionNumber, confiscatedOn, ...NOTHING };
    const opened = known ? line : { ...line, confiscations: [...line.confiscations, begun] };
    const more = under(opened, sanctionId, (one) => ({
      ...one,
      confiscated: one.confiscated + copies,
      held: one.held + copies,
    }));
    return { ...more, inCustody: line.inCustody - copies };
  });

/** Confiscated copies that are held no more. */
export const disposedOf = (
  lines: Lines,
  { sanctionId, lines: told }: { readonly sanctionId: string; readonly lines: readonly LineCopies[] },
  how: "destroyed" | "transferred" | "sold" | "lost",
): Lines =>
  eachTold(lines, told, (line, { copies }) =>
    under(line, sanctionId, (one) => ({ ...one, held: one.held - copies, [how]: one[how] + copies })),
  );

/** `back` comes into custody again; for what is `gone`, compensation is due. */
export const revoked = (
  lines: Lines,
  sanctionId: string,
  back: readonly LineCopies[],
  gone: readonly LineCopies[],
): Lines => {
  const without = eachTold(lines, gone, (line, { copies }) =>
    under(line, sanctionId, (one) => ({
      ...one,
      confiscated: one.confiscated - copies,
      compensable: one.compensable + copies,
    })),
  );
  return eachTold(without, back, (line, { copies }) => {
    const less = under(line, sanctionId, (one) => ({
      ...one,
      confiscated: one.confiscated - copies,
      held: one.held - copies,
    }));
    return { ...less, inCustody: line.inCustody + copies };
  });
};

/** What the one decision did stands on the other from now on. */
export const carriedOver = (lines: Lines, from: string, to: Decision): Lines =>
  lines.map((line) => {
    const old = line.confiscations.find((one) => one.sanctionId === from);
    if (!old) return line;
    const rest = line.confiscations.filter((one) => one.sanctionId !== from);
    const into = rest.find((one) => one.sanctionId === to.sanctionId);
    const sum = eachField(CONFISCATED, (name) => (into?.[name] ?? 0) + old[name]);
    const { sanctionId, decisionNumber } = to;
    const carried = { sanctionId, decisionNumber, confiscatedOn: into?.confiscatedOn ?? old.confiscatedOn, ...sum };
    return { ...line, confiscations: [...rest.filter((one) => one !== into), carried] };
  });

// The record ----------------------------------------------------------------------------------------------------------

/** Copies that become a line of their own. */
export interface Split extends LineCopies {
  readonly newLineId: string;
  readonly place: string;
  readonly custodian: string;
  readonly sealNumber: string | null;
}

/** The part split off stands after the line it comes from. */
export const split = (lines: Lines, { lineId, newLineId, copies, place, custodian, sealNumber }: Split): Lines =>
  lines.flatMap((line) => {
    if (line.lineId !== lineId) return [line];
    const { title, author, publisher, isbn, year, unit, condition, rootId } = line;
    const alike = { title, author, publisher, isbn, year, unit, condition, estimatedValue: null };
    const part = { lineId: newLineId, copies, sealNumber, estimated: false };
    return [
      { ...line, seized: line.seized - copies, inCustody: line.inCustody - copies },
      { ...minuted({ ...alike, ...part }, place, custodian), rootId },
    ];
  });

export function merged(lines: Lines, lineId: string, fromLineId: string): Lines {
  const from = lines.find((line) => line.lineId === fromLineId);
  const { seized = 0, inCustody = 0 } = from ?? {};
  return lines
    .filter((line) => line !== from)
    .map((line) =>
      line.lineId === lineId ? { ...line, seized: line.seized + seized, inCustody: line.inCustody + inCustody } : line,
    );
}

export const corrected = (
  lines: Lines,
  told: readonly { readonly lineId: string; readonly changes: LineChanges }[],
): Lines =>
  eachTold(lines, told, (line, { changes: { copies: seized = line.seized, ...changes } }) => ({
    ...line,
    ...changes,
    seized,
    inCustody: line.inCustody + seized - line.seized,
  }));
