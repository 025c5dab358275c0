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
  /** What speaks against taking each of these back, after all of them were entered. */
  const refusalsOf = (...commands: readonly x.SeizureStep[]): readonly (string | undefined)[] =>
    commands.map((_, nth) => {
      const entered = new Entered(decider, beginning);
      for (const command of commands) {
        expect(entered.enter({ command: command as unknown as Command }), command.type).to.equal(true);
      }
      const whole = [...entered.entries];
      const code = entered.takeBack("TakeBackSeizureEntry", nth + 1, { seizureId: "s-1", others: [] }, commandMeta());
      if (code === undefined) {
        expect(entered.state).to.deep.equal(without(decider, whole, nth + 1).state);
      }
      return code;
    });
  const correct = (more: object): x.SeizureStep => x.step("CorrectInventory", { reason: "Ghi sai", ...more });
  const RESTED_ON = "ENTRY_RESTED_ON";

  it("is one of the fields or the lines that it corrects: a later correction of others does not rest on it", () => {
    const titleOf = (lineId: string): x.SeizureStep => correct({ lines: [{ lineId, title: "Toán 6" }] });
    const [one, two] = [titleOf("l-1"), titleOf("l-2")];
    const author = correct({ lines: [{ lineId: "l-1", author: "Ai đó" }] });
    const [number, grounds] = [correct({ minutesNumber: "15/BB" }), correct({ decisionNumber: "2/QĐ" })];
    expect(refusalsOf(one, two, number)).to.deep.equal([undefined, undefined, undefined]);
    expect(refusalsOf(one, author)).to.deep.equal([RESTED_ON, undefined]);
    expect(refusalsOf(number, two, grounds)).to.deep.equal([RESTED_ON, undefined, undefined]);
  });

  it("is of the time in custody where it corrects the day of the seizure, and else is not", () => {
    const extension = x.step("ExtendSeizure", x.good.extend);
    const line = correct({ lines: [{ lineId: "l-1", title: "Toán 6" }] });
    const day = correct({ seizedOn: "2019-09-02", dueOn: "2019-09-09" });
    expect(refusalsOf(extension, line)).to.deep.equal([undefined, undefined]);
    expect(refusalsOf(extension, day)).to.deep.equal([RESTED_ON, undefined]);
  });

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
