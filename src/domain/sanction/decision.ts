import {
  asIn,
  choice,
  count,
  type DataOf,
  day,
  id,
  lines,
  many,
  needed,
  NOBODY,
  noted,
  OFFENDERS,
  ofOffenders,
  one,
  optional,
  part,
  ref,
  shownAs,
  text,
  vnd,
  written,
} from "../kernel/fields.js";
import type { Vnd } from "../kernel/money.js";
import { DECISION_NUMBER } from "../kernel/taking.js";
import { addDays, addMonths, type LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import {
  type FiningPower,
  LAW_REFERENCE,
  type LawReference,
  type ParameterRule,
  type ViolationRule,
} from "../law/lawBook.js";
import { type SignerPost, type SubjectBasis, SUBJECT_KINDS } from "../law/terms.js";
import type { CaseFact } from "../violationCase/violationCase.js";
import { acts, complaintId, LINE, LINES, MEASURE, measures, MEASURES, reason, signer, SIGNER } from "./fields.js";
import {
  ANNULMENT_GROUNDS,
  DECISION_PAPERS,
  MEASURE_KINDS,
  MEASURE_STATES,
  type SanctionStatus,
  SUBJECT_FACTORS,
} from "./terms.js";

/** The decision itself (quyết định xử phạt vi phạm hành chính): issued, served, corrected, amended, annulled, replaced. */

export const SANCTIONED_PARTY = part(
  "SanctionedParty",
  {
    partyId: shownAs("id", id(say("mã định danh", "identifier"), "As the case knows the party.")),
    kind: choice(SUBJECT_KINDS, say("loại đối tượng", "kind of subject")),
  },
  "Who is sanctioned, as named on the decision.",
);
export interface SanctionedParty extends DataOf<typeof SANCTIONED_PARTY.fields> {
  readonly name: string;
}

export const SANCTION_ISSUER = part(
  "SanctionIssuer",
  {
    unitId: ref("Unit", say("đơn vị", "unit"), "The unit itself, as of the answer's basis."),
    name: text(say("tên cơ quan", "name of the issuer"), 300, NOBODY),
  },
  "The unit that issued the decision, under the name it had on the day of signing.",
);

/** Who signed, in which post, on whose behalf (giao quyền). */
export type Signer = DataOf<typeof SIGNER.fields>;

export const FINE_FRAME = part(
  "FineFrame",
  { min: vnd(say("tối thiểu", "lowest")), max: vnd(say("tối đa", "highest")) },
  "Khung tiền phạt, for this subject: halved or doubled already.",
);

export const SANCTION_LINE = part(
  "SanctionLine",
  {
    violationId: noted(LINE.fields.violationId, "The act as the minutes of the case have it."),
    code: text(say("mã hành vi", "code of the violation"), 40, NOBODY, "For example `119.29.2`."),
    actEndedOn: day(say("ngày chấm dứt hành vi", "end of the act"), "The day by which the law of the act is chosen."),
    title: optional(text(say("tên ấn phẩm", "title of the publication"), 300, NOBODY)),
    copies: optional(count(say("số bản", "copies"))),
    frame: optional(
      one(FINE_FRAME, say("khung tiền phạt", "frame of the fine"), "Null: there is no fine for this line."),
    ),
    subjectFactor: choice(SUBJECT_FACTORS, say("hệ số theo đối tượng", "factor of the subject")),
    ...needed(LINE.fields, "circumstances", "warning"),
    amount: vnd(LINE.fields.amount.words, "Zero for a warning."),
    law: one(LAW_REFERENCE, say("căn cứ pháp luật", "law"), "The row that was applied."),
    lawOfAct: optional(
      one(
        LAW_REFERENCE,
        say("quy định tại thời điểm vi phạm", "law of the day of the act"),
        "Where a later, more favourable one was applied instead.",
      ),
    ),
  },
  "One act of a decision; of publications without invoices, one title.",
);
export type SanctionLine = DataOf<typeof SANCTION_LINE.fields>;
/** As an event tells it: without a later law, nothing of the law of the day of the act. */
export type LineDecided = Omit<SanctionLine, "lawOfAct"> & { readonly lawOfAct?: LawReference };
export const lineIn = (decided: LineDecided): SanctionLine => ({ lawOfAct: null, ...decided });

/** What is ordered besides the fine. */
const ORDERED = {
  kind: choice(MEASURE_KINDS, MEASURE.fields.kind.words),
  ...asIn(MEASURE.fields, "remedy", "months", "description", "dueOn"),
};
const measureId = id(say("biện pháp", "measure"));

export const SANCTION_MEASURE = part(
  "SanctionMeasure",
  {
    measureId: shownAs("id", noted(measureId, "Give it to `recordSanctionMeasure`.")),
    ...ORDERED,
    ...needed(MEASURE.fields, "seizureIds"),
    state: choice(MEASURE_STATES, say("tình trạng thi hành", "state")),
    doneOn: optional(day(say("ngày thi hành", "done on"))),
    note: optional(lines(say("ghi chú", "note"), 1000, OFFENDERS)),
  },
  "What is ordered besides the fine, with its own state of execution.",
);
export type MeasureStanding = DataOf<typeof SANCTION_MEASURE.fields>;
/** As the decision, or an amendment, orders it. */
export type OrderedMeasure = Omit<MeasureStanding, "state" | "doneOn" | "note">;
export const orderedIn = ({
  state: _state,
  doneOn: _doneOn,
  note: _note,
  ...ordered
}: MeasureStanding): OrderedMeasure => ordered;

/** The content of a decision, as events tell it: what an amendment may change. */
export interface DecisionContent {
  readonly lines: readonly LineDecided[];
  readonly measures: readonly OrderedMeasure[];
}

/** A suspension runs at the earliest from the signing; the last day of its months is still suspended. */
export const suspensionEndsOn = ({ signedOn }: { readonly signedOn: LocalDate }, months: number): LocalDate =>
  addDays(addMonths(signedOn, months), -1);

/** Who may not read the names of offenders is shown no slip at all, so nothing more is masked in it. */
export const DECISION_SLIP = part(
  "DecisionSlip",
  {
    what: lines(say("nội dung sai sót", "what was wrong"), 1000, NOBODY),
    corrected: lines(say("đính chính thành", "how it reads now"), 1000, NOBODY),
  },
  "A slip of the pen and what it reads now (đính chính).",
);

const PAPER_MEASURE = part(
  "PaperMeasure",
  { measureId, ...ORDERED },
  "What a version of a decision orders besides the fine.",
);

export const DECISION_PAPER = part(
  "DecisionPaper",
  {
    kind: choice(DECISION_PAPERS, say("loại văn bản", "kind of paper")),
    number: optional(one(DECISION_NUMBER, say("số", "number"), "Null: it was drawn up without a number of its own.")),
    on: day(say("ngày ký", "signed on")),
    reason: optional(reason),
    signer: optional(one(SIGNER, signer, "Where it was told.")),
    slip: optional(ofOffenders(one(DECISION_SLIP, say("nội dung đính chính", "slip corrected"), "Of a correction."))),
    ground: optional(choice(ANNULMENT_GROUNDS, say("căn cứ hủy bỏ", "ground of the annulment"))),
    complaintId: optional(noted(complaintId, "The complaint that led to it.")),
    fine: optional(vnd(say("tiền phạt", "fine"), "As from then on, where the paper says it.")),
    lines: optional(many(SANCTION_LINE, acts, LINES, "Null where the paper leaves the content as it is.")),
    measures: optional(many(PAPER_MEASURE, measures, MEASURES)),
  },
  "A paper of a decision: itself, or what was issued about it. Every version of the content stays readable.",
);
export type DecisionPaper = DataOf<typeof DECISION_PAPER.fields>;

export const EXECUTION_SUSPENSION = part(
  "ExecutionSuspension",
  {
    from: day(say("từ ngày", "from")),
    resumedFrom: optional(day(say("thi hành lại từ ngày", "resumed from"), "The day from which execution goes on.")),
    ground: lines(say("căn cứ tạm đình chỉ", "ground"), 1000, OFFENDERS),
    complaintId: optional(noted(complaintId, "The complaint for which it is.")),
  },
  "Tạm đình chỉ thi hành: while it lasts no interest runs.",
);

/** Where a decision was made public, in the media or on a page (công bố công khai việc xử phạt). */
export const SANCTION_PUBLICATION = part(
  "SanctionPublication",
  {
    publicationId: shownAs("id", id(say("lần công bố", "publication"), "Give it to `takeBackSanctionPublication`.")),
    publishedOn: shownAs("on", day(say("ngày công bố", "made public on"))),
    medium: text(say("nơi công bố", "where"), 200, NOBODY, "The page, newspaper or station."),
    address: optional(written("URL", say("địa chỉ công bố", "address"), 500, NOBODY)),
  },
  "Công bố công khai việc xử phạt.",
);
export type Publication = DataOf<typeof SANCTION_PUBLICATION.fields>;

// What is decided on --------------------------------------------------------------------------------------------------

/** An act with the law that was found for it. */
export interface JudgedAct {
  readonly violationId: string;
  /** The rule that is applied: of the day of the act, or a later one that is named; undefined: none. */
  readonly rule: ViolationRule | undefined;
  /** What the law says of the signer's power in the rule's field on the day of signing; undefined: nothing. */
  readonly power: FiningPower | undefined;
  /** The last day on which the act could still be fined. */
  readonly limitationEndsOn: LocalDate | null;
}

/** A line as the officer proposes it. Without an amount: what the circumstances make it. */
export interface ProposedLine extends DataOf<typeof LINE.fields>, JudgedAct {
  /** The rule in force on the day of the act; undefined: none. */
  readonly ruleOfAct: ViolationRule | undefined;
}

/** What is proposed for the acts of a party, with all that the law says of them. */
export interface ProposedActs {
  readonly lines: readonly ProposedLine[];
  /** The other acts of the party in the case. */
  readonly others: readonly JudgedAct[];
  /** How many circumstances left over put a fine at the end of its frame. */
  readonly toFrameEnd: ParameterRule;
}

/** Of a seizure named for confiscation: the case it belongs to, and what its exhibits are worth as far as was estimated. */
export interface SeizureOfCase {
  readonly seizureId: string;
  readonly caseId: string;
  readonly estimatedValue: Vnd;
}

/** A standing decision on the same party of the case, with the acts that it covers. */
export type StandingDecision = Pick<SanctionFact, "sanctionId" | "violationIds">;

/** What an amendment (sửa đổi, bổ sung) puts in the place of a decision's content. */
export interface Amendment extends ProposedActs {
  readonly measures: readonly OrderedMeasure[];
  readonly violationCase: CaseFact;
  readonly seizures: readonly SeizureOfCase[];
  /** This decision apart. */
  readonly standing: readonly StandingDecision[];
  /** The measures that are said to stay. */
  readonly staying: readonly string[];
}

/** What others may know of a decision, now. */
export interface SanctionFact {
  readonly sanctionId: string;
  readonly caseId: string;
  readonly partyId: string;
  /** EXECUTED: fine and measures are done with. A case is closed as executed when all its decisions are. */
  readonly status: SanctionStatus;
  readonly issuerId: string;
  readonly signerPost: SignerPost;
  readonly numberText: string;
  readonly signedOn: LocalDate;
  readonly annulledOn: LocalDate | null;
  readonly replacedById: string | null;
  readonly violationIds: readonly string[];
  /** The seizures whose exhibits it confiscates; empty once annulled. */
  readonly confiscates: readonly string[];
  readonly ordersDestruction: boolean;
  readonly basis: SubjectBasis | null;
}
