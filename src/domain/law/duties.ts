import type { Term } from "../kernel/deadline.js";
import { someOf, type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/**
 * What units owe the press and citizens, and in what time: rows as all law, but not of every key is there one on every day.
 * Who asks on a day without a row is told so, and nothing is due by law.
 */

export const DUTY_KEYS = terms(
  "DutyKey",
  "What units owe the press and citizens, and in what time (thời hạn phát ngôn, họp báo, trả lời báo chí, cung cấp thông tin).",
  {
    URGENT_STATEMENT: say("phát ngôn trong trường hợp đột xuất, bất thường", "an urgent statement"),
    AUTHORISATION_PUBLICATION: say("công bố văn bản ủy quyền phát ngôn", "publishing an authorisation to speak"),
    MONTHLY_INFORMATION: say("cung cấp thông tin định kỳ cho báo chí", "periodic information to the press"),
    PERIODIC_CONFERENCE: say("họp báo định kỳ", "periodic press conference"),
    CONFERENCE_NOTICE: say("thông báo trước về việc họp báo", "notice before a press conference"),
    PRESS_ANSWER: say("trả lời cơ quan báo chí", "answering a press agency"),
    PRESS_ITEM_HANDLING: say("xử lý thông tin báo chí nêu", "handling what the press reports"),
    PRESS_ITEM_URGENT: say("xử lý khẩn thông tin báo chí nêu", "handling what the press reports where it is urgent"),
    ACCESS_IN_PERSON: say("cung cấp thông tin theo yêu cầu trực tiếp", "information asked for in person"),
    ACCESS_IN_PERSON_EXTENSION: say("gia hạn theo yêu cầu trực tiếp", "extension, asked for in person"),
    ACCESS_INTERNET: say("cung cấp thông tin qua mạng điện tử", "information asked for by internet"),
    ACCESS_INTERNET_NOTICE: say("thông báo thời hạn, yêu cầu qua mạng điện tử", "notice of the time, by internet"),
    ACCESS_INTERNET_ANSWER: say("trả lời yêu cầu phức tạp qua mạng điện tử", "answer that takes longer, by internet"),
    ACCESS_INTERNET_EXTENSION: say("gia hạn, yêu cầu qua mạng điện tử", "extension, by internet"),
    ACCESS_POST: say("cung cấp thông tin qua dịch vụ bưu chính, fax", "information asked for by post or fax"),
    ACCESS_POST_NOTICE: say("thông báo thời hạn, yêu cầu qua bưu chính, fax", "notice of the time, by post or fax"),
    ACCESS_POST_ANSWER: say("trả lời yêu cầu phức tạp qua bưu chính, fax", "answer that takes longer, by post or fax"),
    ACCESS_POST_EXTENSION: say("gia hạn, yêu cầu qua bưu chính, fax", "extension, by post or fax"),
  },
);
export type DutyKey = TermOf<typeof DUTY_KEYS>;

export const PERIODIC_DUTIES = someOf(
  DUTY_KEYS,
  "PeriodicDuty",
  "Duties that come again with each period, without anybody's asking. Their periods are months of the calendar, from January on.",
  "MONTHLY_INFORMATION",
  "PERIODIC_CONFERENCE",
);
export type PeriodicDuty = TermOf<typeof PERIODIC_DUTIES>;

/** The duties for which a unit may bind itself to less time than the law gives it. Notice is given by others, and is longer. */
export const UNIT_RULE_KEYS = someOf(
  DUTY_KEYS,
  "UnitRuleKey",
  "What a unit's own rule may say more strictly than the law.",
  ...DUTY_KEYS.values.filter((key) => key !== "CONFERENCE_NOTICE"),
);

/** As many days at most, or at least, as a period may have. */
const MOST_DAYS = { CALENDAR_DAYS: 1, MONTHS: 31, YEARS: 366 } as const;
const LEAST_DAYS = { CALENDAR_DAYS: 1, WORKING_DAYS: 1, MONTHS: 28, YEARS: 365 } as const;
const DAY_HOURS = 24;

/**
 * Whether a period may end later than another that runs from the same moment. One in hours ends on the minute, so one in
 * days may be later; working days may be any number of days, where holidays fall among them.
 */
export function mayOutlast(own: Term, law: Term): boolean {
  if (own.unit === law.unit) return own.amount > law.amount;
  if (law.unit === "HOURS" || own.unit === "WORKING_DAYS") return true;
  const most = own.unit === "HOURS" ? Math.ceil(own.amount / DAY_HOURS) : own.amount * MOST_DAYS[own.unit];
  return most > law.amount * LEAST_DAYS[law.unit];
}
