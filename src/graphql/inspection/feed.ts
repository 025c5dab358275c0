import { Arg, createUnionType, Field, InputType, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { InspectionEvent } from "../../domain/inspection/inspection.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { InspectionVersion } from "../../projections/inspectionRow.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { CaughtUp, type FeedStart, FeedStartEnum } from "../shared/feedItems.js";
import { type FeedArgs, openRecordFeed, type RecordFeed } from "../shared/recordFeed.js";
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

interface Args extends FeedArgs {
  readonly filter?: { readonly unitId?: string | null } | null;
}

@Resolver()
export class InspectionFeedResolver {
  @Subscription(() => InspectionFeedItem, {
    description: "The events of inspections after a cursor, then those to come: each once, in the ledger's order.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: object }) =>
      inspectionEvents(args as unknown as Args, context as LedgerContext),
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

function inspectionEvents(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  const only = args.filter?.unitId ?? null;
  const item: RecordFeed["item"] = (event, reads, basis) => {
    const { inspectionId } = (event as Recorded<InspectionEvent>).data;
    const version = reads.inspections.get(inspectionId, event.position);
    if (!version) throw new Error("An inspection's event has left no inspection.");
    if (only !== null && !takesPart(only, version)) return undefined;
    const inspection = new InspectionType(version, basis);
    return Object.assign(new InspectionEventItem(), { event: EventType.of(event), inspection });
  };
  return openRecordFeed(args, { name: "inspectionEvents", category: "inspection", only, item }, context);
}

const takesPart = (unitId: string, { detail: { content } }: InspectionVersion): boolean =>
  [content.lead, ...content.coordinators].some((body) => body.unitId === unitId);
