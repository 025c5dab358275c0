import { type TermOf, terms } from "./terms.js";
import { say } from "./words.js";

export const TERM_UNITS = terms("TermUnit", "In what a period is counted.", {
  HOURS: say("giờ", "hours"),
  CALENDAR_DAYS: say("ngày", "calendar days"),
  WORKING_DAYS: say("ngày làm việc", "working days"),
  MONTHS: say("tháng", "months"),
  YEARS: say("năm", "years"),
});
export type TermUnit = TermOf<typeof TERM_UNITS>;
