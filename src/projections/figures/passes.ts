import type { Position } from "../../eventstore/contract.js";
import type { FigureBook } from "./book.js";
import type { FigureQuestion } from "./question.js";
import type { FigureReaders } from "./reader.js";
import type { FigureLine } from "./sums.js";

/** What a figure that is followed needs of its book, wherever the pass over its columns is made; see `FigureReader`. */
export interface FigurePasses {
  lines(book: FigureBook, question: FigureQuestion, limit: number, at: Position): Promise<readonly FigureLine[]>;
  movedAt(
    book: FigureBook,
    question: FigureQuestion,
    since: Position,
    limit: number,
    at: Position,
  ): Promise<readonly Position[]>;
}

/** Made in this thread. */
export const passesOf = (readers: FigureReaders): FigurePasses => ({
  lines: async (book, question, limit, at) => readers.of(book).lines(question, limit, at),
  movedAt: async (book, question, since, limit, at) => readers.of(book).movedAt(question, since, limit, at),
});
