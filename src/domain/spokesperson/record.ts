import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type SpokespersonEvent, spokespersonHistory } from "./events.js";
import { spokespersonRefusals } from "./refusals.js";
import type { Spokesperson } from "./spokesperson.js";
import { spokespersonSteps } from "./steps.js";

const { takeBack } = stepsOf<Spokesperson, SpokespersonEvent, "spokespersonId">();

/** Who speaks for a unit: state (./spokesperson.ts), events (./events.ts), steps and their rules (./steps.ts). */
export const spokesperson = record(spokespersonHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...spokespersonSteps,
    TakeBackSpokespersonEntry: takeBack({ naming: NOBODY, event: "SpokespersonEntryTakenBack" }),
  },
  authority: function clerkKeepsOwnUnit({ state, meta }) {
    return actsForOneOf(meta, [state.unitId], ["spokespersonId"]);
  },
  since: ({ from }) => from,
  leansOn: ({ unitId }) => [{ kind: "Unit", id: unitId }],
  refusals: {
    notFound: spokespersonRefusals.SPOKESPERSON_NOT_FOUND,
    statusForbids: "SPOKESPERSON_STATUS_FORBIDS",
  },
});
