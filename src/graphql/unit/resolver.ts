import { unitSpecs } from "../../commands/units.js";
import { unit } from "../../domain/unit/record.js";
import { UNIT_FILTER } from "../../projections/unit/queries.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { unitAt, UnitChanged, unitOf, UnitType } from "./types.js";

export const UnitQueryResolver = queriesOf(unit, {
  type: UnitType,
  isPublic: true,
  at: unitAt,
  of: unitOf,
  list: {
    name: "units",
    description: "Units in order of name.",
    filter: filterType("UnitFilter", UNIT_FILTER),
    order: "ASC",
    read: (filter, { direction, window, basis }, { reads }) => reads.units.list(filter, direction, window, basis),
  },
});

export const UnitMutationResolver = mutationsOf(unit, unitSpecs, UnitChanged);
