import type { DomainEvent } from "../domain/kernel/decider.js";
import { type LocalDate, localDateOf } from "../domain/kernel/time.js";
import { sanctionDecider } from "../domain/sanction/decider.js";
import type { Sanction, SanctionEvent, SanctionState } from "../domain/sanction/sanction.js";
import type { Recorded } from "../eventstore/codec.js";
import type { ComplaintDetail, DecisionPaper, FineStep, SanctionDetail, SanctionVersion } from "./sanctionRow.js";

export type RecordedSanctionEvent = Recorded<SanctionEvent>;
type Of<Type extends SanctionEvent["type"]> = Extract<RecordedSanctionEvent, { type: Type }>;
type Step = Exclude<RecordedSanctionEvent, { type: "SanctionIssued" }>;

/**
 * The next version of a decision. What it is follows from the domain's own fold of its events; here only what a reader
 * wants to see besides is kept: names, papers, and the history in the order in which it was told.
 */
export function advance(
  before: SanctionVersion | undefined,
  event: RecordedSanctionEvent,
): SanctionVersion | undefined {
  const state = evolved(before?.detail.state ?? sanctionDecider.initial, event);
  if (event.type === "SanctionIssued") return { ...issued(event, state), revision: event.revision };
  if (!before) return undefined;
  return { ...before, revision: event.revision, detail: { ...before.detail, ...step(before.detail, event), state } };
}

function evolved(before: SanctionState, event: RecordedSanctionEvent): Sanction {
  const after = sanctionDecider.evolve(before, event as DomainEvent as SanctionEvent);
  if (after.status === "NONE") throw new Error("A decision's event has left no decision.");
  return after;
}

function issued(event: Of<"SanctionIssued">, state: Sanction): Omit<SanctionVersion, "revision"> {
  const { sanctionId, number, issuer, signer, power, content, fine, signedOn, replacesId, noFineBecause } = event.data;
  const detail: SanctionDetail = {
    state,
    recordedAt: event.recordedAt,
    lateEntryReason: event.reason ?? null,
    issuerName: issuer.name,
    signer,
    power,
    noFineBecause,
    replacesId,
    executionLaw: null,
    annulledOn: null,
    papers: [{ ...NO_PAPER, kind: "DECISION", number, on: signedOn, signer, content, fine }],
    payments: [],
    refunds: [],
    fineSteps: [],
    measureNotes: [],
    suspensions: [],
    complaints: [],
  };
  return { id: sanctionId, detail };
}

const NO_PAPER: Omit<DecisionPaper, "kind" | "on"> = {
  number: null,
  signer: null,
  reason: null,
  slip: null,
  ground: null,
  complaintId: null,
  content: null,
  fine: null,
};

const NO_STEP: Omit<FineStep, "kind" | "on"> = {
  to: null,
  amount: null,
  document: null,
  note: null,
  measure: null,
  ground: null,
};

/** What the event changes of what is shown. */
function step(detail: SanctionDetail, event: Step): Partial<SanctionDetail> {
  switch (event.type) {
    case "SanctionServed":
      return { executionLaw: event.data.law };
    case "SanctionCorrected":
    case "SanctionAmended":
    case "SanctionAnnulled":
      return issuedAbout(detail, event);
    case "SanctionMeasureRecorded": {
      const { measureId, state, doneOn, note } = event.data;
      return { measureNotes: [...detail.measureNotes, { measureId, state, doneOn, note }] };
    }
    case "SanctionExecutionSuspended": {
      const { from, ground, complaintId } = event.data;
      return { suspensions: [...detail.suspensions, { from, resumedFrom: null, ground, complaintId }] };
    }
    case "SanctionExecutionResumed": {
      const open = detail.suspensions.length - 1;
      const resumedFrom = event.data.from;
      return { suspensions: detail.suspensions.map((one, index) => (index === open ? { ...one, resumedFrom } : one)) };
    }
    case "FinePaymentRecorded": {
      const { sanctionId: _, ...payment } = event.data;
      return { payments: [...detail.payments, payment] };
    }
    case "FineRefunded": {
      const { sanctionId: _, ...refund } = event.data;
      return { refunds: [...detail.refunds, refund] };
    }
    case "ComplaintLodged":
    case "ComplaintAccepted":
    case "ComplaintRejected":
    case "ComplaintWithdrawn":
    case "ComplaintResolved":
      return { complaints: complained(detail.complaints, event) };
    default:
      return { fineSteps: [...detail.fineSteps, fineStep(event)] };
  }
}

