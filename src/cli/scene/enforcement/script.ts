import { at } from "../calendar.js";
import { inspectorOf, type Step, step } from "../step.js";
import { laterEnforcement } from "./aftermath.js";
import { CASES } from "./cases.js";
import { caseSteps } from "./caseSteps.js";
import { INSPECTIONS } from "./inspections.js";
import { inspectionSteps } from "./inspectionCourses.js";
import { PAYMENTS } from "./payments.js";
import { SPECIAL_STEPS } from "./special.js";

/** The offender has fallen on hard times: three months more. */
const POSTPONED = step(
  at("2019-11-14", "10:00"),
  inspectorOf("huyen-tinh-gia"),
  "grantFinePostponement",
  "k11",
  (idOf) => ({
    sanctionId: idOf("sanction:k11"),
    from: "2019-11-14",
    to: "2020-02-13",
    document: "Quyết định hoãn thi hành số 15/QĐ-HTHQĐ ngày 14/11/2019",
  }),
);

/** Inspections, cases, decisions, money and exhibits: what the department's report of 18 November 2019 speaks of. */
export const enforcementSteps = (): Step[] => [
  ...INSPECTIONS.flatMap(inspectionSteps),
  ...CASES.flatMap((line) => caseSteps(line)),
  ...SPECIAL_STEPS,
  ...PAYMENTS,
  POSTPONED,
  ...laterEnforcement(),
];
