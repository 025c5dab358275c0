import { expect } from "chai";
import fc from "fast-check";
import type { Command, Decider, DomainEvent } from "../../../src/domain/kernel/decider.js";
import { seizure } from "../../../src/domain/seizure/record.js";
import type { Seizure } from "../../../src/domain/seizure/seizure.js";
import { commandMeta } from "../../support/given.js";
import { Entered, without } from "../../support/takeBack.js";
import { acts } from "./acts.js";
import * as x from "./facts.js";

const decider = seizure.decider as unknown as Decider<Command, object, DomainEvent>;
const beginning = [
  x.seized(
    [x.line("l-1"), x.line("l-2", { sealNumber: "NP" }), x.line("l-3", { estimated: true })].map((one) => ({
      ...one,
      title: "Toán 5",
    })),
  ),
];

describe("an entry about exhibits, taken back", () => {
  const SEED = 20261201;

  it(`leaves the inventory as if it had never been made, or is refused (seed ${SEED})`, () => {
    const taken = new Map<string, number>();
    let refusals = 0;
    fc.assert(
      fc.property(fc.array(acts, { minLength: 1, size: "max", maxLength: 30 }), fc.nat(), (sequence, pick) => {
        const entered = new Entered(decider, beginning);
        sequence.forEach((act, nth) => {
          entered.enter({ command: act(entered.state as Seizure, nth) as unknown as Command });
        });
        const count = entered.entries.length;
        if (count < 2) return;
        const nth = 1 + (pick % (count - 1));
        const whole = [...entered.entries];
        const { type } = entered.firstOf(nth);
        const data = { seizureId: "s-1", others: [] };
        const code = entered.takeBack("TakeBackSeizureEntry", nth, data, commandMeta());
        if (code !== undefined) {
          expect(code).to.equal("ENTRY_RESTED_ON");
          refusals++;
          return;
        }
        taken.set(type, (taken.get(type) ?? 0) + 1);
        expect(entered.state).to.deep.equal(without(decider, whole, nth).state);
      }),
      { seed: SEED, numRuns: 600 },
    );
    for (const type of [
      "ExhibitsReturned",
      "ExhibitsConfiscated",
      "ExhibitsDestroyed",
      "ExhibitsTransferred",
      "ExhibitsSold",
      "ExhibitDiscrepancyRecorded",
      "ExhibitsCounted",
      "ConfiscationRevoked",
      "ExhibitLotSplit",
      "ExhibitLotsMerged",
      "InventoryCorrected",
    ]) {
      expect(taken.get(type) ?? 0, `times that ${type} was taken back`).to.be.above(0);
    }
    expect(refusals).to.be.above(0);
  });
});
