import { dong, vnd } from "../../domain/kernel/money.js";
import type { SanctionEvent } from "../../domain/sanction/events.js";
import { addsUp, least } from "../../domain/sanction/fineAccount.js";
import type { Sanction } from "../../domain/sanction/sanction.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { DayRules } from "../onDay/standing.js";

/** Each paper, payment and complaint counts from the day that it bears, as the figures count it. */
export const sanctionDays: DayRules<Sanction, SanctionEvent> = {
  bySteps: (event, { state }) => (event.type === "FinePaymentRecorded" && state ? withReturns(event, state) : event),
  // What was entered earlier, but happened later, may be what this rests on (a refund of what was not yet paid).
  addsUp: ({ fine }) => addsUp(fine),
};

type Payment = Extract<Recorded<SanctionEvent>, { type: "FinePaymentRecorded" }>;

/**
 * A payment entered late gives back interest of payments that were made after it; on a day before those, there is
 * nothing to give back.
 */
function withReturns(event: Payment, { fine }: Sanction): Payment {
  const taken = fine.interestCollected + dong(event.data.toInterest);
  return { ...event, data: { ...event.data, interestReturned: vnd(least(dong(event.data.interestReturned), taken)) } };
}
