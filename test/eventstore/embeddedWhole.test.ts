import { cpSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import Database from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import { backUpLog } from "../../src/eventstore/embedded/backup.js";
import { findingsIn } from "../../src/eventstore/checkLog.js";
import { whyUnusable } from "../../src/eventstore/embedded/dataFolder.js";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import { CannotOpenLedger, LEDGER_FILE } from "../../src/eventstore/embedded/schema.js";
import { failure, newEvents } from "../support/conformance/helpers.js";
import { cleanUp, newFolder, openReader, openStore } from "./support/stores.js";

const EVENTS = 20;

/** A closed log of four streams with five events each, to whose file something is done by hand. */
async function withLog(change: (db: Sqlite.Database) => void): Promise<string> {
  const folder = newFolder();
  const store = await openStore({ folder });
  for (let n = 0; n < EVENTS / 5; n++) await store.append(`visit-${n}`, "no_stream", newEvents(5));
  await store.close();
  const db = new Database(join(folder, LEDGER_FILE));
  db.exec("DROP TRIGGER events_are_not_deleted; DROP TRIGGER events_are_not_changed");
  change(db);
  db.close();
  return folder;
}

describe("embedded store: a log that has lost events", () => {
  afterEach(cleanUp);

  const refusal = async (folder: string): Promise<string> => {
    const { message } = await failure(openStore({ folder }), CannotOpenLedger);
    expect(message).not.to.contain("\n");
    expect(message).to.contain("Restore it from a backup");
    return message;
  };

  for (const [what, sql, said] of [
    [
      "one in the middle",
      "DELETE FROM events WHERE position = 8",
      "an event is missing, the first at position 8 of 20",
    ],
    ["the first", "DELETE FROM events WHERE position = 1", "an event is missing, the first at position 1 of 20"],
    ["some", "DELETE FROM events WHERE position IN (3, 4, 11)", "3 events are missing, the first at position 3 of 20"],
    ["the last ones", "DELETE FROM events WHERE position > 18", "positions up to 20, but its last event stands at 18"],
    ["all", "DELETE FROM events", "positions up to 20, but its last event stands at 0"],
    [
      "one, and the others moved up",
      `DELETE FROM events WHERE position = 8;
       UPDATE events SET position = position - 1 WHERE position > 8;
       UPDATE sqlite_sequence SET seq = 19`,
      "the stream visit-1 goes up to revision 4 and has 4 events, not 5",
    ],
  ] as const) {
    it(`is not opened without ${what}, and not backed up`, async () => {
      const folder = await withLog((db) => db.exec(sql));
      expect(await refusal(folder)).to.contain(said);
      const { message } = await failure(backUpLog(folder, newFolder()), CannotOpenLedger);
      expect(message).to.contain(said).and.contain("Nothing was backed up");
    });
  }

  it("is not begun anew where only its write-ahead log is left, which stays as it is", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, `${LEDGER_FILE}-wal`), "events that were acknowledged");
    for (const there of [false, true]) {
      if (there) writeFileSync(join(folder, LEDGER_FILE), "");
      const { message } = await failure(openStore({ folder }), CannotOpenLedger);
      expect(message).to.match(/is missing, but events of it are in \S+ledger\.db-wal: put the file back/);
    }
  });

  it("names, read through, each event that cannot be read and each hole", async () => {
    const folder = await withLog((db) =>
      db.exec(`UPDATE events SET data = '{"a":' WHERE position = 3; UPDATE events SET metadata = '[]' WHERE position = 4;
               DELETE FROM events WHERE position = 13`),
    );
    const findings = await findingsIn(openReader(folder));
    // The events of these tests have no envelope, so each of them is named; the hole is named besides.
    expect(findings[2]).to.contain("at position 3 of the log cannot be read, as its data are not");
    expect(findings[3]).to.contain("at position 4 of the log cannot be read, as its metadata are not");
    expect(findings.join("\n")).to.contain("At position 14 the stream visit-2 goes on with revision 3; after the one");
  });
});

describe("embedded store: a log that is taken away while it is open", () => {
  afterEach(cleanUp);

  for (const [what, take, putBack] of [
    ["its folder is deleted", (folder: string) => rmSync(folder, { recursive: true }), undefined],
    ["its write-ahead log is deleted", (folder: string) => rmSync(join(folder, `${LEDGER_FILE}-wal`)), undefined],
    [
      "its file is replaced by a copy of it",
      (folder: string) => {
        cpSync(join(folder, LEDGER_FILE), join(folder, "copy"));
        renameSync(join(folder, "copy"), join(folder, LEDGER_FILE));
      },
      undefined,
    ],
    [
      "its file is moved away, until it is back",
      (folder: string) => renameSync(join(folder, LEDGER_FILE), join(folder, "moved")),
      (folder: string) => renameSync(join(folder, "moved"), join(folder, LEDGER_FILE)),
    ],
  ] as const) {
    it(`acknowledges nothing once ${what}, and says so`, async () => {
      const folder = newFolder();
      const store = await openStore({ folder });
      await store.append("visit-1", "no_stream", newEvents(1));
      expect(store.fault).to.equal(undefined);
      take(folder);
      expect(store.fault?.message).to.contain("was deleted or replaced while it was open, and nothing more is written");
      const error = await failure(store.append("visit-2", "no_stream", newEvents(1)), StoreUnavailable);
      expect(error.outcome).to.equal("nothing-written");
      expect(error.message).to.contain("before this process is stopped, copy what it still holds");
      expect(await store.readStream("visit-1"), "reading goes on").to.have.length(1);
      if (!putBack) return;
      putBack(folder);
      expect(store.fault).to.equal(undefined);
      await store.append("visit-2", "no_stream", newEvents(1));
    });
  }
});

describe("embedded store: a folder that is none", () => {
  afterEach(cleanUp);

  it("is said to be a file, or to lie below one", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    for (const folder of [file, join(file, "below")]) {
      const { message } = await failure(openStore({ folder }), CannotOpenLedger);
      expect(message).to.equal(`The data folder ${folder} (DATA_DIR) is a file or lies below one: name a folder.`);
    }
  });

  for (const [code, said] of [
    ["EROFS", "lies on a read-only file system: mount it for writing"],
    ["EACCES", "may not be read and written by the user of this process"],
    ["ENOSPC", "its disk has no room left: make room there"],
  ] as const) {
    it(`is said why it cannot be used: ${code}`, () => {
      expect(whyUnusable("/data", Object.assign(new Error("x"), { code }))).to.contain(said);
    });
  }
});
