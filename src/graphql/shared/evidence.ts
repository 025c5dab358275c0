import type { Basis } from "../../projections/basis.js";
import type { EntriesAsked } from "../../projections/figureEntries.js";
import type { Rows, Window } from "../../projections/paging.js";
import { needsToRead } from "./access.js";
import { connect, type ConnectionOf, type PageArgs } from "./connection.js";
import type { LedgerContext } from "./context.js";
import { inTurns } from "./inTurns.js";

/** Which entries are opened: of which figure (or cause), in answer to what, as known when. */
interface Asked {
  readonly figure: readonly unknown[];
  readonly question: EntriesAsked;
  readonly basis: Basis;
}

/**
 * The entries of a figure. Whose records they are is for those who work with them; the sums are public. A table may
 * have a thousand lines with several figures, each to be looked for, so others have their turn in between.
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export function opened<R, T>(
  context: LedgerContext,
  args: PageArgs,
  { figure, question, basis }: Asked,
  read: (window: Window) => Rows<R>,
  toEntry: (row: R) => T,
): Promise<ConnectionOf<T>> {
  needsToRead(context, "records");
  const list = [...figure, { ...question, countedAs: [...question.countedAs] }];
  return inTurns(() => connect(args, basis, list, read, toEntry));
}
