import { sanctionHistory } from "../../domain/sanction/events.js";
import { counted } from "../figures/counted.js";
import { sanctionComplaints } from "./complaints.js";
import { sanctionTally } from "./figures.js";
import { sanctionReceipts } from "./receipts.js";
import { sanctionTable } from "./table.js";
import { recordPart } from "../table/recordPart.js";

/** Decisions, what they are found by, their receipts, complaints and figures: one part, as each follows the decision. */
export const sanctionsPart = recordPart({
  name: "sanctions",
  source: import.meta.url,
  table: sanctionTable,
  followers: [sanctionReceipts, sanctionComplaints, counted(sanctionTally, sanctionHistory)],
});
