import type { LocalDate } from "../../domain/kernel/time.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { PERIODIC_DUTIES, type PeriodicDuty } from "../../domain/law/duties.js";
import type { DutyRule, LawBook } from "../../domain/law/lawBook.js";
import type { PressConference } from "../../domain/pressConference/pressConference.js";
import type { Statement } from "../../domain/statement/statement.js";
import { type Period, periodsOf, servedBy, standingOfPeriod } from "../../domain/statementDuty/periodic.js";
import type { DutyStanding } from "../../domain/statementDuty/terms.js";
import { holdsOn, type UnitRule, type UnitRuleFact } from "../../domain/unitRule/unitRule.js";
import { pressConferences } from "../pressConference/records.js";
import { statements } from "../statement/records.js";
import type { DeclaredReaders } from "../declared/declaredRecords.js";
import type { Basis } from "../table/basis.js";
import type { Version } from "../table/recordTable.js";
import type { UnitVersion } from "../unit/table.js";
import { unitRules } from "../unitRule/records.js";
import { statementDuties } from "./records.js";

/** A periodic duty of a unit in one period: nobody opens it, it follows from the rules and from what was said and held. */
export interface DutyInPeriod {
  readonly unit: UnitVersion;
  readonly duty: PeriodicDuty;
  readonly period: Period;
  /** The row that holds on the period's first day; null: the unit's own rule alone says it. */
  readonly law: DutyRule | null;
  readonly unitRule: UnitRuleFact | null;
  readonly standing: DutyStanding;
  readonly statement: Version<Statement> | null;
  readonly conference: Version<PressConference> | null;
  readonly excuse: string | null;
}

interface Asked {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The day by which is judged how each stands. */
  readonly on: LocalDate;
  readonly law: LawBook;
  readonly basis: Pick<Basis, "position" | "today">;
}

interface Serving {
  readonly on: LocalDate;
  readonly for: LocalDate;
  readonly statement: Version<Statement> | null;
  readonly conference: Version<PressConference> | null;
}

/** What of the unit may serve a periodic duty: what it said periodically; conferences that it held. */
function servingOf(
  records: DeclaredReaders,
  unitId: string,
  duty: PeriodicDuty,
  from: LocalDate,
  basis: Asked["basis"],
) {
  // A list of a unit has what those had that were merged into it; it does not serve for the unit.
  const isOwn = ({ state }: Version<{ readonly unitId: string }>): boolean => state.unitId === unitId;
  const said = records
    .of(statements)
    .all({ unitId, occasion: "PERIODIC", statuses: ["MADE"], from }, { basis })
    .filter(isOwn);
  const serving = said.map((one): Serving => {
    const on = localDateOf(one.state.madeAt);
    return { on, for: one.state.forPeriodOf ?? on, statement: one, conference: null };
  });
  if (duty === "MONTHLY_INFORMATION") return serving;
  const held = records
    .of(pressConferences)
    .all({ unitId, heldBy: "UNIT", statuses: ["HELD"], from }, { basis })
    .filter(isOwn);
  return [
    ...serving.filter(({ statement }) => statement?.state.form === "PRESS_CONFERENCE"),
    ...held.map((one): Serving => {
      const on = localDateOf(one.state.heldAt);
      return { on, for: on, statement: null, conference: one };
    }),
  ];
}

/** The periodic duties of units in the periods that touch these days: unit by unit, duty by duty, in order of time. */
export function periodicDutiesOf(
  records: DeclaredReaders,
  units: readonly UnitVersion[],
  asked: Asked,
): readonly DutyInPeriod[] {
  const [first] = units;
  if (!first) return [];
  const filter = { duties: PERIODIC_DUTIES.values, statuses: ["IN_FORCE", "ENDED"] };
  const ofOne = units.length === 1 ? { unitId: first.id } : {};
  const rules = new Map<string, Version<UnitRule>[]>();
  for (const rule of records.of(unitRules).all({ ...filter, ...ofOne }, { basis: asked.basis })) {
    const { unitId } = rule.state;
    rules.set(unitId, [...(rules.get(unitId) ?? []), rule]);
  }
  return units.flatMap((unit) =>
    PERIODIC_DUTIES.values.flatMap((duty) => dutyOf(records, unit, { duty, own: rules.get(unit.id) ?? [] }, asked)),
  );
}

function dutyOf(
  records: DeclaredReaders,
  unit: UnitVersion,
  { duty, own }: { readonly duty: PeriodicDuty; readonly own: readonly Version<UnitRule>[] },
  { from, to, on, law, basis }: Asked,
): readonly DutyInPeriod[] {
  const { id: unitId, state } = unit;
  const lawOn = (day: LocalDate): DutyRule | null => {
    const row = law.duty(duty, day);
    return row?.unitKinds.includes(state.kind) ? row : null;
  };
  const ownOn = (day: LocalDate): UnitRuleFact | undefined => {
    const found = own.findLast(({ state: rule }) => rule.duty === duty && holdsOn(rule, day));
    return found && { ...found.state, unitRuleId: found.id };
  };
  const periods = periodsOf((day) => ownOn(day)?.amount ?? lawOn(day)?.term.amount, from, to).filter(
    (period) =>
      state.startsOn <= period.from && (state.endsOn === null || period.to < state.endsOn) && period.from <= on,
  );
  const [first] = periods;
  if (!first) return [];
  const serving = servingOf(records, unitId, duty, first.from, basis);
  const excused = records.of(statementDuties).all({ unitId, duty, statuses: ["NOT_APPLICABLE"] }, { basis });
  return periods.map((period) => {
    const served = servedBy(period, serving, on);
    const isOf = ({ state: { unitId: of, periodFrom: day } }: (typeof excused)[number]): boolean =>
      of === unitId && day !== null && day >= period.from && day <= period.to;
    const excuse = excused.find(isOf)?.state.excuse ?? null;
    return {
      ...{ unit, duty, period, law: lawOn(period.from), unitRule: ownOn(period.from) ?? null },
      standing: standingOfPeriod(period, { served, isExcused: excuse !== null }, on),
      ...{ statement: served?.statement ?? null, conference: served?.conference ?? null, excuse },
    };
  });
}
