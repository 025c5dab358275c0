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
  // Nearly all texts: they part where they stand, and most of their words are known.
  PLAIN.test(text) ? (text.match(PLAIN_WORD) ?? []).flatMap(spelled) : spelledWords(text);

const spelledWords = (text: string): string[] =>
  (nameKey(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    LATIN.test(word) ? word : word.replace(NOT_LATIN, coded),
  );

/** Of ASCII and composed letters alone, so that no sign joins or parts words. */
const PLAIN =
  /^[\n -~\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]*$/;
const PLAIN_WORD = /[^\n -/:-@[-`{-~]+/g;

/** SQLite's index of words knows letters up to some Unicode; those of other scripts are the same to it by their codes. */
const LATIN = /^[a-z0-9\u00C0-\u024F\u1E00-\u1EFF]*$/;
const NOT_LATIN = /[^a-z0-9\u00C0-\u024F\u1E00-\u1EFF]/gu;
const coded = (letter: string): string => `_${(letter.codePointAt(0) ?? 0).toString(16)}`;

/** Of syllables there are some thousands; of numbers any number. */
const KNOWN_WORDS = 20_000;

/** What is made of a word, kept for the next time that it comes. */
function keptByWord<T>(make: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    let known = kept.get(word);
    if (known === undefined) {
      known = make(word);
      if (kept.size >= KNOWN_WORDS) kept.clear();
      kept.set(word, known);
    }
    return known;
  };
}

const spelled = keptByWord(spelledWords);

/** A word without its marks; of digits, without the zeros before them. */
export const foldedWord = keptByWord((word) => withoutMarks(word).replace(/^0+(?=\d+$)/u, ""));
