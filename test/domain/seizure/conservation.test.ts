import { expect } from "chai";
import fc from "fast-check";
import { isAccepted } from "../../../src/domain/kernel/decider.js";
import type { None } from "../../../src/domain/kernel/history.js";
import { totalsOf } from "../../../src/domain/seizure/quantities.js";
import { seizure as record } from "../../../src/domain/seizure/record.js";
import type { Seizure } from "../../../src/domain/seizure/seizure.js";
import { acts } from "./acts.js";
import * as x from "./facts.js";

const { decider } = record;

/** What is true of every line after every event, reckoned here from the events' own numbers of copies. */
function check(seizure: Seizure): void {
  for (const line of seizure.lines) {
    const { discrepancy, ...amounts } = totalsOf(line);
    const told = JSON.stringify(amounts);
    for (const [name, amount] of Object.entries(amounts)) {
      expect(Number.isInteger(amount) && amount >= 0, `${name} ${told}`).to.equal(true);
    }
    const { seized, inCustody, returned, confiscated, missing, damaged, surplus, compensable } = amounts;
    const { held, destroyed, transferred, sold, lost } = amounts;
    expect(seized + surplus, told).to.equal(inCustody + returned + confiscated + missing + damaged + compensable);
    expect(seized, told).to.equal(inCustody + returned + confiscated + discrepancy);
    expect(confiscated + compensable, told).to.equal(held + destroyed + transferred + sold + lost);
  }
}

/** The seized copies of all lines: only a correction or a count as a correction changes them. */
const seizedIn = ({ lines }: Seizure): number => lines.reduce((total, line) => total + line.seized, 0);

describe("whatever is done with exhibits", () => {
  const SEED = 20190903;

  it(`no copy comes from nowhere or goes nowhere (seed ${SEED})`, () => {
    const accepted = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(acts, { minLength: 1, size: "max", maxLength: 60 }), (sequence) => {
        const lines = [x.line("l-1"), x.line("l-2", { sealNumber: "NP" }), x.line("l-3", { estimated: true })].map(
          (one) => ({
            ...one,
            title: "Toán 5",
          }),
        );
        let state: Seizure | None = decider.evolve(decider.initial, x.seized(lines));
        sequence.forEach((act, nth) => {
          if (state.status === "NONE") throw new Error("There is no seizure.");
          const before = state;
          const decision = decider.decide(act(before, nth), before);
          if (!isAccepted(decision)) return;
          for (const event of decision.events) {
            accepted.set(event.type, (accepted.get(event.type) ?? 0) + 1);
            state = decider.evolve(state, event);
            if (state.status === "NONE") throw new Error("A seizure cannot vanish.");
            check(state);
            const mayChange = event.type === "InventoryCorrected" || event.type === "ExhibitsCounted";
            if (!mayChange) expect(seizedIn(state), event.type).to.equal(seizedIn(before));
          }
        });
      }),
      { seed: SEED, numRuns: 400 },
    );
    // A property that hardly anything gets to would prove nothing.
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
      expect(accepted.get(type) ?? 0, type).to.be.above(20);
    }
  });

  it("nothing is taken in that would leave copies unaccounted for, whatever the rules let pass", () => {
    const state = decider.evolve(decider.initial, x.seized());
    if (state.status === "NONE") throw new Error("There is no seizure.");
    const [first, ...others] = state.lines;
    if (!first) throw new Error("There is no line.");
    const move = x.step("MoveExhibits", x.good.move);
    expect(() => decider.decide(move, state)).not.to.throw();
    for (const wrong of [{ inCustody: 90 }, { returned: 1 }, { seized: 90, inCustody: 100, returned: -10 }]) {
      const lines = [{ ...first, ...wrong }, ...others];
      expect(() => decider.decide(move, { ...state, lines }), JSON.stringify(wrong)).to.throw("do not add up");
    }
  });
});
