import { choice, choices, day, ref } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { spokespersonHistory } from "../../domain/spokesperson/events.js";
import { spokespersonOwes } from "../../domain/spokesperson/record.js";
import { SPOKESPERSON_ROLES, SPOKESPERSON_STATUSES } from "../../domain/spokesperson/terms.js";
import { among, declaredRecords, equal, since, until } from "../declared/declaredRecords.js";
import { found } from "../table/foundTexts.js";
import { maybeText, textColumn } from "../table/recordTable.js";

/** Who speaks for units, by the day from which they do. */
export const spokespersons = declaredRecords(spokespersonHistory, {
  name: "spokesperson",
  source: import.meta.url,
  columns: {
    unit_id: textColumn(({ unitId }) => unitId),
    status: textColumn(({ status }) => status),
    role: textColumn(({ role }) => role),
    starts_on: textColumn(({ from }) => from),
    published_on: maybeText(({ publishedOn }) => publishedOn),
  },
  order: "starts_on",
  indexes: { by_unit: ["unit_id", "starts_on", "id"] },
  filter: {
    unitId: among("unit_id", ref("Unit", say("đơn vị", "unit"))),
    role: equal("role", choice(SPOKESPERSON_ROLES, say("vai trò", "role"))),
    statuses: among("status", choices(SPOKESPERSON_STATUSES, say("trạng thái", "statuses")), true),
    from: since("starts_on", day(say("bắt đầu từ ngày", "starting from"))),
    to: until("starts_on", day(say("bắt đầu đến ngày", "starting up to"))),
  },
  owes: spokespersonOwes,
  found: { by: ({ name, from }) => ({ since: from, texts: found("SPOKESPERSON", name) }) },
});