function issuedAbout(
  detail: SanctionDetail,
  event: Of<"SanctionCorrected" | "SanctionAmended" | "SanctionAnnulled">,
): Partial<SanctionDetail> {
  const on = localDateOf(event.occurredAt);
  const paper = { ...NO_PAPER, number: event.data.number, on, reason: event.reason ?? null };
  const paperOf = (more: Pick<DecisionPaper, "kind"> & Partial<DecisionPaper>): Partial<SanctionDetail> => ({
    papers: [...detail.papers, { ...paper, ...more }],
  });
  switch (event.type) {
    case "SanctionCorrected": {
      const { what, corrected } = event.data;
      return paperOf({ kind: "CORRECTION", slip: { what, corrected } });
    }
    case "SanctionAmended": {
      const { content, fine, signer, complaintId } = event.data;
      return paperOf({ kind: "AMENDMENT", content, fine, signer, complaintId });
    }
    case "SanctionAnnulled": {
      const { ground, complaintId } = event.data;
      return { ...paperOf({ kind: "ANNULMENT", ground, complaintId }), annulledOn: on };
    }
    default:
      return event satisfies never;
  }
}

type FineStepEvent = Of<
  | "FinePostponed"
  | "FineInstalmentsGranted"
  | "FineReductionRequested"
  | "FineReductionRefused"
  | "FineReduced"
  | "FineEnforcementStarted"
  | "FineEvasionRecorded"
  | "FineLapsed"
>;

function fineStep(event: FineStepEvent): FineStep {
  switch (event.type) {
    case "FinePostponed": {
      const { from, to, document } = event.data;
      return { ...NO_STEP, kind: "POSTPONED", on: from, to, document };
    }
    case "FineInstalmentsGranted": {
      const { instalments, document } = event.data;
      const to = instalments.at(-1)?.dueOn ?? null;
      return { ...NO_STEP, kind: "INSTALMENTS_GRANTED", on: event.data.grantedOn, to, document };
    }
    case "FineReductionRequested":
      return { ...NO_STEP, kind: "REDUCTION_REQUESTED", on: event.data.requestedOn, note: event.data.requestText };
    case "FineReductionRefused":
      return { ...NO_STEP, kind: "REDUCTION_REFUSED", on: event.data.refusedOn, document: event.data.document };
    case "FineReduced": {
      const { by: amount, grantedOn, document } = event.data;
      return { ...NO_STEP, kind: "REDUCED", on: grantedOn, amount, document };
    }
    case "FineEnforcementStarted": {
      const { measure, startedOn, document } = event.data;
      return { ...NO_STEP, kind: "ENFORCEMENT_STARTED", on: startedOn, measure, document };
    }
    case "FineEvasionRecorded": {
      const { from, to, note } = event.data;
      return { ...NO_STEP, kind: "EVASION", on: from, to, note };
    }
    case "FineLapsed": {
      const { ground, lapsedOn, amount } = event.data;
      return { ...NO_STEP, kind: "LAPSED", on: lapsedOn, amount, ground };
    }
    default:
      return event satisfies never;
  }
}

type ComplaintStep = Of<
  "ComplaintLodged" | "ComplaintAccepted" | "ComplaintRejected" | "ComplaintWithdrawn" | "ComplaintResolved"
>;

function complained(before: readonly ComplaintDetail[], event: ComplaintStep): readonly ComplaintDetail[] {
  const { complaintId } = event.data;
  const now = (changes: Partial<ComplaintDetail>): readonly ComplaintDetail[] =>
    before.map((one) => (one.complaintId === complaintId ? { ...one, ...changes } : one));
  switch (event.type) {
    case "ComplaintLodged": {
      const { grounds, lodgedBy } = event.data;
      return [...before, { ...NO_COMPLAINT, complaintId, grounds, lodgedBy }];
    }
    case "ComplaintAccepted":
      return now({ law: event.data.law });
    case "ComplaintRejected": {
      const { ground, rejectedOn } = event.data;
      return now({ rejected: { ground, on: rejectedOn }, reason: event.reason ?? null });
    }
    case "ComplaintWithdrawn":
      return now({ reason: event.reason ?? null });
    case "ComplaintResolved":
      return now({ document: event.data.document, reason: event.reason ?? null });
    default:
      return event satisfies never;
  }
}

const NO_COMPLAINT: Pick<ComplaintDetail, "law" | "rejected" | "document" | "reason"> = {
  law: null,
  rejected: null,
  document: null,
  reason: null,
};

/** The day on which what the event changes is counted: that of the fact itself, where it has one. */
export function dayCounted(event: RecordedSanctionEvent): LocalDate {
  switch (event.type) {
    case "SanctionIssued":
      return event.data.signedOn;
    case "FinePaymentRecorded":
      return event.data.paidOn;
    case "FineRefunded":
      return event.data.refundedOn;
    case "FineReduced":
      return event.data.grantedOn;
    case "FineLapsed":
      return event.data.lapsedOn;
    case "ComplaintLodged":
      return event.data.lodgedOn;
    case "ComplaintResolved":
      return event.data.resolvedOn;
    default:
      return localDateOf(event.occurredAt);
  }
}
