import { choices, day, ref } from "../../domain/kernel/fields.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { oversightHistory } from "../../domain/oversight/events.js";
import type { Oversight } from "../../domain/oversight/oversight.js";
import { oversightOwes } from "../../domain/oversight/dues.js";
import { OVERSIGHT_STATUSES } from "../../domain/oversight/terms.js";
import { among, declaredRecords, linkedTo, since, until } from "../declared/declaredRecords.js";
import { found, foundNumber } from "../table/foundTexts.js";
import { textColumn } from "../table/recordTable.js";
import { oversightTally } from "./figures.js";

/** The day by which a supervision is listed: of its session, else of its decision, else the one in the programme. */
const dayOf = ({ sessionAt, decidedOn, programmedFor }: Oversight): string =>
  (sessionAt === null ? null : localDateOf(sessionAt)) ?? decidedOn ?? programmedFor ?? "";

/** Supervisions by their day. */
export const supervisions = declaredRecords(oversightHistory, {
  name: "oversight",
  source: import.meta.url,
  columns: { status: textColumn(({ status }) => status), day: textColumn(dayOf) },
  order: "day",
  links: {
    kinds: {
      SUPERVISED: ({ supervisedIds }) => supervisedIds,
      ADDRESSEE: ({ recommendations }) => [...new Set(recommendations.map(({ unitId }) => unitId))],
    },
  },
  filter: {
    unitId: linkedTo(["SUPERVISED"], ref("Unit", say("đơn vị chịu sự giám sát", "supervised unit"))),
    addresseeId: linkedTo(["ADDRESSEE"], ref("Unit", say("đơn vị nhận kiến nghị", "addressee of a recommendation"))),
    statuses: among("status", choices(OVERSIGHT_STATUSES, say("trạng thái", "statuses")), true),
    from: since("day", day(say("từ ngày", "from"))),
    to: until("day", day(say("đến ngày", "to"))),
  },
  owes: oversightOwes,
  counts: oversightTally,
  found: {
    by: (state) => ({
      since: dayOf(state),
      texts: [
        ...found("SUPERVISION", state.title),
        ...foundNumber("DECISION_NUMBER", state.decision, { day: state.decidedOn }),
        ...foundNumber("CONCLUSION_NUMBER", state.conclusion, { day: state.concludedOn }),
      ],
    }),
  },
});
