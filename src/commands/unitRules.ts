import type { LocalDate } from "../domain/kernel/time.js";
import type { DutyKey } from "../domain/law/duties.js";
import type { DutyRule, LawBook } from "../domain/law/lawBook.js";
import { unitRule } from "../domain/unitRule/record.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** The row of law that holds for the unit on the day; null: there is none for such a unit. */
export function lawFor(law: LawBook, key: DutyKey, on: LocalDate, { kind }: Pick<UnitFact, "kind">): DutyRule | null {
  const row = law.duty(key, on);
  return row?.unitKinds.includes(kind) ? row : null;
}

/** What is looked up for the steps of a unit's own rule. */
const lookups: LookupsOf<typeof unitRule> = {
  SetUnitRule({ unitId, duty, from }, { the, law }) {
    const unit = the.unit(unitId, "unitId");
    return { unit, law: lawFor(law, duty, from, unit) };
  },
  CorrectUnitRule({ from }, { state, facts, law }) {
    const unit = facts.unit(state.unitId);
    return { law: unit ? lawFor(law, state.duty, from ?? state.from, unit) : null };
  },
};

export const unitRuleSpecs = specsOf(unitRule, lookups);
