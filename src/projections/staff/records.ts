import { STAFF_SNAPSHOT } from "../../domain/staff/snapshot.js";
import { choices, day } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { staffHistory } from "../../domain/staff/events.js";
import { STAFF_SNAPSHOT_STATUSES } from "../../domain/staff/terms.js";
import { UNIT_KINDS } from "../../domain/unit/terms.js";
import { among, declaredRecords, type Narrowing, since, until } from "../declared/declaredRecords.js";
import { found } from "../table/foundTexts.js";
import { textColumn } from "../table/recordTable.js";
import { standsAt } from "../table/temporal.js";
import { optional } from "../../domain/kernel/fields.js";
import { staffTally } from "./figures.js";

/** Of each unit the last one up to the day. */
const latestOn: Narrowing = {
  field: optional(
    day(say("mới nhất đến ngày", "latest on"), "Of each unit the last one up to this day, void ones apart."),
  ),
  standing: true,
  to: (asked, name, value: string) =>
    asked.add(
      `r.status = 'RECORDED' AND r.taken_on <= :${name} AND NOT EXISTS (
         SELECT 1 FROM staff_snapshot later
         WHERE later.unit_id = r.unit_id AND later.taken_on > r.taken_on AND later.taken_on <= :${name}
           AND later.status = 'RECORDED' AND ${standsAt("later")})`,
      name,
      value,
    ),
};

/** Snapshots of the staff by their day. */
export const staffSnapshots = declaredRecords(staffHistory, {
  name: "staff_snapshot",
  source: import.meta.url,
  columns: {
    unit_id: textColumn(({ unitId }) => unitId),
    unit_kind: textColumn(({ unitKind }) => unitKind),
    status: textColumn(({ status }) => status),
    taken_on: textColumn(({ takenOn }) => takenOn),
  },
  order: "taken_on",
  indexes: { by_unit: ["unit_id", "taken_on", "id"] },
  filter: {
    unitId: among("unit_id", STAFF_SNAPSHOT.unitId),
    unitKinds: among("unit_kind", choices(UNIT_KINDS, say("loại đơn vị", "kinds of units"))),
    statuses: among("status", choices(STAFF_SNAPSHOT_STATUSES, say("trạng thái", "statuses")), true),
    latestOn,
    from: since("taken_on", day(say("từ ngày", "from"))),
    to: until("taken_on", day(say("đến ngày", "to"))),
  },
  counts: staffTally,
  found: { by: ({ unitName, takenOn }) => ({ since: takenOn, texts: found("STAFF_OF", unitName, { sort: "BODY" }) }) },
});
