import type { Principal } from "../../commands/bus.js";
import type { Role } from "../../domain/kernel/actor.js";
import type { Scopes } from "../../domain/kernel/scopes.js";
import type { LedgerContext } from "./context.js";
import { forbidden, unauthenticated } from "./faults.js";

/**
 * Who may read what. Units, press agencies and the figures themselves are public; whatever names a person, or shows
 * whose visit it was, is for those who work with it. (Who may write what stands with each command, in src/commands.)
 */
const READERS: Readonly<Record<"records" | "cardNumbers" | "offenders", readonly Role[]>> = {
  records: ["CLERK", "PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ANALYST", "ADMIN"],
  cardNumbers: ["PRESS_OFFICER", "INSPECTOR", "ADMIN"],
  /** Who broke the law is sensitive personal data (Decree 356/2025). */
  offenders: ["PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ADMIN"],
};

export const mayRead = (principal: Principal | undefined, what: keyof typeof READERS): boolean =>
  principal !== undefined && READERS[what].includes(principal.role);

/** @throws UNAUTHENTICATED without a token, FORBIDDEN with one that does not reach so far. */
export function needsToRead(context: LedgerContext, what: keyof typeof READERS): void {
  if (!context.principal) throw unauthenticated();
  if (!mayRead(context.principal, what)) throw forbidden();
}

/**
 * Who is told what happens, without names: whoever may read the records, and a subscriber within the scopes of its token.
 * @returns these scopes; null: whatever it be.
 */
export function needsToBeTold(context: LedgerContext): Scopes | null {
  const { principal } = context;
  if (principal?.role === "SUBSCRIBER" && principal.scopes) return principal.scopes;
  needsToRead(context, "records");
  return null;
}

/**
 * Asked before each item of a feed, since a subscription outlives the moment in which it was allowed.
 * @throws UNAUTHENTICATED once the token has ended.
 */
export function needsValidToken({ subscriber }: LedgerContext): void {
  if (subscriber?.expired()) throw unauthenticated("The access token has expired.");
}
