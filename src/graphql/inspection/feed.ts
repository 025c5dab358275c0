import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { EventType } from "../shared/event.js";
import type { FeedArgs, SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, type FeedStart, FeedStartEnum, Heartbeat } from "../shared/feedItems.js";
import { RecordEventFilter, recordFeed } from "../shared/recordFeed.js";
import { UnitId } from "../shared/scalars.js";
import { InspectionType } from "./types.js";

@InputType()
class InspectionEventFilter extends RecordEventFilter {
  @Field(() => UnitId, {
    nullable: true,
    description:
      "Only inspections in which this unit, or one that has become one with it, leads or coordinates, before the event or " +
      "after it.",
  })
  unitId?: string;
}

@ObjectType({ description: "An event of an inspection, and the inspection as it stood right after." })
class InspectionEventItem {
  @TextField(NOBODY, { description: "Resume with it: the feed goes on after this event." })
  cursor!: string;
  @Field(() => EventType)
  event!: EventType;
  @Field(() => InspectionType)
  inspection!: InspectionType;
}

const InspectionFeedItem = createUnionType({
  name: "InspectionFeedItem",
  types: () => [InspectionEventItem, CaughtUp, Heartbeat] as const,
});

interface Args extends FeedArgs {
  readonly filter?: InspectionEventFilter | null;
}

const inspectionEvents = recordFeed({
  name: "inspectionEvents",
  category: "inspection",
  find: ({ inspections }, id, at) => inspections.get(id, at),
  units: ({ state: { lead, coordinators } }) => [lead, ...coordinators].map((body) => body.unitId),
  item: (version, basis) =>
    Object.assign(new InspectionEventItem(), { inspection: new InspectionType(version, basis) }),
});

@Resolver()
export class InspectionFeedResolver {
  @Subscription(() => InspectionFeedItem, {
    description: "The events of inspections after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: SubscribeInput<Args>) =>
      inspectionEvents(args, args.filter?.unitId ?? null, context),
  })
  inspectionEvents(
    @Root() item: InspectionEventItem | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER })
    _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => InspectionEventFilter, { nullable: true }) _filter: InspectionEventFilter | undefined,
  ): typeof InspectionFeedItem {
    return item;
  }
}
