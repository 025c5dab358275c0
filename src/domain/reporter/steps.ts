import { asIn, day, one, optional, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { reason } from "../kernel/registerFields.js";
import { nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { agencyNotEnded } from "../pressAgency/rules.js";
import type { PressAgencyFact } from "../pressAgency/pressAgency.js";
import { agencyOn } from "./engagement.js";
import type { ReporterEvent } from "./events.js";
import { CARD } from "./fields.js";
import { reporterRefusals } from "./refusals.js";
import { REPORTER, type Reporter, type ReporterFact } from "./reporter.js";
import { type CardChange, changesOf } from "./papers.js";
import {
  AT_THE_DOOR,
  asPrinted,
  type Brought,
  cardsHeld,
  cardTermInOrder,
  type Holder,
  isNoDuplicate,
  reasonIsGiven,
  theCard,
} from "./rules.js";

const { begin, correction, step } = stepsOf<Reporter, ReporterEvent, "reporterId">();

/** What may be done about a reporter, but for the papers (./paperSteps.ts). */
export const reporterSteps = {
  RegisterReporter: begin({
    does: say("đăng ký phóng viên", "enter a reporter into the register"),
    note: "Whether the person was entered before is on the reporter returned: `probableDuplicates`.",
    begins: "reporter",
    may: AT_THE_DOOR,
    fields: {
      ...asIn(REPORTER, "name", "kind"),
      agencyId: ref("PressAgency", say("cơ quan báo chí", "press agency")),
      since: day(say("làm việc từ ngày", "since"), "From when the reporter works for this agency, as far as is known."),
      card: optional(one(CARD, say("thẻ nhà báo", "press card"))),
    },
    looked: looked<Holder & { readonly agency: PressAgencyFact }>(),
    rules: [
      function agencyIsLive({ data }) {
        return agencyNotEnded(data.agency, data.since, ["agencyId"]);
      },
      function firstCardTermIsInOrder({ data }) {
        return data.card ? cardTermInOrder(data.card, ["card"]) : undefined;
      },
      function firstCardIsFree({ data }) {
        return data.holderId === null ? undefined : reporterRefusals.PRESS_CARD_TAKEN(["card", "number"]);
      },
    ],
    claims: ({ data: { card } }) => (card ? theCard(card) : []),
    tells: {
      ReporterRegistered: ({ data: { name, kind, agency, since } }) => ({
        name,
        kind,
        agencyId: agency.agencyId,
        agencyName: nameOn(agency.names, since),
        since,
      }),
      // A card comes in by one event whenever it comes, so whoever follows cards need follow one kind of event only.
      PressCardRecorded: ({ data: { card } }) => (card ? asPrinted(card) : undefined),
    },
  }),
  TransferReporter: step({
    does: say("chuyển phóng viên sang cơ quan báo chí khác", "transfer the reporter to another press agency"),
    fields: {
      toAgencyId: ref("PressAgency", say("cơ quan báo chí mới", "new press agency")),
      effectiveOn: day(say("từ ngày", "from")),
    },
    /** Of the new agency all ids that are one with it on that day: who came with a merged one works there already. */
    looked: looked<{ readonly to: PressAgencyFact; readonly oneWithTo: readonly string[] }>(),
    when: [isNoDuplicate],
    rules: [
      function newAgencyIsLive({ data }) {
        return agencyNotEnded(data.to, data.effectiveOn, ["toAgencyId"]);
      },
      function afterTheFirstEngagement({ state: { since }, data }) {
        return data.effectiveOn <= since ? reporterRefusals.TRANSFER_BEFORE_START(["effectiveOn"], since) : undefined;
      },
      function agencyChanges({ state, data }) {
        const agencyId = agencyOn(state.engagements, data.effectiveOn);
        return agencyId !== undefined && data.oneWithTo.includes(agencyId)
          ? reporterRefusals.TRANSFER_TO_SAME_AGENCY(["toAgencyId"])
          : undefined;
      },
    ],
    tells: {
      ReporterTransferred: ({ data: { to, effectiveOn } }) => ({
        agencyId: to.agencyId,
        agencyName: nameOn(to.names, effectiveOn),
        effectiveOn,
      }),
    },
  }),

  // Corrections
  AmendReporter: correction({
    does: say("đính chính hồ sơ phóng viên", "correct the entry"),
    event: "ReporterAmended",
    note: "Earlier answers keep what was known.",
    reason,
    fields: asIn(REPORTER, "name", "kind"),
    when: [isNoDuplicate],
    rules: [reasonIsGiven],
    told: ({ changes }) => ({ name: changes.name ?? null, kind: changes.kind ?? null }),
  }),
  MergeReporter: step({
    does: say("gộp hồ sơ trùng", "merge a duplicate into the entry that goes on"),
    note: "`reporterId` is the duplicate; `intoId` is the entry that goes on. Answers with the duplicate.",
    fields: { intoId: ref("Reporter", say("hồ sơ còn lại", "entry that goes on")), reason },
    looked: looked<{ readonly into: ReporterFact }>(),
    when: [isNoDuplicate],
    rules: [
      reasonIsGiven,
      function notIntoItself({ state, data }) {
        const itself = data.into.reporterId === state.reporterId;
        return itself ? reporterRefusals.REPORTER_INTO_ITSELF(["intoId"]) : undefined;
      },
      function survivorIsNoDuplicate({ data }) {
        return data.into.mergedIntoId === null ? undefined : reporterRefusals.REPORTER_IS_DUPLICATE(["intoId"]);
      },
    ],
    event: "ReporterMerged",
    besides: ({ data: { into } }) => ({ intoId: into.reporterId, intoName: into.name }),
  }),
  TakeBackReporterMerger: step({
    does: say("hủy việc gộp hồ sơ", "take back a merger that was entered in error"),
    note:
      "`reporterId` is the entry that was merged. What was entered meanwhile stays with the entry that it names; what " +
      "became of this one's press cards comes back with them.",
    fields: { reason },
    /** `changesAbove`: what became of cards, as it was recorded in the entries that went on for this one. */
    looked: looked<Brought & { readonly changesAbove: readonly CardChange[] }>(),
    when: [
      function isDuplicate({ state }) {
        return state.mergedIntoId === null ? reporterRefusals.REPORTER_NOT_MERGED(["reporterId"]) : undefined;
      },
    ],
    rules: [reasonIsGiven],
    tells: {
      ReporterMergerTakenBack: ({ state, data: { brought, changesAbove } }) =>
        state.mergedIntoId === null
          ? undefined
          : { intoId: state.mergedIntoId, cardChanges: changesOf(cardsHeld(state, brought), changesAbove) },
    },
  }),
};
