import { dueAt } from "../domain/kernel/deadline.js";
import { localDateOf } from "../domain/kernel/time.js";
import { spokesperson } from "../domain/spokesperson/record.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";
import { lawFor } from "./unitRules.js";

/** What is looked up for the steps of a spokesperson. */
const lookups: LookupsOf<typeof spokesperson> = {
  AppointSpokesperson({ unitId, role, authorisedById }, { the, law, meta }) {
    const unit = the.unit(unitId, "unitId");
    const authorisedBy = the.spokesperson(authorisedById, "authorisedById");
    const signedOn = localDateOf(meta.occurredAt);
    const row = role === "AUTHORISED" ? lawFor(law, "AUTHORISATION_PUBLICATION", signedOn, unit) : null;
    const publishBy = row && dueAt(row.term, meta.occurredAt, law.calendar);
    return { unit, authorisedBy, publishBy };
  },
  ReplaceSpokesperson: ({ byId }, { the }) => ({ by: the.spokesperson(byId, "byId") }),
};

export const spokespersonSpecs = specsOf(spokesperson, lookups);
