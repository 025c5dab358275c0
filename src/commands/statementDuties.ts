import { dueAt } from "../domain/kernel/deadline.js";
import { type Instant, localDateOf } from "../domain/kernel/time.js";
import type { DutyKey } from "../domain/law/duties.js";
import { type LawBook, referenceTo } from "../domain/law/lawBook.js";
import { periodsOf } from "../domain/statementDuty/periodic.js";
import { statementDuty } from "../domain/statementDuty/record.js";
import { statementDutyRefusals } from "../domain/statementDuty/refusals.js";
import type { DueByRule } from "../domain/statementDuty/steps.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { termOf } from "../domain/unitRule/unitRule.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";
import { lawFor } from "./unitRules.js";

interface Rules {
  readonly facts: Pick<Facts, "unitRule">;
  readonly law: LawBook;
}

/** When what is owed since a moment is due: by the law, or by the unit's own rule where that is earlier. */
function dueOf(unit: UnitFact, key: DutyKey, since: Instant, { facts, law }: Rules): DueByRule | null {
  const on = localDateOf(since);
  const row = lawFor(law, key, on, unit);
  const own = facts.unitRule(unit.unitId, key, on);
  const byLaw = row && {
    ...{ dueAt: dueAt(row.term, since, law.calendar), ground: referenceTo(key, row), unitRuleId: null },
  };
  if (!own) return byLaw;
  const byOwn = { dueAt: dueAt(termOf(own), since, law.calendar), ground: null, unitRuleId: own.unitRuleId };
  return byLaw && byLaw.dueAt <= byOwn.dueAt ? byLaw : byOwn;
}

/** What is looked up for the steps of a duty to speak. */
const lookups: LookupsOf<typeof statementDuty> = {
  OpenStatementDuty({ unitId, since, aboutIds }, { the, facts, law }) {
    const unit = the.unit(unitId, "unitId");
    the.records(aboutIds, "aboutIds", statementDutyRefusals.STATEMENT_DUTY_SUBJECT_NOT_FOUND);
    return { unit, due: dueOf(unit, "URGENT_STATEMENT", since, { facts, law }) };
  },
  ExcusePeriodicDuty({ unitId, duty, day }, { the, facts, law }) {
    const unit = the.unit(unitId, "unitId");
    const monthsOn = (on: string): number | undefined =>
      facts.unitRule(unitId, duty, on)?.amount ?? lawFor(law, duty, on, unit)?.term.amount;
    return { unit, period: periodsOf(monthsOn, day, day)[0] ?? null };
  },
  FulfilStatementDuty: ({ statementId }, { the }) => ({ statement: the.statement(statementId, "statementId") }),
  CorrectStatementDuty({ since }, { state, facts, law }) {
    const unit = facts.unit(state.unitId);
    return { due: unit && since !== null ? dueOf(unit, "URGENT_STATEMENT", since, { facts, law }) : null };
  },
};

export const statementDutySpecs = specsOf(statementDuty, lookups);
