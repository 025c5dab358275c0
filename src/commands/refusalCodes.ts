import { inspectionRefusals } from "../domain/inspection/refusals.js";
import { authorityRefusals } from "../domain/kernel/authority.js";
import { decisionRegisterRefusals } from "../domain/decisionRegister/refusals.js";
import { exhibitRefusals } from "../domain/exhibit/refusals.js";
import { occurrenceRefusals } from "../domain/kernel/occurrence.js";
import { pressAgencyRefusals } from "../domain/pressAgency/policies.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import { representativeOfficeRefusals } from "../domain/representativeOffice/refusals.js";
import { complaintRefusals } from "../domain/sanction/complaintRefusals.js";
import { fineRefusals } from "../domain/sanction/fineRefusals.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import { unitRefusals } from "../domain/unit/policies.js";
import { violationCaseRefusals } from "../domain/violationCase/refusals.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import { RECORDS } from "../domain/records.js";
import { commandRefusals } from "./refusals.js";

/** The closed list of codes with which a command can be refused. */
export const ALL_REFUSAL_CODES: readonly string[] = [
  ...RECORDS.map(({ refusals }) => refusals.statusForbids),
  ...[
    commandRefusals,
    authorityRefusals,
    occurrenceRefusals,
    unitRefusals,
    pressAgencyRefusals,
    representativeOfficeRefusals,
    reporterRefusals,
    visitRefusals,
    inspectionRefusals,
    violationCaseRefusals,
    exhibitRefusals,
    sanctionRefusals,
    fineRefusals,
    complaintRefusals,
    decisionRegisterRefusals,
  ].flatMap((catalog) => Object.keys(catalog)),
];
