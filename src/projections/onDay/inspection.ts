import type { InspectionEvent } from "../../domain/inspection/inspection.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Recorded } from "../../eventstore/codec.js";
import { type RecommendationRow, recommendationAfter } from "../inspectionRecommendations.js";
import { advance, type InspectionVersion } from "../inspectionRow.js";
import { happenedOn, hasCome } from "./story.js";

type Event = Recorded<InspectionEvent>;
type Decided = Extract<Event, { type: "InspectionDecided" }>;
type Amended = Extract<Event, { type: "InspectionAmended" }>;

export interface InspectionOnDay {
  readonly version: InspectionVersion;
  /** In order of the day by which they are due, and of their ids. */
  readonly recommendations: readonly RecommendationRow[];
}

/**
 * An inspection as it stood on a day: the fold of what had happened by then; a decision and a conclusion count from the
 * day on which they were signed. `InspectionVoided` tells what was true all along, and so does `InspectionAmended` of
 * the plan or the decision that it corrects. Undefined: it had not begun.
 */
export function inspectionOn(story: readonly Event[], day: LocalDate): InspectionOnDay | undefined {
  let version: InspectionVersion | undefined;
  let correctsWhatStands = false;
  const recommendations = new Map<string, RecommendationRow>();
  for (const event of story) {
    const came = hasCome(dayOf(event, story), day);
    if (event.type === "InspectionPlanned" || event.type === "InspectionDecided") correctsWhatStands = came;
    if (!came || (event.type === "InspectionAmended" && !correctsWhatStands)) continue;
    version = advance(version, event);
    follow(recommendations, event);
  }
  return version && { version, recommendations: [...recommendations.values()].sort(byDueDay) };
}

function dayOf(event: Event, story: readonly Event[]): LocalDate | null {
  switch (event.type) {
    case "InspectionAmended":
    case "InspectionVoided":
      return null;
    case "InspectionDecided":
      return decidedOn(event, story);
    case "InspectionConcluded":
      return event.data.signedOn;
    default:
      return happenedOn(event);
  }
}

/** As last corrected. */
function decidedOn(event: Decided, story: readonly Event[]): LocalDate {
  const corrected = story.findLast(
    (one): one is Amended => one.type === "InspectionAmended" && one.data.changes.decidedOn !== undefined,
  );
  return corrected?.data.changes.decidedOn ?? event.data.content.decidedOn;
}

function follow(recommendations: Map<string, RecommendationRow>, event: Event): void {
  if (event.type !== "InspectionRecommendationMade" && event.type !== "InspectionRecommendationProgressed") return;
  const { recommendationId } = event.data;
  const after = recommendationAfter(recommendations.get(recommendationId), event);
  if (after) recommendations.set(recommendationId, after);
}

const byDueDay = (one: RecommendationRow, other: RecommendationRow): number => (keyOf(one) < keyOf(other) ? -1 : 1);
const keyOf = ({ sort_due, id }: RecommendationRow): string => `${sort_due} ${id}`;
