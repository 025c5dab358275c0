import { paperNumberIn, serialKey, symbolKey } from "../../domain/kernel/paperNumber.js";
import { type TermOf, terms } from "../../domain/kernel/terms.js";
import { say } from "../../domain/kernel/words.js";
import { foldedWord, wordsAsWritten } from "./fold.js";
import { joined, titleToken } from "./foundTexts.js";
import { isSyllable, nearTo, partingsOf, wordOfKeys } from "./syllables.js";

/**
 * What may be meant by what somebody typed, the likeliest first. It depends on the typed text alone, so that the order of
 * what is found depends on nothing else but the log.
 */

export const SEARCH_MATCHES = terms(
  "SearchMatch",
  "How what was typed fits the text in which it was found, the better ones first.",
  {
    EXACT: say("đúng từng chữ, từng dấu", "as it was typed, with its marks"),
    NUMBER: say("đúng số, ký hiệu, ngày", "by its number or its day"),
    UNMARKED: say("không kể dấu", "without marks"),
    BEGINNING: say("phần đầu của từ", "the beginning of a word"),
    ABBREVIATION: say("chữ viết tắt", "by an abbreviation"),
    NEAR: say("gần giống", "nearly so"),
  },
);
export type SearchMatch = TermOf<typeof SEARCH_MATCHES>;

/** One form of the index by which a word is found. */
interface Form {
  readonly token: string;
  /** It need only begin so. */
  readonly begins: boolean;
  readonly match: SearchMatch;
}
/** What must be there in one of its forms. */
export type Wanted = readonly Form[];
/** What must all be there. */
export type Reading = readonly Wanted[];

const whole = (token: string, match: SearchMatch): Form => ({ token, begins: false, match });
const beginning = (token: string, match: SearchMatch = "BEGINNING"): Form => ({ token, begins: true, match });

/** Of more words than these one will do without the others. */
const MOST_WORDS = 12;

/**
 * Groups of readings. Within a group all are tried one after the other; of the groups, the next only if nothing was found
 * by those before it: what was typed as it stands, as keystrokes of Telex or VNI, with the words parted that it runs
 * together, and misspelt.
 */
export function readingsOf(text: string): readonly (readonly Reading[])[] {
  const words = wordsAsWritten(text).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const groups = [[...numberReadings(text), ...wordReadings(words)]];
  const meant = words.map((word) => wordOfKeys(word) ?? word);
  if (meant.some((word, at) => word !== words[at])) groups.push([...wordReadings(meant)]);
  for (const parted of partedOf(meant)) groups.push([...wordReadings(parted)]);
  const near = misspelt(words);
  if (near) groups.push([near]);
  return groups.map((readings) => [...readings]);
}

function wordReadings(words: readonly string[]): readonly Reading[] {
  const folded = words.map(foldedWord);
  const isMarked = words.some((word, at) => word !== folded[at]);
  const each = (of: (word: string, folded: string, isLast: boolean) => Wanted): Reading =>
    words.map((word, at) => of(word, folded[at] ?? "", at === words.length - 1));
  const wholeTitle = (sign: "^" | "^~", of: readonly string[], match: SearchMatch): Reading => [
    [whole(titleToken(sign, of), match)],
  ];
  const begunTitle = (sign: "^" | "^~", of: readonly string[], match: SearchMatch): Reading => [
    [beginning(titleToken(sign, of, false), match)],
  ];
  const exact = each((word) => [whole(word, "EXACT")]);
  const unmarked = each(wholeWord);
  // Who types what a body is called means that body, before whatever has the words in some text.
  const bodies = (begun: Reading, has: Reading): readonly Reading[] => [
    [...begun, ...ownName(folded, true)],
    [...has, ...ownName(folded, false)],
  ];
  const bodiesUnmarked = bodies(begunTitle("^~", folded, "UNMARKED"), unmarked);
  const wholeUnmarked = wholeTitle("^~", folded, "UNMARKED");
  return [
    wholeTitle("^", words, "EXACT"),
    ...(isMarked ? bodies(begunTitle("^", words, "EXACT"), exact) : [wholeUnmarked, ...bodiesUnmarked]),
    begunTitle("^", words, "EXACT"),
    // Who types UBND means the body of which these are the initials, before those that have the letters in some text.
    ...ownInitials(words),
    exact,
    // Who types marks means them; without marks a whole word is likelier than a longer one.
    ...(isMarked ? [each((word) => [whole(word, "EXACT"), beginning(word)]), wholeUnmarked, ...bodiesUnmarked] : []),
    begunTitle("^~", folded, "UNMARKED"),
    unmarked,
    each((word, plain) => [...wholeWord(word, plain), beginning(plain), beginning(`~${plain}`)]),
    each((word, plain) => [...wholeWord(word, plain), beginning(plain), beginning(`~${plain}`), initials("&", plain)]),
  ];
}

