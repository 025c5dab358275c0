import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { InspectionEvent } from "../../domain/inspection/inspection.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { InspectionVersion } from "../../projections/inspectionRow.js";
import { needsToRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { unavailable } from "../shared/faults.js";
import { type FeedStep, mapFeed, openFeed } from "../shared/feed.js";
import { CaughtUp, type FeedStart, FeedStartEnum } from "../shared/feedItems.js";
import { UnitId } from "../shared/scalars.js";
import { InspectionType } from "./types.js";

@InputType()
class InspectionEventFilter {
  @Field(() => UnitId, {
    nullable: true,
    description: "Only inspections in which this unit leads or coordinates, as they stood after the event.",
  })
  unitId?: string;
}

@ObjectType({ description: "An event of an inspection, and the inspection as it stood right after." })
class InspectionEventItem {
  @Field(() => String, { description: "Resume with it: the feed goes on after this event." })
  cursor!: string;
  @Field(() => EventType)
  event!: EventType;
  @Field(() => InspectionType)
  inspection!: InspectionType;
}

const InspectionFeedItem = createUnionType({
  name: "InspectionFeedItem",
  types: () => [InspectionEventItem, CaughtUp] as const,
});

interface FeedArgs {
  readonly after?: string | null;
  readonly from: FeedStart;
  readonly filter?: { readonly unitId?: string | null } | null;
}

@Resolver()
export class InspectionFeedResolver {
  @Subscription(() => InspectionFeedItem, {
    description: "The events of inspections after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: object }) =>
      inspectionEvents(args as unknown as FeedArgs, context as LedgerContext),
  })
  inspectionEvents(
    @Root() item: InspectionEventItem | CaughtUp,
    @Arg("after", () => String, {
      nullable: true,
      description: "A cursor that this feed gave out, for the same filter.",
    })
    _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => InspectionEventFilter, { nullable: true }) _filter: InspectionEventFilter | undefined,
  ): typeof InspectionFeedItem {
    return item;
  }
}

async function inspectionEvents(
  { after, from, filter }: FeedArgs,
  context: LedgerContext,
): Promise<AsyncIterable<object>> {
  needsToRead(context, "records");
  const unitId = filter?.unitId ?? null;
  const feed = await openFeed(context.log, {
    binding: ["inspectionEvents", unitId],
    after,
    fromBeginning: from === "BEGINNING",
    categories: ["inspection"],
  });
  return mapFeed(feed, (step) => toItem(step, unitId, context));
}

async function toItem(step: FeedStep, unitId: string | null, { reads }: LedgerContext): Promise<object | undefined> {
  const { cursor } = step;
  if ("caughtUp" in step) return Object.assign(new CaughtUp(), { cursor });
  const event = step.event as Recorded<InspectionEvent>;
  if (!(await reads.reached(event.position)))
    throw unavailable("This node is late in reading; resume with your last cursor.");
  const version = reads.inspections.get(event.data.inspectionId, event.position);
  if (!version) throw new Error("An inspection's event has left no inspection.");
  if (unitId !== null && !takesPart(unitId, version)) return undefined;
  const inspection = new InspectionType(version, reads.basisAt(event.position));
  return Object.assign(new InspectionEventItem(), { cursor, event: EventType.of(event), inspection });
}

const takesPart = (unitId: string, { detail: { content } }: InspectionVersion): boolean =>
  [content.lead, ...content.coordinators].some((body) => body.unitId === unitId);
