import { visitHistory } from "../../domain/visit/events.js";
import { sortAt, type Visit, visitDay } from "../../domain/visit/visit.js";
import { recordTable, textColumn, type Version } from "../table/recordTable.js";

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
    registered_at: textColumn((state) => state.registeredAt),
  },
  order: "sort_at",
  links: {
    kinds: {
      HOST: ({ hosts }) => hosts.map((host) => host.unitId),
      REPORTER: ({ reporters }) => reporters.map((reporter) => reporter.reporterId),
      AGENCY: ({ reporters }) => reporters.map((reporter) => reporter.agencyId),
    },
    with: ["day"],
    unchanged: foundAlike,
  },
});
