import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { VisitEvent } from "../../domain/visit/visit.js";
import type { Recorded } from "../../eventstore/codec.js";
import { needsToRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { unavailable } from "../shared/faults.js";
import { type FeedStep, mapFeed, openFeed } from "../shared/feed.js";
import { CaughtUp, type FeedStart, FeedStartEnum } from "../shared/feedItems.js";
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

interface FeedArgs {
  readonly after?: string | null;
  readonly from: FeedStart;
  readonly filter?: { readonly hostId?: string | null } | null;
}

@Resolver()
export class VisitFeedResolver {
  @Subscription(() => VisitFeedItem, {
    description: "The events of visits after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: object }) =>
      visitEvents(args as unknown as FeedArgs, context as LedgerContext),
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

async function visitEvents({ after, from, filter }: FeedArgs, context: LedgerContext): Promise<AsyncIterable<object>> {
  needsToRead(context, "records");
  const hostId = filter?.hostId ?? null;
  const feed = await openFeed(context.log, {
    binding: ["visitEvents", hostId],
    after,
    fromBeginning: from === "BEGINNING",
    categories: ["visit"],
  });
  return mapFeed(feed, (step) => toItem(step, hostId, context));
}

async function toItem(step: FeedStep, hostId: string | null, { reads }: LedgerContext): Promise<object | undefined> {
  const { cursor } = step;
  if ("caughtUp" in step) return Object.assign(new CaughtUp(), { cursor });
  const event = step.event as Recorded<VisitEvent>;
  if (!(await reads.reached(event.position)))
    throw unavailable("This node is late in reading; resume with your last cursor.");
  const version = reads.visits.get(event.data.visitId, event.position);
  if (!version) throw new Error("A visit's event has left no visit.");
  if (hostId !== null && !version.detail.hosts.some((host) => host.unitId === hostId)) return undefined;
  const visit = new VisitType(version, reads.basisAt(event.position));
  return Object.assign(new VisitEventItem(), { cursor, event: EventType.of(event), visit });
}
