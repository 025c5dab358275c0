import type { CorrectionOf } from "../kernel/fields.js";
import { eventsOf, type EventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import { enCount, enDay, say, viCount, viDay } from "../kernel/words.js";
import {
  BLANK,
  type CORRECTED,
  type StaffAssessment,
  type StaffNumber,
  staffOf,
  type StaffSnapshot,
} from "./snapshot.js";
import { RATINGS, STAFF_SNAPSHOT_STATUSES } from "./terms.js";

type Taken = Pick<StaffSnapshot, "unitId" | "unitName" | "unitKind" | "takenOn" | "uses" | "note" | StaffNumber>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<StaffSnapshot, { readonly staffSnapshotId: string }>();

/** What can have happened to a snapshot of the staff. */
export const staffEvents = {
  StaffSnapshotTaken: begins<Taken>({
    stays: VOIDED_INSTEAD,
    says: ({ unitName, takenOn, ...numbers }) =>
      say(
        `Nhân lực công nghệ thông tin của ${unitName} ngày ${viDay(takenOn)}: ${viCount(staffOf(numbers))} người.`,
        `Staff for information technology of ${unitName} on ${enDay(takenOn)}: ${enCount(staffOf(numbers))}.`,
      ),
    on: "takenOn",
    about: ({ unitId }) => ({ set: { unit: some("Unit", unitId) } }),
    begins: ({ staffSnapshotId: _, ...taken }) => ({ ...BLANK, ...taken, status: "RECORDED" }),
  }),
  StaffAssessed: happens<StaffAssessment>({
    says: ({ rating, assessedOn }) =>
      say(
        `Đánh giá nhân lực và ứng dụng công nghệ thông tin ngày ${viDay(assessedOn)}: ${RATINGS.words[rating].vi}.`,
        `Staff and use of information technology, assessed on ${enDay(assessedOn)}: ${RATINGS.words[rating].en}.`,
      ),
    on: "assessedOn",
    changes: ({ assessments }, { staffSnapshotId: _, ...assessment }) => ({
      assessments: [...assessments, assessment],
    }),
  }),
  StaffSnapshotCorrected: corrects<CorrectionOf<typeof CORRECTED>>({
    says: say("Đính chính số liệu nhân lực.", "The numbers of the staff were corrected."),
  }),
  StaffSnapshotEntryTakenBack: takesBack(),
  StaffSnapshotVoided: voids({
    says: say("Hủy số liệu nhân lực nhập nhầm.", "The snapshot was entered in error and is void."),
    // Another of the same day may have come since.
    stays: say("Hãy ghi lại số liệu của ngày đó.", "Enter the numbers of that day again."),
  }),
};
export type StaffEvent = EventsOf<typeof staffEvents>;

export const staffHistory = history({
  kind: "StaffSnapshot",
  category: "staffSnapshot",
  timeline: "STAFF",
  id: "staffSnapshotId",
  words: say("số liệu nhân lực", "snapshot of the staff"),
  statuses: STAFF_SNAPSHOT_STATUSES,
  events: staffEvents,
  blank: BLANK,
});
