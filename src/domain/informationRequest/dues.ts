import type { Due } from "../due/due.js";
import type { InformationRequest } from "./informationRequest.js";
import { OPEN } from "./terms.js";

/** An answer by its day; and, of what takes longer, the notice of that. Who has passed it on owes neither. */
export function informationRequestOwes(state: InformationRequest): readonly Due[] {
  const { status, unitId, receivedOn: since, clock, noticeOn, complexity } = state;
  if (!OPEN.some((one) => one === status)) return [];
  const common = { unitIds: [unitId], since };
  const { dueOn, law, noticeBy, noticeLaw } = clock;
  return [
    ...(dueOn === null ? [] : [{ kind: "INFORMATION_REQUEST_ANSWER", by: dueOn, rule: law, ...common } as const]),
    ...(noticeBy === null || noticeOn !== null || complexity !== "COMPLEX"
      ? []
      : [{ kind: "INFORMATION_REQUEST_NOTICE", by: noticeBy, rule: noticeLaw, ...common } as const]),
  ];
}
