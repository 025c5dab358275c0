import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { LogReader, Position } from "../../eventstore/contract.js";
import { takesBack } from "../../domain/histories.js";
import { withStories } from "../../eventstore/stories.js";
import { PARTS } from "./parts.js";
import { completeIndexes } from "./partTable.js";
import { Projector } from "./projector.js";

const PAGE = 2_000;

/**
 * Takes the log, up to where it ends now, into a read model file, in this thread.
 * @param onPage called after each page with the position reached
 */
export async function takeInAll(
  db: Database,
  log: Pick<LogReader, "readAll" | "readStream" | "checkpointAt">,
  onPage: (position: Position) => void = () => undefined,
  parts = PARTS,
): Promise<void> {
  const projector = new Projector(db, parts);
  for (;;) {
    const { checkpoint: after } = projector.place;
    const page = await log.readAll({ ...(after === undefined ? {} : { after }), limit: PAGE });
    projector.apply({ ...page, events: await withStories(page.events, log, takesBack) }, log);
    onPage(projector.place.position);
    if (page.atEnd) return completeIndexes(db, parts);
  }
}

/** Of SQLite and of full-text search's own; what they mean is in the tables that are hashed. */
const NOT_CONTENT = /^(sqlite_|search_text)/;

/**
 * A hash over every row of every table: two read models of the same log have the same. The index of words is read
 * through its vocabulary, as its pages depend on how the writes were batched.
 */
export function contentHash(db: Database): string {
  const hash = createHash("sha256");
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  for (const table of tables.filter((name) => !NOT_CONTENT.test(name))) {
    hash.update(`\n${table}\n`);
    const columns = db.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(table) as string[];
    const order = columns.map((_, index) => index + 1).join(", ");
    for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).raw().iterate()) {
      hash.update(JSON.stringify(row)).update("\n");
    }
  }
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search_text, instance)`);
  for (const row of db.prepare(`SELECT * FROM temp.words ORDER BY term, doc, col`).raw().iterate()) {
    hash.update(JSON.stringify(row)).update("\n");
  }
  return hash.digest("hex");
}
