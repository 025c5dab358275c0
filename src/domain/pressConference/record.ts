import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type PressConferenceEvent, pressConferenceHistory } from "./events.js";
import type { PressConference } from "./pressConference.js";
import { pressConferenceRefusals } from "./refusals.js";
import { pressConferenceSteps } from "./steps.js";

const { takeBack } = stepsOf<PressConference, PressConferenceEvent, "pressConferenceId">();

/** Press conferences: state (./pressConference.ts), events (./events.ts), steps and their rules (./steps.ts). */
export const pressConference = record(pressConferenceHistory, {
  may: ["CLERK", "PRESS_OFFICER", "ADMIN"],
  steps: {
    ...pressConferenceSteps,
    TakeBackPressConferenceEntry: takeBack({ naming: NOBODY, event: "PressConferenceEntryTakenBack" }),
  },
  authority: function clerkKeepsOwnUnit({ state, meta }) {
    return actsForOneOf(meta, [state.unitId], ["pressConferenceId"]);
  },
  leansOn: ({ unitId }) => [{ kind: "Unit", id: unitId }],
  refusals: {
    notFound: pressConferenceRefusals.PRESS_CONFERENCE_NOT_FOUND,
    statusForbids: "PRESS_CONFERENCE_STATUS_FORBIDS",
  },
});
