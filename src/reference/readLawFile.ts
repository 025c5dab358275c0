import type { Term } from "../domain/kernel/deadline.js";
import { SPECIAL_DAY_KINDS } from "../domain/kernel/workCalendar.js";
import { isVnd, type Vnd } from "../domain/kernel/money.js";
import type { Bilingual } from "../domain/kernel/refusal.js";
import {
  type CalendarRow,
  type DeadlineRule,
  type FiningPower,
  type LawRow,
  type LawRows,
  type LegalInstrument,
  type ParameterRule,
  type Provision,
  provisionOf,
  type RemoteArea,
  type ViolationRule,
} from "../domain/law/lawBook.js";
import {
  CONFIDENCES,
  DEADLINE_KEYS,
  LAW_FIELDS,
  PARAMETER_KEYS,
  POWER_EXTENTS,
  REMEDY_KINDS,
  SIGNER_POSTS,
  SUBJECT_BASES,
} from "../domain/law/terms.js";
import { dutyOf } from "./dutyRows.js";
import { Fields } from "./fields.js";

export const LAW_FORMAT = "press-ledger/law@1";

const UNITS = ["CALENDAR_DAYS", "WORKING_DAYS", "MONTHS", "YEARS"] as const;
const MAX_MONTHS = 24;
const MAX_COPIES = 1_000_000;

/** Reads the text of a law file. Any list may be absent. The rows are of use only where there is no problem. */
export function readLawFile(text: string, origin: LawRow["origin"]): { rows: LawRows; problems: readonly string[] } {
  const problems: string[] = [];
  const file = new Fields(parsed(text, problems), "file", problems);
  const format = problems.length === 0 ? file.text("format") : "";
  // In another format nothing below would mean what it seems to.
  if (problems.length === 0 && format !== LAW_FORMAT) file.problem(`format: expected "${LAW_FORMAT}"`);
  if (problems.length > 0) return { rows: NO_ROWS, problems };

  file.list("notes");
  const rowsOf = <R>(list: keyof LawRows, keyField: string, read: (fields: Fields) => R): R[] =>
    file.list(list).map((value, index) => {
      const fields = new Fields(value, nameOf(list, index, value, keyField), problems);
      const row = read(fields);
      fields.nothingElse();
      return row;
    });
  const dated = (fields: Fields): LawRow => ({
    validFrom: fields.day("validFrom"),
    validTo: fields.optionalDay("validTo"),
    ...standingIn(fields),
    ...vouched(fields, origin),
  });
  const rows: LawRows = {
    instruments: rowsOf("instruments", "key", (fields) => ({ ...dated(fields), ...instrumentOf(fields) })),
    violations: rowsOf("violations", "code", (fields) => ({ ...dated(fields), ...violationOf(fields) })),
    powers: rowsOf("powers", "post", (fields) => powersOf(fields, dated(fields))).flat(),
    deadlines: rowsOf("deadlines", "key", (fields) => ({ ...dated(fields), ...deadlineOf(fields) })),
    parameters: rowsOf("parameters", "key", (fields) => ({ ...dated(fields), ...parameterOf(fields) })),
    remoteAreas: rowsOf("remoteAreas", "unitCode", (fields) => ({ ...dated(fields), ...remoteAreaOf(fields) })),
    holidays: rowsOf("holidays", "day", (fields) => ({ ...holidayOf(fields), ...vouched(fields, origin) })),
    duties: rowsOf("duties", "key", (fields) => ({
      ...dated(fields),
      ...dutyOf(fields),
      instrument: instrumentKey(fields, "instrument"),
      what: bilingual(fields, "what"),
    })),
  };
  file.nothingElse();
  return { rows, problems };
}

const NO_ROWS: LawRows = {
  instruments: [],
  violations: [],
  powers: [],
  deadlines: [],
  parameters: [],
  remoteAreas: [],
  holidays: [],
  duties: [],
};

type Undated<R extends LawRow> = Omit<R, keyof LawRow>;

/** Where in the instrument the row stands, where that is told apart from the source. */
function standingIn(fields: Fields): { readonly provision?: Provision } {
  const provision = fields.optional("provision", (inner) => ({
    article: inner.text("article", 6),
    clause: inner.optionalText("clause", 6) ?? null,
    point: inner.optionalText("point", 6) ?? null,
  }));
  return provision ? { provision } : {};
}

const vouched = (fields: Fields, origin: LawRow["origin"]) => ({
  source: fields.text("source", 600),
  confidence: fields.oneOf("confidence", CONFIDENCES.values),
  origin,
});

const instrumentOf = (fields: Fields): Undated<LegalInstrument> => ({
  key: instrumentKey(fields, "key"),
  name: bilingual(fields, "name"),
});

function violationOf(fields: Fields): Undated<ViolationRule> & Pick<LawRow, "provision"> {
  const code = matching(fields, "code", VIOLATION_CODE, "a code such as 119.29.2");
  return { code, provision: provisionOf(code), ...actOf(fields) };
}

