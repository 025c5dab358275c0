import { actsForOneOf } from "../kernel/authority.js";
import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { stepsOf } from "../kernel/steps.js";
import { type PressItemEvent, pressItemHistory } from "./events.js";
import { inCharge, type PressItem } from "./pressItem.js";
import { pressItemRefusals } from "./refusals.js";
import { pressItemSteps } from "./steps.js";

const { takeBack } = stepsOf<PressItem, PressItemEvent, "pressItemId">();

/**
 * A press item: state (./pressItem.ts), events (./events.ts), steps and their rules (./steps.ts). Press officers capture,
 * classify and assign; the unit that has it in hand acknowledges and reports.
 */
export const pressItem = record(pressItemHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: {
    ...pressItemSteps,
    TakeBackPressItemEntry: takeBack({ naming: NOBODY, event: "PressItemEntryTakenBack" }),
  },
  authority: function clerkIsOfTheUnitInCharge({ state, meta }) {
    const unitId = inCharge(state)?.unitId;
    return actsForOneOf(meta, unitId === undefined ? [] : [unitId], ["pressItemId"]);
  },
  order: function isHandledAtTheHead({ state }) {
    return state.headId === null ? undefined : pressItemRefusals.PRESS_ITEM_JOINED(["pressItemId"]);
  },
  since: ({ publishedOn }) => publishedOn,
  leansOn: ({ assignments, headId }) => [
    ...assignments.map(({ unitId }) => ({ kind: "Unit", id: unitId }) as const),
    ...(headId === null ? [] : [{ kind: "PressItem", id: headId } as const]),
  ],
  refusals: { notFound: pressItemRefusals.PRESS_ITEM_NOT_FOUND, statusForbids: "PRESS_ITEM_STATUS_FORBIDS" },
});
