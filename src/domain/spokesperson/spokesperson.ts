import {
  blankOf,
  choice,
  type DataOf,
  day,
  lines,
  many,
  moment,
  needed,
  NOBODY,
  optional,
  part,
  ref,
  text,
  written,
} from "../kernel/fields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { SPOKESPERSON_ROLES, SPOKESPERSON_STATUSES } from "./terms.js";

/**
 * Who speaks for a unit (người phát ngôn): its head, its regular spokesperson, or somebody who is authorised in writing for
 * one matter and a time, which is not passed on (Decree 09/2017/NĐ-CP, Art. 2). One stream for each appointment.
 */

const reason = lines(say("lý do", "reason"), 1000, NOBODY);
export const from = day(say("từ ngày", "from"));
export const to = day(say("đến hết ngày", "to"), "The last day; absent: until it is ended.");

export const SUSPENSION = part(
  "SpokespersonSuspension",
  {
    from: day(say("từ ngày", "from")),
    to: optional(day(say("đến trước ngày", "up to"), "From this day on the person speaks again.")),
    reason,
  },
  "A time in which the person may not speak (tạm dừng phát ngôn).",
);

/** What is known of an appointment, and shown. */
export const SPOKESPERSON = {
  status: choice(SPOKESPERSON_STATUSES, say("trạng thái", "status")),
  role: choice(SPOKESPERSON_ROLES, say("vai trò", "role")),
  unitId: ref("Unit", say("đơn vị", "unit")),
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was when the appointment was made."),
  name: text(say("họ tên", "name"), 120, NOBODY, "Published by law: a spokesperson acts in an office."),
  post: text(say("chức vụ", "post"), 200, NOBODY),
  phone: optional(text(say("điện thoại", "telephone"), 40, NOBODY, "The one that is published.")),
  email: optional(text(say("thư điện tử", "e-mail"), 120, NOBODY, "The one that is published.")),
  document: text(say("số, ký hiệu văn bản", "number of the paper"), 120, NOBODY),
  from: day(say("từ ngày", "from"), "The first day on which the person speaks for the unit."),
  to: optional(day(say("đến hết ngày", "to"), "The last day; null: until it is ended.")),
  matter: optional(lines(say("vụ việc được ủy quyền", "matter"), 1000, NOBODY)),
  authorisedById: optional(ref("Spokesperson", say("người ủy quyền", "authorised by"))),
  publishBy: optional(
    moment(say("hạn công bố", "to be published by"), "Of an authorisation: by the law of its day; null: no law says."),
  ),
  publishedOn: optional(day(say("ngày công bố", "published on"))),
  publishedAt: optional(written("URL", say("nơi công bố", "where it is published"), 500, NOBODY)),
  suspensions: many(SUSPENSION, say("các lần tạm dừng", "suspensions"), { most: 100, least: 0 }),
  endedOn: optional(
    day(say("kết thúc từ ngày", "ended from"), "From this day on the person speaks for the unit no more."),
  ),
  endReason: optional(reason),
  replacedById: optional(ref("Spokesperson", say("người thay thế", "replaced by"))),
};
export type Spokesperson = DataOf<typeof SPOKESPERSON>;

/** What may be corrected. */
export const CORRECTED = {
  ...needed(SPOKESPERSON, "name", "post", "phone", "email", "document"),
  from,
  to,
  ...needed(SPOKESPERSON, "matter"),
};

export const BLANK = blankOf(SPOKESPERSON);

/** The person may speak for the unit on the day: appointed by then, not suspended, not ended. */
export const speaksOn = ({ status, from, to, endedOn, suspensions }: Spokesperson, on: LocalDate): boolean =>
  status !== "VOIDED" &&
  from <= on &&
  (to === null || on <= to) &&
  (endedOn === null || on < endedOn) &&
  !suspensions.some((one) => one.from <= on && (one.to === null || on < one.to));

/** What other subjects may know of an appointment. */
export interface SpokespersonFact extends Spokesperson {
  readonly spokespersonId: string;
}
