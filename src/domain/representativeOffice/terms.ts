import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which representative offices are told. */

export const REPRESENTATIVE_OFFICE_STATUSES = terms(
  "RepresentativeOfficeStatus",
  "Đã thông báo, đang xem xét; đủ điều kiện; không đủ điều kiện; khuyết trưởng văn phòng; đã chấm dứt hoạt động.",
  {
    NOTIFIED: say("đã thông báo, đang xem xét", "notified and under review"),
    ACCEPTED: say("đã được xác nhận đủ điều kiện", "found to fulfil the conditions"),
    REJECTED: say("không đủ điều kiện, phải thông báo lại", "rejected, so that notice must be given anew"),
    HEAD_VACANT: say("đang hoạt động, khuyết trưởng văn phòng", "at work without a head"),
    CLOSED: say("đã chấm dứt hoạt động", "closed for good"),
  },
);
export type RepresentativeOfficeStatus = TermOf<typeof REPRESENTATIVE_OFFICE_STATUSES>;
