import type { OwnRows, ReadModelPart } from "./part.js";
import { TEMPORAL_COLUMNS } from "./temporal.js";

const DDL = `
  CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    title_folded TEXT NOT NULL
  ) STRICT;
  CREATE INDEX search_entry_open ON search_entry (kind, id, to_position);
  CREATE INDEX search_entry_folded ON search_entry (title_folded, entry);
  CREATE VIRTUAL TABLE search_text USING fts5(text, content='', contentless_delete=1, tokenize='unicode61');
  CREATE TRIGGER search_entry_deleted AFTER DELETE ON search_entry
    BEGIN DELETE FROM search_text WHERE rowid = old.entry; END;
`;

/** The tables alone: by what a record is found is known to the part that has it, and that part puts it into the index. */
export const searchPart: ReadModelPart = {
  name: "search",
  source: import.meta.url,
  ddl: DDL,
  open: () => () => undefined,
};

/** The entries of a kind, as a part's own rows. */
export const foundAs = (kind: string): OwnRows => ({
  of: searchPart,
  table: "search_entry",
  column: "kind",
  value: kind,
});
