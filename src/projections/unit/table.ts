import { nameOrder } from "../../domain/kernel/nameOrder.js";
import { unitHistory } from "../../domain/unit/events.js";
import { latestName, type Unit, type UnitCalendar } from "../../domain/unit/unit.js";
import { lineTable } from "../table/lineTable.js";
import { goesOn } from "../table/ones.js";
import { inForceOn } from "../../domain/kernel/time.js";
import { maybeText, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type UnitVersion = Version<Unit>;

/** From its end on a unit goes on in the one that succeeds it; in several it does not, as nobody can say in which. */
export const unitGoesOn = goesOn<Unit>("Unit", ({ endsOn, successorIds: [intoId, ...others] }) =>
  endsOn === null || intoId === undefined || others.length > 0 ? null : { intoId, fromDay: endsOn },
);
/** Under which unit it was put, from which day and up to which (null: still), without a gap. */
function placed({ parents }: Unit): readonly (readonly [string | null, string, string | null])[] {
  const days = [...new Set(parents.map(({ from }) => from))].sort();
  return days.map((from, index) => [
    inForceOn(parents, from)?.parentId ?? null,
    index === 0 ? "" : from,
    days[index + 1] ?? null,
  ]);
}

/** Whose calendar a secret opens, by its hash. */
export const unitCalendars = lineTable<Unit, UnitCalendar>({
  name: "unit_calendar",
  record: "unit_id",
  key: { secret_hash: "TEXT" },
  columns: { calendar_id: "TEXT" },
  indexes: { by_hash: ["secret_hash"] },
  lines: ({ calendars }) => calendars,
  row: ({ secretHash, calendarId }) => ({ secret_hash: secretHash, calendar_id: calendarId }),
});

export const unitTable = recordTable(unitHistory, {
  name: "unit",
  columns: {
    kind: textColumn((state) => state.kind),
    placed_json: textColumn((state) => JSON.stringify(placed(state))),
    sort_name: textColumn((state) => nameOrder(latestName(state))),
    starts_on: textColumn((state) => state.startsOn),
    ends_on: maybeText((state) => state.endsOn),
  },
  order: "sort_name",
  links: {
    kinds: { SUCCESSOR: ({ successorIds }) => successorIds },
    unchanged: (before, after) => before.successorIds === after.successorIds && before.names === after.names,
  },
});
