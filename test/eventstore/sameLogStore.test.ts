import { expect } from "chai";
import type { AppendResult } from "../../src/eventstore/contract.js";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import { SameLogStore } from "../../src/eventstore/sameLogStore.js";

describe("a log that is reset under a node that runs", () => {
  const storeThatAnswers = (result: AppendResult, head: number): SameLogStore =>
    new SameLogStore(
      {
        append: () => Promise.resolve(result),
        readStream: () => Promise.resolve([]),
        head: () => Promise.resolve(head),
        isShared: true,
      },
      () => 767,
    );
  const append = (store: SameLogStore): Promise<unknown> =>
    store.append("visit-1", "no_stream", []).catch((error: unknown) => error);

  it("is told by the first append that stands before what was read; nothing is acknowledged then, or after", async () => {
    const store = storeThatAnswers({ revision: 0, position: 3 }, 3);
    const refused = await append(store);
    expect(refused).to.be.instanceOf(StoreUnavailable).with.property("outcome", "unknown");
    expect(store.fault).to.include("position 3").and.include("767");
    expect(await append(store)).to.have.property("outcome", "nothing-written");
  });

  it("is not what a repeated command shows, whose events stand where they stood", async () => {
    expect(await append(storeThatAnswers({ revision: 0, position: 3 }, 900))).to.have.property("position", 3);
    expect(await append(storeThatAnswers({ revision: 0, position: 3, repeated: true }, 767))).to.have.property(
      "position",
      3,
    );
  });

  it("is not what an append to the same log shows", async () => {
    const store = storeThatAnswers({ revision: 0, position: 768 }, 768);
    expect(await append(store)).to.have.property("position", 768);
    expect(store.fault).to.equal(undefined);
  });
});
