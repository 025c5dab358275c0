import type { DataOf } from "../kernel/fields.js";
import type { Vnd } from "../kernel/money.js";
import type { DecisionNumber } from "../kernel/taking.js";
import { addDays, addMonths, type LocalDate } from "../kernel/time.js";
import type { FiningPower, LawReference, ParameterRule, ViolationRule } from "../law/lawBook.js";
import type { RemedyKind, SignerPost, SubjectBasis, SubjectKind } from "../law/terms.js";
import type { CaseFact } from "../violationCase/violationCase.js";
import type { LINE, SIGNER } from "./fields.js";
import type {
  AnnulmentGround,
  Circumstance,
  DecisionPaperKind,
  MeasureKind,
  MeasureState,
  SanctionStatus,
  SubjectFactor,
} from "./terms.js";

/** The decision itself (quyết định xử phạt vi phạm hành chính): issued, served, corrected, amended, annulled, replaced. */

/** Who is sanctioned, as named on the decision. */
export interface SanctionedParty {
  readonly partyId: string;
  readonly kind: SubjectKind;
  readonly name: string;
}

/** The unit that issued it, under its name on the day. */
export interface Issuer {
  readonly unitId: string;
  readonly name: string;
}

/** Who signed, in which post, on whose behalf (giao quyền). */
export type Signer = DataOf<typeof SIGNER.fields>;

/** One act of the decision: for publications without invoices, one title. */
export interface SanctionLine {
  readonly violationId: string;
  readonly code: string;
  readonly actEndedOn: LocalDate;
  readonly title: string | null;
  readonly copies: number | null;
  /** The frame for this subject (halved or doubled already); null: no fine for this line. */
  readonly frame: { readonly min: Vnd; readonly max: Vnd } | null;
  readonly subjectFactor: SubjectFactor;
  readonly circumstances: readonly Circumstance[];
  /** Zero: a warning, or no fine. */
  readonly amount: Vnd;
  readonly warning: boolean;
  readonly law: LawReference;
  /** The law of the day of the act, where a later, more favourable one was applied instead. */
  readonly lawOfAct?: LawReference;
}

/** What is ordered besides the fine. */
export interface OrderedMeasure {
  readonly measureId: string;
  readonly kind: MeasureKind;
  readonly remedy: RemedyKind | null;
  readonly months: number | null;
  /** The seizures whose exhibits are confiscated. */
  readonly seizureIds: readonly string[];
  readonly description: string | null;
  readonly dueOn: LocalDate | null;
}

/** The content of a decision: what an amendment may change. */
export interface DecisionContent {
  readonly lines: readonly SanctionLine[];
  readonly measures: readonly OrderedMeasure[];
}

export interface MeasureStanding extends OrderedMeasure {
  readonly state: MeasureState;
  readonly doneOn: LocalDate | null;
  /** What was last noted of it. */
  readonly note: string | null;
}

/** A suspension runs at the earliest from the signing; the last day of its months is still suspended. */
export const suspensionEndsOn = ({ signedOn }: { readonly signedOn: LocalDate }, months: number): LocalDate =>
  addDays(addMonths(signedOn, months), -1);

/** The decision, or what was issued about it later. */
export interface DecisionPaper {
  readonly kind: DecisionPaperKind;
  /** Null: it was drawn up without a number of its own. */
  readonly number: DecisionNumber | null;
  readonly on: LocalDate;
  readonly reason: string | null;
  /** Of the decision, and of an amendment where it was told. */
  readonly signer: Signer | null;
  /** Of a correction: the slip, and what it reads now. */
  readonly slip: { readonly what: string; readonly corrected: string } | null;
  /** Of an annulment. */
  readonly ground: AnnulmentGround | null;
  /** The complaint that led to it. */
  readonly complaintId: string | null;
  /** Of the decision and of an amendment: the content and the fine as from then on. */
  readonly content: DecisionContent | null;
  readonly fine: Vnd | null;
}

export interface ExecutionSuspension {
  readonly from: LocalDate;
  /** The day from which execution goes on; null: it still stands still. */
  readonly resumedFrom: LocalDate | null;
  readonly ground: string;
  readonly complaintId: string | null;
}

// What is decided on --------------------------------------------------------------------------------------------------

/** Where a decision was made public, in the media or on a page (công bố công khai việc xử phạt). */
export interface SanctionPublication {
  readonly publicationId: string;
  readonly on: LocalDate;
  readonly medium: string;
  readonly address: string | null;
}

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
