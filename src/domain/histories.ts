import type { RecordKind } from "./kernel/fields.js";
import type { AnyEvent, Chronicle, Publicity } from "./kernel/history.js";
import { claimHistory } from "./claim/events.js";
import { decisionRegisterHistory } from "./decisionRegister/events.js";
import { informationRequestHistory } from "./informationRequest/events.js";
import { inspectionHistory } from "./inspection/events.js";
import { oversightHistory } from "./oversight/events.js";
import { pressItemHistory } from "./pressItem/events.js";
import { pressAgencyHistory } from "./pressAgency/events.js";
import { reporterHistory } from "./reporter/events.js";
import { representativeOfficeHistory } from "./representativeOffice/events.js";
import { sanctionHistory } from "./sanction/events.js";
import { seizureHistory } from "./seizure/events.js";
import { spokespersonHistory } from "./spokesperson/events.js";
import { staffHistory } from "./staff/events.js";
import { trainingHistory } from "./training/events.js";
import { unitHistory } from "./unit/events.js";
import { violationCaseHistory } from "./violationCase/events.js";
import { pressConferenceHistory } from "./pressConference/events.js";
import { statementHistory } from "./statement/events.js";
import { statementDutyHistory } from "./statementDuty/events.js";
import { unitRuleHistory } from "./unitRule/events.js";
import { visitHistory } from "./visit/events.js";

const OF_RECORDS: Readonly<Record<RecordKind, Chronicle>> = {
  Unit: unitHistory,
  PressAgency: pressAgencyHistory,
  Reporter: reporterHistory,
  RepresentativeOffice: representativeOfficeHistory,
  Visit: visitHistory,
  Inspection: inspectionHistory,
  ViolationCase: violationCaseHistory,
  Sanction: sanctionHistory,
  Seizure: seizureHistory,
  Spokesperson: spokespersonHistory,
  Oversight: oversightHistory,
  InformationRequest: informationRequestHistory,
  UnitRule: unitRuleHistory,
  Statement: statementHistory,
  StatementDuty: statementDutyHistory,
  PressConference: pressConferenceHistory,
  PressItem: pressItemHistory,
  StaffSnapshot: staffHistory,
  TrainingCourse: trainingHistory,
};

/** What can have happened in every subject of the ledger: its records, and what it draws and takes for them. */
export const HISTORIES: readonly Chronicle[] = [...Object.values(OF_RECORDS), decisionRegisterHistory, claimHistory];

const allEvents = (): readonly (readonly [type: string, event: AnyEvent])[] =>
  HISTORIES.flatMap(({ events }) => Object.entries(events));

/** The types of events that everybody is told, for this reason. */
export const typesPublic = (because: Publicity): readonly string[] =>
  allEvents().flatMap(([type, { isPublic }]) => (isPublic === because ? type : []));

/** The streams in which such events are. */
export const CATEGORIES_WITH_PUBLIC: readonly string[] = HISTORIES.filter(({ events }) =>
  Object.values(events).some(({ isPublic }) => isPublic),
).map(({ category }) => category);

const BY_CATEGORY = new Map(HISTORIES.map((history) => [history.category, history]));

/** What can have happened in the streams of this category. */
export const historyOf = (category: string): Chronicle | undefined => BY_CATEGORY.get(category);

const BY_TYPE = new Map<string, AnyEvent>(allEvents());

/** What is declared of the events of this type; a newer program on the same log may write types never heard of here. */
export const eventOfType = (type: string): AnyEvent | undefined => BY_TYPE.get(type);

/** Whether events of this type take others back. */
export const takesBack = (type: string): boolean => eventOfType(type)?.takesBack === true;
