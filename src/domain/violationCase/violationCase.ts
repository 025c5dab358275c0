import type { Vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import type { LawReference } from "../law/lawBook.js";
import type { LawField, SubjectBasis, SubjectKind } from "../law/terms.js";
import type {
  CaseProcedure,
  CaseStatus,
  ClosingGround,
  ExplanationForm,
  ExplanationState,
  MinorAge,
  MinutesGround,
} from "./terms.js";

/**
 * A violation case (vụ việc vi phạm hành chính), from its detection up to, not including, the sanction decision. Law on
 * Handling Administrative Violations 2012, Art. 55–66, as amended in 2020.
 */

/** Who is said to have done it. */
export interface CaseParty {
  readonly partyId: string;
  readonly kind: SubjectKind;
  readonly name: string;
  /** Set for a minor. */
  readonly minor?: MinorAge | null;
}

/** A party as recorded; of its identity number only the end is kept. */
export interface RecordedParty extends CaseParty {
  readonly idNumberEnd: string | null;
  readonly taxCode: string | null;
  readonly address: string | null;
  readonly minor: MinorAge | null;
}

/** An act as the minutes have it. */
export interface CaseViolation {
  readonly violationId: string;
  readonly partyId: string;
  readonly code: string;
  /** When the act ended; null: it was still going on when it was detected. */
  readonly actEndedOn: LocalDate | null;
  readonly detectedOn: LocalDate;
  readonly title: string | null;
  readonly copies: number | null;
  readonly description: string;
}

/** What of the law's row the case itself needs, frozen with the reference to the row. */
export interface ActRule {
  readonly law: LawReference;
  /** Its period of limitation is the field's. */
  readonly field: LawField;
  /** The frame for subjects of `basis`; null: the act is not fined. */
  readonly fine: { readonly min: Vnd; readonly max: Vnd } | null;
  readonly basis: SubjectBasis;
  readonly maySuspend: boolean;
}

/** An act with what the law said of it on the day of the act. */
export interface RecordedViolation extends CaseViolation {
  readonly rule: ActRule;
}

/** What sanction decisions and exhibits may know of a case, now. */
export interface CaseFact {
  readonly caseId: string;
  readonly status: CaseStatus;
  /** ON_THE_SPOT: there are no minutes, and none are needed. */
  readonly procedure: CaseProcedure;
  /** The unit that has the case now. */
  readonly unitId: string;
  readonly inspectionId: string | null;
  readonly detectedOn: LocalDate;
  readonly parties: readonly CaseParty[];
  readonly violations: readonly CaseViolation[];
  readonly minutesMadeOn: LocalDate | null;
  readonly explanation: {
    /** The last day for it as notified; null: no right to explain, or not notified. */
    readonly dueOn: LocalDate | null;
    readonly state: ExplanationState;
    /** The offender has asked to explain, or has explained: the decision has more time then. */
    readonly asked: boolean;
    /** The last day of a hearing that was asked for and not held yet; UNSET: none was notified; null: none is wanted. */
    readonly hearingOn: LocalDate | "UNSET" | null;
  };
  /** What lengthens the time for the decision. */
  readonly transferredToUs: boolean;
  readonly needsVerification: boolean;
  readonly isComplex: boolean;
  /** When the investigating body gave the file back last: the decision has a time of its own from then. */
  readonly returnedOn: LocalDate | null;
  readonly inCriminalProceedings: boolean;
}

/** The unit that has the case, under its name on the day. */
export interface HandlingUnit {
  readonly unitId: string;
  readonly name: string;
}

/** The minutes as they were drawn up (biên bản vi phạm hành chính): never changed. */
export interface Minutes {
  readonly number: string;
  readonly madeOn: LocalDate;
  readonly madeBy: string;
  readonly copies: number;
  readonly offenderSigned: boolean;
  /** Why the offender did not sign. */
  readonly refusalReason: string | null;
  /** The commune's representative, or who else saw it; there when the offender did not sign. */
  readonly witness: string | null;
  readonly violations: readonly RecordedViolation[];
  /** The minutes tell the offender of the right to explain and its period. */
  readonly explanationStated: boolean;
}

/** A verification record (biên bản xác minh): what it corrects, and the case as verified. */
export interface VerificationRecord {
  readonly recordId: string;
  readonly madeOn: LocalDate;
  readonly madeBy: string;
  readonly corrects: string;
  /** All parties and violations from now on. */
  readonly parties: readonly RecordedParty[];
  readonly violations: readonly RecordedViolation[];
}

// State -------------------------------------------------------------------------------------------------------------

export interface CaseTransfer {
  readonly from: HandlingUnit;
  readonly to: HandlingUnit;
  readonly transferredOn: LocalDate;
  readonly reason: string;
}

/** A stay with the investigating body (cơ quan điều tra, cơ quan tiến hành tố tụng). */
export interface Prosecution {
  readonly body: string;
  readonly document: string;
  readonly since: LocalDate;
  /** Null: it is still there. */
  readonly returned: { readonly on: LocalDate; readonly document: string } | null;
}

export interface ExplanationAnswer {
  readonly partyId: string;
  /** Null: the right was waived. */
  readonly form: ExplanationForm | null;
  readonly on: LocalDate;
  readonly summary: string | null;
}

/** A hearing (phiên giải trình trực tiếp) that a party asked for. */
export interface Hearing {
  readonly partyId: string;
  readonly requestedOn: LocalDate;
  /** The last day for the notice of its time and place. */
  readonly noticeDueOn: LocalDate;
  readonly law: LawReference;
  /** Null: its time and place were not notified yet. */
  readonly notice: { readonly on: LocalDate; readonly heldOn: LocalDate; readonly place: string } | null;
}

/** That the minutes have longer, and from when; null: from the detection. */
export interface MinutesPeriod {
  readonly ground: MinutesGround;
  readonly resultOn: LocalDate | null;
}

export interface Explanation {
  /** Who may explain; empty: nobody. */
  readonly partyIds: readonly string[];
  /** The day of the paper that brought the right: of the minutes, or of a verification record. */
  readonly since: LocalDate | null;
  readonly dueOn: LocalDate | null;
  /** The period of which `dueOn` is the last day. */
  readonly law: LawReference | null;
  readonly oralRequestDueOn: LocalDate | null;
  readonly extended: boolean;
  readonly hearings: readonly Hearing[];
  readonly answers: readonly ExplanationAnswer[];
}

export interface ViolationCase {
  readonly status: CaseStatus;
  readonly caseId: string;
  readonly procedure: CaseProcedure;
  /** The unit that has the case now. */
  readonly unit: HandlingUnit;
  readonly inspectionId: string | null;
  readonly detectedOn: LocalDate;
  readonly detected: string;
  readonly parties: readonly RecordedParty[];
  /** As the minutes have them, or as last verified. */
  readonly violations: readonly RecordedViolation[];
  readonly minutes: Minutes | null;
  readonly verifications: readonly (VerificationRecord & { readonly reason: string })[];
  readonly explanation: Explanation;
  readonly transfers: readonly CaseTransfer[];
  /** What is to be verified; null: nothing. */
  readonly verificationWanted: string | null;
  readonly complexBecause: string | null;
  readonly prosecutions: readonly Prosecution[];
  /** How long the file was with the investigating body in all. */
  readonly pausedDays: number;
  /** Null: the ordinary two working days. */
  readonly minutesPeriod: MinutesPeriod | null;
  readonly closed: { readonly ground: ClosingGround; readonly on: LocalDate; readonly reason: string } | null;
  readonly voidedBecause: string | null;
  readonly lateEntryReason: string | null;
}

export const NO_EXPLANATION: Explanation = {
  partyIds: [],
  since: null,
  dueOn: null,
  law: null,
  oralRequestDueOn: null,
  extended: false,
  hearings: [],
  answers: [],
};

/** What a case has none of at first. */
export const BLANK = {
  minutes: null,
  verifications: [],
  explanation: NO_EXPLANATION,
  transfers: [],
  verificationWanted: null,
  complexBecause: null,
  prosecutions: [],
  pausedDays: 0,
  minutesPeriod: null,
  closed: null,
  voidedBecause: null,
  lateEntryReason: null,
} as const satisfies Partial<ViolationCase>;
