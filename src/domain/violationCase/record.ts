import { record } from "../kernel/record.js";
import { violationCaseHistory } from "./events.js";
import { explanationSteps } from "./explanationSteps.js";
import { fileSteps } from "./fileSteps.js";
import { minutesSteps } from "./minutesSteps.js";
import { violationCaseRefusals } from "./refusals.js";
import { verificationSteps } from "./verificationSteps.js";

/**
 * A violation case (vụ việc vi phạm hành chính): its state (./violationCase.ts), its events (./events.ts), and its steps
 * with their rules: minutes, their verification, explanation, and the way of the file. Cases are kept by those who inspect and sanction (Law
 * on Handling Administrative Violations, Art. 58).
 */
export const violationCase = record(violationCaseHistory, {
  may: ["INSPECTOR", "ADMIN"],
  steps: { ...minutesSteps, ...verificationSteps, ...explanationSteps, ...fileSteps },
  refusals: { notFound: violationCaseRefusals.VIOLATION_CASE_NOT_FOUND, statusForbids: "CASE_STATUS_FORBIDS" },
});
