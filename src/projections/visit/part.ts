import { recordPart } from "../table/recordPart.js";
import { visitCounts } from "./counts.js";
import { visitDuplicates } from "./duplicates.js";
import { reportersPart } from "../reporter/part.js";
import { unitsPart } from "../unit/part.js";
import { visitTable } from "./table.js";

/** Visits, their probable duplicates and their figures: one part, as each follows the visit. */
export const visitsPart = recordPart({
  name: "visits",
  source: import.meta.url,
  table: visitTable,
  found: { kind: "VISIT", by: ({ subject }) => ({ title: subject }) },
  followers: [visitDuplicates, visitCounts],
  /** Whose visits are one person's, or one unit's. */
  reads: [unitsPart, reportersPart],
});
