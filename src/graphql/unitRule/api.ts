import { unitRuleSpecs } from "../../commands/unitRules.js";
import { unitRule } from "../../domain/unitRule/record.js";
import { UNIT_RULE } from "../../domain/unitRule/unitRule.js";
import { unitRules } from "../../projections/unitRule/records.js";
import { termWords } from "../../domain/kernel/terms.js";
import { capital } from "../../domain/kernel/words.js";
import { UNIT_RULE_KEYS } from "../../domain/law/duties.js";
import { subjectOf } from "../derive/subject.js";

export const unitRuleApi = subjectOf(unitRule, UNIT_RULE, unitRules, unitRuleSpecs, {
  description:
    "What a unit's own rule says more strictly than the law (quy chế của đơn vị), with its document and days.",
  title: ({ duty, unitName }) => `${capital(termWords(UNIT_RULE_KEYS, duty).vi)} – ${unitName}`,
  list: {
    name: "unitRules",
    description: "Units' own rules by the day from which they hold, latest first.",
    order: "DESC",
  },
  isPublic: true,
});
