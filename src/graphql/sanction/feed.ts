import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { needsToRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { unavailable } from "../shared/faults.js";
import { type FeedStep, mapFeed, openFeed } from "../shared/feed.js";
import { CaughtUp, type FeedStart, FeedStartEnum } from "../shared/feedItems.js";
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

interface FeedArgs {
  readonly after?: string | null;
  readonly from: FeedStart;
  readonly filter?: { readonly issuerId?: string | null } | null;
}

@Resolver()
export class SanctionFeedResolver {
  @Subscription(() => SanctionFeedItem, {
    description:
      "The events of decisions (with their fines and complaints) after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: object }) =>
      sanctionEvents(args as unknown as FeedArgs, context as LedgerContext),
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

async function sanctionEvents(
  { after, from, filter }: FeedArgs,
  context: LedgerContext,
): Promise<AsyncIterable<object>> {
  needsToRead(context, "records");
  const issuerId = filter?.issuerId ?? null;
  const feed = await openFeed(context.log, {
    binding: ["sanctionEvents", issuerId],
    after,
    fromBeginning: from === "BEGINNING",
    categories: ["sanction"],
  });
  return mapFeed(feed, (step) => toItem(step, issuerId, context));
}

async function toItem(step: FeedStep, issuerId: string | null, { reads }: LedgerContext): Promise<object | undefined> {
  const { cursor } = step;
  if ("caughtUp" in step) return Object.assign(new CaughtUp(), { cursor });
  const { event } = step;
  if (!(await reads.reached(event.position)))
    throw unavailable("This node is late in reading; resume with your last cursor.");
  const row = reads.sanctions.get((event.data as { sanctionId: string }).sanctionId, event.position);
  if (!row) throw new Error("A decision's event has left no decision.");
  if (issuerId !== null && row.issuer_id !== issuerId) return undefined;
  const sanction = new SanctionType(row, reads.basisAt(event.position));
  return Object.assign(new SanctionEventItem(), { cursor, event: EventType.of(event), sanction });
}
