import {
  blankOf,
  choice,
  choices,
  type DataOf,
  day,
  id,
  ids,
  lines,
  many,
  moment,
  needed,
  NOBODY,
  optional,
  part,
  records,
  ref,
  refs,
  text,
  texts,
  written,
  yes,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { OVERSIGHT_MATTERS, OVERSIGHT_STATUSES, RECOMMENDATION_PROGRESS, RECOMMENDATION_RESPONSES } from "./terms.js";

/**
 * A supervision of the people's council or one of its committees (giám sát của Hội đồng nhân dân), from its place in the
 * programme to what became of each recommendation. One stream each. Law on Supervision 87/2015/QH13 with Resolution
 * 594/NQ-UBTVQH15; from 1 March 2026 Law 121/2025/QH15. The days stand in its decision: none is computed.
 */

const paper = text(say("số, ký hiệu văn bản", "number of the paper"), 120, NOBODY);
const said = lines(say("nội dung", "what"), 4000, NOBODY);
const unitId = ref("Unit", say("đơn vị", "unit"));
const unitName = text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was then.");

export const REPORT = part(
  "OversightReport",
  {
    reportId: id(say("báo cáo", "report")),
    unitId,
    unitName,
    what: said,
    dueOn: day(say("thời hạn gửi", "due on")),
    receivedOn: optional(day(say("ngày nhận", "received on"))),
    document: optional(paper),
  },
  "A report that the committee asked of a unit (báo cáo theo đề cương), and when it came.",
);

export const FIELD_WORK = part(
  "OversightFieldWork",
  { on: day(say("ngày làm việc", "on")), unitId: optional(unitId), what: said },
  "Work on site (khảo sát, làm việc tại đơn vị).",
);

export const COMMENT = part(
  "OversightComment",
  { on: day(say("ngày", "on")), unitId: optional(unitId), what: said },
  "What was said to the draft (ý kiến về dự thảo).",
);

/** Which entries of a figure count: those with one of these values. */
export const FIGURE_FILTER = part(
  "LaidFigureFilterInput",
  {
    dimension: text(say("tiêu chí", "dimension"), 40, NOBODY, "UNIT, AGENCY, TOPIC and so on, as in `groupBy`."),
    values: texts(
      say("giá trị", "values"),
      { most: 100, max: 60 },
      NOBODY,
      "Ids as bare UUIDs, terms as they are called.",
    ),
  },
  "Of what a figure laid before the committee counts only a part.",
);
export const FIGURE = {
  label: text(say("tên gọi trong báo cáo", "label"), 300, NOBODY, "As the report calls it."),
  measure: text(say("chỉ tiêu", "measure"), 60, NOBODY, "A name of `FigureMeasure`, of whatever subject."),
  from: day(say("từ ngày", "from")),
  to: day(say("đến ngày", "to")),
};
export const bySuccessor = say("tính cho đơn vị kế thừa", "counted under the successors");

export const LAID_FIGURE = part(
  "LaidFigure",
  {
    figureId: id(say("số liệu", "figure")),
    ...FIGURE,
    filters: many(FIGURE_FILTER, say("phạm vi", "filters"), { most: 8, least: 0 }),
    bySuccessor: yes(bySuccessor),
    value: text(
      say("giá trị khi trình", "value"),
      30,
      NOBODY,
      "As it was laid before the committee. It never changes.",
    ),
    position: text(say("vị trí trong sổ", "position"), 30, NOBODY, "The place of the ledger on which it rests."),
    on: day(say("ngày chốt", "on"), "The day that counted as today."),
    laidOn: day(say("ngày trình", "laid on")),
  },
  "A figure as it was laid before the committee: kept with its question, so that it opens to its evidence for ever.",
);

export const FINDING = part(
  "OversightFinding",
  {
    findingId: id(say("nhận định", "finding")),
    matter: choice(OVERSIGHT_MATTERS, say("nội dung", "matter")),
    unitIds: refs("Unit", say("đơn vị liên quan", "units"), { most: 50, least: 0 }),
    what: said,
    figureIds: ids(say("số liệu dẫn chứng", "figures"), { most: 50, least: 0 }),
  },
  "What the committee found (nhận định, đánh giá).",
);

export const RECOMMENDATION = part(
  "OversightRecommendation",
  {
    recommendationId: id(say("kiến nghị", "recommendation")),
    unitId,
    unitName,
    what: said,
    dueOn: optional(day(say("thời hạn", "due on"))),
    response: choice(RECOMMENDATION_RESPONSES, say("ý kiến của đơn vị", "response")),
    responseOn: optional(day(say("ngày trả lời", "answered on"))),
    responseText: optional(lines(say("nội dung trả lời", "answer"), 4000, NOBODY)),
    progress: choice(RECOMMENDATION_PROGRESS, say("thực hiện", "progress")),
    plannedFor: optional(day(say("dự kiến hoàn thành", "planned for"))),
    doneOn: optional(day(say("ngày hoàn thành", "done on"))),
    how: optional(lines(say("kết quả thực hiện", "how it was carried out"), 4000, NOBODY)),
    evidenceIds: records(say("hồ sơ chứng minh", "evidence"), { most: 50, least: 0 }),
    confirmedOn: optional(day(say("ngày xác nhận", "confirmed on"))),
  },
  "What the committee recommends to one unit, on two axes: what the unit says to it, and how far it is carried out.",
);

/** What is known of a supervision, and shown. */
export const OVERSIGHT = {
  status: choice(OVERSIGHT_STATUSES, say("trạng thái", "status")),
  title: text(say("nội dung, tên cuộc giám sát", "title"), 500, NOBODY),
  committee: text(say("cơ quan giám sát", "who supervises"), 200, NOBODY, "E.g. Ban Văn hóa – Xã hội."),
  matters: choices(OVERSIGHT_MATTERS, say("nội dung giám sát", "matters")),
  supervisedIds: refs("Unit", say("đơn vị chịu sự giám sát", "supervised units"), { most: 50 }),
  law: text(
    say("luật áp dụng", "law"),
    40,
    NOBODY,
    "The key of the law under which it is held, by the day of its decision.",
  ),
  examinedFrom: optional(day(say("thời kỳ giám sát từ ngày", "period examined from"))),
  examinedTo: optional(day(say("thời kỳ giám sát đến ngày", "period examined to"))),
  programmedFor: optional(day(say("dự kiến trong chương trình", "programmed for"))),
  decision: optional(paper),
  decidedOn: optional(day(say("ngày quyết định", "decided on"))),
  outline: optional(lines(say("đề cương, kế hoạch", "plan and outline"), 8000, NOBODY)),
  notifiedOn: optional(day(say("ngày thông báo", "notified on"))),
  reports: many(REPORT, say("báo cáo yêu cầu", "reports asked for"), { most: 200, least: 0 }),
  fieldWork: many(FIELD_WORK, say("làm việc tại đơn vị", "work on site"), { most: 200, least: 0 }),
  draftedOn: optional(day(say("ngày dự thảo", "drafted on"))),
  comments: many(COMMENT, say("ý kiến về dự thảo", "comments"), { most: 200, least: 0 }),
  sessionAt: optional(moment(say("thời điểm họp", "session"))),
  minutes: optional(paper),
  figures: many(LAID_FIGURE, say("số liệu đã trình", "figures laid before it"), { most: 200, least: 0 }),
  findings: many(FINDING, say("nhận định", "findings"), { most: 200, least: 0 }),
  conclusion: optional(paper),
  concludedOn: optional(day(say("ngày kết luận", "concluded on"))),
  conclusionText: optional(lines(say("nội dung kết luận", "conclusion"), 20000, NOBODY)),
  sentOn: optional(day(say("ngày gửi kết luận", "sent on"))),
  publishedOn: optional(day(say("ngày công khai", "published on"))),
  publishedAt: optional(written("URL", say("nơi công khai", "where it is published"), 500, NOBODY)),
  recommendations: many(RECOMMENDATION, say("kiến nghị", "recommendations"), { most: 300, least: 0 }),
  endedOn: optional(day(say("ngày kết thúc", "ended on"))),
  endReason: optional(lines(say("lý do", "reason"), 1000, NOBODY)),
  followedById: optional(ref("Oversight", say("cuộc giám sát tiếp theo", "taken up in"))),
};
export type Oversight = DataOf<typeof OVERSIGHT>;

/** What may be corrected. */
export const CORRECTED = {
  ...needed(OVERSIGHT, "title", "committee", "matters", "supervisedIds"),
  ...needed(OVERSIGHT, "examinedFrom", "examinedTo", "decision", "outline"),
};
export type LaidFigure = Oversight["figures"][number];
export type OversightRecommendation = Oversight["recommendations"][number];

export const BLANK = blankOf(OVERSIGHT);

/** A unit that is supervised, or to which something was recommended. */
export const unitsOf = ({ supervisedIds: supervised, recommendations }: Oversight): readonly string[] => [
  ...new Set([...supervised, ...recommendations.map((one) => one.unitId)]),
];
