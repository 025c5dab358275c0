import { record } from "../kernel/record.js";
import { reporterHistory } from "./events.js";
import { paperSteps } from "./paperSteps.js";
import { reporterRefusals } from "./refusals.js";
import { reporterSteps } from "./steps.js";

/** A reporter: the state (./reporter.ts), the events (./events.ts), the steps and their rules (./steps.ts, ./paperSteps.ts). */
export const reporter = record(reporterHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: { ...reporterSteps, ...paperSteps },
  /** What became of its cards since is recorded there. */
  leansOn: ({ mergedIntoId }) => (mergedIntoId === null ? [] : [{ kind: "Reporter", id: mergedIntoId }]),
  refusals: { notFound: reporterRefusals.REPORTER_NOT_FOUND },
});
