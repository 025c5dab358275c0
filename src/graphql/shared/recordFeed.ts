import { Field, InputType } from "type-graphql";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "../../projections/table/basis.js";
import type { One } from "../../projections/table/ones.js";
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
  /** The record as it stands at a position. */
  readonly find: (reads: Reads, id: string, at: Position) => Row | undefined;
  /** The units by which a subscriber filters. */
  readonly units: (row: Row) => readonly (string | null)[];
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

/** What is known of an event, for all who are given the same page. */
interface Known<Row> {
  readonly row: Row;
  readonly basis: Basis;
  readonly event: EventType;
  /** The units of the record before the event and after it: whoever saw the record is told that it leaves. */
  readonly units: ReadonlySet<string | null>;
  /** By what a subscriber filters, the ids that are one with it at the event. */
  readonly ones: Map<string, One>;
}

export function recordFeed<Row>({ name, category, find, units, item }: RecordFeed<Row>): OpenRecordFeed {
  const known = new WeakMap<LedgerEvent, Known<Row>>();
  const knownOf = (event: LedgerEvent, reads: Reads): Known<Row> => {
    const before = known.get(event);
    if (before) return before;
    const { position, stream } = event;
    const id = stream.slice(category.length + 1);
    const row = find(reads, id, position);
    if (row === undefined) throw new Error(`An event of ${category} has left no record.`);
    const then = find(reads, id, position - 1);
    const made: Known<Row> = {
      row,
      basis: reads.basisAt(position),
      event: EventType.of(event),
      units: new Set([...(then === undefined ? [] : units(then)), ...units(row)]),
      ones: new Map(),
    };
    known.set(event, made);
    return made;
  };
  const keeps = ({ units: found, ones, basis }: Known<Row>, only: string, reads: Reads): boolean => {
    const one = ones.get(only) ?? reads.ones.of("Unit", only, basis);
    ones.set(only, one);
    return one.ids.some((id) => found.has(id));
  };
  function* items({ events }: FeedPage, only: string | null, types: Types, reads: Reads): Generator<FeedItem> {
    for (const one of events) {
      if (types && !types.includes(one.type)) continue;
      const told = knownOf(one, reads);
      if (only !== null && !keeps(told, only, reads)) continue;
      yield { position: one.position, item: Object.assign(item(told.row, told.basis), { event: told.event }) };
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
