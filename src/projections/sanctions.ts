import { counted } from "./figures/counted.js";
import { sanctionComplaints } from "./sanctionComplaints.js";
import { sanctionTally } from "./sanctionFigures.js";
import { sanctionReceipts } from "./sanctionReceipts.js";
import { sanctionTable } from "./sanctionTable.js";
import { recordPart } from "./table/recordPart.js";

/** Decisions, what they are found by, their receipts, complaints and figures: one part, as each follows the decision. */
export const sanctionsPart = recordPart({
  name: "sanctions",
  source: import.meta.url,
  table: sanctionTable,
  followers: [sanctionReceipts, sanctionComplaints, counted(sanctionTally)],
});
