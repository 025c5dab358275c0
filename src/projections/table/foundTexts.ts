import { NOBODY, OFFENDERS, PAPERS, RECORD_KINDS, type RecordKind } from "../../domain/kernel/fields.js";
import { paperNumberIn, serialKey, symbolKey } from "../../domain/kernel/paperNumber.js";
import { isPerson, type SubjectKind } from "../../domain/law/terms.js";
import { type TermOf, terms } from "../../domain/kernel/terms.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { abbreviationsIn } from "./abbreviations.js";
import { foldedWord, wordsAsWritten } from "./fold.js";
import type { NamedAs } from "./namedAs.js";

/**
 * By what a record is found, declared once: its texts, each with its field, how it is read, and whom it may name. What is
 * indexed of them, who finds by them and what a hit says of why it was found follow from that.
 */

/** Under which kind each record is found. */
const FOUND_AS = {
  Unit: "UNIT",
  PressAgency: "PRESS_AGENCY",
  RepresentativeOffice: "REPRESENTATIVE_OFFICE",
  Reporter: "REPORTER",
  Visit: "VISIT",
  Inspection: "INSPECTION",
  ViolationCase: "VIOLATION_CASE",
  Sanction: "SANCTION",
  Seizure: "SEIZURE",
  Spokesperson: "SPOKESPERSON",
  Oversight: "OVERSIGHT",
  InformationRequest: "INFORMATION_REQUEST",
  UnitRule: "UNIT_RULE",
  Statement: "STATEMENT",
  StatementDuty: "STATEMENT_DUTY",
  PressConference: "PRESS_CONFERENCE",
  PressItem: "PRESS_ITEM",
  StaffSnapshot: "STAFF_SNAPSHOT",
  TrainingCourse: "TRAINING_COURSE",
} as const satisfies Readonly<Record<RecordKind, string>>;
export type SearchKind = (typeof FOUND_AS)[RecordKind];
export const SEARCH_KINDS: readonly SearchKind[] = RECORD_KINDS.map((kind) => FOUND_AS[kind]);
export const searchKindOf = (kind: RecordKind): SearchKind => FOUND_AS[kind];
export const recordKindOf = (found: SearchKind): RecordKind =>
  RECORD_KINDS.find((kind) => FOUND_AS[kind] === found) ?? "Unit";

export const SEARCH_FIELDS = terms("SearchField", "In which text of a record something was found.", {
  NAME: say("tên", "name"),
  OTHER_NAME: say("tên khác, tên cũ", "another or former name"),
  CODE: say("mã đơn vị", "code"),
  GOVERNING_BODY: say("cơ quan chủ quản", "governing body"),
  ADDRESS: say("địa chỉ", "address"),
  TITLE: say("tên cuộc thanh tra, kiểm tra", "title of the inspection"),
  SUBJECT: say("nội dung làm việc", "subject of the visit"),
  PRESS_ITEM: say("tên tác phẩm báo chí", "title of a press item"),
  PUBLICATION: say("tên xuất bản phẩm", "title of a publication"),
  EXHIBIT: say("tên tang vật", "title of an exhibit"),
  ISBN: say("mã ISBN", "ISBN"),
  DAY: say("ngày phát hiện", "day of detection"),
  PARTY: say("người vi phạm", "party"),
  TARGET: say("đối tượng thanh tra, kiểm tra", "target"),
  PLAN: say("kế hoạch", "plan"),
  DECISION_NUMBER: say("số quyết định", "number of the decision"),
  PAPER_NUMBER: say("số văn bản về quyết định", "number of a paper about the decision"),
  CONCLUSION_NUMBER: say("số kết luận", "number of the conclusion"),
  MINUTES_NUMBER: say("số biên bản", "number of the minutes"),
  RECEIPT_NUMBER: say("số biên lai", "number of a receipt"),
  LICENCE_NUMBER: say("số giấy phép", "number of the licence"),
  CARD_NUMBER: say("số thẻ nhà báo", "number of a press card"),
  SPOKESPERSON: say("người phát ngôn", "spokesperson"),
  SUPERVISION: say("tên cuộc giám sát", "title of the supervision"),
  REQUESTED: say("thông tin được yêu cầu", "what is asked"),
  LETTER_NUMBER: say("số công văn đến", "number of the letter"),
  STATEMENT: say("nội dung phát ngôn", "title of a statement"),
  STATEMENT_NUMBER: say("số văn bản phát ngôn", "number of a statement"),
  STATEMENT_DUTY: say("vụ việc phải phát ngôn", "what a unit must speak about"),
  CONFERENCE: say("nội dung họp báo", "content of a press conference"),
  ORGANISER: say("tổ chức, người họp báo", "organiser of a press conference"),
  RULE_NUMBER: say("số quy chế của đơn vị", "number of a unit's own rule"),
  OUTLET: say("cơ quan đăng, phát", "outlet of a press item"),
  ITEM_PAPER: say("số văn bản xử lý tin, bài", "number of a paper about a press item"),
  STAFF_OF: say("đơn vị có số liệu nhân lực", "unit of the staff"),
  TRAINING_COURSE: say("tên lớp tập huấn", "title of the course"),
});
export type SearchField = TermOf<typeof SEARCH_FIELDS>;

