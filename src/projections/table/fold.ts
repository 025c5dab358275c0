import { nameKey } from "../../domain/kernel/names.js";

/**
 * How texts are found: wider than whether names are the same (`sameName`), as people look for `thanh hoa` and mean Thanh
 * Hóa. `Thanh  Hoá` and `THANH HOA` become `thanh hoa`, Đ a d. Made of a name's key: what is one name is found as one.
 */
export const fold = (text: string): string => withoutMarks(nameKey(text));

const withoutMarks = (key: string): string =>
  key
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d");

/** The words of a text, folded: letters and digits only. */
export const wordsOf = (text: string): string[] => wordsAsWritten(text).map(foldedWord);

/** The words of a text with their marks, in one spelling. */
export const wordsAsWritten = (text: string): string[] =>
  (nameKey(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    LATIN.test(word) ? word : word.replace(NOT_LATIN, coded),
  );

/** SQLite's index of words knows letters up to some Unicode; those of other scripts are the same to it by their codes. */
const LATIN = /^[a-z0-9\u00C0-\u024F\u1E00-\u1EFF]*$/;
const NOT_LATIN = /[^a-z0-9\u00C0-\u024F\u1E00-\u1EFF]/gu;
const coded = (letter: string): string => `_${(letter.codePointAt(0) ?? 0).toString(16)}`;

const folded = new Map<string, string>();
/** Of syllables there are some thousands; of numbers any number. */
const KNOWN_WORDS = 20_000;

/** A word without its marks; of digits, without the zeros before them. */
export function foldedWord(word: string): string {
  let known = folded.get(word);
  if (known === undefined) {
    known = withoutMarks(word).replace(/^0+(?=\d+$)/u, "");
    if (folded.size >= KNOWN_WORDS) folded.clear();
    folded.set(word, known);
  }
  return known;
}
