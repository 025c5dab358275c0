import { record } from "../kernel/record.js";
import { localDateOf } from "../kernel/time.js";
import { complaintSteps } from "./complaintSteps.js";
import { decisionSteps } from "./decisionSteps.js";
import { sanctionHistory } from "./events.js";
import { fineSteps } from "./fineSteps.js";
import { sanctionRefusals } from "./refusals.js";
import { beforeSigning } from "./rules.js";

/**
 * A sanction decision with all that follows it: what was decided (./decisionSteps.ts), the fine's way (./fineSteps.ts),
 * and complaints about it (./complaintSteps.ts).
 */
export const sanction = record(sanctionHistory, {
  may: ["INSPECTOR", "ADMIN"],
  steps: { ...decisionSteps, ...fineSteps, ...complaintSteps },
  order: function notBeforeTheSigning({ state, meta }) {
    return beforeSigning(state, localDateOf(meta.occurredAt), ["occurredAt"]);
  },
  leansOn: ({ caseId, issuer }) => [
    { kind: "ViolationCase", id: caseId },
    { kind: "Unit", id: issuer.unitId },
  ],
  refusals: { notFound: sanctionRefusals.SANCTION_NOT_FOUND, statusForbids: "SANCTION_STATUS_FORBIDS" },
});
