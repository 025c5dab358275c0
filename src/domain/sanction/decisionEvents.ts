import { blankOf } from "../kernel/fields.js";
import { eventsOf, type Occurrence } from "../kernel/history.js";
import { type Links, some, type Subject, units, withinCase } from "../kernel/links.js";
import { dong, type Vnd } from "../kernel/money.js";
import type { DecisionNumber } from "../kernel/taking.js";
import { termWords } from "../kernel/terms.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { type Bilingual, enDay, enVnd, say, viDay, viVnd } from "../kernel/words.js";
import type { LawReference } from "../law/lawBook.js";
import {
  DECISION_PAPER,
  type DecisionContent,
  type DecisionPaper,
  lineIn,
  type MeasureStanding,
  type Publication,
  type SanctionLine,
  type Signer,
} from "./decision.js";
import { annulled, decidedAnew, openAccount, paused, resumed } from "./fineAccount.js";
import { BLANK, type Sanction } from "./sanction.js";
import {
  ANNULMENT_GROUNDS,
  type AnnulmentGround,
  DECISION_KINDS,
  DEEMED_SERVICE,
  MEASURE_STATES,
  SERVICE_WAYS,
  type ServiceWay,
} from "./terms.js";

const { begins, happens, takesBack } = eventsOf<Sanction, { readonly sanctionId: string }>();

