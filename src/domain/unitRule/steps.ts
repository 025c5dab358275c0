import { actsForOneOf } from "../kernel/authority.js";
import type { Term } from "../kernel/deadline.js";
import { TERM_UNITS } from "../kernel/termUnits.js";
import { asIn, lines, needed, NOBODY } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { termWords } from "../kernel/terms.js";
import { type LocalDate, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { mayOutlast, PERIODIC_DUTIES } from "../law/duties.js";
import type { DutyRule } from "../law/lawBook.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { UnitRuleEvent } from "./events.js";
import { unitRuleRefusals as refusals } from "./refusals.js";
import { CORRECTED, termOf, UNIT_RULE, type UnitRule } from "./unitRule.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);
const periodic: readonly string[] = PERIODIC_DUTIES.values;

const notBackwards = (begin: LocalDate, end: LocalDate | null): Refusal | undefined =>
  end !== null && end < begin ? refusals.UNIT_RULE_ENDS_BEFORE_IT_BEGINS(["to"]) : undefined;

const wordsOf = ({ amount: many, unit }: Term) => {
  const { vi, en } = termWords(TERM_UNITS, unit);
  return { vi: `${many} ${vi}`, en: `${many} ${en}` };
};

/** It binds the unit to no more time than the law gives it; where no law says anything, to any. */
function stricterThan(law: DutyRule | null, rule: Pick<UnitRule, "duty" | "amount" | "termUnit">): Refusal | undefined {
  if (periodic.includes(rule.duty) && rule.termUnit !== "MONTHS") {
    return refusals.UNIT_RULE_PERIOD_IN_MONTHS(["termUnit"]);
  }
  if (!law || !mayOutlast(termOf(rule), law.term)) return undefined;
  const { vi, en } = wordsOf(law.term);
  return refusals.UNIT_RULE_LONGER_THAN_LAW(["amount"], vi, en);
}

const { begin, correction, step, voiding } = stepsOf<UnitRule, UnitRuleEvent, "unitRuleId">();

/** What may be done about a unit's own rules. */
export const unitRuleSteps = {
  SetUnitRule: begin({
    does: say("ghi quy chế của đơn vị", "set a rule of the unit"),
    note: "A period that is stricter than the law's; it goes before it. Of two that hold on a day the later one holds.",
    begins: "unitRule",
    fields: asIn(UNIT_RULE, "unitId", "duty", "amount", "termUnit", "document", "from", "to"),
    looked: looked<{ readonly unit: UnitFact; readonly law: DutyRule | null }>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, data.from, ["unitId"]);
      },
      function doesNotEndBeforeItBegins({ data }) {
        return notBackwards(data.from, data.to);
      },
      function isStricterThanTheLaw({ data }) {
        return stricterThan(data.law, data);
      },
    ],
    event: "UnitRuleSet",
    besides: ({ data: { unit, ...data } }) => ({ unitName: nameOn(unit.names, data.from) }),
  }),
  EndUnitRule: step({
    does: say("bãi bỏ quy chế", "end the rule"),
    fields: { ...needed(UNIT_RULE, "to"), reason },
    from: ["IN_FORCE"],
    rules: [
      function doesNotEndBeforeItBegins({ state, data }) {
        return notBackwards(state.from, data.to);
      },
    ],
    event: "UnitRuleEnded",
  }),
  CorrectUnitRule: correction({
    event: "UnitRuleCorrected",
    fields: CORRECTED,
    looked: looked<{ readonly law: DutyRule | null }>(),
    from: ["IN_FORCE", "ENDED"],
    rules: [
      function doesNotEndBeforeItBegins({ state, data }) {
        return notBackwards(data.from ?? state.from, data.to ?? state.to);
      },
      function isStricterThanTheLaw({ state, data, changes }) {
        return stricterThan(data.law, { ...state, ...changes });
      },
    ],
  }),
  VoidUnitRule: voiding({ event: "UnitRuleVoided", from: ["IN_FORCE", "ENDED"] }),
};
