import { addDays, type LocalDate } from "../../domain/kernel/time.js";
import type { IdOf } from "../commandSender.js";
import { CARD_TERMS, LETTERS, REPORTERS } from "./press.js";
import type { VisitLine } from "./visits.js";

/** What each reporter of a visit shows: the card, and a letter of introduction where the card does not do or there is none. */
export const documentsOf = (line: VisitLine, idOf: IdOf) =>
  line.reporters.flatMap((reporter) => {
    const reporterId = idOf(`reporter:${reporter}`);
    return papersOf(reporter, line).map((paper) => ({ reporterId, ...paper }));
  });

interface Paper {
  readonly kind: "PRESS_CARD" | "INTRODUCTION_LETTER";
  readonly number: string;
  readonly validTo?: LocalDate;
}

function papersOf(reporter: string, line: VisitLine): Paper[] {
  const { card = "", issue = "" } = REPORTERS.find(({ key }) => key === reporter) ?? {};
  if (card === "") return [letterOf(reporter, line)];
  const validTo = CARD_TERMS[issue]?.validTo ?? "";
  const shown: Paper = { kind: "PRESS_CARD", number: card, validTo };
  return validTo < line.day ? [shown, letterOf(reporter, line)] : [shown];
}

/** The one in the register, if there is one for that unit and day; otherwise one that was brought along. */
function letterOf(reporter: string, { key, day, hosts }: VisitLine): Paper {
  const known = LETTERS.find(
    (letter) =>
      letter.reporter === reporter &&
      letter.issuedOn <= day &&
      day <= letter.validTo &&
      letter.units.some((unit) => hosts.includes(unit)),
  );
  if (known) return { kind: "INTRODUCTION_LETTER", number: known.number, validTo: known.validTo };
  return { kind: "INTRODUCTION_LETTER", number: `${key}/GGT`, validTo: addDays(day, 10) };
}
