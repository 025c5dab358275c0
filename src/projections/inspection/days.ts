import type { InspectionEvent } from "../../domain/inspection/events.js";
import type { Inspection } from "../../domain/inspection/inspection.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { DayRules } from "../onDay/standing.js";

type Event = Recorded<InspectionEvent>;
type Amended = Extract<Event, { type: "InspectionAmended" }>;

/**
 * A decision counts from its day as last corrected. A correction tells what was true all along, but of the plan or the
 * decision that it corrects: one made after the decision says nothing of a day on which there was the plan alone.
 */
export const inspectionDays: DayRules<Inspection, InspectionEvent> = {
  dayOf: (event, story) => (event.type === "InspectionDecided" ? correctedDay(story) : undefined),
  bySteps: (event, { missing }) =>
    event.type === "InspectionAmended" && missing.has("InspectionDecided") ? undefined : event,
};

function correctedDay(story: readonly Event[]): LocalDate | undefined {
  const corrected = story.findLast(
    (one): one is Amended => one.type === "InspectionAmended" && one.data.changes.decidedOn !== undefined,
  );
  return corrected?.data.changes.decidedOn;
}
