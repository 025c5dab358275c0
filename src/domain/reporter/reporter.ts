import type { LocalDate } from "../kernel/time.js";
import {
  type CardChange,
  cardsAsOf,
  type IntroductionLetter,
  type PressCard,
  type RegisteredCard,
  type RegisteredLetter,
} from "./papers.js";
import type { ReporterKind } from "./terms.js";

/**
 * A reporter (phóng viên, nhà báo): one stream each, named by an id that says nothing of the person. A journalist (nhà
 * báo) is who holds a press card (Press Law 2016, 103/2016/QH13, Art. 25). Who was entered twice is merged: the merger
 * stands on the duplicate, both histories stay.
 */

/** For whom a reporter works from a day on; the agency has the name that it had on that day. */
export interface Engagement {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly from: LocalDate;
}

/** An entry of the register without its letters of introduction, of which there may be hundreds. */
export interface ReporterEntry {
  readonly reporterId: string;
  readonly name: string;
  readonly kind: ReporterKind;
  /** From when the reporter works for the first agency, as far as is known. */
  readonly since: LocalDate;
  /** In the order recorded. */
  readonly engagements: readonly Engagement[];
  /** Its own; those of its duplicates stay with these. */
  readonly cards: readonly RegisteredCard[];
  /** What became of cards that came with duplicates: their own entries are closed, so it is recorded here. */
  readonly changesOfOtherCards: readonly CardChange[];
  /** The entry of which this one is a duplicate; that one may be a duplicate itself. */
  readonly mergedIntoId: string | null;
}

export interface Reporter extends ReporterEntry {
  /** Its own; those of its duplicates stay with these. */
  readonly letters: readonly RegisteredLetter[];
}

/** What a reporter has none of at first. */
export const BLANK = {
  cards: [],
  changesOfOtherCards: [],
  letters: [],
  mergedIntoId: null,
} as const satisfies Partial<Reporter>;

/** As a reporter was on a day; nobody is one before the day since which the register has them. */
export function reporterOn(reporter: ReporterEntry, day: LocalDate): ReporterEntry | undefined {
  if (reporter.since > day) return undefined;
  const engagements = reporter.engagements.filter(({ from }) => from <= day);
  return { ...reporter, engagements, cards: cardsAsOf(reporter.cards, day) };
}

/** What other subjects may know of a reporter. */
export interface ReporterFact {
  readonly reporterId: string;
  readonly name: string;
  readonly kind: ReporterKind;
  /** For whom the reporter works, each from a day on, in the order recorded. */
  readonly engagements: readonly Pick<Engagement, "agencyId" | "from">[];
  /** The reporter is a duplicate; its records go on under this one, which is none itself. */
  readonly mergedIntoId: string | null;
  /** With those of its duplicates. */
  readonly cards: readonly PressCard[];
  /** With those of its duplicates. */
  readonly letters: readonly IntroductionLetter[];
}
