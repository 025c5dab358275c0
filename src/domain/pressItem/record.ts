import type { Due } from "../due/due.js";
import { actsForOneOf } from "../kernel/authority.js";
import { record } from "../kernel/record.js";
import { localDateOf } from "../kernel/time.js";
import { pressItemHistory } from "./events.js";
import { inCharge, type PressItem, type PressItemAssignment } from "./pressItem.js";
import { pressItemRefusals } from "./refusals.js";
import { pressItemSteps } from "./steps.js";
import { IN_HAND } from "./terms.js";

/**
 * A press item: state (./pressItem.ts), events (./events.ts), steps and their rules (./steps.ts). Press officers capture,
 * classify and assign; the unit that has it in hand acknowledges and reports.
 */
export const pressItem = record(pressItemHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: pressItemSteps,
  authority: function clerkIsOfTheUnitInCharge({ state, meta }) {
    const unitId = inCharge(state)?.unitId;
    return actsForOneOf(meta, unitId === undefined ? [] : [unitId], ["pressItemId"]);
  },
  order: function isHandledAtTheHead({ state }) {
    return state.headId === null ? undefined : pressItemRefusals.PRESS_ITEM_JOINED(["pressItemId"]);
  },
  leansOn: ({ assignments, headId }) => [
    ...assignments.map(({ unitId }) => ({ kind: "Unit", id: unitId }) as const),
    ...(headId === null ? [] : [{ kind: "PressItem", id: headId } as const]),
  ],
  refusals: { notFound: pressItemRefusals.PRESS_ITEM_NOT_FOUND, statusForbids: "PRESS_ITEM_STATUS_FORBIDS" },
});

/**
 * What the unit in charge owes: to acknowledge it, where a day was set, and to handle it by its deadline. Of what a press
 * agency was asked to publish, where a day was set, the unit watches over the answer. A cluster owes what its head does.
 */
export function pressItemOwes(state: PressItem): readonly Due[] {
  const { status, headId, requests } = state;
  const now = inCharge(state);
  if (status === "VOIDED" || status === "CLOSED" || headId !== null) return [];
  const unitIds = now ? [now.unitId] : state.unitIds;
  const inHand = now?.handledOn === null && IN_HAND.some((one) => one === status) ? now : undefined;
  return [
    ...(inHand ? assignmentOwes(inHand) : []),
    ...requests.flatMap(({ requestId: partId, outcome, answerBy, sentOn }) =>
      outcome === "PENDING" && answerBy !== null
        ? [{ kind: "PRESS_REQUEST_ANSWER", partId, unitIds, since: sentOn, by: answerBy, rule: null } as const]
        : [],
    ),
  ];
}

function assignmentOwes({ unitId, assignedAt, ...set }: PressItemAssignment): readonly Due[] {
  const common = { unitIds: [unitId], since: localDateOf(assignedAt) };
  const by = set.dueAt ?? set.dueOn;
  const rule = set.extensions.length > 0 ? null : set.rule;
  return [
    ...(set.acknowledgedAt === null && set.acknowledgeBy !== null
      ? [{ kind: "PRESS_ITEM_ACKNOWLEDGEMENT", ...common, by: set.acknowledgeBy, rule: null } as const]
      : []),
    ...(by === null ? [] : [{ kind: "PRESS_ITEM_HANDLING", ...common, by, rule } as const]),
  ];
}
