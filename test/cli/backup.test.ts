import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import type { RecordedEvent } from "../../src/eventstore/contract.js";
import { openEmbeddedStore } from "../../src/eventstore/embedded/embeddedStore.js";
import { openLedger } from "../../src/ledger.js";
import { readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { cleanUp, newFolder, openStore, tracked } from "../eventstore/support/stores.js";
import { Api } from "../support/api.js";
import { SINCE } from "../support/cast.js";
import { newEvent, newStream, walkEvents } from "../support/conformance/helpers.js";

const BACKUP = fileURLToPath(new URL("../../src/cli/backup.js", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function backup(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [BACKUP, ...args], { env: { PATH: process.env["PATH"], ...env } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += String(chunk)));
  child.stderr.on("data", (chunk) => (said.err += String(chunk)));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

describe("npm run backup", () => {
  afterEach(cleanUp);

  it("copies the log as of one moment while it is written to, and all acknowledged before that is in the copy", async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const acknowledged: { id: string; position: number }[] = [];
    let stop = false;
    const write = async (): Promise<void> => {
      // Large events, so that the copy takes many steps.
      const event = newEvent({ data: JSON.stringify({ fill: "x".repeat(20_000) }) });
      const { position } = await store.append(newStream(), "no_stream", [event]);
      acknowledged.push({ id: event.id, position });
    };
    const lane = async (): Promise<void> => {
      while (!stop) await write();
    };
    for (let n = 0; n < 50; n += 1) await Promise.all(Array.from({ length: 20 }, write));
    const lanes = Array.from({ length: 4 }, lane);

    const to = join(newFolder(), "backups", "one");
    const ended = await backup({ DATA_DIR: folder }, "--to", to);
    stop = true;
    await Promise.all(lanes);
    expect(ended.err).to.equal("");
    expect(ended.code).to.equal(0);
    expect(readdirSync(to)).to.deep.equal(["ledger.db"]);

    const restored = tracked(await openEmbeddedStore({ folder: to }));
    const events = await walkEvents(restored, { after: restored.checkpointAt(0), limit: 500 });
    const head = await restored.head();
    expect(ended.out).to.contain(`The log up to position ${head}:`);
    const found = new Map<string, RecordedEvent>(events.map((event) => [event.id, event]));
    const before = acknowledged.filter(({ position }) => position <= head);
    expect(before.length).to.be.at.least(1_000);
    for (const { id, position } of before) expect(found.get(id)?.position).to.equal(position);
    expect(acknowledged.length, "it was written to meanwhile").to.be.greaterThan(before.length);
    expect(events.length, "nothing after its position").to.equal(before.length);
    // And the copy is a ledger like any other.
    expect((await restored.append(newStream(), "no_stream", [newEvent()])).position).to.equal(head + 1);
  });

  it("copies the read model too, from which another node starts without building it anew", async () => {
    const api = tracked(await Api.open());
    await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở Một" }, ...SINCE });
    const to = join(newFolder(), "node-2");
    expect(await backup({ DATA_DIR: api.folder }, "--to", to, "--read-model")).to.include({ code: 0, err: "" });
    await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở Hai" }, ...SINCE });

    // A mark that a read model built anew would not have.
    const path = readModelPath(to);
    const marked = new Database(path);
    marked.exec("CREATE TABLE mark (x)");
    marked.close();
    const ledger = tracked(await openLedger({ folder: to }));
    expect(await ledger.reads.reached(await ledger.log.head())).to.equal(true);
    const look = new Database(path, { readonly: true });
    expect(look.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'mark'").pluck().get()).to.equal(1);
    look.close();
  });

  it("overwrites nothing, and leaves nothing half done", async () => {
    const folder = newFolder();
    await (await openStore({ folder })).close();
    const parent = newFolder();
    const to = join(parent, "there");
    mkdirSync(to);
    writeFileSync(join(to, "mine.txt"), "mine");
    const refused = await backup({ DATA_DIR: folder }, "--to", to);
    expect(refused.code).to.equal(1);
    expect(refused.err).to.contain("exists already");
    const none = await backup({ DATA_DIR: newFolder() }, "--to", join(parent, "new"));
    expect(none.code).to.equal(1);
    expect(none.err).to.contain("cannot be opened");
    const noReadModel = await backup({ DATA_DIR: folder }, "--to", join(parent, "new"), "--read-model");
    expect(noReadModel.err).to.contain("no read model of this version");
    expect(readdirSync(parent)).to.deep.equal(["there"]);
    expect(readdirSync(to)).to.deep.equal(["mine.txt"]);
  });

  it("leaves a log in EventStoreDB to EventStoreDB", async () => {
    const to = join(newFolder(), "new");
    const env = { DATA_DIR: newFolder(), EVENTSTORE_URL: "esdb://127.0.0.1:1?tls=false" };
    expect((await backup(env, "--to", to)).err).to.contain("backed up there");
    expect((await backup(env)).err).to.contain("Usage:");
    expect(existsSync(to)).to.equal(false);
  });
});
