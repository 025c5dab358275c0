import { type EventsOf, history, type None } from "../kernel/history.js";
import { say } from "../kernel/words.js";
import { complaintEvents } from "./complaintEvents.js";
import { decisionEvents } from "./decisionEvents.js";
import { outstandingOf } from "./fine.js";
import { fineEvents } from "./fineEvents.js";
import { BLANK, type Sanction } from "./sanction.js";
import { SANCTION_STATUSES, type SanctionStatus } from "./terms.js";

/** What can have happened to a decision, to its fine, and to complaints about it. */
export const sanctionEvents = { ...decisionEvents, ...fineEvents, ...complaintEvents };

export type SanctionEvent = EventsOf<typeof sanctionEvents>;

export const sanctionHistory = history({
  kind: "Sanction",
  category: "sanction",
  timeline: "SANCTION",
  id: "sanctionId",
  words: say("quyết định", "decision"),
  statuses: SANCTION_STATUSES,
  events: sanctionEvents,
  blank: BLANK,
  settle: (after: Sanction, _event: SanctionEvent, _before: Sanction | None) => ({ ...after, status: statusOf(after) }),
});

/**
 * A decision is executed once it was served, or was sent without proof of its receipt, nothing of the fine is outstanding
 * and every measure is done with.
 */
function statusOf({ status, receivedOn, executionDueOn, measures, fine }: Sanction): SanctionStatus {
  if (status === "ANNULLED") return "ANNULLED";
  if (receivedOn === null && executionDueOn === null) return "SIGNED";
  const measuresDone = measures.every(({ state }) => state === "DONE" || state === "DROPPED");
  if (measuresDone && outstandingOf(fine) === 0n) return "EXECUTED";
  return receivedOn === null ? "SIGNED" : "SERVED";
}
