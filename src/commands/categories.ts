import { HISTORIES } from "../domain/histories.js";

/** The categories of the ledger's streams: on a server that other programs use too, nothing else is read. */
export const AGGREGATE_CATEGORIES: readonly string[] = HISTORIES.map(({ category }) => category);
