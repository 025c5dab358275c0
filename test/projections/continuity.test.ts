import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { openLedger } from "../../src/ledger.js";
import { OtherLog } from "../../src/projections/readModel/continuity.js";
import { removed, temporaryFolder } from "../cli/support.js";
import { Api } from "../support/api.js";
import { SINCE } from "../support/cast.js";
import { newDouble } from "../eventstore/support/eventStoreDb.js";
import { cleanUp } from "../eventstore/support/stores.js";
import { failure } from "../support/conformance/helpers.js";

const unit = (name: string): Record<string, unknown> => ({ unit: { kind: "DEPARTMENT", name }, ...SINCE });

describe("a read model beside a log that is not the one that it was built from", function () {
  this.timeout(60_000);
  let api: Api;
  beforeEach(async () => {
    api = await Api.open();
  });
  afterEach(() => api.close());

  const names = async (): Promise<string[]> =>
    (await api.ask(`{ units { nodes { name } } }`)).units.nodes.map((one: { name: string }) => one.name) as string[];
  const file = (name: string): string => join(api.folder, name);
  const asideIn = (folder: string): string[] => readdirSync(folder).filter((name) => /\.set-aside-\d+$/.test(name));

  /** The log as it is now, put aside; what it returns puts it back, the ledger being closed. */
  const backup = async (): Promise<() => void> => {
    await api.ledger.close();
    cpSync(file("ledger.db"), file("backup.db"));
    await api.reopen();
    return () => {
      for (const suffix of ["-wal", "-shm"]) rmSync(file("ledger.db") + suffix, { force: true });
      cpSync(file("backup.db"), file("ledger.db"));
    };
  };
  const refusal = async (): Promise<string> => (await failure(openLedger({ folder: api.folder }), OtherLog)).message;

  it("stops the start, naming both positions; accepted, it is set aside and built anew", async () => {
    await api.done("registerUnit", unit("Sở Một"));
    const restore = await backup();
    await api.done("registerUnit", unit("Sở Hai"));
    await api.done("registerUnit", unit("Sở Ba"));
    await api.ledger.close();
    restore();
    const before = readFileSync(file("ledger.db"));
    const why = await refusal();
    expect(why).to.match(/ends at position 1, but the read model \S+ was built from it up to position 3:/);
    expect(why).to.contain("start once with LEDGER_ACCEPT_OTHER_LOG=3");
    expect(why).not.to.contain("\n");
    expect(readFileSync(file("ledger.db")).equals(before), "nothing was changed").to.equal(true);
    expect(await refusal(), "asked again, the same").to.equal(why);
    await failure(openLedger({ folder: api.folder, acceptOtherLog: 2 }), OtherLog);

    const said: string[] = [];
    await api.reopen({ acceptOtherLog: 3, say: (line) => said.push(line) });
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/That is accepted by LEDGER_ACCEPT_OTHER_LOG: \S+ is set aside as \S+\.set-aside-1\.$/);
    expect(asideIn(api.folder)).to.have.length(1);
    await api.ledger.reads.reached(1);
    expect(await names()).to.deep.equal(["Sở Một"]);
    await api.reopen();
    expect(await names(), "and is not asked about again").to.deep.equal(["Sở Một"]);
  });

  it("stops the start also when the log has since grown past it again", async () => {
    await api.done("registerUnit", unit("Sở Một"));
    const restore = await backup();
    await api.done("registerUnit", unit("Sở Hai"));
    await api.ledger.close();
    const readModel = readdirSync(api.folder).find((name) => /^read-model-\w+\.db$/.test(name)) ?? "";
    cpSync(file(readModel), file("kept"));
    restore();
    rmSync(file(readModel));
    await api.reopen();
    await api.done("registerUnit", unit("Sở Ba"));
    await api.ledger.close();
    cpSync(file("kept"), file(readModel));
    expect(await refusal()).to.contain("holds another event at position 2 than the one");
    await api.reopen({ acceptOtherLog: 2 });
    await api.ledger.reads.reached(2);
    expect(await names()).to.deep.equal(["Sở Ba", "Sở Một"]);
  });

  it("stops the start when a cut write-ahead log has lost what was acknowledged, and leaves both files as they are", async () => {
    for (const name of ["Một", "Hai", "Ba"]) await api.done("registerUnit", unit(`Sở ${name}`));
    const cut = temporaryFolder();
    for (const name of readdirSync(api.folder)) {
      if (/^(ledger\.db|read-model)/.test(name)) cpSync(file(name), join(cut, name));
    }
    const wal = join(cut, "ledger.db-wal");
    const lastFrameBytes = 4_096 + 24;
    truncateSync(wal, statSync(wal).size - lastFrameBytes);
    const before = readFileSync(wal);
    const { message } = await failure(openLedger({ folder: cut }), OtherLog);
    expect(message).to.match(/ends at position 2, but the read model \S+ was built from it up to position 3: what was/);
    expect(readFileSync(wal).equals(before)).to.equal(true);
    removed(cut);
  });

  it("is a witness of whatever version of the program it is, and keeps a lost log from being begun anew", async () => {
    await api.done("registerUnit", unit("Sở Một"));
    await api.ledger.close();
    const readModel = readdirSync(api.folder).find((name) => /^read-model-\w+\.db$/.test(name)) ?? "";
    cpSync(file(readModel), file("read-model-000000000000.db"));
    rmSync(file(readModel));
    for (const name of readdirSync(api.folder)) if (name.startsWith("ledger.db")) rmSync(file(name));
    expect(await refusal()).to.match(
      /ledger\.db is missing, but the read model .* up to position 1\. Put the right log/,
    );
    expect(existsSync(file("ledger.db")), "none is made").to.equal(false);
    await api.reopen({ acceptOtherLog: 1 });
    expect(await api.ledger.log.head()).to.equal(0);
    expect(await names()).to.deep.equal([]);
  });
});

describe("a read model beside a log in EventStoreDB that is not the one that it was built from", () => {
  afterEach(cleanUp);

  it("stops the start, naming both positions, and is built anew when that is accepted", async () => {
    const first = await newDouble();
    const api = await Api.open(undefined, first.url);
    await api.done("registerUnit", unit("Sở Một"));
    await api.done("registerUnit", unit("Sở Hai"));
    const { position } = api.ledger.reads;
    await api.ledger.close();
    const restored = await newDouble();
    const options = { folder: api.folder, eventStoreUrl: restored.url };
    const why = (await failure(openLedger(options), OtherLog)).message;
    expect(why).to.match(
      new RegExp(`^The log at EVENTSTORE_URL ends at position \\d+, but the read model .* up to position ${position}:`),
    );
    api.ledger = await openLedger({ ...options, acceptOtherLog: position });
    expect((await api.ask(`{ units { nodes { name } } }`)).units.nodes).to.deep.equal([]);
    await api.close();
  });
});
