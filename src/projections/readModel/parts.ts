import type { RecordKind } from "../../domain/kernel/fields.js";
import { eventIndexPart } from "../timeline/eventIndex.js";
import { informationRequests } from "../informationRequest/records.js";
import { inspectionsPart } from "../inspection/part.js";
import { onesPart } from "../table/ones.js";
import { personsPart } from "../table/persons.js";
import { supervisions } from "../oversight/records.js";
import { pressItems } from "../pressItem/records.js";
import { pressAgenciesPart } from "../pressAgency/part.js";
import { reportersPart } from "../reporter/part.js";
import { representativeOfficesPart } from "../representativeOffice/part.js";
import { sanctionsPart } from "../sanction/part.js";
import { seizuresPart } from "../seizure/part.js";
import { staffSnapshots } from "../staff/records.js";
import { trainingCourses } from "../training/records.js";
import { spokespersons } from "../spokesperson/records.js";
import { pressConferences } from "../pressConference/records.js";
import { statements } from "../statement/records.js";
import { statementDuties } from "../statementDuty/records.js";
import { unitRules } from "../unitRule/records.js";
import { unitsPart } from "../unit/part.js";
import { violationCasesPart } from "../violationCase/part.js";
import { duePart } from "../table/due.js";
import { searchPart } from "../table/searchPart.js";
import { visitsPart } from "../visit/part.js";
import type { ReadModelPart } from "../table/part.js";

const OF_RECORDS: Readonly<Record<RecordKind, ReadModelPart>> = {
  Unit: unitsPart,
  PressAgency: pressAgenciesPart,
  Reporter: reportersPart,
  RepresentativeOffice: representativeOfficesPart,
  Visit: visitsPart,
  Inspection: inspectionsPart,
  ViolationCase: violationCasesPart,
  Seizure: seizuresPart,
  Sanction: sanctionsPart,
  Spokesperson: spokespersons.part,
  Oversight: supervisions.part,
  InformationRequest: informationRequests.part,
  UnitRule: unitRules.part,
  Statement: statements.part,
  StatementDuty: statementDuties.part,
  PressConference: pressConferences.part,
  PressItem: pressItems.part,
  StaffSnapshot: staffSnapshots.part,
  TrainingCourse: trainingCourses.part,
};

/** Every read model, in the order in which an event reaches them: a later one may read what an earlier one wrote. */
export const PARTS: readonly ReadModelPart[] = [
  eventIndexPart,
  searchPart,
  duePart,
  personsPart,
  onesPart,
  ...Object.values(OF_RECORDS),
];
