import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { EventType } from "../shared/event.js";
import type { FeedArgs, SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, type FeedStart, FeedStartEnum, Heartbeat } from "../shared/feedItems.js";
import { RecordEventFilter, recordFeed } from "../shared/recordFeed.js";
import { UnitId } from "../shared/scalars.js";
import { SanctionType } from "./types.js";

@InputType()
class SanctionEventFilter extends RecordEventFilter {
  @Field(() => UnitId, {
    nullable: true,
    description: "Only decisions that this unit issued, or one that has become one with it.",
  })
  issuerId?: string;
}

@ObjectType({ description: "An event of a decision, and the decision as it stood right after." })
class SanctionEventItem {
  @TextField(NOBODY, { description: "Resume with it: the feed goes on after this event." })
  cursor!: string;
  @Field(() => EventType)
  event!: EventType;
  @Field(() => SanctionType)
  sanction!: SanctionType;
}

const SanctionFeedItem = createUnionType({
  name: "SanctionFeedItem",
  types: () => [SanctionEventItem, CaughtUp, Heartbeat] as const,
});

interface Args extends FeedArgs {
  readonly filter?: SanctionEventFilter | null;
}

const sanctionEvents = recordFeed({
  name: "sanctionEvents",
  category: "sanction",
  find: ({ sanctions }, id, at) => sanctions.get(id, at),
  units: ({ state }) => [state.issuer.unitId],
  item: (version, basis) => Object.assign(new SanctionEventItem(), { sanction: new SanctionType(version, basis) }),
});

@Resolver()
export class SanctionFeedResolver {
  @Subscription(() => SanctionFeedItem, {
    description:
      "The events of decisions (with their fines and complaints) after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: SubscribeInput<Args>) =>
      sanctionEvents(args, args.filter?.issuerId ?? null, context),
  })
  sanctionEvents(
    @Root() item: SanctionEventItem | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER })
    _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => SanctionEventFilter, { nullable: true }) _filter: SanctionEventFilter | undefined,
  ): typeof SanctionFeedItem {
    return item;
  }
}
