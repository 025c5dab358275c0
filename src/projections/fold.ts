/**
 * Vietnamese text as people type it: with or without marks, Đ or D, tone on the old or the new vowel (Hóa, Hoá),
 * composed or decomposed. Folding makes them meet.
 */

/** Without marks, lower case, single spaces: `Thanh  Hoá` and `THANH HOA` become `thanh hoa`. */
export function fold(text: string): string {
  return spaced(
    text
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .replace(/[đĐ]/g, "d")
      .toLowerCase(),
  );
}

/** With marks, but lower case, NFC, single spaces, and the tone in its new place: `Thanh Hoá` becomes `thanh hóa`. */
export function keepMarks(text: string): string {
  return spaced(newTone(text.normalize("NFC").toLowerCase()));
}

/** The words of a text, folded: letters and digits only. */
export const wordsOf = (text: string): string[] => wordsIn(fold(text));

/** The words of a text that is folded already. */
export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

const spaced = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Tone marks on the second vowel of a final oa, oe, uy: the old style writes hoá, the new one hóa. */
const OLD_TO_NEW: ReadonlyMap<string, string> = new Map([
  ...pairs("o", "a", "àáảãạ", "òóỏõọ"),
  ...pairs("o", "e", "èéẻẽẹ", "òóỏõọ"),
  ...pairs("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
]);
const OLD_TONE = new RegExp(`(?<!q)(?:${[...OLD_TO_NEW.keys()].join("|")})(?!\\p{L})`, "gu");

function pairs(first: string, second: string, onSecond: string, onFirst: string): (readonly [string, string])[] {
  return [...onSecond].map((toned, index) => [first + toned, (onFirst[index] ?? first) + second] as const);
}

function newTone(text: string): string {
  return text.replace(OLD_TONE, (old) => OLD_TO_NEW.get(old) ?? old);
}
