import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { loadConfig } from "../config.js";
import { localDateOf } from "../domain/kernel/time.js";
import { findingsIn } from "../eventstore/checkLog.js";
import { oneLine, openForReading } from "../eventstore/embedded/schema.js";
import { whyUnfit } from "../projections/readModel/damage.js";
import { PARTS } from "../projections/readModel/parts.js";
import { openForWriting, readModelPath } from "../projections/readModel/readModelFile.js";
import { contentHash, takeInAll } from "../projections/readModel/rebuild.js";
import { standingTwice } from "../projections/readModel/standingTwice.js";
import { existingLog } from "./existingLog.js";
import { progress } from "./terminal.js";

const REBUILD = 'Run "npm run rebuild".';

/**
 * Proves that the log of this environment is whole, as far as it tells of itself, and that the read model is nothing but
 * the log. Reads the whole log; builds a second read model beside the first and compares every row; and says what stands
 * twice though it may stand once.
 */
export async function verifyLedger(): Promise<void> {
  const config = loadConfig(process.env);
  const { dataDir } = config;
  const { log, location } = await existingLog(config);
  const temporary = mkdtempSync(join(tmpdir(), "press-ledger-verify-"));
  try {
    const head = await log.head();
    if (location.kind === "embedded") requireIntegrity(openForReading(dataDir), "log");
    const findings = await findingsIn(log, progress("read", head));
    if (findings.length > 0) throw new Error(findings.join("\n"));
    console.log(
      `The log is whole up to position ${head}: no position and no revision is missing, each event can be read.`,
    );
    const path = readModelPath(dataDir);
    const unfit = existsSync(path) ? whyUnfit(path, PARTS) : undefined;
    if (unfit !== undefined) throw new Error(`The read model ${path} ${unfit}. ${REBUILD}`);
    const live = openForWriting(path);
    requireIntegrity(live, "read model");
    await takeInAll(live, log);
    const fresh = openForWriting(join(temporary, "read-model.db"));
    await takeInAll(fresh, log, progress("taken in", head));
    const same = contentHash(live) === contentHash(fresh);
    const twice = standingTwice(fresh, localDateOf(new Date().toISOString()));
    live.close();
    fresh.close();
    if (!same) throw new Error(`The read model in ${dataDir} differs from the log. ${REBUILD}`);
    console.log(`The read model equals what the log, up to position ${head}, makes of it.`);
    for (const { what, records } of twice) console.log(`One ${what} stands twice: ${records.join(", ")}. Correct one.`);
  } finally {
    await log.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** More than a start looks at: indexes against their tables, too. */
function requireIntegrity(db: Database, what: "log" | "read model"): void {
  const finding: unknown = db.pragma("integrity_check(1)", { simple: true });
  if (what === "log") db.close();
  if (finding === "ok") return;
  const help = what === "log" ? "Restore it from a backup, see docs/OPERATIONS.md." : REBUILD;
  throw new Error(`The ${what} is damaged (${oneLine(finding)}). ${help}`);
}
