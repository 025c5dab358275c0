import type { Term } from "../kernel/deadline.js";
import { TERM_UNITS } from "../kernel/termUnits.js";
import { blankOf, choice, count, type DataOf, day, needed, NOBODY, optional, ref, text } from "../kernel/fields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { UNIT_RULE_KEYS } from "../law/duties.js";
import { UNIT_RULE_STATUSES } from "./terms.js";

/**
 * What a unit's own rule says more strictly than the law (quy chế phát ngôn của đơn vị): in what time it owes something to
 * the press or to a citizen, or how often. It goes before the law's row for as long as it holds. One stream for each.
 */

const MOST = 10_000;

/** What is known of a rule, and shown. */
export const UNIT_RULE = {
  status: choice(UNIT_RULE_STATUSES, say("trạng thái", "status")),
  unitId: ref("Unit", say("đơn vị", "unit")),
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was when the rule came into force."),
  duty: choice(UNIT_RULE_KEYS, say("nghĩa vụ", "duty")),
  amount: count(say("thời hạn", "period"), { min: 1, max: MOST }),
  termUnit: choice(TERM_UNITS, say("đơn vị thời gian", "unit of the period")),
  document: text(say("số, ký hiệu văn bản", "number of the paper"), 120, NOBODY),
  from: day(say("có hiệu lực từ ngày", "in force from")),
  to: optional(day(say("đến hết ngày", "to"), "The last day; null: until it is ended.")),
};
export type UnitRule = DataOf<typeof UNIT_RULE>;

/** What may be corrected. */
export const CORRECTED = needed(UNIT_RULE, "amount", "termUnit", "document", "from", "to");
export const BLANK = blankOf(UNIT_RULE);

export const termOf = ({ amount: many, termUnit: unit }: Pick<UnitRule, "amount" | "termUnit">): Term => ({
  amount: many,
  unit,
});

/** The rule holds on the day. */
export const holdsOn = ({ status, from: begin, to: end }: UnitRule, on: LocalDate): boolean =>
  status !== "VOIDED" && begin <= on && (end === null || on <= end);

/** What other subjects may know of a rule. */
export interface UnitRuleFact extends UnitRule {
  readonly unitRuleId: string;
}
