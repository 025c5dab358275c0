import type { Command, DomainEvent } from "../kernel/decider.js";
import type { DatedName, LocalDate } from "../kernel/time.js";

/**
 * A press agency (cơ quan báo chí), Press Law 2016 (103/2016/QH13) Art. 3 and 16 on: one stream each.
 * ACTIVE ⇄ SUSPENDED → MERGED | CLOSED. A merger stands on the agency that ends.
 */

export const PRESS_AGENCY_STATUSES = ["ACTIVE", "SUSPENDED", "MERGED", "CLOSED"] as const;
export type PressAgencyStatus = (typeof PRESS_AGENCY_STATUSES)[number];

export const PRESS_AGENCY_ENDINGS = ["MERGED", "CLOSED"] as const satisfies readonly PressAgencyStatus[];
export type PressAgencyEnding = (typeof PRESS_AGENCY_ENDINGS)[number];

export const PRESS_AGENCY_KINDS = ["PRINT", "ONLINE", "RADIO", "TELEVISION", "NEWS_AGENCY"] as const;
/** PRINT (báo in, tạp chí in), ONLINE (báo điện tử), RADIO (báo nói), TELEVISION (báo hình), NEWS_AGENCY (thông tấn). */
export type PressAgencyKind = (typeof PRESS_AGENCY_KINDS)[number];

export const PRESS_AGENCY_LEVELS = ["CENTRAL", "LOCAL", "OTHER_PROVINCE", "FOREIGN"] as const;
/** CENTRAL (báo chí trung ương), LOCAL (của tỉnh), OTHER_PROVINCE (tỉnh khác), FOREIGN (báo chí nước ngoài). */
export type PressAgencyLevel = (typeof PRESS_AGENCY_LEVELS)[number];

// Events ------------------------------------------------------------------------------------------------------------

/** What a change rests on (căn cứ), as cited: `QĐ 83/QĐ-UBND`. */
interface Based {
  readonly legalBasis: string;
}

interface About {
  readonly agencyId: string;
}

export interface NewPressAgency {
  readonly name: string;
  readonly kinds: readonly PressAgencyKind[];
  readonly level: PressAgencyLevel;
  /** Cơ quan chủ quản. */
  readonly governingBody: string;
  /** Số giấy phép hoạt động báo chí. */
  readonly licenceNumber: string | null;
  readonly registeredOn: LocalDate;
}

export type PressAgencyRegistered = DomainEvent<"PressAgencyRegistered", About & NewPressAgency>;
export type PressAgencyRenamed = DomainEvent<
  "PressAgencyRenamed",
  About & Based & { readonly name: string; readonly effectiveOn: LocalDate }
>;
/** `until` is the last day of the suspension; null: until further notice. */
export type PressAgencySuspended = DomainEvent<
  "PressAgencySuspended",
  About & Based & { readonly from: LocalDate; readonly until: LocalDate | null }
>;
export type PressAgencyReinstated = DomainEvent<
  "PressAgencyReinstated",
  About & Based & { readonly effectiveOn: LocalDate }
>;
export type PressAgencyMerged = DomainEvent<
  "PressAgencyMerged",
  About & Based & { readonly intoId: string; readonly intoName: string; readonly effectiveOn: LocalDate }
>;
export type PressAgencyClosed = DomainEvent<"PressAgencyClosed", About & Based & { readonly effectiveOn: LocalDate }>;
export type PressAgencyEvent =
  | PressAgencyRegistered
  | PressAgencyRenamed
  | PressAgencySuspended
  | PressAgencyReinstated
  | PressAgencyMerged
  | PressAgencyClosed;

// State -------------------------------------------------------------------------------------------------------------

/** A suspension (đình bản, tạm đình chỉ hoạt động). */
export interface Suspension {
  readonly from: LocalDate;
  /** The last day, as decided; null: until further notice. */
  readonly until: LocalDate | null;
  /** The day of the reinstatement, if one was recorded. */
  readonly liftedOn: LocalDate | null;
}

export interface PressAgency {
  readonly agencyId: string;
  readonly names: readonly DatedName[];
  readonly registeredOn: LocalDate;
  /** In the order recorded. */
  readonly suspensions: readonly Suspension[];
  /** From this day on it is no more; it may lie ahead. */
  readonly endsOn: LocalDate | null;
  readonly ending: PressAgencyEnding | null;
}

/** What other subjects may know of a press agency. */
export interface PressAgencyFact {
  readonly agencyId: string;
  readonly name: string;
  readonly names: readonly DatedName[];
  /** As last recorded; a recorded end may lie ahead, see `endsOn`. */
  readonly status: PressAgencyStatus;
  readonly registeredOn: LocalDate;
  /** From this day on it is no more (merged or closed). */
  readonly endsOn: LocalDate | null;
  readonly mergedIntoId: string | null;
}

// Evolve ------------------------------------------------------------------------------------------------------------

/** Null: not registered. */
export const initial: PressAgency | null = null;

export function evolve(agency: PressAgency | null, event: PressAgencyEvent): PressAgency | null {
  if (event.type === "PressAgencyRegistered") {
    const { agencyId, name, registeredOn } = event.data;
    const names = [{ name, from: registeredOn }];
    return { agencyId, names, registeredOn, suspensions: [], endsOn: null, ending: null };
  }
  if (agency === null) return null;
  switch (event.type) {
    case "PressAgencyRenamed":
      return { ...agency, names: [...agency.names, { name: event.data.name, from: event.data.effectiveOn }] };
    case "PressAgencySuspended": {
      const { from, until } = event.data;
      return { ...agency, suspensions: [...agency.suspensions, { from, until, liftedOn: null }] };
    }
    case "PressAgencyReinstated": {
      const last = agency.suspensions.at(-1);
      const lifted = last ? [{ ...last, liftedOn: event.data.effectiveOn }] : [];
      return { ...agency, suspensions: [...agency.suspensions.slice(0, -1), ...lifted] };
    }
    case "PressAgencyMerged":
      return { ...agency, endsOn: event.data.effectiveOn, ending: "MERGED" };
    case "PressAgencyClosed":
      return { ...agency, endsOn: event.data.effectiveOn, ending: "CLOSED" };
    default:
      event satisfies never;
      return agency;
  }
}

// Commands ----------------------------------------------------------------------------------------------------------

/** What was looked up for a command that gives a name: the other agencies that bear it, however it is spelt. */
interface WithNamesakes {
  readonly namesakes: readonly PressAgencyFact[];
}

/** What was looked up for a command that ends an agency: the last day on which another one was merged into it. */
interface WithTakenIn {
  readonly tookInOn: LocalDate | null;
}

export type RegisterPressAgency = Command<"RegisterPressAgency", PressAgencyRegistered["data"] & WithNamesakes>;
export type RenamePressAgency = Command<"RenamePressAgency", PressAgencyRenamed["data"] & WithNamesakes>;
export type SuspendPressAgency = Command<"SuspendPressAgency", PressAgencySuspended["data"]>;
export type ReinstatePressAgency = Command<"ReinstatePressAgency", PressAgencyReinstated["data"]>;
export type MergePressAgency = Command<
  "MergePressAgency",
  About & Based & WithTakenIn & { readonly into: PressAgencyFact; readonly effectiveOn: LocalDate }
>;
export type ClosePressAgency = Command<"ClosePressAgency", PressAgencyClosed["data"] & WithTakenIn>;
export type PressAgencyCommand =
  | RegisterPressAgency
  | RenamePressAgency
  | SuspendPressAgency
  | ReinstatePressAgency
  | MergePressAgency
  | ClosePressAgency;
