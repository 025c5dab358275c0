import {
  blankOf,
  choice,
  type DataOf,
  day,
  id,
  lines,
  many,
  needed,
  NOBODY,
  OFFENDERS,
  one,
  optional,
  part,
  ref,
  text,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { CONFIDENCES, LAW_ORIGINS } from "../law/terms.js";
import { VISIT_TOPICS } from "../visit/terms.js";
import {
  PRESS_ASKERS,
  REQUEST_ANSWER_FORMS,
  REQUEST_CHANNELS,
  REQUEST_COMPLEXITIES,
  REQUEST_GROUNDS,
  REQUEST_OUTCOMES,
  REQUEST_REGIMES,
  REQUEST_STATUSES,
} from "./terms.js";

/**
 * A request for information (yêu cầu cung cấp thông tin), by the press or by a citizen: two regimes, each with its own
 * periods and grounds for refusing. One stream for each; the unit that has it keeps it.
 */

const unitId = ref("Unit", say("đơn vị", "unit"));
export const document = text(say("số, ký hiệu văn bản", "number of the paper"), 120, NOBODY);
export const remaining = lines(say("nội dung còn phải trả lời", "what is still to be answered"), 1000, NOBODY);

const LAW = part(
  "RequestLaw",
  {
    key: text(say("quy định", "rule"), 60, NOBODY, "The row's key."),
    instrument: text(say("văn bản", "instrument"), 60, NOBODY),
    validFrom: day(say("có hiệu lực từ ngày", "in force from")),
    origin: choice(LAW_ORIGINS, say("nguồn", "origin")),
    confidence: choice(CONFIDENCES, say("mức độ chắc chắn", "confidence")),
  },
  "The row of law on which something of a request rests, as it was named then.",
);

const CLOCK = part(
  "RequestClock",
  {
    dueOn: optional(
      day(say("hạn trả lời", "to be answered by"), "Null: neither law nor the unit's own rule gives a period."),
    ),
    law: optional(one(LAW, say("căn cứ của hạn trả lời", "row of law of the day"))),
    ownRule: optional(
      text(
        say("quy chế của đơn vị", "the unit's own rule"),
        120,
        NOBODY,
        "The number of its paper, where the day follows from it.",
      ),
    ),
    noticeBy: optional(
      day(
        say("hạn thông báo thời hạn giải quyết", "to be told by that it takes longer"),
        "Of a citizen's request that may take longer.",
      ),
    ),
    noticeLaw: optional(one(LAW, say("căn cứ của hạn thông báo", "row of law of that day"))),
  },
  "By when the unit that has the request must answer, and on what that rests.",
);
export type Clock = DataOf<typeof CLOCK.fields>;
/** No period runs: until the unit to which it was forwarded has it. */
export const NO_CLOCK: Clock = { dueOn: null, law: null, ownRule: null, noticeBy: null, noticeLaw: null };

export const OUTCOME = part(
  "InformationRequestOutcome",
  {
    kind: choice(REQUEST_OUTCOMES, say("kết quả", "outcome")),
    on: day(say("ngày", "on")),
    unitId,
    dueOn: optional(day(say("hạn trả lời", "to be answered by"), "As it stood then.")),
    form: optional(choice(REQUEST_ANSWER_FORMS, say("hình thức cung cấp", "form of the answer"))),
    document: optional(document),
    answer: optional(lines(say("nội dung trả lời", "answer"), 4000, NOBODY, "Without the name of a citizen who asks.")),
    remaining: optional(remaining),
    ground: optional(choice(REQUEST_GROUNDS, say("căn cứ từ chối", "ground"))),
    law: optional(one(LAW, say("căn cứ pháp luật", "law of the ground"))),
    reason: optional(
      lines(
        say("lý do", "reason"),
        2000,
        NOBODY,
        "As it was given in writing, without the name of a citizen who asks.",
      ),
    ),
  },
  "An answer, in whole or in part, or a refusal.",
);
export type Outcome = DataOf<typeof OUTCOME.fields>;

export const FORWARD = part(
  "InformationRequestForward",
  {
    fromUnitId: ref("Unit", say("đơn vị chuyển", "from")),
    fromReceivedOn: day(say("ngày đơn vị chuyển nhận", "received by that unit on")),
    toUnitId: ref("Unit", say("đơn vị nhận", "to")),
    on: day(say("ngày chuyển", "forwarded on")),
    document: optional(document),
    receivedOn: optional(day(say("ngày đơn vị nhận ghi nhận", "received on"), "From this day on its own period runs.")),
  },
  "The request was passed on to the unit that has the information; who passed it on owes no answer any more.",
);

const ESCALATION = part(
  "InformationRequestEscalation",
  { on: day(say("ngày", "on")), toUnitId: optional(ref("Unit", say("báo cáo lên", "to"))) },
  "The request was laid before whoever stands above.",
);

/** What is known of a request, and shown. */
export const INFORMATION_REQUEST = {
  status: choice(REQUEST_STATUSES, say("trạng thái", "status")),
  regime: choice(REQUEST_REGIMES, say("chế độ", "regime")),
  pressAsker: optional(choice(PRESS_ASKERS, say("người hỏi của báo chí", "who of the press asks"))),
  agencyId: optional(ref("PressAgency", say("cơ quan báo chí", "press agency"))),
  agencyName: optional(text(say("tên cơ quan báo chí", "name of the press agency"), 300, NOBODY, "As it was then.")),
  reporterId: optional(ref("Reporter", say("phóng viên", "reporter"))),
  askerName: optional(
    text(
      say("họ tên người yêu cầu", "name of the asker"),
      120,
      OFFENDERS,
      "Of a citizen, or of who wrote the petition that was passed on.",
    ),
  ),
  askerContact: optional(text(say("liên hệ của người yêu cầu", "how to reach the asker"), 300, OFFENDERS)),
  channel: choice(REQUEST_CHANNELS, say("kênh tiếp nhận", "channel")),
  subject: text(say("thông tin được yêu cầu", "what is asked"), 500, NOBODY, "Without the name of a citizen who asks."),
  number: optional(text(say("số công văn đến", "number of the letter"), 60, NOBODY)),
  topic: optional(choice(VISIT_TOPICS, say("lĩnh vực", "topic"))),
  complexity: optional(choice(REQUEST_COMPLEXITIES, say("mức độ", "whether it is at hand"))),
  unitId,
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was then."),
  receivedOn: day(say("ngày nhận", "received on"), "By the unit that has it."),
  visitId: optional(ref("Visit", say("lượt tác nghiệp", "visit"))),
  promiseId: optional(id(say("thông tin đã hẹn", "promise"), "Of that visit.")),
  assignedTo: optional(text(say("người, bộ phận được giao", "assigned to"), 200, NOBODY)),
  assignedOn: optional(day(say("ngày giao", "assigned on"))),
  clock: one(CLOCK, say("thời hạn", "clock")),
  noticeOn: optional(day(say("ngày thông báo thời hạn giải quyết", "told on that it takes longer"))),
  extendedOn: optional(day(say("ngày thông báo gia hạn", "told on that it is extended"))),
  forwards: many(FORWARD, say("các lần chuyển", "forwarded"), { most: 50, least: 0 }),
  escalations: many(ESCALATION, say("các lần báo cáo cấp trên", "escalations"), { most: 50, least: 0 }),
  outcomes: many(OUTCOME, say("trả lời, từ chối", "answers and refusals"), { most: 200, least: 0 }),
  reopenedOn: optional(day(say("ngày mở lại", "taken up again on"))),
  closedOn: optional(day(say("ngày kết thúc", "closed on"))),
};
export type InformationRequest = DataOf<typeof INFORMATION_REQUEST>;

/** What may be corrected. */
export const CORRECTED = {
  ...needed(INFORMATION_REQUEST, "askerName", "askerContact", "channel"),
  ...needed(INFORMATION_REQUEST, "subject", "number", "receivedOn"),
};

export const BLANK = blankOf(INFORMATION_REQUEST);

/** Every unit that has had it, the one that has it now first. */
export const unitsOf = ({
  unitId: now,
  forwards,
}: Pick<InformationRequest, "unitId" | "forwards">): readonly string[] => [
  ...new Set([now, ...forwards.map(({ fromUnitId }) => fromUnitId)]),
];

/** When the first unit received it. */
export const firstReceivedOn = ({ forwards, receivedOn: now }: Pick<InformationRequest, "receivedOn" | "forwards">) =>
  forwards[0]?.fromReceivedOn ?? now;

/** Something was given, in whole or in part. */
export const wasAnswered = ({ outcomes }: Pick<InformationRequest, "outcomes">): boolean =>
  outcomes.some(({ kind }) => kind !== "REFUSED");

/** What other subjects may know of a request. */
export interface InformationRequestFact extends Pick<
  InformationRequest,
  "status" | "visitId" | "promiseId" | "outcomes"
> {
  readonly requestId: string;
}
