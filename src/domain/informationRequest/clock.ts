import { dueOn, type Term } from "../kernel/deadline.js";
import { addDays, type LocalDate } from "../kernel/time.js";
import type { WorkCalendar } from "../kernel/workCalendar.js";
import type { DutyKey } from "../law/duties.js";
import { type DutyRule, type LawReference, referenceTo } from "../law/lawBook.js";
import { type Clock, type InformationRequest, NO_CLOCK } from "./informationRequest.js";
import type { PressAsker, RequestChannel, RequestRegime } from "./terms.js";

/**
 * By when a request is to be answered. To the press: thirty days, for what the head of an agency asks and for petitions
 * passed on (Press Law 2016, Art. 39), else none by law. To citizens, by how they ask (Law 104/2016/QH13, Art. 29 to 31):
 * in a short time; or, if they are told so in writing within the time for that, in a longer one. Either may be extended
 * once. The unit's own rule goes before the law's first period. All periods are rows.
 */

interface KeysOfDuty {
  readonly first: DutyKey;
  readonly notice?: DutyKey;
  readonly longer?: DutyKey;
  readonly extension?: DutyKey;
}

const POST: KeysOfDuty = {
  first: "ACCESS_POST",
  notice: "ACCESS_POST_NOTICE",
  longer: "ACCESS_POST_ANSWER",
  extension: "ACCESS_POST_EXTENSION",
};
const OF_CITIZENS: Readonly<Record<RequestChannel, KeysOfDuty>> = {
  IN_PERSON: { first: "ACCESS_IN_PERSON", extension: "ACCESS_IN_PERSON_EXTENSION" },
  INTERNET: {
    first: "ACCESS_INTERNET",
    notice: "ACCESS_INTERNET_NOTICE",
    longer: "ACCESS_INTERNET_ANSWER",
    extension: "ACCESS_INTERNET_EXTENSION",
  },
  POST,
  FAX: POST,
};

/** The duties of which rows are looked up. */
export const dutiesAsked = (regime: RequestRegime, channel: RequestChannel): KeysOfDuty =>
  regime === "PRESS" ? { first: "PRESS_ANSWER" } : OF_CITIZENS[channel];

/** What a unit itself has ruled for the first of them. */
export interface OwnRule {
  readonly term: Term;
  readonly document: string;
}

/** The rows of the day of receipt, for the unit that received it. */
export interface Duties {
  /** Any row is in force on the day, for whatever unit. */
  readonly inForce: boolean;
  readonly first: DutyRule | null;
  readonly notice: DutyRule | null;
  readonly longer: DutyRule | null;
  readonly extension: DutyRule | null;
  readonly own: OwnRule | null;
  readonly calendar: WorkCalendar;
}

/** A day that was set, not reckoned. */
export const setFor = (day: LocalDate | null): Clock => ({ ...NO_CLOCK, dueOn: day });

const HOURS_OF_A_DAY = 24;
/** A request bears a day, not a moment: a rule in hours gives whole days of the calendar, holidays too. */
const lastDayOf = (term: Term, from: LocalDate, calendar: WorkCalendar): LocalDate =>
  term.unit === "HOURS" ? addDays(from, Math.ceil(term.amount / HOURS_OF_A_DAY)) : dueOn(term, from, calendar);

const reference = (rule: DutyRule | null): LawReference | null => rule && referenceTo(rule.key, rule);

/** The clock that begins when the unit receives the request. */
export function clockFrom(
  { regime, pressAsker }: { readonly regime: RequestRegime; readonly pressAsker: PressAsker | null },
  receivedOn: LocalDate,
  { first, notice, own, calendar }: Duties,
): Clock {
  const byLaw = pressAsker === "REPORTER" ? null : first;
  const term = own?.term ?? byLaw?.term ?? null;
  const told = regime === "CITIZEN" ? notice : null;
  return {
    dueOn: term && lastDayOf(term, receivedOn, calendar),
    law: own ? null : reference(byLaw),
    ownRule: own?.document ?? null,
    noticeBy: told && dueOn(told.term, receivedOn, calendar),
    noticeLaw: reference(told),
  };
}

/** After the asker was told that it takes longer: only a notice in time moves the day. */
export function clockAfterNotice(
  clock: Clock,
  receivedOn: LocalDate,
  noticeOn: LocalDate,
  { longer, calendar }: Duties,
): Clock {
  const inTime = clock.noticeBy !== null && noticeOn <= clock.noticeBy;
  if (!inTime || longer === null) return clock;
  return { ...clock, dueOn: dueOn(longer.term, receivedOn, calendar), law: reference(longer), ownRule: null };
}

/** The last day up to which the answer may be put off; null: no law allows it. */
export const extensionUpTo = ({ dueOn: due }: Clock, { extension, calendar }: Duties): LocalDate | null =>
  extension && due !== null ? dueOn(extension.term, due, calendar) : null;

export const clockExtended = (clock: Clock, to: LocalDate, { extension }: Duties): Clock => ({
  ...clock,
  dueOn: to,
  law: reference(extension),
  ownRule: null,
});

/** The clock as it would be had the request come in otherwise: what was told and extended since stands. */
export function clockAnew(
  state: Pick<InformationRequest, "regime" | "pressAsker" | "noticeOn" | "extendedOn" | "clock">,
  receivedOn: LocalDate,
  duties: Duties,
): Clock {
  const begun = clockFrom(state, receivedOn, duties);
  const told = state.noticeOn === null ? begun : clockAfterNotice(begun, receivedOn, state.noticeOn, duties);
  if (state.extendedOn === null) return told;
  const { dueOn: to, law, ownRule } = state.clock;
  return { ...told, dueOn: to, law, ownRule };
}
