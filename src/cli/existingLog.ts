import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.js";
import { type OpenLog, openLog } from "../ledger.js";

/**
 * The log that the server of this configuration uses. The embedded one is locked by that: nobody reads from the read
 * model meanwhile.
 * @throws when the folder has no ledger: a mistyped folder shall not become an empty one.
 */
export function existingLog({ dataDir, eventStoreUrl }: Config): Promise<OpenLog> {
  if (!eventStoreUrl && !existsSync(join(dataDir, "ledger.db"))) throw new Error(`There is no ledger in ${dataDir}.`);
  return openLog({ folder: dataDir, eventStoreUrl });
}
