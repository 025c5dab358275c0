import type { Database } from "better-sqlite3";
import type { VisitTopic } from "../domain/visit/terms.js";
import type { Position } from "../eventstore/contract.js";
import { type MovedLine, movement, type PlainLine, type Since } from "./figureMovement.js";
import type { Rows, Window } from "./paging.js";
import { FigureBlockReader, type Names } from "./visitFigureBlocks.js";
import { readEvidence, readMoved } from "./visitFigureEvidence.js";
import { PlacesSince, VisitCauseSums } from "./visitFigureMovement.js";
import { FigureSums } from "./visitFigureSums.js";
import type {
  EntryRow,
  FigureDimension,
  FigureLine,
  FigureQuestion,
  VisitFigureName,
  VisitMeasure,
} from "./visitFigureTerms.js";

export class VisitFigureQueries {
  private readonly blocks: FigureBlockReader;

  constructor(private readonly db: Database) {
    this.blocks = new FigureBlockReader(db);
  }

  /** The lines of a table, at most `limit`; a question without dimensions has one line, even when it is all zeros. */
  lines(question: FigureQuestion, limit: number, at: Position): readonly FigureLine[] {
    const positions = { from: 0, to: at };
    return this.blocks.read(question, positions, (names) => new FigureSums(question, names, at)).lines(limit);
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
    const positions = { from: since + 1, to: at };
    const sums = this.blocks.read(question, positions, (names) => new VisitCauseSums(question, names, since, at));
    return movement<FigureDimension, VisitFigureName>(
      question.groupBy,
      this.lines(question, limit, since).map(plain),
      this.lines(question, limit, at).map(plain),
      sums.all(),
    );
  }

  /** Where the entries stand that came in after a point and belong to the answer; at most `limit` places. */
  movedAt(question: FigureQuestion, since: Position, limit: number, at: Position): readonly Position[] {
    const positions = { from: since + 1, to: at };
    const places = (names: Names): PlacesSince => new PlacesSince(question, names, since, limit, at);
    return this.blocks.read(question, positions, places).positions;
  }

  /** The entries of one cause whose sum is that cause's part in a movement, in order of position. */
  moved(question: FigureQuestion, measure: VisitMeasure, since: Since, window: Window, at: Position): Rows<EntryRow> {
    return readMoved(this.db, this.blocks, question, measure, since, window, at);
  }
}

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
