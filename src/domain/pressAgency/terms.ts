import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which press agencies are told. */

export const PRESS_AGENCY_STATUSES = terms(
  "PressAgencyStatus",
  "Đang hoạt động; bị đình bản, đình chỉ; đã sáp nhập; đã chấm dứt hoạt động.",
  {
    ACTIVE: say("đang hoạt động", "active"),
    SUSPENDED: say("bị đình bản, tạm đình chỉ hoạt động", "suspended"),
    MERGED: say("đã sáp nhập", "merged into another"),
    CLOSED: say("đã chấm dứt hoạt động", "closed"),
  },
);
export type PressAgencyStatus = TermOf<typeof PRESS_AGENCY_STATUSES>;
export type PressAgencyEnding = Extract<PressAgencyStatus, "MERGED" | "CLOSED">;

export const PRESS_AGENCY_KINDS = terms(
  "PressAgencyKind",
  "Báo in, tạp chí in; báo điện tử; báo nói; báo hình; thông tấn.",
  {
    PRINT: say("báo in, tạp chí in", "print"),
    ONLINE: say("báo điện tử, tạp chí điện tử", "online"),
    RADIO: say("báo nói", "radio"),
    TELEVISION: say("báo hình", "television"),
    NEWS_AGENCY: say("thông tấn", "news agency"),
  },
);
export type PressAgencyKind = TermOf<typeof PRESS_AGENCY_KINDS>;

export const PRESS_AGENCY_LEVELS = terms(
  "PressAgencyLevel",
  "Báo chí trung ương; của tỉnh; của tỉnh khác; nước ngoài.",
  {
    CENTRAL: say("báo chí trung ương", "central"),
    LOCAL: say("báo chí của tỉnh", "of the province"),
    OTHER_PROVINCE: say("báo chí của tỉnh khác", "of another province"),
    FOREIGN: say("báo chí nước ngoài", "foreign"),
  },
);
export type PressAgencyLevel = TermOf<typeof PRESS_AGENCY_LEVELS>;
