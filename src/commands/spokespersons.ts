import { dueAt } from "../domain/kernel/deadline.js";
import { localDateOf } from "../domain/kernel/time.js";
import { spokespersonRefusals } from "../domain/spokesperson/refusals.js";
import { spokesperson } from "../domain/spokesperson/record.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";
import { lawFor } from "./unitRules.js";

/** What is looked up for the steps of a spokesperson. */
const lookups: LookupsOf<typeof spokesperson> = {
  AppointSpokesperson({ unitId, role, authorisedById }, { facts, law, meta }) {
    const unit = facts.unit(unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
    const authorisedBy = authorisedById === null ? null : facts.spokesperson(authorisedById);
    if (authorisedBy === undefined) return { refusal: spokespersonRefusals.SPOKESPERSON_NOT_FOUND(["authorisedById"]) };
    const signedOn = localDateOf(meta.occurredAt);
    const row = role === "AUTHORISED" ? lawFor(law, "AUTHORISATION_PUBLICATION", signedOn, unit) : null;
    const publishBy = row && dueAt(row.term, meta.occurredAt, law.calendar);
    return { data: { unit, authorisedBy, publishBy } };
  },
  ReplaceSpokesperson({ byId }, { facts }) {
    const by = facts.spokesperson(byId);
    return by ? { data: { by } } : { refusal: spokespersonRefusals.SPOKESPERSON_NOT_FOUND(["byId"]) };
  },
};

export const spokespersonSpecs = specsOf(spokesperson, lookups);
