import { expect } from "chai";
import fc from "fast-check";
import { isAccepted } from "../../../src/domain/kernel/decider.js";
import { addDays } from "../../../src/domain/kernel/time.js";
import { unpaidOn } from "../../../src/domain/sanction/interest.js";
import type { SanctionEvent } from "../../../src/domain/sanction/events.js";
import { outstandingOf } from "../../../src/domain/sanction/fine.js";
import { type Act, acts, KINDS, tell } from "./fineActs.js";
import * as script from "./fineScript.js";
import { type Story } from "./fineScript.js";

/** What came in, went back and was decided, counted from the story itself and not from the account. */
class Books {
  decided = BigInt(script.FINE);
  moneyIn = 0n;
  refunded = 0n;

  enter(event: SanctionEvent): void {
    if (event.type === "SanctionAmended") this.decided = BigInt(event.data.fine);
    if (event.type === "SanctionAnnulled") this.decided = 0n;
    if (event.type === "FineRefunded") this.refunded += BigInt(event.data.amount);
    if (event.type === "FinePaymentRecorded") {
      const { amount, toFine, toInterest, excess } = event.data;
      expect(BigInt(toFine) + BigInt(toInterest) + BigInt(excess), "a payment's shares").to.equal(BigInt(amount));
      this.moneyIn += BigInt(amount);
    }
  }

  balance({ sanction: { fine } }: Story): void {
    const { decided, collected, reduced, lapsed, interestCollected, refundDue, refunded } = fine;
    expect(decided, "decided").to.equal(this.decided);
    expect(collected + outstandingOf(fine) + reduced + lapsed, "decided = its parts").to.equal(this.decided);
    const balances = {
      collected,
      reduced,
      lapsed,
      interestCollected,
      refundDue,
      refunded,
      outstanding: outstandingOf(fine),
    };
    for (const [name, balance] of Object.entries(balances)) expect(balance >= 0n, `${name} ${balance}`).to.equal(true);
    expect(refunded, "refunded").to.equal(this.refunded);
    expect(collected + interestCollected + refundDue + refunded, "money in").to.equal(this.moneyIn);
    expect(unpaidOn(fine, "9999-12-31"), "the base of interest").to.equal(outstandingOf(fine));
  }
}

describe("the books of a fine", function () {
  this.timeout(60_000);

  it("balance after every event, whatever is done in whatever order", () => {
    const happened = new Map<string, number>();
    let refusals = 0;
    fc.assert(
      fc.property(acts, (sequence) => {
        const story = script.fined();
        const books = new Books();
        let today = "2023-03-10";
        for (const act of sequence) {
          today = addDays(today, act.wait);
          for (const event of eventsOf(act, today, story)) {
            happened.set(act.kind, (happened.get(act.kind) ?? 0) + 1);
            story.hear(event);
            books.enter(event);
            books.balance(story);
          }
        }
      }),
      { numRuns: 1_500 },
    );
    for (const kind of KINDS) expect(happened.get(kind) ?? 0, `times that something came of ${kind}`).to.be.above(0);
    expect(refusals, "refusals").to.be.above(0);

    function eventsOf(act: Act, today: string, story: Story): readonly SanctionEvent[] {
      const telling = tell(act, today, story);
      // What is not decided here is told as it can be: an annulled decision is not amended any more.
      if ("event" in telling) return story.sanction.status === "ANNULLED" ? [] : [telling.event];
      const [type, data] = telling.command;
      const decision = story.ask(type, data as never, today);
      if (isAccepted(decision)) return decision.events;
      refusals++;
      return [];
    }
  });
});
