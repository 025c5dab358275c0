import { PRESS_CONFERENCE } from "../../domain/pressConference/pressConference.js";
import { choices, day, ref, yes } from "../../domain/kernel/fields.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { pressConferenceHistory } from "../../domain/pressConference/events.js";
import { pressConferenceOwes } from "../../domain/pressConference/dues.js";
import { PRESS_CONFERENCE_STATUSES } from "../../domain/pressConference/terms.js";
import { among, declaredRecords, equal, type Narrowing, since, until } from "../declared/declaredRecords.js";
import { found } from "../table/foundTexts.js";
import { numberColumn, textColumn } from "../table/recordTable.js";
import { pressConferenceTally } from "./figures.js";

/** Its notice was late, or was not. */
const wasLate: Narrowing = {
  field: { ...yes(say("thông báo muộn", "notice was late")), optional: true },
  to: (asked, name, late: boolean) => asked.is("r.late", name, late ? 1 : 0),
};

/** Press conferences by their day: units' own, and the register of others' notices. */
export const pressConferences = declaredRecords(pressConferenceHistory, {
  name: "press_conference",
  source: import.meta.url,
  columns: {
    unit_id: textColumn(({ unitId }) => unitId),
    status: textColumn(({ status }) => status),
    held_by: textColumn(({ heldBy }) => heldBy),
    late: numberColumn(({ noticeLate }) => (noticeLate === true ? 1 : 0)),
    day: textColumn(({ heldAt }) => localDateOf(heldAt)),
  },
  order: "day",
  indexes: { by_unit: ["unit_id", "day", "id"] },
  filter: {
    unitId: among("unit_id", ref("Unit", say("đơn vị", "unit"))),
    heldBy: equal("held_by", PRESS_CONFERENCE.heldBy),
    noticeLate: wasLate,
    statuses: among("status", choices(PRESS_CONFERENCE_STATUSES, say("trạng thái", "statuses")), true),
    from: since("day", day(say("từ ngày", "from"))),
    to: until("day", day(say("đến ngày", "to"))),
  },
  owes: pressConferenceOwes,
  counts: pressConferenceTally,
  found: {
    by: ({ heldAt, noticedAt, title, organiser }) => ({
      since: localDateOf(noticedAt ?? heldAt),
      texts: [...found("CONFERENCE", title), ...found("ORGANISER", organiser, { sort: "BODY" })],
    }),
  },
});
