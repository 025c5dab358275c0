import { titleForAll } from "../domain/inspection/names.js";
import { counted } from "./figures/counted.js";
import { inspectionTally } from "./inspectionFigures.js";
import { inspectionRecommendations } from "./inspectionRecommendations.js";
import { inspectionTable } from "./inspectionTable.js";
import { recordPart } from "./table/recordPart.js";

/** Inspections with what they are found by, their recommendations and their figures. */
export const inspectionsPart = recordPart({
  name: "inspections",
  source: import.meta.url,
  table: inspectionTable,
  // Whoever searches: nobody learns by a name that somebody was inspected.
  found: { kind: "INSPECTION", by: (state) => ({ title: titleForAll(state) }) },
  followers: [inspectionRecommendations, counted(inspectionTally)],
});
