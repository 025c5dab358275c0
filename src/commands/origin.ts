import type { Refusal } from "../domain/kernel/refusal.js";
import type { Facts } from "./facts.js";
import { commandRefusals } from "./refusals.js";
import type { CommandInput } from "./spec.js";

/** What a command came of, as the envelope of its events keeps it. */
export interface Origin {
  readonly correlationId: string;
  /** The command that led to this one, if anybody named it. */
  readonly causedBy?: string;
}

/** A cause must be in the ledger, so that what leads to what has no loose ends; what it belongs to is passed on. */
export function originOf(
  { commandId, causedBy, correlationId }: CommandInput,
  facts: Pick<Facts, "command">,
): Origin | { readonly refusal: Refusal } {
  if (!causedBy) return { correlationId: correlationId ?? commandId };
  if (causedBy === commandId) return { refusal: commandRefusals.CAUSE_IS_ITSELF(["causedBy"]) };
  const cause = facts.command(causedBy);
  if (!cause) return { refusal: commandRefusals.CAUSE_NOT_FOUND(["causedBy"]) };
  return { correlationId: correlationId ?? cause.correlationId, causedBy };
}
