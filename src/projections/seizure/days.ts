import type { SeizureEvent } from "../../domain/seizure/events.js";
import type { Seizure } from "../../domain/seizure/seizure.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { DayRules } from "../onDay/standing.js";

type Corrected = Extract<Recorded<SeizureEvent>, { type: "InventoryCorrected" }>;

/** Exhibits were seized on the day as last corrected. All else counts by the days of the papers. */
export const seizureDays: DayRules<Seizure, SeizureEvent> = {
  dayOf(event, story) {
    if (event.type !== "ExhibitsSeized") return undefined;
    const correction = story.findLast(
      (one): one is Corrected => one.type === "InventoryCorrected" && one.data.minutes.seizedOn !== undefined,
    );
    return correction?.data.minutes.seizedOn;
  },
  // What was entered earlier, but done later, may be what an event rests on (copies counted before they were returned).
  addsUp: ({ lines }) =>
    lines.every(({ seized, inCustody, returned, confiscations }) =>
      [seized, inCustody, returned, ...confiscations.flatMap(({ confiscated, held }) => [confiscated, held])].every(
        (copies) => copies >= 0,
      ),
    ),
};
