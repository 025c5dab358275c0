import { dong, vnd } from "../../domain/kernel/money.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { least } from "../../domain/sanction/fineAccount.js";
import { outstandingOf } from "../../domain/sanction/sanction.js";
import { advance, dayCounted, type RecordedSanctionEvent } from "../sanctionFold.js";
import type { SanctionVersion } from "../sanctionRow.js";
import { hasCome } from "./story.js";

/**
 * A decision as it stood on a day: the fold of what had happened by then, each paper, payment and complaint counting
 * from the day that it bears, as the figures count it. Nothing here holds whatever its day: a correction, an amendment
 * and an annulment are papers of their own day, and the days before stay as the decision was. Undefined: it had not been
 * signed.
 */
export function sanctionOn(story: readonly RecordedSanctionEvent[], day: LocalDate): SanctionVersion | undefined {
  let version: SanctionVersion | undefined;
  for (const event of story) {
    if (!hasCome(dayOf(event), day)) continue;
    const after = advance(version, withReturns(event, version));
    // What was entered earlier, but happened later, may be what this rests on (a refund of what was not yet paid).
    if (after && balances(after)) version = after;
  }
  return version;
}

function dayOf(event: RecordedSanctionEvent): LocalDate {
  switch (event.type) {
    case "SanctionServed":
      return event.data.receivedOn;
    case "SanctionMeasureRecorded":
      return event.data.doneOn ?? dayCounted(event);
    case "SanctionExecutionSuspended":
    case "SanctionExecutionResumed":
    case "FinePostponed":
    case "FineEvasionRecorded":
      return event.data.from;
    case "FineInstalmentsGranted":
      return event.data.grantedOn;
    case "FineReductionRequested":
      return event.data.requestedOn;
    case "FineReductionRefused":
      return event.data.refusedOn;
    case "FineEnforcementStarted":
      return event.data.startedOn;
    case "ComplaintAccepted":
      return event.data.acceptedOn;
    case "ComplaintRejected":
      return event.data.rejectedOn;
    default:
      return dayCounted(event);
  }
}

/**
 * A payment entered late gives back interest of payments that were made after it; on a day before those, there is
 * nothing to give back.
 */
function withReturns(event: RecordedSanctionEvent, before: SanctionVersion | undefined): RecordedSanctionEvent {
  if (event.type !== "FinePaymentRecorded" || !before) return event;
  const taken = before.detail.state.fine.interestCollected + dong(event.data.toInterest);
  return { ...event, data: { ...event.data, interestReturned: vnd(least(dong(event.data.interestReturned), taken)) } };
}

function balances({ detail }: SanctionVersion): boolean {
  const { fine } = detail.state;
  const { collected, reduced, lapsed, interestCollected, refundDue } = fine;
  return [outstandingOf(fine), collected, reduced, lapsed, interestCollected, refundDue].every((sum) => sum >= 0n);
}
