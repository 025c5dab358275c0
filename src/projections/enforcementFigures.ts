import type { Database } from "better-sqlite3";
import { type LocalDate, localDateOf } from "../domain/kernel/time.js";
import type { LedgerEvent } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import type { OwnRows, ReadModelPart } from "./part.js";

/** What is counted of enforcement. Counts and đồng are told apart by the measure. */
export const ENFORCEMENT_MEASURES = [
  "INSPECTIONS_LED",
  "INSPECTIONS_COORDINATED",
  "INSPECTION_TARGETS",
  "CASES",
  "VIOLATIONS",
  "DECISIONS",
  "SUBJECTS_SANCTIONED",
  "FINES_DECIDED",
  "FINES_COLLECTED",
  "FINES_OUTSTANDING",
  "FINES_REDUCED",
  "FINES_LAPSED",
  "INTEREST_COLLECTED",
  "REFUNDS_DUE",
  "WARNINGS",
  "SUSPENSIONS",
  "TITLES_SEIZED",
  "COPIES_SEIZED",
  "TITLES_RETURNED",
  "COPIES_RETURNED",
  "TITLES_CONFISCATED",
  "COPIES_CONFISCATED",
  "TITLES_DESTROYED",
  "COPIES_DESTROYED",
  "COMPLAINTS",
  "COMPLAINTS_RESOLVED",
] as const;
export type EnforcementMeasure = (typeof ENFORCEMENT_MEASURES)[number];

/** Of these the amounts are đồng; of all others they are counts. */
export const MONEY_MEASURES = [
  "FINES_DECIDED",
  "FINES_COLLECTED",
  "FINES_OUTSTANDING",
  "FINES_REDUCED",
  "FINES_LAPSED",
  "INTEREST_COLLECTED",
  "REFUNDS_DUE",
] as const satisfies readonly EnforcementMeasure[];
export type MoneyMeasure = (typeof MONEY_MEASURES)[number];
export type CountMeasure = Exclude<EnforcementMeasure, MoneyMeasure>;

/** Why an entry stands in the ledger of figures. */
export const ENFORCEMENT_CAUSES = ["NEW", "LATE", "CORRECTED", "ANNULLED", "VOIDED"] as const;
export type EnforcementCause = (typeof ENFORCEMENT_CAUSES)[number];

/** The record that an entry is about. */
export type EnforcementSubject = "INSPECTION" | "CASE" | "SANCTION" | "SEIZURE";

/** One signed entry, as a read model adds it. Entries are never changed: what is taken back is an entry of its own. */
export interface EnforcementEntry {
  readonly measure: EnforcementMeasure;
  readonly refKind: EnforcementSubject;
  readonly refId: string;
  /** Whose figure it is: the leading or coordinating unit, the unit that has the case, the issuer of the decision. */
  readonly unitId: string;
  readonly violationCode?: string | null | undefined;
  readonly subjectKind?: string | null | undefined;
  readonly inspectionKind?: string | null | undefined;
  /** The day on which it counts: an annulment counts on its own day, not on the day of what it annuls. */
  readonly occurredOn: string;
  readonly amount: bigint | number;
}

const DDL = `
  CREATE TABLE enforcement_entry (
    position INTEGER NOT NULL,
    ref_kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    measure TEXT NOT NULL,
    ref_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    violation_code TEXT,
    subject_kind TEXT,
    inspection_kind TEXT,
    occurred_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    cause TEXT NOT NULL,
    PRIMARY KEY (position, ref_kind, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX enforcement_entry_by_day ON enforcement_entry
    (measure, occurred_on, position, ref_kind, seq, unit_id, violation_code, subject_kind, inspection_kind, amount);
`;

/** The table alone: what is counted of an event is known to the part that takes it in, and that part adds the entries. */
export const enforcementFiguresPart: ReadModelPart = {
  name: "enforcementFigures",
  source: import.meta.url,
  ddl: DDL,
  open: () => () => undefined,
};

/** The entries about a kind of record, as a part's own rows. */
export const countedAs = (kind: EnforcementSubject): OwnRows => ({
  of: enforcementFiguresPart,
  table: "enforcement_entry",
  column: "ref_kind",
  value: kind,
});

export interface EnforcementEntryRow {
  readonly position: Position;
  readonly seq: number;
  readonly measure: EnforcementMeasure;
  readonly ref_kind: EnforcementSubject;
  readonly ref_id: string;
  readonly unit_id: string;
  readonly violation_code: string | null;
  readonly subject_kind: string | null;
  readonly inspection_kind: string | null;
  readonly occurred_on: string;
  /** Exact: no single sum of money is larger than a safe integer. */
  readonly amount: number;
  readonly cause: EnforcementCause;
}

/** Adds an event's entries. All entries of one event about one kind of record are added in one call. */
export type AddEntries = (event: LedgerEvent, entries: readonly EnforcementEntry[], cause?: EnforcementCause) => void;

export function openEnforcementFigures(db: Database): AddEntries {
  const insert = db.prepare(`INSERT INTO enforcement_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return (event, entries, cause = lateOrNew(event, localDateOf(event.occurredAt))) => {
    entries
      .filter((entry) => BigInt(entry.amount) !== 0n)
      .forEach((entry, seq) =>
        insert.run(
          event.position,
          entry.refKind,
          seq,
          entry.measure,
          entry.refId,
          entry.unitId,
          entry.violationCode ?? null,
          entry.subjectKind ?? null,
          entry.inspectionKind ?? null,
          entry.occurredOn,
          entry.amount,
          cause,
        ),
      );
  };
}

/** A fact that counts for an earlier day than the one on which the ledger took it is late. */
export const lateOrNew = (event: LedgerEvent, day: LocalDate): EnforcementCause =>
  day < localDateOf(event.recordedAt) ? "LATE" : "NEW";

/** What must be added to the entries of a record before to make them those after: like entries together, the taken ones first. */
export function netOf(before: readonly EnforcementEntry[], after: readonly EnforcementEntry[]): EnforcementEntry[] {
  const net = new Map<string, EnforcementEntry>();
  const put = (entry: EnforcementEntry, sign: 1n | -1n): void => {
    const { measure, unitId, violationCode, subjectKind, inspectionKind, occurredOn } = entry;
    const key = JSON.stringify([measure, unitId, violationCode, subjectKind, inspectionKind, occurredOn]);
    net.set(key, { ...entry, amount: BigInt(net.get(key)?.amount ?? 0) + sign * BigInt(entry.amount) });
  };
  for (const entry of before) put(entry, -1n);
  for (const entry of after) put(entry, 1n);
  return [...net.values()].filter(({ amount }) => amount !== 0n);
}
