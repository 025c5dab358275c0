import { type CorrectionOf, referenceIn } from "../kernel/fields.js";
import { eventsOf, type EventsOf, history } from "../kernel/history.js";
import { some, type Subject } from "../kernel/links.js";
import { termWords } from "../kernel/terms.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, enMoment, say, viDay, viMoment } from "../kernel/words.js";
import {
  BLANK,
  type CORRECTED,
  type PressItem,
  type PressItemAddress,
  type PressItemAssignment,
  type PressItemClaim,
  type PressItemRequest,
  verdictOn,
} from "./pressItem.js";
import {
  ANSWERABLE,
  PRESS_ITEM_STATUSES,
  PRESS_REQUEST_KINDS,
  PRESS_TONES,
  PRESS_VERDICTS,
  type PressVerdict,
} from "./terms.js";

type Captured = Pick<
  PressItem,
  | ("title" | "agencyId" | "outletName" | "reporterId" | "authorName" | "medium" | "publishedOn" | "issue" | "page")
  | ("timeCode" | "section" | "addresses" | "topic" | "unitIds" | "visitId")
>;
/** What a correction may change. */
type Correction = CorrectionOf<Omit<typeof CORRECTED, "agencyId" | "reporterId">> &
  Partial<Pick<PressItem, "agencyId" | "reporterId">>;

/** What verification found of one claim. */
export interface Verdict {
  readonly claimId: string;
  readonly verdict: PressVerdict;
  readonly finding: string | null;
}

const { begins, corrects, happens, takesBack, voids } = eventsOf<PressItem, { readonly pressItemId: string }>();

/** The assignment that stands, changed. */
const assigned = (state: PressItem, changes: Partial<PressItemAssignment>): Pick<PressItem, "assignments"> => ({
  assignments: state.assignments.map((one, nth) =>
    nth === state.assignments.length - 1 ? { ...one, ...changes } : one,
  ),
});
/** It was handled by this, if it had not been before. */
const handled = (state: PressItem, on: LocalDate, at: string): Partial<PressItem> =>
  state.assignments.at(-1)?.handledOn === null ? assigned(state, { handledOn: on, handledAt: at }) : {};

function judged(state: PressItem, verdicts: readonly Verdict[]): Pick<PressItem, "claims" | "verdict"> {
  const claims = state.claims.map((claim) => {
    const found = verdicts.find((one) => one.claimId === claim.claimId);
    return found ? { ...claim, verdict: found.verdict, finding: found.finding } : claim;
  });
  return { claims, verdict: verdictOn(claims.flatMap((claim) => claim.verdict ?? [])) };
}

/** What a press agency did: where that is the last that happened, the item stands there. */
const answered = (
  state: PressItem,
  requestId: string,
  changes: Partial<PressItemRequest> & { readonly outcome: "PUBLISHED" | "REFUSED" },
): Pick<PressItem, "requests" | "status"> => ({
  status: ANSWERABLE.some((one) => one === state.status) ? changes.outcome : state.status,
  requests: state.requests.map((one) => (one.requestId === requestId ? { ...one, ...changes } : one)),
});

/** The records of which these are the global ids. */
const named = (globalIds: readonly string[]): readonly Subject[] =>
  globalIds.flatMap((one) => {
    const known = referenceIn(one);
    return known ? [{ kind: known.kind, ref: known.id }] : [];
  });
const roles = ({ agencyId, reporterId, unitIds, visitId }: Partial<Captured>) => ({
  ...(agencyId === undefined ? {} : { agency: some("PressAgency", agencyId) }),
  ...(reporterId === undefined ? {} : { author: some("Reporter", reporterId) }),
  ...(unitIds === undefined ? {} : { concerned: some("Unit", ...unitIds) }),
  ...(visitId === undefined ? {} : { visit: some("Visit", visitId) }),
});

/** What of the item later entries rest on, besides its claims and requests. */
const ASSIGNMENT = "assignment";
const HEAD = "head";