/**
 * How a text is read. BODY: the name of a body, which its initials stand for as well (UBND, TTTT). NUMBER: the number of a
 * paper, and its day. SERIAL: a number that is printed beforehand.
 */
type Sort = "WORDS" | "BODY" | "NUMBER" | "SERIAL";

/** Whom a text names: a party or a target, which may turn out to be a person later. */
export interface NamesWhom {
  readonly as: NamedAs;
  readonly ref: string;
}

export interface FoundText {
  readonly field: SearchField;
  readonly text: string;
  readonly sort?: Sort;
  /** Absent: NOBODY. */
  readonly names?: typeof NOBODY | typeof PAPERS | typeof OFFENDERS;
  readonly whom?: NamesWhom;
  /** The day that it bears, as of a number its paper. */
  readonly day?: LocalDate | null;
  /** As those may read it who may not read the names of offenders; absent: as it stands, or, of one with `names`, not at all. */
  readonly open?: string;
}

/** The texts of a record, of which the first that a reader may read stands for it, and since when there is one. */
export interface FoundBy {
  readonly texts: readonly FoundText[];
  /** The first day on which it can be spoken of, for `validAt`. */
  readonly since: LocalDate;
}

type Told = Omit<FoundText, "field" | "text">;
/** A text of a field; one that is null or empty is left out. */
export const found = (field: SearchField, text: string | null | undefined, told: Told = {}): readonly FoundText[] =>
  text == null || text === "" ? [] : [{ field, text, ...told }];
export const foundNumber = (
  field: SearchField,
  text: string | null | undefined,
  told: Told = {},
): readonly FoundText[] => found(field, text, { sort: "NUMBER", ...told });

/** The names of a body, the one recorded last first. */
export function foundNames(names: readonly { readonly name: string }[]): readonly FoundText[] {
  const [last, ...others] = [...new Set(names.map(({ name }) => name).reverse())];
  return [
    ...found("NAME", last, { sort: "BODY" }),
    ...others.flatMap((name) => found("OTHER_NAME", name, { sort: "BODY" })),
  ];
}

/** A party or a target: persons, and who turns out to be one, are found by those only who may read their names. */
export const foundParty = (
  field: SearchField,
  whom: NamesWhom,
  { kind, name }: { readonly kind: SubjectKind; readonly name: string },
): readonly FoundText[] => found(field, name, isPerson(kind) ? { names: OFFENDERS, whom } : { sort: "BODY", whom });

/** Who may read what of a record: the columns of the index in which a reader finds. */
export const COLUMNS = ["open", "papers", "offenders"] as const;
export type Column = (typeof COLUMNS)[number];

