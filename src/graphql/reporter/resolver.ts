import { reporterSpecs } from "../../commands/reporters.js";
import { reporter } from "../../domain/reporter/record.js";
import { REPORTER_FILTER } from "../../projections/reporter/queries.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { reporterAt, ReporterChanged, reporterOf, ReporterType } from "./types.js";

export const ReporterQueryResolver = queriesOf(reporter, {
  type: ReporterType,
  at: reporterAt,
  of: reporterOf,
  list: {
    name: "reporters",
    description: "Reporters in order of given name, then family name.",
    filter: filterType("ReporterFilter", REPORTER_FILTER),
    order: "ASC",
    read: ({ agencyId, ...filter }, { direction, window, basis: { position, today } }, { reads }) => {
      const agencyOn = filter.agencyOn ?? today;
      // Who worked for a merged agency works for the other from that day on, and not before.
      const agency = reads.ones.of("PressAgency", agencyId, { position, today: agencyOn });
      return reads.reporters.list({ ...filter, agency, agencyOn }, direction, window, position);
    },
  },
});

export const ReporterMutationResolver = mutationsOf(reporter, reporterSpecs, ReporterChanged);
