import { expect } from "chai";
import fc from "fast-check";
import type { SanctionEvent } from "../../src/domain/sanction/events.js";
import { decode, type Recorded } from "../../src/eventstore/codec.js";
import { Api, type Json } from "../support/api.js";
import { decisionOn, enforcementWorld, minutedCase, payment, tell } from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const RUNS = 3;
const PATIENCE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What may be done with a decision, each told as many days late as is drawn; what is refused changes nothing. */
const STEPS = {
  pay: (id: string, day: string, n: number) => [
    "recordFinePayment",
    payment(id, String(((n * 977) % 6_000_000) + 1), day, { number: `R${n}` }),
  ],
  refund: (sanctionId: string, refundedOn: string, n: number) => [
    "recordFineRefund",
    { sanctionId, amount: String((n % 400_000) + 1), refundedOn, document: "1" },
  ],
  annul: (sanctionId: string) => ["annulSanction", { sanctionId, ground: "WRONG_PROCEDURE", reason: "Sai" }],
} satisfies Record<string, (id: string, day: string, n: number) => [string, Record<string, unknown>]>;

const acts = fc.array(
  fc.record({
    step: fc.constantFrom<keyof typeof STEPS>("pay", "pay", "pay", "pay", "refund", "annul"),
    late: fc.nat(20),
    wait: fc.nat(6),
    n: fc.nat(10_000),
  }),
  { minLength: 6, maxLength: 14 },
);

/** The first day of the play; it is played in the days after, long enough for late interest. */
const BEGUN = "2019-09-13T03:00:00.000Z";
const dayAfter = (days: number): string => new Date(Date.parse(BEGUN) + days * DAY_MS).toISOString().slice(0, 10);

describe("after any sequence of payments, refunds and annulments", function () {
  this.timeout(120_000);

  it("a decision on a day is what its papers of that day and before say, as far as they were known", () =>
    fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const api = await Api.open(BEGUN);
        try {
          const world = await enforcementWorld(api);
          const id = await api.done("issueSanction", decisionOn(world, await minutedCase(api, world)), INSPECTOR);
          await tell(api, "serveSanction", { sanctionId: id, receivedOn: dayAfter(0) });
          for (const { step, late, wait, n } of sequence) {
            api.pass(wait * DAY_MS);
            const day = new Date(Math.max(api.time.getTime() - late * DAY_MS, Date.parse(BEGUN)));
            const [name, input] = STEPS[step](id, day.toISOString().slice(0, 10), n);
            await tell(api, name, input);
          }
          await gridHolds(api, id);
        } finally {
          await api.close();
        }
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS },
    ));
});

const SANCTION = `query ($id: SanctionId!, $asOf: AsOf, $validAt: LocalDate) {
  sanction(id: $id, asOf: $asOf, validAt: $validAt) { status fine { collected payments { id } } } }`;

async function gridHolds(api: Api, id: string): Promise<void> {
  const recorded = await api.ledger.log.readStream(`sanction-${id.slice(id.indexOf(":") + 1)}`);
  const events = recorded.map(decode) as Recorded<SanctionEvent>[];
  for (const { position } of events.filter((_, index) => index % 2 === 1)) {
    const known = events.filter((event) => event.position <= position);
    for (let days = -1; days < 60; days += 9) {
      const asked = { asOf: { position: `P1-${position}` }, validAt: dayAfter(days) };
      const { sanction } = await api.ask(SANCTION, { id, ...asked }, INSPECTOR);
      expect(sanction, JSON.stringify(asked)).to.deep.equal(sanctionBy(known, dayAfter(days)));
    }
  }
}

/** The brute answer: sums over the payments of the day and before, of a decision that stands. */
function sanctionBy(events: readonly Recorded<SanctionEvent>[], day: string): Json {
  const [issued] = events;
  if (issued?.type !== "SanctionIssued" || issued.data.signedOn > day) return null;
  const annulled = events.some(({ type, occurredAt }) => type === "SanctionAnnulled" && localDay(occurredAt) <= day);
  const served = events.some((event) => event.type === "SanctionServed" && event.data.receivedOn <= day);
  const payments = events.flatMap((event) =>
    event.type === "FinePaymentRecorded" && event.data.paidOn <= day ? [event.data] : [],
  );
  const collected = payments.reduce((sum, { toFine }) => sum + BigInt(toFine), 0n);
  const paidUp = collected === BigInt(issued.data.fine);
  return {
    status: annulled ? "ANNULLED" : served ? (paidUp ? "EXECUTED" : "SERVED") : "SIGNED",
    fine: {
      collected: annulled ? "0" : collected.toString(),
      payments: payments.map(({ paymentId }) => ({ id: paymentId })),
    },
  };
}

const localDay = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
