import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type RepresentativeOfficeEvent, representativeOfficeHistory } from "./events.js";
import { representativeOfficeRefusals } from "./refusals.js";
import { type RepresentativeOffice, statusForStep } from "./representativeOffice.js";
import { representativeOfficeSteps } from "./steps.js";

const { takeBack } = stepsOf<RepresentativeOffice, RepresentativeOfficeEvent, "officeId">();

/**
 * A representative office: its state (./representativeOffice.ts), its events (./events.ts), its steps and their rules
 * (./steps.ts, ./eligibility.ts). Notices go to the provincial people's committee, whose department keeps the registry
 * (Press Law 2016, Art. 22).
 */
export const representativeOffice = record(representativeOfficeHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: {
    ...representativeOfficeSteps,
    TakeBackRepresentativeOfficeEntry: takeBack({ naming: NOBODY, event: "RepresentativeOfficeEntryTakenBack" }),
  },
  statusOn: statusForStep,
  leansOn: ({ agencyId, heads }) => [
    { kind: "PressAgency", id: agencyId },
    ...heads.slice(-1).flatMap(({ reporterId: id }) => (id === null ? [] : [{ kind: "Reporter", id } as const])),
  ],
  refusals: {
    notFound: representativeOfficeRefusals.REPRESENTATIVE_OFFICE_NOT_FOUND,
    statusForbids: "REPRESENTATIVE_OFFICE_STATUS_FORBIDS",
  },
});
