import type { RecordKind } from "./kernel/fields.js";
import type { RecordType } from "./kernel/record.js";
import { informationRequest } from "./informationRequest/record.js";
import { inspection } from "./inspection/record.js";
import { sanction } from "./sanction/record.js";
import { seizure } from "./seizure/record.js";
import { violationCase } from "./violationCase/record.js";
import { oversight } from "./oversight/record.js";
import { pressItem } from "./pressItem/record.js";
import { pressAgency } from "./pressAgency/record.js";
import { reporter } from "./reporter/record.js";
import { representativeOffice } from "./representativeOffice/record.js";
import { spokesperson } from "./spokesperson/record.js";
import { staffSnapshot } from "./staff/record.js";
import { trainingCourse } from "./training/record.js";
import { unit } from "./unit/record.js";
import { pressConference } from "./pressConference/record.js";
import { statement } from "./statement/record.js";
import { statementDuty } from "./statementDuty/record.js";
import { unitRule } from "./unitRule/record.js";
import { visit } from "./visit/record.js";

/** As much of a record as those need who treat all alike. */
export type AnyRecord = Pick<
  RecordType,
  "kind" | "id" | "category" | "words" | "statuses" | "may" | "steps" | "events" | "refusals"
>;

const BY_KIND: Readonly<Record<RecordKind, AnyRecord>> = {
  Unit: unit,
  PressAgency: pressAgency,
  Reporter: reporter,
  RepresentativeOffice: representativeOffice,
  Visit: visit,
  Inspection: inspection,
  ViolationCase: violationCase,
  Sanction: sanction,
  Seizure: seizure,
  Spokesperson: spokesperson,
  Oversight: oversight,
  InformationRequest: informationRequest,
  UnitRule: unitRule,
  Statement: statement,
  StatementDuty: statementDuty,
  PressConference: pressConference,
  PressItem: pressItem,
  StaffSnapshot: staffSnapshot,
  TrainingCourse: trainingCourse,
};

export const recordOf = (kind: RecordKind): AnyRecord => BY_KIND[kind];

/** What may be done about every subject of the ledger. */
export const RECORDS: readonly AnyRecord[] = Object.values(BY_KIND);
