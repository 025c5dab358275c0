import { dueOn } from "../domain/kernel/deadline.js";
import { type LocalDate, localDateOf } from "../domain/kernel/time.js";
import { basisOf, type SubjectBasis } from "../domain/law/terms.js";
import { complaintReckoning } from "../domain/sanction/complaintRules.js";
import type { Amendment } from "../domain/sanction/decision.js";
import type { ContentGiven } from "../domain/sanction/fields.js";
import { sanction } from "../domain/sanction/record.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import type { Sanction } from "../domain/sanction/sanction.js";
import { deemedServedFrom, serviceTerms, unprovenServiceTerms } from "../domain/sanction/service.js";
import { decisionDueOn } from "../domain/violationCase/deadlines.js";
import type { CaseFact } from "../domain/violationCase/violationCase.js";
import type { Facts } from "./facts.js";
import { refuseWith } from "./finder.js";
import * as content from "./sanctionLines.js";
import { type LookupContext, type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a decision. */
const lookups: LookupsOf<typeof sanction> = {
  IssueSanction(said, { the, facts, law, meta, newId }) {
    const { caseId, partyId, issuerId } = said;
    const violationCase = caseOf(caseId, "caseId", facts);
    const party =
      violationCase.parties.find((one) => one.partyId === partyId) ??
      refuseWith(sanctionRefusals.SANCTION_PARTY_NOT_OF_CASE(["partyId"]));
    const issuer = the.unit(issuerId, "issuerId");
    const replaces = the.sanction(said.replacesId, "replacesId");
    const seizures = content.seizuresNamed(said.measures, facts);
    const signedOn = localDateOf(meta.occurredAt);
    const basis = party.kind === "UNKNOWN" ? "ORGANISATION" : basisOf(party.kind);
    return {
      violationCase,
      party,
      issuer,
      ...content.proposedActs(said.lines, { violationCase, partyId }, { post: said.signer.post, on: signedOn }, law),
      measures: content.orderedMeasures(said, newId),
      decisionDueOn: decisionDueOn(violationCase, law),
      standing: content.standingOf(caseId, partyId, facts),
      replaces,
      seizures,
      issuerAndPredecessors: facts.unitAndPredecessors(issuerId, signedOn),
      onTheSpotUpTo: law.parameter(`ON_THE_SPOT_UP_TO_${basis}`, signedOn),
    };
  },
  ServeSanction({ receivedOn, executionDueOn, thirdSentOn }, { law }) {
    const terms = serviceTerms(receivedOn, law);
    const longer = executionDueOn === null ? {} : { interestAfter: executionDueOn };
    const deemedFrom = thirdSentOn === null ? null : deemedServedFrom(thirdSentOn, law);
    return { ...terms, ...longer, executionDueOn: executionDueOn ?? terms.lawfulDueOn, deemedFrom };
  },
  RecordUnprovenService: (_said, { state, law }) => unprovenServiceTerms(state.signedOn, law),
  SuspendSanctionExecution: ({ from }, { law }) => ({
    pausesInterest: law.parameter("LATE_INTEREST_PAUSED_BY_SUSPENSION", from),
  }),
  CorrectSanction: issuerOf,
  AmendSanction(said, context) {
    const { state, meta } = context;
    const signed = said.signer
      ? { post: said.signer.post, on: localDateOf(meta.occurredAt) }
      : { post: state.signer.post, on: state.signedOn };
    return { ...issuerOf(said, context), ...amendmentOf(said, signed, context) };
  },
  AnnulSanction: issuerOf,
  TakeBackSanctionEntry: (_said, { state, id, story, facts }) => ({
    story,
    others: content.standingOf(state.caseId, state.party.partyId, facts).filter(({ sanctionId }) => sanctionId !== id),
    isCaseOver: ["CLOSED", "VOIDED"].includes(facts.violationCase(state.caseId)?.status ?? ""),
  }),

  // The fine
  RecordFinePayment: ({ receipt, paidOn }, { id, facts, law }) => ({
    receiptElsewhere: facts.receiptElsewhere(receipt.number, receipt.issuedBy, id),
    interest: law.parameter("LATE_INTEREST_PER_DAY", paidOn),
  }),
  GrantFinePostponement({ from }, { state, law }) {
    const limit = law.deadline("POSTPONEMENT", from);
    const threshold = law.parameter(`POSTPONEMENT_FROM_${thresholdFor(state)}`, from);
    return { threshold, limit, latestTo: dueOn(limit.term, from, law.calendar) };
  },
  GrantFineInstalments({ grantedOn }, { state, law }) {
    const limit = law.deadline("INSTALMENTS", grantedOn);
    return {
      threshold: law.parameter(`INSTALMENTS_FROM_${thresholdFor(state)}`, grantedOn),
      atMost: law.parameter("INSTALMENTS_AT_MOST", grantedOn),
      firstPercent: law.parameter("FIRST_INSTALMENT_PERCENT", grantedOn),
      limit,
      // "Not over six months from the day the decision takes effect", which is the day of its signing.
      latestDueOn: dueOn(limit.term, state.signedOn, law.calendar),
    };
  },
  RecordFineLapse: ({ lapsedOn }, { law }) => ({
    limitation: law.deadline("EXECUTION_LIMITATION", lapsedOn),
    calendar: law.calendar,
  }),

  // Complaints
  AcceptComplaint: ({ acceptedOn, complex, remote }, context) =>
    complaintReckoning(acceptedOn, context.law, {
      complex: complex ?? false,
      remote: remote ?? isRemote(acceptedOn, context),
    }),
  RejectComplaint: ({ rejectedOn, remote }, context) =>
    complaintReckoning(rejectedOn, context.law, {
      complex: false,
      remote: remote ?? isRemote(rejectedOn, context),
    }),
  ResolveComplaint({ amended }, context) {
    // In the power in which the decision was signed: a resolver has all the power it needs.
    const { signer, signedOn } = context.state;
    return { amended: amended && amendmentOf(amended, { post: signer.post, on: signedOn }, context) };
  },
};

export const sanctionSpecs = specsOf(sanction, lookups);

type Context = LookupContext<Sanction>;

const caseOf = (caseId: string, field: string, facts: Facts): CaseFact =>
  facts.violationCase(caseId) ?? refuseWith(sanctionRefusals.SANCTION_CASE_NOT_FOUND([field]));

/** A paper is issued by who issued the decision unless another is named, e.g. its successor. */
function issuerOf({ issuerId }: { readonly issuerId: string | null }, { state, the }: Context) {
  return { issuer: the.unit(issuerId ?? state.issuer.unitId, "issuerId") };
}

function amendmentOf(given: ContentGiven, signed: content.Signed, context: Context): Amendment {
  const { state, facts, law, newId } = context;
  const { partyId } = state.party;
  const violationCase = caseOf(state.caseId, "sanctionId", facts);
  const seizures = content.seizuresNamed(given.measures, facts);
  const decisions = content.standingOf(state.caseId, partyId, facts);
  return {
    violationCase,
    ...content.proposedActs(given.lines, { violationCase, partyId }, signed, law),
    measures: content.orderedMeasures(given, newId),
    seizures,
    standing: decisions.filter((one) => one.sanctionId !== state.sanctionId),
    staying: content.stayingMeasures(given),
  };
}

/** By whom the thresholds differ. Without anybody known there is no fine, and the thresholds are never asked. */
const thresholdFor = ({ party: { kind } }: Sanction): SubjectBasis =>
  kind === "UNKNOWN" ? "INDIVIDUAL" : basisOf(kind);

/** Whether the place of who issued the decision is a remote area. */
const isRemote = (on: LocalDate, { state, facts, law }: Context): boolean =>
  law.isRemote(facts.unit(state.issuer.unitId)?.code ?? null, on);
