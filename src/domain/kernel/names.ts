import { INVISIBLE } from "./text.js";

/**
 * Whether two names would be read as one. The one notion of it: whatever asks if a name is taken, or if two records name
 * the same thing, asks here. What does not tell names apart: capitals, width, blanks, invisible characters, and where in
 * its syllable a tone mark is typed (Hoà, Hòa). Marks themselves count: Thanh Hóa is not Thanh Hòa.
 */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

/** What all the spellings of one name have in common, and no other name has: to look it up, or to claim it. */
export const nameKey = (name: string): string => oneSpelling(name).toLowerCase().normalize("NFC");

/**
 * A text spelled in one way, with its capitals: letters decomposed (NFKD), no invisible characters, single blanks, and
 * of each group of vowels the tone last. What it is compared, found and ordered by is made from this.
 */
export const oneSpelling = (text: string): string =>
  text
    .replace(EACH_INVISIBLE, "")
    .normalize("NFKD")
    .replace(DRAWN_AS_D_WITH_STROKE, "Đ")
    .replace(TONE_BEFORE_VOWELS, "$1$3$2")
    .replace(/\s{2,}|[^\S ]/gu, " ")
    .trim();

/** The tones of Vietnamese in the order of its dictionaries, after none: huyền, hỏi, ngã, sắc, nặng. */
export const TONES = "\u0300\u0309\u0303\u0301\u0323";

/** The marks that make a letter another one: of â, ê and ô, of ă, and the horn of ơ and ư. */
export const HATS = "\u0302\u0306\u031B";
const VOWEL = `[aeiouy][${HATS}]*`;

const EACH_INVISIBLE = new RegExp(INVISIBLE, "gu");
/** The capitals Eth and African D: keyboards and old encodings give them for Đ, and nobody sees the difference. */
const DRAWN_AS_D_WITH_STROKE = /[\u00D0\u0189]/gu;
/**
 * A syllable has one group of vowels and one tone, so wherever in the group the tone is typed, it is the same syllable:
 * by the old rule (hòa, thủy), by the new one (hoà, thuỷ), or by none (của, cuả).
 */
const TONE_BEFORE_VOWELS = new RegExp(`(${VOWEL})([${TONES}])([${HATS}]*${VOWEL}(?:${VOWEL}|[${TONES}])*)`, "giu");

/** A text in which a name, however it is spelled there, is given by its initials. */
export function withInitialsOf(name: string, text: string): string {
  const sought = wordsOf(name);
  const words = wordsOf(text);
  const at = words.findIndex((_, start) => sought.every(({ key }, index) => words[start + index]?.key === key));
  const [first, last] = [words[at], words[at + sought.length - 1]];
  if (!first || !last) return text;
  return text.slice(0, first.from) + initialsOf(name) + withInitialsOf(name, text.slice(last.to));
}

function wordsOf(text: string): { readonly key: string; readonly from: number; readonly to: number }[] {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  return found.map(({ 0: word, index }) => ({ key: nameKey(word), from: index, to: index + word.length }));
}

/** A name by its initials: `N••• V••• A•••`. A word of one letter has none that would not be the whole. */
export const initialsOf = (name: string): string => name.split(/\s+/u).map(initialOf).join(" ");

function initialOf(word: string): string {
  const [first = "", ...others] = word;
  return others.length === 0 ? "•••" : `${first}•••`;
}
