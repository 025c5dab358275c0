import type { Database } from "better-sqlite3";
import { dueOn } from "../../domain/kernel/deadline.js";
import { addDays, endOfDay, type Instant, type LocalDate, localDateOf, startOfDay } from "../../domain/kernel/time.js";
import { type DueKind, ENDING_KINDS } from "../../domain/due/terms.js";
import { type LawBook, type LawReference, referenceTo } from "../../domain/law/lawBook.js";
import type { DeadlineKey } from "../../domain/law/terms.js";
import type { Position } from "../../eventstore/contract.js";
import type { DueRow } from "../table/due.js";
import type { One } from "../table/ones.js";
import { countRows, type ListQuery, prepared, readPage, type Rows, together, type Window } from "../table/paging.js";
import { Conditions } from "../table/recordReader.js";
import { standsAt } from "../table/temporal.js";

export interface DueFilter {
  /** Who must do it. */
  readonly unit?: One | undefined;
  readonly kinds?: readonly DueKind[] | null | undefined;
  /** Of this record alone, by its kind and id. */
  readonly record?: { readonly kind: string; readonly id: string } | undefined;
  /** Only what is due by so many days after the day; what is overdue is among it. */
  readonly withinDays?: number | null | undefined;
  /** Only what is overdue at the moment. */
  readonly overdueOnly?: boolean | null | undefined;
}

/** As of which position, on which day and at which moment, and by which law the last days of periods are reckoned. */
export interface DueBasis {
  readonly at: Position;
  readonly on: LocalDate;
  /** By which is judged what is overdue: on the day, or its end. */
  readonly moment: Instant;
  readonly law: LawBook;
}

/** Something that is due. */
export interface DueVersion {
  readonly kind: DueKind;
  readonly recordKind: string;
  readonly recordId: string;
  /** Empty: the record itself. */
  readonly partId: string;
  /** All who must do it, the one in charge first, as they were recorded. */
  readonly unitIds: readonly string[];
  readonly since: LocalDate;
  /** The last day; of a clock that runs by the hour, the day of the last moment. */
  readonly by: LocalDate;
  readonly byMoment: Instant;
  /** The clock runs by the hour. */
  readonly isMoment: boolean;
  readonly rule: LawReference | null;
  /** The event that made it what it is, and when the ledger took that. */
  readonly changedAt: Position;
}

interface FoundRow extends DueRow {
  from_position: Position;
  moment: Instant;
}

const ENDING = ENDING_KINDS.values.map((kind) => `'${kind}'`).join(", ");

/** Of a case: nothing is owed about a party on whom a decision stands. */
const NOT_DECIDED = `(d.until_decided_on IS NULL OR NOT EXISTS (
  SELECT 1 FROM sanction s WHERE s.case_id = d.record_id AND s.party_id = d.until_decided_on
    AND s.status <> 'ANNULLED' AND ${standsAt("s")}))`;

const ORDER = ["record_id", "due_kind", "part_id", "unit_id"].map((column) => `d.${column}`);

/** The two ways in which a last moment is known. Rows of the first have it, and an index by it. */
const KNOWN = "d.by_moment";
const RECKONED = "last_moment(d.law_key, d.runs_from)";

/** Reads what is due. Which day a running period ends is asked of the law, and of nothing else. */
export class DueQueries {
  private law: LawBook | undefined;
  private readonly reckoned = new Map<string, Instant | null>();

  constructor(private readonly db: Database) {}

  /** In order of the last moment. */
  list(filter: DueFilter, window: Window, basis: DueBasis): Rows<DueVersion> {
    this.reckonBy(basis.law);
    const known = this.read(filter, window, basis, KNOWN);
    const running = this.read(filter, window, basis, RECKONED);
    const { rows, more } = together([known, running], "ASC", window);
    const count = (): ReturnType<typeof known.count> =>
      countRows(this.db, queryOf(filter, basis, "coalesce(d.by_moment, last_moment(d.law_key, d.runs_from))"));
    return { rows: rows.map(({ row, key }) => ({ row: this.versionOf(row, basis), key })), more, count };
  }

