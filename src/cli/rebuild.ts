import { loadConfig } from "../config.js";
import { openEmbeddedStore } from "../eventstore/embedded/embeddedStore.js";
import { dropReadModel, openForWriting, readModelPath } from "../projections/readModelFile.js";
import { takeInAll } from "../projections/rebuild.js";
import { orOneLine, progress } from "./terminal.js";

/** `npm run rebuild`: builds this program's read model anew from the log, while no server runs on the folder. */
await orOneLine(async () => {
  const { dataDir } = loadConfig(process.env);
  // The store's lock makes sure that nobody is reading from what is about to be deleted.
  const log = await openEmbeddedStore({ folder: dataDir });
  const path = readModelPath(dataDir);
  dropReadModel(path);
  const db = openForWriting(path);
  const head = await log.head();
  const say = progress("events taken in", head);
  await takeInAll(db, log, say);
  db.close();
  await log.close();
  console.log(`The read model is built anew from ${head} events.`);
});
