import type { Command, DomainEvent } from "../kernel/decider.js";
import type { LocalDate } from "../kernel/time.js";
import type { PressAgencyFact } from "../pressAgency/pressAgency.js";
import type { ReporterFact } from "../reporter/reporter.js";

/**
 * A representative office (văn phòng đại diện) of a press agency in the province: one stream each.
 * NOTIFIED → ACCEPTED | REJECTED; ACCEPTED ⇄ HEAD_VACANT → CLOSED. Press Law 2016 (103/2016/QH13) Art. 22: the agency
 * gives notice, it asks for no licence. A notice is therefore recorded as it came, fit or not; whether the office fulfils
 * the conditions is judged when it is accepted.
 */

export const REPRESENTATIVE_OFFICE_STATUSES = ["NOTIFIED", "ACCEPTED", "REJECTED", "HEAD_VACANT", "CLOSED"] as const;
/**
 * NOTIFIED (đã thông báo, đang xem xét), ACCEPTED (đủ điều kiện), REJECTED (không đủ điều kiện), HEAD_VACANT (đang hoạt
 * động, khuyết trưởng văn phòng), CLOSED (chấm dứt hoạt động).
 */
export type RepresentativeOfficeStatus = (typeof REPRESENTATIVE_OFFICE_STATUSES)[number];

// Events ------------------------------------------------------------------------------------------------------------

interface About {
  readonly officeId: string;
}

export type RepresentativeOfficeNotified = DomainEvent<
  "RepresentativeOfficeNotified",
  About & {
    readonly agencyId: string;
    readonly agencyName: string;
    readonly address: string;
    /** Trưởng văn phòng đại diện. */
    readonly headReporterId: string;
    readonly headName: string;
    readonly startsOn: LocalDate;
    readonly notifiedOn: LocalDate;
  }
>;
export type RepresentativeOfficeAccepted = DomainEvent<"RepresentativeOfficeAccepted", About>;
export type RepresentativeOfficeRejected = DomainEvent<
  "RepresentativeOfficeRejected",
  // The reason is part of the decision, not a remark on the entry.
  About & { readonly reason: string }
>;
/** Null: the office has no head from that day on (khuyết). */
export type RepresentativeOfficeHeadChanged = DomainEvent<
  "RepresentativeOfficeHeadChanged",
  About & { readonly headReporterId: string | null; readonly headName: string | null; readonly effectiveOn: LocalDate }
>;
export type RepresentativeOfficeClosed = DomainEvent<
  "RepresentativeOfficeClosed",
  About & { readonly effectiveOn: LocalDate; readonly reason: string }
>;
export type RepresentativeOfficeEvent =
  | RepresentativeOfficeNotified
  | RepresentativeOfficeAccepted
  | RepresentativeOfficeRejected
  | RepresentativeOfficeHeadChanged
  | RepresentativeOfficeClosed;

// State -------------------------------------------------------------------------------------------------------------

export interface RepresentativeOffice {
  readonly officeId: string;
  readonly agencyId: string;
  readonly status: RepresentativeOfficeStatus;
  readonly startsOn: LocalDate;
  readonly notifiedOn: LocalDate;
  /** The head recorded last, and from which day on. */
  readonly head: { readonly reporterId: string | null; readonly from: LocalDate };
}

/** What other subjects, and the look-ups of its own commands, may know of an office. */
export interface RepresentativeOfficeFact {
  readonly officeId: string;
  readonly agencyId: string;
  readonly status: RepresentativeOfficeStatus;
  readonly startsOn: LocalDate;
  readonly notifiedOn: LocalDate;
  /** The head recorded last. */
  readonly headReporterId: string | null;
  readonly closedOn: LocalDate | null;
}

// Evolve ------------------------------------------------------------------------------------------------------------

/** Null: no notice was recorded. */
export const initial: RepresentativeOffice | null = null;

export function evolve(
  office: RepresentativeOffice | null,
  event: RepresentativeOfficeEvent,
): RepresentativeOffice | null {
  if (event.type === "RepresentativeOfficeNotified") {
    const { officeId, agencyId, startsOn, notifiedOn, headReporterId } = event.data;
    const head = { reporterId: headReporterId, from: startsOn };
    return { officeId, agencyId, status: "NOTIFIED", startsOn, notifiedOn, head };
  }
  if (office === null) return null;
  switch (event.type) {
    case "RepresentativeOfficeAccepted":
      return { ...office, status: "ACCEPTED" };
    case "RepresentativeOfficeRejected":
      return { ...office, status: "REJECTED" };
    case "RepresentativeOfficeHeadChanged": {
      const { headReporterId, effectiveOn } = event.data;
      const status = headReporterId === null ? "HEAD_VACANT" : "ACCEPTED";
      return { ...office, status, head: { reporterId: headReporterId, from: effectiveOn } };
    }
    case "RepresentativeOfficeClosed":
      return { ...office, status: "CLOSED" };
    default:
      event satisfies never;
      return office;
  }
}

// Commands ----------------------------------------------------------------------------------------------------------

export type NotifyRepresentativeOffice = Command<
  "NotifyRepresentativeOffice",
  About & {
    readonly agency: PressAgencyFact;
    readonly head: ReporterFact;
    readonly address: string;
    readonly startsOn: LocalDate;
    readonly notifiedOn: LocalDate;
  }
>;
/** With the agency and the head of the notice, as they are known now. */
export type AcceptRepresentativeOffice = Command<
  "AcceptRepresentativeOffice",
  About & { readonly agency: PressAgencyFact; readonly head: ReporterFact }
>;
export type RejectRepresentativeOffice = Command<"RejectRepresentativeOffice", RepresentativeOfficeRejected["data"]>;
export type ChangeRepresentativeOfficeHead = Command<
  "ChangeRepresentativeOfficeHead",
  About & { readonly agency: PressAgencyFact; readonly head: ReporterFact | null; readonly effectiveOn: LocalDate }
>;
export type CloseRepresentativeOffice = Command<"CloseRepresentativeOffice", RepresentativeOfficeClosed["data"]>;
export type RepresentativeOfficeCommand =
  | NotifyRepresentativeOffice
  | AcceptRepresentativeOffice
  | RejectRepresentativeOffice
  | ChangeRepresentativeOfficeHead
  | CloseRepresentativeOffice;
