import { terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

export const UNIT_RULE_STATUSES = terms("UnitRuleStatus", "Where a unit's own rule stands.", {
  IN_FORCE: say("đã ban hành", "issued"),
  ENDED: say("đã hết hiệu lực hoặc bị bãi bỏ", "repealed"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});
