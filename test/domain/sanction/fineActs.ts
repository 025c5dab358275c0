import fc from "fast-check";
import { addDays } from "../../../src/domain/kernel/time.js";
import type { SanctionEvent } from "../../../src/domain/sanction/events.js";
import { outstandingOf } from "../../../src/domain/sanction/fine.js";
import { interestDue } from "../../../src/domain/sanction/interest.js";
import * as script from "./fineScript.js";
import { type DataOf, type Story, type Type } from "./fineScript.js";

/**
 * One act of a random story: a kind, a sum, and days. Most acts are lawful at some moment and not at others;
 * what is refused changes nothing, and what is accepted must leave the books balanced.
 */
export interface Act {
  readonly kind: (typeof KINDS)[number];
  /** In đồng. */
  readonly amount: number;
  /** How far the clock goes on before the act. */
  readonly wait: number;
  /** How many days before today the fact was. */
  readonly back: number;
}
export const KINDS = [
  "pay",
  "payAll",
  "refund",
  "postpone",
  "plan",
  "request",
  "refuse",
  "reduce",
  "exempt",
  "enforce",
  "evade",
  "limit",
  "die",
  "amend",
  "annul",
  "suspend",
  "resume",
] as const;

/** What ends a story comes seldom, what needs something before it comes often: so that all of them happen. */
const OFTEN: readonly Act["kind"][] = ["pay", "postpone", "request", "request", "refuse", "reduce", "exempt", "refund"];
const SELDOM: readonly Act["kind"][] = ["annul", "die", "limit", "exempt", "payAll"];

const anAct = fc.record<Act>({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...OFTEN) },
    { weight: 5, arbitrary: fc.constantFrom(...KINDS.filter((kind) => !SELDOM.includes(kind))) },
    { weight: 1, arbitrary: fc.constantFrom(...SELDOM) },
  ),
  amount: fc.oneof(fc.integer({ min: 0, max: 26_000_000 }), fc.integer({ min: 0, max: 900_000 })),
  wait: fc.integer({ min: 0, max: 60 }),
  back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })),
});
export const acts = fc.array(anAct, { minLength: 1, maxLength: 40, size: "max" });

export type Told = { readonly event: SanctionEvent } | { readonly command: readonly [Type, object] };

export function tell(act: Act, today: string, story: Pick<Story, "sanction">): Told {
  const { kind, amount: sum, back } = act;
  const on = addDays(today, -back);
  const amount = String(sum);
  const { fine, suspendedFrom } = story.sanction;
  const by = <T extends Type>(type: T, data: DataOf<T>): Told => ({ command: [type, data] });
  switch (kind) {
    case "pay":
      return by("RecordFinePayment", script.payment(amount, on));
    case "payAll": {
      const owing = outstandingOf(fine) + interestDue(fine, story.sanction.executionDueOn, on, script.rate.value);
      return by("RecordFinePayment", script.payment(String(owing), on));
    }
    case "refund":
      return by("RecordFineRefund", script.refund(amount, on));
    case "postpone":
      return by("GrantFinePostponement", { ...script.postponement(on, addDays(on, 80)), latestTo: addDays(on, 90) });
    case "plan": {
      const all = outstandingOf(fine);
      const parts = [
        [addDays(on, 10), String((all + 1n) / 2n)],
        [addDays(on, 60), String(all / 2n)],
      ] as const;
      return by("GrantFineInstalments", { ...script.instalments(parts, on), latestDueOn: addDays(on, 60) });
    }
    case "request":
      return by("RequestFineReduction", script.request(on));
    case "refuse":
      return by("RefuseFineReduction", { refusedOn: on, document: "1" });
    case "reduce":
      return by("GrantFineReduction", script.reduction(amount, on));
    case "exempt":
      return by("GrantFineReduction", script.reduction(null, on));
    case "enforce":
      return by("StartFineEnforcement", { measure: "OTHER", startedOn: on, document: "1" });
    case "evade":
      return by("RecordFineEvasion", { from: on, to: sum % 2 === 0 ? null : on, note: "1" });
    case "limit":
      return by("RecordFineLapse", script.lapse(on));
    case "die":
      return by("RecordFineLapse", script.lapse(on, "DEATH"));
    case "amend":
      return { event: script.amended(amount, on < script.SIGNED_ON ? script.SIGNED_ON : on) };
    case "annul":
      return { event: script.annulled(today) };
    case "suspend":
      if (suspendedFrom !== null) return tell({ ...act, kind: "resume" }, today, story);
      return { event: script.suspended(today) };
    case "resume":
      return {
        event: script.told("SanctionExecutionResumed", { from: suspendedFrom ?? today, complaintId: null }, today),
      };
    default:
      return kind satisfies never;
  }
}
