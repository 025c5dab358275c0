import {
  asIn,
  blankOf,
  choice,
  choices,
  type DataOf,
  day,
  id,
  lines,
  many,
  moment,
  NAMED,
  NOBODY,
  noted,
  one,
  optional,
  part,
  ref,
  shownAs,
  text,
  written,
  yes,
} from "../kernel/fields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { UnitFact } from "../unit/unit.js";
import * as fields from "./fields.js";
import type { StepDays } from "./periods.js";
import { type CoordinationRole, INSPECTION_STATUSES, PUBLICATION_FORMS, RECOMMENDATION_STATES } from "./terms.js";

/**
 * An inspection or a check (thanh tra, kiểm tra): planned or not, decided, announced, carried out, reported, concluded,
 * published, implemented. Laws on Inspection 2010, 2022 (11/2022/QH15) and 2025 (84/2025/QH15).
 */

const on = day(say("ngày", "on"));
const SOME = { most: 1000, least: 0 };
/** Both days included. */
export type Period = DataOf<typeof fields.PERIOD.fields>;

const BODY = part(
  "InspectionBody",
  {
    unitId: noted(fields.BODY.fields.unitId, "Null for a body outside it."),
    name: text(say("tên cơ quan", "name of the body"), 300, NOBODY),
  },
  "A body under the name it had on the day; a unit of the register, or one outside it.",
);
export type Body = DataOf<typeof BODY.fields>;

const COORDINATOR = part(
  "InspectionCoordinator",
  { ...BODY.fields, ...asIn(fields.COORDINATOR.fields, "role") },
  "A coordinating body (cơ quan phối hợp).",
);
export type Coordinator = DataOf<typeof COORDINATOR.fields>;

/** All but the name, of which not everyone sees the same. */
export const TARGET = part(
  "InspectionTarget",
  {
    targetId: shownAs(
      "id",
      id(say("đối tượng", "target"), "Give it to `recordFinding`, and to `amendInspection` for a target that stays."),
    ),
    ...asIn(fields.TARGET.fields, "kind", "unitId", "pressAgencyId"),
  },
  "Whom it examines (đối tượng), under the name on the day.",
);
export interface InspectionTarget extends DataOf<typeof TARGET.fields> {
  readonly name: string;
}

export const RESERVED_OPINION = part(
  "ReservedOpinionInput",
  {
    by: text(say("người có ý kiến", "by"), 120, NAMED, "Whose opinion it is."),
    opinion: lines(say("nội dung ý kiến", "opinion"), 2000, NAMED),
  },
  "Ý kiến bảo lưu.",
);

export const EXTENSION = part("InspectionExtension", {
  on: day(say("ngày gia hạn", "extended on")),
  until: day(say("gia hạn đến ngày", "until"), "The new last day on site."),
  document: fields.paper("quyết định gia hạn", "decision to extend"),
});

export const SUSPENSION = part("InspectionSuspension", {
  from: day(say("tạm dừng từ ngày", "suspended from")),
  to: optional(day(say("tạm dừng đến ngày", "suspended until"), "The day on which it went on.")),
  document: optional(fields.paper("văn bản tạm dừng", "document")),
  reason: fields.reason,
});

export const REPORT = part(
  "InspectionReport",
  {
    on,
    summary: fields.summary,
    draftDueOn: optional(
      day(
        say("hạn xây dựng dự thảo kết luận", "the draft is due on"),
        "The last day for the draft conclusion, if one was set; else the law's period runs, where it has one.",
      ),
    ),
  },
  "The team's report (báo cáo kết quả thanh tra).",
);

export const DRAFT_ASSIGNMENT = part(
  "DraftAssignment",
  { on, to: text(say("người được giao", "to whom"), 200, NOBODY, "The head of the team.") },
  "Giao xây dựng dự thảo kết luận: to whom, and when.",
);

export const CONCLUSION = part(
  "InspectionConclusion",
  {
    number: fields.conclusionNumber,
    signedOn: day(say("ngày ký", "signed on")),
    summary: noted(fields.summary, "Once it is public, everyone sees it."),
  },
  "Kết luận thanh tra.",
);

export const PUBLICATION = part(
  "ConclusionPublication",
  {
    on: day(say("ngày công khai", "published on")),
    forms: choices(PUBLICATION_FORMS, say("hình thức công khai", "forms")),
    address: optional(
      written("URL", say("địa chỉ công khai", "address"), 500, NOBODY, "The address of the publication on the portal."),
    ),
  },
  "Công khai kết luận.",
);

export const IMPLEMENTATION = part("ConclusionImplementation", {
  on: day(say("ngày ban hành", "issued on")),
  document: fields.paper("văn bản thực hiện kết luận", "document of the implementation"),
});

export const CHECK = part(
  "CheckMinutes",
  { on, minutes: fields.paper("biên bản kiểm tra", "minutes"), summary: fields.summary },
  "A check that ended with minutes (biên bản kiểm tra).",
);

const CANCELLATION = part("InspectionCancellation", { on, reason: fields.reason });

const CORRECTION = part(
  "InspectionCorrection",
  { at: moment(say("thời điểm", "at")), reason: fields.reason },
  "A correction of the record: when, and why.",
);

