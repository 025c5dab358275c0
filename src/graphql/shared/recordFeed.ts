import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Basis } from "../../projections/table/basis.js";
import type { FeedPage } from "../../projections/readModel/feedPages.js";
import { needsToRead, needsValidToken } from "./access.js";
import type { LedgerContext } from "./context.js";
import { EventType } from "./event.js";
import { type FeedArgs, type FeedItem, openFeed } from "./feed.js";

type Reads = LedgerContext["reads"];

/** A feed of the events of one kind of record, each with the record as it stood right after. */
export interface RecordFeed<Row> {
  /** The subscription's name: its cursors belong to it. */
  readonly name: string;
  /** The streams' category. */
  readonly category: string;
  /** The record as it stands after the event. */
  readonly find: (event: LedgerEvent, reads: Reads) => Row | undefined;
  /** What a subscriber filters by. */
  readonly keeps: (row: Row, only: string) => boolean;
  /** An item without its event and cursor. */
  readonly item: (row: Row, basis: Basis) => object;
}

/** One path from the log to a subscriber, for what was and for what comes. */
export type OpenRecordFeed = (
  args: FeedArgs,
  only: string | null,
  context: LedgerContext,
) => Promise<AsyncIterable<object>>;

export function recordFeed<Row>({ name, category, find, keeps, item }: RecordFeed<Row>): OpenRecordFeed {
  // Looked up once for all who are given the same page.
  const found = new WeakMap<LedgerEvent, { row: Row; basis: Basis; event: EventType }>();
  const foundOf = (event: LedgerEvent, reads: Reads): { row: Row; basis: Basis; event: EventType } => {
    let known = found.get(event);
    if (!known) {
      const row = find(event, reads);
      if (row === undefined) throw new Error(`An event of ${category} has left no record.`);
      known = { row, basis: reads.basisAt(event.position), event: EventType.of(event) };
      found.set(event, known);
    }
    return known;
  };
  function* items({ events }: FeedPage, only: string | null, reads: Reads): Generator<FeedItem> {
    for (const one of events) {
      const { row, basis, event } = foundOf(one, reads);
      if (only !== null && !keeps(row, only)) continue;
      yield { position: one.position, item: Object.assign(item(row, basis), { event }) };
    }
  }
  return (args, only, context) =>
    openFeed(context, args, {
      binding: [name, only],
      categories: [category],
      admit: () => {
        needsToRead(context, "records");
        needsValidToken(context);
      },
      items: (page) => items(page, only, context.reads),
    });
}
