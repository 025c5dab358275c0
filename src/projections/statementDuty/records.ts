import { choices, day, ref } from "../../domain/kernel/fields.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { statementDutyHistory } from "../../domain/statementDuty/events.js";
import { statementDutyOwes } from "../../domain/statementDuty/dues.js";
import { STATEMENT_DUTY, type StatementDuty } from "../../domain/statementDuty/statementDuty.js";
import { STATEMENT_DUTY_STATUSES, STATEMENT_TRIGGERS } from "../../domain/statementDuty/terms.js";
import { among, declaredRecords, equal, since, until } from "../declared/declaredRecords.js";
import { found } from "../table/foundTexts.js";
import { maybeText, textColumn } from "../table/recordTable.js";
import { statementDutyTally } from "./figures.js";

/** The day by which a duty is listed: of what triggered it; of a period that was excused, its first. */
const dayOf = ({ since: begun, periodFrom }: StatementDuty): string =>
  begun === null ? (periodFrom ?? "") : localDateOf(begun);

/** Urgent duties to speak, and periods of periodic ones that were excused. */
export const statementDuties = declaredRecords(statementDutyHistory, {
  name: "statement_duty",
  source: import.meta.url,
  columns: {
    unit_id: textColumn(({ unitId }) => unitId),
    status: textColumn(({ status }) => status),
    duty: textColumn(({ duty }) => duty),
    day: textColumn(dayOf),
    trigger_kind: maybeText(({ trigger }) => trigger),
    statement_id: maybeText(({ statementId }) => statementId),
  },
  order: "day",
  indexes: { by_unit: ["unit_id", "day", "id"], of_statement: ["statement_id"] },
  filter: {
    unitId: among("unit_id", STATEMENT_DUTY.unitId),
    duty: equal("duty", STATEMENT_DUTY.duty),
    triggers: among("trigger_kind", choices(STATEMENT_TRIGGERS, say("căn cứ phát sinh", "triggers"))),
    statementId: among("statement_id", ref("Statement", say("phát ngôn", "statement"))),
    statuses: among("status", choices(STATEMENT_DUTY_STATUSES, say("trạng thái", "statuses")), true),
    from: since("day", day(say("từ ngày", "from"))),
    to: until("day", day(say("đến ngày", "to"))),
  },
  owes: statementDutyOwes,
  counts: statementDutyTally,
  found: {
    by: (state) => ({ since: dayOf(state), texts: found("STATEMENT_DUTY", state.what ?? state.excuse) }),
  },
});
