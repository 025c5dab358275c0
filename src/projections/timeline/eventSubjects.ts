import type { Database } from "better-sqlite3";
import type { LRUCache } from "lru-cache";
import { historyOf } from "../../domain/histories.js";
import { recordsOf } from "../../domain/kernel/history.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Position } from "../../eventstore/contract.js";
import { keptUpTo } from "../table/kept.js";
import { type LedgerRecord, type Links, linksOf, type Roles, type Subject } from "./eventSubjectLinks.js";

export type { Subject, SubjectKind } from "./eventSubjectLinks.js";

/** Of each kind, about 1 kB each: the records that are being worked on, and those they are about. */
const KEPT_RECORDS = 4_000;

/**
 * Every event under each of its subjects: its own record (`own`), and whom or what that record is about. A timeline of
 * a subject is a stretch of this table's key, which is of numbers because there are several rows an event.
 * `roles_json` is what the next event of a record is linked to without naming it. It changes in place: a note for the
 * next event, on which no answer rests; only this projection reads it.
 */
export const SUBJECTS_DDL = `
  CREATE TABLE subject (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    roles_json TEXT,
    UNIQUE (ref, kind)
  ) STRICT;
  CREATE TABLE event_subject (
    subject INTEGER NOT NULL,
    position INTEGER NOT NULL,
    own INTEGER NOT NULL,
    PRIMARY KEY (subject, position)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Links each event to its subjects, which it returns as JSON: `[number, own]` of each. To be settled when the page of
 * events has been taken in.
 */
export function openEventSubjects(
  db: Database,
  keptRecords = KEPT_RECORDS,
): { link: (event: LedgerEvent) => string; settle: () => void } {
  const links = new UnwrittenLinks(db);
  const records = new KnownRecords(db, keptRecords);
  return {
    link(event) {
      const told = linksOf(event);
      const own = subjectsOf(event);
      // Where an event is of several records of a register, nothing stands with it but what it names.
      const belongsTo = told.record ?? (own.length === 1 ? own[0] : undefined);
      const record = belongsTo && records.of(belongsTo);
      const before = record?.roles ?? NOTHING;
      const after = event.story ? rolesOf(event, event.story, records) : rolesAfter(before, told, records);
      const linked: number[] = [];
      const link = (numbers: readonly number[], isOwn: 0 | 1): void => {
        for (const number of numbers) {
          if (linked.includes(number)) continue;
          linked.push(number);
          links.add(number, event.position, isOwn);
        }
      };
      link(records.numbersOf(own), 1);
      const ownOnes = linked.length;
      if (record) link(records.standingWith(record), 0);
      if (record && after !== before) records.change(record, after);
      if (after !== before) link(record ? records.standingWith(record) : records.numbersIn(after), 0);
      if (told.once) link(records.numbersOf(told.once), 0);
      return `[${linked.map((number, nth) => `[${number},${nth < ownOnes ? 1 : 0}]`).join(",")}]`;
    },
    settle() {
      records.settle();
      links.settle();
    },
  };
}

/** So many links are written by one statement. */
const WRITTEN_AT_ONCE = 64;

/** Links of a page of events, which are written in the order of the table: that takes half as long. */
class UnwrittenLinks {
  private links: (readonly [subject: number, position: Position, own: 0 | 1])[] = [];
  private readonly one;
  private readonly many;

  constructor(db: Database) {
    const inserting = (rows: number): string =>
      `INSERT INTO event_subject (subject, position, own) VALUES ${Array(rows).fill("(?, ?, ?)").join(", ")}`;
    this.one = db.prepare(inserting(1));
    this.many = db.prepare(inserting(WRITTEN_AT_ONCE));
  }

  add(subject: number, position: Position, own: 0 | 1): void {
    this.links.push([subject, position, own]);
  }

  settle(): void {
    const { links } = this;
    links.sort(([a, at], [b, then]) => a - b || at - then);
    let next = 0;
    for (; next + WRITTEN_AT_ONCE <= links.length; next += WRITTEN_AT_ONCE) {
      const values: number[] = [];
      for (const link of links.slice(next, next + WRITTEN_AT_ONCE)) values.push(...link);
      this.many.run(values);
    }
    for (const link of links.slice(next)) this.one.run(link);
    this.links = [];
  }
}

function subjectsOf(event: LedgerEvent): readonly Subject[] {
  const history = historyOf(event.stream.slice(0, event.stream.indexOf("-")));
  if (!history || history.kind === null) return [];
  const { kind } = history;
  return recordsOf(history, event).map((ref) => ({ kind, ref }));
}

/** What stands with the record whose event took others back: what is left of its story tells. */
function rolesOf(event: LedgerEvent, story: readonly LedgerEvent[], records: KnownRecords): Roles {
  const history = historyOf(event.stream.slice(0, event.stream.indexOf("-")));
  const left = history?.standing?.([...story, event]) ?? [];
  return left.reduce((roles, one) => rolesAfter(roles, linksOf(one), records), NOTHING);
}

/** What stands with the record after the event; the same object when the event changes nothing of it. */
function rolesAfter(before: Roles, { add, set, through }: Links, records: KnownRecords): Roles {
  if (!add && !set && !through) return before;
  const after: Record<string, readonly Subject[]> = { ...before, ...set };
  const besides = (role: string, subjects: readonly Subject[]): void => {
    const known = after[role] ?? [];
    const fresh = subjects.filter(({ kind, ref }) => !known.some((one) => one.kind === kind && one.ref === ref));
    if (fresh.length > 0) after[role] = [...known, ...fresh];
  };
  for (const [role, subjects] of Object.entries(add ?? {})) besides(role, subjects);
  for (const { record, role } of through ?? []) {
    const there = records.of(record).roles;
    for (const [name, subjects] of Object.entries(there)) if (role === null || role === name) besides(name, subjects);
  }
  return after;
}

const NOTHING: Roles = {};

/** One object a record, for as long as it is kept or not written. */
interface KnownRecord extends LedgerRecord {
  readonly number: number;
  /** What stands with it. */
  roles: Roles;
  /** The numbers of what stands with it, once they have been asked for. */
  numbers?: readonly number[] | undefined;
}

/**
 * The number of each record, in the order of first mention, so that it is the same however often the read model is
 * built; and what stands with it now. Both are written when the page of events has been taken in, once however often
 * they changed in it.
 */
class KnownRecords {
  private readonly kept = new Map<LedgerRecord["kind"], LRUCache<string, KnownRecord>>();
  /** New records and changed ones; those that are new come in the order of their numbers. */
  private readonly unwritten = new Map<number, KnownRecord>();
  private last: number;
  private written: number;
  private readonly find;
  private readonly insert;
  private readonly update;

  constructor(
    db: Database,
    private readonly keptRecords: number,
  ) {
    this.find = db.prepare(`SELECT number, roles_json FROM subject WHERE ref = ? AND kind = ?`);
    this.insert = db.prepare(`INSERT INTO subject (number, kind, ref, roles_json) VALUES (?, ?, ?, ?)`);
    this.update = db.prepare(`UPDATE subject SET roles_json = ? WHERE number = ?`);
    this.last = this.written = db.prepare(`SELECT coalesce(max(number), 0) FROM subject`).pluck().get() as number;
  }

  of(record: LedgerRecord): KnownRecord {
    const kept = this.keptOf(record.kind);
    const known = kept.get(record.ref);
    if (known) return known;
    const found = this.read(record) ?? this.begin(record);
    kept.set(record.ref, found);
    return found;
  }

  numbersOf(subjects: readonly LedgerRecord[]): readonly number[] {
    return subjects.map((subject) => this.of(subject).number);
  }

  numbersIn(roles: Roles): readonly number[] {
    return Object.values(roles).flatMap((subjects) => this.numbersOf(subjects));
  }

  standingWith(record: KnownRecord): readonly number[] {
    return (record.numbers ??= this.numbersIn(record.roles));
  }

  change(record: KnownRecord, roles: Roles): void {
    record.roles = roles;
    record.numbers = undefined;
    this.unwritten.set(record.number, record);
    this.keptOf(record.kind).set(record.ref, record);
  }

  settle(): void {
    for (const { number, kind, ref, roles } of this.unwritten.values()) {
      const json = roles === NOTHING ? null : JSON.stringify(roles);
      if (number > this.written) this.insert.run(number, kind, ref, json);
      else this.update.run(json, number);
    }
    this.unwritten.clear();
    this.written = this.last;
  }

  private keptOf(kind: LedgerRecord["kind"]): LRUCache<string, KnownRecord> {
    const known = this.kept.get(kind);
    if (known) return known;
    // What is no longer kept is read again, so it must have been written by then.
    const dispose = ({ number }: KnownRecord): void => {
      if (this.unwritten.has(number)) this.settle();
    };
    const kept = keptUpTo<string, KnownRecord>(this.keptRecords, { dispose, noDisposeOnSet: true });
    this.kept.set(kind, kept);
    return kept;
  }

  private begin({ kind, ref }: LedgerRecord): KnownRecord {
    const record = { kind, ref, number: ++this.last, roles: NOTHING };
    this.unwritten.set(record.number, record);
    return record;
  }

  private read({ kind, ref }: LedgerRecord): KnownRecord | undefined {
    const row = this.find.get(ref, kind) as { number: number; roles_json: string | null } | undefined;
    if (!row) return undefined;
    return {
      kind,
      ref,
      number: row.number,
      roles: row.roles_json === null ? NOTHING : (JSON.parse(row.roles_json) as Roles),
    };
  }
}
