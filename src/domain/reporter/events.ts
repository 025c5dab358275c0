import { some, units } from "../kernel/links.js";
import { eventsOf, type EventsOf, history } from "../kernel/history.js";
import type { LocalDate } from "../kernel/time.js";
import { blankOf } from "../kernel/fields.js";
import { enDay, say, viDay } from "../kernel/words.js";
import {
  type CardChange,
  cardKey,
  cardNumbered,
  type IntroductionLetter,
  type NewPressCard,
  PRESS_CARD,
  withChange,
} from "./papers.js";
import { BLANK, type Engagement, type Reporter } from "./reporter.js";
import type { ReporterKind } from "./terms.js";

const { begins, correctsAs, happens, takesBack } = eventsOf<Reporter, { readonly reporterId: string }>();

/** A card of its own, or else one that came with a duplicate. */
const cardChanged = ({ cards, changesOfOtherCards }: Reporter, change: CardChange): Partial<Reporter> =>
  cardNumbered(cards, change.number)
    ? { cards: withChange(cards, change) }
    : { changesOfOtherCards: [...changesOfOtherCards, change] };

/** What can have happened to a reporter. */
export const reporterEvents = {
  ReporterRegistered: begins<Pick<Reporter, "name" | "kind" | "since"> & Omit<Engagement, "from">>({
    stays: say(
      "Phóng viên đăng ký nhầm thì đính chính hoặc gộp hồ sơ trùng.",
      "A reporter registered in error is corrected, or merged into the right entry.",
    ),
    says: ({ agencyName }) =>
      say(`Đăng ký phóng viên của ${agencyName}.`, `A reporter of ${agencyName} was registered.`),
    on: "since",
    about: ({ agencyId }) => ({ set: { agency: some("PressAgency", agencyId) } }),
    begins: ({ agencyId, agencyName, ...reporter }) => ({
      ...BLANK,
      ...reporter,
      engagements: [{ agencyId, agencyName, from: reporter.since }],
    }),
  }),
  ReporterTransferred: happens<Omit<Engagement, "from"> & { effectiveOn: LocalDate }>({
    touches: () => ["engagement"],
    says: ({ agencyName, effectiveOn }) =>
      say(
        `Phóng viên chuyển sang ${agencyName} từ ngày ${viDay(effectiveOn)}.`,
        `The reporter went to ${agencyName} on ${enDay(effectiveOn)}.`,
      ),
    on: "effectiveOn",
    about: ({ agencyId }) => ({ set: { agency: some("PressAgency", agencyId) } }),
    changes: ({ engagements }, { agencyId, agencyName, effectiveOn }) => ({
      engagements: [...engagements, { agencyId, agencyName, from: effectiveOn }],
    }),
  }),

  // Papers
  PressCardRecorded: happens<NewPressCard>({
    touches: ({ number }) => [cardKey(number)],
    says: ({ issuedOn, validTo }) =>
      say(
        `Ghi nhận thẻ nhà báo cấp ngày ${viDay(issuedOn)}, có giá trị đến hết ngày ${viDay(validTo)}.`,
        `A press card issued on ${enDay(issuedOn)} and valid until ${enDay(validTo)} was recorded.`,
      ),
    on: "issuedOn",
    changes: ({ cards }, { reporterId: _, ...card }) => ({
      cards: [...cards, { ...blankOf(PRESS_CARD.fields), ...card }],
    }),
  }),
  /** Thu hồi thẻ nhà báo, by the ministry (Press Law 2016, Art. 28). */
  PressCardWithdrawn: happens<{ number: string; withdrawnOn: LocalDate; legalBasis: string }>({
    touches: ({ number }) => [cardKey(number)],
    says: ({ withdrawnOn }) =>
      say(`Thu hồi thẻ nhà báo từ ngày ${viDay(withdrawnOn)}.`, `A press card was withdrawn on ${enDay(withdrawnOn)}.`),
    on: "withdrawnOn",
    changes: (reporter, { number, withdrawnOn, legalBasis }) =>
      cardChanged(reporter, { number, to: { withdrawnOn, withdrawalBasis: legalBasis } }),
  }),
  IntroductionLetterRecorded: happens<IntroductionLetter>({
    says: ({ agencyName, validTo }) =>
      say(
        `Ghi nhận giấy giới thiệu của ${agencyName}, có giá trị đến hết ngày ${viDay(validTo)}.`,
        `A letter of introduction of ${agencyName}, valid until ${enDay(validTo)}, was recorded.`,
      ),
    on: "issuedOn",
    about: ({ agencyId, units: addressed }) => ({ once: [...some("PressAgency", agencyId), ...units(addressed)] }),
    changes: ({ letters }, { reporterId: _, ...letter }) => ({ letters: [...letters, letter] }),
  }),

  // What speaks of the record: who the person was all along
  /** Null is what stays as it was. */
  ReporterAmended: correctsAs<{ name: string | null; kind: ReporterKind | null }>({
    says: say("Đính chính hồ sơ phóng viên.", "The record of the reporter was corrected."),
    corrected: ({ name, kind }) => ({ ...(name !== null && { name }), ...(kind !== null && { kind }) }),
    changes: (reporter, { name, kind }) => ({ name: name ?? reporter.name, kind: kind ?? reporter.kind }),
  }),
  /** `number` is the one it stood under, `card` what of it is changed; in older logs all that is printed on it. */
  PressCardAmended: correctsAs<{ number: string; card: Partial<NewPressCard> }>({
    touches: ({ number, card }) => [number, card.number ?? number].map(cardKey),
    says: say("Đính chính thông tin thẻ nhà báo.", "The record of a press card was corrected."),
    changes: (reporter, { number, card }) => cardChanged(reporter, { number, to: card }),
  }),
  ReporterEntryTakenBack: takesBack(),
  ReporterMerged: happens<{ intoId: string; intoName: string }>({
    stays: say("Việc gộp hồ sơ được hủy bằng lệnh riêng.", "A merger is reversed by a command of its own."),
    says: say(
      "Hồ sơ được xác định trùng với hồ sơ phóng viên khác.",
      "The record turned out to be a duplicate of another reporter's.",
    ),
    corrects: true,
    about: ({ intoId }) => ({ add: { into: some("Reporter", intoId) } }),
    changes: (_reporter, { intoId }) => ({ mergedIntoId: intoId }),
  }),
  /** `cardChanges`: what became of its cards meanwhile, which was recorded in the entry that went on. */
  ReporterMergerTakenBack: happens<{ intoId: string; cardChanges: readonly CardChange[] }>({
    stays: say("Nếu hủy nhầm thì ghi lại việc đó.", "If this was in error, enter it again."),
    says: say(
      "Hủy việc gộp hồ sơ: hồ sơ này là của một phóng viên khác.",
      "A merger was taken back: the record is that of another reporter after all.",
    ),
    corrects: true,
    about: ({ intoId }) => ({ set: { into: [] }, once: some("Reporter", intoId) }),
    changes: (reporter, { cardChanges }) => ({
      mergedIntoId: null,
      ...cardChanges.reduce(
        (changed, change) => ({ ...changed, ...cardChanged({ ...reporter, ...changed }, change) }),
        {},
      ),
    }),
  }),
};

export type ReporterEvent = EventsOf<typeof reporterEvents>;
/** What changes who a reporter is. */
export type WhoIsOne = Extract<ReporterEvent, { readonly type: "ReporterMerged" | "ReporterMergerTakenBack" }>;

export const reporterHistory = history({
  kind: "Reporter",
  category: "reporter",
  timeline: "REGISTER",
  id: "reporterId",
  words: say("phóng viên", "reporter"),
  events: reporterEvents,
  blank: BLANK,
});
