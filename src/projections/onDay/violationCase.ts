import type { LocalDate } from "../../domain/kernel/time.js";
import type { SanctionStatus } from "../../domain/sanction/terms.js";
import type { ViolationCase, ViolationCaseEvent } from "../../domain/violationCase/violationCase.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { ShownCaseRow, ShownCaseStatus } from "../violationCaseQueries.js";
import { advance, type CaseDetail, toRow } from "../violationCases.js";
import { happenedOn, hasCome } from "./story.js";

type Event = Recorded<ViolationCaseEvent>;

/** A case by itself, before its decisions are asked. */
export interface CaseOnDay {
  readonly detail: CaseDetail;
  readonly revision: number;
}

/**
 * A case as it stood on a day: the fold of what had happened by then, each paper counting from the day on which it was
 * made. `ViolationVerified` corrects the minutes, and `ViolationCaseVoided` the record: they tell what was true all
 * along; a verification of minutes that were not drawn up yet tells nothing. Undefined: it had not been detected.
 */
export function caseOn(story: readonly Event[], day: LocalDate): CaseOnDay | undefined {
  const paperDays = new Map(story.flatMap((event) => ofPaper(event)));
  let detail: CaseDetail | undefined;
  let revision = 0;
  let lacksMinutes = false;
  for (const event of story) {
    const came = hasCome(dayOf(event, paperDays), day);
    if (event.type === "ViolationMinutesDrawnUp") lacksMinutes = !came;
    if (!came || (event.type === "ViolationVerified" && lacksMinutes)) continue;
    detail = advance(detail, event);
    revision = event.revision;
  }
  return detail && { detail, revision };
}

/** By the command: the right to explain begins and ends with the paper that gives or takes it. */
function ofPaper(event: Event): readonly (readonly [string, LocalDate])[] {
  if (event.type === "ViolationMinutesDrawnUp") return [[event.commandId, event.data.minutes.madeOn]];
  return event.type === "ViolationVerified" ? [[event.commandId, event.data.record.madeOn]] : [];
}

function dayOf(event: Event, paperDays: ReadonlyMap<string, LocalDate>): LocalDate | null {
  switch (event.type) {
    case "ViolationVerified":
    case "ViolationCaseVoided":
      return null;
    case "ViolationCaseRecorded":
      return event.data.detectedOn;
    case "ViolationMinutesDrawnUp":
      return event.data.minutes.madeOn;
    case "ExplanationOpened":
    case "ExplanationDropped":
      return paperDays.get(event.commandId) ?? happenedOn(event);
    case "ExplanationSubmitted":
      return event.data.submittedOn;
    case "ViolationCaseTransferred":
    case "ViolationCaseTransferredToProsecution":
      return event.data.transferredOn;
    case "ViolationCaseReturnedFromProsecution":
      return event.data.returnedOn;
    case "ViolationCaseClosed":
      return event.data.closedOn;
    default:
      return happenedOn(event);
  }
}

/** A decision on a party of the case, as it stood on the day. */
export interface DecisionStanding {
  readonly status: SanctionStatus;
  readonly partyId: string;
}

/** The row that shows the case with the decisions that stood on the day. */
export const shownCase = ({ detail, revision }: CaseOnDay, decisions: readonly DecisionStanding[]): ShownCaseRow => ({
  ...toRow(detail, revision),
  shown_status: shownStatus(detail.state, decisions),
});

/** What SHOWN_STATUS says in SQL: a case that is closed, void or away is that; any other is what its decisions make of it. */
function shownStatus({ status, parties }: ViolationCase, decisions: readonly DecisionStanding[]): ShownCaseStatus {
  if (status === "CLOSED" || status === "VOIDED" || status === "IN_CRIMINAL_PROCEEDINGS") return status;
  const standing = decisions.filter((one) => one.status !== "ANNULLED");
  if (standing.length === 0) return status;
  if (standing.every((one) => one.status === "SIGNED")) return "DECIDED";
  const carriedOut = standing.every((one) => one.status === "EXECUTED");
  const sanctioned = new Set(standing.map(({ partyId }) => partyId));
  return carriedOut && sanctioned.size === parties.length ? "EXECUTED" : "IN_EXECUTION";
}
