import { catalog } from "../kernel/refusal.js";
import { say } from "../kernel/words.js";

export const unitRuleRefusals = catalog({
  UNIT_RULE_NOT_FOUND: () => say("Không có quy chế này trong sổ.", "There is no such rule in the register."),
  UNIT_RULE_LONGER_THAN_LAW: (lawVi: string, lawEn: string) =>
    say(
      `Quy chế của đơn vị chỉ được chặt hơn pháp luật; pháp luật quy định ${lawVi}.`,
      `A unit's own rule may only be stricter than the law, which says ${lawEn}.`,
    ),
  UNIT_RULE_PERIOD_IN_MONTHS: () =>
    say("Nghĩa vụ định kỳ phải tính theo tháng.", "A periodic duty is counted in months."),
  UNIT_RULE_ENDS_BEFORE_IT_BEGINS: () =>
    say("Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.", "It cannot end before it begins."),
});
