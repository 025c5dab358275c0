import {
  blankOf,
  choice,
  type DataOf,
  day,
  id,
  lines,
  many,
  moment,
  NOBODY,
  OFFENDERS,
  one,
  optional,
  part,
  ref,
  shownAs,
  text,
  texts,
  written,
  yes,
} from "../kernel/fields.js";
import { type Instant, type LocalDate, localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { ReporterFact } from "../reporter/reporter.js";
import {
  ANSWER_FORMS,
  DECLINE_GROUNDS,
  DOCUMENT_KINDS,
  DUPLICATE_VERDICTS,
  type DuplicateVerdict,
  VISIT_STATUSES,
  VISIT_TOPICS,
} from "./terms.js";

/**
 * A visit (lượt tác nghiệp): reporters come to one or several host units, show their documents, are answered, and may
 * be promised information. Press Law 2016, Art. 25 and 38.
 */

export const reason = lines(say("lý do", "reason"), 1000, NOBODY);

const HOST = part(
  "VisitHost",
  {
    unitId: ref("Unit", say("đơn vị", "unit"), "The unit itself, as of the answer's basis."),
    name: text(say("tên đơn vị", "name of the unit"), 200, NOBODY),
  },
  "A host unit, under the name it had on the day of the visit.",
);
export type Host = DataOf<typeof HOST.fields>;
export const HOSTS = { most: 20 };

const VISITOR = part(
  "VisitVisitor",
  {
    reporterId: ref("Reporter", say("phóng viên", "reporter")),
    name: text(say("họ và tên", "name"), 120, NOBODY),
    agencyId: ref("PressAgency", say("cơ quan báo chí", "press agency")),
    agencyName: text(say("tên cơ quan báo chí", "name of the press agency"), 200, NOBODY),
  },
  "A reporter on a visit, with the names and the agency of that day.",
);
export type Visitor = DataOf<typeof VISITOR.fields>;
export const VISITORS = { most: 30 };

/** So much of the number is kept: the registry has the numbers, a visit needs only enough to recognise them. */
export const KEPT_DIGITS = 3;
export const DOCUMENT = part(
  "ShownDocument",
  {
    reporterId: ref("Reporter", say("phóng viên", "reporter")),
    kind: choice(DOCUMENT_KINDS, say("loại giấy tờ", "kind of document")),
    numberEnd: optional(text(say("số cuối", "end of the number"), KEPT_DIGITS, NOBODY)),
    validTo: optional(day(say("có giá trị đến hết ngày", "valid until"))),
  },
  "A document as it was shown; of its number only the end is kept.",
);
export type ShownDocument = DataOf<typeof DOCUMENT.fields>;
export const DOCUMENTS = { most: 60 };

export const OUTCOME = part(
  "VisitOutcome",
  {
    answerForm: choice(ANSWER_FORMS, say("hình thức trả lời", "form of the answer")),
    summary: lines(say("tóm tắt kết quả", "summary of the outcome"), 2000, NOBODY),
    peopleMet: optional(text(say("người tiếp, làm việc", "people met"), 500, NOBODY)),
    recordingAllowed: optional(yes(say("cho phép ghi âm, ghi hình", "recording was allowed"))),
  },
  "Kết quả làm việc.",
);
export type VisitOutcome = DataOf<typeof OUTCOME.fields>;

export const PROMISE = part(
  "InformationPromise",
  {
    promiseId: shownAs("id", id(say("thông tin đã hẹn", "promise"), "Give it to `fulfilPromise`.")),
    what: lines(say("thông tin hẹn cung cấp", "what is promised"), 1000, NOBODY),
    dueOn: day(say("hạn cung cấp", "due on")),
    fulfilledAt: optional(moment(say("thời điểm thực hiện", "fulfilled at"), "Null: it is still owed.")),
    how: optional(shownAs("fulfilment", lines(say("cách thức cung cấp", "how it was kept"), 1000, NOBODY))),
    requestId: optional(
      ref("InformationRequest", say("yêu cầu đã trả lời", "request"), "The request by whose answer it was kept."),
    ),
  },
  "Information promised by a day (hẹn cung cấp thông tin).",
);
export type VisitPromise = DataOf<typeof PROMISE.fields>;
/** What a promise has none of until it is kept. */
export const OWED = blankOf(PROMISE.fields);

export const PRESS_ITEM = part("LinkedPressItem", {
  url: written("URL", say("địa chỉ tin, bài", "address"), 500, NOBODY),
  title: text(say("tên tin, bài", "title"), 500, NOBODY),
  publishedOn: day(say("ngày đăng", "published on")),
});
export type PressItemLink = DataOf<typeof PRESS_ITEM.fields>;

/** What is said of whether two visits are one. */
export const JUDGEMENT = { verdict: choice(DUPLICATE_VERDICTS, say("kết luận", "verdict")), reason };
/** Whether another visit is the same as this one, as was judged here. */
export interface JudgedDuplicate {
  readonly otherVisitId: string;
  readonly verdict: DuplicateVerdict;
  readonly judgedAt: Instant;
  readonly reason: string | null;
}

export const DECLINE = part(
  "VisitDecline",
  { ground: choice(DECLINE_GROUNDS, say("căn cứ từ chối", "ground")), reason },
  "Why the reporters were not received.",
);

const CORRECTION = part(
  "VisitCorrection",
  { at: moment(say("thời điểm", "at")), reason },
  "A correction of the record: when, and why.",
);

export const OBSTACLES = { most: 1000, least: 0, max: 2000 };
const SOME = { most: 1000, least: 0 };

/** What is known of a visit, and shown. */
export const VISIT = {
  status: choice(VISIT_STATUSES, say("trạng thái", "status")),
  topic: choice(VISIT_TOPICS, say("lĩnh vực", "topic")),
  subject: text(say("nội dung làm việc", "subject"), 500, NOBODY),
  appointmentAt: optional(moment(say("lịch hẹn", "appointment"))),
  arrivedAt: optional(moment(say("giờ đến", "arrival"))),
  hosts: many(HOST, say("đơn vị tiếp", "hosts"), HOSTS, "The one in charge first."),
  reporters: many(VISITOR, say("phóng viên", "reporters"), VISITORS, "The leading one first."),
  documents: many(DOCUMENT, say("giấy tờ đã xuất trình", "documents shown"), { ...DOCUMENTS, least: 0 }),
  outcome: optional(one(OUTCOME, say("kết quả làm việc", "outcome"))),
  promises: many(PROMISE, say("thông tin hẹn cung cấp", "information promised"), SOME),
  pressItems: many(PRESS_ITEM, say("tin, bài", "press items"), SOME, "Those that came of the visit."),
  obstacles: texts(say("phản ánh khó khăn, cản trở", "obstacles"), OBSTACLES, OFFENDERS),
  declined: optional(one(DECLINE, say("việc từ chối tiếp", "refusal to receive"))),
  redirectedTo: optional(one(HOST, say("cơ quan được giới thiệu đến", "sent on to"))),
  lateEntryReason: optional(lines(say("lý do nhập muộn", "why it was entered late"), 1000, NOBODY)),
  corrections: many(CORRECTION, say("các lần sửa", "corrections"), SOME),
  duplicateOfId: optional(
    ref("Visit", say("trùng với lượt tác nghiệp", "duplicate of"), "Set when it was voided as a duplicate."),
  ),
};
export interface Visit extends DataOf<typeof VISIT> {
  readonly visitId: string;
  readonly registeredAt: Instant;
  /** When the last step of the visit itself (not a correction) happened; the next cannot have happened earlier. */
  readonly lastStepAt: Instant;
  readonly verdicts: readonly JudgedDuplicate[];
}

/** What a visit has none of at first. */
export const BLANK = { ...blankOf(VISIT), verdicts: [] } as const satisfies Partial<Visit>;

/** The arrival, or until then the registration: by what lists are ordered. Never later than the event that set it. */
export const sortAt = ({ arrivedAt, registeredAt }: Visit): Instant => arrivedAt ?? registeredAt;

/** The day of the arrival, or else of the appointment, or else of the registration. */
export const visitDay = ({ arrivedAt, appointmentAt, registeredAt }: Visit): LocalDate =>
  localDateOf(arrivedAt ?? appointmentAt ?? registeredAt);

export const hasOpenPromise = (promises: readonly VisitPromise[]): boolean =>
  promises.some(({ fulfilledAt }) => fulfilledAt === null);

/** Reporters came, and the record stands: what every figure of visits counts. */
export const isCounted = ({ arrivedAt, status }: Visit): boolean => arrivedAt !== null && status !== "VOIDED";

/** What other visits may know of a visit. */
export interface VisitFact extends Pick<Visit, "visitId" | "status"> {
  readonly day: LocalDate;
  readonly hostIds: readonly string[];
  readonly reporterIds: readonly string[];
  readonly promiseIds: readonly string[];
}

/** A reporter who visits, as the register has them on the day, with the agency of that day. */
export interface VisitorFact extends Pick<Visitor, "agencyId" | "agencyName"> {
  readonly reporter: ReporterFact;
}
