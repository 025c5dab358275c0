import type { Database } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { LedgerEvent } from "../eventstore/codec.js";
import { type Links, linksOf, type Roles, type Subject, type SubjectKind } from "./eventSubjectLinks.js";
import type { Applier, ReadModelPart } from "./part.js";

export type { Subject, SubjectKind } from "./eventSubjectLinks.js";

/** What the streams of a category are of; of the register of units each event tells its own. */
const KIND_OF_CATEGORY: Readonly<Record<string, SubjectKind>> = {
  pressAgency: "PressAgency",
  representativeOffice: "RepresentativeOffice",
  reporter: "Reporter",
  visit: "Visit",
  inspection: "Inspection",
  violationCase: "ViolationCase",
  seizure: "Seizure",
  sanction: "Sanction",
  decisionRegister: "DecisionRegister",
};

/** About 1 kB each: the records that are being worked on. */
const KEPT_RECORDS = 5_000;
/** About 100 bytes each. */
const KEPT_NUMBERS = 50_000;

/**
 * Every event under each of its subjects: its own record (`own`), and whom or what that record is about. A timeline of
 * a subject is a stretch of this table's key, which is of numbers because there are several rows an event.
 * `event_about` has the same the other way round: of an event, `[number, own]` of each of its subjects.
 * `record_standing` is what the next event of a record is linked to without naming it; only this projection reads it.
 */
export const eventSubjectsPart: ReadModelPart = {
  name: "eventSubjects",
  ddl: `
    CREATE TABLE subject (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      ref TEXT NOT NULL,
      UNIQUE (ref, kind)
    ) STRICT;
    CREATE TABLE event_subject (
      subject INTEGER NOT NULL,
      position INTEGER NOT NULL,
      own INTEGER NOT NULL,
      PRIMARY KEY (subject, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_subject_own ON event_subject (subject, position) WHERE own = 1;
    CREATE TABLE event_about (
      position INTEGER PRIMARY KEY,
      subjects_json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE record_standing (
      record TEXT PRIMARY KEY,
      roles_json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  open({ db }) {
    const insert = db.prepare(`INSERT INTO event_subject (subject, position, own) VALUES (?, ?, ?)`);
    const about = db.prepare(`INSERT INTO event_about (position, subjects_json) VALUES (?, ?)`);
    const standing = new StandingSubjects(db);
    const numbers = new SubjectNumbers(db);
    const apply: Applier = (event) => {
      const links = linksOf(event);
      const record = links.record ?? event.stream;
      const before = standing.of(record);
      const after = rolesAfter(before, links, standing);
      const linked = new Map<number, 0 | 1>();
      const link = (subjects: readonly Subject[], own: 0 | 1): void => {
        for (const subject of subjects) {
          const number = numbers.of(subject);
          if (linked.has(number)) continue;
          linked.set(number, own);
          insert.run(number, event.position, own);
        }
      };
      link(links.own ?? ownOf(event), 1);
      for (const subjects of Object.values(before)) link(subjects, 0);
      if (after !== before) for (const subjects of Object.values(after)) link(subjects, 0);
      link(links.once ?? [], 0);
      about.run(event.position, JSON.stringify([...linked]));
      if (after !== before) standing.put(record, after);
    };
    apply.settle = () => standing.settle();
    return apply;
  },
};

function ownOf({ stream }: LedgerEvent): readonly Subject[] {
  const dash = stream.indexOf("-");
  const kind = KIND_OF_CATEGORY[stream.slice(0, dash)];
  return kind === undefined ? [] : [{ kind, ref: stream.slice(dash + 1) }];
}

/** What stands with the record after the event; the same object when the event changes nothing of it. */
function rolesAfter(before: Roles, { add, set, through }: Links, standing: StandingSubjects): Roles {
  if (!add && !set && !through) return before;
  const after: Record<string, readonly Subject[]> = { ...before, ...set };
  const besides = (role: string, subjects: readonly Subject[]): void => {
    const known = after[role] ?? [];
    const fresh = subjects.filter(({ kind, ref }) => !known.some((one) => one.kind === kind && one.ref === ref));
    if (fresh.length > 0) after[role] = [...known, ...fresh];
  };
  for (const [role, subjects] of Object.entries(add ?? {})) besides(role, subjects);
  for (const { record, role } of through ?? []) {
    const there = standing.of(record);
    for (const [name, subjects] of Object.entries(there)) if (role === null || role === name) besides(name, subjects);
  }
  return after;
}

/** Numbers are given in the order of first mention, so they are the same however often the read model is built. */
class SubjectNumbers {
  private readonly kept = new LRUCache<string, number>({ max: KEPT_NUMBERS });
  private readonly find;
  private readonly insert;

  constructor(db: Database) {
    this.find = db.prepare(`SELECT number FROM subject WHERE ref = ? AND kind = ?`).pluck();
    this.insert = db.prepare(`INSERT INTO subject (kind, ref) VALUES (?, ?)`);
  }

  of({ kind, ref }: Subject): number {
    const key = `${kind}:${ref}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const found = this.find.get(ref, kind) as number | undefined;
    const number = found ?? Number(this.insert.run(kind, ref).lastInsertRowid);
    this.kept.set(key, number);
    return number;
  }
}

/**
 * What stands with each record now. Rows change in place: a note for the next event, on which no answer rests. They are
 * written when the page of events has been taken in, once however often they changed in it.
 */
class StandingSubjects {
  private readonly unwritten = new Map<string, Roles>();
  private readonly kept = new LRUCache<string, Roles>({ max: KEPT_RECORDS });
  private readonly read;
  private readonly write;

  constructor(db: Database) {
    this.read = db.prepare(`SELECT roles_json FROM record_standing WHERE record = ?`).pluck();
    this.write = db.prepare(`INSERT OR REPLACE INTO record_standing (record, roles_json) VALUES (?, ?)`);
  }

  of(record: string): Roles {
    const known = this.unwritten.get(record) ?? this.kept.get(record);
    if (known) return known;
    const roles = JSON.parse((this.read.get(record) as string | undefined) ?? "{}") as Roles;
    this.kept.set(record, roles);
    return roles;
  }

  put(record: string, roles: Roles): void {
    this.unwritten.set(record, roles);
    this.kept.set(record, roles);
  }

  settle(): void {
    for (const [record, roles] of this.unwritten) this.write.run(record, JSON.stringify(roles));
    this.unwritten.clear();
  }
}
