import { type CorrectionOf, referenceIn } from "../kernel/fields.js";
import { type EventsOf, eventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import { termWords } from "../kernel/terms.js";
import { type Instant, type LocalDate, localDateOf } from "../kernel/time.js";
import { enDay, enMoment, say, viDay, viMoment } from "../kernel/words.js";
import { BLANK, type CORRECTED, type StatementDuty } from "./statementDuty.js";
import { STATEMENT_DUTY_KINDS, STATEMENT_DUTY_STATUSES, STATEMENT_TRIGGERS } from "./terms.js";

type Opened = Pick<StatementDuty, "unitId" | "unitName" | "topic" | "ground" | "unitRuleId" | "aboutIds"> & {
  readonly trigger: Exclude<StatementDuty["trigger"], null>;
  readonly what: string;
  readonly since: Instant;
  readonly dueAt: Instant;
};
type Excused = Pick<StatementDuty, "unitId" | "unitName" | "duty"> & {
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly excuse: string;
};

const { begins, corrects, happens, takesBack, voids } = eventsOf<StatementDuty, { readonly statementDutyId: string }>();

/** What can have happened to a duty to speak. */
export const statementDutyEvents = {
  StatementDutyOpened: begins<Opened>({
    stays: VOIDED_INSTEAD,
    says({ unitName, trigger, dueAt }) {
      const { vi, en } = termWords(STATEMENT_TRIGGERS, trigger);
      return say(
        `${unitName} phải phát ngôn trước ${viMoment(dueAt)} (${vi}).`,
        `${unitName} must speak by ${enMoment(dueAt)} (${en}).`,
      );
    },
    on: ({ since }) => localDateOf(since),
    about: ({ unitId, aboutIds }) => ({
      set: {
        unit: some("Unit", unitId),
        about: aboutIds.flatMap((one) => {
          const named = referenceIn(one);
          return named ? [{ kind: named.kind, ref: named.id }] : [];
        }),
      },
    }),
    begins: ({ statementDutyId: _, ...opened }) => ({
      ...BLANK,
      ...opened,
      ...{ status: "OPEN", duty: "URGENT_STATEMENT" },
    }),
  }),
  PeriodicDutyExcused: begins<Excused>({
    stays: VOIDED_INSTEAD,
    says({ unitName, duty, periodFrom, periodTo }) {
      const { vi, en } = termWords(STATEMENT_DUTY_KINDS, duty);
      return say(
        `${unitName}: không áp dụng nghĩa vụ ${vi} kỳ từ ngày ${viDay(periodFrom)} đến ngày ${viDay(periodTo)}.`,
        `${unitName}: ${en} does not apply from ${enDay(periodFrom)} to ${enDay(periodTo)}.`,
      );
    },
    about: ({ unitId }) => ({ set: { unit: some("Unit", unitId) } }),
    begins: ({ statementDutyId: _, ...excused }) => ({ ...BLANK, ...excused, status: "NOT_APPLICABLE" }),
  }),
  StatementDutyFulfilled: happens<{ statementId: string; fulfilledAt: Instant }>({
    says: ({ fulfilledAt }) =>
      say(`Đã phát ngôn lúc ${viMoment(fulfilledAt)}.`, `It was spoken at ${enMoment(fulfilledAt)}.`),
    on: ({ fulfilledAt }) => localDateOf(fulfilledAt),
    about: ({ statementId }) => ({ once: some("Statement", statementId) }),
    to: "FULFILLED",
    keeps: true,
  }),
  StatementDutySetAside: happens<{ excuse: string }>({
    says: say("Nghĩa vụ phát ngôn không áp dụng.", "The duty to speak does not apply."),
    to: "NOT_APPLICABLE",
    keeps: true,
  }),
  StatementDutyReopened: happens({
    says: say("Mở lại nghĩa vụ phát ngôn.", "The duty to speak is open again."),
    corrects: true,
    to: "OPEN",
    changes: () => ({ statementId: null, fulfilledAt: null, excuse: null }),
  }),
  StatementDutyCorrected: corrects<
    CorrectionOf<typeof CORRECTED> & Partial<Pick<StatementDuty, "dueAt" | "ground" | "unitRuleId">>
  >({ says: say("Đính chính nghĩa vụ phát ngôn.", "The duty to speak was corrected.") }),
  StatementDutyEntryTakenBack: takesBack(),
  StatementDutyVoided: voids({
    says: say("Hủy nghĩa vụ phát ngôn nhập nhầm.", "The duty was entered in error and is void."),
  }),
};
export type StatementDutyEvent = EventsOf<typeof statementDutyEvents>;

export const statementDutyHistory = history({
  kind: "StatementDuty",
  category: "statementDuty",
  timeline: "STATEMENT",
  id: "statementDutyId",
  words: say("nghĩa vụ phát ngôn", "duty to speak"),
  statuses: STATEMENT_DUTY_STATUSES,
  events: statementDutyEvents,
  blank: BLANK,
});
