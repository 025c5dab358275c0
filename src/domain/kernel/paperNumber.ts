import { INVISIBLE } from "./text.js";

/**
 * Numbers and symbols of papers (số, ký hiệu văn bản; Decree 30/2020/NĐ-CP, Appendix I) in one normal form, however the paper
 * bears them and whoever types them: `Số: 0123 / QĐ – XPVPHC ngày 5/10/2019` is `123/QĐ-XPVPHC`. The one notion of it: what
 * commands keep, what is unique and what is looked up or searched for asks here.
 */

/** What stands in a number: `12a/2019/QĐ-UBND`. */
export interface PaperNumber {
  /** Digits without zeros before them, perhaps with one small letter: `12`, `12a`; else the whole text. */
  readonly number: string;
  readonly year: string | null;
  /** The sign of the kind of paper and of its issuer (ký hiệu): `QĐ-UBND`. */
  readonly symbol: string | null;
}

/** What is drawn as a hyphen or a slash. */
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u02D7\u2500\uFE58\uFE63\uFF0D]/gu;
const SLASHES = /[\u2044\u2215\u29F8\uFF0F]/gu;
/** `Quyết định số:`, `QĐ số`, `Số`, `No.`: words before the first digit, the last of which says that a number comes. */
const LABEL = /^(?:\p{L}[\p{L}\s.-]*\s)?(?:(?:số|so|no)(?:\s*[.:]\s*|\s+)|số(?=\d))(?=[\p{L}\d])/iu;
/** `Quyết định 12/QĐ-UBND`: words before a number with its symbol. */
const WORDS_BEFORE = /^[\p{L}\s]+[\s:](?=\d[\d.]*[a-z]?\/)/iu;
/** `ngày 5/10/2019`, `(05/10/2019)`, `về việc …`: what follows tells of the paper, not of its number. */
const AFTER = /[\s,;(]+(?:ngày|ngay|dated|năm|về việc|v\/v|\d{1,2}\/\d{1,2}\/\d{4}).*$/iu;
const NUMBERED =
  /^(?<number>\d{1,3}(?:\.\d{3})+|\d+)(?<suffix>[a-z]?)(?:\/(?<year>(?:19|20)\d\d))?\/(?<symbol>\p{L}.*)$/iu;
const BARE = /^(?<number>\d+)(?<suffix>[a-z]?)$/iu;

const EACH_INVISIBLE = new RegExp(INVISIBLE, "gu");
/** Eth and African D: old encodings give them for Đ, and nobody sees the difference. */
const DRAWN_AS_D_WITH_STROKE = /[\u00D0\u00F0\u0189\u0256]/gu;

/** A text with its hyphens and slashes as the keyboard has them and no blanks around them. */
function plainly(text: string): string {
  return text
    .replace(EACH_INVISIBLE, "")
    .normalize("NFKC")
    .replace(DRAWN_AS_D_WITH_STROKE, "Đ")
    .replace(HYPHENS, "-")
    .replace(SLASHES, "/")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/\s*([/-])\s*/gu, "$1")
    .replace(/[-/\s.,;]+$/gu, "");
}

/** The number alone, without the words that say that it is one, and without its day. */
const alone = (text: string): string =>
  plainly(plainly(text).replace(AFTER, "").replace(LABEL, "").replace(WORDS_BEFORE, ""));

/** The parts of a number, in their normal form. */
export function paperNumberIn(text: string): PaperNumber {
  const written = alone(text);
  const { number, suffix = "", year, symbol } = (NUMBERED.exec(written) ?? BARE.exec(written))?.groups ?? {};
  if (number === undefined) return { number: written, year: null, symbol: null };
  return {
    number: withoutZeros(number.replaceAll(".", "")) + suffix.toLowerCase(),
    year: year ?? null,
    symbol: symbol === undefined ? null : normalSymbol(symbol),
  };
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, "");

/**
 * The one form in which the ledger keeps a number: one below ten has a zero before it, as papers must have. What is no number
 * keeps its words: `không số`.
 */
export function normalPaperNumber(text: string): string {
  const { number, ...others } = paperNumberIn(text);
  const isShort = others.symbol !== null && /^\d[a-z]?$/.test(number);
  return together({ number: isShort ? `0${number}` : number, ...others });
}

/** As it is looked up by its beginning: without zeros before it. */
export const unpaddedPaperNumber = (text: string): string => together(paperNumberIn(text));

const together = ({ number, year, symbol }: PaperNumber): string =>
  [number, year, symbol].filter((part) => part !== null).join("/");

/**
 * The signs of which symbols are made that have a Đ, or a small letter, as Decree 30/2020/NĐ-CP and usage have them: of QD
 * everybody knows that QĐ was meant. What is not here stays as it is written, in capitals.
 */
const SIGNS = [
  ..."QĐ QyĐ CTr TTr HĐND NĐ ĐCXP SĐXP ĐC SĐ ĐP GĐ TTĐT GDĐT GD&ĐT SGDĐT PGDĐT LĐTBXH SLĐTBXH KHĐT SKHĐT ĐBQH ĐĐBQH".split(
    " ",
  ),
] as const;
const unstroked = (text: string): string => text.toUpperCase().replaceAll("Đ", "D");
const AS_SIGN = new Map(SIGNS.map((sign) => [unstroked(sign), sign]));

/** What stands after a number (ký hiệu), in its one form: `qd – xpvphc` is `QĐ-XPVPHC`. */
export const normalSymbol = (text: string): string =>
  plainly(text)
    .replace(/[\s-]+/gu, "-")
    .split(/(?<=[/.-])|(?=[/.-])/u)
    .map((sign) => AS_SIGN.get(unstroked(sign)) ?? sign.toUpperCase())
    .join("");

/** What all the spellings of one number have in common: Đ or D, capitals, what parts a symbol, and zeros do not count. */
export function paperNumberKey(text: string): string {
  const { number, year, symbol } = paperNumberIn(text);
  return [serialKey(number), year ?? "", symbolKey(symbol ?? "")].join("/");
}

export const samePaperNumber = (one: string, other: string): boolean => paperNumberKey(one) === paperNumberKey(other);

export const symbolKey = (symbol: string): string => unmarked(normalSymbol(symbol)).replace(/[^\p{L}\p{N}]+/gu, "-");

/** A number that is printed beforehand and filled up with zeros (of a receipt, a card): `AB/19P 0012345`, as it stands there. */
export const normalSerial = (text: string): string => alone(text).toUpperCase();

/** What all the spellings of a printed number have in common: `ab 0012345` is `AB-12345`. */
export const serialKey = (text: string): string =>
  unmarked(normalSerial(text))
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/(?<=\p{L})-(?=\d)|(?<=\d)-(?=\p{L})/gu, "")
    .replace(/(?<!\d)0+(?=\d)/gu, "");

const unmarked = (text: string): string => unstroked(text.normalize("NFD").replace(/\p{M}+/gu, "")).normalize("NFC");
