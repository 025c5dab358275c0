import type { Term } from "../kernel/deadline.js";
import { choice, type DataOf, day, NOBODY, part, text } from "../kernel/fields.js";
import type { Vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import { type Bilingual, say } from "../kernel/words.js";
import type { SpecialDay, WorkCalendar } from "../kernel/workCalendar.js";
import type { UnitKind } from "../unit/terms.js";
import type { DutyKey } from "./duties.js";
import {
  type Confidence,
  CONFIDENCES,
  type DeadlineKey,
  type LawField,
  LAW_ORIGINS,
  type LawOrigin,
  type ParameterKey,
  type PowerExtent,
  type RemedyKind,
  type SignerPost,
  type SteadyDeadlineKey,
  type SubjectBasis,
} from "./terms.js";

/**
 * The law as versioned data: which text was in force on a day, what it forbids, who may fine how much, which periods
 * run. Nothing here is code; rows come from reference files, and an operator's file may replace a row.
 */

/** Where in its instrument a row stands (điều, khoản, điểm). */
export interface Provision {
  readonly article: string;
  readonly clause: string | null;
  readonly point: string | null;
}

/** What every row says of itself. */
export interface LawRow {
  /** Absent: the source tells it. */
  readonly provision?: Provision;
  /** First day in force. */
  readonly validFrom: LocalDate;
  /** Last day in force; null: still. */
  readonly validTo: LocalDate | null;
  /** Where it was read. */
  readonly source: string;
  readonly confidence: Confidence;
  /** SHIPPED with the product, or the OPERATOR's own. */
  readonly origin: LawOrigin;
}

/** Which row a decision rests on, frozen in the event: the row may be replaced later, the decision's ground may not. */
export const LAW_REFERENCE = part(
  "LawReference",
  {
    key: text(say("mã quy định", "key"), 60, NOBODY, "A violation's code, a post, a deadline's or a parameter's key."),
    instrument: text(
      say("văn bản", "instrument"),
      60,
      NOBODY,
      "The instrument that the row comes from, as `SANC-PRESS-159`.",
    ),
    validFrom: day(say("có hiệu lực từ ngày", "valid from")),
    origin: choice(LAW_ORIGINS, say("nguồn", "origin")),
    confidence: choice(CONFIDENCES, say("độ tin cậy", "confidence")),
  },
  "The row of the law that something rests on, as it was named then: the row may be replaced later, the ground may not.",
);
export type LawReference = DataOf<typeof LAW_REFERENCE.fields>;

/** A legal instrument (văn bản quy phạm pháp luật). */
export interface LegalInstrument extends LawRow {
  readonly key: string;
  readonly name: Bilingual;
}

/** An act that is sanctioned (hành vi vi phạm), with the frame of its fine (khung tiền phạt). */
export interface ViolationRule extends LawRow {
  /** `instrument.article.clause.point`, e.g. `119.29.2`. */
  readonly code: string;
  readonly instrument: string;
  readonly field: LawField;
  readonly act: Bilingual;
  /** The frame, for subjects of `basis`; null where the act is not fined. */
  readonly fine: { readonly min: Vnd; readonly max: Vnd } | null;
  /** For whom the frame is written: an individual is fined half of an organisation's, an organisation twice. */
  readonly basis: SubjectBasis;
  readonly warningAllowed: boolean;
  /** Suspension of a licence or of the activity (đình chỉ, tước quyền sử dụng giấy phép), in months. */
  readonly suspensionMonths: { readonly min: number; readonly max: number } | null;
  readonly confiscation: boolean;
  readonly remedies: readonly RemedyKind[];
  /** The frame holds for this many copies of one title: one line for each title. */
  readonly copies: { readonly from: number; readonly to: number | null } | null;
}

interface PowerRow extends LawRow {
  readonly post: SignerPost;
  readonly field: LawField;
  readonly instrument: string;
  readonly extent: PowerExtent;
}

/** How much a post may fine for one act, and what it may order besides. */
export interface StatedPower extends PowerRow {
  readonly extent: "UP_TO";
  readonly maxIndividual: Vnd;
  readonly maxOrganisation: Vnd;
  readonly mayConfiscate: boolean;
  /** Confiscation of exhibits up to this value; null: of any value. */
  readonly confiscationUpTo: Vnd | null;
  readonly maySuspend: boolean;
  /** The remedies that the post may order; null: all that the act's rule has. */
  readonly remedies: readonly RemedyKind[] | null;
}

/** That a post has no power in the field; or that it has one of which the book does not know how far it goes. */
export interface UnstatedPower extends PowerRow {
  readonly extent: "NONE" | "UNKNOWN";
}

/** What the law says of the power of a post in a field (thẩm quyền xử phạt). */
export type FiningPower = StatedPower | UnstatedPower;

/** The power, where the book says how far it goes. */
export const stated = (power: FiningPower | undefined): StatedPower | undefined =>
  power?.extent === "UP_TO" ? power : undefined;

/** A period that runs (thời hạn, thời hiệu). */
export interface DeadlineRule extends LawRow {
  readonly key: DeadlineKey;
  readonly instrument: string;
  readonly what: Bilingual;
  readonly term: Term;
}

/** A threshold or a rate. `value` is in the key's unit: đồng, percent, a count, or ten-thousandths a day. */
export interface ParameterRule extends LawRow {
  readonly key: ParameterKey;
  readonly instrument: string;
  readonly what: Bilingual;
  readonly value: bigint;
}

/** In what time a unit owes something to the press or to a citizen; of a periodic duty, how often. */
export interface DutyRule extends LawRow {
  readonly key: DutyKey;
  readonly instrument: string;
  readonly what: Bilingual;
  readonly term: Term;
  /** The kinds of units for which it holds. */
  readonly unitKinds: readonly UnitKind[];
}

/** A holiday, or a day off or worked in exchange, as the yearly decision says. Its key is the day. */
export interface CalendarRow extends SpecialDay {
  readonly source: string;
  readonly confidence: LawRow["confidence"];
  readonly origin: LawRow["origin"];
}

/** A place that is remote and hard to reach (vùng sâu, vùng xa, đi lại khó khăn): complaints have longer there. */
export interface RemoteArea extends LawRow {
  /** The official code of the unit (mã đơn vị hành chính). */
  readonly unitCode: string;
  readonly instrument: string;
  readonly name: Bilingual;
}

/** The rows that a book is made of. */
export interface LawRows {
  readonly instruments: readonly LegalInstrument[];
  readonly violations: readonly ViolationRule[];
  readonly powers: readonly FiningPower[];
  readonly deadlines: readonly DeadlineRule[];
  readonly parameters: readonly ParameterRule[];
  readonly remoteAreas: readonly RemoteArea[];
  readonly holidays: readonly CalendarRow[];
  readonly duties: readonly DutyRule[];
}

/** Everything that commands may ask the law. */
export interface LawBook {
  readonly calendar: WorkCalendar;
  /** The rule of this code if it was in force on the day (of the act, for a violation). */
  violation(code: string, on: LocalDate): ViolationRule | undefined;
  /** What the book says of the post's power in the field on the day of signing; undefined: nothing, which is not "none". */
  power(post: SignerPost, field: LawField, on: LocalDate): FiningPower | undefined;
  /**
   * The period where the law states it on that day; of those that it states in some times only there may be none.
   */
  deadlineOn(key: DeadlineKey, on: LocalDate): DeadlineRule | undefined;
  /**
   * Never absent: a book without a row for every key on every day does not come about. For a day before the first row
   * (1 July 2013, when the law of 2012 came into force) that row answers, since what was open then went on under it.
   */
  deadline(key: SteadyDeadlineKey, on: LocalDate): DeadlineRule;
  /** Never absent, as `deadline`. */
  parameter(key: ParameterKey, on: LocalDate): ParameterRule;
  /** Absent where no law says it on the day: then nothing is due by law. */
  duty(key: DutyKey, on: LocalDate): DutyRule | undefined;
  /** Whether the unit of this official code is a remote area on the day; null: it has no code. */
  isRemote(unitCode: string | null, on: LocalDate): boolean;
  instruments(on?: LocalDate): readonly LegalInstrument[];
  violations(on?: LocalDate): readonly ViolationRule[];
  powers(on?: LocalDate): readonly FiningPower[];
  deadlines(on?: LocalDate): readonly DeadlineRule[];
  parameters(on?: LocalDate): readonly ParameterRule[];
  duties(on?: LocalDate): readonly DutyRule[];
  remoteAreas(on?: LocalDate): readonly RemoteArea[];
  /** The years of which the calendar is known, in order. */
  years(): readonly number[];
  /** The days of the year that are not as their weekday says, in order. */
  specialDays(year: number): readonly CalendarRow[];
}

/** `119.29.2.a` is point a of clause 2 of Article 29, as the code of a violation has it. */
export function provisionOf(code: string): Provision {
  const [, article = "", ...rest] = code.split(".");
  const clause = rest.find((part) => /^\d/.test(part)) ?? null;
  return { article, clause, point: rest.find((part) => !/^\d/.test(part)) ?? null };
}

/** `điểm a khoản 2 Điều 29`, `point a, clause 2, Article 29`. */
export const provisionWords = ({ article, clause, point }: Provision): Bilingual =>
  say(
    [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`].filter(Boolean).join(" "),
    [point && `point ${point}`, clause && `clause ${clause}`, `Article ${article}`].filter(Boolean).join(", "),
  );

/** How an event names a row. */
export const referenceTo = (
  key: string,
  { instrument, validFrom, origin, confidence }: LawRow & { readonly instrument: string },
): LawReference => ({ key, instrument, validFrom, origin, confidence });
