import { staffSpecs } from "../../commands/staff.js";
import { STAFF_SNAPSHOT } from "../../domain/staff/snapshot.js";
import { staffSnapshot } from "../../domain/staff/record.js";
import { staffSnapshots } from "../../projections/staff/records.js";
import { viDay } from "../../domain/kernel/words.js";
import { subjectOf } from "../derive/subject.js";

export const staffApi = subjectOf(staffSnapshot, STAFF_SNAPSHOT, staffSnapshots, staffSpecs, {
  description:
    "The staff for information technology of a unit on a day (nhân lực công nghệ thông tin), how far the unit uses " +
    "information technology, and how both were assessed: numbers, and no names.",
  title: ({ unitName, takenOn }) => `${unitName}, ngày ${viDay(takenOn)}`,
  list: { name: "staffSnapshots", description: "Snapshots of the staff by their day, latest first.", order: "DESC" },
});
