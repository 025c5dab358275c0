import type { CorrectionOf } from "../kernel/fields.js";
import { type EventsOf, eventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import { addDays, type LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import { UNIT_RULE_STATUSES } from "./terms.js";
import { BLANK, type CORRECTED, type UnitRule } from "./unitRule.js";

const { begins, corrects, happens, takesBack, voids } = eventsOf<UnitRule, { readonly unitRuleId: string }>();

/** What can have happened to a unit's own rule. */
export const unitRuleEvents = {
  UnitRuleSet: begins<Omit<UnitRule, "status">>({
    stays: VOIDED_INSTEAD,
    says: ({ unitName, document, from }) =>
      say(
        `${unitName} ban hành quy chế ${document}, có hiệu lực từ ngày ${viDay(from)}.`,
        `${unitName} issued its own rule ${document}, in force from ${enDay(from)}.`,
      ),
    on: "from",
    about: ({ unitId }) => ({ set: { unit: some("Unit", unitId) } }),
    begins: ({ unitRuleId: _, ...rule }) => ({ ...BLANK, ...rule, status: "IN_FORCE" }),
  }),
  UnitRuleEnded: happens<{ to: LocalDate }>({
    says: ({ to }) =>
      say(`Quy chế hết hiệu lực sau ngày ${viDay(to)}.`, `The rule is in force up to ${enDay(to)} and no longer.`),
    // It holds on its last day.
    on: ({ to }) => addDays(to, 1),
    to: "ENDED",
    keeps: true,
  }),
  UnitRuleCorrected: corrects<CorrectionOf<typeof CORRECTED>>({
    says: say("Đính chính quy chế của đơn vị.", "The unit's own rule was corrected."),
  }),
  UnitRuleEntryTakenBack: takesBack(),
  UnitRuleVoided: voids({ says: say("Hủy quy chế nhập nhầm.", "The rule was entered in error and is void.") }),
};
export type UnitRuleEvent = EventsOf<typeof unitRuleEvents>;

export const unitRuleHistory = history({
  kind: "UnitRule",
  category: "unitRule",
  timeline: "STATEMENT",
  id: "unitRuleId",
  words: say("quy chế của đơn vị", "rule of the unit"),
  statuses: UNIT_RULE_STATUSES,
  events: unitRuleEvents,
  blank: BLANK,
});
