import {
  blankOf,
  choice,
  count,
  type DataOf,
  day,
  lines,
  moment,
  needed,
  NOBODY,
  optional,
  ref,
  text,
  written,
  yes,
} from "../kernel/fields.js";
import type { Instant } from "../kernel/time.js";
import { minutesAfter } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { DutyRule } from "../law/lawBook.js";
import { VISIT_TOPICS } from "../visit/terms.js";
import { CONFERENCE_HOLDERS, NOTICE_ANSWERS, PRESS_CONFERENCE_STATUSES } from "./terms.js";

/**
 * A press conference (họp báo): one that a unit plans and holds itself, or one of others of which it was given written notice
 * (Press Law 2016 Art. 41: at least 24 hours before; silence means that it may be held). One stream each.
 */

/** What is known of a press conference, and shown. */
export const PRESS_CONFERENCE = {
  status: choice(PRESS_CONFERENCE_STATUSES, say("trạng thái", "status")),
  heldBy: choice(CONFERENCE_HOLDERS, say("đơn vị họp báo", "held by")),
  unitId: ref(
    "Unit",
    say("đơn vị", "unit"),
    "Who holds it; of others' conferences, who keeps the register of notices.",
  ),
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was then."),
  organiser: optional(text(say("tổ chức, người họp báo", "organiser"), 300, NOBODY, "An organisation by its name.")),
  topic: choice(VISIT_TOPICS, say("lĩnh vực", "topic")),
  title: text(say("nội dung họp báo", "content"), 1000, NOBODY),
  place: text(say("địa điểm", "place"), 300, NOBODY),
  heldAt: moment(say("thời điểm họp báo", "held at"), "Planned, until it is held."),
  document: optional(text(say("số, ký hiệu văn bản", "number of the paper"), 120, NOBODY)),
  noticedAt: optional(moment(say("thời điểm thông báo bằng văn bản", "written notice at"))),
  noticeBy: optional(
    moment(say("hạn thông báo", "notice due"), "The last moment for a notice by law; null: no law says."),
  ),
  noticeHours: optional(
    count(say("số giờ thông báo trước", "hours of notice"), {}, "Full hours from the notice to the conference."),
  ),
  noticeLate: optional(yes(say("thông báo muộn", "notice was late"))),
  mayBeHeld: yes(say("được tổ chức", "may be held"), "It was not answered otherwise: silence lets it be held."),
  answer: optional(choice(NOTICE_ANSWERS, say("ý kiến trả lời", "answer"))),
  answeredOn: optional(day(say("ngày trả lời", "answered on"))),
  answerText: optional(lines(say("nội dung trả lời", "answer"), 2000, NOBODY)),
  spokespersonId: optional(ref("Spokesperson", say("người phát ngôn", "who spoke"))),
  spokespersonPost: optional(text(say("chức vụ", "post"), 200, NOBODY, "Of who spoke, as it was then.")),
  matter: optional(lines(say("vụ việc được ủy quyền", "matter"), 1000, NOBODY)),
  url: optional(written("URL", say("địa chỉ đăng tải", "address"), 500, NOBODY)),
  cancelledOn: optional(day(say("ngày hủy", "cancelled on"))),
};
export type PressConference = DataOf<typeof PRESS_CONFERENCE>;

/** What may be corrected; with the moment the one by which notice was due. */
export const CORRECTED = {
  ...needed(PRESS_CONFERENCE, "organiser", "topic", "title", "place"),
  ...needed(PRESS_CONFERENCE, "heldAt", "document", "noticedAt", "url"),
};
export const BLANK = blankOf(PRESS_CONFERENCE);

const HOUR_MS = 3_600_000;
const MINUTES_OF = { HOURS: 60, CALENDAR_DAYS: 24 * 60 } as const;

/** The last moment for the notice of a conference at that time; null: the law counts otherwise, or says nothing. */
export function noticeDue(law: DutyRule | null, at: Instant): Instant | null {
  const unit = law?.term.unit;
  return law && (unit === "HOURS" || unit === "CALENDAR_DAYS")
    ? minutesAfter(at, -law.term.amount * MINUTES_OF[unit])
    : null;
}

/** What follows of the notice and of the answer, whatever was recorded or corrected. */
export function settled(after: PressConference): PressConference {
  const { noticedAt: given, noticeBy, heldAt: at, status, answer } = after;
  const hours = given === null ? null : Math.max(0, Math.floor((Date.parse(at) - Date.parse(given)) / HOUR_MS));
  return {
    ...after,
    noticeHours: hours,
    noticeLate: given === null || noticeBy === null ? null : given > noticeBy,
    mayBeHeld: answer !== "NOT_AGREED" && status !== "CANCELLED" && status !== "VOIDED",
  };
}

/** What other subjects may know of a press conference. */
export interface PressConferenceFact extends PressConference {
  readonly pressConferenceId: string;
}
