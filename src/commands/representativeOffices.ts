import { pressLawOn } from "../domain/law/pressLaw.js";
import { representativeOffice } from "../domain/representativeOffice/record.js";
import { headOf } from "../domain/representativeOffice/representativeOffice.js";
import { survivorIdOf } from "./reporters.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a representative office. */
const lookups: LookupsOf<typeof representativeOffice> = {
  NotifyRepresentativeOffice: ({ agencyId, headReporterId }, { the }) => ({
    agency: the.pressAgency(agencyId, "agencyId"),
    head: the.reporter(headReporterId, "headReporterId"),
  }),
  AmendRepresentativeOffice: ({ headReporterId }, { the }) => ({
    head: the.reporter(headReporterId, "headReporterId"),
  }),
  AcceptRepresentativeOffice: (_said, { the, facts, law, state }) => ({
    agency: the.pressAgency(state.agencyId, "officeId"),
    // A head who was merged into another entry is judged by that one's papers; nobody is found where nobody heads it.
    head: the.reporter(survivorIdOf(headOf(state)?.reporterId ?? "", facts), "officeId"),
    oneWithAgency: facts.oneWith("PressAgency", state.agencyId, state.startsOn),
    pressLaw: pressLawOn(law, state.startsOn).key,
  }),
  ChangeRepresentativeOfficeHead: ({ headReporterId, effectiveOn }, { the, facts, law, state }) => ({
    agency: the.pressAgency(state.agencyId, "officeId"),
    head: the.reporter(headReporterId, "headReporterId"),
    oneWithAgency: facts.oneWith("PressAgency", state.agencyId, effectiveOn),
    oneWithHead: headReporterId === null ? [] : facts.oneWith("Reporter", headReporterId, effectiveOn),
    pressLaw: pressLawOn(law, effectiveOn).key,
  }),
};

export const representativeOfficeSpecs = specsOf(representativeOffice, lookups);
