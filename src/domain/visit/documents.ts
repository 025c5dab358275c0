import { sameName } from "../kernel/names.js";
import type { Refusal } from "../kernel/refusal.js";
import { addDays, type LocalDate } from "../kernel/time.js";
import { cardOn } from "../reporter/papers.js";
import type { ReporterFact } from "../reporter/reporter.js";
import { visitRefusals } from "./refusals.js";
import type { DocumentGiven } from "./fields.js";
import type { ShownDocument } from "./visit.js";

/**
 * Whether the documents shown suffice, on the day of the visit. A holder of a press card (thẻ nhà báo) need only show
 * the card (Press Law 2016, Art. 25); a reporter without one shows a letter of introduction (giấy giới thiệu), which
 * names unit, content and time.
 */
export function documentsSuffice(
  documents: readonly DocumentGiven[],
  reporters: readonly ReporterFact[],
  addressees: readonly string[],
  day: LocalDate,
): Refusal | undefined {
  const stranger = documents.findIndex(({ reporterId }) => !reporters.some((one) => one.reporterId === reporterId));
  if (stranger >= 0) return visitRefusals.DOCUMENT_OF_STRANGER(["documents", stranger, "reporterId"]);
  for (const reporter of reporters) {
    const refusal = reporterIsDocumented(documents, reporter, addressees, day);
    if (refusal) return refusal;
  }
  return undefined;
}

function reporterIsDocumented(
  documents: readonly DocumentGiven[],
  reporter: ReporterFact,
  addressees: readonly string[],
  day: LocalDate,
): Refusal | undefined {
  const shown = (kind: DocumentGiven["kind"]): number[] =>
    documents.flatMap((one, index) => (one.reporterId === reporter.reporterId && one.kind === kind ? [index] : []));
  const [card] = shown("PRESS_CARD");
  if (card !== undefined && cardOn(reporter.cards, day)) return undefined;
  const letters = shown("INTRODUCTION_LETTER").map((index) => letterHolds(documents, index, reporter, addressees, day));
  if (letters.length > 0) return letters.includes(undefined) ? undefined : letters[0];
  return card === undefined
    ? visitRefusals.REPORTER_WITHOUT_DOCUMENT(["documents"])
    : visitRefusals.PRESS_CARD_NOT_VALID(["documents", card], day);
}

/** A letter in the registry is judged by the registry; one that is not, by what was read off it. */
function letterHolds(
  documents: readonly DocumentGiven[],
  index: number,
  reporter: ReporterFact,
  addressees: readonly string[],
  day: LocalDate,
): Refusal | undefined {
  const path = ["documents", index];
  const letter = documents[index];
  // Agencies number their letters anew each year: of several with this number, the one for that day is meant.
  const numbered = reporter.letters.filter((one) => sameName(one.number, letter?.number ?? ""));
  const known = numbered.find((one) => one.issuedOn <= day && day <= one.validTo) ?? numbered.at(-1);
  const issuedOn = known?.issuedOn ?? day;
  const validTo = known?.validTo ?? letter?.validTo ?? null;
  if (validTo === null) return visitRefusals.LETTER_NEEDS_VALIDITY([...path, "validTo"]);
  if (day < issuedOn || addDays(validTo, 1) <= day) return visitRefusals.LETTER_NOT_VALID(path, day);
  if (known && !known.unitIds.some((unitId) => addressees.includes(unitId)))
    return visitRefusals.LETTER_FOR_OTHER_UNIT(path);
  return undefined;
}

const KEPT_DIGITS = 3;

/** What is kept of the documents: the registry has the numbers, a visit needs only enough to recognise them. */
export const toKeep = (documents: readonly DocumentGiven[]): ShownDocument[] =>
  documents.map(({ reporterId, kind, number, validTo }) => ({
    reporterId,
    kind,
    numberEnd: number === null ? null : number.slice(-KEPT_DIGITS),
    validTo,
  }));
