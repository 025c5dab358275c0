import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { openForReading } from "./openFile.js";

/**
 * Reads a whole read model through, beside everything else: damage in a place that is seldom asked for would else be met
 * in the middle of a request, months later. Says what is wrong, or undefined. A table at a time, so that it can be
 * stopped and holds up no checkpoint for long.
 */
if (!parentPort) throw new Error("This file runs as a thread.");
const port = parentPort;
let stopped = false;
port.once("message", () => (stopped = true));
port.postMessage(await findDamage((workerData as { readonly path: string }).path));
port.close();

async function findDamage(path: string): Promise<string | undefined> {
  try {
    const db = openForReading(path);
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
    for (const table of tables) {
      if (stopped) break;
      const finding: unknown = db.pragma(`quick_check('${table.replaceAll("'", "''")}')`, { simple: true });
      if (finding !== "ok") return `is damaged (table ${table})`;
      await nextTurn();
    }
    db.close();
    return undefined;
  } catch (error) {
    return `is damaged (${String((error as { code?: unknown }).code)})`;
  }
}
