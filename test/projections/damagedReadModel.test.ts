import { closeSync, cpSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import { openForReading } from "../../src/projections/readModel/openFile.js";
import { readModelPath, setAside } from "../../src/projections/readModel/readModelFile.js";
import { contentHash } from "../../src/projections/readModel/rebuild.js";
import { removed, temporaryFolder } from "../cli/support.js";
import { DAMAGES } from "../drill/damages.js";
import { chanceOf } from "../drill/findings.js";
import { Api } from "../support/api.js";
import { SINCE } from "../support/cast.js";

const SEED = 20261130;
const PAGE_BYTES = 4_096;

function hashOf(folder: string): string {
  const db = openForReading(readModelPath(folder));
  db.pragma("query_only = OFF");
  const hash = contentHash(db);
  db.close();
  return hash;
}

/** `npm run drill -- damage` does the same to the scene's ledger, two hundred times and wherever chance has it. */
describe("a damaged read model", function () {
  this.timeout(60_000);
  let whole: string;
  let hash: string;
  let folder: string;
  let said: string[];
  before(async () => {
    const api = await Api.open();
    whole = temporaryFolder();
    await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở Một" }, ...SINCE });
    await api.ledger.close();
    cpSync(api.folder, whole, { recursive: true });
    await api.close();
    hash = hashOf(whole);
  });
  after(() => removed(whole));
  beforeEach(() => {
    folder = temporaryFolder();
    cpSync(whole, folder, { recursive: true });
    said = [];
  });
  afterEach(() => removed(folder));

  const open = (): Promise<Ledger> => openLedger({ folder, say: (line) => said.push(line) });
  const asideIn = (): string[] => readdirSync(folder).filter((name) => /\.set-aside-\d+$/.test(name));

  /** Until it answers whoever asks, from the whole log. */
  async function served({ reads }: Ledger): Promise<void> {
    await reads.checked;
    while (!(reads.isServing && reads.isWhole && reads.position >= 1)) await setTimeout(5);
  }

  const expectBuiltAnew = (): void => {
    expect(said).to.have.length(1);
    expect(said[0]).to.match(
      /^The read model \S+ .+: it is set aside as \S+\.set-aside-1, and built anew from the log\.$/,
    );
    expect(asideIn()).to.have.length(1);
    expect(hashOf(folder)).to.equal(hash);
  };

  for (const kind of [
    "cut off at any byte",
    "the first page of zeros",
    "another program's database",
    "a text file",
    "another's write-ahead log beside it",
    "an empty file",
    "a folder in its place",
  ]) {
    it(`is set aside, said in one line, and built anew: ${kind}`, async () => {
      DAMAGES[kind]?.(readModelPath(folder), chanceOf(SEED));
      const ledger = await open();
      await served(ledger);
      await ledger.close();
      expectBuiltAnew();
    });
  }

  it("is found while it is used, too: nobody is shown anything until another is built", async () => {
    const ledger = await open();
    const path = readModelPath(folder);
    const file = openSync(path, "r+");
    const pages = statSync(path).size / PAGE_BYTES;
    for (let page = 1; page < pages; page++)
      writeSync(file, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, page * PAGE_BYTES);
    closeSync(file);
    try {
      ledger.reads.events.at(1);
      throw new Error("The damage was not met.");
    } catch (error) {
      expect(error).to.be.instanceOf(StoreUnavailable);
    }
    await setTimeout(0);
    expect(ledger.reads).to.include({ isWhole: false, isServing: false, state: "failed" });
    expect(ledger.reads.reason).to.contain("is built anew from the log");
    await served(ledger);
    expect(ledger.reads.events.at(1)?.type).to.equal("UnitRegistered");
    expect(ledger.reads.reason).to.equal(undefined);
    await ledger.close();
    expectBuiltAnew();
  });

  it("is kept for whoever wants to know, but only the last two", () => {
    const path = readModelPath(folder);
    for (let n = 1; n <= 3; n++) {
      writeFileSync(path, "This is no read model.");
      expect(setAside(path)).to.match(new RegExp(`\\.set-aside-${n}$`));
    }
    expect(asideIn().map((name) => name.slice(-1))).to.have.members(["2", "3"]);
  });
});
