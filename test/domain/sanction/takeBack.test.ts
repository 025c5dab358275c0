import { expect } from "chai";
import fc from "fast-check";
import type { Command, Decider, DomainEvent } from "../../../src/domain/kernel/decider.js";
import { addDays } from "../../../src/domain/kernel/time.js";
import { outstandingOf } from "../../../src/domain/sanction/fine.js";
import { sanction } from "../../../src/domain/sanction/record.js";
import type { Sanction } from "../../../src/domain/sanction/sanction.js";
import { commandMeta } from "../../support/given.js";
import { Entered, type Entry, without } from "../../support/takeBack.js";
import { SANCTION } from "./decisionScript.js";
import { acts, KINDS, tell } from "./fineActs.js";
import * as script from "./fineScript.js";

const decider = sanction.decider as unknown as Decider<Command, object, DomainEvent>;
const beginning = [script.issued(), script.served()];
const metaOn = (day: string) => commandMeta({ now: script.at(day), occurredAt: script.at(day) });
const takeBack = (entered: Entered, nth: number, day: string): string | undefined =>
  entered.takeBack("TakeBackSanctionEntry", nth, { sanctionId: SANCTION, others: [] }, metaOn(day));
const stateOf = (entered: Entered): Sanction => entered.state as Sanction;

describe("an entry about a fine, taken back", function () {
  this.timeout(60_000);
  const SEED = 20261130;

  it(`leaves the decision as if it had never been made, or is refused (seed ${SEED})`, () => {
    const taken = new Map<string, number>();
    const refused = new Map<string, number>();
    fc.assert(
      fc.property(acts, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (sequence, picks) => {
        let today = "2023-03-10";
        const entered = new Entered(decider, beginning);
        const kinds = ["begin"];
        for (const act of sequence) {
          today = addDays(today, act.wait);
          const state = stateOf(entered);
          const telling = tell(act, today, { sanction: state });
          const entry: Entry =
            "event" in telling
              ? { events: state.status === "ANNULLED" ? [] : [telling.event] }
              : {
                  command: {
                    type: telling.command[0],
                    data: { sanctionId: SANCTION, ...telling.command[1] },
                    meta: metaOn(today),
                  },
                };
          if (entered.enter(entry)) kinds.push(act.kind);
        }
        const count = entered.entries.length;
        for (const pick of count > 1 ? picks : []) {
          const nth = 1 + (pick % (count - 1));
          const attempt = copyOf(entered);
          const kind = kinds[nth] ?? "";
          const code = takeBack(attempt, nth, today);
          const sums = code === undefined ? taken : refused;
          sums.set(kind, (sums.get(kind) ?? 0) + 1);
          if (code === undefined) expect(attempt.state).to.deep.equal(without(decider, entered.entries, nth).state);
          else expect(code).to.equal("ENTRY_RESTED_ON");
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
    for (const kind of KINDS.filter((one) => one !== "payAll")) {
      expect(taken.get(kind) ?? 0, `times that ${kind} was taken back`).to.be.above(0);
    }
    expect(refused.get("pay") ?? 0, "payments on which something rests").to.be.above(0);
  });

  it("gives later payments to what an earlier one had covered, with their interest", () => {
    const pay = (amount: string, on: string): Entry => ({
      command: {
        type: "RecordFinePayment",
        data: { sanctionId: SANCTION, ...script.payment(amount, on) },
        meta: metaOn(on),
      },
    });
    const entered = new Entered(decider, beginning);
    entered.enter(pay("20000000", "2023-03-10"));
    entered.enter(pay("5000000", "2023-04-12"));
    // 2,500,000 of fine, 29 days late: 36,250 of interest; the rest is owed back.
    expect(stateOf(entered).fine).to.include({ interestCollected: 36_250n, refundDue: 2_463_750n });
    expect(takeBack(entered, 1, "2023-05-01")).to.equal(undefined);
    const { fine } = stateOf(entered);
    expect(fine).to.include({ collected: 5_000_000n, interestCollected: 0n, refundDue: 0n });
    expect(outstandingOf(fine)).to.equal(17_500_000n);
    expect(fine.payments).to.have.length(1);
  });

  it("is refused where money was given back that would not have been owed, or a plan rests on what was outstanding", () => {
    const entered = new Entered(decider, beginning);
    const enter = (type: string, data: object, day: string): void => {
      const command = { type, data: { sanctionId: SANCTION, ...data }, meta: metaOn(day) };
      expect(entered.enter({ command }), type).to.equal(true);
    };
    enter("RecordFinePayment", script.payment("23000000", "2023-03-10"), "2023-03-10");
    enter("RecordFineRefund", script.refund("500000", "2023-03-11"), "2023-03-11");
    expect(takeBack(entered, 1, "2023-03-12")).to.equal("ENTRY_RESTED_ON");
    expect(takeBack(entered, 2, "2023-03-12")).to.equal(undefined);
    expect(takeBack(entered, 2, "2023-03-12")).to.equal("ENTRY_TAKEN_BACK");
    expect(takeBack(entered, 1, "2023-03-12")).to.equal(undefined);
    expect(takeBack(entered, 3, "2023-03-12")).to.equal("ENTRY_STAYS");
    expect(takeBack(entered, 0, "2023-03-12")).to.equal("ENTRY_STAYS");
    expect(stateOf(entered).fine.payments).to.deep.equal([]);
  });
});

function copyOf(entered: Entered): Entered {
  const [first] = entered.entries;
  const copy = new Entered(decider, first && "events" in first ? first.events : []);
  for (const entry of entered.entries.slice(1)) copy.enter(entry);
  return copy;
}
