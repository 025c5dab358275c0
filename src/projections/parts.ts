import { eventIndexPart } from "./eventIndex.js";
import { inspectionsPart } from "./inspections.js";
import { personsPart } from "./persons.js";
import { pressAgenciesPart } from "./pressAgencies.js";
import { reportersPart } from "./reporters.js";
import { representativeOfficesPart } from "./representativeOffices.js";
import { sanctionsPart } from "./sanctions.js";
import { seizuresPart } from "./seizures.js";
import { unitsPart } from "./units.js";
import { violationCasesPart } from "./violationCases.js";
import { searchPart } from "./searchPart.js";
import { visitsPart } from "./visits.js";
import type { ReadModelPart } from "./part.js";

/** Every read model, in the order in which an event reaches them: a later one may read what an earlier one wrote. */
export const PARTS: readonly ReadModelPart[] = [
  eventIndexPart,
  searchPart,
  personsPart,
  unitsPart,
  pressAgenciesPart,
  reportersPart,
  representativeOfficesPart,
  visitsPart,
  inspectionsPart,
  violationCasesPart,
  seizuresPart,
  sanctionsPart,
];
