import { blankOf, type DataOf } from "../kernel/fields.js";
import { eventsOf, type EventsOf, history, type Occurrence } from "../kernel/history.js";
import { some, units } from "../kernel/links.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { enCount, enDay, say, viCount, viDay } from "../kernel/words.js";
import type { LawReference } from "../law/lawBook.js";
import { statusOf } from "./standing.js";
import {
  AT_WORK,
  CASE_STATUSES,
  CLOSING_GROUNDS,
  type ClosingGround,
  EXPLANATION_FORMS,
  type ExplanationForm,
  MINUTES_GROUNDS,
  type MinutesGround,
} from "./terms.js";
import {
  BLANK,
  type DETECTION,
  type ExplanationAnswer,
  type Found,
  type HandlingUnit,
  HEARING,
  type Minutes,
  NO_EXPLANATION,
  PROSECUTION,
  type Right,
  type Verification,
  type ViolationCase,
} from "./violationCase.js";

const { begins, happens, takesBack } = eventsOf<ViolationCase, { readonly caseId: string }>();

const because = ({ reason }: Occurrence): string => reason ?? "";

const answered = ({ explanation }: ViolationCase, answer: ExplanationAnswer): Pick<ViolationCase, "explanation"> => ({
  explanation: { ...explanation, answers: [...explanation.answers, answer] },
});

