import { reporterSpecs } from "../../commands/reporters.js";
import { reporter } from "../../domain/reporter/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { ReporterFilter } from "./inputs.js";
import { reporterAt, ReporterChanged, reporterOf, ReporterType } from "./types.js";

export const ReporterQueryResolver = queriesOf(reporter, {
  type: ReporterType,
  at: reporterAt,
  of: reporterOf,
  list: {
    name: "reporters",
    description: "Reporters in order of given name, then family name.",
    filter: ReporterFilter,
    order: "ASC",
    read: (filter, { direction, window, basis: { position, today } }, { reads }) =>
      reads.reporters.list({ ...filter, agencyOn: filter.agencyOn ?? today }, direction, window, position),
  },
});

export const ReporterMutationResolver = mutationsOf(reporter, reporterSpecs, ReporterChanged);
