import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { localDateOf } from "../kernel/time.js";
import { stepsOf } from "../kernel/steps.js";
import { type StatementEvent, statementHistory } from "./events.js";
import { statementRefusals } from "./refusals.js";
import type { Statement } from "./statement.js";
import { statementSteps } from "./steps.js";

const { takeBack } = stepsOf<Statement, StatementEvent, "statementId">();

/** What a unit says to the press: state (./statement.ts), events (./events.ts), steps and their rules (./steps.ts). */
export const statement = record(statementHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...statementSteps,
    TakeBackStatementEntry: takeBack({ naming: NOBODY, event: "StatementEntryTakenBack" }),
  },
  authority: function clerkKeepsOwnUnit({ state, meta }) {
    return actsForOneOf(meta, [state.unitId], ["statementId"]);
  },
  since: ({ madeAt }) => localDateOf(madeAt),
  leansOn: ({ unitId, spokespersonId }) => [
    { kind: "Unit", id: unitId },
    { kind: "Spokesperson", id: spokespersonId },
  ],
  refusals: { notFound: statementRefusals.STATEMENT_NOT_FOUND, statusForbids: "STATEMENT_STATUS_FORBIDS" },
});
