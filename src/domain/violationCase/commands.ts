import type { InspectionFact } from "../inspection/inspection.js";
import type { Command } from "../kernel/decider.js";
import type { LocalDate } from "../kernel/time.js";
import type { DeadlineRule, ParameterRule, ViolationRule } from "../law/lawBook.js";
import type { SubjectKind } from "../law/terms.js";
import type { SanctionFact } from "../sanction/decision.js";
import type { UnitFact } from "../unit/unit.js";
import type { CaseProcedure, ClosingGround, ExplanationForm, MinorAge } from "./terms.js";
import type { CaseViolation } from "./violationCase.js";

/** A party as the officer enters it. */
export interface PartyGiven {
  readonly partyId: string;
  readonly kind: SubjectKind;
  /** Null: nobody is known. */
  readonly name: string | null;
  /** Of an identity card; only its end is kept. */
  readonly idNumber: string | null;
  readonly taxCode: string | null;
  readonly address: string | null;
  readonly minor: MinorAge | null;
}

/** An act as the officer enters it, and what the law had to say on the day of the act. */
export interface ViolationGiven {
  readonly violation: CaseViolation;
  /** Null: no text in force on that day has the code. */
  readonly rule: ViolationRule | null;
}

/** From which maximum of the frame on there is a right to explain. */
export interface ExplanationThresholds {
  readonly individual: ParameterRule;
  readonly organisation: ParameterRule;
}

/** Until when one may explain, and ask for a hearing, from a day on. */
export interface ExplanationPeriods {
  readonly written: DeadlineRule;
  readonly oral: DeadlineRule;
  readonly dueOn: LocalDate;
  readonly oralRequestDueOn: LocalDate;
}

/** What of a party or a violation a verification record changes; `changed` ones are told whole. */
export interface Verified {
  readonly parties: readonly PartyGiven[];
  readonly added: readonly ViolationGiven[];
  readonly changed: readonly ViolationGiven[];
  /** Ids of violations that were none. */
  readonly removed: readonly string[];
}

export type RecordViolationCase = Command<
  "RecordViolationCase",
  {
    caseId: string;
    procedure: CaseProcedure;
    unit: UnitFact;
    inspection: InspectionFact | null;
    detectedOn: LocalDate;
    detected: string;
    parties: readonly PartyGiven[];
    violations: readonly ViolationGiven[];
    /** Up to which fine no minutes are needed. */
    onTheSpotUpTo: ExplanationThresholds;
  }
>;

type OnCase<Type extends string, Data extends object = object> = Command<Type, { caseId: string } & Data>;

export type DrawUpMinutes = OnCase<
  "DrawUpMinutes",
  {
    number: string;
    madeOn: LocalDate;
    madeBy: string;
    copies: number;
    offenderSigned: boolean;
    refusalReason: string | null;
    witness: string | null;
    violations: readonly ViolationGiven[];
    explanationStated: boolean;
    thresholds: ExplanationThresholds;
    periods: ExplanationPeriods;
  }
>;
export type AddVerificationRecord = OnCase<
  "AddVerificationRecord",
  {
    recordId: string;
    madeOn: LocalDate;
    madeBy: string;
    corrects: string;
    verified: Verified;
    thresholds: ExplanationThresholds;
    /** Decisions of the case: what one rests on is changed by amending or annulling the decision first. */
    decisions: readonly SanctionFact[];
    reason: string;
  }
>;
export type NotifyRightToExplain = OnCase<
  "NotifyRightToExplain",
  { notifiedOn: LocalDate; periods: ExplanationPeriods }
>;
export type SubmitExplanation = OnCase<
  "SubmitExplanation",
  {
    partyId: string;
    form: ExplanationForm;
    submittedOn: LocalDate;
    /** When a hearing was asked for; compulsory for ORAL. */
    requestedOn: LocalDate | null;
    summary: string;
  }
>;
export type ExtendExplanation = OnCase<
  "ExtendExplanation",
  {
    /** The last day as extended; null: no period runs. */
    dueOn: LocalDate | null;
    rule: DeadlineRule;
    reason: string;
  }
>;
export type WaiveExplanation = OnCase<"WaiveExplanation", { partyId: string }>;
export type RequestVerification = OnCase<"RequestVerification", { what: string }>;
export type MarkComplex = OnCase<"MarkComplex", { reason: string }>;
export type TransferCase = OnCase<"TransferCase", { to: UnitFact; transferredOn: LocalDate; reason: string }>;
export type TransferToProsecution = OnCase<
  "TransferToProsecution",
  { body: string; document: string; transferredOn: LocalDate }
>;
export type ReturnFromProsecution = OnCase<"ReturnFromProsecution", { document: string; returnedOn: LocalDate }>;
export type CloseCase = OnCase<
  "CloseCase",
  {
    ground: ClosingGround;
    closedOn: LocalDate;
    reason: string;
    decisions: readonly SanctionFact[];
    /** The last day on which any of the acts can be fined; null: there are none yet. */
    fineableUntil: LocalDate | null;
  }
>;
export type ReopenCase = OnCase<"ReopenCase", { reason: string }>;
export type VoidCase = OnCase<
  "VoidCase",
  {
    reason: string;
    decisions: readonly SanctionFact[];
    /** Seizures that were made in the case and stand. */
    seizureIds: readonly string[];
  }
>;

export type CaseStep =
  | DrawUpMinutes
  | AddVerificationRecord
  | NotifyRightToExplain
  | SubmitExplanation
  | ExtendExplanation
  | WaiveExplanation
  | RequestVerification
  | MarkComplex
  | TransferCase
  | TransferToProsecution
  | ReturnFromProsecution
  | CloseCase
  | ReopenCase
  | VoidCase;
export type ViolationCaseCommand = RecordViolationCase | CaseStep;
