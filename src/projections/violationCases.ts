import { counted } from "./figures/counted.js";
import { recordPart } from "./table/recordPart.js";
import { violationCaseTally } from "./violationCaseFigures.js";
import { violationCaseTable } from "./violationCaseTable.js";

/** Violation cases and their figures. */
export const violationCasesPart = recordPart({
  name: "violationCases",
  source: import.meta.url,
  table: violationCaseTable,
  followers: [counted(violationCaseTally)],
});
