import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which spokespersons are told. */

export const SPOKESPERSON_STATUSES = terms("SpokespersonStatus", "Where an appointment to speak stands.", {
  APPOINTED: say("đã phân công, chưa công bố", "appointed and not yet published"),
  PUBLISHED: say("đã công bố", "published"),
  SUSPENDED: say("đang tạm dừng phát ngôn", "suspended"),
  REPLACED: say("đã được thay thế", "replaced"),
  ENDED: say("đã kết thúc", "ended"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});
export type SpokespersonStatus = TermOf<typeof SPOKESPERSON_STATUSES>;

/** Decree 09/2017/NĐ-CP Art. 2. */
export const SPOKESPERSON_ROLES = terms(
  "SpokespersonRole",
  "In what role somebody speaks for a unit (Decree 09/2017/NĐ-CP, Art. 2).",
  {
    HEAD: say("người đứng đầu", "the head of the unit"),
    REGULAR: say("người phát ngôn", "the regular spokesperson"),
    AUTHORISED: say("người được ủy quyền phát ngôn", "authorised for one matter"),
  },
);
export type SpokespersonRole = TermOf<typeof SPOKESPERSON_ROLES>;
