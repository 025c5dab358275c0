import type { DecisionNumber } from "../kernel/taking.js";
import type { Command, DomainEvent } from "../kernel/decider.js";
import type { Vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import type { DeadlineRule, FiningPower, LawReference, ParameterRule, ViolationRule } from "../law/lawBook.js";
import type { RemedyKind, SignerPost, SubjectKind } from "../law/terms.js";
import type { UnitFact } from "../unit/unit.js";
import type { CaseFact, CaseParty } from "../violationCase/violationCase.js";
import type {
  AnnulmentGround,
  Circumstance,
  DecisionKind,
  MeasureKind,
  MeasureState,
  SanctionStatus,
} from "./terms.js";

/** The decision itself (quyết định xử phạt vi phạm hành chính): issued, served, corrected, amended, annulled, replaced. */

/** Who is sanctioned, as named on the decision. */
export interface SanctionedParty {
  readonly partyId: string;
  readonly kind: SubjectKind;
  readonly name: string;
}

/** Who signed, in which post, on whose behalf (giao quyền). */
export interface Signer {
  readonly name: string;
  readonly post: SignerPost;
  /** Number and day of the delegation decision (quyết định giao quyền); null: in the signer's own power. */
  readonly delegation: { readonly number: string; readonly decidedOn: LocalDate } | null;
}

/** One act of the decision: for publications without invoices, one title. */
export interface SanctionLine {
  readonly violationId: string;
  readonly code: string;
  readonly actEndedOn: LocalDate;
  readonly title: string | null;
  readonly copies: number | null;
  /** The frame for this subject (halved or doubled already); null: no fine for this line. */
  readonly frame: { readonly min: Vnd; readonly max: Vnd } | null;
  readonly subjectFactor: "FULL" | "HALF" | "DOUBLE";
  readonly circumstances: readonly Circumstance[];
  /** Zero: a warning, or no fine. */
  readonly amount: Vnd;
  readonly warning: boolean;
  readonly law: LawReference;
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

// Events ------------------------------------------------------------------------------------------------------------

export type DecisionEvent =
  | DomainEvent<
      "SanctionIssued",
      {
        sanctionId: string;
        caseId: string;
        kind: DecisionKind;
        number: DecisionNumber;
        issuer: { readonly unitId: string; readonly name: string };
        signer: Signer;
        /** The power used; null for a decision without a fine. */
        power: LawReference | null;
        party: SanctionedParty;
        content: DecisionContent;
        /** Sum of the lines' amounts. */
        fine: Vnd;
        signedOn: LocalDate;
        /** The annulled decision that this one replaces. */
        replacesId: string | null;
        /** Why no fine was possible, for REMEDY_ONLY. */
        noFineBecause: "TIME_BARRED" | "DEADLINE_PASSED" | "OFFENDER_UNKNOWN" | "OFFENDER_GONE" | null;
      }
    >
  /** Served (giao, tống đạt). `executionDueOn` is the deadline as notified; it does not move with the calendar later. */
  | DomainEvent<
      "SanctionServed",
      { sanctionId: string; receivedOn: LocalDate; executionDueOn: LocalDate; law: LawReference }
    >
  /** Đính chính: a slip that does not touch the content. */
  | DomainEvent<"SanctionCorrected", { sanctionId: string; number: DecisionNumber; what: string; corrected: string }>
  /** Sửa đổi, bổ sung: the content as it is from now on. `fine` is the new sum. */
  | DomainEvent<
      "SanctionAmended",
      {
        sanctionId: string;
        number: DecisionNumber | null;
        content: DecisionContent;
        fine: Vnd;
        /** Who signed the amendment; null: nobody's name was given, or a complaint led to it. */
        signer: Signer | null;
        complaintId: string | null;
      }
    >
  /** Hủy bỏ toàn bộ. The number stays. */
  | DomainEvent<
      "SanctionAnnulled",
      { sanctionId: string; number: DecisionNumber | null; ground: AnnulmentGround; complaintId: string | null }
    >
  | DomainEvent<
      "SanctionMeasureRecorded",
      { sanctionId: string; measureId: string; state: MeasureState; doneOn: LocalDate | null; note: string | null }
    >
  /** Tạm đình chỉ thi hành, and its end. While it lasts no interest runs. */
  | DomainEvent<
      "SanctionExecutionSuspended",
      { sanctionId: string; from: LocalDate; complaintId: string | null; ground: string }
    >
  | DomainEvent<"SanctionExecutionResumed", { sanctionId: string; from: LocalDate; complaintId: string | null }>;

// Commands ----------------------------------------------------------------------------------------------------------

/** A line as the officer proposes it, with the law that was found for it. */
export interface ProposedLine {
  readonly violationId: string;
  /** Null: the average of the frame. */
  readonly amount: Vnd | null;
  readonly warning: boolean;
  readonly circumstances: readonly Circumstance[];
  /** The rule in force on the day of the act; undefined: none. */
  readonly rule: ViolationRule | undefined;
  /** The signer's power in the rule's field on the day of signing; undefined: none. */
  readonly power: FiningPower | undefined;
  /** The last day on which the act could still be fined. */
  readonly limitationEndsOn: LocalDate | null;
}

/** What an amendment (sửa đổi, bổ sung) puts in the place of a decision's content. */
export interface Amendment {
  readonly lines: readonly ProposedLine[];
  readonly measures: readonly OrderedMeasure[];
  readonly violationCase: CaseFact;
  readonly seizures?: readonly { readonly seizureId: string; readonly caseId: string }[];
  readonly standing?: readonly { readonly violationIds: readonly string[] }[];
  /** The measures that are said to stay. */
  readonly staying?: readonly string[];
}

export type IssueSanction = Command<
  "IssueSanction",
  {
    sanctionId: string;
    kind: DecisionKind;
    noFineBecause: "TIME_BARRED" | "DEADLINE_PASSED" | "OFFENDER_UNKNOWN" | "OFFENDER_GONE" | null;
    violationCase: CaseFact;
    party: CaseParty;
    issuer: UnitFact;
    signer: Signer;
    lines: readonly ProposedLine[];
    measures: readonly OrderedMeasure[];
    /** The last day for a decision with a fine, reckoned from the minutes; null: there are none. */
    decisionDueOn: LocalDate | null;
    /** Standing decisions on the same party of the case, with the acts they cover. */
    standing: readonly { readonly sanctionId: string; readonly violationIds: readonly string[] }[];
    /** The annulled decision to replace. */
    replaces: SanctionFact | null;
    /** Of seizures named for confiscation: the case they belong to. */
    seizures: readonly { readonly seizureId: string; readonly caseId: string }[];
    /** The issuer and the units that it succeeded: whose cases it decides. */
    issuerAndPredecessors: readonly string[];
    /** Up to this fine a decision may be made on the spot, without minutes. */
    onTheSpotUpTo: ParameterRule;
    /** Drawn from the register once everything else is in order; null until then. */
    number: DecisionNumber | null;
  }
>;

type OnSanction<Type extends string, Data extends object = object> = Command<Type, { sanctionId: string } & Data>;

export type ServeSanction = OnSanction<
  "ServeSanction",
  {
    receivedOn: LocalDate;
    executionDueOn: LocalDate;
    /** The deadline as the law has it: one that is notified may be later, never earlier. */
    lawfulDueOn: LocalDate;
    rule: DeadlineRule;
  }
>;
/** A paper of its own in an issuer's register: a correction, an amendment, an annulment. */
interface NumberedPaper {
  issuer: UnitFact;
  reason: string;
  /** Drawn from the register once everything else is in order; null until then. */
  number: DecisionNumber | null;
}
export type CorrectSanction = OnSanction<"CorrectSanction", { what: string; corrected: string } & NumberedPaper>;
export type AmendSanction = OnSanction<
  "AmendSanction",
  {
    lines: readonly ProposedLine[];
    measures: readonly OrderedMeasure[];
    violationCase: CaseFact;
    seizures: readonly { readonly seizureId: string; readonly caseId: string }[];
    /** Other standing decisions on the same party of the case. */
    standing: readonly { readonly sanctionId: string; readonly violationIds: readonly string[] }[];
    /** The measures that are said to stay. */
    staying: readonly string[];
    /** Who signs the amendment; null: who signed the decision. */
    signer: Signer | null;
  } & NumberedPaper
>;
export type AnnulSanction = OnSanction<"AnnulSanction", { ground: AnnulmentGround } & NumberedPaper>;
export type RecordSanctionMeasure = OnSanction<
  "RecordSanctionMeasure",
  { measureId: string; state: MeasureState; doneOn: LocalDate | null; note: string | null }
>;
export type SuspendSanctionExecution = OnSanction<
  "SuspendSanctionExecution",
  { from: LocalDate; complaintId: string | null; reason: string }
>;
export type ResumeSanctionExecution = OnSanction<
  "ResumeSanctionExecution",
  { from: LocalDate; complaintId: string | null; reason: string }
>;

export type DecisionCommand =
  | IssueSanction
  | ServeSanction
  | CorrectSanction
  | AmendSanction
  | AnnulSanction
  | RecordSanctionMeasure
  | SuspendSanctionExecution
  | ResumeSanctionExecution;

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
  readonly basis: "INDIVIDUAL" | "ORGANISATION" | null;
}
