import { Sheet, type TallyTerms } from "./sheet.js";

/**
 * The entries of a tally, and the same once more as columns of numbers: a figure over years is a pass over numbers
 * instead of a search among texts. Names (of units, reporters, codes) have a number of their own here, given in the order
 * of first mention. A block is written when it is full and never changed; what is in none yet is read from the entries.
 */
export function sheetDdl({ tables: { entry, name, block } }: Sheet): string {
  return `
    CREATE TABLE ${entry} (
      position INTEGER PRIMARY KEY,
      cause TEXT NOT NULL,
      entries_json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${name} (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE ${block} (
      from_position INTEGER NOT NULL,
      last_position INTEGER PRIMARY KEY,
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      entries BLOB NOT NULL
    ) STRICT;
  `;
}

/** The tables of a tally, for the part that writes them. */
export const figuresDdl = (tally: TallyTerms): string => sheetDdl(new Sheet(tally));

/** What stands behind the last block, or a position further on. */
export const entriesAfter = ({ tables: { entry } }: Sheet): string =>
  `SELECT * FROM ${entry} WHERE position > :after AND position <= :upTo ORDER BY position`;

export const lastInBlocks = ({ tables: { block } }: Sheet): string =>
  `SELECT coalesce(max(last_position), 0) FROM ${block}`;