/** What can have happened to the decision itself. Papers are of their own day: the days before stay as it was then. */
export const decisionEvents = {
  SanctionIssued: begins<
    Pick<
      Sanction,
      "caseId" | "kind" | "issuer" | "signer" | "power" | "party" | "signedOn" | "replacesId" | "noFineBecause"
    > & {
      readonly number: DecisionNumber;
      readonly content: DecisionContent;
      /** Sum of the lines' amounts. */
      readonly fine: Vnd;
    }
  >({
    stays: say(
      "Quyết định đã ban hành chỉ thay đổi bằng quyết định đính chính, sửa đổi hoặc hủy bỏ.",
      "What was issued is changed by another decision only, which corrects a slip, amends or annuls it.",
    ),
    says({ kind, number: { text }, fine }) {
      const { vi, en } = termWords(DECISION_KINDS, kind);
      const fined = withFine(fine);
      return say(`Ban hành ${vi} số ${text}${fined.vi}.`, `The ${en} No. ${text} was issued${fined.en}.`);
    },
    on: "signedOn",
    about: ({ caseId, issuer, replacesId, content }): Links => ({
      set: {
        case: some("ViolationCase", caseId),
        issuer: units([issuer]),
        replaces: some("Sanction", replacesId),
        seizures: confiscated(content),
      },
      ...withinCase(caseId),
    }),
    begins({ fine, content, ...told }, { reason }) {
      const { number, signer, signedOn: on } = told;
      const lines = linesOf(content);
      return {
        ...{ ...BLANK, ...told, status: "SIGNED", lateEntryReason: reason ?? null },
        ...{ lines, measures: measuresOf(content, []), fine: openAccount(fine, on) },
        papers: [{ ...NOTHING, kind: "DECISION", on, number, signer, lines, measures: content.measures, fine }],
      };
    },
  }),
  /** `executionDueOn` is the deadline as notified; it does not move with the calendar later. */
  SanctionServed: happens<{
    receivedOn: LocalDate;
    executionDueOn: LocalDate;
    law: LawReference;
    /** Absent in older logs: it was handed over. */
    way?: ServiceWay;
    /** The last day without late interest; absent in older logs: that of execution. */
    interestAfter?: LocalDate;
    /** By what was chosen about due days that days off move. */
    interestLaw?: LawReference;
  }>({
    touches: () => ["service"],
    says({ receivedOn, executionDueOn, way }) {
      const due = say(
        `hạn thi hành đến hết ngày ${viDay(executionDueOn)}`,
        `to be complied with by ${enDay(executionDueOn)}`,
      );
      if (way === undefined || !DEEMED_SERVICE.includes(way)) {
        return say(
          `Giao quyết định ngày ${viDay(receivedOn)}; ${due.vi}.`,
          `The decision was served on ${enDay(receivedOn)}, ${due.en}.`,
        );
      }
      const { vi, en } = termWords(SERVICE_WAYS, way);
      return say(
        `Quyết định được coi là đã giao ngày ${viDay(receivedOn)} (${vi}); ${due.vi}.`,
        `The decision counts as served on ${enDay(receivedOn)} (${en}), ${due.en}.`,
      );
    },
    on: "receivedOn",
    leadsTo: ["SERVED", "EXECUTED"],
    changes: (_sanction, { receivedOn, executionDueOn, law, way, interestAfter }) => ({
      receivedOn,
      servedBy: way ?? "HANDED_OVER",
      executionDueOn,
      interestAfter: interestAfter ?? executionDueOn,
      executionLaw: law,
    }),
  }),
  /** It was sent, and nothing proves its receipt. `executionDueOn`: the last day to pay without interest. */
  SanctionServiceUnproven: happens<{
    sentOn: LocalDate;
    document: string;
    executionDueOn: LocalDate;
    law: LawReference;
  }>({
    touches: () => ["service"],
    says: ({ sentOn, executionDueOn }) =>
      say(
        `Gửi quyết định ngày ${viDay(sentOn)}, không có chứng cứ giao nhận; tiền chậm nộp tính sau ngày ${viDay(executionDueOn)}.`,
        `The decision was sent on ${enDay(sentOn)} and nothing proves its receipt; late interest runs after ${enDay(executionDueOn)}.`,
      ),
    on: "sentOn",
    leadsTo: ["EXECUTED"],
    changes: (_sanction, { executionDueOn, law }) => ({
      executionDueOn,
      interestAfter: executionDueOn,
      executionLaw: law,
    }),
  }),
  SanctionEntryTakenBack: takesBack(),
  /** Công bố công khai việc xử phạt: the Law on Handling Administrative Violations, Article 72. */
  SanctionPublished: happens<Publication>({
    stays: say("Việc công bố được hủy bằng lệnh riêng.", "A publication is taken back by a command of its own."),
    says: ({ publishedOn, medium }) =>
      say(
        `Công bố công khai việc xử phạt ngày ${viDay(publishedOn)} (${medium}).`,
        `The sanction was made public on ${enDay(publishedOn)} (${medium}).`,
      ),
    on: "publishedOn",
    isPublic: "BY_LAW",
    changes: ({ publications }, { publicationId, publishedOn, medium, address }) => ({
      publications: [...publications, { publicationId, publishedOn, medium, address }],
    }),
  }),
  /** It was recorded in error: the decision was not made public there. */
  SanctionPublicationTakenBack: happens<{ publicationId: string }>({
    stays: say("Nếu hủy nhầm thì ghi lại việc đó.", "If this was in error, enter it again."),
    says: say("Hủy ghi nhận một lần công bố công khai việc xử phạt.", "A publication of the sanction was taken back."),
    corrects: true,
    isPublic: "ONCE_TOLD",
    changes: ({ publications }, { publicationId }) => ({
      publications: publications.filter((one) => one.publicationId !== publicationId),
    }),
  }),
  /** Quyết định đính chính, by its own number and day: of a slip in the paper that does not touch the content. */
  SanctionCorrected: happens<{ number: DecisionNumber; what: string; corrected: string }>({
    touches: () => ["papers"],
    says: ({ number: { text } }) =>
      say(`Đính chính quyết định bằng văn bản số ${text}.`, `A slip in the decision was corrected by No. ${text}.`),
    isPublic: "ONCE_TOLD",
    changes: ({ papers }, { number, what, corrected }, event) => ({
      papers: [...papers, paperOf("CORRECTION", event, { number, slip: { what, corrected } })],
    }),
  }),
  /** Quyết định sửa đổi, bổ sung: the content as it is from its day on. `fine` is the new sum. */
  SanctionAmended: happens<{
    number: DecisionNumber | null;
    content: DecisionContent;
    fine: Vnd;
    /** Who signed the amendment; null: nobody's name was given, or a complaint led to it. */
    signer: Signer | null;
    complaintId: string | null;
  }>({
    touches: () => ["content", "papers"],
    says({ number, fine }) {
      const [by, fined] = [numbered(number), withFine(fine)];
      return say(`Sửa đổi, bổ sung quyết định${by.vi}${fined.vi}.`, `The decision was amended${by.en}${fined.en}.`);
    },
    about: ({ content }) => ({ set: { seizures: confiscated(content) } }),
    isPublic: "ONCE_TOLD",
    changes(sanction, { content, fine, number, signer, complaintId }, event) {
      const lines = linesOf(content);
      const told = { number, lines, measures: content.measures, fine, signer, complaintId };
      return {
        lines,
        measures: measuresOf(content, sanction.measures),
        fine: decidedAnew(sanction.fine, fine, localDateOf(event.occurredAt)),
        papers: [...sanction.papers, paperOf("AMENDMENT", event, told)],
      };
    },
  }),
  /** Hủy bỏ toàn bộ. The number stays. */
  SanctionAnnulled: happens<{ number: DecisionNumber | null; ground: AnnulmentGround; complaintId: string | null }>({
    touches: () => ["content", "papers"],
    says({ number, ground }) {
      const by = numbered(number);
      const { vi, en } = termWords(ANNULMENT_GROUNDS, ground);
      return say(`Hủy bỏ quyết định${by.vi}: ${vi}.`, `The decision was annulled${by.en}: ${en}.`);
    },
    isPublic: "ONCE_TOLD",
    to: "ANNULLED",
    changes: (sanction, { number, ground, complaintId }, event) => ({
      suspendedFrom: null,
      suspendedFor: null,
      annulledOn: localDateOf(event.occurredAt),
      fine: annulled(sanction.fine),
      // What was carried out stays on record; nothing more is ordered.
      measures: sanction.measures.map((one) => (one.state === "DONE" ? one : { ...one, state: "DROPPED" })),
      papers: [...sanction.papers, paperOf("ANNULMENT", event, { number, ground, complaintId })],
    }),
  }),
  SanctionMeasureRecorded: happens<Pick<MeasureStanding, "measureId" | "state" | "doneOn" | "note">>({
    touches: ({ measureId }) => [measureId],
    says({ state }) {
      const { vi, en } = termWords(MEASURE_STATES, state);
      return say(
        `Ghi nhận về một hình thức xử phạt hoặc biện pháp khắc phục hậu quả: ${vi}.`,
        `It was recorded of a measure that the decision orders: ${en}.`,
      );
    },
    on: "doneOn",
    leadsTo: ["EXECUTED"],
    changes: ({ measures }, { measureId, state, doneOn, note }) => ({
      measures: measures.map((one) => (one.measureId === measureId ? { ...one, state, doneOn, note } : one)),
    }),
  }),
  /** Tạm đình chỉ thi hành, and its end. While it lasts no interest runs, unless the event says so. */
  SanctionExecutionSuspended: happens<{
    from: LocalDate;
    complaintId: string | null;
    ground: string;
    interestRuns?: true;
    /** By what was chosen about it. */
    interestLaw?: LawReference;
  }>({
    touches: () => ["standstill"],
    says: ({ from }) =>
      say(
        `Tạm đình chỉ thi hành quyết định từ ngày ${viDay(from)}.`,
        `The execution was suspended from ${enDay(from)}.`,
      ),
    on: "from",
    changes: ({ fine, suspensions }, { from, complaintId, ground, interestRuns }) => ({
      suspendedFrom: from,
      suspendedFor: complaintId,
      suspensions: [...suspensions, { from, resumedFrom: null, ground, complaintId }],
      fine: paused(fine, "SUSPENDED", from, interestRuns),
    }),
  }),
  SanctionExecutionResumed: happens<{ from: LocalDate; complaintId: string | null }>({
    touches: () => ["standstill"],
    says: ({ from }) =>
      say(`Tiếp tục thi hành quyết định từ ngày ${viDay(from)}.`, `The execution goes on from ${enDay(from)}.`),
    on: "from",
    changes: ({ fine, suspensions }, { from }) => ({
      suspendedFrom: null,
      suspendedFor: null,
      suspensions: suspensions.map((one, index) =>
        index === suspensions.length - 1 ? { ...one, resumedFrom: from } : one,
      ),
      fine: resumed(fine, "SUSPENDED", from),
    }),
  }),
};

