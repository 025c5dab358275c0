import { serve } from "../lib/child.mjs";
import { productOf } from "../lib/product.mjs";

/** One side of the rebuild term: the projections, or raw inserts of the rows that they made. */

const POSITIONS_PER_TRANSACTION = 512;
const SKIPPED = /^(sqlite_|search_text|(checkpoint|part|common_place|event_marked)$)/;

await serve(async ({ dist, folder, side, from, to }) => {
  const product = productOf(dist);
  const files = await product.load("projections/readModel/readModelFile.js");
  const { openForReading } = await product.load("projections/readModel/openFile.js");
  const { takeInAll } = await product.load("projections/readModel/rebuild.js");
  const { openReader } = await product.load("eventstore/location.js");
  const search = await product.load("projections/table/search.js");

  async function project() {
    files.dropReadModel(to);
    const db = files.openForWriting(to);
    const log = await openReader({ kind: "embedded", folder });
    const watch = stopwatch();
    watch.start();
    await takeInAll(db, log);
    watch.stop();
    db.close();
    await log.close();
    return watch.times;
  }

  /** Rows are read a stretch of the log at a time, outside the measured time. */
  async function insertRaw() {
    files.dropReadModel(to);
    const source = openForReading(from);
    const target = files.openForWriting(to);
    const head = source.prepare(`SELECT max(position) FROM event`).pluck().get();
    const tables = source
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`)
      .pluck()
      .all()
      .filter((name) => !SKIPPED.test(name))
      .map((name) => tableOf(source, target, name, search));
    const insertAll = target.transaction((batches) => {
      for (const { insert, rows } of batches) for (const row of rows) insert.run(row);
    });
    const watch = stopwatch();
    let count = 0;
    for (
      let upTo = POSITIONS_PER_TRANSACTION;
      upTo < head + POSITIONS_PER_TRANSACTION;
      upTo += POSITIONS_PER_TRANSACTION
    ) {
      const batches = tables.flatMap((table) => table.rowsUpTo(upTo));
      watch.start();
      insertAll(batches);
      watch.stop();
      for (const { rows } of batches) count += rows.length;
    }
    source.close();
    target.close();
    return { ...watch.times, rows: count };
  }

  return { ready: {}, answer: side === "ours" ? project : insertRaw, stop: async () => undefined };
});

/** Adds up stretches of time, and the processor time taken in them. */
function stopwatch() {
  const times = { seconds: 0, cpuMs: 0 };
  let started;
  return {
    times,
    start: () => (started = { at: process.hrtime.bigint(), cpu: process.cpuUsage() }),
    stop: () => {
      const { user, system } = process.cpuUsage(started.cpu);
      times.cpuMs += (user + system) / 1_000;
      times.seconds += Number(process.hrtime.bigint() - started.at) / 1e9;
    },
  };
}

function tableOf(source, target, name, search) {
  const columns = source.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(name);
  const order = columns.includes("from_position")
    ? "from_position"
    : columns.includes("position")
      ? "position"
      : columns[0];
  const at = columns.indexOf(order);
  const rows = source
    .prepare(`SELECT ${columns.join(", ")} FROM ${name} ORDER BY ${order}`)
    .raw()
    .iterate();
  const insert = target.prepare(
    `INSERT INTO ${name} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const insertText = target.prepare(search.INSERT_TEXT);
  const [entry, kind, found] = ["entry", "kind", "texts"].map((column) => columns.indexOf(column));
  let next = rows.next();
  return {
    rowsUpTo(position) {
      const some = [];
      for (; !next.done && !(next.value[at] > position); next = rows.next()) some.push(next.value);
      if (name !== "search_entry") return [{ insert, rows: some }];
      const texts = some.map((row) => [row[entry], ...search.indexed(row[kind], JSON.parse(row[found]))]);
      return [
        { insert, rows: some },
        { insert: insertText, rows: texts },
      ];
    },
  };
}
