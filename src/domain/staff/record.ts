import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type StaffEvent, staffHistory } from "./events.js";
import { staffRefusals } from "./refusals.js";
import { numbersAddUp } from "./rules.js";
import type { StaffSnapshot } from "./snapshot.js";
import { staffSteps } from "./steps.js";

const { takeBack } = stepsOf<StaffSnapshot, StaffEvent, "staffSnapshotId">();

/** The staff of a unit on a day: state (./snapshot.ts), events (./events.ts), steps and their rules (./steps.ts). */
export const staffSnapshot = record(staffHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...staffSteps,
    TakeBackStaffSnapshotEntry: takeBack({
      naming: NOBODY,
      event: "StaffSnapshotEntryTakenBack",
      may: ["CLERK", "PRESS_OFFICER", "OVERSIGHT", "ADMIN"],
      rules: [
        function assessorsTakeBackAssessments({ data: { taken }, meta: { actor } }) {
          const isAssessment = taken.some(({ type }) => type === "StaffAssessed");
          return actor.role === (isAssessment ? "CLERK" : "OVERSIGHT")
            ? staffRefusals.STAFF_ENTRY_OF_OTHERS(["entryId"])
            : undefined;
        },
      ],
    }),
  },
  authority: function clerkKeepsOwnUnit({ state, meta }) {
    return actsForOneOf(meta, [state.unitId], ["staffSnapshotId"]);
  },
  check: (after) => {
    if (numbersAddUp(after)) throw new Error("The numbers of a snapshot of the staff do not add up.");
  },
  since: ({ takenOn }) => takenOn,
  leansOn: ({ unitId }) => [{ kind: "Unit", id: unitId }],
  refusals: { notFound: staffRefusals.STAFF_SNAPSHOT_NOT_FOUND, statusForbids: "STAFF_SNAPSHOT_STATUS_FORBIDS" },
});
