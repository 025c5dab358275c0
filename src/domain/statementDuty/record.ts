import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type StatementDutyEvent, statementDutyHistory } from "./events.js";
import { statementDutyRefusals } from "./refusals.js";
import type { StatementDuty } from "./statementDuty.js";
import { statementDutySteps } from "./steps.js";

const { takeBack } = stepsOf<StatementDuty, StatementDutyEvent, "statementDutyId">();

/** Duties to speak: state (./statementDuty.ts), events (./events.ts), steps and their rules (./steps.ts). */
export const statementDuty = record(statementDutyHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...statementDutySteps,
    TakeBackStatementDutyEntry: takeBack({ naming: NOBODY, event: "StatementDutyEntryTakenBack" }),
  },
  authority: function clerkKeepsOwnUnit({ state, meta }) {
    return actsForOneOf(meta, [state.unitId], ["statementDutyId"]);
  },
  leansOn: ({ unitId }) => [{ kind: "Unit", id: unitId }],
  refusals: {
    notFound: statementDutyRefusals.STATEMENT_DUTY_NOT_FOUND,
    statusForbids: "STATEMENT_DUTY_STATUS_FORBIDS",
  },
});
