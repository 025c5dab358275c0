import { evolve } from "../../domain/exhibit/evolve.js";
import { paperDayOf } from "../../domain/exhibit/paperDay.js";
import type { Seizure, SeizureEvent, SeizureState } from "../../domain/exhibit/seizure.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Recorded } from "../../eventstore/codec.js";
import { type ExhibitLineRow, type SeizureRow, toLineRows, toSeizureRow } from "../exhibitRow.js";
import { happenedOn, hasCome } from "./story.js";

type Event = Recorded<SeizureEvent>;
type Corrected = Extract<Event, { type: "InventoryCorrected" }>;

export interface SeizureOnDay {
  readonly row: SeizureRow;
  readonly lines: readonly ExhibitLineRow[];
}

/**
 * A seizure as it stood on a day: the fold of what had been done by then, by the days of the papers.
 * `InventoryCorrected` and `SeizureVoided` speak of the record and not of a day: they tell what was true all along.
 * Undefined: nothing had been seized.
 */
export function seizureOn(story: readonly Event[], day: LocalDate): SeizureOnDay | undefined {
  let seizure: SeizureState = { status: "NONE" };
  let revision = 0;
  for (const event of story) {
    if (!hasCome(dayOf(event, story), day)) continue;
    const after = evolve(seizure, event);
    // What was entered earlier, but done later, may be what this rests on (copies counted before they were returned).
    if (after.status === "NONE" || !addsUp(after)) continue;
    seizure = after;
    revision = event.revision;
  }
  if (seizure.status === "NONE") return undefined;
  return { row: toSeizureRow(seizure, revision, story[0]?.recordedAt ?? ""), lines: toLineRows(seizure) };
}

function dayOf(event: Event, story: readonly Event[]): LocalDate | null {
  switch (event.type) {
    case "InventoryCorrected":
    case "SeizureVoided":
      return null;
    case "ExhibitsSeized":
      return seizedOn(story) ?? event.data.seizedOn;
    default:
      return paperDayOf(event) ?? happenedOn(event);
  }
}

/** As last corrected. */
const seizedOn = (story: readonly Event[]): LocalDate | undefined =>
  story.findLast(
    (one): one is Corrected => one.type === "InventoryCorrected" && one.data.minutes.seizedOn !== undefined,
  )?.data.minutes.seizedOn;

/** No line has fewer than no copies anywhere. */
const addsUp = ({ lines }: Seizure): boolean =>
  lines.every(({ seized, inCustody, returned, confiscations }) =>
    [seized, inCustody, returned, ...confiscations.flatMap(({ confiscated, held }) => [confiscated, held])].every(
      (copies) => copies >= 0,
    ),
  );
