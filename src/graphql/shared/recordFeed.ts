import { Field, InputType } from "type-graphql";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Basis } from "../../projections/table/basis.js";
import type { FeedPage } from "../../projections/readModel/feedPages.js";
import { filterOf, MAX_TYPES } from "../timeline/filter.js";
import { needsToRead, needsValidToken } from "./access.js";
import type { LedgerContext } from "./context.js";
import { EventType } from "./event.js";
import { type FeedArgs, type FeedItem, openFeed } from "./feed.js";

type Reads = LedgerContext["reads"];
type Types = readonly string[] | null;

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

/** What every filter of such a feed has besides. */
@InputType()
export abstract class RecordEventFilter {
  @Field(() => [String], { nullable: true, description: `Only events of these types, at most ${MAX_TYPES}.` })
  types?: string[] | null;
}

/** One path from the log to a subscriber, for what was and for what comes. */
export type OpenRecordFeed = (
  args: FeedArgs & { readonly filter?: RecordEventFilter | null },
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
  function* items({ events }: FeedPage, only: string | null, types: Types, reads: Reads): Generator<FeedItem> {
    for (const one of events) {
      if (types && !types.includes(one.type)) continue;
      const { row, basis, event } = foundOf(one, reads);
      if (only !== null && !keeps(row, only)) continue;
      yield { position: one.position, item: Object.assign(item(row, basis), { event }) };
    }
  }
  return (args, only, context) => {
    const types = filterOf({ types: args.filter?.types ?? null }).types ?? null;
    return openFeed(context, args, {
      // As cursors were made before there were types.
      binding: types ? [name, only, types] : [name, only],
      categories: [category],
      admit: () => {
        needsToRead(context, "records");
        needsValidToken(context);
      },
      items: (page) => items(page, only, types, context.reads),
    });
  };
}