/** The forms of a text by the column in which they are found: who may read names of offenders reads all of it. */
export function formsOf({ names = NOBODY, text, open }: FoundText): readonly (readonly [Column, string])[] {
  if (names === PAPERS) return [["papers", text]];
  if (open !== undefined && open !== text)
    return [
      ["open", open],
      ["offenders", text],
    ];
  return names === OFFENDERS ? [["offenders", text]] : [["open", text]];
}

// Tokens --------------------------------------------------------------------------------------------------------------

/**
 * What is indexed of a text, as words of the index. A sign before a token says what it is, so that one look-up of words
 * answers for all:
 * - `đang`, `~dang`: a word as it is written; as it is folded, where that is another.
 * - `^thanh_hóa$`, `^~thanh_hoa$`: the whole text that stands for the record.
 * - `&ubnd`: initials of words that follow each other, or the words of an abbreviation; `=ubnd`: those of the
 *   body itself; `==ubnd`: as they stand in its name.
 * - `#123`, `#123_qd_xpvphc`, `#ibt123`: a number. `@20191005`: the day of its paper.
 */
export const TOKEN_SIGNS = "~^$_&=#@!";

/** Titles are compared as far as this; two that are alike so far are few, and the same to who looks for them. */
const TITLE_CHARS = 80;

export function tokensOf({ sort = "WORDS", day = null }: FoundText, text: string, isTitle: boolean): Set<string> {
  const words = wordsAsWritten(text);
  const tokens = new Set<string>();
  for (const word of words) for (const form of formsOfWord(word)) tokens.add(form);
  if (isTitle) for (const form of titleForms(words)) tokens.add(form);
  if (day !== null) tokens.add(dayToken(day));
  if (sort === "NUMBER") for (const token of numberTokens(text, day)) tokens.add(token);
  if (sort === "SERIAL") for (const token of serialTokens(text)) tokens.add(token);
  const folded = words.map(foldedWord);
  const isOwnName = sort === "BODY" && isTitle;
  for (const token of abbreviationsIn(folded, sort === "BODY")) {
    tokens.add(`&${token}`);
    if (isOwnName) tokens.add(`=${token}`);
  }
  if (isOwnName) for (const word of folded) tokens.add(`==${word}`);
  return tokens;
}

function formsOfWord(word: string): readonly string[] {
  const folded = foldedWord(word);
  return folded === word ? [word] : [word, `~${folded}`];
}

function titleForms(words: readonly string[]): readonly string[] {
  const written = titleToken("^", words);
  const folded = titleToken("^~", words.map(foldedWord));
  return [written, folded];
}

/** The beginning of a title; a whole one ends with a sign of its own. */
export function titleToken(sign: "^" | "^~", words: readonly string[], whole = true): string {
  const joined = words.join("_");
  return sign + (joined.length > TITLE_CHARS ? joined.slice(0, TITLE_CHARS) : joined + (whole ? "$" : ""));
}

function numberTokens(text: string, day: LocalDate | null): readonly string[] {
  const { number, year, symbol } = paperNumberIn(text);
  const key = joined(serialKey(number));
  if (key.length > LONGEST_NUMBER) return [];
  const tokens = [`#${key}`];
  if (symbol !== null) {
    const sign = joined(symbolKey(symbol));
    tokens.push(`#${key}_${sign}`);
    for (const of of new Set([year, day?.slice(0, 4)])) if (of != null) tokens.push(`#${key}_${of}_${sign}`);
  }
  return tokens;
}

/** What is longer is a sentence in which numbers are cited. */
const LONGEST_NUMBER = 40;

function serialTokens(text: string): readonly string[] {
  const key = joined(serialKey(text));
  // `IBT00123` is looked for by `123` as well.
  const digits = /\d+$/u.exec(key)?.[0];
  return digits === undefined || digits === key ? [`#${key}`] : [`#${key}`, `#${withoutZeros(digits)}`];
}

export const joined = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_");
export const dayToken = (day: LocalDate): string => `@${day.replaceAll("-", "")}`;
const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/u, "");
