import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { SanctionEvent } from "../../domain/sanction/sanction.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { CaughtUp, type FeedStart, FeedStartEnum } from "../shared/feedItems.js";
import { type FeedArgs, openRecordFeed, type RecordFeed } from "../shared/recordFeed.js";
import { UnitId } from "../shared/scalars.js";
import { SanctionType } from "./types.js";

@InputType()
class SanctionEventFilter {
  @Field(() => UnitId, { nullable: true, description: "Only decisions that this unit issued." })
  issuerId?: string;
}

@ObjectType({ description: "An event of a decision, and the decision as it stood right after." })
class SanctionEventItem {
  @Field(() => String, { description: "Resume with it: the feed goes on after this event." })
  cursor!: string;
  @Field(() => EventType)
  event!: EventType;
  @Field(() => SanctionType)
  sanction!: SanctionType;
}

const SanctionFeedItem = createUnionType({
  name: "SanctionFeedItem",
  types: () => [SanctionEventItem, CaughtUp] as const,
});

interface Args extends FeedArgs {
  readonly filter?: { readonly issuerId?: string | null } | null;
}

@Resolver()
export class SanctionFeedResolver {
  @Subscription(() => SanctionFeedItem, {
    description:
      "The events of decisions (with their fines and complaints) after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: object }) =>
      sanctionEvents(args as unknown as Args, context as LedgerContext),
  })
  sanctionEvents(
    @Root() item: SanctionEventItem | CaughtUp,
    @Arg("after", () => String, {
      nullable: true,
      description: "A cursor that this feed gave out, for the same filter.",
    })
    _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => SanctionEventFilter, { nullable: true }) _filter: SanctionEventFilter | undefined,
  ): typeof SanctionFeedItem {
    return item;
  }
}

function sanctionEvents(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  const only = args.filter?.issuerId ?? null;
  const item: RecordFeed["item"] = (event, reads, basis) => {
    const { sanctionId } = (event as Recorded<SanctionEvent>).data;
    const row = reads.sanctions.get(sanctionId, event.position);
    if (!row) throw new Error("A decision's event has left no decision.");
    if (only !== null && row.issuer_id !== only) return undefined;
    const sanction = new SanctionType(row, basis);
    return Object.assign(new SanctionEventItem(), { event: EventType.of(event), sanction });
  };
  return openRecordFeed(args, { name: "sanctionEvents", category: "sanction", only, item }, context);
}
