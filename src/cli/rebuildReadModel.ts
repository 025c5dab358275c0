import { existsSync } from "node:fs";
import { loadConfig } from "../config.js";
import { whyUnfit } from "../projections/readModel/damage.js";
import { PARTS } from "../projections/readModel/parts.js";
import { dropReadModel, openForWriting, readModelPath, setAside } from "../projections/readModel/readModelFile.js";
import { takeInAll } from "../projections/readModel/rebuild.js";
import { existingLog } from "./existingLog.js";
import { progress } from "./terminal.js";

/** Builds this program's read model anew from the log of this environment. */
export async function rebuildReadModel(): Promise<void> {
  const config = loadConfig(process.env);
  const { log } = await existingLog(config);
  const path = readModelPath(config.dataDir);
  // What stands there may be anything, somebody's file too: only a read model is deleted.
  if (existsSync(path) && whyUnfit(path, PARTS) !== undefined) setAside(path);
  dropReadModel(path);
  const db = openForWriting(path);
  const head = await log.head();
  const say = progress("taken in", head);
  await takeInAll(db, log, say);
  db.close();
  await log.close();
  console.log(`The read model is built anew, up to position ${head}.`);
}
