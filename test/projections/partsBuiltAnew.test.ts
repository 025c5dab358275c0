import { cpSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import fc from "fast-check";
import type { LogReader } from "../../src/eventstore/contract.js";
import { openReader } from "../../src/eventstore/location.js";
import { openLedger } from "../../src/ledger.js";
import type { ReadModelPart } from "../../src/projections/table/part.js";
import { fingerprintsOf } from "../../src/projections/readModel/fingerprint.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { builtParts, createParts, isWhole } from "../../src/projections/readModel/partTable.js";
import { Projector } from "../../src/projections/readModel/projector.js";
import { openForWriting, readModelPath, readModelVersion } from "../../src/projections/readModel/readModelFile.js";
import { contentHash, takeInAll } from "../../src/projections/readModel/rebuild.js";
import { provide } from "../../src/projections/readModel/takeOver.js";
import { sceneFolder } from "../cli/playedScene.js";
import { removed, temporaryFolder } from "../cli/support.js";

/** The parts of a program in which those of these names have another code. */
function changed(names: readonly string[], parts = PARTS): ReadModelPart[] {
  const made = new Map<string, ReadModelPart>();
  for (const part of parts) {
    const ddl = names.includes(part.name) ? `${part.ddl}\n-- Of another version.` : part.ddl;
    const ownRows = (part.ownRows ?? []).map((rows) => ({ ...rows, of: made.get(rows.of.name) ?? rows.of }));
    made.set(part.name, { ...part, ddl, ownRows });
  }
  return [...made.values()];
}

/** All that is built anew when these are changed. */
const withWhoRests = (names: readonly string[]): string[] =>
  PARTS.filter(
    ({ name, ownRows = [] }) => names.includes(name) || ownRows.some(({ of }) => names.includes(of.name)),
  ).map(({ name }) => name);

interface Tables {
  readonly name: string;
  readonly tables_json: string;
}

/** Whoever writes to what these parts do not own is stopped. */
function guard(db: Database, parts: readonly ReadModelPart[]): () => void {
  const own = new Set(parts.map(({ name }) => name));
  const kept = (db.prepare(`SELECT name, tables_json FROM part`).all() as Tables[]).filter(
    ({ name }) => !own.has(name),
  );
  const tables = kept.flatMap(({ tables_json }) => JSON.parse(tables_json) as string[]);
  const triggers: string[] = [];
  for (const table of tables.filter((one) => !one.startsWith("search_text"))) {
    const mine = parts.flatMap(({ ownRows = [] }) => ownRows).filter((rows) => rows.table === table);
    for (const [verb, row] of [
      ["INSERT", "NEW"],
      ["UPDATE", "OLD"],
      ["DELETE", "OLD"],
    ]) {
      const isMine = mine.map(({ column, value }) => `${row}.${column} = '${value}'`).join(" OR ");
      const trigger = `kept_${table}_${verb}`;
      db.exec(`CREATE TRIGGER ${trigger} BEFORE ${verb} ON ${table} WHEN NOT (${isMine || "FALSE"})
        BEGIN SELECT RAISE(ABORT, '${table} is touched'); END`);
      triggers.push(trigger);
    }
  }
  return () => triggers.forEach((trigger) => db.exec(`DROP TRIGGER ${trigger}`));
}

describe("a part of the read model whose code has changed", function () {
  this.timeout(120_000);
  let scene: string;
  let log: LogReader;
  let folder: string;
  let ofAll: Promise<string> | undefined;

  before(async () => {
    scene = await sceneFolder();
    log = await openReader({ kind: "embedded", folder: scene });
    // What the scene's own read model has not taken in yet.
    const db = openForWriting(readModelPath(scene));
    await takeInAll(db, log);
    db.close();
  });
  after(async () => {
    await log.close();
    removed(scene);
  });
  const beginAnew = (): void => {
    folder = temporaryFolder();
    cpSync(readModelPath(scene), readModelPath(folder));
  };
  beforeEach(beginAnew);
  afterEach(() => removed(folder));

  const pathOf = (parts: readonly ReadModelPart[]): string => readModelPath(folder, readModelVersion(parts));

  const builtFrom = async (parts: readonly ReadModelPart[]): Promise<Database> => {
    const db = new BetterSqlite3(":memory:");
    createParts(db, parts);
    await takeInAll(db, log, undefined, parts);
    return db;
  };

  /**
   * It holds what a program with these parts makes of the whole log. Where they are all there, their other code is a
   * comment: then it differs in nothing but what it says of itself by which code it was built.
   */
  const expectAsBuiltWhole = async (db: Database, parts: readonly ReadModelPart[]): Promise<void> => {
    if (parts.length < PARTS.length) {
      const built = await builtFrom(parts);
      expect(contentHash(db)).to.equal(contentHash(built));
      built.close();
      return;
    }
    const [told, usual] = [fingerprintsOf(parts), fingerprintsOf(PARTS)];
    const fingerprint = db.prepare(`SELECT fingerprint FROM part WHERE name = ?`).pluck();
    const tell = db.prepare(`UPDATE part SET fingerprint = ? WHERE name = ?`);
    for (const [nth, part] of parts.entries()) {
      expect(fingerprint.get(part.name), part.name).to.equal(told.get(part));
      tell.run(usual.get(PARTS[nth]!), part.name);
    }
    expect(contentHash(db)).to.equal(await (ofAll ??= builtFrom(PARTS).then(hashed)));
  };
  const hashed = (db: Database): string => {
    const hash = contentHash(db);
    db.close();
    return hash;
  };

  for (const { name } of PARTS) {
    it(`${name} is built anew, with what writes to its tables; all other rows stay, and all are as if built whole`, async () => {
      const parts = changed([name]);
      expect((await provide(pathOf(parts), log, parts)).isWhole).to.equal(false);
      const db = openForWriting(pathOf(parts), parts);
      const anew = withWhoRests([name]);
      const head = await log.head();
      const behind = builtParts(db).filter(({ place }) => place.position < head);
      expect(behind.map((part) => part.name)).to.have.members(anew);
      const unguard = guard(
        db,
        parts.filter((part) => anew.includes(part.name)),
      );
      if (name !== "eventIndex") expect(() => db.exec(`DELETE FROM event`)).to.throw("event is touched");
      await takeInAll(db, log, undefined, parts);
      unguard();
      await expectAsBuiltWhole(db, parts);
      db.close();
    });
  }

  it("may be several, taken in by pages of any length, by a program that is started anew after each", () =>
    fc.assert(
      fc.asyncProperty(
        fc.subarray(
          PARTS.map(({ name }) => name),
          { minLength: 1 },
        ),
        fc.integer({ min: 50, max: 400 }),
        async (names, limit) => {
          const parts = changed(names);
          const path = pathOf(parts);
          const isAllNew = withWhoRests(names).length === PARTS.length;
          expect((await provide(path, log, parts)).isWhole).to.equal(isAllNew);
          const db = openForWriting(path, parts);
          for (let atEnd = false; !atEnd;) {
            const projector = new Projector(db, parts);
            const { checkpoint: after } = projector.place;
            const page = await log.readAll({ ...(after === undefined ? {} : { after }), limit });
            projector.apply(page, log);
            atEnd = page.atEnd;
            if (atEnd) expect(projector.isWhole).to.equal(true);
          }
          expect(isWhole(builtParts(db))).to.equal(true);
          await expectAsBuiltWhole(db, parts);
          db.close();
          removed(folder);
          beginAnew();
        },
      ),
      { numRuns: 6 },
    ));

  it("goes with its tables and its rows in those of others, when the program no longer has it", async () => {
    const parts = PARTS.filter(({ name }) => name !== "visits");
    expect((await provide(pathOf(parts), log, parts)).isWhole).to.equal(true);
    const db = openForWriting(pathOf(parts), parts);
    expect(db.prepare(`SELECT name FROM sqlite_schema WHERE tbl_name = 'visit'`).all()).to.deep.equal([]);
    await expectAsBuiltWhole(db, parts);
    db.close();
  });

  it("has the indexes that only questions need when all is taken in, and again where one has gone", async () => {
    const path = join(temporaryFolder(), "read-model-new.db");
    const db = openForWriting(path);
    const asked = PARTS.flatMap(({ indexes = "" }) =>
      [...indexes.matchAll(/CREATE INDEX (\w+)/g)].map(([, name]) => name),
    );
    const there = (): unknown[] =>
      db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`).pluck().all();
    expect(there()).to.not.include.members(asked.slice(0, 1));
    await takeInAll(db, log);
    expect(there()).to.include.members(asked).and.include("visit_in_order");
    db.exec(`DROP INDEX visit_in_order`);
    await takeInAll(db, log);
    expect(there()).to.include("visit_in_order");
    db.close();
    removed(dirname(path));
  });

  it("leaves the file of the other version as it was, for the way back", async () => {
    const parts = changed(["visits"]);
    await provide(pathOf(parts), log, parts);
    const db = openForWriting(readModelPath(folder));
    await expectAsBuiltWhole(db, PARTS);
    db.close();
  });

  it("is built with all others where the other file is of no use: damaged, half built, or of another log", async () => {
    const parts = changed(["visits"]);
    const other = readModelPath(folder);
    const isAllNew = async (): Promise<boolean> => {
      expect((await provide(pathOf(parts), log, parts)).isWhole).to.equal(true);
      const db = openForWriting(pathOf(parts), parts);
      const positions = new Set(builtParts(db).map(({ place }) => place.position));
      db.close();
      return positions.size === 1 && positions.has(0);
    };
    const change = (sql: string): void => {
      const db = new BetterSqlite3(other);
      db.exec(sql);
      db.close();
    };
    change(
      `UPDATE part SET (position, checkpoint) = (SELECT position - 1, checkpoint FROM common_place) WHERE name = 'units'`,
    );
    expect(await isAllNew(), "half built").to.equal(true);
    removed(pathOf(parts));
    cpSync(readModelPath(scene), other);
    change(`UPDATE event SET event_id = 'another' WHERE position = (SELECT max(position) FROM event)`);
    expect(await isAllNew(), "of another log").to.equal(true);
    removed(pathOf(parts));
    writeFileSync(other, "This is no database, and longer than the header of one. ".repeat(100));
    expect(await isAllNew(), "damaged").to.equal(true);
  });

  it("keeps the ledger from being asked until it has caught up, and then all is as before", async () => {
    const node = temporaryFolder();
    try {
      cpSync(scene, node, { recursive: true });
      const path = readModelPath(node);
      const other = join(node, "read-model-000000000000.db");
      renameSync(path, other);
      const db = new BetterSqlite3(other);
      db.exec(`UPDATE part SET fingerprint = 'another' WHERE name = 'visits'`);
      db.close();
      const ledger = await openLedger({ folder: node });
      expect(ledger.reads.isWhole).to.equal(false);
      expect(await ledger.reads.reached(await ledger.log.head(), 60_000)).to.equal(true);
      expect(ledger.reads.isWhole).to.equal(true);
      await ledger.close();
      const live = openForWriting(path);
      await expectAsBuiltWhole(live, PARTS);
      live.close();
    } finally {
      removed(node);
    }
  });
});
