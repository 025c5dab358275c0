import { COLUMNS, type SearchKind, TOKEN_SIGNS } from "./foundTexts.js";
import type { OwnRows, ReadModelPart } from "./part.js";
import { TEMPORAL_COLUMNS } from "./temporal.js";

const DDL = `
  CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    since TEXT NOT NULL,
    texts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX search_entry_open ON search_entry (kind, id, to_position);
  CREATE VIRTUAL TABLE search_text USING fts5(
    kind, ${COLUMNS.join(", ")},
    content='', contentless_delete=1, detail=column, tokenize="unicode61 remove_diacritics 0 tokenchars '${TOKEN_SIGNS}'"
  );
  CREATE VIRTUAL TABLE search_text_word USING fts5vocab(search_text, row);
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
export const foundAs = (kind: SearchKind): OwnRows => ({
  of: searchPart,
  table: "search_entry",
  column: "kind",
  value: kind,
});
