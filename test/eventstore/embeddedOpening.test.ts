import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import Database from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import { DataFolderInUse } from "../../src/eventstore/embedded/lock.js";
import {
  CannotOpenLedger,
  LEDGER_FILE,
  makeDurable,
  openForWriting,
  requireSqlite,
} from "../../src/eventstore/embedded/schema.js";
import { failure, newEvents, newStream } from "../support/conformance/helpers.js";
import { startChild } from "./support/children.js";
import { cleanUp, newFolder, openReader, openStore } from "./support/stores.js";

describe("embedded store: opening", () => {
  afterEach(cleanUp);

  describe("the data folder", () => {
    it("is refused to a second process, with its name and the holder's pid", async () => {
      const folder = newFolder();
      await openStore({ folder });
      const child = startChild("openStoreChild.js", folder);
      expect(JSON.parse((await child.lines.next()).value as string)).to.deep.equal({
        opened: false,
        name: "DataFolderInUse",
        message: `The data folder ${folder} is in use by process ${process.pid}.`,
      });
      await child.gone;
    });

    it("is refused to a second store of the same process", async () => {
      const folder = newFolder();
      const store = await openStore({ folder });
      const error = await failure(openStore({ folder }), DataFolderInUse);
      expect(error).to.include({ folder, pid: process.pid });
      await store.append(newStream(), "no_stream", newEvents(1));
    });

    it("is free again after close, and nothing stays but the log, the lock and the room held for a full disk", async () => {
      const folder = join(newFolder(), "made", "anew");
      await (await openStore({ folder })).close();
      expect(readdirSync(folder).toSorted()).to.deep.equal([LEDGER_FILE, "ledger.lock", "ledger.reserve"]);
      await (await openStore({ folder })).close();
    });

    it("is free again when its holder was killed", async () => {
      const folder = newFolder();
      const child = startChild("openStoreChild.js", folder);
      const { opened, pid } = JSON.parse((await child.lines.next()).value as string) as Record<string, unknown>;
      expect(opened).to.equal(true);
      expect((await failure(openStore({ folder }), DataFolderInUse)).pid).to.equal(pid);
      child.process.kill("SIGKILL");
      await child.gone;
      await (await openStore({ folder })).close();
    });

    it("is free again when the log could not be opened", async () => {
      const folder = newFolder();
      writeFileSync(join(folder, LEDGER_FILE), "x".repeat(5000));
      await failure(openStore({ folder }), CannotOpenLedger);
      await failure(openStore({ folder }), CannotOpenLedger);
    });
  });

  describe("the file", () => {
    const refusal = async (folder: string): Promise<string> =>
      (await failure(openStore({ folder }), CannotOpenLedger)).message;

    it("is refused when a newer version wrote it, to reader and writer alike", async () => {
      const folder = await withLedger((db) => db.pragma("user_version = 2"));
      expect(await refusal(folder)).to.match(/newer version \(format 2\); this one reads up to format 1\.$/);
      expect(() => openReader(folder)).to.throw(CannotOpenLedger, "newer version");
    });

    it("is refused when it is another program's, and left as it was", async () => {
      const folder = newFolder();
      const path = join(folder, LEDGER_FILE);
      const other = new Database(path);
      other.exec("CREATE TABLE theirs (x); PRAGMA application_id = 77");
      other.close();
      const before = readFileSync(path);
      expect(await refusal(folder)).to.match(/is not a ledger of this program\.$/);
      expect(readFileSync(path).equals(before)).to.equal(true);
    });

    it("is refused when it is no database at all", async () => {
      const folder = newFolder();
      writeFileSync(join(folder, LEDGER_FILE), "this is not a database. ".repeat(500));
      expect(await refusal(folder)).to.match(/is damaged or is no ledger: SQLITE_NOTADB\.$/);
    });

    it("is refused when a page of it is damaged", async () => {
      const folder = newFolder();
      const store = await openStore({ folder });
      await store.append(newStream(), "no_stream", newEvents(400));
      await store.close();
      const file = openSync(join(folder, LEDGER_FILE), "r+");
      writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 8 * 4096);
      closeSync(file);
      expect(await refusal(folder)).to.match(/is damaged/);
    });

    it("is not made by a reader", () => {
      const folder = newFolder();
      expect(() => openReader(folder)).to.throw(CannotOpenLedger, "cannot be opened");
      expect(readdirSync(folder)).to.deep.equal([]);
    });
  });

  describe("durability", () => {
    it("is FULL with a write-ahead log, as read back from the writer's connection", () => {
      const db = openForWriting(newFolder());
      expect(db.pragma("synchronous", { simple: true })).to.equal(2);
      expect(db.pragma("journal_mode", { simple: true })).to.equal("wal");
      db.close();
    });

    it("is required: where the settings do not hold, the log is not opened", () => {
      expect(() => makeDurable(new Database(":memory:"))).to.throw(CannotOpenLedger, "journal mode is memory");
    });

    it("wants an SQLite without the fault that corrupts the write-ahead log", () => {
      for (const old of ["3.51.2", "3.50.9", "2.99.99", "3.9.0", "3.51"]) {
        expect(() => requireSqlite(old), old).to.throw(CannotOpenLedger, "3.51.3 or later");
      }
      for (const good of ["3.51.3", "3.51.10", "3.53.2", "4.0.0"]) requireSqlite(good);
    });

    it("keeps events from being changed or deleted, even by hand", async () => {
      const folder = await withLedger((db) => {
        expect(() => db.exec("UPDATE events SET data = '{}'")).to.throw("events are never changed");
        expect(() => db.exec("DELETE FROM events")).to.throw("events are never deleted");
      });
      await (await openStore({ folder })).close();
    });
  });
});

/** A folder with a small ledger in it, to whose closed file something was done. */
async function withLedger(change: (db: Sqlite.Database) => void): Promise<string> {
  const folder = newFolder();
  const store = await openStore({ folder });
  await store.append(newStream(), "no_stream", newEvents(1));
  await store.close();
  const db = new Database(join(folder, LEDGER_FILE));
  change(db);
  db.close();
  return folder;
}