/** What the API shows of a finding, with its target. */
export const FINDING = {
  findingId: shownAs("id", id(say("kết quả thanh tra, kiểm tra", "finding"))),
  description: lines(say("nội dung ghi nhận", "description"), 5000, NAMED),
  isViolation: yes(say("là vi phạm", "it is a violation"), "Minutes of it open a violation case."),
  on,
};
export interface Finding extends DataOf<typeof FINDING> {
  /** The target it is about; null: all of them, or none in particular. */
  readonly targetId: string | null;
}

const assignee = optional(one(BODY, say("cơ quan được giao thực hiện", "assignee")));

export const PROGRESS = part(
  "RecommendationProgress",
  {
    on: day(say("ngày cập nhật", "on")),
    state: choice(RECOMMENDATION_STATES, say("tình trạng", "state")),
    assignee,
    note: optional(lines(say("ghi chú", "note"), 2000, NAMED)),
  },
  "A step in the follow-up of a recommendation.",
);
export type RecommendationStep = DataOf<typeof PROGRESS.fields>;

/** With a follow-up of its own: ./recommendation.ts. */
export const RECOMMENDATION = part(
  "InspectionRecommendation",
  {
    recommendationId: shownAs(
      "id",
      id(say("kiến nghị", "recommendation"), "Give it to `recordRecommendationProgress`."),
    ),
    ...asIn(PROGRESS.fields, "state"),
    what: lines(say("nội dung kiến nghị", "what is recommended"), 2000, NAMED),
    madeOn: day(say("ngày lập", "made on")),
    addressee: one(BODY, say("cơ quan thực hiện kiến nghị", "addressee"), "Who is to follow it."),
    assignee: noted(assignee, "To whom it was assigned last."),
    dueOn: optional(day(say("hạn thực hiện", "due on"))),
    findingId: optional(id(say("kết quả làm căn cứ", "finding"), "The finding on which it rests.")),
    steps: shownAs(
      "progress",
      many(PROGRESS, say("quá trình thực hiện", "progress"), SOME, "In the order in which it was recorded."),
    ),
  },
  "A recommendation (kiến nghị) of a conclusion or of minutes, with its own follow-up.",
);
export type Recommendation = DataOf<typeof RECOMMENDATION.fields>;

/** What is known of an inspection, and shown as it is kept. */
export const INSPECTION = {
  status: choice(INSPECTION_STATUSES, say("trạng thái", "status")),
  kind: fields.kind,
  plan: optional(noted(fields.plan, "The plan that has it, as cited; null: unplanned (đột xuất).")),
  decisionNumber: optional(noted(fields.decisionNumber, "Null while it is only planned.")),
  decidedOn: optional(noted(fields.decidedOn, "The day on which it counts; null while it is only planned.")),
  lead: one(BODY, fields.lead.words),
  coordinators: many(COORDINATOR, fields.coordinators.words, SOME),
  team: noted(fields.team, "Empty while it is only planned."),
  targets: many(TARGET, fields.targets.words, SOME),
  periodExamined: optional(noted(fields.periodExamined, "The time looked into; null while it is only planned.")),
  announcedOn: optional(day(say("ngày công bố quyết định", "announced on"))),
  startedOn: optional(day(say("ngày bắt đầu", "started on"))),
  extensions: many(EXTENSION, say("các lần gia hạn", "extensions"), SOME),
  suspensions: many(SUSPENSION, say("các lần tạm dừng", "suspensions"), SOME),
  fieldworkEndedOn: optional(day(say("ngày kết thúc tiến hành trực tiếp", "work on site ended on"))),
  report: optional(one(REPORT, say("báo cáo kết quả", "report"))),
  draftAssigned: optional(one(DRAFT_ASSIGNMENT, say("giao xây dựng dự thảo kết luận", "who drafts the conclusion"))),
  reservedOpinions: many(RESERVED_OPINION, say("ý kiến bảo lưu", "reserved opinions"), SOME),
  publication: optional(one(PUBLICATION, say("việc công khai kết luận", "publication"))),
  implementation: optional(one(IMPLEMENTATION, say("văn bản thực hiện kết luận", "document that carries it out"))),
  check: optional(one(CHECK, say("kết quả kiểm tra", "check"))),
  closedOn: optional(day(say("ngày kết thúc", "closed on"))),
  cancelled: optional(one(CANCELLATION, say("việc hủy bỏ", "cancellation"))),
  reinspectsId: optional(
    ref(
      "Inspection",
      say("thanh tra, kiểm tra lại cuộc", "inspects again"),
      "The inspection that this one does again.",
    ),
  ),
  lateEntryReason: optional(
    text(say("lý do nhập muộn", "why it was entered late"), 500, NAMED, "Why it was entered on a later day."),
  ),
  corrections: many(CORRECTION, say("các lần sửa", "corrections"), SOME),
  duplicateOfId: optional(
    ref("Inspection", say("trùng với hồ sơ", "duplicate of"), "Set when it was voided as entered twice."),
  ),
};
export interface Inspection extends DataOf<typeof INSPECTION> {
  readonly inspectionId: string;
  /** Shown with initials to those who may not read the names in it: ./names.ts. */
  readonly title: string;
  readonly targets: readonly InspectionTarget[];
  /** Persons and household businesses that it named as targets before, and names no more: ./names.ts. */
  readonly formerPersons: readonly InspectionTarget[];
  /** When it is to be on site (thời gian tiến hành), as planned or decided; extensions are told by themselves. */
  readonly onSite: Period;
  /** The day of the plan; of the decision as first entered, if there was no plan. */
  readonly begunOn: LocalDate;
  /** The day of the first step after the decision; the decision cannot be later. */
  readonly firstStepOn: LocalDate | null;
  /** The day of the last step (not of a correction, finding or recommendation); the next cannot be earlier. */
  readonly lastStepOn: LocalDate;
  /** The days of the drafts of the conclusion, in order. */
  readonly draftedOn: readonly LocalDate[];
  readonly conclusion: DataOf<typeof CONCLUSION.fields> | null;
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
}

