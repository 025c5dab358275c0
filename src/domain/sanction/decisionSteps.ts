import { asIn, day, id, needed, noted, ofOffenders, one, optional, orElse, ref } from "../kernel/fields.js";
import { sameName } from "../kernel/names.js";
import { hasSome, type Asked, looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { localDateOf, nameOn, type LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { type DeadlineRule, type ParameterRule, referenceTo } from "../law/lawBook.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import { amendedContent, refusalOfAmendment } from "./amendment.js";
import {
  type Amendment,
  DECISION_PAPER,
  DECISION_SLIP,
  EXECUTION_SUSPENSION,
  type MeasureStanding,
  SANCTION_MEASURE,
  SANCTION_PUBLICATION,
  suspensionEndsOn,
} from "./decision.js";
import { contentOf, fineOf, powerUsed } from "./decisionContent.js";
import type { SanctionEvent } from "./events.js";
import { AMENDED, CONTENT, document, NUMBERED, PAPER, reason, signer, SIGNER } from "./fields.js";
import { issueRules, type LookedForIssue, proposalOf, signingDay } from "./issueRules.js";
import { sanctionRefusals } from "./refusals.js";
import { delegationFits, happened, STANDING } from "./rules.js";
import { SANCTION, type Sanction } from "./sanction.js";
import { numberFor, numberOfPaper, theActsOf } from "./taking.js";

const { begin, step } = stepsOf<Sanction, SanctionEvent, "sanctionId">();

/** Of a suspension, and of its end. */
const STANDSTILL = {
  from: noted(EXECUTION_SUSPENSION.fields.from, "The first day."),
  ...asIn(EXECUTION_SUSPENSION.fields, "complaintId"),
  reason,
};

/** What may be done about the decision itself. */
export const decisionSteps = {
  IssueSanction: begin({
    does: say("ra quyết định xử phạt", "issue a decision"),
    settles: ["CASE_DECISION"],
    note:
      "On a party of a case; its number is drawn from the issuer's register. The decision is signed on the day of " +
      "`occurredAt`: that day's powers and year of numbers count.",
    begins: "sanction",
    fields: {
      ...NUMBERED,
      caseId: SANCTION.caseId,
      partyId: id(SANCTION.party.words, "The party of the case that is sanctioned."),
      issuerId: ref("Unit", SANCTION.issuer.words),
      signer: SANCTION.signer,
      kind: orElse(optional(noted(SANCTION.kind, "SANCTION when absent.")), "SANCTION"),
      ...asIn(SANCTION, "noFineBecause", "replacesId"),
      ...CONTENT,
    },
    looked: looked<LookedForIssue>(),
    rules: issueRules,
    claims: ({ data }) => theActsOf(data.partyId),
    numbered: ({ data, id: sanctionId, meta }) =>
      numberFor(data.kind, data, meta, { issuerId: data.issuerId, forId: sanctionId, recordId: sanctionId }),
    tells: {
      SanctionIssued(asked) {
        const { kind, drawn, issuer, signer, party, replaces, noFineBecause, violationCase } = asked.data;
        const signedOn = signingDay(asked);
        const proposal = proposalOf(asked);
        const content = contentOf(proposal);
        return {
          caseId: violationCase.caseId,
          kind,
          number: drawn,
          issuer: { unitId: issuer.unitId, name: nameOn(issuer.names, signedOn) },
          signer,
          power: powerUsed(proposal),
          party: { partyId: party.partyId, kind: party.kind, name: party.name },
          content,
          fine: fineOf(content),
          signedOn,
          replacesId: replaces?.sanctionId ?? null,
          noFineBecause,
        };
      },
    },
  }),
  ServeSanction: step({
    does: say("giao quyết định", "serve the decision"),
    settles: ["SANCTION_SENDING"],
    note:
      "It was handed over (giao, tống đạt), or counts as served (the Law, Art. 70): from that day the time of execution " +
      "runs.",
    fields: {
      ...needed(SANCTION, "receivedOn"),
      way: orElse(noted(SANCTION.servedBy, "HANDED_OVER when absent."), "HANDED_OVER"),
      thirdSentOn: optional(
        day(
          say("ngày gửi lần thứ ba", "sent for the third time on"),
          "Of RETURNED: it counts as served when ten days have passed since.",
        ),
      ),
      executionDueOn: optional(noted(SANCTION.executionDueOn, "Where the decision gives longer than the law.")),
    },
    looked: looked<{
      readonly executionDueOn: LocalDate;
      /** The deadline as the law has it: one that is notified may be later, never earlier. */
      readonly lawfulDueOn: LocalDate;
      readonly rule: DeadlineRule;
      /** The last day without late interest, and what was chosen about due days that days off move. */
      readonly interestAfter: LocalDate;
      readonly movedDueDay: ParameterRule;
      /** Of one that came back: the first day on which it counts as served. */
      readonly deemedFrom: LocalDate | null;
    }>(),
    from: ["SIGNED", "EXECUTED"],
    when: [
      function notServedYet({ state: { receivedOn } }) {
        return receivedOn === null ? undefined : sanctionRefusals.SANCTION_SERVED_ALREADY(["sanctionId"], receivedOn);
      },
    ],
    rules: [
      function thirdSendingOfWhatCameBack({ data: { way, thirdSentOn } }) {
        const missing = way === "RETURNED" && thirdSentOn === null;
        if (missing) return sanctionRefusals.SANCTION_SERVICE_NEEDS_SENDING(["thirdSentOn"]);
        const needless = way !== "RETURNED" && thirdSentOn !== null;
        return needless ? sanctionRefusals.SANCTION_SERVICE_TAKES_NO_SENDING(["thirdSentOn"]) : undefined;
      },
      function sentInTheRightOrder(asked) {
        const { thirdSentOn } = asked.data;
        return thirdSentOn === null ? undefined : happened(asked, thirdSentOn, ["thirdSentOn"]);
      },
      function deemedOnlyAfterItsTime({ data: { deemedFrom, receivedOn } }) {
        const early = deemedFrom !== null && receivedOn < deemedFrom;
        return early ? sanctionRefusals.SANCTION_NOT_DEEMED_SERVED_YET(["receivedOn"], deemedFrom) : undefined;
      },
      function receivedInTheRightOrder(asked) {
        return happened(asked, asked.data.receivedOn, ["receivedOn"]);
      },
      function offenderHasTheLawsTime({ data: { executionDueOn, lawfulDueOn } }) {
        const short = executionDueOn < lawfulDueOn;
        return short ? sanctionRefusals.SANCTION_EXECUTION_DUE_TOO_EARLY(["executionDueOn"], lawfulDueOn) : undefined;
      },
    ],
    tells: {
      SanctionServed: ({ data: { receivedOn, way, executionDueOn, rule, interestAfter, movedDueDay } }) => ({
        receivedOn,
        executionDueOn,
        law: referenceTo(rule.key, rule),
        way,
        interestAfter,
        interestLaw: referenceTo(movedDueDay.key, movedDueDay),
      }),
      // A warning is carried out by being served.
      SanctionMeasureRecorded: ({ state, data }) =>
        state.measures
          .filter((one) => one.kind === "WARNING" && one.state === "ORDERED")
          .map(({ measureId }) => ({ measureId, state: "DONE", doneOn: data.receivedOn, note: null })),
    },
  }),
  RecordUnprovenService: step({
    does: say("ghi nhận không có chứng cứ giao nhận quyết định", "record that nothing proves its receipt"),
    note:
      "The decision was sent, and nothing proves when it was received: late interest runs from the thirteenth day after " +
      "the signing (Circular 18/2023, Art. 5). Enforcement and the time for complaints wait for its service.",
    fields: { sentOn: day(say("ngày gửi", "sent on")), document },
    /** The last day to pay without interest. */
    looked: looked<{ readonly executionDueOn: LocalDate; readonly rule: DeadlineRule }>(),
    from: ["SIGNED"],
    when: [
      function notRecordedYet({ state: { executionDueOn } }) {
        const already = executionDueOn !== null;
        return already ? sanctionRefusals.SANCTION_SERVICE_UNPROVEN_ALREADY(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function sentInTheRightOrder(asked) {
        return happened(asked, asked.data.sentOn, ["sentOn"]);
      },
    ],
    event: "SanctionServiceUnproven",
    besides: ({ data: { executionDueOn, rule } }) => ({ executionDueOn, law: referenceTo(rule.key, rule) }),
  }),
  PublishSanction: step({
    does: say("công bố công khai việc xử phạt", "make the sanction public"),
    note:
      "In the media or on an authority's page (the Law on Handling Administrative Violations, Article 72). From then on " +
      "`publicEvents` tells of the decision, by its number.",
    fields: asIn(SANCTION_PUBLICATION.fields, "publishedOn", "medium", "address"),
    makes: { publicationId: "publication" },
    from: STANDING,
    rules: [
      function publishedAfterTheSigning(asked) {
        return happened(asked, asked.data.publishedOn, ["publishedOn"]);
      },
      function publishedOnceThere({ state, data: { publishedOn, medium } }) {
        const known = state.publications.some((one) => one.publishedOn === publishedOn && sameName(one.medium, medium));
        return known ? sanctionRefusals.SANCTION_PUBLISHED_THERE(["medium"]) : undefined;
      },
    ],
    event: "SanctionPublished",
  }),
  TakeBackSanctionPublication: step({
    does: say("hủy ghi nhận việc công bố công khai", "take back that the sanction was made public"),
    note: "It was recorded in error. Who was told of it by `publicEvents` is told this, too.",
    fields: { publicationId: noted(SANCTION_PUBLICATION.fields.publicationId, "As the decision shows it."), reason },
    corrects: true,
    when: [hasSome("publications", sanctionRefusals.SANCTION_NOT_PUBLISHED, "sanctionId")],
    rules: [
      function publicationIsThere({ state, data }) {
        const known = state.publications.some(({ publicationId }) => publicationId === data.publicationId);
        return known ? undefined : sanctionRefusals.SANCTION_PUBLICATION_NOT_FOUND(["publicationId"]);
      },
    ],
    event: "SanctionPublicationTakenBack",
  }),
  // Decisions about the decision: acts of law, each with a paper, a number and a day of its own, before which the decision
  // stood as it did. None corrects the record, which was right all along.
  CorrectSanction: step({
    does: say("ban hành quyết định đính chính", "issue a decision that corrects a slip in it"),
    note: "A slip in the paper that does not touch the content. What corrects it has a number and a day of its own.",
    fields: {
      ...PAPER,
      what: ofOffenders(DECISION_SLIP.fields.what),
      corrected: ofOffenders(DECISION_SLIP.fields.corrected),
    },
    looked: looked<{ readonly issuer: UnitFact }>(),
    makes: { paperId: "paper" },
    from: STANDING,
    rules: [
      issuerExistsOnTheDay,
      function correctionChangesSomething({ data }) {
        const same = data.what.normalize("NFC").trim() === data.corrected.normalize("NFC").trim();
        return same ? sanctionRefusals.SANCTION_CORRECTION_CHANGES_NOTHING(["corrected"]) : undefined;
      },
    ],
    numbered: numberOfPaper("CORRECTION"),
    tells: {
      SanctionCorrected: ({ data: { drawn: number, what, corrected } }) => ({ number, what, corrected }),
    },
  }),
  AmendSanction: step({
    does: say("ban hành quyết định sửa đổi, bổ sung", "issue a decision that amends it"),
    note:
      "Changes the content, from its own day on and by its own number: the whole content as it is to be. Every version " +
      "stays readable.",
    fields: {
      ...PAPER,
      signer: optional(
        one(SIGNER, signer, "Who signs the amendment; absent: who signed the decision, in the power of that day."),
      ),
      ...AMENDED,
    },
    looked: looked<Amendment & { readonly issuer: UnitFact }>(),
    makes: { paperId: "paper" },
    from: STANDING,
    rules: [
      issuerExistsOnTheDay,
      function contentIsLawful({ state, data, meta }) {
        return refusalOfAmendment(state, data, localDateOf(meta.occurredAt));
      },
      function delegationIsPlausible({ data, meta }) {
        return data.signer ? delegationFits(data.signer, localDateOf(meta.occurredAt)) : undefined;
      },
    ],
    claims: ({ state }) => theActsOf(state.party.partyId),
    numbered: numberOfPaper("AMENDMENT"),
    tells: {
      SanctionAmended: ({ state, data, meta }) => ({
        number: data.drawn,
        ...amendedContent(state, data, localDateOf(meta.occurredAt)),
        signer: data.signer,
        complaintId: null,
      }),
    },
  }),
  AnnulSanction: step({
    does: say("hủy bỏ quyết định", "annul the decision"),
    note: "The whole of it. Its number stays its own; what was paid is owed back.",
    fields: { ...PAPER, ...needed(DECISION_PAPER.fields, "ground") },
    looked: looked<{ readonly issuer: UnitFact }>(),
    makes: { paperId: "paper" },
    from: STANDING,
    rules: [issuerExistsOnTheDay],
    numbered: numberOfPaper("ANNULMENT"),
    tells: {
      SanctionAnnulled: ({ data: { drawn: number, ground } }) => ({ number, ground, complaintId: null }),
    },
  }),
  RecordSanctionMeasure: step({
    does: say("ghi nhận việc thi hành một biện pháp", "record how far a measure is carried out"),
    settles: ["SANCTION_MEASURE"],
    note: "One besides the fine.",
    fields: {
      measureId: noted(SANCTION_MEASURE.fields.measureId, "As the decision shows it."),
      ...asIn(SANCTION_MEASURE.fields, "state", "doneOn", "note"),
    },
    from: STANDING,
    rules: [
      function measureIsOrdered(asked) {
        return measureOf(asked) ? undefined : sanctionRefusals.SANCTION_MEASURE_NOT_FOUND(["measureId"]);
      },
      function measureChanges({ state, data }) {
        const before = measureOf({ state, data });
        const same = before?.state === data.state && before.doneOn === data.doneOn;
        return same ? sanctionRefusals.SANCTION_MEASURE_UNCHANGED(["state"]) : undefined;
      },
      function dayWhereSomethingWasDone({ data }) {
        const done = data.state === "DONE" || data.state === "PARTLY_DONE";
        if (done && data.doneOn === null) return sanctionRefusals.SANCTION_MEASURE_NEEDS_DAY(["doneOn"]);
        return !done && data.doneOn !== null ? sanctionRefusals.SANCTION_MEASURE_TAKES_NO_DAY(["doneOn"]) : undefined;
      },
      function doneInTheRightOrder(asked) {
        const { doneOn } = asked.data;
        return doneOn === null ? undefined : happened(asked, doneOn, ["doneOn"]);
      },
      function suspensionIsOver(asked) {
        const { state, doneOn } = asked.data;
        const months = measureOf(asked)?.months ?? null;
        if (months === null || state !== "DONE" || doneOn === null) return undefined;
        const endsOn = suspensionEndsOn(asked.state, months);
        return doneOn < endsOn ? sanctionRefusals.SANCTION_SUSPENSION_NOT_OVER(["doneOn"], endsOn) : undefined;
      },
    ],
    event: "SanctionMeasureRecorded",
  }),
  SuspendSanctionExecution: step({
    does: say("tạm đình chỉ thi hành quyết định", "suspend the execution"),
    fields: STANDSTILL,
    /** Whether late interest stands still meanwhile. */
    looked: looked<{ readonly pausesInterest: ParameterRule }>(),
    from: ["SIGNED", "SERVED"],
    when: [
      function notSuspendedYet({ state }) {
        const already = state.suspendedFrom !== null;
        return already ? sanctionRefusals.SANCTION_EXECUTION_SUSPENDED(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function suspendedInTheRightOrder(asked) {
        return happened(asked, asked.data.from, ["from"]);
      },
      forAComplaintOfIts,
    ],
    event: "SanctionExecutionSuspended",
    besides: ({ data: { reason: ground, pausesInterest } }) => ({
      ground,
      ...(pausesInterest.value === 0n && { interestRuns: true as const }),
      interestLaw: referenceTo(pausesInterest.key, pausesInterest),
    }),
  }),
  ResumeSanctionExecution: step({
    does: say("tiếp tục thi hành quyết định", "let the execution go on"),
    fields: STANDSTILL,
    from: STANDING,
    when: [
      function isSuspended({ state }) {
        const not = state.suspendedFrom === null;
        return not ? sanctionRefusals.SANCTION_EXECUTION_NOT_SUSPENDED(["sanctionId"]) : undefined;
      },
    ],
    rules: [
      function resumedInTheRightOrder(asked) {
        const since = asked.state.suspendedFrom;
        const early = since !== null && asked.data.from < since;
        if (early) return sanctionRefusals.SANCTION_RESUMED_BEFORE_SUSPENDED(["from"], since);
        return happened(asked, asked.data.from, ["from"]);
      },
      forAComplaintOfIts,
    ],
    event: "SanctionExecutionResumed",
  }),
};

// Rules that several of them have in common ---------------------------------------------------------------------------

type AskedOf<D> = Pick<Asked<Sanction, D>, "state" | "data" | "meta">;

/** For a paper with a number of its own. */
function issuerExistsOnTheDay({ data, meta }: AskedOf<{ readonly issuer: UnitFact }>): Refusal | undefined {
  return unitExistsOn(data.issuer, localDateOf(meta.occurredAt), ["issuerId"]);
}

function forAComplaintOfIts({ state, data }: AskedOf<{ readonly complaintId: string | null }>): Refusal | undefined {
  const known = data.complaintId === null || state.complaints.some((one) => one.complaintId === data.complaintId);
  return known ? undefined : sanctionRefusals.SANCTION_COMPLAINT_NOT_FOUND(["complaintId"]);
}

const measureOf = ({
  state,
  data,
}: Omit<AskedOf<{ readonly measureId: string }>, "meta">): MeasureStanding | undefined =>
  state.measures.find((one) => one.measureId === data.measureId);
