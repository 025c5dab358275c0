import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { VisitEvent } from "../../domain/visit/visit.js";
import type { Recorded } from "../../eventstore/codec.js";
import { advance, type VisitVersion } from "../visitRow.js";
import { earlierOf, happenedOn, hasCome, laterOf } from "./story.js";

type Event = Recorded<VisitEvent>;
type Amended = Extract<Event, { type: "VisitAmended" }>;

/**
 * A visit as it stood on a day: the fold of what had happened by then. `VisitAmended`, `VisitVoided` and
 * `VisitDuplicateJudged` speak of the record and not of a day: they tell what was true all along, as far as they speak
 * of steps that had been taken. Undefined: it had not begun.
 */
export function visitOn(story: readonly Event[], day: LocalDate): VisitVersion | undefined {
  const arrival = arrivalIn(story);
  const missing = new Set<Event["type"]>();
  let visit: VisitVersion | undefined;
  for (const event of story) {
    if (!hasCome(dayOf(event, arrival), day)) {
      missing.add(event.type);
      continue;
    }
    visit = advance(visit, event.type === "VisitAmended" ? ofStepsTaken(event, missing) : event);
  }
  return visit;
}

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

function dayOf(event: Event, arrival: Arrival | undefined): LocalDate | null {
  switch (event.type) {
    case "VisitAmended":
    case "VisitVoided":
    case "VisitDuplicateJudged":
      return null;
    case "VisitPressItemLinked":
      return event.data.publishedOn;
    case "VisitRegistered":
      if (event === arrival?.event) return arrival.day;
      return arrival ? earlierOf(happenedOn(event), arrival.day) : happenedOn(event);
    default:
      return arrival ? besideArrival(event, arrival) : happenedOn(event);
  }
}

/** What was told with the arrival happened on its day, as corrected; what was told after it, not before that day. */
function besideArrival(event: Event, arrival: Arrival): LocalDate {
  if (event.commandId === arrival.event.commandId) return arrival.day;
  return event.position > arrival.event.position ? laterOf(happenedOn(event), arrival.day) : happenedOn(event);
}

/** A correction of the arrival, or of the documents shown, says nothing of a day on which there were none yet. */
function ofStepsTaken(event: Amended, missing: ReadonlySet<Event["type"]>): Amended {
  const { arrivedAt, documents, ...changes } = event.data.changes;
  const kept = {
    ...changes,
    ...(arrivedAt === undefined || missing.has("VisitorsArrived") ? {} : { arrivedAt }),
    ...(documents === undefined || missing.has("VisitDocumentsChecked") ? {} : { documents }),
  };
  return { ...event, data: { ...event.data, changes: kept } };
}
