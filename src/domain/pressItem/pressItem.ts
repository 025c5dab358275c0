import {
  blankOf,
  choice,
  type DataOf,
  day,
  id,
  lines,
  many,
  moment,
  needed,
  NOBODY,
  OFFENDERS,
  one,
  optional,
  part,
  records,
  ref,
  refs,
  text,
  written,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { CONFIDENCES, LAW_ORIGINS } from "../law/terms.js";
import { PRESS_AGENCY_KINDS } from "../pressAgency/terms.js";
import { VISIT_TOPICS } from "../visit/terms.js";
import {
  PRESS_DEADLINE_SOURCES,
  PRESS_ITEM_STATUSES,
  PRESS_REQUEST_KINDS,
  PRESS_REQUEST_OUTCOMES,
  PRESS_TONES,
  PRESS_VERDICTS,
  type PressVerdict,
} from "./terms.js";

/**
 * What the press published and somebody must look at (thông tin báo chí nêu), from its capture to what became of it. One
 * stream each. Reprints are items that belong to another, their head: a cluster, which counts once and is handled as one.
 */

const agencyId = ref("PressAgency", say("cơ quan báo chí", "press agency"), "Absent: it is not in the register.");
const reporterId = ref("Reporter", say("tác giả trong sổ phóng viên", "author, as registered"));
const authorName = text(
  say("tên tác giả", "author"),
  200,
  NOBODY,
  "As it was signed: whoever signs a press item does so openly.",
);
export const unitIds = refs("Unit", say("đơn vị liên quan", "units concerned"), { most: 50, least: 0 });
/** Where in the medium it stands. */
export const PLACE = {
  issue: optional(text(say("số báo", "issue"), 60, NOBODY)),
  page: optional(text(say("trang", "page"), 60, NOBODY)),
  timeCode: optional(text(say("thời điểm phát", "time code"), 60, NOBODY, "Of a broadcast, such as `19:03:20`.")),
  section: optional(text(say("chuyên mục, chương trình", "section or programme"), 200, NOBODY)),
};
export const visitId = ref("Visit", say("từ lượt tác nghiệp", "visit of which it came"));
/** Who published it, and who signed it. */
export const SOURCE = {
  agencyId,
  outletName: text(say("tên cơ quan đăng, phát", "name of the outlet"), 300, NOBODY),
  reporterId,
  authorName,
};
/** One place where it was found, and what was captured there. */
export const ADDRESS = {
  url: optional(written("URL", say("địa chỉ", "address"), 2000, NOBODY)),
  capturedAt: moment(say("thời điểm thu thập", "captured at")),
  sha256: optional(
    written(/^[0-9a-f]{64}$/, say("mã băm bản thu thập", "hash"), 64, NOBODY, "SHA-256 of what was captured, in hex."),
  ),
};
export const claim = lines(say("nội dung nêu", "claim"), 4000, OFFENDERS, "It may name whom the press accuses.");
export const finding = lines(say("kết quả xác minh", "finding"), 4000, OFFENDERS);
const paper = text(say("số, ký hiệu văn bản", "number of the paper"), 120, NOBODY);
export const verdict = choice(PRESS_VERDICTS, say("kết luận", "verdict"));
const said = lines(say("nội dung", "what"), 4000, OFFENDERS);
export const reason = lines(say("lý do", "reason"), 1000, NOBODY);

const PRESS_ADDRESS = part(
  "PressItemAddress",
  { addressId: id(say("địa chỉ", "address")), ...ADDRESS },
  "Where a press item was found, when, and the hash of what was captured.",
);

const CLAIM = part(
  "PressItemClaim",
  {
    claimId: id(say("nội dung nêu", "claim")),
    what: claim,
    verdict: optional(verdict),
    finding: optional(finding),
  },
  "One thing that a press item says, and what verification found of it.",
);

const RULE = part(
  "PressDeadlineRule",
  {
    key: text(say("mã quy định", "key"), 60, NOBODY),
    instrument: text(say("văn bản", "instrument"), 60, NOBODY),
    validFrom: day(say("có hiệu lực từ ngày", "valid from")),
    origin: choice(LAW_ORIGINS, say("nguồn", "origin")),
    confidence: choice(CONFIDENCES, say("độ tin cậy", "confidence")),
  },
  "The row of law from which a deadline follows, as it was then.",
);

export const EXTENSION = part(
  "PressItemExtension",
  {
    dueOn: day(say("thời hạn mới", "due on")),
    paper: optional(paper),
    reason,
    extendedAt: moment(say("thời điểm gia hạn", "extended at")),
  },
  "A deadline that was extended (gia hạn).",
);

export const ASSIGNMENT = part(
  "PressItemAssignment",
  {
    unitId: ref("Unit", say("đơn vị được giao", "unit")),
    unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was then."),
    assignedAt: moment(say("thời điểm giao", "assigned at")),
    source: choice(PRESS_DEADLINE_SOURCES, say("căn cứ thời hạn", "source of the deadline")),
    paper: optional(paper),
    instruction: optional(said),
    dueOn: optional(day(say("thời hạn", "due on"), "The last day; null where a clock runs.")),
    dueAt: optional(moment(say("thời hạn theo giờ", "due at"), "The last moment, where the period is in hours.")),
    rule: optional(one(RULE, say("quy định của pháp luật", "rule of law"))),
    unitRuleId: optional(ref("UnitRule", say("quy chế của đơn vị", "the unit's own rule"))),
    acknowledgeBy: optional(day(say("hạn tiếp nhận", "to be acknowledged by"))),
    acknowledgedAt: optional(moment(say("thời điểm tiếp nhận", "acknowledged at"))),
    extensions: many(EXTENSION, say("các lần gia hạn", "extensions"), { most: 50, least: 0 }),
    handledOn: optional(day(say("ngày xử lý xong", "handled on"), "The day of the first remedy, reply or request.")),
    handledAt: optional(moment(say("thời điểm xử lý xong", "handled at"))),
  },
  "Who was to handle a press item, by when, and where that deadline comes from. The last one stands.",
);

export const REMEDY = part(
  "PressItemRemedy",
  { on: day(say("ngày", "on")), what: said, document: optional(paper) },
  "What was put right (khắc phục, chấn chỉnh).",
);

export const REQUEST = part(
  "PressItemRequest",
  {
    requestId: id(say("yêu cầu", "request")),
    kind: choice(PRESS_REQUEST_KINDS, say("loại", "kind")),
    document: paper,
    conclusion: optional(paper),
    sentOn: day(say("ngày gửi", "sent on")),
    answerBy: optional(day(say("hạn đăng", "to be published by"))),
    outcome: choice(PRESS_REQUEST_OUTCOMES, say("kết quả", "outcome")),
    answeredOn: optional(day(say("ngày đăng hoặc từ chối", "answered on"))),
    publishedAt: optional(written("URL", say("nơi đăng", "where it was published"), 2000, NOBODY)),
    place: optional(text(say("vị trí đăng", "place"), 200, NOBODY)),
    answer: optional(lines(say("nội dung trả lời", "answer"), 2000, OFFENDERS)),
  },
  "A reply or a correction that a press agency was asked to publish, and what came of it.",
);

export const ESCALATION = part(
  "PressItemEscalation",
  {
    on: day(say("ngày", "on")),
    to: text(say("nơi nhận", "to whom"), 200, NOBODY, "A body, not a person."),
    document: optional(paper),
    what: said,
  },
  "Whom it was taken to (chuyển cấp trên, cơ quan quản lý báo chí, tòa án).",
);

export const REOPENING = part(
  "PressItemReopening",
  { on: day(say("ngày mở lại", "reopened on")), reason },
  "Why it was taken up again.",
);

/** What is known of a press item, and shown. */
export const PRESS_ITEM = {
  status: choice(PRESS_ITEM_STATUSES, say("trạng thái", "status")),
  title: text(say("tên tin, bài", "title"), 500, NOBODY, "As it was published."),
  agencyId: optional(agencyId),
  outletName: text(say("tên cơ quan đăng, phát", "name of the outlet"), 300, NOBODY, "As it was on that day."),
  reporterId: optional(reporterId),
  authorName: optional(authorName),
  medium: choice(PRESS_AGENCY_KINDS, say("loại hình báo chí", "medium")),
  publishedOn: day(say("ngày đăng, phát", "published on")),
  ...PLACE,
  addresses: many(PRESS_ADDRESS, say("địa chỉ", "addresses"), { most: 100, least: 0 }),
  topic: choice(VISIT_TOPICS, say("lĩnh vực", "topic")),
  unitIds,
  visitId: optional(ref("Visit", say("từ lượt tác nghiệp", "came of the visit"))),
  headId: optional(
    ref("PressItem", say("tin, bài đứng đầu nhóm", "head of its cluster"), "Null: it is a head itself."),
  ),
  tone: optional(choice(PRESS_TONES, say("phân loại", "tone"))),
  claims: many(CLAIM, say("các nội dung nêu", "claims"), { most: 200, least: 0 }),
  assignments: many(ASSIGNMENT, say("các lần giao xử lý", "assignments"), { most: 100, least: 0 }),
  verdict: optional(choice(PRESS_VERDICTS, say("kết quả xác minh", "verdict"), "It follows from those on the claims.")),
  verifiedOn: optional(day(say("ngày xác minh", "verified on"))),
  conclusion: optional(paper),
  remedies: many(REMEDY, say("khắc phục, chấn chỉnh", "remedies"), { most: 100, least: 0 }),
  requests: many(REQUEST, say("phản hồi, yêu cầu cải chính", "replies and corrections"), { most: 100, least: 0 }),
  escalations: many(ESCALATION, say("các lần chuyển cấp", "escalations"), { most: 100, least: 0 }),
  consequencesIds: records(say("hồ sơ là hệ quả", "what came of it"), { most: 200, least: 0 }),
  closedOn: optional(day(say("ngày kết thúc", "closed on"))),
  closing: optional(said),
  reopenings: many(REOPENING, say("các lần mở lại", "reopenings"), { most: 100, least: 0 }),
};
export type PressItem = DataOf<typeof PRESS_ITEM>;

/** What may be corrected. */
export const CORRECTED = {
  ...needed(PRESS_ITEM, "title", "medium", "publishedOn"),
  ...PLACE,
  ...needed(PRESS_ITEM, "topic", "unitIds"),
  visitId,
  ...needed(PRESS_ITEM, "tone"),
  ...SOURCE,
};
export type PressItemAddress = PressItem["addresses"][number];
export type PressItemClaim = PressItem["claims"][number];
export type PressItemAssignment = PressItem["assignments"][number];
export type PressItemRequest = PressItem["requests"][number];

export const BLANK = blankOf(PRESS_ITEM);

/** The assignment that stands. */
export const inCharge = ({ assignments }: PressItem): PressItemAssignment | undefined => assignments.at(-1);

/** Whose it is in figures: the unit that handles it, else the first one concerned. */
export const unitOf = (item: PressItem): string | null => inCharge(item)?.unitId ?? item.unitIds[0] ?? null;

/** Whether it was handled within its deadline. */
export const inTime = ({ dueOn, dueAt, handledOn, handledAt }: PressItemAssignment): boolean =>
  dueAt === null ? (handledOn ?? "") <= (dueOn ?? "") : (handledAt ?? "") <= dueAt;

/** All claims alike: that; something true and something false: partly; else it is not settled. */
export function verdictOn(verdicts: readonly PressVerdict[]): PressVerdict {
  const [first = "UNDETERMINED"] = verdicts;
  if (verdicts.every((one) => one === first)) return first;
  const [someTrue, someFalse] = (["TRUE", "FALSE"] as const).map((which) =>
    verdicts.some((one) => one === which || one === "PARTLY"),
  );
  return someTrue && someFalse ? "PARTLY" : "UNDETERMINED";
}

/**
 * What two addresses of one page have in common: neither scheme nor `www.`, neither anchor nor a trailing slash nor what
 * only says by which way a reader came. What follows the host keeps its capitals.
 */
export function addressKey(url: string): string {
  const [address = ""] = url
    .trim()
    .replace(/^[a-z]+:\/\//i, "")
    .split("#");
  const [path = "", query = ""] = address.split("?");
  const kept = query.split("&").filter((one) => one !== "" && !/^(utm_|fbclid=|gclid=|zarsrc=)/i.test(one));
  const [host = "", ...rest] = path.replace(/\/+$/, "").split("/");
  const named = [host.toLowerCase().replace(/^(www|m)\./, ""), ...rest].join("/");
  return kept.length === 0 ? named : `${named}?${kept.join("&")}`;
}

/** What other subjects, and its own steps, may know of an item. */
export interface PressItemFact extends PressItem {
  readonly pressItemId: string;
}
