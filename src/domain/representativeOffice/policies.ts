import { type CommandMeta, firstRefusal, type Policy } from "../kernel/decider.js";
import { timePolicies } from "../kernel/occurrence.js";
import type { Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { agencyNotEnded } from "../pressAgency/policies.js";
import { reporterRefusals } from "../reporter/refusals.js";
import { eligibilityPolicies, headHoldsCard, headWorksFor } from "./eligibility.js";
import { representativeOfficeRefusals } from "./refusals.js";
import type {
  AcceptRepresentativeOffice,
  ChangeRepresentativeOfficeHead,
  CloseRepresentativeOffice,
  NotifyRepresentativeOffice,
  RejectRepresentativeOffice,
  RepresentativeOffice,
} from "./representativeOffice.js";

export { representativeOfficeRefusals } from "./refusals.js";

interface Given<C extends { data: object }> {
  readonly meta: CommandMeta;
  readonly data: C["data"];
}
type OfExisting<C extends { data: object }> = Policy<Given<C> & { readonly office: RepresentativeOffice }>;
interface OfOffice {
  readonly office: RepresentativeOffice;
}

/** Asked of what is to be decided on a notice: it is still open. */
const noticeIsOpen: Policy<OfOffice> = ({ office }) => {
  switch (office.status) {
    case "NOTIFIED":
      return undefined;
    case "ACCEPTED":
    case "HEAD_VACANT":
      return representativeOfficeRefusals.REPRESENTATIVE_OFFICE_ACCEPTED_ALREADY(["officeId"]);
    case "REJECTED":
    case "CLOSED":
      return overAndDone(office.status);
    default:
      return office.status satisfies never;
  }
};

/** Asked of what happens to an office at work: it was accepted and not closed. */
const officeIsAtWork: Policy<OfOffice> = ({ office }) => {
  switch (office.status) {
    case "ACCEPTED":
    case "HEAD_VACANT":
      return undefined;
    case "NOTIFIED":
      return representativeOfficeRefusals.REPRESENTATIVE_OFFICE_NOT_ACCEPTED(["officeId"]);
    case "REJECTED":
    case "CLOSED":
      return overAndDone(office.status);
    default:
      return office.status satisfies never;
  }
};

const overAndDone = (status: "REJECTED" | "CLOSED"): Refusal =>
  representativeOfficeRefusals[`REPRESENTATIVE_OFFICE_${status}`](["officeId"]);

/** What changes an office cannot reach back behind its start or its last change. */
const inOrder = (office: RepresentativeOffice, day: LocalDate): Refusal | undefined =>
  day < office.head.from
    ? representativeOfficeRefusals.OFFICE_CHANGE_OUT_OF_ORDER(["effectiveOn"], office.head.from)
    : undefined;

// Notify ------------------------------------------------------------------------------------------------------------

export const notifyPolicies: readonly Policy<Given<NotifyRepresentativeOffice>>[] = [
  ...timePolicies,
  function agencyIsLive({ data }) {
    return agencyNotEnded(data.agency, data.notifiedOn, ["agencyId"]);
  },
  function headIsNoDuplicate({ data }) {
    const duplicate = data.head.mergedIntoId !== null;
    return duplicate ? reporterRefusals.REPORTER_IS_DUPLICATE(["headReporterId"]) : undefined;
  },
];

// Accept and reject -------------------------------------------------------------------------------------------------

export const acceptPolicies: readonly OfExisting<AcceptRepresentativeOffice>[] = [
  ...timePolicies,
  noticeIsOpen,
  function officeIsEligible({ office, data }) {
    const { startsOn, notifiedOn } = office;
    return firstRefusal(eligibilityPolicies, { startsOn, notifiedOn, agency: data.agency, head: data.head });
  },
];

export const rejectPolicies: readonly OfExisting<RejectRepresentativeOffice>[] = [...timePolicies, noticeIsOpen];

// Change of head ----------------------------------------------------------------------------------------------------

export const changeHeadPolicies: readonly OfExisting<ChangeRepresentativeOfficeHead>[] = [
  ...timePolicies,
  officeIsAtWork,
  function headChanges({ office, data }) {
    const unchanged = office.head.reporterId === (data.head?.reporterId ?? null);
    return unchanged ? representativeOfficeRefusals.OFFICE_HEAD_UNCHANGED(["headReporterId"]) : undefined;
  },
  function changesAreInOrder({ office, data }) {
    return inOrder(office, data.effectiveOn);
  },
  function agencyIsLive({ data }) {
    return agencyNotEnded(data.agency, data.effectiveOn, ["officeId"]);
  },
  function newHeadIsNoDuplicate({ data }) {
    const duplicate = data.head !== null && data.head.mergedIntoId !== null;
    return duplicate ? reporterRefusals.REPORTER_IS_DUPLICATE(["headReporterId"]) : undefined;
  },
  function newHeadWorksForAgency({ data }) {
    return data.head ? headWorksFor(data.head, data.agency, data.effectiveOn, ["headReporterId"]) : undefined;
  },
  function newHeadHasValidCard({ data }) {
    return data.head ? headHoldsCard(data.head, data.effectiveOn, ["headReporterId"]) : undefined;
  },
];

// Close -------------------------------------------------------------------------------------------------------------

export const closePolicies: readonly OfExisting<CloseRepresentativeOffice>[] = [
  ...timePolicies,
  officeIsAtWork,
  function closesAfterLastChange({ office, data }) {
    return inOrder(office, data.effectiveOn);
  },
];
