import { accept, type Command, type Decider, type Decision } from "../kernel/decider.js";
import { stampOf } from "../kernel/stamp.js";
import type { Claimant, ClaimEvent } from "./events.js";

/**
 * A claim on what is unique, or can be taken once only: a card number, a name. One stream a thing, so that the log's own
 * order keeps two commands, on any number of nodes, from taking it at once. It says who may take the thing next, not who
 * has it: that stands in the records, and their rules decide. The thing itself is not named here, as it may name a person.
 */

// State -------------------------------------------------------------------------------------------------------------

type DataOf<T extends ClaimEvent["type"]> = Extract<ClaimEvent, { type: T }>["data"];

/** Who claimed it last; null: nobody yet. */
export type Claim = Claimant | null;

// Commands ----------------------------------------------------------------------------------------------------------

export type ClaimThing = Command<"ClaimThing", DataOf<"ThingClaimed">>;
export type GiveClaimBack = Command<"GiveClaimBack", DataOf<"ClaimGivenBack">>;
export type ClaimCommand = ClaimThing | GiveClaimBack;

export const claimDecider: Decider<ClaimCommand, Claim, ClaimEvent> = { initial: null, evolve, decide };

function evolve(claim: Claim, event: ClaimEvent): Claim {
  if (event.type === "ClaimGivenBack") return claim && { ...claim, givenBack: true };
  const { attemptId, forCommandId, stream } = event.data;
  return { attemptId, forCommandId, stream, givenBack: false };
}

/** Whether the one before has lost it is for the next to know, who has looked at that one's stream. A lost one is gone. */
function decide({ type, data, meta }: ClaimCommand, claim: Claim): Decision<ClaimEvent> {
  if (type === "ClaimThing") return accept({ type: "ThingClaimed", data, ...stampOf(meta) });
  if (claim?.attemptId !== data.attemptId || claim.givenBack) return accept();
  return accept({ type: "ClaimGivenBack", data, ...stampOf(meta) });
}
