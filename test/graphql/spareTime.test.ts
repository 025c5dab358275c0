import { expect } from "chai";
import { SpareTime } from "../../src/graphql/shared/spareTime.js";

describe("work in spare time", () => {
  it("is done once for all who ask the same", async () => {
    const spare = new SpareTime();
    let done = 0;
    const ask = (key: string): Promise<number[]> => spare.ask(key, () => [++done]);
    expect(await Promise.all([ask("a"), ask("a"), ask("b")])).to.deep.equal([[1], [1], [2]]);
  });

  it("leaves turns to others between its pieces", async () => {
    const spare = new SpareTime();
    const order: string[] = [];
    const pieces = ["1", "2", "3"].map((key) => spare.ask(key, () => [order.push(key)]));
    const other = new Promise<void>((resolve) => setImmediate(() => resolve(void order.push("other"))));
    await Promise.all([...pieces, other]);
    expect(order.indexOf("other")).to.be.lessThan(2);
  });

  it("does not rest for long after what was waited for rather than worked on", async () => {
    const spare = new SpareTime(20);
    const waitedMs = 500;
    const first = spare.ask("a", () => new Promise<object>((resolve) => setTimeout(resolve, waitedMs, {})));
    let began = 0;
    const second = spare.ask("b", () => ({ at: (began = performance.now()) }));
    await first;
    const ended = performance.now();
    await second;
    // Not three times as long as the first has taken.
    expect(began - ended).to.be.below(2 * waitedMs);
  });

  it("fails for those who asked, and is tried again for the next", async () => {
    const spare = new SpareTime();
    const failed = spare.ask("a", () => {
      throw new Error("no");
    });
    expect(await failed.catch((error: Error) => error.message)).to.equal("no");
    expect(await spare.ask("a", () => [1])).to.deep.equal([1]);
  });
});
