import type { Principal } from "../commands/bus.js";
import type { Instant } from "../domain/kernel/time.js";
import type { LedgerContext, Subscriber } from "../graphql/shared/context.js";
import type { Ledger } from "../ledger.js";

/** What the request log will say about an operation. Kinds, codes and ids only: never what was asked, or by whom. */
export interface RequestNotes {
  operation: string | undefined;
  codes: readonly string[];
  errorIds: readonly string[];
}

/** What resolvers are given, and the notes that the server keeps beside it. */
export interface RequestContext extends LedgerContext {
  readonly notes: RequestNotes;
}

export const newNotes = (): RequestNotes => ({ operation: undefined, codes: [], errorIds: [] });

export function contextOf(
  { bus, reads, log, law, now }: Ledger,
  principal: Principal | undefined,
  notes: RequestNotes,
  subscriber?: Omit<Subscriber, "now">,
): RequestContext {
  const clock = (): Instant => now().toISOString();
  const asked = { principal, now: clock(), bus, reads, log, law, notes };
  return subscriber ? { ...asked, subscriber: { ...subscriber, now: clock } } : asked;
}
