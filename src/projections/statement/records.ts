import { STATEMENT } from "../../domain/statement/statement.js";
import { choices, day } from "../../domain/kernel/fields.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { statementHistory } from "../../domain/statement/events.js";
import { STATEMENT_FORMS, STATEMENT_STATUSES } from "../../domain/statement/terms.js";
import { VISIT_TOPICS } from "../../domain/visit/terms.js";
import { among, declaredRecords, equal, since, until } from "../declared/declaredRecords.js";
import { found, foundNumber } from "../table/foundTexts.js";
import { maybeText, textColumn } from "../table/recordTable.js";
import { statementTally } from "./figures.js";

/** Statements to the press, by their day. */
export const statements = declaredRecords(statementHistory, {
  name: "statement",
  source: import.meta.url,
  columns: {
    unit_id: textColumn(({ unitId }) => unitId),
    status: textColumn(({ status }) => status),
    form: textColumn(({ form }) => form),
    occasion: textColumn(({ occasion }) => occasion),
    topic: textColumn(({ topic }) => topic),
    spokesperson_id: textColumn(({ spokespersonId }) => spokespersonId),
    conference_id: maybeText(({ conferenceId }) => conferenceId),
    outlet_id: maybeText(({ outletId }) => outletId),
    made_on: textColumn(({ madeAt }) => localDateOf(madeAt)),
    serves_on: textColumn(({ madeAt, forPeriodOf }) => forPeriodOf ?? localDateOf(madeAt)),
  },
  order: "made_on",
  indexes: { by_unit: ["unit_id", "made_on", "id"], of_conference: ["conference_id"] },
  filter: {
    unitId: among("unit_id", STATEMENT.unitId),
    forms: among("form", choices(STATEMENT_FORMS, say("hình thức", "forms"))),
    occasion: equal("occasion", STATEMENT.occasion),
    topics: among("topic", choices(VISIT_TOPICS, say("lĩnh vực", "topics"))),
    spokespersonId: among("spokesperson_id", STATEMENT.spokespersonId),
    conferenceId: among("conference_id", STATEMENT.conferenceId),
    outletId: among("outlet_id", STATEMENT.outletId),
    statuses: among("status", choices(STATEMENT_STATUSES, say("trạng thái", "statuses")), true),
    from: since("made_on", day(say("từ ngày", "from"))),
    to: until("made_on", day(say("đến ngày", "to"))),
  },
  counts: statementTally,
  found: {
    by: ({ madeAt, title, document }) => ({
      since: localDateOf(madeAt),
      texts: [...found("STATEMENT", title), ...foundNumber("STATEMENT_NUMBER", document, { day: localDateOf(madeAt) })],
    }),
  },
});
