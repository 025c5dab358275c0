import { samePaperNumber } from "../kernel/paperNumber.js";
import type { Refusal } from "../kernel/refusal.js";
import { addDays, type LocalDate } from "../kernel/time.js";
import type { PressLaw, PressLawKey } from "../law/pressLaw.js";
import { agencyOn } from "../reporter/engagement.js";
import { cardOn } from "../reporter/papers.js";
import type { ReporterFact } from "../reporter/reporter.js";
import { visitRefusals } from "./refusals.js";
import type { DocumentGiven } from "./fields.js";
import { KEPT_DIGITS, type ShownDocument } from "./visit.js";

/** A reporter whose documents are checked. */
export interface Bearer {
  readonly reporter: ReporterFact;
  /** The agency for which the reporter works on the day, under all its ids: those that were merged into it, too. */
  readonly agencyIds: readonly string[];
}

/** What is looked up to check documents. */
export interface Checking {
  readonly bearers: readonly Bearer[];
  /** The hosts of the visit, with all units that are one with them: to whom a letter may be addressed. */
  readonly addressees: readonly string[];
  readonly pressLaw: PressLaw;
}

/**
 * Whether the documents shown suffice, on the day of the visit. A holder of a press card (thẻ nhà báo) need only show
 * the card (Press Law 2016, Art. 25); a reporter without one shows a letter of introduction (giấy giới thiệu), which
 * names unit, content and time. Either is of the agency for which the reporter works now: after a transfer the card is
 * exchanged. A foreign reporter shows the permit of the Ministry of Foreign Affairs (Decree 88/2012).
 */
export function documentsSuffice(
  documents: readonly DocumentGiven[],
  { bearers, addressees, pressLaw }: Checking,
  day: LocalDate,
): Refusal | undefined {
  const stranger = documents.findIndex(
    ({ reporterId }) => !bearers.some(({ reporter }) => reporter.reporterId === reporterId),
  );
  if (stranger >= 0) return visitRefusals.DOCUMENT_OF_STRANGER(["documents", stranger, "reporterId"]);
  for (const bearer of bearers) {
    const refusal =
      bearer.reporter.kind === "FOREIGN"
        ? permitHolds(documents, bearer, day)
        : reporterIsDocumented(documents, bearer, addressees, day, pressLaw.key);
    if (refusal) return refusal;
  }
  return undefined;
}

function permitHolds(documents: readonly DocumentGiven[], { reporter }: Bearer, day: LocalDate): Refusal | undefined {
  const at = documents.findIndex((one) => one.reporterId === reporter.reporterId && one.kind === "FOREIGN_PERMIT");
  if (at < 0) return visitRefusals.FOREIGN_REPORTER_WITHOUT_PERMIT(["documents"]);
  const validTo = documents[at]?.validTo ?? null;
  if (validTo === null) return visitRefusals.FOREIGN_PERMIT_NEEDS_VALIDITY(["documents", at, "validTo"]);
  return validTo < day ? visitRefusals.FOREIGN_PERMIT_NOT_VALID(["documents", at], day) : undefined;
}

function reporterIsDocumented(
  documents: readonly DocumentGiven[],
  { reporter, agencyIds }: Bearer,
  addressees: readonly string[],
  day: LocalDate,
  law: PressLawKey,
): Refusal | undefined {
  const shown = (kind: DocumentGiven["kind"]): number[] =>
    documents.flatMap((one, index) => (one.reporterId === reporter.reporterId && one.kind === kind ? [index] : []));
  const [card] = shown("PRESS_CARD");
  const ofAgency = (agencyId: string | undefined): boolean => agencyId !== undefined && agencyIds.includes(agencyId);
  const valid = reporter.cards.filter((one) => cardOn([one], day));
  if (card !== undefined && valid.some((one) => ofAgency(agencyOn(reporter.engagements, one.issuedOn)))) {
    return undefined;
  }
  const letters = shown("INTRODUCTION_LETTER").map((index) =>
    letterHolds(documents, index, { reporter, agencyIds }, addressees, day),
  );
  if (letters.length > 0) return letters.includes(undefined) ? undefined : letters[0];
  if (card === undefined) return visitRefusals.REPORTER_WITHOUT_DOCUMENT(["documents"], law);
  return valid.length > 0
    ? visitRefusals.PRESS_CARD_OF_OTHER_AGENCY(["documents", card])
    : visitRefusals.PRESS_CARD_NOT_VALID(["documents", card], day);
}

/** A letter in the registry is judged by the registry; one that is not, by what was read off it. */
function letterHolds(
  documents: readonly DocumentGiven[],
  index: number,
  { reporter, agencyIds }: Bearer,
  addressees: readonly string[],
  day: LocalDate,
): Refusal | undefined {
  const path = ["documents", index];
  const letter = documents[index];
  // Agencies number their letters anew each year: of several with this number, the one for that day is meant.
  const numbered = reporter.letters.filter((one) => samePaperNumber(one.number, letter?.number ?? ""));
  const onTheDay = numbered.filter((one) => one.issuedOn <= day && day <= one.validTo);
  const known = onTheDay.find((one) => agencyIds.includes(one.agencyId)) ?? onTheDay[0] ?? numbered.at(-1);
  const issuedOn = known?.issuedOn ?? day;
  const validTo = known?.validTo ?? letter?.validTo ?? null;
  if (validTo === null) return visitRefusals.LETTER_NEEDS_VALIDITY([...path, "validTo"]);
  if (day < issuedOn || addDays(validTo, 1) <= day) return visitRefusals.LETTER_NOT_VALID(path, day);
  if (known && !agencyIds.includes(known.agencyId)) return visitRefusals.LETTER_OF_OTHER_AGENCY(path);
  if (known && !known.units.some(({ unitId }) => addressees.includes(unitId)))
    return visitRefusals.LETTER_FOR_OTHER_UNIT(path);
  return undefined;
}

/** What is kept of the documents. */
export const toKeep = (documents: readonly DocumentGiven[]): ShownDocument[] =>
  documents.map(({ reporterId, kind, number, validTo }) => ({
    reporterId,
    kind,
    numberEnd: number === null ? null : number.slice(-KEPT_DIGITS),
    validTo,
  }));
