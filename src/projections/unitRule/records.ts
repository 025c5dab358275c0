import { choices, day } from "../../domain/kernel/fields.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { UNIT_RULE_KEYS } from "../../domain/law/duties.js";
import { unitRuleHistory } from "../../domain/unitRule/events.js";
import { UNIT_RULE_STATUSES } from "../../domain/unitRule/terms.js";
import { UNIT_RULE, type UnitRule, type UnitRuleFact } from "../../domain/unitRule/unitRule.js";
import { among, type DeclaredReader, declaredRecords, type Narrowing } from "../declared/declaredRecords.js";
import { foundNumber } from "../table/foundTexts.js";
import { maybeText, textColumn } from "../table/recordTable.js";
import type { Position } from "../../eventstore/contract.js";

/** It holds on the day. */
const holdsOn: Narrowing = {
  field: { ...day(say("có hiệu lực vào ngày", "in force on")), optional: true },
  to: (asked, name, value: string) =>
    asked.add(
      `r.starts_on <= :${name} AND (r.ends_on IS NULL OR r.ends_on >= :${name}) AND r.status <> 'VOIDED'`,
      name,
      value,
    ),
};

/** Units' own rules, by the day from which they hold. */
export const unitRules = declaredRecords(unitRuleHistory, {
  name: "unit_rule",
  source: import.meta.url,
  columns: {
    unit_id: textColumn(({ unitId }) => unitId),
    status: textColumn(({ status }) => status),
    duty: textColumn(({ duty }) => duty),
    starts_on: textColumn(({ from }) => from),
    ends_on: maybeText(({ to }) => to),
  },
  order: "starts_on",
  indexes: { by_unit: ["unit_id", "starts_on", "id"] },
  filter: {
    unitId: among("unit_id", UNIT_RULE.unitId),
    duties: among("duty", choices(UNIT_RULE_KEYS, say("nghĩa vụ", "duties"))),
    statuses: among("status", choices(UNIT_RULE_STATUSES, say("trạng thái", "statuses")), true),
    on: holdsOn,
  },
  found: { by: ({ from, document }) => ({ since: from, texts: foundNumber("RULE_NUMBER", document, { day: from }) }) },
});

/** The unit's own rule for a duty on a day, the later one of two; undefined: it has none, and the law's holds. */
export function unitRuleOn(
  rules: DeclaredReader<UnitRule>,
  asked: { readonly unitId: string; readonly duty: string; readonly on: LocalDate },
  position: Position,
): UnitRuleFact | undefined {
  const filter = { unitId: asked.unitId, duties: [asked.duty], on: asked.on };
  // A list of a unit has what those had that were merged into it; their rules do not bind it.
  const found = rules
    .all(filter, { direction: "DESC", basis: { position, today: asked.on } })
    .find(({ state }) => state.unitId === asked.unitId);
  return found && { ...found.state, unitRuleId: found.id };
}