// What the sentences have in common ---------------------------------------------------------------------------------

const withFine = (fine: Vnd): Bilingual =>
  dong(fine) === 0n ? say("", "") : say(`, phạt tiền ${viVnd(fine)}`, ` with a fine of ${enVnd(fine)}`);

const numbered = (number: DecisionNumber | null): Bilingual =>
  number === null ? say("", "") : say(` bằng văn bản số ${number.text}`, ` by No. ${number.text}`);

// What the changes have in common -----------------------------------------------------------------------------------

const confiscated = ({ measures }: DecisionContent): readonly Subject[] =>
  some("Seizure", ...measures.flatMap(({ seizureIds }) => seizureIds));

const linesOf = ({ lines }: DecisionContent): readonly SanctionLine[] => lines.map(lineIn);

/** A measure that stays in the content keeps how far it has been carried out. */
function measuresOf({ measures }: DecisionContent, before: readonly MeasureStanding[]): readonly MeasureStanding[] {
  return measures.map((ordered) => {
    const {
      state = "ORDERED",
      doneOn = null,
      note = null,
    } = before.find((one) => one.measureId === ordered.measureId) ?? {};
    return { ...ordered, state, doneOn, note };
  });
}

const NOTHING = blankOf(DECISION_PAPER.fields);

const paperOf = (
  kind: DecisionPaper["kind"],
  { occurredAt, reason }: Occurrence,
  told: Partial<DecisionPaper>,
): DecisionPaper => ({ ...NOTHING, kind, on: localDateOf(occurredAt), reason: reason ?? null, ...told });
