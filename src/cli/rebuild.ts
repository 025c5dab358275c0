import { loadConfig } from "../config.js";
import { dropReadModel, openForWriting, readModelPath } from "../projections/readModel/readModelFile.js";
import { takeInAll } from "../projections/readModel/rebuild.js";
import { existingLog } from "./existingLog.js";
import { orOneLine, progress } from "./terminal.js";

/** `npm run rebuild`: builds this program's read model anew from the log, while no server runs on the folder. */
await orOneLine(async () => {
  const config = loadConfig(process.env);
  const { log } = await existingLog(config);
  const path = readModelPath(config.dataDir);
  dropReadModel(path);
  const db = openForWriting(path);
  const head = await log.head();
  const say = progress("taken in", head);
  await takeInAll(db, log, say);
  db.close();
  await log.close();
  console.log(`The read model is built anew, up to position ${head}.`);
});
