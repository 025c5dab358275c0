import type { Term } from "../kernel/deadline.js";
import type { Vnd } from "../kernel/money.js";
import type { Bilingual } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import type { SpecialDay, WorkCalendar } from "../kernel/workCalendar.js";
import type { UnitKind } from "../unit/terms.js";
import type { DutyKey } from "./duties.js";
import type {
  Confidence,
  DeadlineKey,
  LawField,
  LawOrigin,
  ParameterKey,
  RemedyKind,
  SignerPost,
  SubjectBasis,
} from "./terms.js";

/**
 * The law as versioned data: which text was in force on a day, what it forbids, who may fine how much, which periods
 * run. Nothing here is code; rows come from reference files, and an operator's file may replace a row.
 */

/** What every row says of itself. */
export interface LawRow {
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
export interface LawReference {
  /** The row's key: a violation's code, a post, a deadline's or a parameter's key. */
  readonly key: string;
  /** The instrument it comes from, e.g. `SANC-PRESS-159`. */
  readonly instrument: string;
  readonly validFrom: LocalDate;
  readonly origin: LawRow["origin"];
  readonly confidence: LawRow["confidence"];
}

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

/** How much a post may fine (thẩm quyền xử phạt), and whether it may suspend and confiscate. */
export interface FiningPower extends LawRow {
  readonly post: SignerPost;
  readonly field: LawField;
  readonly instrument: string;
  readonly maxIndividual: Vnd;
  readonly maxOrganisation: Vnd;
  readonly mayConfiscate: boolean;
  readonly maySuspend: boolean;
}

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

/** The rows that a book is made of. */
export interface LawRows {
  readonly instruments: readonly LegalInstrument[];
  readonly violations: readonly ViolationRule[];
  readonly powers: readonly FiningPower[];
  readonly deadlines: readonly DeadlineRule[];
  readonly parameters: readonly ParameterRule[];
  readonly holidays: readonly CalendarRow[];
  readonly duties: readonly DutyRule[];
}

/** Everything that commands may ask the law. */
export interface LawBook {
  readonly calendar: WorkCalendar;
  /** The rule of this code if it was in force on the day (of the act, for a violation). */
  violation(code: string, on: LocalDate): ViolationRule | undefined;
  /** The power of the post in the field on the day of signing; undefined: none. */
  power(post: SignerPost, field: LawField, on: LocalDate): FiningPower | undefined;
  /**
   * Never absent: a book without a row for every key on every day does not come about. For a day before the first row
   * (1 July 2013, when the law of 2012 came into force) that row answers, since what was open then went on under it.
   */
  deadline(key: DeadlineKey, on: LocalDate): DeadlineRule;
  /** Never absent, as `deadline`. */
  parameter(key: ParameterKey, on: LocalDate): ParameterRule;
  /** Absent where no law says it on the day: then nothing is due by law. */
  duty(key: DutyKey, on: LocalDate): DutyRule | undefined;
  instruments(on?: LocalDate): readonly LegalInstrument[];
  violations(on?: LocalDate): readonly ViolationRule[];
  powers(on?: LocalDate): readonly FiningPower[];
  deadlines(on?: LocalDate): readonly DeadlineRule[];
  parameters(on?: LocalDate): readonly ParameterRule[];
  duties(on?: LocalDate): readonly DutyRule[];
  /** The days of the year that are not as their weekday says, in order. */
  specialDays(year: number): readonly CalendarRow[];
}

/** How an event names a row. */
export const referenceTo = (
  key: string,
  { instrument, validFrom, origin, confidence }: LawRow & { readonly instrument: string },
): LawReference => ({ key, instrument, validFrom, origin, confidence });
