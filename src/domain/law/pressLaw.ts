import { type TermOf, terms, termWords } from "../kernel/terms.js";
import type { LocalDate } from "../kernel/time.js";
import { type Bilingual, say } from "../kernel/words.js";
import { type LawBook, type LawReference, referenceTo } from "./lawBook.js";
import { inForce } from "./versions.js";

/** The press law (Luật Báo chí) of a day: what a refusal or a sentence rests on is cited by the law in force. */

export const PRESS_LAWS = terms("PressLaw", "Luật Báo chí, by the instruments of the law book.", {
  "PRESS-2016": say("Luật Báo chí 2016", "Press Law 2016"),
  "PRESS-2025": say("Luật Báo chí 2025", "Press Law 2025"),
});
export type PressLawKey = TermOf<typeof PRESS_LAWS>;

export interface PressLaw {
  readonly key: PressLawKey;
  readonly law: LawReference;
}

const isPressLaw = (key: string): key is PressLawKey => PRESS_LAWS.values.some((one) => one === key);

/** The press law in force on the day; of a day before all of them, the first. */
export function pressLawOn(book: LawBook, day: LocalDate): PressLaw {
  const known = book.instruments().filter(({ key }) => isPressLaw(key));
  const row = known.find((one) => inForce(one, day)) ?? known[0];
  if (!row || !isPressLaw(row.key)) throw new Error("The law book has no press law.");
  return { key: row.key, law: referenceTo(row.key, { ...row, instrument: row.key }) };
}

/** What a press law is cited for. */
export type PressMatter = "PAPERS" | "REFUSING" | "OFFICES";

/** Articles as far as they were seen. */
const ARTICLES: Readonly<Partial<Record<string, Readonly<Record<PressMatter, number>>>>> = {
  "PRESS-2016": { PAPERS: 25, REFUSING: 38, OFFICES: 22 },
};

/** `Luật Báo chí 2016, Điều 38`; of a law whose articles were not seen, its name. */
export function cited(key: PressLawKey, matter: PressMatter): Bilingual {
  const { vi, en } = termWords(PRESS_LAWS, key);
  const article = ARTICLES[key]?.[matter];
  return article === undefined ? say(vi, en) : say(`${vi}, Điều ${article}`, `${en}, Art. ${article}`);
}
