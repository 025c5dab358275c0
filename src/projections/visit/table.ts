import { visitHistory } from "../../domain/visit/events.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { sortAt, type Visit, visitDay } from "../../domain/visit/visit.js";
import { numberColumn, recordTable, textColumn, type Version } from "../table/recordTable.js";

/** A visit is ordered by its arrival; until that is known, its day is another than the one of the moment it is ordered by. */
const isToCome = (state: Visit): boolean => visitDay(state) !== localDateOf(sortAt(state));

/** Between the two nothing changed by whom and by which days a visit is found: true of most steps of a visit. */
export const foundAlike = (before: Visit, after: Visit): boolean =>
  before.hosts === after.hosts &&
  before.reporters === after.reporters &&
  sortAt(before) === sortAt(after) &&
  visitDay(before) === visitDay(after);

export type VisitVersion = Version<Visit>;

export const visitTable = recordTable(visitHistory, {
  name: "visit",
  columns: {
    status: textColumn((state) => state.status),
    topic: textColumn((state) => state.topic),
    sort_at: textColumn(sortAt),
    day: textColumn(visitDay),
    is_to_come: numberColumn((state) => Number(isToCome(state))),
    registered_at: textColumn((state) => state.registeredAt),
  },
  order: "sort_at",
  links: {
    kinds: {
      HOST: ({ hosts }) => hosts.map((host) => host.unitId),
      REPORTER: ({ reporters }) => reporters.map((reporter) => reporter.reporterId),
      AGENCY: ({ reporters }) => reporters.map((reporter) => reporter.agencyId),
    },
    with: ["day", "is_to_come"],
    unchanged: foundAlike,
  },
});
