import { registerEnumType } from "type-graphql";
import {
  COUNT_DIFFERENCES,
  CUSTODY_STEPS,
  DISCREPANCY_KINDS,
  EXHIBIT_UNITS,
  SEIZURE_EXTENSIONS,
  SEIZURE_GROUNDS,
  SEIZURE_STATUSES,
} from "../../domain/exhibit/terms.js";
import { enumOf } from "../shared/enums.js";

export const SeizureStatusEnum = enumOf(SEIZURE_STATUSES);
registerEnumType(SeizureStatusEnum, {
  name: "SeizureStatus",
  description:
    "IN_CUSTODY: copies wait for a decision. CONFISCATED: none do, but confiscated ones wait for disposal. " +
    "CLOSED: nothing is held any more. VOIDED: entered by mistake; it counts for nothing.",
});

export const SeizureGroundEnum = enumOf(SEIZURE_GROUNDS);
registerEnumType(SeizureGroundEnum, {
  name: "SeizureGround",
  description: "Căn cứ tạm giữ: to verify facts, to stop the act, to secure execution.",
});

export const ExhibitUnitEnum = enumOf(EXHIBIT_UNITS);
registerEnumType(ExhibitUnitEnum, {
  name: "ExhibitUnit",
  description:
    "What is counted: copies of a publication, sheets of semi-finished ones, other items. Figures count copies.",
});

export const SeizureExtensionEnum = enumOf(SEIZURE_EXTENSIONS);
registerEnumType(SeizureExtensionEnum, {
  name: "SeizureExtension",
  description: "Gia hạn; gia hạn vì vụ việc phức tạp.",
});

export const DiscrepancyKindEnum = enumOf(DISCREPANCY_KINDS);
registerEnumType(DiscrepancyKindEnum, {
  name: "ExhibitDiscrepancyKind",
  description: "Thiếu; thừa; hư hỏng đến mức không còn gì.",
});

export const CountDifferenceEnum = enumOf(COUNT_DIFFERENCES);
registerEnumType(CountDifferenceEnum, {
  name: "ExhibitCountDifference",
  description:
    "What a count that differs means: the record was wrong from the first day, or copies are missing or found since.",
});

export const CustodyStepEnum = enumOf(CUSTODY_STEPS);
registerEnumType(CustodyStepEnum, { name: "CustodyStepKind", description: "New kinds may be added." });
