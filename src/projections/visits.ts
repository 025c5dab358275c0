import { recordPart } from "./table/recordPart.js";
import { visitCounts } from "./visitCounts.js";
import { visitDuplicates } from "./visitDuplicates.js";
import { visitTable } from "./visitTable.js";

/** Visits, their probable duplicates and their figures: one part, as each follows the visit. */
export const visitsPart = recordPart({
  name: "visits",
  source: import.meta.url,
  table: visitTable,
  found: { kind: "VISIT", by: ({ subject }) => ({ title: subject }) },
  followers: [visitDuplicates, visitCounts],
});
