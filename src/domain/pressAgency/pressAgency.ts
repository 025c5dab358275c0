import { NOBODY, ref, text } from "../kernel/fields.js";
import type { DatedName, LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { PressAgencyEnding, PressAgencyKind, PressAgencyLevel } from "./terms.js";

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

/** A suspension (đình bản, tạm đình chỉ hoạt động). */
export interface Suspension {
  readonly from: LocalDate;
  /** The last day, as decided; null: until further notice. */
  readonly until: LocalDate | null;
  /** The day of the reinstatement, if one was recorded. */
  readonly liftedOn: LocalDate | null;
}

/** A suspension, with what it and its lifting rest on. */
export interface RecordedSuspension extends Suspension {
  readonly legalBasis: string;
  readonly liftingBasis: string | null;
}

export interface PressAgency {
  readonly agencyId: string;
  /** In the order recorded. */
  readonly names: readonly DatedName[];
  readonly kinds: readonly PressAgencyKind[];
  readonly level: PressAgencyLevel;
  /** Cơ quan chủ quản. */
  readonly governingBody: string;
  /** Số giấy phép hoạt động báo chí. */
  readonly licenceNumber: string | null;
  readonly registeredOn: LocalDate;
  /** In the order recorded. */
  readonly suspensions: readonly RecordedSuspension[];
  /** From this day on it is no more; it may lie ahead. */
  readonly endsOn: LocalDate | null;
  readonly ending: PressAgencyEnding | null;
  /** The agency into which it was merged, and that one's name on the day. */
  readonly mergedInto: { readonly agencyId: string; readonly name: string } | null;
  /** What each change rests on, with the day from which it holds, in the order recorded. */
  readonly changes: readonly { readonly on: LocalDate; readonly legalBasis: string }[];
}

/** What an agency has none of at first. */
export const BLANK = {
  licenceNumber: null,
  suspensions: [],
  endsOn: null,
  ending: null,
  mergedInto: null,
  changes: [],
} as const satisfies Partial<PressAgency>;

/** The name recorded last; its day may lie ahead. */
export const latestName = ({ names }: Pick<PressAgency, "names">): string => names.at(-1)?.name ?? "";

/** What other subjects may know of a press agency. */
export interface PressAgencyFact {
  readonly agencyId: string;
  readonly names: readonly DatedName[];
  readonly registeredOn: LocalDate;
  /** From this day on it is no more (merged or closed). */
  readonly endsOn: LocalDate | null;
  readonly mergedIntoId: string | null;
  /** Who carries on, of one that was merged. */
  readonly heir: AgencyHeir | null;
}

/** One that carries on what a merged agency did, and who carries on after that one. */
export type AgencyHeir = Pick<PressAgencyFact, "names" | "endsOn" | "heir">;
