import type { Due } from "../due/due.js";
import { idsOf } from "./rules.js";
import { type Visit, visitDay } from "./visit.js";

/** Information that was promised and not given yet (hẹn cung cấp thông tin): each host owes it. */
export function visitOwes(visit: Visit): readonly Due[] {
  if (visit.status === "VOIDED") return [];
  const common = { kind: "PROMISED_INFORMATION", unitIds: idsOf(visit.hosts), since: visitDay(visit) } as const;
  return visit.promises.flatMap(({ promiseId: partId, dueOn: by, fulfilledAt }) =>
    fulfilledAt === null ? [{ ...common, partId, by, rule: null }] : [],
  );
}
