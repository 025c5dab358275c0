import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import {
  type Column,
  type FoundText,
  SEARCH_KINDS,
  type SearchField,
  type SearchKind,
  tokensOf,
} from "./foundTexts.js";
import { counted, MAX_COUNTED, prepared, type Rows, type Window } from "./paging.js";
import { PersonQueries } from "./persons.js";
import { type Reading, readingsOf, SEARCH_MATCHES, type SearchMatch, type Wanted } from "./readings.js";
import { kindToken } from "./search.js";
import { type SqlValue, standsAt } from "./temporal.js";

/** Why something was found: the text in which what was typed stands, and how it fits. */
export interface FoundIn {
  readonly field: SearchField;
  readonly text: string;
  readonly match: SearchMatch;
}

export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  /** The text that stands for it, as the reader may read it. */
  readonly title: string;
  readonly why: readonly FoundIn[];
}

/** Which records are looked for, and what of them the reader may read. */
export interface SearchScope {
  readonly kinds: readonly SearchKind[];
  readonly may: { readonly papers: boolean; readonly offenders: boolean };
}
export const ALL_TEXTS: SearchScope["may"] = { papers: true, offenders: true };

interface At {
  readonly position: Position;
  /** Only what can be spoken of by this day. */
  readonly validAt?: LocalDate | undefined;
}

interface Row {
  readonly entry: number;
  readonly kind: SearchKind;
  readonly id: string;
  readonly texts: string;
}

/**
 * Better readings of what was typed first, see ./readings.ts. Within a reading the order is that of the entries, newest
 * first, so that an answer depends on nothing but the log up to its basis. What a reader may not read finds nothing, and
 * is not told of what is found: the index is asked in that reader's columns, and each hit is looked at once more.
 */
export class SearchQueries {
  private readonly persons: PersonQueries;

  constructor(private readonly db: Database) {
    this.persons = new PersonQueries(db);
  }

  list(text: string, scope: SearchScope, window: Window, at: At): Rows<SearchHit> {
    const start = startOf(window);
    const rows: { row: SearchHit; key: readonly SqlValue[] }[] = [];
    let first = 0;
    for (const readings of readingsOf(text)) {
      const isBegun = first <= start.rank && start.rank < first + readings.length && window.after !== undefined;
      for (const [nth, reading] of readings.entries()) {
        const rank = first + nth;
        const wanted = window.limit + 1 - rows.length;
        if (rank < start.rank || wanted <= 0) continue;
        const below = rank === start.rank ? start.entry : Number.MAX_SAFE_INTEGER;
        for (const { row, entry } of this.inReading(reading, readings.slice(0, nth), scope, { ...at, below, wanted })) {
          rows.push({ row, key: [rank, entry] });
        }
      }
      first += readings.length;
      // What was typed is read otherwise only where nothing was found as it stands.
      if (rows.length > 0 || isBegun) break;
    }
    return {
      rows: rows.slice(0, window.limit),
      more: rows.length > window.limit,
      count: () => counted(this.countOf(text, scope, at)),
    };
  }

  /** As many as are found by all readings of the first group that finds something. */
  private countOf(text: string, scope: SearchScope, at: At): number {
    for (const readings of readingsOf(text)) {
      const found = this.countIn(readings, scope, at);
      if (found > 0) return found;
    }
    return 0;
  }

  private countIn(readings: readonly Reading[], scope: SearchScope, { position, validAt }: At): number {
    const any = readings.map((reading) => this.knownForms(reading)).join(" OR ");
    const params = { match: within(any, scope), at: position, below: Number.MAX_SAFE_INTEGER };
    const dated = { ...params, ...(validAt === undefined ? {} : { validAt }), limit: MAX_COUNTED + 1 };
    const count = (which: string): number =>
      prepared(this.db, `SELECT count(*) FROM (SELECT 1 ${foundIn(validAt)} ${which} LIMIT :limit)`, "pluck").get(
        dated,
      ) as number;
    if (scope.may.offenders) return count("");
    // Whether a name may be read is a matter of who is known to be a person, so these are looked at one by one.
    const naming = `SELECT e.entry, e.kind, e.id, e.texts ${foundIn(validAt)} AND instr(e.texts, '"whom"') > 0 LIMIT :limit`;
    const named = (prepared(this.db, naming).all(dated) as Row[]).filter((row) =>
      readings.some((reading) => this.hitOf(row, reading, scope)),
    );
    return count(`AND instr(e.texts, '"whom"') = 0`) + named.length;
  }

  private inReading(
    reading: Reading,
    before: readonly Reading[],
    scope: SearchScope,
    { position, validAt, below, wanted }: At & { readonly below: number; readonly wanted: number },
  ): { readonly row: SearchHit; readonly entry: number }[] {
    const match = this.expression(reading, before, scope);
    const sql = `SELECT e.entry, e.kind, e.id, e.texts ${foundIn(validAt)} ORDER BY t.rowid DESC`;
    const params = { match, below, at: position, ...(validAt === undefined ? {} : { validAt }) };
    const found: { row: SearchHit; entry: number }[] = [];
    for (const row of prepared(this.db, sql).iterate(params) as IterableIterator<Row>) {
      const hit = this.hitOf(row, reading, scope);
      if (hit) found.push({ row: hit, entry: row.entry });
      if (found.length >= wanted) break;
    }
    return found;
  }

  /** What is asked of the index. */
  private expression(reading: Reading, before: readonly Reading[], scope: SearchScope): string {
    const known = this.knownForms(reading);
    const others = before.map(conjunctionOf);
    return within(others.length === 0 ? known : `(${known}) NOT (${others.join(" OR ")})`, scope);
  }

