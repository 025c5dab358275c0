import { accept, type Command, type Decider, type Decision, type DomainEvent } from "../kernel/decider.js";
import { stampOf } from "../kernel/stamp.js";
import type { ClaimKind } from "../kernel/taking.js";

/**
 * A claim on what is unique, or can be taken once only: a card number, a name. One stream a thing, so that the log's own
 * order keeps two commands, on any number of nodes, from taking it at once. It says who may take the thing next, not who
 * has it: that stands in the records, and their rules decide. The thing itself is not named here, as it may name a person.
 */

// Events ------------------------------------------------------------------------------------------------------------

interface OfAttempt {
  readonly claimId: string;
  readonly kind: ClaimKind;
  /** Each attempt at carrying out the command has another: who tries again takes the claim over from the one before. */
  readonly attemptId: string;
}

export type ThingClaimed = DomainEvent<
  "ThingClaimed",
  OfAttempt & {
    /** The command that needs the thing, and the stream into which its events will come. */
    readonly forCommandId: string;
    readonly stream: string;
  }
>;
/** The command was refused after all. */
export type ClaimGivenBack = DomainEvent<"ClaimGivenBack", OfAttempt>;
export type ClaimEvent = ThingClaimed | ClaimGivenBack;

// State -------------------------------------------------------------------------------------------------------------

export interface Claimant extends Pick<ThingClaimed["data"], "attemptId" | "forCommandId" | "stream"> {
  /** Nothing comes of it any more. What its stream holds is to be known all the same. */
  readonly givenBack: boolean;
}

/** Who claimed it last; null: nobody yet. */
export type Claim = Claimant | null;

// Commands ----------------------------------------------------------------------------------------------------------

export type ClaimThing = Command<"ClaimThing", ThingClaimed["data"]>;
export type GiveClaimBack = Command<"GiveClaimBack", OfAttempt>;
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
