import { begunBy, type LocalDate } from "../kernel/time.js";
import type { RepresentativeOfficeStatus } from "./terms.js";

/**
 * A representative office (văn phòng đại diện) of a press agency in the province: one stream each. Press Law 2016
 * (103/2016/QH13) Art. 22: the agency gives notice, it asks for no licence. A notice is therefore recorded as it came, fit
 * or not; whether the office fulfils the conditions is judged when it is accepted.
 */

/** Who heads the office from a day on (trưởng văn phòng), with the name as it was recorded; null: nobody (khuyết). */
export interface OfficeHead {
  readonly reporterId: string | null;
  readonly name: string | null;
  readonly from: LocalDate;
}

export interface RepresentativeOffice {
  readonly status: RepresentativeOfficeStatus;
  readonly officeId: string;
  readonly agencyId: string;
  /** On the day of the notice. */
  readonly agencyName: string;
  readonly address: string;
  readonly notifiedOn: LocalDate;
  readonly startsOn: LocalDate;
  /** In the order recorded, the first from the start on. */
  readonly heads: readonly OfficeHead[];
  /** The day on which it was accepted or rejected. */
  readonly decidedOn: LocalDate | null;
  readonly rejectionReason: string | null;
  readonly closedOn: LocalDate | null;
  readonly closingReason: string | null;
}

/** What an office has none of at first. */
export const BLANK = {
  decidedOn: null,
  rejectionReason: null,
  closedOn: null,
  closingReason: null,
} as const satisfies Partial<RepresentativeOffice>;

/** The head recorded last; its day may lie ahead. */
export const headOf = ({ heads }: Pick<RepresentativeOffice, "heads">): OfficeHead | undefined => heads.at(-1);

/** Who heads the office on a day. */
export const headOn = ({ heads }: RepresentativeOffice, day: LocalDate): OfficeHead | undefined =>
  headOf({ heads: begunBy(heads, day) });

/** How the office stands on a day: what was recorded may lie ahead. */
export const statusOn = (office: RepresentativeOffice, day: LocalDate): RepresentativeOfficeStatus =>
  officeOn(office, day)?.status ?? "NOTIFIED";

/** By what the next step is judged: a decision is one however early its day, but a coming closing has not come. */
export const statusForStep = (office: RepresentativeOffice, day: LocalDate): RepresentativeOfficeStatus =>
  office.closedOn === null ? office.status : statusOf({ ...office, closedOn: day < office.closedOn ? null : day });

/** As an office was on a day; undefined: no notice of it had been given. */
export function officeOn(office: RepresentativeOffice, day: LocalDate): RepresentativeOffice | undefined {
  if (office.notifiedOn > day) return undefined;
  const heads = begunBy(office.heads, day);
  const then = {
    ...office,
    heads,
    ...(hasCome(office.decidedOn, day) ? {} : { decidedOn: null, rejectionReason: null }),
    ...(hasCome(office.closedOn, day) ? {} : { closedOn: null, closingReason: null }),
  };
  return { ...then, status: statusOf(then) };
}

const hasCome = (on: LocalDate | null, day: LocalDate): boolean => on !== null && on <= day;

function statusOf(office: RepresentativeOffice): RepresentativeOfficeStatus {
  if (office.closedOn !== null) return "CLOSED";
  if (office.decidedOn === null) return "NOTIFIED";
  if (office.rejectionReason !== null) return "REJECTED";
  return headOf(office)?.reporterId == null ? "HEAD_VACANT" : "ACCEPTED";
}
