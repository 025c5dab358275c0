import type { DecisionNumber } from "../domain/kernel/taking.js";
import { dong, type Vnd } from "../domain/kernel/money.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { LawReference } from "../domain/law/lawBook.js";
import type { SubjectKind } from "../domain/law/terms.js";
import type { DecisionContent, Signer } from "../domain/sanction/decision.js";
import type { Receipt } from "../domain/sanction/fine.js";
import { outstandingOf, type Sanction } from "../domain/sanction/sanction.js";
import type {
  AnnulmentGround,
  CoerciveMeasure,
  ComplaintRejection,
  DecisionKind,
  LapseGround,
  MeasureState,
  SanctionStatus,
} from "../domain/sanction/terms.js";
import { fold } from "./fold.js";

/** Papers of a decision: itself, and what was issued about it later. Every version of the content stays readable. */
export const DECISION_PAPERS = ["DECISION", "CORRECTION", "AMENDMENT", "ANNULMENT"] as const;
export type DecisionPaperKind = (typeof DECISION_PAPERS)[number];

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

export interface RecordedPayment {
  readonly paymentId: string;
  readonly paidOn: LocalDate;
  readonly amount: Vnd;
  readonly toFine: Vnd;
  readonly toInterest: Vnd;
  readonly excess: Vnd;
  /** Interest of payments recorded before, which with this earlier one was never owed. */
  readonly interestReturned: Vnd;
  readonly receipt: Receipt;
  readonly paidBy: string | null;
}

export interface RecordedRefund {
  readonly refundId: string;
  readonly amount: Vnd;
  readonly refundedOn: LocalDate;
  readonly document: string;
}

/** What was asked, granted or done about a fine besides its payment. */
export const FINE_STEPS = [
  "POSTPONED",
  "INSTALMENTS_GRANTED",
  "REDUCTION_REQUESTED",
  "REDUCTION_REFUSED",
  "REDUCED",
  "ENFORCEMENT_STARTED",
  "EVASION",
  "LAPSED",
] as const;
export type FineStepKind = (typeof FINE_STEPS)[number];

export interface FineStep {
  readonly kind: FineStepKind;
  readonly on: LocalDate;
  /** The last day of a postponement or of an evasion; null: none, or not known yet. */
  readonly to: LocalDate | null;
  readonly amount: Vnd | null;
  readonly document: string | null;
  readonly note: string | null;
  readonly measure: CoerciveMeasure | null;
  readonly ground: LapseGround | null;
}

/** What was reported of a measure. */
export interface MeasureNote {
  readonly measureId: string;
  readonly state: MeasureState;
  readonly doneOn: LocalDate | null;
  readonly note: string | null;
}

export interface ExecutionSuspension {
  readonly from: LocalDate;
  /** The day from which execution goes on; null: it still stands still. */
  readonly resumedFrom: LocalDate | null;
  readonly ground: string;
  readonly complaintId: string | null;
}

/** What a complaint shows besides its standing, which is in the decision's state. */
export interface ComplaintDetail {
  readonly complaintId: string;
  readonly grounds: string;
  readonly lodgedBy: string;
  /** The period for its resolution. */
  readonly law: LawReference | null;
  readonly rejected: { readonly ground: ComplaintRejection; readonly on: LocalDate } | null;
  readonly document: string | null;
  readonly reason: string | null;
}

/** What a decision shows besides the columns by which it is found. */
export interface SanctionDetail {
  /** The decision as the domain itself folds it: balances and standings are reckoned in one place only. */
  readonly state: Sanction;
  readonly recordedAt: string;
  readonly lateEntryReason: string | null;
  readonly issuerName: string;
  readonly signer: Signer;
  readonly power: LawReference | null;
  readonly noFineBecause: "TIME_BARRED" | "DEADLINE_PASSED" | "OFFENDER_UNKNOWN" | "OFFENDER_GONE" | null;
  readonly replacesId: string | null;
  readonly executionLaw: LawReference | null;
  readonly annulledOn: LocalDate | null;
  readonly papers: readonly DecisionPaper[];
  readonly payments: readonly RecordedPayment[];
  readonly refunds: readonly RecordedRefund[];
  readonly fineSteps: readonly FineStep[];
  readonly measureNotes: readonly MeasureNote[];
  readonly suspensions: readonly ExecutionSuspension[];
  readonly complaints: readonly ComplaintDetail[];
}

/** A version of a decision. */
export interface SanctionRow {
  id: string;
  case_id: string;
  party_id: string;
  subject_kind: SubjectKind;
  issuer_id: string;
  kind: DecisionKind;
  status: SanctionStatus;
  /** The number as it is written, folded. */
  number_folded: string;
  signed_on: string;
  replaces_id: string | null;
  /** The last day on which what is owed now is paid in time; null: nothing can be demanded now. */
  payable_until: string | null;
  /** Of the fine, in đồng. */
  outstanding: number;
  revision: number;
  detail_json: string;
}

export const SANCTION_COLUMNS = [
  "case_id",
  "party_id",
  "subject_kind",
  "issuer_id",
  "kind",
  "status",
  "number_folded",
  "signed_on",
  "replaces_id",
  "payable_until",
  "outstanding",
  "revision",
  "detail_json",
] as const;

/** A decision as the projections handle it. */
export interface SanctionVersion {
  readonly id: string;
  readonly revision: number;
  readonly detail: SanctionDetail;
}

export function toRow({ id, revision, detail }: SanctionVersion): SanctionRow {
  const { state, replacesId } = detail;
  return {
    id,
    case_id: state.caseId,
    party_id: state.party.partyId,
    subject_kind: state.party.kind,
    issuer_id: state.issuerId,
    kind: state.kind,
    status: state.status,
    number_folded: fold(state.number.text),
    signed_on: state.signedOn,
    replaces_id: replacesId,
    payable_until: payableUntil(state),
    outstanding: Number(outstandingOf(state.fine)),
    revision,
    detail_json: JSON.stringify(detail, bigintsMarked),
  };
}

export const detailOf = (row: Pick<SanctionRow, "detail_json">): SanctionDetail =>
  JSON.parse(row.detail_json, bigintsRead) as SanctionDetail;

export const fromRow = (row: SanctionRow): SanctionVersion => ({
  id: row.id,
  revision: row.revision,
  detail: detailOf(row),
});

/**
 * The last day on which what is owed now is paid in time: as notified, or as put off by a postponement, or the day of
 * the first instalment that is not covered yet. While execution is suspended nothing can be demanded.
 */
export function payableUntil({ executionDueOn, suspendedFrom, fine }: Sanction): LocalDate | null {
  if (executionDueOn === null || suspendedFrom !== null || outstandingOf(fine) === 0n) return null;
  let covered = fine.collected + fine.reduced;
  for (const { dueOn, amount } of fine.instalments) {
    covered -= dong(amount);
    if (covered < 0n) return dueOn;
  }
  const putOff = fine.pauses.flatMap(({ kind, to }) => (kind === "POSTPONED" && to !== null ? [to] : []));
  return [executionDueOn, ...putOff].reduce((latest, day) => (day > latest ? day : latest));
}

/** JSON has no bigint: balances are marked texts in a detail, and only there. */
const BIGINT = "$bigint";

const bigintsMarked = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? { [BIGINT]: value.toString() } : value;

function bigintsRead(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !(BIGINT in value)) return value;
  return BigInt(value[BIGINT] as string);
}
