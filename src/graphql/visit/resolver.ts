import { visitSpecs } from "../../commands/visits.js";
import { visit } from "../../domain/visit/record.js";
import { VISIT_FILTER } from "../../projections/visit/queries.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { visitAt, VisitChanged, visitOf, VisitType } from "./types.js";

export const VisitQueryResolver = queriesOf(visit, {
  type: VisitType,
  at: visitAt,
  of: visitOf,
  list: {
    name: "visits",
    description: "Visits in order of arrival (until then: of registration), latest first.",
    filter: filterType("VisitFilter", VISIT_FILTER),
    order: "DESC",
    standing: ["statuses"],
    read: ({ hostId, reporterId, agencyId, ...filter }, { direction, window, basis }, { reads }) => {
      const host = reads.ones.of("Unit", hostId, basis);
      const reporter = reads.ones.of("Reporter", reporterId, basis);
      const agency = reads.ones.of("PressAgency", agencyId, basis);
      return reads.visits.list({ ...filter, host, reporter, agency }, direction, window, basis);
    },
  },
});

export const VisitMutationResolver = mutationsOf(visit, visitSpecs, VisitChanged);
