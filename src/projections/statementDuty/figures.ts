import { localDateOf } from "../../domain/kernel/time.js";
import type { StatementDutyEvent } from "../../domain/statementDuty/events.js";
import type { StatementDuty } from "../../domain/statementDuty/statementDuty.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const MEASURES = {
  URGENT_DUTIES: count(
    ["UNIT"],
    "Nghĩa vụ phát ngôn đột xuất",
    "Urgent duties to speak, on the day of what triggered them.",
  ),
  URGENT_DUTIES_IN_TIME: count(["UNIT"], "Phát ngôn đột xuất đúng hạn", "Those fulfilled in time, on the same day."),
  URGENT_DUTIES_LATE: count(["UNIT"], "Phát ngôn đột xuất muộn", "Those fulfilled late, on the same day."),
};

type Counted = Version<StatementDuty>;

export const statementDutyTally: Tally<Counted, Recorded<StatementDutyEvent>, EntryOf<typeof MEASURES>> = {
  record: "StatementDuty",
  streams: ["statementDuty"],
  measures: MEASURES,
  causes: { StatementDutyCorrected: "CORRECTED", StatementDutyReopened: "CORRECTED", StatementDutyVoided: "VOIDED" },
  idOf: ({ id }) => id,
  counts({ state: { status, unitId: UNIT, since, dueAt, fulfilledAt } }) {
    if (since === null || dueAt === null || status === "VOIDED" || status === "NOT_APPLICABLE") return [];
    const on = localDateOf(since);
    const done = fulfilledAt !== null && fulfilledAt <= dueAt ? "URGENT_DUTIES_IN_TIME" : "URGENT_DUTIES_LATE";
    return [
      { measure: "URGENT_DUTIES", UNIT, on, amount: 1 } as const,
      ...(fulfilledAt === null ? [] : [{ measure: done, UNIT, on, amount: 1 } as const]),
    ];
  },
};
