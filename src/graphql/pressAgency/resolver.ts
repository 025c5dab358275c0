import { pressAgencySpecs } from "../../commands/pressAgencies.js";
import { pressAgency } from "../../domain/pressAgency/record.js";
import { PRESS_AGENCY_FILTER } from "../../projections/pressAgency/queries.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { pressAgencyAt, PressAgencyChanged, pressAgencyOf, PressAgencyType } from "./types.js";

export const PressAgencyQueryResolver = queriesOf(pressAgency, {
  type: PressAgencyType,
  isPublic: true,
  at: pressAgencyAt,
  of: pressAgencyOf,
  list: {
    name: "pressAgencies",
    description: "Press agencies in order of name.",
    filter: filterType("PressAgencyFilter", PRESS_AGENCY_FILTER),
    order: "ASC",
    read: (filter, { direction, window, basis }, { reads }) =>
      reads.pressAgencies.list(filter, direction, window, basis),
  },
});

export const PressAgencyMutationResolver = mutationsOf(pressAgency, pressAgencySpecs, PressAgencyChanged);
