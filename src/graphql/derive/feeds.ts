import { Arg, type ClassType, createUnionType, Field, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { type Field as DeclaredField, eachOptional, NOBODY } from "../../domain/kernel/fields.js";
import type { RecordType } from "../../domain/kernel/record.js";
import { uncapital } from "../../domain/kernel/words.js";
import type { Basis } from "../../projections/table/basis.js";
import { EventType } from "../shared/event.js";
import type { FeedArgs, SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, type FeedStart, FeedStartEnum, Heartbeat } from "../shared/feedItems.js";
import { RecordEventFilter, type RecordFeed, recordFeed } from "../shared/recordFeed.js";
import { inputType } from "./inputs.js";
import { TextField } from "./shown.js";

/** How the events of a kind of record are followed. */
interface Followed<V, T extends object> extends Pick<RecordFeed<V>, "find" | "units"> {
  readonly type: ClassType<T> & (new (version: V, basis: Basis) => T);
  /** What the feed's descriptions call one of them, with its article, and several. */
  readonly called: { readonly one: string; readonly many: string };
  /** The field in which a subscriber names one of the `units`, to be told of its records alone. */
  readonly only: readonly [name: string, field: DeclaredField<string>];
}
interface Args extends FeedArgs {
  readonly filter?: (RecordEventFilter & Readonly<Record<string, unknown>>) | null;
}

/** A resolver with one subscription: the events of a kind of record, each with the record as it stood right after. */
export function feedOf<V, T extends object>(
  { kind, category }: Pick<RecordType, "kind" | "category">,
  { type, called: { one, many }, only: [only, field], find, units }: Followed<V, T>,
): new () => object {
  const record = uncapital(kind);
  const name = `${record}Events`;
  const Filter = inputType(`${kind}EventFilter`, eachOptional({ [only]: field }), { Base: RecordEventFilter });

  @ObjectType(`${kind}EventItem`, {
    description: `An event of ${one}, and ${one.replace(/^an?/, "the")} as it stood right after.`,
  })
  class Item {
    @TextField(NOBODY, { description: "Resume with it: the feed goes on after this event." })
    cursor!: string;
    @Field(() => EventType)
    event!: EventType;
    @Field(() => type, { name: record })
    readonly record: T;

    constructor(shown: T) {
      this.record = shown;
    }
  }

  const FeedItem = createUnionType({
    name: `${kind}FeedItem`,
    types: () => [Item, CaughtUp, Heartbeat] as const,
  });
  const item = (version: V, basis: Basis): Item => new Item(new type(version, basis));
  const open = recordFeed({ name, category, find, units, item });

  @Resolver()
  class Feed {
    @Subscription(() => FeedItem, {
      name,
      description: `The events of ${many} after a cursor, then those to come: each once, in the ledger's order.`,
      subscribe({ args, context }: SubscribeInput<Args>) {
        const unitId = args.filter?.[only];
        return open(args, typeof unitId === "string" ? unitId : null, context);
      },
    })
    events(
      @Root() told: Item | CaughtUp | Heartbeat,
      @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | undefined,
      @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
      @Arg("filter", () => Filter, { nullable: true }) _filter: RecordEventFilter | undefined,
    ): typeof FeedItem {
      return told;
    }
  }
  return Feed;
}
