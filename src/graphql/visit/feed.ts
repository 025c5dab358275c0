import { noted } from "../../domain/kernel/fields.js";
import { visit } from "../../domain/visit/record.js";
import { VISIT_FILTER } from "../../projections/visit/queries.js";
import { feedOf } from "../derive/feeds.js";
import { VisitType } from "./types.js";

const hostId = noted(
  VISIT_FILTER.hostId,
  "Only visits that this unit hosts, or one that has become one with it, before the event or after it: so whoever " +
    "follows a visit is told that it goes to another host.",
);

export const VisitFeedResolver = feedOf(visit, {
  type: VisitType,
  called: { one: "a visit", many: "visits" },
  find: ({ visits }, id, at) => visits.get(id, at),
  units: ({ state }) => state.hosts.map(({ unitId }) => unitId),
  only: ["hostId", hostId],
});
