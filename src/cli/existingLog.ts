import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.js";
import { LEDGER_FILE } from "../eventstore/embedded/schema.js";
import { type OpenLog, openLog } from "../ledger.js";

/**
 * The log that the server of this configuration uses. The embedded one is locked by that: nobody reads from the read
 * model meanwhile.
 * @throws when the folder has no ledger: a mistyped folder shall not become an empty one.
 */
export function existingLog({ dataDir, eventStoreUrl, acceptOtherLog }: Config): Promise<OpenLog> {
  const isThere = [LEDGER_FILE, `${LEDGER_FILE}-wal`].some((file) => existsSync(join(dataDir, file)));
  if (!eventStoreUrl && !isThere) throw new Error(`There is no ledger in ${dataDir}.`);
  return openLog({ folder: dataDir, eventStoreUrl, acceptOtherLog, say: (line) => console.log(line) });
}
