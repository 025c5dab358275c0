import {
  asIn,
  blankOf,
  choice,
  choices,
  type CorrectionOf,
  type DataOf,
  day,
  needed,
  NOBODY,
  optional,
  paperNumber,
  ref,
  text,
} from "../kernel/fields.js";
import { datedNames, legalBasis, name } from "../kernel/registerFields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { PRESS_AGENCY_KINDS, PRESS_AGENCY_LEVELS, type PressAgencyEnding } from "./terms.js";

/**
 * A press agency (cơ quan báo chí), Press Law 2016 (103/2016/QH13) Art. 3 and 16 on: one stream each.
 * ACTIVE ⇄ SUSPENDED → MERGED | CLOSED. A merger stands on the agency that ends. How it stands is a matter of the day
 * (./life.ts), as suspensions and ends are recorded with the days from which they hold.
 */

/** An agency that another record names, and what it was called then. */
export const NAMED_AGENCY = {
  agencyId: ref("PressAgency", say("cơ quan báo chí", "press agency")),
  agencyName: text(
    say("tên cơ quan báo chí", "name of the press agency"),
    200,
    NOBODY,
    "As it was called on that day.",
  ),
};

/** A suspension (đình bản, tạm đình chỉ hoạt động), as it is decided. */
export const SUSPENDED = {
  from: day(say("đình bản, tạm đình chỉ từ ngày", "suspended from")),
  until: optional(day(say("đến hết ngày", "until"), "The last day; absent: until further notice.")),
  legalBasis,
};
/** With its lifting, if a reinstatement was recorded. */
export const SUSPENSION = {
  ...SUSPENDED,
  liftedOn: optional(
    day(say("hoạt động trở lại từ ngày", "lifted on"), "From this day on it was lifted (cho hoạt động lại)."),
  ),
  liftingBasis: optional({ ...legalBasis, words: say("căn cứ hoạt động trở lại", "basis of the lifting") }),
};
export type RecordedSuspension = DataOf<typeof SUSPENSION>;
/** When it holds. */
export type Suspension = Pick<RecordedSuspension, "from" | "until" | "liftedOn">;

/** What is known of a press agency, and shown. */
export const PRESS_AGENCY = {
  names: datedNames("PressAgencyName"),
  kinds: choices(PRESS_AGENCY_KINDS, say("loại hình", "kinds"), {}, "At least one, each once."),
  level: choice(PRESS_AGENCY_LEVELS, say("cấp", "level")),
  governingBody: text(say("cơ quan chủ quản", "governing body"), 200, NOBODY),
  licenceNumber: optional(paperNumber(say("số giấy phép hoạt động báo chí", "licence number"), 100, NOBODY)),
  registeredOn: day(say("ghi nhận từ ngày", "registered on")),
  endsOn: optional(
    day(say("chấm dứt từ ngày", "ends on"), "From this day on the agency is no more; it may lie ahead."),
  ),
  mergedIntoId: optional(
    ref("PressAgency", say("sáp nhập vào", "merged into"), "The agency in which it goes on from `endsOn` on."),
  ),
  mergedIntoName: optional(
    text(
      say("tên nơi nhận sáp nhập", "name of the one it merged into"),
      200,
      NOBODY,
      "As it was called on the day of the merger.",
    ),
  ),
};
export interface PressAgency extends DataOf<typeof PRESS_AGENCY> {
  readonly agencyId: string;
  /** In the order recorded. */
  readonly suspensions: readonly RecordedSuspension[];
  readonly ending: PressAgencyEnding | null;
  /** What each change rests on, with the day from which it holds, in the order recorded. */
  readonly changes: readonly { readonly on: LocalDate; readonly legalBasis: string }[];
}

/** With what an agency is entered. */
export const NEW_PRESS_AGENCY = {
  name,
  ...asIn(PRESS_AGENCY, "kinds", "level", "governingBody", "licenceNumber", "registeredOn"),
};
export type NewPressAgency = DataOf<typeof NEW_PRESS_AGENCY>;
/** What may be corrected. */
export const CORRECTED = { name, ...needed(PRESS_AGENCY, "kinds", "level", "governingBody", "licenceNumber") };
export type PressAgencyChanges = CorrectionOf<typeof CORRECTED>;

/** What an agency has none of at first. */
export const BLANK = {
  ...blankOf(PRESS_AGENCY),
  suspensions: [],
  ending: null,
  changes: [],
} as const satisfies Partial<PressAgency>;

/** The name recorded last; its day may lie ahead. */
export const latestName = ({ names }: Pick<PressAgency, "names">): string => names.at(-1)?.name ?? "";

/** What other subjects may know of a press agency. */
export interface PressAgencyFact extends Pick<
  PressAgency,
  "agencyId" | "names" | "registeredOn" | "endsOn" | "mergedIntoId"
> {
  /** Who carries on, of one that was merged. */
  readonly heir: AgencyHeir | null;
}

/** One that carries on what a merged agency did, and who carries on after that one. */
export type AgencyHeir = Pick<PressAgencyFact, "names" | "endsOn" | "heir">;
