import { representativeOfficeSpecs } from "../../commands/representativeOffices.js";
import { representativeOffice } from "../../domain/representativeOffice/record.js";
import { OFFICE_FILTER } from "../../projections/representativeOffice/part.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { officeAt, officeOf, RepresentativeOfficeChanged, RepresentativeOfficeType } from "./types.js";

export const RepresentativeOfficeQueryResolver = queriesOf(representativeOffice, {
  type: RepresentativeOfficeType,
  at: officeAt,
  of: officeOf,
  list: {
    name: "representativeOffices",
    description: "Representative offices in order of their start.",
    filter: filterType("RepresentativeOfficeFilter", OFFICE_FILTER),
    order: "ASC",
    read: ({ agencyId, ...filter }, { direction, window, basis }, { reads }) => {
      const agency = reads.ones.of("PressAgency", agencyId, basis);
      return reads.offices.list({ ...filter, agency }, direction, window, basis);
    },
  },
});

export const RepresentativeOfficeMutationResolver = mutationsOf(
  representativeOffice,
  representativeOfficeSpecs,
  RepresentativeOfficeChanged,
);
