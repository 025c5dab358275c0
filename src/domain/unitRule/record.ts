import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type UnitRuleEvent, unitRuleHistory } from "./events.js";
import { unitRuleRefusals } from "./refusals.js";
import type { UnitRule } from "./unitRule.js";
import { unitRuleSteps } from "./steps.js";

const { takeBack } = stepsOf<UnitRule, UnitRuleEvent, "unitRuleId">();

/** What a unit binds itself to: state (./unitRule.ts), events (./events.ts), steps and their rules (./steps.ts). */
export const unitRule = record(unitRuleHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...unitRuleSteps,
    TakeBackUnitRuleEntry: takeBack({ naming: NOBODY, event: "UnitRuleEntryTakenBack" }),
  },
  authority: function clerkKeepsOwnUnit({ state, meta }) {
    return actsForOneOf(meta, [state.unitId], ["unitRuleId"]);
  },
  leansOn: ({ unitId }) => [{ kind: "Unit", id: unitId }],
  refusals: { notFound: unitRuleRefusals.UNIT_RULE_NOT_FOUND, statusForbids: "UNIT_RULE_STATUS_FORBIDS" },
});
