import type { Bilingual } from "./words.js";

/** A closed list of terms, each with its words: statuses, grounds, kinds, posts. The API's enum of that name. */
export interface Terms<T extends string = string> {
  readonly name: string;
  /** What the list is, for whoever calls the API: in English, with the Vietnamese term. */
  readonly says: string;
  /** In the order in which they were declared. */
  readonly values: readonly T[];
  readonly words: Readonly<Record<T, Bilingual>>;
}

export type TermOf<L extends Terms> = L["values"][number];

/** `terms("VisitStatus", "Where a visit stands.", { REGISTERED: say("đã đăng ký", "registered"), … })` */
export const terms = <const W extends Readonly<Record<string, Bilingual>>>(
  name: string,
  says: string,
  words: W,
): Terms<keyof W & string> => ({ name, says, values: Object.keys(words), words });

/** Some terms of a list, as a list of its own. */
export const someOf = <T extends string, const S extends T>(
  { words }: Terms<T>,
  name: string,
  says: string,
  ...values: readonly S[]
): Terms<S> => ({ name, says, values, words });

/** The words of a term; of what is none (the `…` of an open sentence), itself. */
export const termWords = <T extends string>({ words }: Terms<T>, value: T): Bilingual =>
  (words as Readonly<Partial<Record<string, Bilingual>>>)[value] ?? { vi: value, en: value };