/** A body whose own name has all of the words. */
const ownName = (folded: readonly string[], isLastBegun: boolean): Reading =>
  folded.map((plain, at) =>
    isLastBegun && at === folded.length - 1 ? [beginning(`==${plain}`, "EXACT")] : [whole(`==${plain}`, "EXACT")],
  );

/** A body by the initials of its own name, also where they were parted (TT&TT, UBND TP); other words stand as they are. */
function ownInitials(words: readonly string[]): readonly Reading[] {
  const joinedUp: string[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const goesOn = before !== undefined && isAbbreviation(foldedWord(before)) && isAbbreviation(foldedWord(word));
    joinedUp.push(goesOn ? (joinedUp.pop() ?? "") + word : word);
  }
  const ways = joinedUp.length === words.length ? [words] : [joinedUp, words];
  if (!words.some((word) => isAbbreviation(foldedWord(word)))) return [];
  return ways.map((way) =>
    way.map((word) => {
      const plain = foldedWord(word);
      return isAbbreviation(plain) ? [whole(`==${plain}`, "EXACT"), initials("=", plain)] : wholeWord(word, plain);
    }),
  );
}

const initials = (sign: "&" | "=", plain: string): Form => beginning(`${sign}${plain}`, "ABBREVIATION");

/** Letters that no word of Vietnamese has together. */
const isAbbreviation = (plain: string): boolean => /^[a-z]{2,24}$/.test(plain) && !isSyllable(plain);

/** A word with or without its marks, and with i or y where both are written: Lý and Lí, Mỹ and Mĩ. */
function wholeWord(word: string, plain: string): Wanted {
  const other = otherSpelling(plain);
  const forms = other === undefined ? [plain] : [plain, other];
  return [whole(word, "EXACT"), ...forms.flatMap((form) => [whole(form, "UNMARKED"), whole(`~${form}`, "UNMARKED")])];
}

const I_OR_Y = /^((?:[bcdghklmnpqrstvx]|th|tr|ch|kh|nh|ph|qu)?)([iy])$/;
function otherSpelling(folded: string): string | undefined {
  const [, onset, vowel] = I_OR_Y.exec(folded) ?? [];
  return vowel === undefined ? undefined : `${onset ?? ""}${vowel === "i" ? "y" : "i"}`;
}

// Numbers -------------------------------------------------------------------------------------------------------------

/** `ngày 5/10/2019`, `05-10-2019`, `ngày 05 tháng 10 năm 2019`. */
const DAY =
  /(?:ngày|ngay)?\s*\b(\d{1,2})(?:\s*[/.-]\s*|\s+(?:tháng|thang)\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+(?:năm|nam)\s+)(\d{4})\b/giu;
/** A number with its symbol, with or without the words before it: `Quyết định số 12/2019/QĐ-UBND`, `Số: 012 / QĐ – XPVPHC`. */
const SYMBOL_PART = String.raw`[\p{L}\p{N}&.]+(?:\s*[/‐‑‒–—―−-]\s*[\p{L}\p{N}&.]+)*`;
const NUMBER = new RegExp(
  String.raw`(?:(?:quyết định|quyet dinh|biên bản|bien ban|giấy phép|giay phep|kết luận|ket luan|công văn|cong van|qđ|qd|bb|gp|kl|cv)\s*)?` +
    String.raw`(?:(?:số|so|no)\s*[.:]?\s*)?\b(\d[\d.]{0,6}[a-z]?(?:\s*[/∕⁄]\s*(?:19|20)\d\d)?\s*[/∕⁄]\s*(?=\p{L})${SYMBOL_PART})`,
  "iu",
);
/** The words before a number that has no symbol. */
const LABEL_WORDS = new Set(
  "so no quyet dinh bien ban giay phep ket luan cong van the nha bao gioi thieu lai bl qd bb gp kl cv".split(" "),
);

