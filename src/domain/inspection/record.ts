import { OFFENDERS } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { correctionSteps } from "./correctionSteps.js";
import { courseSteps } from "./courseSteps.js";
import { decisionSteps } from "./decisionSteps.js";
import { type InspectionEvent, inspectionHistory } from "./events.js";
import { followUpSteps } from "./followUpSteps.js";
import { type Inspection, unitIdsOf } from "./inspection.js";
import { inspectionRefusals } from "./refusals.js";

const { takeBack } = stepsOf<Inspection, InspectionEvent, "inspectionId">();

/**
 * An inspection or a check: its state (./inspection.ts), its events (./events.ts), and its steps with their rules: how it
 * is decided (./decisionSteps.ts), its course (./courseSteps.ts), what is found and recommended (./followUpSteps.ts), and
 * what is corrected (./correctionSteps.ts).
 */
export const inspection = record(inspectionHistory, {
  may: ["INSPECTOR", "ADMIN"],
  steps: {
    ...decisionSteps,
    ...courseSteps,
    ...followUpSteps,
    ...correctionSteps,
    TakeBackInspectionEntry: takeBack({ naming: OFFENDERS, event: "InspectionEntryTakenBack" }),
  },
  leansOn: ({ lead, coordinators }) => unitIdsOf([lead, ...coordinators]).map((id) => ({ kind: "Unit", id }) as const),
  refusals: { notFound: inspectionRefusals.INSPECTION_NOT_FOUND, statusForbids: "INSPECTION_STATUS_FORBIDS" },
});
