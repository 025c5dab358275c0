import { createRequire } from "node:module";
import type Driver from "better-sqlite3";

/**
 * The SQLite driver, of the version that this Node can run: 13 needs Node 22 (on 20 it crashes), and 12 aborts the
 * process on Node 24, whenever a statement is collected as garbage. To the program they are the same.
 */
const FIRST_NODE_OF_13 = 22;

const major = Number.parseInt(process.versions.node, 10);
const Database = createRequire(import.meta.url)(
  major >= FIRST_NODE_OF_13 ? "better-sqlite3-13" : "better-sqlite3",
) as typeof Driver;

export default Database;
