import type { Basis } from "../../projections/table/basis.js";
import type { FigureBook } from "../../projections/figures/book.js";
import type { FigureEntry } from "../../projections/figures/entries.js";
import type { FigureQuestion } from "../../projections/figures/question.js";
import type { Rows, Window } from "../../projections/table/paging.js";
import { needsToRead } from "../shared/access.js";
import { connect, type ConnectionOf, type PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";

/** One figure: where it stands, and as known when. */
export interface OneFigure {
  readonly book: FigureBook;
  readonly measure: string;
  /** The question that has exactly this figure for an answer. */
  readonly question: FigureQuestion;
  readonly basis: Basis;
}

/**
 * The entries of a figure. Whose records they are is for those who work with them; the sums are public.
 * @param what of the figure is opened: all of it, or what moved it
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export function opened<T>(
  context: LedgerContext,
  args: PageArgs,
  { book, measure, question, basis }: OneFigure,
  what: readonly unknown[],
  read: (window: Window) => Rows<FigureEntry>,
  toEntry: (row: FigureEntry) => T,
): ConnectionOf<T> {
  needsToRead(context, "records");
  const list = [book.name, measure, ...what, { ...question, countedAs: [...question.countedAs] }];
  return connect(args, basis, list, read, toEntry);
}
