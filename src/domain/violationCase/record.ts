import { OFFENDERS } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Story } from "../kernel/takeBack.js";
import type { SanctionFact } from "../sanction/decision.js";
import { type ViolationCaseEvent, violationCaseHistory } from "./events.js";
import { explanationSteps } from "./explanationSteps.js";
import { fileSteps } from "./fileSteps.js";
import { minutesSteps } from "./minutesSteps.js";
import { violationCaseRefusals } from "./refusals.js";
import { standing } from "./rules.js";
import { verificationSteps } from "./verificationSteps.js";
import type { ViolationCase } from "./violationCase.js";

const { takeBack } = stepsOf<ViolationCase, ViolationCaseEvent, "caseId">();

/** What a decision rests on: what was done, by whom, and that they could explain. */
const DECIDED_ON: readonly ViolationCaseEvent["type"][] = [
  "ViolationMinutesDrawnUp",
  "ViolationVerified",
  "ExplanationOpened",
  "ExplanationDropped",
  "ExplanationExtended",
  "ExplanationSubmitted",
  "ExplanationWaived",
];

/** What was taken up again is over once that is taken back. */
const OVER: ReadonlySet<string> = new Set(["CLOSED", "VOIDED"]);

/**
 * A violation case (vụ việc vi phạm hành chính): its state (./violationCase.ts), its events (./events.ts), and its steps
 * with their rules: minutes, their verification, explanation, and the way of the file. Cases are kept by those who inspect and sanction (Law
 * on Handling Administrative Violations, Art. 58).
 */
export const violationCase = record(violationCaseHistory, {
  may: ["INSPECTOR", "ADMIN"],
  steps: {
    ...minutesSteps,
    ...verificationSteps,
    ...explanationSteps,
    ...fileSteps,
    TakeBackCaseEntry: takeBack({
      naming: OFFENDERS,
      event: "ViolationCaseEntryTakenBack",
      looked: looked<{
        readonly story: Story;
        /** Of the case. What one rests on is taken back once that is. */
        readonly decisions: readonly SanctionFact[];
      }>(),
      rules: [
        function noDecisionRestsOnIt({ data: { taken, decisions } }) {
          const rests = standing(decisions).length > 0 && taken.some(({ type }) => DECIDED_ON.includes(type));
          return rests ? violationCaseRefusals.CASE_HAS_DECISIONS(["entryId"]) : undefined;
        },
        function noDecisionStandsInWhatIsOver({ state, data: { without, decisions } }) {
          const ends = !OVER.has(state.status) && OVER.has(without.status) && standing(decisions).length > 0;
          return ends ? violationCaseRefusals.CASE_HAS_DECISIONS(["entryId"]) : undefined;
        },
      ],
    }),
  },
  refusals: { notFound: violationCaseRefusals.VIOLATION_CASE_NOT_FOUND, statusForbids: "CASE_STATUS_FORBIDS" },
});
