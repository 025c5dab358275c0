import { authorityRefusals } from "../domain/kernel/authority.js";
import { occurrenceRefusals } from "../domain/kernel/occurrence.js";
import { pressAgencyRefusals } from "../domain/pressAgency/policies.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import { representativeOfficeRefusals } from "../domain/representativeOffice/refusals.js";
import { unitRefusals } from "../domain/unit/policies.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import { commandRefusals } from "./refusals.js";

/** The closed list of codes with which a command can be refused. */
export const ALL_REFUSAL_CODES: readonly string[] = [
  commandRefusals,
  authorityRefusals,
  occurrenceRefusals,
  unitRefusals,
  pressAgencyRefusals,
  representativeOfficeRefusals,
  reporterRefusals,
  visitRefusals,
].flatMap((catalog) => Object.keys(catalog));
