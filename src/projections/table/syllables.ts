import { nameKey } from "../../domain/kernel/names.js";
import { foldedWord } from "./fold.js";

/** Words as hands type them: keystrokes of Telex and VNI that no keyboard driver took, and words run together. */

const ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?";
const RIMES =
  "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|em|en|eng|eo|ep|et|ech|enh|eu|i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|" +
  "ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|u|ua|uan|uang|" +
  "uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|y|ych|yem|yen|yet|" +
  "yeu|ynh|yt";
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIMES})$`);

export const isSyllable = (folded: string): boolean => SYLLABLE.test(folded);

const LONGEST_SYLLABLE = 7;
const MOST_WORDS_IN_ONE = 8;
/** So many ways to part a word are tried, those of the fewest words first. */
const MOST_PARTINGS = 4;

/** The ways in which a word may be several that were run together: `thanhhoa`; none, if it can be one syllable. */
export function partingsOf(word: string): readonly (readonly string[])[] {
  const folded = foldedWord(word);
  if (folded.length !== word.length || isSyllable(folded) || !/^[a-z]{4,40}$/.test(folded)) return [];
  const found: (readonly string[])[] = [];
  // Breadth first, longest beginnings first: those of the fewest words come out first. What leads nowhere is looked at once.
  let begun: { readonly at: number; readonly words: readonly string[] }[] = [{ at: 0, words: [] }];
  const reached = new Map<number, number>();
  for (let words = 0; words < MOST_WORDS_IN_ONE && begun.length > 0 && found.length < MOST_PARTINGS; words++) {
    const next: typeof begun = [];
    for (const { at, words: before } of begun) {
      for (let length = Math.min(LONGEST_SYLLABLE, word.length - at); length > 0; length--) {
        const to = at + length;
        if (!isSyllable(folded.slice(at, to))) continue;
        const times = reached.get(to) ?? 0;
        if (times >= MOST_PARTINGS) continue;
        reached.set(to, times + 1);
        const after = { at: to, words: [...before, word.slice(at, to)] };
        if (to === word.length) found.push(after.words);
        else next.push(after);
      }
    }
    begun = next;
  }
  return found.slice(0, MOST_PARTINGS);
}

// Keystrokes ----------------------------------------------------------------------------------------------------------

const TELEX_TONES: Readonly<Record<string, string>> = {
  f: "\u0300",
  s: "\u0301",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
};
const VNI_TONES: Readonly<Record<string, string>> = {
  2: "\u0300",
  1: "\u0301",
  3: "\u0309",
  4: "\u0303",
  5: "\u0323",
};

/** The word that was meant by keystrokes of Telex (`nguyeexn`) or VNI (`nguye64n`); undefined: they are none. */
export const wordOfKeys = (word: string): string | undefined => ofTelex(word) ?? ofVni(word);

function ofTelex(word: string): string | undefined {
  const [, first = "", rest = ""] = /^([bcdghklmnpqrstvx]*)(.*)$/.exec(word) ?? [];
  if (!/^[a-z]+$/.test(rest) || !/^(?:[a-z]|w)/.test(rest)) return undefined;
  let keys = rest;
  let tone = "";
  // Of a tone only the last stands; none of these letters can follow a vowel in a syllable.
  keys = keys.replace(/(?<=.)[fsrxjz]/g, (key) => {
    tone = TELEX_TONES[key] ?? "";
    return "";
  });
  let stroked = first.startsWith("dd");
  let onset = stroked ? first.slice(1) : first;
  if (onset === "d" && keys.length > 1 && keys.endsWith("d")) {
    stroked = true;
    keys = keys.slice(0, -1);
  }
  if (stroked) onset = onset.replace(/^d/, "đ");
  keys = keys.replace(/^w/, "uw");
  for (const vowel of "aeo") {
    const at = keys.indexOf(vowel);
    const again = keys.indexOf(vowel, at + 1);
    if (at >= 0 && again >= 0)
      keys = `${keys.slice(0, at)}${vowel}\u0302${keys.slice(at + 1, again)}${keys.slice(again + 1)}`;
  }
  if (keys.includes("w")) {
    const at = keys.indexOf("w");
    keys = withHorns(keys.replaceAll("w", ""), onset, keys[at - 1]);
  }
  return meant(word, onset, keys, tone);
}

function ofVni(word: string): string | undefined {
  const [, first = "", rest = ""] = /^([bcdghklmnpqrstvx]*9?)([a-z0-9]*)$/.exec(word) ?? [];
  if (!/\d/.test(word) || !/^[aeiouy]/.test(rest)) return undefined;
  let tone = "";
  let keys = rest.replace(/[0-5]/g, (key) => {
    tone = VNI_TONES[key] ?? "";
    return "";
  });
  const stroked = first.endsWith("9") || (first === "d" && keys.includes("9"));
  keys = keys.replaceAll("9", "");
  const onset = stroked ? first.replace("9", "").replace(/^d/, "đ") : first;
  if (keys.includes("6")) keys = keys.replaceAll("6", "").replace(/^([^aeo]*(?:o(?=a))?)([aeo])/, "$1$2\u0302");
  if (keys.includes("8")) keys = keys.replaceAll("8", "").replace("a", "a\u0306");
  if (keys.includes("7")) keys = withHorns(keys.replaceAll("7", ""), onset, undefined);
  if (/\d/.test(keys)) return undefined;
  return meant(word, onset, keys, tone);
}

/** One key gives the horns of ươ, ơ and ư, and in Telex the breve of ă. @param before the letter after which it was typed */
function withHorns(keys: string, onset: string, before: string | undefined): string {
  if (keys.includes("uo")) return keys.replace("uo", "u\u031Bo\u031B");
  if (keys.includes("ua")) return onset === "q" || before === undefined ? keys : keys.replace("u", "u\u031B");
  if (before !== undefined && keys.includes("a")) return keys.replace("a", "a\u0306");
  if (keys.includes("o")) return keys.replace("o", "o\u031B");
  return keys.replace("u", "u\u031B");
}

const VOWELS = /[aeiouy][\u0302\u0306\u031B]*/g;

/** The word, if keystrokes made something of it that can be a syllable. */
function meant(typed: string, onset: string, keys: string, tone: string): string | undefined {
  const vowels = [...keys.matchAll(VOWELS)];
  const last = vowels.at(-1);
  if (!last) return undefined;
  const end = last.index + last[0].length;
  const word = nameKey(`${onset}${keys.slice(0, end)}${tone}${keys.slice(end)}`);
  const plain = foldedWord(word);
  return word !== typed && word !== plain && isSyllable(plain) ? word : undefined;
}

// One letter wrong ----------------------------------------------------------------------------------------------------

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** In shorter words one letter makes another word of nearly every word. */
const SHORTEST_MISSPELT = 5;
const LONGEST_MISSPELT = 20;

/** The folded words of which the word is a misspelling: neighbours swapped, one letter wrong, missing or too many. */
export function nearTo(word: string): readonly string[] {
  const folded = foldedWord(word);
  if (folded.length < SHORTEST_MISSPELT || folded.length > LONGEST_MISSPELT || !/^[a-z]+$/.test(folded)) return [];
  const near = new Set<string>();
  for (let at = 0; at <= folded.length; at++) {
    const [before, after] = [folded.slice(0, at), folded.slice(at + 1)];
    const [here = "", next = ""] = folded.slice(at);
    if (here !== "") near.add(before + after);
    if (next !== "") near.add(before + next + here + after.slice(1));
    for (const letter of LETTERS) {
      if (here !== "") near.add(before + letter + after);
      near.add(before + letter + here + after);
    }
  }
  near.delete(folded);
  return [...near];
}
