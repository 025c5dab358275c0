import type { Database } from "better-sqlite3";
import type { VisitTopic } from "../domain/visit/terms.js";
import type { Position } from "../eventstore/contract.js";
import { COUNTED_UNIT, EntryCondition } from "./figureEntries.js";
import {
  causeSums,
  type MovedLine,
  movement,
  positionsSince,
  type PlainLine,
  type Since,
  sinceCondition,
} from "./figureMovement.js";
import { readPage, type Rows, type Window } from "./paging.js";
import { FigureBlockReader } from "./visitFigureBlocks.js";
import { dayNumber } from "./visitFigureColumns.js";
import { readEvidence } from "./visitFigureEvidence.js";
import { FigureSums } from "./visitFigureSums.js";
import type {
  EntryRow,
  FigureDimension,
  FigureLine,
  FigureQuestion,
  VisitFigureName,
  VisitMeasure,
} from "./visitFigureTerms.js";

const COLUMN: Readonly<Record<FigureDimension, string>> = {
  UNIT: COUNTED_UNIT,
  AGENCY: `f.agency_id`,
  TOPIC: `f.topic`,
  MONTH: `substr(f.occurred_on, 1, 7)`,
  REPORTER: `f.reporter_id`,
};

export class VisitFigureQueries {
  private readonly blocks: FigureBlockReader;

  constructor(private readonly db: Database) {
    this.blocks = new FigureBlockReader(db);
  }

  /** The lines of a table, at most `limit`; a question without dimensions has one line, even when it is all zeros. */
  lines(question: FigureQuestion, limit: number, at: Position): readonly FigureLine[] {
    const days = { from: dayNumber(question.from), to: dayNumber(question.to) };
    return this.blocks.read(days, { from: 0, to: at }, (names) => new FigureSums(question, names, at)).lines(limit);
  }

  /** One figure of one line. */
  value(question: FigureQuestion, name: VisitFigureName, at: Position): number {
    return this.lines({ ...question, groupBy: [] }, 1, at)[0]?.figures[name] ?? 0;
  }

  /**
   * The entries whose sum is the figure, in order of position. For the distinct reporters: one entry for each of them,
   * the latest of their turns.
   */
  evidence(question: FigureQuestion, name: VisitFigureName, window: Window, at: Position): Rows<EntryRow> {
    return readEvidence(this.db, this.blocks, question, name, window, at);
  }

  /**
   * The lines of a table at two points, with the reasons of what moved in between; more than `limit` lines when there
   * are more. Distinct reporters are no sum of entries: they have no causes.
   */
  movement(
    question: FigureQuestion,
    limit: number,
    since: Position,
    at: Position,
  ): readonly MovedLine<FigureDimension, VisitFigureName>[] {
    const { groupBy } = question;
    const entries = conditionOf(question, at);
    const sums = causeSums<FigureDimension, VisitMeasure>(this.db, groupBy, COLUMN, entries, since);
    const before = this.lines(question, limit, since).map(plain);
    return movement<FigureDimension, VisitFigureName>(
      groupBy,
      before,
      this.lines(question, limit, at).map(plain),
      sums,
    );
  }

  /** Where the entries stand that came in after a point and belong to the answer; at most `limit` places. */
  movedAt(question: FigureQuestion, since: Position, limit: number, at: Position): readonly Position[] {
    return positionsSince(this.db, conditionOf(question, at), since, limit);
  }

  /** The entries of one cause whose sum is that cause's part in a movement, in order of position. */
  moved(question: FigureQuestion, measure: VisitMeasure, since: Since, window: Window, at: Position): Rows<EntryRow> {
    const { where, params, from } = conditionOf(question, at);
    const after = sinceCondition(since);
    const query = {
      ...{ select: "f.*", from, sort: ORDER_OF_ENTRIES },
      where: [...where, `f.measure = '${measure}'`, ...after.where],
      params: { ...params, ...after.params },
    };
    return readPage<EntryRow>(this.db, query, window);
  }
}

const ORDER_OF_ENTRIES = { terms: ["f.position", "f.seq"], direction: "ASC" } as const;

const plain = ({ key, figures }: FigureLine): PlainLine<FigureDimension, VisitFigureName> => ({
  key,
  figures: new Map(Object.entries(figures).map(([name, value]) => [name as VisitFigureName, BigInt(value)])),
});

/** The question that has only this line of a table for an answer: its evidence is the line's. */
export function ofLine(
  question: FigureQuestion,
  { UNIT, AGENCY, TOPIC, MONTH, REPORTER }: Readonly<Partial<Record<FigureDimension, string | null>>>,
): FigureQuestion {
  return {
    ...question,
    groupBy: [],
    ...(UNIT == null ? {} : { unitIds: [UNIT] }),
    ...(AGENCY == null ? {} : { agencyIds: [AGENCY] }),
    ...(TOPIC == null ? {} : { topics: [TOPIC as VisitTopic] }),
    ...(REPORTER == null ? {} : { reporterIds: [REPORTER] }),
    ...(MONTH == null ? {} : within(question, MONTH)),
  };
}

/** The part of the period that lies in the month. Days compare as text, so the 31st does for every month's end. */
function within({ from, to }: FigureQuestion, month: string): { from: string; to: string } {
  const [first, last] = [`${month}-01`, `${month}-31`];
  return { from: from > first ? from : first, to: to < last ? to : last };
}

function conditionOf(question: FigureQuestion, at: Position): EntryCondition {
  const { unitIds, agencyIds, reporterIds, topics, groupBy } = question;
  const condition = new EntryCondition("figure_entry", question, at);
  condition.among(COLUMN.UNIT, unitIds);
  condition.among(COLUMN.AGENCY, agencyIds);
  condition.among(COLUMN.REPORTER, reporterIds);
  condition.among(COLUMN.TOPIC, topics);
  // By reporter, only the entries that have one: visits and turns of hosts belong to no single person.
  if (groupBy.includes("REPORTER")) condition.where.push(`f.reporter_id IS NOT NULL`);
  return condition;
}
