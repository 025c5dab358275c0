import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { unknownTypes } from "../../src/server/health.js";
import { Api } from "../support/api.js";
import { SINCE } from "../support/cast.js";

describe("a log with an event that nobody here wrote", function () {
  this.timeout(60_000);
  let api: Api;
  let metadata: string;
  beforeEach(async () => {
    api = await Api.open();
    await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở Một" }, ...SINCE });
    metadata = (await api.ledger.log.readAll({ limit: 1 })).events[0]?.metadata ?? "";
  });
  afterEach(() => api.close());

  const append = (type: string, data: string, about = metadata) =>
    api.ledger.log.append(`visit-${randomUUID()}`, "no_stream", [{ id: randomUUID(), type, data, metadata: about }]);

  for (const [what, data, about, part] of [
    ["whose data are cut off", `{"title":"Nguyễn Văn`, undefined, "data"],
    ["whose metadata are no envelope", "{}", "[]", "metadata"],
    ["that nobody is said to have written", "{}", `{"schemaVersion":2}`, "metadata"],
  ] as const) {
    it(`says which and what to do, and does not pretend to catch up: ${what}`, async () => {
      const { reads } = api.ledger;
      let failures = 0;
      const states = new Set<string>();
      // A thread may die before what it said last is heard: then the next one is waited for.
      const twice = new Promise<void>((resolve) => {
        const look = (): void => void (failures >= 2 && states.size > 0 && resolve());
        reads.onProgress(() => {
          if (failures > 0) states.add(reads.state);
          look();
        });
        reads.onFailure(() => {
          failures++;
          look();
        });
      });
      const { position } = await append("VisitRegistered", data, about);
      await twice;
      expect([...states]).to.deep.equal(["failed"]);
      expect(reads.reason).to.equal(
        `The event VisitRegistered at position ${position} of the log cannot be read, as its ${part} are not what a ` +
          `ledger writes: restore the log from a backup, see docs/OPERATIONS.md.`,
      );
      expect(reads.reason, "nothing of what it holds").not.to.contain("Nguyễn");
    });
  }

  it("goes on with one of an unknown type, which it shows in timelines, and says so", async () => {
    const { reads } = api.ledger;
    expect(unknownTypes(reads)).to.equal(undefined);
    const { position } = await append("VisitRecordedByDrone", "{}");
    const { position: last } = await append("VisitRecordedByDrone", "{}");
    expect(await reads.reached(last)).to.equal(true);
    expect(reads.state).to.equal("live");
    expect(reads.events.at(position)?.type).to.equal("VisitRecordedByDrone");
    const sentence = unknownTypes(reads);
    expect(sentence).to.contain("2 events of types that this program does not know (VisitRecordedByDrone)");
    expect(sentence).to.contain(`the first at position ${position}: they stand in timelines and count nowhere`);
    await api.reopen();
    await api.ledger.reads.reached(last);
    while (!api.ledger.reads.isServing) await setTimeout(5);
    expect(unknownTypes(api.ledger.reads), "after a start, too").to.equal(sentence);
  });
});