const actOf = (fields: Fields): Omit<Undated<ViolationRule>, "code"> => ({
  instrument: instrumentKey(fields, "instrument"),
  field: fields.oneOf("field", LAW_FIELDS.values),
  act: bilingual(fields, "act"),
  fine: fields.optional("fine", (fine) => {
    const range = { min: money(fine, "min"), max: money(fine, "max") };
    if (BigInt(range.min) > BigInt(range.max)) fine.problem("max: it is less than min");
    return range;
  }),
  basis: fields.oneOf("basis", SUBJECT_BASES.values),
  warningAllowed: fields.flag("warningAllowed"),
  suspensionMonths: fields.optional("suspensionMonths", (months) => span(months, "min", "max", MAX_MONTHS)),
  confiscation: fields.flag("confiscation"),
  remedies: fields.someOf("remedies", REMEDY_KINDS.values, 0),
  copies: fields.optional("copies", (copies) => {
    const from = copies.whole("from", 0, MAX_COPIES);
    return { from, to: copies.optionalWhole("to", from, MAX_COPIES) };
  }),
});

/** A row of the file may speak of several fields at once; in the book each has its own. */
function powersOf(fields: Fields, row: LawRow): FiningPower[] {
  const post = fields.oneOf("post", SIGNER_POSTS.values);
  const instrument = instrumentKey(fields, "instrument");
  const extent = fields.has("extent") ? fields.oneOf("extent", POWER_EXTENTS.values) : "UP_TO";
  const power = extent === "UP_TO" ? { extent, ...limitsOf(fields) } : { extent };
  return fields.someOf("fields", LAW_FIELDS.values, 1).map((field) => ({ ...row, post, field, instrument, ...power }));
}

const limitsOf = (fields: Fields) => ({
  maxIndividual: money(fields, "maxIndividual"),
  maxOrganisation: money(fields, "maxOrganisation"),
  mayConfiscate: fields.flag("mayConfiscate"),
  confiscationUpTo: fields.has("confiscationUpTo") ? money(fields, "confiscationUpTo") : null,
  maySuspend: fields.flag("maySuspend"),
  remedies: fields.has("remedies") ? fields.someOf("remedies", REMEDY_KINDS.values, 0) : null,
});

/** Periods of the ledger run from a day, so they are in days, months or years; hours have no place here. */
const deadlineOf = (fields: Fields): Undated<DeadlineRule> => ({
  key: fields.oneOf("key", DEADLINE_KEYS.values),
  instrument: instrumentKey(fields, "instrument"),
  what: bilingual(fields, "what"),
  term: termOf(fields),
});

function termOf(fields: Fields): Term {
  const inner = fields.inner("term");
  const term = { amount: inner.whole("amount", 1, 10_000), unit: inner.oneOf("unit", UNITS) };
  const limitation = inner.has("limitation") && inner.flag("limitation");
  inner.nothingElse();
  return limitation ? { ...term, limitation } : term;
}

const parameterOf = (fields: Fields): Undated<ParameterRule> => ({
  key: fields.oneOf("key", PARAMETER_KEYS.values),
  instrument: instrumentKey(fields, "instrument"),
  what: bilingual(fields, "what"),
  value: BigInt(money(fields, "value")),
});

const remoteAreaOf = (fields: Fields): Undated<RemoteArea> => ({
  unitCode: matching(fields, "unitCode", UNIT_CODE, "the official code of a unit, such as 384"),
  instrument: instrumentKey(fields, "instrument"),
  name: bilingual(fields, "name"),
});

const holidayOf = (fields: Fields): Omit<CalendarRow, "source" | "confidence" | "origin"> => ({
  day: fields.day("day"),
  kind: fields.oneOf("kind", SPECIAL_DAY_KINDS.values),
  name: bilingual(fields, "name"),
});

function bilingual(fields: Fields, name: string): Bilingual {
  const inner = fields.inner(name);
  const text = { vi: inner.text("vi", 600), en: inner.text("en", 600) };
  inner.nothingElse();
  return text;
}

const INSTRUMENT_KEY = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
const VIOLATION_CODE = /^[0-9A-Za-z]{1,12}(\.[0-9a-zđ]{1,6}){1,4}$/;

const UNIT_CODE = /^[0-9A-Za-z]{1,20}$/;

const instrumentKey = (fields: Fields, name: string): string =>
  matching(fields, name, INSTRUMENT_KEY, "the key of an instrument, such as SANC-PRESS-119");

function matching(fields: Fields, name: string, form: RegExp, expected: string): string {
  const text = fields.text(name, 60);
  if (text !== "" && !form.test(text)) fields.problem(`${name}: expected ${expected}`);
  return text;
}

/** A whole number as text, since JSON's numbers are no place for money. */
function money(fields: Fields, name: string): Vnd {
  const text = fields.text(name, 20);
  if (isVnd(text)) return text;
  if (text !== "") fields.problem(`${name}: expected a whole number as text, such as "3000000"`);
  return "0";
}

function span(fields: Fields, min: string, max: string, most: number): { min: number; max: number } {
  const from = fields.whole(min, 0, most);
  return { min: from, max: fields.whole(max, from, most) };
}

const nameOf = (list: string, index: number, value: unknown, keyField: string): string => {
  const row = value as Readonly<Record<string, unknown>> | null;
  const key = row?.[keyField];
  const from = typeof row?.["validFrom"] === "string" ? ` from ${row["validFrom"]}` : "";
  return typeof key === "string" ? `${list} "${key}"${from}` : `${list}[${index}]`;
};

function parsed(text: string, problems: string[]): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    problems.push("file: not JSON.");
    return {};
  }
}
