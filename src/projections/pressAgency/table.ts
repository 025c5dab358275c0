import { nameOrder } from "../../domain/kernel/nameOrder.js";
import { nameKey } from "../../domain/kernel/names.js";
import { pressAgencyHistory } from "../../domain/pressAgency/events.js";
import { lastDayOf } from "../../domain/pressAgency/life.js";
import { latestName, type PressAgency } from "../../domain/pressAgency/pressAgency.js";
import { goesOn } from "../table/ones.js";
import { maybeText, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type PressAgencyVersion = Version<PressAgency>;

/** From the day of its merger on an agency goes on in the other. */
export const pressAgencyGoesOn = goesOn<PressAgency>("PressAgency", ({ mergedIntoId, endsOn }) =>
  mergedIntoId === null || endsOn === null ? null : { intoId: mergedIntoId, fromDay: endsOn },
);

export const pressAgencyTable = recordTable(pressAgencyHistory, {
  name: "press_agency",
  columns: {
    /** What all spellings of the name have in common. */
    name_key: textColumn((state) => nameKey(latestName(state))),
    sort_name: textColumn((state) => nameOrder(latestName(state))),
    kinds_json: textColumn((state) => JSON.stringify(state.kinds)),
    level: textColumn((state) => state.level),
    /** Each with its first and its last day: how an agency stands is a matter of the day. */
    suspensions_json: textColumn(({ suspensions }) =>
      JSON.stringify(suspensions.map((one) => [one.from, lastDayOf(one)])),
    ),
    ending: maybeText((state) => state.ending),
    registered_on: textColumn((state) => state.registeredOn),
    ends_on: maybeText((state) => state.endsOn),
    merged_into_id: maybeText((state) => state.mergedIntoId),
  },
  order: "sort_name",
  indexes: { by_successor: ["merged_into_id"] },
  links: {
    /** By each of its names, the coming ones too: what all spellings of it have in common. */
    kinds: { NAME: ({ names }) => names.map(({ name }) => nameKey(name)) },
    unchanged: (before, after) => before.names === after.names,
  },
});
