import { type Decision, refuse } from "../kernel/decider.js";
import { decideComplaint } from "./complaintDecide.js";
import { decideOnDecision, issue } from "./decisionDecide.js";
import { decideFine } from "./fineDecide.js";
import { sanctionRefusals } from "./refusals.js";
import type { SanctionCommand, SanctionEvent, SanctionState } from "./sanction.js";

export function decide(command: SanctionCommand, state: SanctionState): Decision<SanctionEvent> {
  if (command.type === "IssueSanction") return issue(command);
  if (state.status === "NONE") return refuse(sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]));
  switch (command.type) {
    case "RecordFinePayment":
    case "RecordFineRefund":
    case "GrantFinePostponement":
    case "GrantFineInstalments":
    case "RequestFineReduction":
    case "RefuseFineReduction":
    case "GrantFineReduction":
    case "StartFineEnforcement":
    case "RecordFineEvasion":
    case "RecordFineLapse":
      return decideFine(command, state);
    case "LodgeComplaint":
    case "AcceptComplaint":
    case "RejectComplaint":
    case "WithdrawComplaint":
    case "ResolveComplaint":
      return decideComplaint(command, state);
    default:
      return decideOnDecision(command, state);
  }
}