/** What can have happened to a case. Its status follows from what is true of it (`statusOf`), so no event sets it. */
export const violationCaseEvents = {
  /** Violations: of a case ON_THE_SPOT; the others have theirs in the minutes. */
  ViolationCaseRecorded: begins<DataOf<typeof DETECTION> & Found>({
    stays: say(
      "Vụ việc nhập nhầm thì hủy hồ sơ; điều ghi sai thì lập biên bản xác minh.",
      "A case entered in error is voided; what was recorded wrongly is corrected by a verification record.",
    ),
    says: ({ detectedOn, unit }) =>
      say(
        `Phát hiện vụ việc vi phạm ngày ${viDay(detectedOn)}, đơn vị thụ lý: ${unit.name}.`,
        `A violation was detected on ${enDay(detectedOn)}; ${unit.name} handles the case.`,
      ),
    on: "detectedOn",
    about: ({ unit, inspectionId }) => ({
      set: { units: units([unit]), inspection: some("Inspection", inspectionId) },
    }),
    begins: (data, { reason }) => ({ ...BLANK, ...data, status: "DETECTED", lateEntryReason: reason ?? null }),
  }),
  ViolationMinutesDrawnUp: happens<{ minutes: Minutes }>({
    touches: () => ["acts", "explanation"],
    says: ({ minutes: { number, madeOn, violations } }) =>
      say(
        `Lập biên bản vi phạm hành chính số ${number} ngày ${viDay(madeOn)}, nêu ${viCount(violations.length)} hành vi.`,
        `Minutes No. ${number} were drawn up on ${enDay(madeOn)}; violations stated: ${enCount(violations.length)}.`,
      ),
    on: ({ minutes }) => minutes.madeOn,
    // With the right to explain, which comes with the minutes or never; a verification leads to neither.
    leadsTo: ["MINUTES_MADE", "EXPLANATION_OPEN"],
    keeps: true,
    changes: (_case, { minutes }) => ({ violations: minutes.violations }),
  }),
  ViolationVerified: happens<{ record: Omit<Verification, "reason"> }>({
    touches: () => ["acts", "explanation"],
    says: ({ record: { madeOn, violations } }) =>
      say(
        `Lập biên bản xác minh ngày ${viDay(madeOn)}; số hành vi sau xác minh: ${viCount(violations.length)}.`,
        `A verification record was made on ${enDay(madeOn)}; violations from then on: ${enCount(violations.length)}.`,
      ),
    corrects: true,
    changes: ({ verifications }, { record }, event) => ({
      parties: record.parties,
      violations: record.violations,
      verifications: [...verifications, { ...record, reason: because(event) }],
    }),
  }),
  /** These parties may explain. `dueOn` does not move with the calendar later; null: they have not been told yet. */
  ExplanationOpened: happens<Right>({
    touches: () => ["explanation"],
    says: ({ dueOn }) =>
      dueOn === null
        ? say(
            "Phát sinh quyền giải trình, chưa thông báo thời hạn.",
            "There is a right to explain; its period is yet to be notified.",
          )
        : say(`Mở thời hạn giải trình đến hết ngày ${viDay(dueOn)}.`, `The right to explain runs to ${enDay(dueOn)}.`),
    changes: ({ explanation, minutes }, { partyIds, since, dueOn, oralRequestDueOn, law }) => ({
      explanation: {
        ...explanation,
        partyIds,
        since: since ?? explanation.since ?? minutes?.madeOn ?? null,
        dueOn,
        // Thresholds come before the period; where the right stays as it was told, so does its period.
        law: dueOn === null ? null : (law.find(({ key }) => key === "EXPLANATION_WRITTEN") ?? explanation.law),
        oralRequestDueOn,
      },
    }),
  }),
  /** After a verification nobody has the right any more. */
  ExplanationDropped: happens({
    touches: () => ["explanation"],
    says: say("Không còn quyền giải trình.", "Nobody has the right to explain any more."),
    leadsTo: ["MINUTES_MADE"],
    changes: () => ({ explanation: NO_EXPLANATION }),
  }),
  ExplanationExtended: happens<{ dueOn: LocalDate; law: LawReference }>({
    touches: () => ["explanation"],
    says: ({ dueOn }) =>
      say(
        `Gia hạn thời hạn giải trình đến hết ngày ${viDay(dueOn)}.`,
        `The period to explain was extended to ${enDay(dueOn)}.`,
      ),
    changes: ({ explanation }, { dueOn, law }) => ({ explanation: { ...explanation, dueOn, law, extended: true } }),
  }),
  /** `noticeDueOn`: the last day for the notice of time and place. */
  HearingRequested: happens<{ partyId: string; requestedOn: LocalDate; noticeDueOn: LocalDate; law: LawReference }>({
    says: ({ requestedOn, noticeDueOn }) =>
      say(
        `Yêu cầu giải trình trực tiếp ngày ${viDay(requestedOn)}; phải thông báo thời gian, địa điểm trước khi hết ngày ${viDay(noticeDueOn)}.`,
        `A hearing was asked for on ${enDay(requestedOn)}; its time and place are to be notified by ${enDay(noticeDueOn)}.`,
      ),
    on: "requestedOn",
    changes: ({ explanation }, { partyId, requestedOn, noticeDueOn, law }) => ({
      explanation: {
        ...explanation,
        hearings: [...explanation.hearings, { ...blankOf(HEARING.fields), partyId, requestedOn, noticeDueOn, law }],
      },
    }),
  }),
  HearingNotified: happens<{ partyId: string; notifiedOn: LocalDate; heldOn: LocalDate; place: string }>({
    says: ({ notifiedOn, heldOn }) =>
      say(
        `Thông báo ngày ${viDay(notifiedOn)}: phiên giải trình trực tiếp tổ chức ngày ${viDay(heldOn)}.`,
        `It was notified on ${enDay(notifiedOn)} that the hearing is held on ${enDay(heldOn)}.`,
      ),
    on: "notifiedOn",
    changes: ({ explanation }, { partyId, notifiedOn, heldOn, place }) => ({
      explanation: {
        ...explanation,
        hearings: explanation.hearings.map((one) =>
          one.partyId === partyId ? { ...one, notifiedOn, heldOn, place } : one,
        ),
      },
    }),
  }),
  ExplanationSubmitted: happens<{
    partyId: string;
    form: ExplanationForm;
    submittedOn: LocalDate;
    /** When the hearing was asked for. */
    requestedOn: LocalDate | null;
    summary: string;
  }>({
    touches: () => ["explanation"],
    says: ({ form, submittedOn }) =>
      say(
        `Tiếp nhận giải trình ${EXPLANATION_FORMS.words[form].vi} ngày ${viDay(submittedOn)}.`,
        `An explanation was given on ${enDay(submittedOn)}, ${EXPLANATION_FORMS.words[form].en}.`,
      ),
    on: "submittedOn",
    leadsTo: ["EXPLANATION_OPEN", "EXPLAINED"],
    changes: (state, { partyId, form, submittedOn: on, summary }) => answered(state, { partyId, form, on, summary }),
  }),
  ExplanationWaived: happens<{ partyId: string }>({
    touches: () => ["explanation"],
    says: say("Người vi phạm không yêu cầu giải trình.", "The right to explain was waived."),
    leadsTo: ["EXPLANATION_OPEN", "EXPLAINED", "EXPLANATION_WAIVED"],
    changes: (state, { partyId }, { occurredAt }) =>
      answered(state, { partyId, form: null, on: localDateOf(occurredAt), summary: null }),
  }),
  VerificationRequested: happens<{ what: string }>({
    says: say("Yêu cầu xác minh tình tiết của vụ việc.", "A verification of the case was asked for."),
    changes: (_case, { what }) => ({ verificationWanted: what }),
  }),
  ViolationCaseMarkedComplex: happens({
    says: say("Xác định vụ việc đặc biệt nghiêm trọng, phức tạp.", "The case was marked as very serious or complex."),
    // Before its minutes are made, they have longer by it too.
    changes: ({ minutes, minutesGround }) => ({
      isComplex: true,
      minutesGround: minutesGround ?? (minutes === null ? "COMPLEX_OR_WIDE" : null),
    }),
  }),
  MinutesPeriodLengthened: happens<{ ground: MinutesGround; resultOn: LocalDate | null }>({
    says({ ground, resultOn }) {
      const { vi, en } = MINUTES_GROUNDS.words[ground];
      return resultOn === null
        ? say(`Thời hạn lập biên bản dài hơn: ${vi}.`, `The minutes have longer: ${en}.`)
        : say(
            `Thời hạn lập biên bản tính từ ngày ${viDay(resultOn)}: ${vi}.`,
            `The time for the minutes runs from ${enDay(resultOn)}: ${en}.`,
          );
    },
    on: "resultOn",
    changes: (_case, { ground: minutesGround, resultOn: minutesResultOn }) => ({ minutesGround, minutesResultOn }),
  }),
  ViolationCaseTransferred: happens<{ from: HandlingUnit; to: HandlingUnit; transferredOn: LocalDate }>({
    touches: () => ["file"],
    says: ({ from, to, transferredOn }) =>
      say(
        `Chuyển hồ sơ vụ việc từ ${from.name} sang ${to.name} ngày ${viDay(transferredOn)}.`,
        `The case was transferred from ${from.name} to ${to.name} on ${enDay(transferredOn)}.`,
      ),
    on: "transferredOn",
    // The unit that had the case goes on seeing what became of it.
    about: ({ from, to }) => ({ add: { units: units([from, to]) } }),
    changes: ({ transfers }, { from, to, transferredOn }, event) => ({
      unit: to,
      transfers: [...transfers, { from, to, transferredOn, reason: because(event) }],
    }),
  }),
  ViolationCaseTransferredToProsecution: happens<{ body: string; document: string; transferredOn: LocalDate }>({
    touches: () => ["file"],
    says: ({ body, transferredOn }) =>
      say(
        `Chuyển hồ sơ sang ${body} ngày ${viDay(transferredOn)} để truy cứu trách nhiệm hình sự.`,
        `The file was handed to the investigating body, ${body}, on ${enDay(transferredOn)}.`,
      ),
    on: "transferredOn",
    leadsTo: ["IN_CRIMINAL_PROCEEDINGS"],
    changes: ({ prosecutions }, { body, document, transferredOn: since }) => ({
      prosecutions: [...prosecutions, { ...blankOf(PROSECUTION.fields), body, document, since }],
    }),
  }),
  /** `pausedDays`: how long the file was away. */
  ViolationCaseReturnedFromProsecution: happens<{ document: string; returnedOn: LocalDate; pausedDays: number }>({
    touches: () => ["file"],
    says: ({ returnedOn, pausedDays }) =>
      say(
        `Cơ quan tiến hành tố tụng trả lại hồ sơ ngày ${viDay(returnedOn)}, sau ${viCount(pausedDays)} ngày.`,
        `The investigating body gave the file back on ${enDay(returnedOn)}; days away: ${enCount(pausedDays)}.`,
      ),
    on: "returnedOn",
    leadsTo: AT_WORK,
    changes: ({ prosecutions, pausedDays }, { document: returnDocument, returnedOn, pausedDays: away }) => ({
      prosecutions: prosecutions.map((one) => (one.returnedOn === null ? { ...one, returnedOn, returnDocument } : one)),
      pausedDays: pausedDays + away,
    }),
  }),
  ViolationCaseClosed: happens<{ ground: ClosingGround; closedOn: LocalDate }>({
    touches: () => ["file"],
    says: ({ ground, closedOn }) =>
      say(
        `Kết thúc vụ việc ngày ${viDay(closedOn)}, căn cứ: ${CLOSING_GROUNDS.words[ground].vi}.`,
        `The case was closed on ${enDay(closedOn)}: ${CLOSING_GROUNDS.words[ground].en}.`,
      ),
    on: "closedOn",
    leadsTo: ["CLOSED"],
    changes: (_case, { ground, closedOn: on }, event) => ({ closed: { ground, on, reason: because(event) } }),
  }),
  ViolationCaseReopened: happens({
    touches: () => ["file"],
    says: say("Mở lại vụ việc đã kết thúc.", "The case was taken up again."),
    leadsTo: [...AT_WORK, "IN_CRIMINAL_PROCEEDINGS"],
    changes: () => ({ closed: null }),
  }),
  ViolationCaseEntryTakenBack: takesBack(),
  ViolationCaseVoided: happens({
    says: say("Hủy hồ sơ vụ việc nhập nhầm.", "The record of the case was voided."),
    corrects: true,
    leadsTo: ["VOIDED"],
    changes: (_case, _data, event) => ({ voidedBecause: because(event) }),
  }),
};

export type ViolationCaseEvent = EventsOf<typeof violationCaseEvents>;

export const violationCaseHistory = history({
  kind: "ViolationCase",
  category: "violationCase",
  timeline: "CASE",
  id: "caseId",
  words: say("vụ việc", "case"),
  statuses: CASE_STATUSES,
  events: violationCaseEvents,
  blank: BLANK,
  settle: (after: ViolationCase, _event: ViolationCaseEvent) => ({ ...after, status: statusOf(after) }),
});
