import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../eventstore/embedded/sqlite.js";

/** Opens a read model for reading only. Knows nothing of what is in it, so a thread that only reads loads little. */
export function openForReading(path: string): Database {
  const db = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  db.pragma("query_only = ON");
  db.pragma("cache_size = -16000");
  return db;
}
