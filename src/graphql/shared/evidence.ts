import { needsToRead } from "./access.js";
import type { ConnectionOf } from "./connection.js";
import type { LedgerContext } from "./context.js";
import { inTurns } from "./inTurns.js";

/**
 * The entries of a figure. Whose records they are is for those who work with them; the sums are public. A table may
 * have a thousand lines with several figures, each to be looked for, so others have their turn in between.
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export function opened<T>(context: LedgerContext, read: () => ConnectionOf<T>): Promise<ConnectionOf<T>> {
  needsToRead(context, "records");
  return inTurns(read);
}
