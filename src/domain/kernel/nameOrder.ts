import { HATS, oneSpelling, TONES } from "./names.js";

/**
 * The order of Vietnamese names: a key that is stored beside the name and compared code by code, by SQLite as by
 * JavaScript, so that it is the same on every machine, whatever collations that has. First by letters
 * (a ă â b c d đ e ê …; digits before them, the letters of others after them), word by word; then, of the same letters,
 * by tone (none, huyền, hỏi, ngã, sắc, nặng); then small letters before capitals. What stands between words only parts
 * them.
 */
export const nameOrder = (name: string): string => orderOf([oneSpelling(name)]);

/** Persons are listed by their given name, which stands last: `Nguyễn Văn An` under A; namesakes by the rest. */
export function personOrder(name: string): string {
  const spelled = oneSpelling(name);
  const given = spelled.lastIndexOf(" ") + 1;
  return orderOf([spelled.slice(given), spelled.slice(0, given)]);
}

/** Between what is looked at first and what only then: below all that stands in either. */
const LEVEL = "\t";

function orderOf(parts: readonly string[]): string {
  const weighed = parts.map(weightsOf);
  const capitals = weighed.map((part) => part.capitals).join("");
  return [...weighed.flatMap(({ letters, tones }) => [letters, shortened(tones)]), shortened(capitals)].join(LEVEL);
}

interface Weights {
  readonly letters: string;
  /** A digit for each letter: its tone, and whether it is a capital. */
  readonly tones: string;
  readonly capitals: string;
}

/** @param spelled in one way, see `oneSpelling` */
function weightsOf(spelled: string): Weights {
  let [letters, tones, capitals] = ["", "", ""];
  for (const word of spelled.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    if (letters !== "") letters += " ";
    for (const [letter] of word.matchAll(/[\p{L}\p{N}]\p{M}*/gu)) {
      const small = letter.toLowerCase();
      letters += weightOf(small);
      tones += [...small].reduce((tone, mark) => Math.max(tone, TONES.indexOf(mark) + 1), 0);
      capitals += small === letter ? "0" : "1";
    }
  }
  return { letters, tones, capitals };
}

const ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/** Marks that do not make a letter another one. */
const OTHER_MARKS = new RegExp(String.raw`[^\P{M}${HATS}]`, "gu");

function weightOf(letter: string): string {
  const [base = ""] = letter;
  const place = ALPHABET.indexOf(letter.replace(OTHER_MARKS, "").normalize("NFC"));
  const known = place < 0 ? ALPHABET.indexOf(base) : place;
  if (known >= 0) return String.fromCharCode(A + known);
  if (/^[0-9]$/.test(base)) return base;
  return `~${(base.codePointAt(0) ?? 0).toString(16).padStart(6, "0")}`;
}

const A = "A".charCodeAt(0);

/** Of equal letters there are equally many: zeros at the end tell nothing apart. */
const shortened = (digits: string): string => digits.replace(/0+$/, "");
