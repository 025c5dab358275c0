import { blankOf, type DataOf, day, many, NOBODY, optional, part, ref, text } from "../kernel/fields.js";
import { begunBy, type LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { NAMED_AGENCY } from "../pressAgency/pressAgency.js";
import type { RepresentativeOfficeStatus } from "./terms.js";

/**
 * A representative office (văn phòng đại diện) of a press agency in the province: one stream each. Press Law 2016
 * (103/2016/QH13) Art. 22: the agency gives notice, it asks for no licence. A notice is therefore recorded as it came, fit
 * or not; whether the office fulfils the conditions is judged when it is accepted.
 */

const HEAD = part(
  "RepresentativeOfficeHead",
  {
    reporterId: optional(ref("Reporter", say("phóng viên", "reporter"))),
    name: optional(text(say("họ và tên", "name"), 100, NOBODY, "As recorded then; null: the post is vacant (khuyết).")),
    from: day(say("từ ngày", "from")),
  },
  "Who heads an office from a day on (trưởng văn phòng đại diện).",
);
export type OfficeHead = DataOf<typeof HEAD.fields>;

/** What is known of an office, and shown. */
export const OFFICE = {
  ...NAMED_AGENCY,
  address: text(say("địa chỉ", "address"), 300, NOBODY),
  startsOn: day(say("hoạt động từ ngày", "starts on"), "When the office is to start work."),
  notifiedOn: day(say("ngày nhận thông báo", "notified on"), "When the notice came in."),
  heads: many(
    HEAD,
    say("các trưởng văn phòng đại diện", "heads of the office"),
    { most: 100 },
    "All its heads, in the order recorded, the first from the start on.",
  ),
  decidedOn: optional(
    day(say("ngày chấp thuận hoặc từ chối", "decided on"), "The day on which it was accepted or rejected."),
  ),
  rejectionReason: optional(text(say("lý do không chấp thuận", "why it was rejected"), 500, NOBODY)),
  closedOn: optional(
    day(say("chấm dứt hoạt động từ ngày", "closed on"), "From this day on it is closed; it may lie ahead."),
  ),
  closingReason: optional(text(say("lý do chấm dứt hoạt động", "why it was closed"), 500, NOBODY)),
};
export interface RepresentativeOffice extends DataOf<typeof OFFICE> {
  readonly status: RepresentativeOfficeStatus;
  readonly officeId: string;
}

/** What an office has none of at first. */
export const BLANK = blankOf(OFFICE);

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
