import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { EventType } from "../shared/event.js";
import type { FeedArgs, SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, type FeedStart, FeedStartEnum, Heartbeat } from "../shared/feedItems.js";
import { RecordEventFilter, recordFeed } from "../shared/recordFeed.js";
import { UnitId } from "../shared/scalars.js";
import { VisitType } from "./types.js";

@InputType()
class VisitEventFilter extends RecordEventFilter {
  @Field(() => UnitId, {
    nullable: true,
    description:
      "Only visits that this unit hosts, or one that has become one with it, before the event or after it: so whoever " +
      "follows a visit is told that it goes to another host.",
  })
  hostId?: string;
}

@ObjectType({ description: "An event of a visit, and the visit as it stood right after." })
class VisitEventItem {
  @TextField(NOBODY, { description: "Resume with it: the feed goes on after this event." })
  cursor!: string;
  @Field(() => EventType)
  event!: EventType;
  @Field(() => VisitType)
  visit!: VisitType;
}

const VisitFeedItem = createUnionType({
  name: "VisitFeedItem",
  types: () => [VisitEventItem, CaughtUp, Heartbeat] as const,
});

interface Args extends FeedArgs {
  readonly filter?: VisitEventFilter | null;
}

const visitEvents = recordFeed({
  name: "visitEvents",
  category: "visit",
  find: ({ visits }, id, at) => visits.get(id, at),
  units: ({ state }) => state.hosts.map((host) => host.unitId),
  item: (version, basis) => Object.assign(new VisitEventItem(), { visit: new VisitType(version, basis) }),
});

@Resolver()
export class VisitFeedResolver {
  @Subscription(() => VisitFeedItem, {
    description: "The events of visits after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: SubscribeInput<Args>) => visitEvents(args, args.filter?.hostId ?? null, context),
  })
  visitEvents(
    @Root() item: VisitEventItem | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER })
    _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => VisitEventFilter, { nullable: true }) _filter: VisitEventFilter | undefined,
  ): typeof VisitFeedItem {
    return item;
  }
}
