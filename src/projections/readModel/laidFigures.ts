import type { FigureAsked, FigureFound } from "../../commands/facts.js";
import { positionText } from "../../eventstore/positionText.js";
import { asOnes } from "../figures/asOnes.js";
import type { FigureBook } from "../figures/book.js";
import { DIMENSIONS, type Dimension } from "../figures/dimensions.js";
import type { FigureQuestion } from "../figures/question.js";
import type { Basis } from "../table/basis.js";
import { FIGURE_BOOKS } from "./figureBooks.js";
import type { Reads } from "./reads.js";

/** The book that has a measure of this name. */
export const bookOf = (measure: string): FigureBook | undefined =>
  FIGURE_BOOKS.find((book) => book.measures.some(({ name }) => name === measure));

const isDimension = (text: string): text is Dimension => text in DIMENSIONS;

/** What is asked, as its book takes it; undefined: the measure's entries are not told apart so. */
export function questionOf(
  book: FigureBook,
  { measure, from, to, filters, bySuccessor }: FigureAsked,
  { ones }: Pick<Reads, "ones">,
  basis: Basis,
): FigureQuestion | undefined {
  const among: Partial<Record<Dimension, readonly string[]>> = {};
  for (const { dimension, values } of filters) {
    if (!isDimension(dimension) || !book.dimensions.includes(dimension)) return undefined;
    among[dimension] = values;
  }
  const asked = Object.keys(among).filter(isDimension);
  if (!book.measuresBy(asked).some(({ name }) => name === measure)) return undefined;
  return asOnes({ from, to, groupBy: [], among }, bySuccessor, ones, basis);
}

/** One figure at a basis. */
export function laidFigure(reads: Reads, asked: FigureAsked, basis: Basis): FigureFound | "UNKNOWN" | "NOT_SO" {
  const book = bookOf(asked.measure);
  if (!book) return "UNKNOWN";
  const question = questionOf(book, asked, reads, basis);
  if (!question) return "NOT_SO";
  const [line] = reads.figures.of(book).lines(question, 1, basis.position);
  const value = line?.figures.get(asked.measure) ?? 0n;
  return { value: value.toString(), position: positionText(basis.position), on: basis.today };
}