/** What was typed as the number of a paper, whole or its beginning, with its day or without. */
function numberReadings(typed: string): readonly Reading[] {
  const text = typed.normalize("NFC").replaceAll("\u00D0", "Đ").replaceAll("\u0189", "Đ");
  const days: string[] = [];
  const undated = text.replace(DAY, (_, day: string, month: string, year: string) => {
    days.push(`@${year}${month.padStart(2, "0")}${day.padStart(2, "0")}`);
    return " ";
  });
  const dated: Reading = days.map((day) => [whole(day, "NUMBER")]);
  const found = numberAlone(undated);
  if (!found) return dated.length > 0 && wordsAsWritten(undated).every(isLabel) ? [dated] : [];
  const others = found.others.map((word) => {
    const plain = foldedWord(word);
    return [...wholeWord(word, plain), beginning(plain), beginning(`~${plain}`), initials("&", plain)];
  });
  const exact: Reading = [found.tokens.map((token) => whole(token, "NUMBER")), ...others];
  const begins: Reading = [found.tokens.map((token) => beginning(token, "NUMBER")), ...others];
  const readings = found.isSymbol ? [exact, begins] : [exact];
  return dated.length === 0 ? readings : [...readings.map((reading) => [...reading, ...dated]), ...readings];
}

const isLabel = (word: string): boolean => LABEL_WORDS.has(foldedWord(word)) || foldedWord(word) === "ngay";

interface TypedNumber {
  readonly tokens: readonly string[];
  /** It has its symbol, or some letters, so that its beginning says something. */
  readonly isSymbol: boolean;
  readonly others: readonly string[];
}

function numberAlone(text: string): TypedNumber | undefined {
  const match = NUMBER.exec(text);
  if (match?.[1] !== undefined) {
    const { number, year, symbol } = paperNumberIn(match[1]);
    const key = [serialKey(number), year ?? "", symbolKey(symbol ?? "")].filter((part) => part !== "").join("_");
    const others = wordsAsWritten(text.slice(0, match.index) + " " + text.slice(match.index + match[0].length));
    return { tokens: [`#${joined(key)}`], isSymbol: true, others: others.filter((word) => !isLabel(word)) };
  }
  return serialAlone(wordsAsWritten(text).filter((word, _, all) => all.length === 1 || !isLabel(word)));
}

/** `0123`, `12a`, `IBT 00123`, `ibt-00123`, `AB/19P 0012345`: digits, perhaps with the letters before them. */
function serialAlone(words: readonly string[]): TypedNumber | undefined {
  const digits = words.filter((word) => /\d/.test(word));
  const [word] = digits;
  if (word === undefined) return undefined;
  const together = serialToken(words.join(" "));
  const isSymbol = /\p{L}/u.test(words.join(""));
  if (digits.length > 1) return { tokens: [together], isSymbol, others: [] };
  const others = words.filter((one) => one !== word);
  // `ibt 00123` is one number; of `Nguyễn Văn An 123` the name is none of it.
  const isOne = others.every((one) => /^[a-z]{1,6}$/.test(foldedWord(one)) && !isSyllable(foldedWord(one)));
  if (others.length > 0 && isOne) return { tokens: [together], isSymbol: true, others: [] };
  return { tokens: [serialToken(word)], isSymbol: /\p{L}/u.test(word), others };
}

const serialToken = (text: string): string => `#${joined(serialKey(text))}`;

// Otherwise -----------------------------------------------------------------------------------------------------------

const MOST_PARTED = 4;

/** The words with those parted that were run together. */
function partedOf(words: readonly string[]): readonly (readonly string[])[] {
  const ways = words.map((word) => [...partingsOf(word)]);
  if (ways.every((way) => way.length === 0)) return [];
  const most = Math.max(...ways.map((way) => way.length));
  return Array.from({ length: Math.min(most, MOST_PARTED) }, (_, nth) =>
    words.flatMap((word, at) => ways[at]?.[nth] ?? ways[at]?.[0] ?? [word]),
  );
}

function misspelt(words: readonly string[]): Reading | undefined {
  const near = words.map(nearTo);
  if (near.every((forms) => forms.length === 0)) return undefined;
  return words.map((word, at) => {
    const plain = foldedWord(word);
    const alike = near[at]?.flatMap((form) => [whole(form, "NEAR"), whole(`~${form}`, "NEAR")]) ?? [];
    return [...wholeWord(word, plain), beginning(plain), beginning(`~${plain}`), ...alike];
  });
}
