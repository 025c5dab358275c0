import type { Role } from "../domain/kernel/actor.js";
import { pressAgencyRefusals } from "../domain/pressAgency/policies.js";
import type { PressAgencyFact } from "../domain/pressAgency/pressAgency.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import { representativeOfficeRefusals } from "../domain/representativeOffice/refusals.js";
import { representativeOfficeDecider } from "../domain/representativeOffice/decider.js";
import type {
  AcceptRepresentativeOffice,
  ChangeRepresentativeOfficeHead,
  CloseRepresentativeOffice,
  NotifyRepresentativeOffice,
  RejectRepresentativeOffice,
  RepresentativeOffice,
} from "../domain/representativeOffice/representativeOffice.js";
import type { Facts } from "./facts.js";
import { refs } from "./leaning.js";
import type { CommandInput, CommandSpec } from "./spec.js";

/** Notices go to the provincial people's committee, whose department keeps the registry (Press Law 2016, Art. 22). */
const KEEPERS: readonly Role[] = ["PRESS_OFFICER", "ADMIN"];

const aggregate = {
  category: "representativeOffice",
  decider: representativeOfficeDecider,
  leansOn: (office: RepresentativeOffice | null) => [
    ...refs("PressAgency", office?.agencyId),
    ...refs("Reporter", office?.head.reporterId),
  ],
};
const common = { aggregate, may: KEEPERS } as const;
const onOffice = { ...common, entityId: (input: OfficeInput) => input.officeId } as const;

interface OfficeInput extends CommandInput {
  readonly officeId: string;
}

export interface NotifyRepresentativeOfficeInput extends CommandInput {
  readonly agencyId: string;
  readonly address: string;
  readonly headReporterId: string;
  readonly startsOn: string;
  readonly notifiedOn: string;
}

export const notifyRepresentativeOffice: CommandSpec<NotifyRepresentativeOfficeInput, NotifyRepresentativeOffice> = {
  ...common,
  type: "NotifyRepresentativeOffice",
  begins: "representativeOffice",
  leansOn: ({ agencyId, headReporterId }) => [...refs("PressAgency", agencyId), ...refs("Reporter", headReporterId)],
  resolve: ({ agencyId, address, headReporterId, startsOn, notifiedOn }, { facts, newId }) => {
    const agency = facts.pressAgency(agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
    const head = facts.reporter(headReporterId);
    if (!head) return { refusal: reporterRefusals.REPORTER_NOT_FOUND(["headReporterId"]) };
    return { data: { officeId: newId("representativeOffice"), agency, head, address, startsOn, notifiedOn } };
  },
};

export type AcceptRepresentativeOfficeInput = OfficeInput;

export const acceptRepresentativeOffice: CommandSpec<AcceptRepresentativeOfficeInput, AcceptRepresentativeOffice> = {
  ...onOffice,
  type: "AcceptRepresentativeOffice",
  resolve: ({ officeId }, { facts }) => {
    const notice = noticeOf(officeId, facts);
    if (!notice) return { refusal: representativeOfficeRefusals.REPRESENTATIVE_OFFICE_NOT_FOUND(["officeId"]) };
    if (!notice.head) return { refusal: reporterRefusals.REPORTER_NOT_FOUND(["officeId"]) };
    return { data: { officeId, agency: notice.agency, head: notice.head } };
  },
};

export interface RejectRepresentativeOfficeInput extends OfficeInput {
  readonly reason: string;
}

export const rejectRepresentativeOffice: CommandSpec<RejectRepresentativeOfficeInput, RejectRepresentativeOffice> = {
  ...onOffice,
  type: "RejectRepresentativeOffice",
  resolve: ({ officeId, reason }) => ({ data: { officeId, reason } }),
};

export interface ChangeRepresentativeOfficeHeadInput extends OfficeInput {
  /** Null or absent: vacant. */
  readonly headReporterId?: string | null | undefined;
  readonly effectiveOn: string;
}

export const changeRepresentativeOfficeHead: CommandSpec<
  ChangeRepresentativeOfficeHeadInput,
  ChangeRepresentativeOfficeHead
> = {
  ...onOffice,
  type: "ChangeRepresentativeOfficeHead",
  leansOn: ({ headReporterId }) => refs("Reporter", headReporterId),
  resolve: ({ officeId, headReporterId, effectiveOn }, { facts }) => {
    const notice = noticeOf(officeId, facts);
    if (!notice) return { refusal: representativeOfficeRefusals.REPRESENTATIVE_OFFICE_NOT_FOUND(["officeId"]) };
    const head = headReporterId ? facts.reporter(headReporterId) : null;
    if (head === undefined) return { refusal: reporterRefusals.REPORTER_NOT_FOUND(["headReporterId"]) };
    return { data: { officeId, agency: notice.agency, head, effectiveOn } };
  },
};

export interface CloseRepresentativeOfficeInput extends OfficeInput {
  readonly effectiveOn: string;
  readonly reason: string;
}

export const closeRepresentativeOffice: CommandSpec<CloseRepresentativeOfficeInput, CloseRepresentativeOffice> = {
  ...onOffice,
  type: "CloseRepresentativeOffice",
  resolve: ({ officeId, effectiveOn, reason }) => ({ data: { officeId, effectiveOn, reason } }),
};

/** The office's agency and its head; a head who was merged into another entry is judged by that one's papers. */
function noticeOf(
  officeId: string,
  facts: Facts,
): { readonly agency: PressAgencyFact; readonly head: ReporterFact | undefined } | undefined {
  const office = facts.representativeOffice(officeId);
  const agency = office && facts.pressAgency(office.agencyId);
  if (!agency) return undefined;
  const head = office.headReporterId === null ? undefined : facts.reporter(office.headReporterId);
  return { agency, head: head?.mergedIntoId ? facts.reporter(head.mergedIntoId) : head };
}
