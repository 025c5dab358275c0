import type { Principal } from "../commands/bus.js";
import type { Instant } from "../domain/kernel/time.js";
import type { LedgerContext, Subscriber } from "../graphql/shared/context.js";
import type { Ledger } from "../ledger.js";
import type { FigurePasses } from "../projections/figures/passes.js";

/** What the request log will say about an operation. Kinds, codes and ids only: never what was asked, or by whom. */
export interface RequestNotes {
  operation: string | undefined;
  codes: readonly string[];
  errorIds: readonly string[];
}

/** What resolvers are given, and the notes that the server keeps beside it. */
export interface RequestContext extends LedgerContext {
  readonly notes: RequestNotes;
  /** Where it comes from, of who shows no token. */
  readonly address: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: () => AbortSignal;
}

export const newNotes = (): RequestNotes => ({ operation: undefined, codes: [], errorIds: [] });

/** What the resolvers of a request are given: "now" is when it came in. */
export const contextOf = (
  { bus, reads, log, law, now }: Ledger,
  principal: Principal | undefined,
  more: Pick<RequestContext, "notes" | "address" | "gone">,
): RequestContext => ({ principal, now: now().toISOString(), bus, reads, log, law, ...more });

/** What resolvers of a subscription are given. */
export function followingContext(
  { bus, reads, log, law, now }: Ledger,
  principal: Principal | undefined,
  subscriber: Omit<Subscriber, "now">,
  passes: FigurePasses | undefined,
): LedgerContext {
  const clock = (): Instant => now().toISOString();
  const asked = { principal, now: clock(), bus, reads, log, law, subscriber: { ...subscriber, now: clock } };
  return passes ? { ...asked, passes } : asked;
}
