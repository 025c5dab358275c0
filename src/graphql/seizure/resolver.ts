import { seizureSpecs } from "../../commands/seizures.js";
import { seizure } from "../../domain/seizure/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { SeizureFilter } from "./inputs.js";
import { seizureAt, SeizureChanged, seizureOf, SeizureType } from "./types.js";

export const SeizureQueryResolver = queriesOf(seizure, {
  type: SeizureType,
  called: "seizure of exhibits",
  at: seizureAt,
  of: seizureOf,
  list: {
    name: "seizures",
    description: "Seizures by their day, latest first.",
    filter: SeizureFilter,
    order: "DESC",
    standing: ["statuses", "overdueOn"],
    read: ({ unitId, ...filter }, { direction, window, basis }, { reads }) => {
      const unit = reads.ones.of("Unit", unitId, basis);
      return reads.seizures.list({ ...filter, unit }, direction, window, basis.position);
    },
  },
});

export const SeizureMutationResolver = mutationsOf(seizure, seizureSpecs, SeizureChanged);
