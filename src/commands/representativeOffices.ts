import { pressLawOn } from "../domain/law/pressLaw.js";
import { pressAgencyRefusals } from "../domain/pressAgency/refusals.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import { representativeOffice } from "../domain/representativeOffice/record.js";
import { headOf } from "../domain/representativeOffice/representativeOffice.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a representative office. */
const lookups: LookupsOf<typeof representativeOffice> = {
  NotifyRepresentativeOffice({ agencyId, headReporterId }, { facts }) {
    const agency = facts.pressAgency(agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
    const head = facts.reporter(headReporterId);
    return head ? { data: { agency, head } } : { refusal: reporterRefusals.REPORTER_NOT_FOUND(["headReporterId"]) };
  },
  AmendRepresentativeOffice({ headReporterId }, { facts }) {
    const head = headReporterId === null ? null : facts.reporter(headReporterId);
    return head === undefined
      ? { refusal: reporterRefusals.REPORTER_NOT_FOUND(["headReporterId"]) }
      : { data: { head } };
  },
  AcceptRepresentativeOffice(_said, { facts, law, state }) {
    const agency = facts.pressAgency(state.agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["officeId"]) };
    const head = survivorOf(headOf(state)?.reporterId ?? null, facts);
    if (!head) return { refusal: reporterRefusals.REPORTER_NOT_FOUND(["officeId"]) };
    const oneWithAgency = facts.oneWith("PressAgency", state.agencyId, state.startsOn);
    return { data: { agency, oneWithAgency, head, pressLaw: pressLawOn(law, state.startsOn).key } };
  },
  ChangeRepresentativeOfficeHead({ headReporterId, effectiveOn }, { facts, law, state }) {
    const agency = facts.pressAgency(state.agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["officeId"]) };
    const head = headReporterId === null ? null : facts.reporter(headReporterId);
    if (head === undefined) return { refusal: reporterRefusals.REPORTER_NOT_FOUND(["headReporterId"]) };
    const oneWithAgency = facts.oneWith("PressAgency", state.agencyId, effectiveOn);
    const oneWithHead = headReporterId === null ? [] : facts.oneWith("Reporter", headReporterId, effectiveOn);
    return { data: { agency, oneWithAgency, head, oneWithHead, pressLaw: pressLawOn(law, effectiveOn).key } };
  },
};

export const representativeOfficeSpecs = specsOf(representativeOffice, lookups);

/** A head who was merged into another entry is judged by that one's papers. */
function survivorOf(reporterId: string | null, facts: Facts): ReporterFact | undefined {
  const reporter = reporterId === null ? undefined : facts.reporter(reporterId);
  return reporter?.mergedIntoId ? facts.reporter(reporter.mergedIntoId) : reporter;
}