/** What an inspection has none of at first. */
export const BLANK = {
  ...blankOf(INSPECTION),
  formerPersons: [],
  firstStepOn: null,
  draftedOn: [],
  conclusion: null,
  findings: [],
  recommendations: [],
} as const satisfies Partial<Inspection>;

/** What a plan says of an inspection. */
export type PlannedContent = Pick<Inspection, "kind" | "title" | "lead" | "coordinators" | "targets" | "onSite">;
/** What is there from the decision (quyết định thanh tra) on, and only then. */
export const OF_DECISION = ["decisionNumber", "decidedOn", "team", "periodExamined"] as const;
/** What the decision says of it. */
export type DecidedContent = PlannedContent & {
  readonly [K in (typeof OF_DECISION)[number]]: NonNullable<Inspection[K]>;
};
/** What a correction changes; what is absent stays. */
export type InspectionChanges = Partial<DecidedContent>;

export const isDecided = (inspection: Inspection): inspection is Inspection & DecidedContent =>
  inspection.decidedOn !== null;

/** The day of the decision, or until then the first planned day on site: by what lists are ordered. */
export const sortOn = ({ decidedOn, onSite }: Inspection): LocalDate => decidedOn ?? onSite.from;

/** The days on site, with their extensions. */
export const onSiteOf = ({ onSite, extensions }: Inspection): Period => ({
  from: onSite.from,
  to: extensions.at(-1)?.until ?? onSite.to,
});

/** The day of the conclusion, or of the minutes of a check: from then on there are recommendations. */
export const concludedOn = ({ conclusion, check }: Inspection): LocalDate | null =>
  conclusion?.signedOn ?? check?.on ?? null;

/** The day whose names hold: of the decision, or of the plan. */
export const dayOfNames = ({ decidedOn, begunOn }: Inspection): LocalDate => decidedOn ?? begunOn;

/** The days from which, and by which, its deadlines are reckoned. */
export const stepDaysOf = ({
  report,
  draftAssigned,
  draftedOn,
  conclusion,
  publication,
  implementation,
}: Inspection): StepDays => ({
  reportedOn: report?.on ?? null,
  assignedOn: draftAssigned?.on ?? null,
  draftDueOn: report?.draftDueOn ?? null,
  draftedOn,
  concludedOn: conclusion?.signedOn ?? null,
  publishedOn: publication?.on ?? null,
  implementedOn: implementation?.on ?? null,
});

/** Not void, and not cancelled before anybody was told of it: what every figure of inspections counts, once decided. */
export const isCounted = ({ status, announcedOn }: Inspection): boolean =>
  status !== "VOIDED" && (status !== "CANCELLED" || announcedOn !== null);

/** The units of the register among these bodies. */
export const unitIdsOf = (bodies: readonly Body[]): string[] => bodies.flatMap(({ unitId }) => unitId ?? []);

/** What others may know of an inspection, now. */
export type InspectionFact = Pick<Inspection, "inspectionId" | "status">;

// What is looked up -------------------------------------------------------------------------------------------------

/** A body as somebody names it: a unit of the register, looked up, or another by its name. */
export type NamedBody = { readonly unit: UnitFact } | { readonly name: string };
export type NamedCoordinator = NamedBody & { readonly role: CoordinationRole };

/** A target with the name it had on the day. `isKept`: the caller says by its id that it is one already named. */
export interface NamedTarget extends InspectionTarget {
  readonly isKept: boolean;
}

/** Who takes part, as the register has them. */
export interface TakingPart {
  readonly lead: NamedBody;
  readonly coordinators: readonly NamedCoordinator[];
  readonly targets: readonly NamedTarget[];
}
export interface PlanGiven extends TakingPart, Pick<PlannedContent, "kind" | "title" | "onSite"> {}
export interface DecisionGiven extends PlanGiven, Pick<DecidedContent, (typeof OF_DECISION)[number]> {}

/** A correction: what is null stays. `standing`: the units that take part already, as the register has them now. */
export type AmendmentGiven = { readonly [K in keyof DecisionGiven]: DecisionGiven[K] | null } & {
  readonly standing: readonly UnitFact[];
};
