import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { VisitEvent } from "../../domain/visit/visit.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { CaughtUp, type FeedStart, FeedStartEnum } from "../shared/feedItems.js";
import { type FeedArgs, openRecordFeed, type RecordFeed } from "../shared/recordFeed.js";
import { UnitId } from "../shared/scalars.js";
import { VisitType } from "./types.js";

@InputType()
class VisitEventFilter {
  @Field(() => UnitId, {
    nullable: true,
    description: "Only visits that this unit hosts, as they stood after the event.",
  })
  hostId?: string;
}

@ObjectType({ description: "An event of a visit, and the visit as it stood right after." })
class VisitEventItem {
  @Field(() => String, { description: "Resume with it: the feed goes on after this event." })
  cursor!: string;
  @Field(() => EventType)
  event!: EventType;
  @Field(() => VisitType)
  visit!: VisitType;
}

const VisitFeedItem = createUnionType({ name: "VisitFeedItem", types: () => [VisitEventItem, CaughtUp] as const });

interface Args extends FeedArgs {
  readonly filter?: { readonly hostId?: string | null } | null;
}

@Resolver()
export class VisitFeedResolver {
  @Subscription(() => VisitFeedItem, {
    description: "The events of visits after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: object }) =>
      visitEvents(args as unknown as Args, context as LedgerContext),
  })
  visitEvents(
    @Root() item: VisitEventItem | CaughtUp,
    @Arg("after", () => String, {
      nullable: true,
      description: "A cursor that this feed gave out, for the same filter.",
    })
    _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => VisitEventFilter, { nullable: true }) _filter: VisitEventFilter | undefined,
  ): typeof VisitFeedItem {
    return item;
  }
}

function visitEvents(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  const only = args.filter?.hostId ?? null;
  const item: RecordFeed["item"] = (event, reads, basis) => {
    const { visitId } = (event as Recorded<VisitEvent>).data;
    const version = reads.visits.get(visitId, event.position);
    if (!version) throw new Error("A visit's event has left no visit.");
    if (only !== null && !version.detail.hosts.some((host) => host.unitId === only)) return undefined;
    const visit = new VisitType(version, basis);
    return Object.assign(new VisitEventItem(), { event: EventType.of(event), visit });
  };
  return openRecordFeed(args, { name: "visitEvents", category: "visit", only, item }, context);
}
