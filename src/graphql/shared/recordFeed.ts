import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Basis } from "../../projections/basis.js";
import { needsToRead } from "./access.js";
import type { LedgerContext } from "./context.js";
import { unavailable } from "./faults.js";
import { mapFeed, openFeed } from "./feed.js";
import { CaughtUp, type FeedStart } from "./feedItems.js";

/** The arguments that every feed has. */
export interface FeedArgs {
  readonly after?: string | null;
  readonly from: FeedStart;
}

/** A feed of the events of one kind of record, each with the record as it stood right after. */
export interface RecordFeed {
  /** The subscription's name: its cursors belong to it. */
  readonly name: string;
  /** The streams' category. */
  readonly category: string;
  /** What the subscriber filters by, if anything: its cursors belong to that too. */
  readonly only: string | null;
  /** The event dressed as an item, without its cursor; undefined when the filter leaves it out. */
  readonly item: (event: LedgerEvent, reads: LedgerContext["reads"], basis: Basis) => object | undefined;
}

/** One path from the log to a subscriber, for what was and for what comes. */
export async function openRecordFeed(
  { after, from }: FeedArgs,
  { name, category, only, item }: RecordFeed,
  context: LedgerContext,
): Promise<AsyncIterable<object>> {
  needsToRead(context, "records");
  const { log, reads } = context;
  const feed = await openFeed(log, {
    binding: [name, only],
    after,
    fromBeginning: from === "BEGINNING",
    categories: [category],
  });
  return mapFeed(feed, async (step) => {
    const { cursor } = step;
    if ("caughtUp" in step) return Object.assign(new CaughtUp(), { cursor });
    const { event } = step;
    if (!(await reads.reached(event.position))) {
      throw unavailable("This node is late in reading; resume with your last cursor.");
    }
    const made = item(event, reads, reads.basisAt(event.position));
    return made && Object.assign(made, { cursor });
  });
}
