import {
  blankOf,
  choice,
  type DataOf,
  day,
  lines,
  moment,
  needed,
  NOBODY,
  one,
  optional,
  part,
  records,
  ref,
  text,
} from "../kernel/fields.js";
import type { Instant } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { CONFIDENCES, LAW_ORIGINS } from "../law/terms.js";
import { VISIT_TOPICS } from "../visit/terms.js";
import { type DutyStanding, STATEMENT_DUTY_KINDS, STATEMENT_DUTY_STATUSES, STATEMENT_TRIGGERS } from "./terms.js";

/**
 * A duty to speak: an urgent one, opened from what triggered it (Decree 09/2017/NĐ-CP Art. 6 and 7: by the wall clock,
 * holidays too), or a period of a periodic one that was excused. Periodic ones are opened by nobody: they follow from the
 * rules, see ./periodic.ts. One stream each.
 */

export const aboutIds = records(say("hồ sơ liên quan", "what it is about"), { most: 20, least: 0 }, "A visit, say.");

/** Of the shape of a reference to the law. */
const GROUND = part(
  "StatementDutyGround",
  {
    key: text(say("nghĩa vụ", "key"), 60, NOBODY),
    instrument: text(say("văn bản", "instrument"), 60, NOBODY),
    validFrom: day(say("có hiệu lực từ", "valid from")),
    origin: choice(LAW_ORIGINS, say("nguồn", "origin")),
    confidence: choice(CONFIDENCES, say("độ tin cậy", "confidence")),
  },
  "The row of law by which a duty is due, as it was named then.",
);

/** What is known of a duty, and shown. */
export const STATEMENT_DUTY = {
  status: choice(STATEMENT_DUTY_STATUSES, say("trạng thái", "status")),
  duty: choice(STATEMENT_DUTY_KINDS, say("nghĩa vụ", "duty")),
  unitId: ref("Unit", say("đơn vị", "unit")),
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was then."),
  trigger: optional(choice(STATEMENT_TRIGGERS, say("căn cứ phát sinh", "trigger"))),
  what: optional(lines(say("vụ việc, vấn đề", "what happened"), 2000, NOBODY)),
  topic: optional(choice(VISIT_TOPICS, say("lĩnh vực", "topic"))),
  since: optional(moment(say("thời điểm phát sinh", "since"), "Of the event, or of the receipt of the request.")),
  dueAt: optional(moment(say("hạn phát ngôn", "due at"), "By the law or the unit's own rule, whichever is earlier.")),
  ground: optional(one(GROUND, say("căn cứ pháp luật", "ground"), "Null: the unit's own rule is earlier.")),
  unitRuleId: optional(ref("UnitRule", say("quy chế của đơn vị", "the unit's own rule"), "Where that one is earlier.")),
  aboutIds,
  periodFrom: optional(day(say("kỳ từ ngày", "period from"), "Of a periodic duty that was excused.")),
  periodTo: optional(day(say("kỳ đến ngày", "period to"))),
  statementId: optional(ref("Statement", say("phát ngôn", "statement"), "By which it was fulfilled.")),
  fulfilledAt: optional(moment(say("thời điểm thực hiện", "fulfilled at"))),
  excuse: optional(lines(say("lý do không áp dụng", "why it does not apply"), 1000, NOBODY)),
};
export type StatementDuty = DataOf<typeof STATEMENT_DUTY>;

/** What may be corrected. */
export const CORRECTED = needed(STATEMENT_DUTY, "trigger", "what", "topic", "since", "aboutIds");
export type DutyGround = Exclude<StatementDuty["ground"], null>;
export const BLANK = blankOf(STATEMENT_DUTY);

/** How an urgent duty stands at a moment; null: it is void, or the moment lies before it. */
export function standingAt(
  { status, since: begun, dueAt, fulfilledAt }: StatementDuty,
  at: Instant,
): DutyStanding | null {
  if (status === "VOIDED" || (begun !== null && begun > at)) return null;
  if (status === "NOT_APPLICABLE") return "NOT_APPLICABLE";
  if (fulfilledAt !== null && fulfilledAt <= at) return dueAt === null || fulfilledAt <= dueAt ? "FULFILLED" : "LATE";
  return dueAt === null || at <= dueAt ? "OPEN" : "MISSED";
}
