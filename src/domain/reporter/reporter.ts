import type { Command, DomainEvent } from "../kernel/decider.js";
import type { LocalDate } from "../kernel/time.js";
import type { PressAgencyFact } from "../pressAgency/pressAgency.js";
import type { UnitFact } from "../unit/unit.js";
import type { IntroductionLetter, PressCard } from "./papers.js";

export { cardOn, type IntroductionLetter, type PressCard } from "./papers.js";

/**
 * A reporter (phóng viên, nhà báo): one stream each, named by an id that says nothing of the person. A journalist (nhà
 * báo) is who holds a press card (Press Law 2016, 103/2016/QH13, Art. 25). Who was entered twice is merged: the merger
 * stands on the duplicate, both histories stay.
 */

export const REPORTER_KINDS = [
  "CARD_HOLDER",
  "RESIDENT",
  "REGULARLY_INTRODUCED",
  "OCCASIONAL",
  "COLLABORATOR",
  "FOREIGN",
] as const;
/**
 * CARD_HOLDER (nhà báo), RESIDENT (phóng viên thường trú, Press Law 2016 Art. 22), REGULARLY_INTRODUCED (được giới thiệu
 * hoạt động thường xuyên), OCCASIONAL (không thường xuyên), COLLABORATOR (cộng tác viên), FOREIGN (phóng viên nước ngoài).
 */
export type ReporterKind = (typeof REPORTER_KINDS)[number];

// Events ------------------------------------------------------------------------------------------------------------

interface About {
  readonly reporterId: string;
}

/** An agency with its name on the day of which the event speaks. */
interface AtAgency {
  readonly agencyId: string;
  readonly agencyName: string;
}

export type NewPressCard = Omit<PressCard, "withdrawnOn">;

/** A unit to which a letter is addressed, with its name on the day of issue. */
export interface AddressedUnit {
  readonly unitId: string;
  readonly unitName: string;
}

export type ReporterRegistered = DomainEvent<
  "ReporterRegistered",
  About & AtAgency & { readonly name: string; readonly kind: ReporterKind; readonly since: LocalDate }
>;
/** A correction: null is what stays as it was. Why stands with the event. */
export type ReporterAmended = DomainEvent<
  "ReporterAmended",
  About & { readonly name: string | null; readonly kind: ReporterKind | null }
>;
export type PressCardRecorded = DomainEvent<"PressCardRecorded", About & NewPressCard>;
/** A correction: `number` is the one it stood under, `card` all that is printed on it. Why stands with the event. */
export type PressCardAmended = DomainEvent<
  "PressCardAmended",
  About & { readonly number: string; readonly card: NewPressCard }
>;
/** Thu hồi thẻ nhà báo, by the ministry (Press Law 2016 Art. 28). */
export type PressCardWithdrawn = DomainEvent<
  "PressCardWithdrawn",
  About & { readonly number: string; readonly withdrawnOn: LocalDate; readonly legalBasis: string }
>;
export type IntroductionLetterRecorded = DomainEvent<
  "IntroductionLetterRecorded",
  About & AtAgency & Omit<IntroductionLetter, "unitIds"> & { readonly units: readonly AddressedUnit[] }
>;
export type ReporterTransferred = DomainEvent<
  "ReporterTransferred",
  About & AtAgency & { readonly effectiveOn: LocalDate }
>;
/** The reporter turned out to be another entry's duplicate. Why stands with the event. */
export type ReporterMerged = DomainEvent<
  "ReporterMerged",
  About & { readonly intoId: string; readonly intoName: string }
>;
export type ReporterEvent =
  | ReporterRegistered
  | ReporterAmended
  | PressCardRecorded
  | PressCardAmended
  | PressCardWithdrawn
  | IntroductionLetterRecorded
  | ReporterTransferred
  | ReporterMerged;

// State -------------------------------------------------------------------------------------------------------------

export interface Reporter {
  readonly reporterId: string;
  readonly name: string;
  readonly kind: ReporterKind;
  readonly engagements: readonly { readonly agencyId: string; readonly from: LocalDate }[];
  /** Its own; those of its duplicates stay with these. */
  readonly cards: readonly PressCard[];
  readonly letters: readonly Pick<IntroductionLetter, "agencyId" | "number" | "issuedOn">[];
  readonly mergedIntoId: string | null;
}