  /** How often it was moved up to then: to another day, to other units, or away and back. */
  timesMoved({ kind, recordKind, recordId, partId, changedAt }: DueVersion): number {
    const begun = prepared(
      this.db,
      `SELECT count(DISTINCT from_position) FROM due WHERE record_kind = :recordKind AND record_id = :recordId
         AND due_kind = :kind AND part_id = :partId AND from_position <= :changedAt`,
      "pluck",
    );
    return (begun.get({ kind, recordKind, recordId, partId, changedAt }) as number) - 1;
  }

  private read(filter: DueFilter, window: Window, basis: DueBasis, moment: string): Rows<FoundRow> {
    const { where, ...query } = queryOf(filter, basis, moment);
    const which = moment === KNOWN ? "d.by_moment IS NOT NULL" : "d.law_key IS NOT NULL";
    return readPage<FoundRow>(this.db, { ...query, where: [which, ...where] }, window);
  }

  /** SQL asks for the last moment of a period by this name. A law book does not change while the program runs. */
  private reckonBy(law: LawBook): void {
    if (this.law === law) return;
    this.law = law;
    this.reckoned.clear();
    this.db.function("last_moment", { deterministic: true }, (key: unknown, from: unknown) => {
      if (typeof key !== "string" || typeof from !== "string") return null;
      const name = `${key} ${from}`;
      const known = this.reckoned.get(name);
      if (known !== undefined) return known;
      const rule = law.deadlineOn(key as DeadlineKey, from);
      const last = rule ? endOfDay(dueOn(rule.term, from, law.calendar)) : null;
      this.reckoned.set(name, last);
      return last;
    });
  }

  private versionOf(row: FoundRow, { at, law }: DueBasis): DueVersion {
    const rule = row.law_key === null ? undefined : law.deadlineOn(row.law_key as DeadlineKey, row.runs_from ?? "");
    const units = prepared(
      this.db,
      `SELECT d.unit_id FROM due d WHERE d.record_kind = :recordKind AND d.record_id = :recordId
         AND d.due_kind = :kind AND d.part_id = :partId AND d.unit_id <> '' AND ${standsAt("d")} ORDER BY d.nth`,
      "pluck",
    );
    const named = { recordKind: row.record_kind, recordId: row.record_id, kind: row.due_kind, partId: row.part_id };
    return {
      kind: row.due_kind as DueKind,
      recordKind: row.record_kind,
      recordId: row.record_id,
      partId: row.part_id,
      unitIds: units.all({ ...named, at }) as string[],
      since: row.since,
      by: row.by_day ?? localDateOf(row.moment),
      byMoment: row.moment,
      isMoment: row.by_day === null && row.law_key === null,
      rule: rule
        ? referenceTo(rule.key, rule)
        : row.rule_json === null
          ? null
          : (JSON.parse(row.rule_json) as LawReference),
      changedAt: row.from_position,
    };
  }
}

function queryOf(
  { unit, kinds, record, withinDays, overdueOnly }: DueFilter,
  { at, on, moment: judgedAt }: DueBasis,
  moment: string,
): ListQuery {
  const conditions = new Conditions()
    .oneOf("d.unit_id", "units", unit?.ids)
    .oneOf("d.due_kind", "kinds", kinds)
    .is("d.record_kind", "recordKind", record?.kind)
    .is("d.record_id", "recordId", record?.id)
    // Where there is no row of law for it, nothing is said of it.
    .add(`(${moment} >= :today OR (${moment} IS NOT NULL AND d.due_kind NOT IN (${ENDING})))`, "today", startOfDay(on));
  if (withinDays != null) conditions.add(`${moment} <= :latest`, "latest", endOfDay(addDays(on, withinDays)));
  if (overdueOnly) conditions.add(`${moment} < :judgedAt`, "judgedAt", judgedAt);
  return {
    select: `d.*, ${moment} AS moment`,
    from: "due d",
    where: [standsAt("d"), ...conditions.where, unit ? FIRST_OF_THESE : "d.nth = 0", NOT_DECIDED],
    params: { ...conditions.params, at },
    sort: { terms: [moment, ...ORDER], direction: "ASC" },
  };
}

/** Each once, though several of those who owe it are one by now. */
const FIRST_OF_THESE = `NOT EXISTS (
  SELECT 1 FROM due o WHERE o.record_kind = d.record_kind AND o.record_id = d.record_id AND o.due_kind = d.due_kind
    AND o.part_id = d.part_id AND o.nth < d.nth AND o.unit_id IN (SELECT value FROM json_each(:units))
    AND ${standsAt("o")})`;
