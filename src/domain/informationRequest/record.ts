import { actsForOneOf } from "../kernel/authority.js";
import { OFFENDERS } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type InformationRequestEvent, informationRequestHistory } from "./events.js";
import { firstReceivedOn, type InformationRequest, unitsOf } from "./informationRequest.js";
import { informationRequestRefusals } from "./refusals.js";
import { informationRequestSteps } from "./steps.js";

const { takeBack } = stepsOf<InformationRequest, InformationRequestEvent, "requestId">();

/** Before whom it was laid, while it is there. */
const aboveNow = ({ status, escalations }: InformationRequest): readonly string[] => {
  const above = status === "ESCALATED" ? escalations.at(-1)?.toUnitId : null;
  return above ? [above] : [];
};

/**
 * A request for information: state (./informationRequest.ts), periods (./clock.ts), grounds (./grounds.ts), events
 * (./events.ts), steps and their rules (./steps.ts). The unit that has it keeps it.
 */
export const informationRequest = record(informationRequestHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...informationRequestSteps,
    TakeBackInformationRequestEntry: takeBack({ naming: OFFENDERS, event: "InformationRequestEntryTakenBack" }),
  },
  authority: function clerkKeepsWhatItsUnitHas({ state, meta }) {
    return actsForOneOf(meta, [state.unitId, ...aboveNow(state)], ["requestId"]);
  },
  since: firstReceivedOn,
  leansOn: (state) => unitsOf(state).map((id) => ({ kind: "Unit", id }) as const),
  refusals: {
    notFound: informationRequestRefusals.INFORMATION_REQUEST_NOT_FOUND,
    statusForbids: "INFORMATION_REQUEST_STATUS_FORBIDS",
  },
});
