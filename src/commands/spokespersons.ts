import { spokespersonRefusals } from "../domain/spokesperson/refusals.js";
import { spokesperson } from "../domain/spokesperson/record.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a spokesperson. */
const lookups: LookupsOf<typeof spokesperson> = {
  AppointSpokesperson({ unitId, authorisedById }, { facts }) {
    const unit = facts.unit(unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
    const authorisedBy = authorisedById === null ? null : facts.spokesperson(authorisedById);
    return authorisedBy === undefined
      ? { refusal: spokespersonRefusals.SPOKESPERSON_NOT_FOUND(["authorisedById"]) }
      : { data: { unit, authorisedBy } };
  },
  ReplaceSpokesperson({ byId }, { facts }) {
    const by = facts.spokesperson(byId);
    return by ? { data: { by } } : { refusal: spokespersonRefusals.SPOKESPERSON_NOT_FOUND(["byId"]) };
  },
};

export const spokespersonSpecs = specsOf(spokesperson, lookups);
