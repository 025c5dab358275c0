import { record } from "../kernel/record.js";
import { custodySteps } from "./custodySteps.js";
import { disposalSteps } from "./disposalSteps.js";
import { seizureHistory } from "./events.js";
import { inventorySteps } from "./inventorySteps.js";
import { conserved } from "./quantities.js";
import { seizureRefusals } from "./refusals.js";

/**
 * A temporary seizure of exhibits: its state (./seizure.ts), its events (./events.ts) with what they do to the inventory
 * (./lines.ts, ./quantities.ts), and its steps by concept, with the rules that they have in common (./rules.ts).
 */
export const seizure = record(seizureHistory, {
  may: ["INSPECTOR", "ADMIN"],
  steps: { ...custodySteps, ...disposalSteps, ...inventorySteps },
  check: conserved,
  leansOn: ({ caseId }) => [{ kind: "ViolationCase", id: caseId }],
  refusals: { notFound: seizureRefusals.SEIZURE_NOT_FOUND, statusForbids: "SEIZURE_STATUS_FORBIDS" },
});