/** What other subjects may know of a reporter. */
export interface ReporterFact {
  readonly reporterId: string;
  readonly name: string;
  /** For whom the reporter works, each from a day on, in the order recorded. */
  readonly engagements: readonly { readonly agencyId: string; readonly from: LocalDate }[];
  /** The reporter is a duplicate; its records go on under this one. */
  readonly mergedIntoId: string | null;
  /** With those of its duplicates. */
  readonly cards: readonly PressCard[];
  /** With those of its duplicates. */
  readonly letters: readonly IntroductionLetter[];
}

// Evolve ------------------------------------------------------------------------------------------------------------

/** Null: not registered. */
export const initial: Reporter | null = null;

export function evolve(reporter: Reporter | null, event: ReporterEvent): Reporter | null {
  if (event.type === "ReporterRegistered") {
    const { reporterId, name, kind, agencyId, since } = event.data;
    const engagements = [{ agencyId, from: since }];
    return { reporterId, name, kind, engagements, cards: [], letters: [], mergedIntoId: null };
  }
  if (reporter === null) return null;
  switch (event.type) {
    case "ReporterAmended":
      return { ...reporter, name: event.data.name ?? reporter.name, kind: event.data.kind ?? reporter.kind };
    case "PressCardRecorded": {
      const { reporterId: _, ...card } = event.data;
      return { ...reporter, cards: [...reporter.cards, { ...card, withdrawnOn: null }] };
    }
    case "PressCardAmended": {
      const { number, card: corrected } = event.data;
      const cards = reporter.cards.map((card) => (card.number === number ? { ...card, ...corrected } : card));
      return { ...reporter, cards };
    }
    case "PressCardWithdrawn": {
      const { number, withdrawnOn } = event.data;
      const cards = reporter.cards.map((card) => (card.number === number ? { ...card, withdrawnOn } : card));
      return { ...reporter, cards };
    }
    case "IntroductionLetterRecorded": {
      const { agencyId, number, issuedOn } = event.data;
      return { ...reporter, letters: [...reporter.letters, { agencyId, number, issuedOn }] };
    }
    case "ReporterTransferred": {
      const { agencyId, effectiveOn } = event.data;
      return { ...reporter, engagements: [...reporter.engagements, { agencyId, from: effectiveOn }] };
    }
    case "ReporterMerged":
      return { ...reporter, mergedIntoId: event.data.intoId };
    default:
      event satisfies never;
      return reporter;
  }
}

// Commands ----------------------------------------------------------------------------------------------------------

/** A card that is to be recorded, and who is known to hold one of that number: a reporter, or nobody. */
export interface CardToRecord extends NewPressCard {
  readonly holderId: string | null;
}

export type RegisterReporter = Command<
  "RegisterReporter",
  About & {
    readonly name: string;
    readonly kind: ReporterKind;
    readonly agency: PressAgencyFact;
    readonly since: LocalDate;
    readonly card: CardToRecord | null;
  }
>;
export type AmendReporter = Command<"AmendReporter", ReporterAmended["data"] & { readonly reason: string }>;
export type RecordPressCard = Command<"RecordPressCard", About & CardToRecord>;
/** The cards of the reporter's duplicates too: they are amended and withdrawn through the reporter who goes on. */
interface KnowingCards {
  readonly known: readonly PressCard[];
}
export type AmendPressCard = Command<
  "AmendPressCard",
  About & KnowingCards & { readonly number: string; readonly card: CardToRecord; readonly reason: string }
>;
export type RecordPressCardWithdrawal = Command<"RecordPressCardWithdrawal", PressCardWithdrawn["data"] & KnowingCards>;
export type RecordIntroductionLetter = Command<
  "RecordIntroductionLetter",
  About &
    Omit<IntroductionLetter, "agencyId" | "unitIds"> & {
      readonly agency: PressAgencyFact;
      readonly units: readonly UnitFact[];
    }
>;
export type TransferReporter = Command<
  "TransferReporter",
  About & { readonly to: PressAgencyFact; readonly effectiveOn: LocalDate }
>;
export type MergeReporter = Command<"MergeReporter", About & { readonly into: ReporterFact; readonly reason: string }>;
export type ReporterCommand =
  | RegisterReporter
  | AmendReporter
  | RecordPressCard
  | AmendPressCard
  | RecordPressCardWithdrawal
  | RecordIntroductionLetter
  | TransferReporter
  | MergeReporter;