const request = (kind: PressItemRequest["kind"]) =>
  happens<PressItemRequest>({
    says: ({ document, sentOn }) =>
      kind === "REPLY"
        ? say(`Gửi phản hồi ${document} ngày ${viDay(sentOn)}.`, `Reply ${document} was sent on ${enDay(sentOn)}.`)
        : say(
            `Yêu cầu cải chính ${document} ngày ${viDay(sentOn)}.`,
            `A correction was asked for by ${document} of ${enDay(sentOn)}.`,
          ),
    on: "sentOn",
    to: kind === "REPLY" ? "REPLY_SENT" : "CORRECTION_REQUESTED",
    touches: ({ requestId }) => [requestId],
    changes: (state, { pressItemId: _, ...sent }, { occurredAt }) => ({
      requests: [...state.requests, sent],
      ...handled(state, sent.sentOn, occurredAt),
    }),
  });

/** What can have happened to a press item. No sentence has its title, which may accuse somebody by name. */
export const pressItemEvents = {
  PressItemCaptured: begins<Captured>({
    says: ({ outletName, publishedOn }) =>
      say(
        `Ghi nhận tin, bài của ${outletName} ngày ${viDay(publishedOn)}.`,
        `An item of ${outletName} of ${enDay(publishedOn)} was captured.`,
      ),
    on: "publishedOn",
    about: (captured) => ({ set: roles(captured) }),
    stays: say("Hồ sơ nhập nhầm thì hủy hồ sơ.", "An item entered in error is voided."),
    begins: ({ pressItemId: _, ...captured }) => ({ ...BLANK, ...captured, status: "CAPTURED" }),
  }),
  PressItemAddressAdded: happens<PressItemAddress>({
    says: say("Thêm một địa chỉ của tin, bài.", "Another address of the item was recorded."),
    corrects: true,
    changes: ({ addresses }, { addressId, url, capturedAt, sha256 }) => ({
      addresses: [...addresses, { addressId, url, capturedAt, sha256 }],
    }),
  }),
  PressItemClassified: happens<Pick<PressItem, "tone"> & { readonly claims: readonly PressItemClaim[] }>({
    says: ({ tone }) => {
      const { vi, en } = termWords(PRESS_TONES, tone ?? "NEUTRAL");
      return say(`Phân loại tin, bài: ${vi}.`, `The item was classified: ${en}.`);
    },
    to: "CLASSIFIED",
    touches: ({ claims }) => claims.map(({ claimId }) => claimId),
    changes: (state, { tone, claims }) => ({ tone, claims: [...state.claims, ...claims] }),
  }),
  PressItemClaimAdded: happens<{ claimId: string; what: string }>({
    says: say("Ghi nhận một nội dung mà tin, bài nêu.", "A claim of the item was recorded."),
    touches: ({ claimId }) => [claimId],
    changes: ({ claims }, { claimId, what }) => ({
      claims: [...claims, { claimId, what, verdict: null, finding: null }],
    }),
  }),
  PressItemClaimWithdrawn: happens<{ claimId: string }>({
    says: say("Rút một nội dung ghi nhầm.", "A claim recorded in error was withdrawn."),
    corrects: true,
    touches: ({ claimId }) => [claimId],
    changes: ({ claims }, { claimId }) => ({ claims: claims.filter((one) => one.claimId !== claimId) }),
  }),
  PressItemAssigned: happens<PressItemAssignment>({
    says: ({ unitName, dueOn, dueAt }) =>
      say(
        `Giao ${unitName} xử lý, thời hạn ${dueAt === null ? `ngày ${viDay(dueOn ?? "…")}` : viMoment(dueAt)}.`,
        `${unitName} is to handle it by ${dueAt === null ? enDay(dueOn ?? "…") : enMoment(dueAt)}.`,
      ),
    about: ({ unitId }) => ({ set: { assigned: some("Unit", unitId) } }),
    to: "ASSIGNED",
    touches: () => [ASSIGNMENT],
    changes: ({ assignments }, { pressItemId: _, ...assignment }) => ({ assignments: [...assignments, assignment] }),
  }),
  PressItemDeadlineExtended: happens<PressItemAssignment["extensions"][number]>({
    says: ({ dueOn }) =>
      say(`Gia hạn xử lý đến ngày ${viDay(dueOn)}.`, `The deadline was extended to ${enDay(dueOn)}.`),
    touches: () => [ASSIGNMENT],
    changes: (state, { pressItemId: _, ...extension }) => {
      const extensions = [...(state.assignments.at(-1)?.extensions ?? []), extension];
      return assigned(state, { extensions, dueOn: extension.dueOn, dueAt: null });
    },
  }),
  PressItemAcknowledged: happens({
    says: say("Đơn vị tiếp nhận xử lý.", "The unit took it in hand."),
    to: "ACKNOWLEDGED",
    touches: () => [ASSIGNMENT],
    changes: (state, _, { occurredAt }) => assigned(state, { acknowledgedAt: occurredAt }),
  }),
  PressItemVerified: happens<{
    verdicts: readonly Verdict[];
    verifiedOn: LocalDate;
    verdict: PressVerdict;
    conclusion: string | null;
  }>({
    says: ({ verdict, verifiedOn }) => {
      const { vi, en } = termWords(PRESS_VERDICTS, verdict);
      return say(`Kết quả xác minh ngày ${viDay(verifiedOn)}: ${vi}.`, `Verified on ${enDay(verifiedOn)}: ${en}.`);
    },
    on: "verifiedOn",
    to: "VERIFIED",
    touches: ({ verdicts }) => verdicts.map(({ claimId }) => claimId),
    changes: (state, { verdicts, verifiedOn, conclusion }) => ({
      ...judged(state, verdicts),
      ...{ verifiedOn, conclusion },
    }),
  }),
  PressItemVerdictCorrected: happens<{ verdicts: readonly Verdict[] }>({
    says: say("Đính chính kết quả xác minh.", "What verification found was corrected."),
    corrects: true,
    touches: ({ verdicts }) => verdicts.map(({ claimId }) => claimId),
    changes: (state, { verdicts }) => judged(state, verdicts),
  }),
  PressItemRemedied: happens<PressItem["remedies"][number]>({
    says: ({ on }) => say(`Khắc phục, chấn chỉnh ngày ${viDay(on)}.`, `What it raised was put right on ${enDay(on)}.`),
    on: "on",
    to: "REMEDIED",
    changes: (state, { pressItemId: _, ...remedy }, { occurredAt }) => ({
      remedies: [...state.remedies, remedy],
      ...handled(state, remedy.on, occurredAt),
    }),
  }),
  PressItemReplySent: request("REPLY"),
  PressItemCorrectionRequested: request("CORRECTION"),
  PressItemRequestPublished: happens<
    Pick<PressItemRequest, "requestId" | "kind" | "publishedAt" | "place" | "answer"> & { answeredOn: LocalDate }
  >({
    says: ({ kind, answeredOn }) => {
      const { vi, en } = termWords(PRESS_REQUEST_KINDS, kind);
      return say(`Đã đăng ${vi} ngày ${viDay(answeredOn)}.`, `On ${enDay(answeredOn)} was published ${en}.`);
    },
    on: "answeredOn",
    leadsTo: ["PUBLISHED"],
    touches: ({ requestId }) => [requestId],
    changes: (state, { requestId, answeredOn, publishedAt, place, answer }) =>
      answered(state, requestId, { outcome: "PUBLISHED", answeredOn, publishedAt, place, answer }),
  }),
  PressItemRequestRefused: happens<Pick<PressItemRequest, "requestId" | "kind" | "answer"> & { answeredOn: LocalDate }>(
    {
      says: ({ kind, answeredOn }) => {
        const { vi, en } = termWords(PRESS_REQUEST_KINDS, kind);
        return say(
          `Cơ quan báo chí không đăng ${vi}, ngày ${viDay(answeredOn)}.`,
          `On ${enDay(answeredOn)} the press agency refused ${en}.`,
        );
      },
      on: "answeredOn",
      leadsTo: ["REFUSED"],
      touches: ({ requestId }) => [requestId],
      changes: (state, { requestId, answeredOn, answer }) =>
        answered(state, requestId, { outcome: "REFUSED", answeredOn, answer }),
    },
  ),
  PressItemEscalated: happens<PressItem["escalations"][number]>({
    says: ({ to, on }) => say(`Chuyển ${to} ngày ${viDay(on)}.`, `It was taken to ${to} on ${enDay(on)}.`),
    on: "on",
    to: "ESCALATED",
    changes: ({ escalations }, { pressItemId: _, ...escalation }) => ({ escalations: [...escalations, escalation] }),
  }),
  PressItemClosed: happens<{ closedOn: LocalDate; closing: string | null }>({
    says: ({ closedOn }) =>
      say(`Kết thúc xử lý tin, bài ngày ${viDay(closedOn)}.`, `The item was closed on ${enDay(closedOn)}.`),
    on: "closedOn",
    to: "CLOSED",
    keeps: true,
    changes: (state, { closedOn }, { occurredAt }) => handled(state, closedOn, occurredAt),
  }),
  PressItemReopened: happens<{ on: LocalDate; reason: string }>({
    says: ({ on }) => say(`Mở lại ngày ${viDay(on)}.`, `It was taken up again on ${enDay(on)}.`),
    on: "on",
    to: "REOPENED",
    changes: ({ reopenings }, { on, reason }) => ({
      reopenings: [...reopenings, { on, reason }],
      ...{ closedOn: null, closing: null },
    }),
  }),
  PressItemConsequencesLinked: happens<{ recordIds: readonly string[] }>({
    says: say("Gắn hồ sơ là hệ quả của tin, bài.", "Records were linked as what came of the item."),
    about: ({ recordIds }) => ({ once: named(recordIds) }),
    touches: ({ recordIds }) => recordIds,
    changes: ({ consequencesIds }, { recordIds }) => ({ consequencesIds: [...consequencesIds, ...recordIds] }),
  }),
  PressItemConsequencesUnlinked: happens<{ recordIds: readonly string[] }>({
    says: say("Bỏ gắn hồ sơ gắn nhầm.", "Records linked in error were unlinked."),
    corrects: true,
    about: ({ recordIds }) => ({ once: named(recordIds) }),
    touches: ({ recordIds }) => recordIds,
    changes: ({ consequencesIds }, { recordIds }) => ({
      consequencesIds: consequencesIds.filter((one) => !recordIds.includes(one)),
    }),
  }),
  PressItemJoined: happens<{ headId: string }>({
    says: say("Ghép vào nhóm tin, bài đăng lại.", "It was joined to the cluster of another item."),
    corrects: true,
    about: ({ headId }) => ({ set: { head: some("PressItem", headId) } }),
    touches: () => [HEAD],
    keeps: true,
  }),
  PressItemSplit: happens<{ headId: string }>({
    says: say("Tách khỏi nhóm tin, bài.", "It was split from the cluster."),
    corrects: true,
    about: ({ headId }) => ({ set: { head: [] }, once: some("PressItem", headId) }),
    touches: () => [HEAD],
    changes: () => ({ headId: null }),
  }),
  PressItemCorrected: corrects<Correction>({
    says: say("Đính chính hồ sơ tin, bài.", "The record of the item was corrected."),
    about: ({ changes }) => ({ set: roles(changes) }),
  }),
  PressItemEntryTakenBack: takesBack(),
  PressItemVoided: voids({ says: say("Hủy hồ sơ tin, bài nhập nhầm.", "The item was entered in error and is void.") }),
};
export type PressItemEvent = EventsOf<typeof pressItemEvents>;

export const pressItemHistory = history({
  kind: "PressItem",
  category: "pressItem",
  timeline: "PRESS_ITEM",
  id: "pressItemId",
  words: say("tin, bài", "press item"),
  statuses: PRESS_ITEM_STATUSES,
  events: pressItemEvents,
  blank: BLANK,
});
