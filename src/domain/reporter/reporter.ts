import { blankOf, choice, type DataOf, day, many, NOBODY, optional, part, ref, text } from "../kernel/fields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { NAMED_AGENCY } from "../pressAgency/pressAgency.js";
import {
  type CardChange,
  type CardFact,
  cardsAsOf,
  type IntroductionLetter,
  type LetterFact,
  type PressCard,
} from "./papers.js";
import { REPORTER_KINDS } from "./terms.js";

/**
 * A reporter (phóng viên, nhà báo): one stream each, named by an id that says nothing of the person. A journalist (nhà
 * báo) is who holds a press card (Press Law 2016, 103/2016/QH13, Art. 25). Who was entered twice is merged: the merger
 * stands on the duplicate, both histories stay.
 */

const ENGAGEMENT = part(
  "ReporterEngagement",
  {
    ...NAMED_AGENCY,
    from: day(say("từ ngày", "from")),
  },
  "For whom a reporter works from a day on.",
);
export type Engagement = DataOf<typeof ENGAGEMENT.fields>;

/** What is known of a reporter, and shown, but for the papers. */
export const REPORTER = {
  name: text(say("họ và tên", "name"), 100, NOBODY),
  kind: choice(REPORTER_KINDS, say("loại phóng viên", "kind of reporter")),
  engagements: many(
    ENGAGEMENT,
    say("quá trình công tác", "engagements"),
    { most: 100 },
    "For whom the reporter has worked, in the order recorded.",
  ),
  mergedIntoId: optional(
    ref(
      "Reporter",
      say("đã gộp vào", "merged into"),
      "The entry of which this one is a duplicate (hồ sơ được gộp vào); that one may be a duplicate itself.",
    ),
  ),
};

/** An entry of the register without its letters of introduction, of which there may be hundreds. */
export interface ReporterEntry extends DataOf<typeof REPORTER> {
  readonly reporterId: string;
  /** From when the reporter works for the first agency, as far as is known. */
  readonly since: LocalDate;
  /** Its own; those of its duplicates stay with these. */
  readonly cards: readonly PressCard[];
  /** What became of cards that came with duplicates: their own entries are closed, so it is recorded here. */
  readonly changesOfOtherCards: readonly CardChange[];
}

export interface Reporter extends ReporterEntry {
  /** Its own; those of its duplicates stay with these. */
  readonly letters: readonly IntroductionLetter[];
}

/** What a reporter has none of at first. */
export const BLANK = {
  ...blankOf(REPORTER),
  cards: [],
  changesOfOtherCards: [],
  letters: [],
} as const satisfies Partial<Reporter>;

/** As a reporter was on a day; nobody is one before the day since which the register has them. */
export function reporterOn(reporter: ReporterEntry, day: LocalDate): ReporterEntry | undefined {
  if (reporter.since > day) return undefined;
  const engagements = reporter.engagements.filter(({ from }) => from <= day);
  return { ...reporter, engagements, cards: cardsAsOf(reporter.cards, day) };
}

/** What other subjects may know of a reporter; its records go on under `mergedIntoId`, which is no duplicate itself. */
export interface ReporterFact extends Pick<Reporter, "reporterId" | "name" | "kind" | "mergedIntoId"> {
  readonly engagements: readonly Omit<Engagement, "agencyName">[];
  /** With those of its duplicates. */
  readonly cards: readonly CardFact[];
  /** With those of its duplicates. */
  readonly letters: readonly LetterFact[];
}
