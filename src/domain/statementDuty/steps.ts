import { actsForOneOf } from "../kernel/authority.js";
import { choice, day, lines, needed, NOBODY, optional, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { type Instant, localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { PERIODIC_DUTIES } from "../law/duties.js";
import type { StatementFact } from "../statement/statement.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { StatementDutyEvent } from "./events.js";
import type { Period } from "./periodic.js";
import { statementDutyRefusals as refusals } from "./refusals.js";
import { aboutIds, CORRECTED, type DutyGround, STATEMENT_DUTY, type StatementDuty } from "./statementDuty.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);

/** By when the unit must speak, and what says so: the law, or the unit's own rule where that one is earlier. */
export interface DueByRule {
  readonly dueAt: Instant;
  readonly ground: DutyGround | null;
  readonly unitRuleId: string | null;
}

const isUrgent = ({ state }: { readonly state: StatementDuty }): Refusal | undefined =>
  state.duty === "URGENT_STATEMENT" ? undefined : refusals.STATEMENT_DUTY_IS_PERIODIC(["statementDutyId"]);

const { begin, correction, step, voiding } = stepsOf<StatementDuty, StatementDutyEvent, "statementDutyId">();

/** What may be done about duties to speak. */
export const statementDutySteps = {
  OpenStatementDuty: begin({
    does: say("ghi nghĩa vụ phát ngôn đột xuất", "open an urgent duty to speak"),
    note: "From what triggered it. It runs by the wall clock, by night and on holidays too.",
    begins: "statementDuty",
    fields: {
      ...needed(STATEMENT_DUTY, "unitId", "trigger", "since", "what"),
      topic: STATEMENT_DUTY.topic,
      aboutIds: optional(aboutIds),
    },
    looked: looked<{ readonly unit: UnitFact; readonly due: DueByRule | null }>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function itHasHappened({ data, meta }) {
        return data.since > meta.now ? refusals.STATEMENT_DUTY_AHEAD(["since"]) : undefined;
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, localDateOf(data.since), ["unitId"]);
      },
      function aRuleLaysItOnTheUnit({ data }) {
        return data.due ? undefined : refusals.STATEMENT_DUTY_WITHOUT_RULE(["since"], localDateOf(data.since));
      },
    ],
    tells: {
      StatementDutyOpened: ({ data: { unit, due, ...data } }) =>
        due
          ? {
              ...{ unitId: unit.unitId, unitName: nameOn(unit.names, localDateOf(data.since)) },
              ...{ trigger: data.trigger, what: data.what, topic: data.topic, since: data.since },
              ...{ dueAt: due.dueAt, ground: due.ground, unitRuleId: due.unitRuleId, aboutIds: data.aboutIds ?? [] },
            }
          : undefined,
    },
  }),
  ExcusePeriodicDuty: begin({
    does: say("ghi kỳ không áp dụng nghĩa vụ định kỳ", "excuse a period of a periodic duty"),
    note: "The period in which the day lies. Void the record to take the excuse back.",
    begins: "statementDuty",
    fields: {
      unitId: STATEMENT_DUTY.unitId,
      duty: choice(PERIODIC_DUTIES, say("nghĩa vụ", "duty")),
      day: day(say("ngày thuộc kỳ", "a day of the period")),
      ...needed(STATEMENT_DUTY, "excuse"),
    },
    looked: looked<{ readonly unit: UnitFact; readonly period: Period | null }>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function aRuleLaysItOnTheUnit({ data }) {
        return data.period ? undefined : refusals.STATEMENT_DUTY_WITHOUT_RULE(["day"], data.day);
      },
    ],
    tells: {
      PeriodicDutyExcused: ({ data: { unit, period, ...data } }) =>
        period
          ? {
              ...{ unitId: unit.unitId, unitName: nameOn(unit.names, period.from), duty: data.duty },
              ...{ periodFrom: period.from, periodTo: period.to, excuse: data.excuse },
            }
          : undefined,
    },
  }),
  FulfilStatementDuty: step({
    does: say("ghi đã phát ngôn", "record that it was fulfilled"),
    settles: ["URGENT_STATEMENT"],
    fields: { statementId: ref("Statement", say("phát ngôn", "statement")) },
    looked: looked<{ readonly statement: StatementFact }>(),
    from: ["OPEN"],
    rules: [
      function byAStatementOfTheUnitSinceThen({ state, data: { statement } }) {
        if (statement.unitId !== state.unitId) return refusals.STATEMENT_OF_ANOTHER_UNIT(["statementId"]);
        if (statement.status !== "MADE") return refusals.STATEMENT_NOT_MADE(["statementId"]);
        const before = state.since !== null && statement.madeAt < state.since;
        return before ? refusals.STATEMENT_BEFORE_DUTY(["statementId"], state.since) : undefined;
      },
    ],
    event: "StatementDutyFulfilled",
    besides: ({ data: { statement } }) => ({ fulfilledAt: statement.madeAt }),
  }),
  SetAsideStatementDuty: step({
    does: say("ghi nghĩa vụ không áp dụng", "set the duty aside"),
    fields: needed(STATEMENT_DUTY, "excuse"),
    from: ["OPEN"],
    event: "StatementDutySetAside",
  }),

  // Corrections
  ReopenStatementDuty: step({
    does: say("mở lại nghĩa vụ", "open the duty again"),
    note: "What fulfilled it, or why it did not apply, was entered in error.",
    corrects: true,
    fields: { reason },
    from: ["FULFILLED", "NOT_APPLICABLE"],
    when: [isUrgent],
    event: "StatementDutyReopened",
  }),
  CorrectStatementDuty: correction({
    event: "StatementDutyCorrected",
    note: "Another moment makes it due at another.",
    fields: CORRECTED,
    looked: looked<{ readonly due: DueByRule | null }>(),
    from: ["OPEN", "FULFILLED", "NOT_APPLICABLE"],
    when: [isUrgent],
    rules: [
      function itHasHappened({ state, data, meta }) {
        if (data.since === null) return undefined;
        if (data.since > meta.now) return refusals.STATEMENT_DUTY_AHEAD(["since"]);
        if (!data.due) return refusals.STATEMENT_DUTY_WITHOUT_RULE(["since"], localDateOf(data.since));
        const after = state.fulfilledAt !== null && state.fulfilledAt < data.since;
        return after ? refusals.STATEMENT_BEFORE_DUTY(["since"], data.since) : undefined;
      },
    ],
    follows: ({ data }) => data.due ?? {},
  }),
  VoidStatementDuty: voiding({ event: "StatementDutyVoided", from: ["OPEN", "FULFILLED", "NOT_APPLICABLE"] }),
};
