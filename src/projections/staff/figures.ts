import type { StaffSnapshot } from "../../domain/staff/snapshot.js";
import type { StaffEvent } from "../../domain/staff/events.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

/** Stock is of a day and no entry: sums of numbers of staff are no figures of a period. See `staffOf`. */
const MEASURES = {
  STAFF_SNAPSHOTS: count(
    ["UNIT"],
    "Số lần thống kê nhân lực",
    "Snapshots of the staff, on the day of which they tell. How many people there are is of a day: see `staffOf`.",
  ),
  STAFF_ASSESSMENTS: count(["UNIT"], "Số lần đánh giá nhân lực", "Assessments of the staff of units."),
};

export const staffTally: Tally<Version<StaffSnapshot>, Recorded<StaffEvent>, EntryOf<typeof MEASURES>> = {
  record: "StaffSnapshot",
  streams: ["staffSnapshot"],
  measures: MEASURES,
  causes: {
    StaffSnapshotCorrected: "CORRECTED",
    StaffSnapshotVoided: "VOIDED",
  },
  idOf: ({ id }) => id,
  counts: ({ state: { status, unitId: UNIT, takenOn: on, assessments } }) =>
    status === "VOIDED"
      ? []
      : [
          { measure: "STAFF_SNAPSHOTS", UNIT, on, amount: 1 },
          ...assessments.map(
            ({ assessmentId: part, assessedOn }) =>
              ({ measure: "STAFF_ASSESSMENTS", UNIT, on: assessedOn, amount: 1, part }) as const,
          ),
        ],
};
