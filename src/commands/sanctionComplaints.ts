import type { LawBook } from "../domain/law/lawBook.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type * as complaint from "../domain/sanction/complaint.js";
import type { Amendment } from "../domain/sanction/decision.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import type { ComplaintRejection, ComplaintResult, ComplaintStage } from "../domain/sanction/terms.js";
import { entityId } from "../eventstore/codec.js";
import * as content from "./sanctionLines.js";
import { actsOfItsParty, onSanction, type SanctionInput } from "./sanctions.js";
import type { ResolveContext, Resolved } from "./spec.js";

/** Complaints about a decision, and court actions (khiếu nại, khởi kiện). */

export interface ComplaintInput extends SanctionInput {
  readonly complaintId: string;
}

export interface LodgeComplaintInput extends SanctionInput {
  readonly stage: ComplaintStage;
  readonly lodgedOn: string;
  readonly lodgedBy: string;
  readonly grounds: string;
}

/** The complaint that a command lodges. */
export const complaintIdOf = (commandId: string): string => entityId(commandId, "complaint");

export const lodgeComplaint = onSanction<LodgeComplaintInput, complaint.LodgeComplaint>(
  "LodgeComplaint",
  ({ commandId, stage, lodgedOn, lodgedBy, grounds }) => ({
    data: { complaintId: complaintIdOf(commandId), stage, lodgedOn, lodgedBy, grounds },
  }),
);

export interface AcceptComplaintInput extends ComplaintInput {
  readonly acceptedOn: string;
  /** A complex case has longer to be resolved; absent: it is not one. */
  readonly complex?: boolean | null | undefined;
}
export const acceptComplaint = onSanction<AcceptComplaintInput, complaint.AcceptComplaint>(
  "AcceptComplaint",
  ({ complaintId, acceptedOn, complex }, { law }) => ({
    data: { complaintId, acceptedOn, terms: termsOn(acceptedOn, law, complex ?? false), calendar: law.calendar },
  }),
);

export interface RejectComplaintInput extends ComplaintInput {
  readonly ground: ComplaintRejection;
  readonly rejectedOn: string;
  readonly reason: string;
}
export const rejectComplaint = onSanction<RejectComplaintInput, complaint.RejectComplaint>(
  "RejectComplaint",
  ({ complaintId, ground, rejectedOn, reason }, { law }) => ({
    data: { complaintId, ground, rejectedOn, reason, terms: termsOn(rejectedOn, law), calendar: law.calendar },
  }),
);

export interface WithdrawComplaintInput extends ComplaintInput {
  readonly withdrawnOn: string;
  readonly reason: string;
}
export const withdrawComplaint = onSanction<WithdrawComplaintInput, complaint.WithdrawComplaint>(
  "WithdrawComplaint",
  ({ complaintId, withdrawnOn, reason }) => ({ data: { complaintId, withdrawnOn, reason } }),
);

export interface ResolveComplaintInput extends ComplaintInput {
  readonly result: ComplaintResult;
  readonly resolvedOn: string;
  /** Number and day of the resolution or the judgment. */
  readonly document: string;
  readonly reason: string;
  /** The content as it is from now on, for AMENDED; otherwise absent. */
  readonly amended?: content.AmendedContentInput | null | undefined;
}
export const resolveComplaint = onSanction<ResolveComplaintInput, complaint.ResolveComplaint>(
  "ResolveComplaint",
  (input, context) => {
    const { complaintId, result, resolvedOn, document, reason } = input;
    const amended = input.amended ? amendmentOf(input.sanctionId, input.amended, context) : { data: null };
    if ("refusal" in amended) return amended;
    return { data: { complaintId, result, resolvedOn, document, reason, amended: amended.data } };
  },
  {
    leansOn: ({ amended }) => content.seizuresIn(amended ?? {}),
    claims: (input, state) => (input.amended ? actsOfItsParty(input, state) : []),
  },
);

/** As the issuer's own amendment, in the power in which the decision was signed: a resolver has all the power it needs. */
function amendmentOf(
  sanctionId: string,
  input: content.AmendedContentInput,
  { facts, law, newId }: ResolveContext,
): Resolved<Amendment> {
  const known = facts.sanction(sanctionId);
  const violationCase = known && facts.violationCase(known.caseId);
  if (!violationCase) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
  const seizures = content.seizuresNamed(input.measures, facts);
  if ("refusal" in seizures) return seizures;
  const signed = { post: known.signerPost, on: known.signedOn };
  const others = content.standingOf(known.caseId, known.partyId, facts);
  return {
    data: {
      violationCase,
      lines: content.proposedLines(input.lines, violationCase, signed, law),
      measures: content.orderedMeasures(input, newId),
      seizures: seizures.data,
      standing: others.filter((one) => one.sanctionId !== known.sanctionId),
      staying: content.stayingMeasures(input),
    },
  };
}

/** The periods of each stage as they are on a day. A court has times of its own to judge in. */
const termsOn = (on: LocalDate, law: LawBook, complex = false): complaint.ComplaintReckoning["terms"] => ({
  FIRST: {
    lodging: law.deadline("COMPLAINT_LODGING", on),
    resolution: law.deadline(complex ? "COMPLAINT_FIRST_RESOLUTION_COMPLEX" : "COMPLAINT_FIRST_RESOLUTION", on),
  },
  SECOND: {
    lodging: law.deadline("COMPLAINT_SECOND_LODGING", on),
    resolution: law.deadline("COMPLAINT_SECOND_RESOLUTION", on),
  },
  COURT: { lodging: law.deadline("COURT_ACTION", on), resolution: null },
});
