import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { VisitEvent } from "../../domain/visit/events.js";
import type { Visit } from "../../domain/visit/visit.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { DayRules } from "../onDay/standing.js";
import { earlierOf, happenedOn, laterOf } from "../onDay/story.js";

type Event = Recorded<VisitEvent>;
type Amended = Extract<Event, { type: "VisitAmended" }>;

/** An arrival counts on its day as last corrected, and so does what was told with it or after it. */
export const visitDays: DayRules<Visit, VisitEvent> = {
  dayOf(event, story) {
    const arrival = arrivalIn(story);
    switch (event.type) {
      case "VisitAmended":
      case "VisitVoided":
      case "VisitDuplicateJudged":
      case "VisitPressItemLinked":
        return undefined;
      case "VisitRegistered":
        if (event === arrival?.event) return arrival.day;
        return arrival ? earlierOf(happenedOn(event), arrival.day) : undefined;
      default:
        return arrival ? besideArrival(event, arrival) : undefined;
    }
  },
  bySteps: (event, { missing }) => (event.type === "VisitAmended" ? ofStepsTaken(event, missing) : event),
};

interface Arrival {
  readonly event: Event;
  /** As last corrected. */
  readonly day: LocalDate;
}

function arrivalIn(story: readonly Event[]): Arrival | undefined {
  const event = story.find(isArrival);
  if (!event) return undefined;
  const corrected = story.findLast(
    (one): one is Amended => one.type === "VisitAmended" && arrivalOf(one) !== undefined,
  );
  return { event, day: localDateOf((corrected && arrivalOf(corrected)) ?? event.occurredAt) };
}

const isArrival = (event: Event): boolean =>
  event.type === "VisitorsArrived" || (event.type === "VisitRegistered" && event.data.arrived);

const arrivalOf = ({ data }: Amended): string | undefined => data.changes.arrivedAt;

/** What was told with the arrival happened on its day, as corrected; what was told after it, not before that day. */
function besideArrival(event: Event, arrival: Arrival): LocalDate {
  if (event.commandId === arrival.event.commandId) return arrival.day;
  return event.position > arrival.event.position ? laterOf(happenedOn(event), arrival.day) : happenedOn(event);
}

/** A correction of the arrival, or of the documents shown, says nothing of a day on which there were none yet. */
function ofStepsTaken(event: Amended, missing: ReadonlySet<string>): Amended {
  const { arrivedAt, documents, ...changes } = event.data.changes;
  const kept = {
    ...changes,
    ...(arrivedAt === undefined || missing.has("VisitorsArrived") ? {} : { arrivedAt }),
    ...(documents === undefined || missing.has("VisitDocumentsChecked") ? {} : { documents }),
  };
  return { ...event, data: { ...event.data, changes: kept } };
}