  /** Of a misspelt word there are hundreds of forms, of which the index knows a few. */
  private knownForms(reading: Reading): string {
    const near = reading.flatMap((wanted) => wanted.filter(({ match }) => match === "NEAR").map(({ token }) => token));
    if (near.length === 0) return conjunctionOf(reading);
    const known = new Set(
      prepared(
        this.db,
        `SELECT term FROM search_text_word WHERE term IN (SELECT value FROM json_each(?))`,
        "pluck",
      ).all(JSON.stringify(near)),
    );
    return conjunctionOf(
      reading.map((wanted) => wanted.filter(({ token, match }) => match !== "NEAR" || known.has(token))),
    );
  }

  /** The hit as the reader may see it; undefined: it is none for this reader. */
  private hitOf({ kind, id, texts: json }: Row, reading: Reading, scope: SearchScope): SearchHit | undefined {
    const texts: ReadText[] = [];
    for (const [at, text] of (JSON.parse(json) as readonly FoundText[]).entries()) {
      const shown = this.shown(text, scope);
      if (shown !== undefined) texts.push({ field: text.field, text: shown, tokens: tokensOf(text, shown, at === 0) });
    }
    const why = whyFound(reading, texts);
    return why && { kind, id, title: texts[0]?.text ?? "", why };
  }

  private shown({ text, open, names, whom }: FoundText, { may }: SearchScope): string | undefined {
    if (names === "PAPERS") return may.papers ? text : undefined;
    if (may.offenders) return text;
    if (open !== undefined) return open;
    if (names === "OFFENDERS" || (whom && this.persons.isPerson(whom.as, whom.ref))) return undefined;
    return text;
  }
}

/** In what the reader may read, of these kinds. */
function within(words: string, { kinds, may }: SearchScope): string {
  const columns: readonly Column[] = [
    "open",
    ...(may.papers ? (["papers"] as const) : []),
    ...(may.offenders ? (["offenders"] as const) : []),
  ];
  const readable = `{${columns.join(" ")}} : (${words})`;
  if (kinds.length === SEARCH_KINDS.length) return readable;
  return `(${readable}) AND {kind} : (${kinds.map((kind) => quoted(kindToken(kind))).join(" OR ") || '"!"'})`;
}

const foundIn = (validAt: LocalDate | undefined): string =>
  `FROM search_text t JOIN search_entry e ON e.entry = t.rowid
    WHERE t.search_text MATCH :match AND t.rowid < :below AND ${standsAt("e")}
      ${validAt === undefined ? "" : "AND e.since <= :validAt"}`;

interface ReadText {
  readonly field: SearchField;
  readonly text: string;
  readonly tokens: ReadonlySet<string>;
}

/** The texts in which all that is wanted stands; undefined: it does not. One text that has all of it says enough. */
function whyFound(reading: Reading, texts: readonly ReadText[]): readonly FoundIn[] | undefined {
  const fits = texts.map(({ tokens }) => reading.map((wanted) => fitOf(wanted, tokens)));
  const best = reading.map((_, at) => Math.min(...fits.map((fit) => fit[at] ?? NO_FIT)));
  if (best.some((fit) => fit === NO_FIT)) return undefined;
  const whole = texts.flatMap((text, at) => (fits[at]?.includes(NO_FIT) ? [] : [reasonOf(text, fits[at] ?? [])]));
  const [one] = whole.sort((a, b) => rankOf(a.match) - rankOf(b.match));
  if (one) return [one];
  return texts.flatMap((text, at) => {
    const own = (fits[at] ?? []).filter((fit, which) => fit !== NO_FIT && fit === best[which]);
    return own.length === 0 ? [] : [reasonOf(text, own)];
  });
}

const NO_FIT = Number.POSITIVE_INFINITY;
const rankOf = (match: SearchMatch): number => SEARCH_MATCHES.values.indexOf(match);
const BEGINNING = rankOf("BEGINNING");

/** It fits as well as the word of it that fits least. */
const reasonOf = ({ field, text }: ReadText, fits: readonly number[]): FoundIn => ({
  field,
  text,
  match: SEARCH_MATCHES.values[Math.max(...fits)] ?? "NEAR",
});

function fitOf(wanted: Wanted, tokens: ReadonlySet<string>): number {
  let best = NO_FIT;
  for (const { token, begins, match } of wanted) {
    const fit = rankOf(match);
    if (fit >= best) continue;
    if (tokens.has(token)) best = fit;
    else if (begins && beginsOne(token, tokens)) best = Math.min(best, isCut(token, tokens) ? BEGINNING : fit);
  }
  return best;
}

/** Of a title's beginning: its last word goes on. */
const isCut = (token: string, tokens: ReadonlySet<string>): boolean =>
  token.startsWith("^") && !beginsOne(`${token}_`, tokens) && !beginsOne(`${token}$`, tokens);

function beginsOne(token: string, tokens: ReadonlySet<string>): boolean {
  for (const one of tokens) if (one.startsWith(token)) return true;
  return false;
}

/** A reading in the language of the index. */
const conjunctionOf = (reading: Reading): string => reading.map(disjunctionOf).join(" AND ");

function disjunctionOf(wanted: Wanted): string {
  const beginnings = new Set(wanted.filter(({ begins }) => begins).map(({ token }) => token));
  const wholes = new Set(wanted.map(({ token }) => token).filter((token) => !beginnings.has(token)));
  const forms = [...[...wholes].map(quoted), ...[...beginnings].map((token) => `${quoted(token)} *`)];
  return `(${forms.join(" OR ")})`;
}

const quoted = (token: string): string => `"${token}"`;

function startOf({ after }: Window): { rank: number; entry: number } {
  const [rank, entry] = after ?? [0, Number.MAX_SAFE_INTEGER];
  return { rank: Number(rank), entry: Number(entry) };
}
