import { unit } from "../domain/unit/record.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What a unit needs to know of others stands in its own register; only new ones need ids of their own. */
const lookups: LookupsOf<typeof unit> = {
  SplitUnit: ({ newUnits }, { newId }) => ({
    newUnits: newUnits.map((given, index) => ({ unitId: newId(`unit:${index}`), ...given })),
  }),
};

export const unitSpecs = specsOf(unit, lookups);
