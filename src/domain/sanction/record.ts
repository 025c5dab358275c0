import { OFFENDERS } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Story } from "../kernel/takeBack.js";
import { localDateOf } from "../kernel/time.js";
import { complaintSteps } from "./complaintSteps.js";
import { decisionSteps } from "./decisionSteps.js";
import type { StandingDecision } from "./decision.js";
import { type SanctionEvent, sanctionHistory } from "./events.js";
import { accountHolds } from "./fineAccount.js";
import { fineSteps } from "./fineSteps.js";
import { sanctionRefusals } from "./refusals.js";
import { beforeSigning } from "./rules.js";
import type { Sanction } from "./sanction.js";
import { theActsOf } from "./taking.js";

const { takeBack } = stepsOf<Sanction, SanctionEvent, "sanctionId">();

/**
 * A sanction decision with all that follows it: what was decided (./decisionSteps.ts), the fine's way (./fineSteps.ts),
 * and complaints about it (./complaintSteps.ts).
 */
export const sanction = record(sanctionHistory, {
  may: ["INSPECTOR", "ADMIN"],
  steps: {
    ...decisionSteps,
    ...fineSteps,
    ...complaintSteps,
    TakeBackSanctionEntry: takeBack({
      naming: OFFENDERS,
      event: "SanctionEntryTakenBack",
      looked: looked<{
        readonly story: Story;
        /** Other decisions that stand on the same party of the case. */
        readonly others: readonly StandingDecision[];
        /** Its case is closed, or its record was voided. */
        readonly isCaseOver: boolean;
      }>(),
      rules: [
        function caseRestsOnIt({ state, data: { without, isCaseOver } }) {
          // It was closed because no decision stood in it any more, or because all were carried out.
          const rested = state.status === "ANNULLED" || state.status === "EXECUTED";
          const rests = isCaseOver && rested && without.status !== state.status;
          return rests ? sanctionRefusals.SANCTION_CASE_CLOSED(["entryId"]) : undefined;
        },
        function actsAreDecidedOnce({ data: { without, others } }) {
          if (without.status === "ANNULLED") return undefined;
          const decided = new Set(others.flatMap(({ violationIds }) => violationIds));
          const twice = without.lines.some(({ violationId }) => decided.has(violationId));
          return twice ? sanctionRefusals.SANCTION_ACT_ALREADY_DECIDED(["entryId"]) : undefined;
        },
      ],
      // A decision that is annulled no more, or has its former content, decides its acts again.
      claims: ({ state: { party } }) => theActsOf(party.partyId),
    }),
  },
  check: ({ fine }) => accountHolds(fine),
  order: function notBeforeTheSigning({ state, meta }) {
    return beforeSigning(state, localDateOf(meta.occurredAt), ["occurredAt"]);
  },
  leansOn: ({ caseId, issuer }) => [
    { kind: "ViolationCase", id: caseId },
    { kind: "Unit", id: issuer.unitId },
  ],
  refusals: { notFound: sanctionRefusals.SANCTION_NOT_FOUND, statusForbids: "SANCTION_STATUS_FORBIDS" },
});
