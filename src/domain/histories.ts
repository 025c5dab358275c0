import type { RecordKind } from "./kernel/fields.js";
import type { AnyEvent, Chronicle } from "./kernel/history.js";
import { claimHistory } from "./claim/events.js";
import { decisionRegisterHistory } from "./decisionRegister/events.js";
import { inspectionHistory } from "./inspection/events.js";
import { pressAgencyHistory } from "./pressAgency/events.js";
import { reporterHistory } from "./reporter/events.js";
import { representativeOfficeHistory } from "./representativeOffice/events.js";
import { sanctionHistory } from "./sanction/events.js";
import { seizureHistory } from "./seizure/events.js";
import { unitHistory } from "./unit/events.js";
import { violationCaseHistory } from "./violationCase/events.js";
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
};

/** What can have happened in every subject of the ledger: its records, and what it draws and takes for them. */
export const HISTORIES: readonly Chronicle[] = [...Object.values(OF_RECORDS), decisionRegisterHistory, claimHistory];

const BY_CATEGORY = new Map(HISTORIES.map((history) => [history.category, history]));

/** What can have happened in the streams of this category. */
export const historyOf = (category: string): Chronicle | undefined => BY_CATEGORY.get(category);

const BY_TYPE = new Map<string, AnyEvent>(HISTORIES.flatMap(({ events }) => Object.entries(events)));

/** What is declared of the events of this type; a newer program on the same log may write types never heard of here. */
export const eventOfType = (type: string): AnyEvent | undefined => BY_TYPE.get(type);

/** Whether events of this type take others back. */
export const takesBack = (type: string): boolean => eventOfType(type)?.takesBack === true;
