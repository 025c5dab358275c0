import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../config.js";
import { openEmbeddedStore } from "../eventstore/embedded/embeddedStore.js";
import { openForWriting, readModelPath } from "../projections/readModelFile.js";
import { contentHash, takeInAll } from "../projections/rebuild.js";
import { orOneLine, progress } from "./terminal.js";

/**
 * `npm run verify`: proves that the read model is nothing but the log. Builds a second one beside it and compares every
 * row. While no server runs on the folder.
 */
await orOneLine(async () => {
  const { dataDir } = loadConfig(process.env);
  const log = await openEmbeddedStore({ folder: dataDir });
  const temporary = mkdtempSync(join(tmpdir(), "press-ledger-verify-"));
  try {
    const head = await log.head();
    const live = openForWriting(readModelPath(dataDir));
    await takeInAll(live, log);
    const fresh = openForWriting(join(temporary, "read-model.db"));
    await takeInAll(fresh, log, progress("events taken in", head));
    const same = contentHash(live) === contentHash(fresh);
    live.close();
    fresh.close();
    if (!same) throw new Error(`The read model in ${dataDir} differs from the log. Run "npm run rebuild".`);
    console.log(`The read model equals what ${head} events make of it.`);
  } finally {
    await log.close();
    rmSync(temporary, { recursive: true, force: true });
  }
});
