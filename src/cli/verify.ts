import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../config.js";
import { localDateOf } from "../domain/kernel/time.js";
import { openForWriting, readModelPath } from "../projections/readModel/readModelFile.js";
import { contentHash, takeInAll } from "../projections/readModel/rebuild.js";
import { standingTwice } from "../projections/readModel/standingTwice.js";
import { existingLog } from "./existingLog.js";
import { orOneLine, progress } from "./terminal.js";

/**
 * `npm run verify`: proves that the read model is nothing but the log. Builds a second one beside it and compares every
 * row, and says what stands twice though it may stand once. While no server runs on the folder.
 */
await orOneLine(async () => {
  const config = loadConfig(process.env);
  const { dataDir } = config;
  const { log } = await existingLog(config);
  const temporary = mkdtempSync(join(tmpdir(), "press-ledger-verify-"));
  try {
    const head = await log.head();
    const live = openForWriting(readModelPath(dataDir));
    await takeInAll(live, log);
    const fresh = openForWriting(join(temporary, "read-model.db"));
    await takeInAll(fresh, log, progress("taken in", head));
    const same = contentHash(live) === contentHash(fresh);
    const twice = standingTwice(fresh, localDateOf(new Date().toISOString()));
    live.close();
    fresh.close();
    if (!same) throw new Error(`The read model in ${dataDir} differs from the log. Run "npm run rebuild".`);
    console.log(`The read model equals what the log, up to position ${head}, makes of it.`);
    for (const { what, records } of twice) console.log(`One ${what} stands twice: ${records.join(", ")}. Correct one.`);
  } finally {
    await log.close();
    rmSync(temporary, { recursive: true, force: true });
  }
});
