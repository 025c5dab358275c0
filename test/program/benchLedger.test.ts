import { expect } from "chai";
import { openLedger } from "../../src/ledger.js";
import { removed, temporaryFolder } from "../cli/support.js";

interface Wish {
  readonly events: number;
  readonly seed: number;
  readonly units: number;
  readonly agencies: number;
  readonly reporters: number;
  readonly days: number;
}
type Fill = (dist: string, folder: string, wish: Wish) => Promise<void>;

const BENCH = new URL("../../../bench/fill.mjs", import.meta.url).href;

describe("the ledger that the bench measures", () => {
  it("is filled through the product's own steps, as they are", async () => {
    const { fill } = (await import(BENCH)) as { readonly fill: Fill };
    const folder = temporaryFolder();
    await fill("dist", folder, { events: 150, seed: 1, units: 3, agencies: 2, reporters: 5, days: 30 });
    const ledger = await openLedger({ folder });
    expect(await ledger.log.head()).to.equal(150);
    expect(await ledger.reads.reached(150)).to.equal(true);
    await ledger.close();
    removed(folder);
  });
});
