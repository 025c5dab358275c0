import { LATER_STEPS, LATER_VISITS } from "./aftermath.js";
import { CORRECTIONS } from "./corrections.js";
import { stepsOf } from "./courses.js";
import { enforcementSteps } from "./enforcement/script.js";
import { pressSteps, unitSteps } from "./registry.js";
import type { Step } from "./step.js";
import { VISITS } from "./visits.js";

/** All steps of the scene in the order of its clock. What grows the scene is added here. */
export function script(): readonly Step[] {
  const steps = [
    ...unitSteps(),
    ...pressSteps(),
    ...VISITS.flatMap(stepsOf),
    ...CORRECTIONS,
    ...LATER_VISITS.flatMap(stepsOf),
    ...LATER_STEPS,
    ...enforcementSteps(),
  ];
  // Sorting keeps the order of steps that fall on the same minute.
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
