import type { Database } from "better-sqlite3";
import type { SubjectKind } from "../domain/law/terms.js";
import type { Position } from "../eventstore/contract.js";
import { ENFORCEMENT_MEASURES, type EnforcementEntryRow, type EnforcementMeasure } from "./enforcementFigures.js";
import { COUNTED_UNIT, type EntriesAsked, EntryCondition } from "./figureEntries.js";
import { causeSums, type MovedLine, movement, positionsSince, type Since, sinceCondition } from "./figureMovement.js";
import { prepared, readPage, type Rows, type Window } from "./paging.js";
import type { SqlValue } from "./temporal.js";

export const ENFORCEMENT_DIMENSIONS = ["UNIT", "VIOLATION_CODE", "SUBJECT_KIND", "INSPECTION_KIND", "MONTH"] as const;
export type EnforcementDimension = (typeof ENFORCEMENT_DIMENSIONS)[number];

/** The values that a line stands for; null: the entries that have none, as inspections have no violation's code. */
export type EnforcementKey = Readonly<Partial<Record<EnforcementDimension, string | null>>>;

/** Which entries are asked for, and by what they are told apart. */
export interface EnforcementQuestion extends EntriesAsked {
  readonly groupBy: readonly EnforcementDimension[];
  readonly unitIds?: readonly string[] | null | undefined;
  readonly violationCodes?: readonly string[] | null | undefined;
  readonly subjectKinds?: readonly SubjectKind[] | null | undefined;
  readonly inspectionKinds?: readonly string[] | null | undefined;
  /** Only what belongs to this line of a table. */
  readonly line?: EnforcementKey;
}

/** One line of a table. A measure that is missing is zero. */
export interface EnforcementLine {
  readonly key: EnforcementKey;
  /** Exact: sums of đồng outgrow a number. */
  readonly figures: ReadonlyMap<EnforcementMeasure, bigint>;
}

const EXPRESSION: Readonly<Record<EnforcementDimension, string>> = {
  UNIT: COUNTED_UNIT,
  VIOLATION_CODE: `f.violation_code`,
  SUBJECT_KIND: `f.subject_kind`,
  INSPECTION_KIND: `f.inspection_kind`,
  MONTH: `substr(f.occurred_on, 1, 7)`,
};

/** Named one by one, so that each is a stretch of days in the index. */
const ANY_MEASURE = `f.measure IN (${ENFORCEMENT_MEASURES.map((measure) => `'${measure}'`).join(", ")})`;

export class EnforcementFigureQueries {
  constructor(private readonly db: Database) {}

  /**
   * The lines of a table, at most `limit` and one more; a question without dimensions has one line, even when it is all
   * zeros. Every entry belongs to exactly one line, so the lines add up.
   */
  lines(question: EnforcementQuestion, limit: number, at: Position): readonly EnforcementLine[] {
    const { from, where, params } = conditionOf(question, at);
    const keys = question.groupBy.map((_, index) => `k${index}`);
    const named = question.groupBy.map((dimension, index) => `${EXPRESSION[dimension]} AS k${index}`);
    const order = [...keys, "measure"].join(", ");
    const sql = `SELECT ${[...named, "f.measure AS measure"].join(", ")}, CAST(sum(f.amount) AS TEXT) AS value
      FROM ${from} WHERE ${[...where, ANY_MEASURE].join(" AND ")}
      GROUP BY ${order} HAVING sum(f.amount) <> 0 ORDER BY ${order}`;

    const lines = new Map<string, { key: EnforcementKey; figures: Map<EnforcementMeasure, bigint> }>();
    if (keys.length === 0) lines.set("[]", { key: {}, figures: new Map() });
    for (const row of prepared(this.db, sql).iterate(params) as IterableIterator<Record<string, SqlValue>>) {
      const values = keys.map((key) => row[key] ?? null);
      const id = JSON.stringify(values);
      let line = lines.get(id);
      if (!line) {
        if (lines.size > limit) break;
        const key = Object.fromEntries(question.groupBy.map((dimension, index) => [dimension, values[index]]));
        lines.set(id, (line = { key: key as EnforcementKey, figures: new Map() }));
      }
      line.figures.set(row["measure"] as EnforcementMeasure, BigInt(row["value"] as string));
    }
    return [...lines.values()];
  }

  /** One figure of one line. */
  value(question: EnforcementQuestion, measure: EnforcementMeasure, at: Position): bigint {
    return this.lines({ ...question, groupBy: [] }, 1, at)[0]?.figures.get(measure) ?? 0n;
  }

  /** The entries whose sum is the figure, in order of position. */
  evidence(
    question: EnforcementQuestion,
    measure: EnforcementMeasure,
    window: Window,
    at: Position,
  ): Rows<EnforcementEntryRow> {
    const condition = conditionOf(question, at);
    condition.is("f.measure", measure);
    const { from, where, params } = condition;
    return readPage<EnforcementEntryRow>(this.db, { ...ENTRIES, from, where, params }, window);
  }

  /**
   * The lines of a table at two points, with the reasons of what moved in between; more than `limit` lines when there
   * are more.
   */
  movement(
    question: EnforcementQuestion,
    limit: number,
    since: Position,
    at: Position,
  ): readonly MovedLine<EnforcementDimension, EnforcementMeasure>[] {
    const { groupBy } = question;
    const sums = causeSums<EnforcementDimension, EnforcementMeasure>(
      this.db,
      groupBy,
      EXPRESSION,
      conditionOf(question, at),
      since,
    );
    return movement(groupBy, this.lines(question, limit, since), this.lines(question, limit, at), sums);
  }

  /** Where the entries stand that came in after a point and belong to the answer; at most `limit` places. */
  movedAt(question: EnforcementQuestion, since: Position, limit: number, at: Position): readonly Position[] {
    return positionsSince(this.db, conditionOf(question, at), since, limit);
  }

  /** The entries of one cause whose sum is that cause's part in a movement, in order of position. */
  moved(
    question: EnforcementQuestion,
    measure: EnforcementMeasure,
    since: Since,
    window: Window,
    at: Position,
  ): Rows<EnforcementEntryRow> {
    const condition = conditionOf(question, at);
    condition.is("f.measure", measure);
    const after = sinceCondition(since);
    const where = [...condition.where, ...after.where];
    const params = { ...condition.params, ...after.params };
    return readPage<EnforcementEntryRow>(this.db, { ...ENTRIES, from: condition.from, where, params }, window);
  }
}

const ENTRIES = {
  select: "f.*",
  sort: { terms: ["f.position", "f.ref_kind", "f.seq"], direction: "ASC" },
} as const;

function conditionOf(question: EnforcementQuestion, at: Position): EntryCondition {
  const { unitIds, violationCodes, subjectKinds, inspectionKinds, line = {} } = question;
  const condition = new EntryCondition("enforcement_entry", question, at);
  condition.among(EXPRESSION.UNIT, unitIds);
  condition.among(EXPRESSION.VIOLATION_CODE, violationCodes);
  condition.among(EXPRESSION.SUBJECT_KIND, subjectKinds);
  condition.among(EXPRESSION.INSPECTION_KIND, inspectionKinds);
  for (const dimension of ENFORCEMENT_DIMENSIONS) {
    const value = line[dimension];
    if (value !== undefined) condition.is(EXPRESSION[dimension], value);
  }
  return condition;
}
