import type { Due } from "../due/due.js";
import { localDateOf } from "../kernel/time.js";
import { inCharge, type PressItem, type PressItemAssignment } from "./pressItem.js";
import { IN_HAND } from "./terms.js";

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
