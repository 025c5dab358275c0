import { seizureHistory } from "../../domain/seizure/events.js";
import type { Seizure } from "../../domain/seizure/seizure.js";
import { recordTable, textColumn, type Version } from "../table/recordTable.js";

export type SeizureVersion = Version<Seizure>;

export const seizureTable = recordTable(seizureHistory, {
  name: "seizure",
  columns: {
    case_id: textColumn((state) => state.caseId),
    unit_id: textColumn((state) => state.unitId),
    status: textColumn((state) => state.status),
    seized_on: textColumn((state) => state.seizedOn),
    due_on: textColumn((state) => state.dueOn),
  },
  order: "seized_on",
  indexes: { of_case: ["case_id", "seized_on", "id"] },
});
