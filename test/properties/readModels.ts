import type { Database } from "better-sqlite3";
import { expect } from "chai";
import type { LogReader, RecordedEvent } from "../../src/eventstore/contract.js";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { createParts } from "../../src/projections/readModel/partTable.js";
import { openForWriting, readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { contentHash, takeInAll } from "../../src/projections/readModel/rebuild.js";
import type { Api } from "../support/api.js";

/** A log that ends after some events. */
const prefixOf = (events: readonly RecordedEvent[]): Pick<LogReader, "readAll" | "readStream" | "checkpointAt"> => ({
  readStream: (stream) => Promise.resolve(events.filter((event) => event.stream === stream)),
  checkpointAt: (position) => `e${position}`,
  readAll: ({ after, limit }) => {
    const from = after === undefined ? 0 : Number(after.slice(1));
    const rest = events.filter((event) => event.position > from);
    const page = rest.slice(0, limit);
    const position = page.at(-1)?.position ?? from;
    return Promise.resolve({ events: page, position, checkpoint: `e${position}`, atEnd: rest.length <= limit });
  },
});

/** A read model of these events alone, taken in page by page. */
export async function readModelOf(events: readonly RecordedEvent[], pageSize = 1_000): Promise<Database> {
  const db = new BetterSqlite3(":memory:");
  createParts(db, PARTS);
  const log = prefixOf(events);
  await takeInAll(db, { ...log, readAll: (options) => log.readAll({ ...options, limit: pageSize }) });
  return db;
}

/** A read model built anew holds the same rows as the one that grew with the log, whatever the pages. */
export async function builtAnewIsTheSame(api: Api, events: readonly RecordedEvent[]): Promise<void> {
  expect(await api.ledger.reads.reached(await api.ledger.log.head())).to.equal(true);
  const live = openForWriting(readModelPath(api.folder));
  const grown = contentHash(live);
  live.close();
  for (const pageSize of [1, 7, 1_000]) {
    const built = await readModelOf(events, pageSize);
    expect(contentHash(built), `built by pages of ${pageSize}`).to.equal(grown);
    built.close();
  }
}
