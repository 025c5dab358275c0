import type { FigurePasses } from "../../projections/figures/passes.js";
import type { FigureLine } from "../../projections/figures/sums.js";
import type { Position } from "../../eventstore/contract.js";
import type { ReadingThreads } from "./readingThreads.js";

/** Passes over figures, made by the threads that read. */
export const passesBy = (threads: ReadingThreads): FigurePasses => ({
  async lines({ name: book }, question, limit, at) {
    return (await threads.figures({ kind: "lines", book, question, since: at, limit, at })) as readonly FigureLine[];
  },
  async movedAt({ name: book }, question, since, limit, at) {
    return (await threads.figures({ kind: "movedAt", book, question, since, limit, at })) as readonly Position[];
  },
});
