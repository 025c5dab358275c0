import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { AGGREGATE_CATEGORIES } from "../../commands/categories.js";
import { CATEGORIES_WITH_PUBLIC, typesPublic } from "../../domain/histories.js";
import { NOBODY, RECORD_KINDS } from "../../domain/kernel/fields.js";
import { TIMELINE_KINDS } from "../../domain/kernel/history.js";
import { MAX_SCOPE_UNITS } from "../../domain/kernel/scopes.js";
import { nameOn } from "../../domain/kernel/time.js";
import type { FeedPage } from "../../projections/readModel/feedPages.js";
import { NOW } from "../../projections/table/temporal.js";
import type { EventRow } from "../../projections/timeline/eventIndex.js";
import type { Subject } from "../../projections/timeline/eventSubjects.js";
import { TermField, TermsField } from "../derive/enums.js";
import { TextField } from "../derive/shown.js";
import { needsToBeTold, needsValidToken } from "../shared/access.js";
import { type LedgerContext, todayOf } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { type FeedArgs, openFeed, type SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, type FeedStart, FeedStartEnum, Heartbeat } from "../shared/feedItems.js";
import { globalId, GraphQLDateTime, PositionScalar, UnitId } from "../shared/scalars.js";
import { filterOf } from "./filter.js";
import { passingAs } from "./passing.js";
import { kindOfStream, summaryOf, type TimelineKind } from "./summaries.js";

type Reads = LedgerContext["reads"];

@InputType({ description: "Narrows what is told; what the caller may not be told it does not bring." })
class NoticeFilter {
  @TermsField(TIMELINE_KINDS, { nullable: true })
  kinds?: TimelineKind[] | null;
  @Field(() => [String], { nullable: true, description: "Only events of these types." })
  types?: string[] | null;
  @Field(() => [UnitId], {
    nullable: true,
    description: "Only what is about one of these units, or about one that these have succeeded by today.",
  })
  unitIds?: string[] | null;
}

@ObjectType({ description: "A unit under its name on the day of the notice." })
class NoticeUnit {
  @Field(() => ID)
  readonly id: string;
  @TextField(NOBODY)
  readonly name: string;

  constructor(id: string, name: string) {
    this.id = globalId("Unit", id);
    this.name = name;
  }
}

@ObjectType({
  description:
    "That something happened, as anybody may be told: it names no person, and nothing in it leads to the record. Whoever " +
    "may read that asks for it by `recordIds`.",
})
class Notice {
  @TextField(NOBODY, { description: "Resume with it: the feed goes on after this event." })
  readonly cursor!: string;

  constructor(private readonly row: EventRow) {}

  @Field(() => PositionScalar)
  get position(): number {
    return this.row.position;
  }

  @Field(() => GraphQLDateTime, { description: "When it happened." })
  get occurredAt(): Date {
    return new Date(this.row.occurred_at);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger took it." })
  get recordedAt(): Date {
    return new Date(this.row.recorded_at);
  }

  @TermField(TIMELINE_KINDS)
  get kind(): TimelineKind {
    return kindOfStream(this.row.stream);
  }

  @TextField(NOBODY, { description: "The event's type, e.g. `InspectionAnnounced`. New types may come." })
  get type(): string {
    return this.row.type;
  }

  @TextField(NOBODY, { description: "What happened, in English. It names no person." })
  get summary(): string {
    return summaryOf(this.row).en;
  }

  @TextField(NOBODY, { description: "What happened, in Vietnamese. It names no person." })
  get summaryVi(): string {
    return summaryOf(this.row).vi;
  }

  @TextField(NOBODY, {
    nullable: true,
    description: "The number of the decision that it is about: to inspect, or to sanction. Null where there is none.",
  })
  decisionNumber(@Ctx() { reads }: LedgerContext): string | null {
    const { stream, position } = this.row;
    const id = stream.slice(stream.indexOf("-") + 1);
    if (this.kind === "SANCTION") return reads.sanctions.get(id, position)?.state.number.text ?? null;
    return this.kind === "INSPECTION" ? (reads.inspections.get(id, position)?.state.decisionNumber ?? null) : null;
  }

  @Field(() => [ID], { description: "The records to which it happened, by their global ids." })
  recordIds(@Ctx() { reads }: LedgerContext): string[] {
    return this.about(reads).flatMap(({ kind, ref, own }) => {
      const record = RECORD_KINDS.find((one) => one === kind);
      return own === 1 && record ? globalId(record, ref) : [];
    });
  }

  @Field(() => [NoticeUnit], { description: "The units that it is about: hosts, who leads or takes part, issuers." })
  units(@Ctx() { reads }: LedgerContext): NoticeUnit[] {
    const { position, today } = reads.basisAt(this.row.position);
    return this.about(reads).flatMap(({ kind, ref }) => {
      const names = kind === "Unit" ? reads.units.get(ref, position)?.state.names : undefined;
      return names ? new NoticeUnit(ref, nameOn(names, today)) : [];
    });
  }

  private about(reads: Reads): ReturnType<Reads["timeline"]["subjectsAt"]> {
    return reads.timeline.subjectsAt(this.row.position);
  }
}

const NoticeFeedItem = createUnionType({
  name: "NoticeFeedItem",
  types: () => [Notice, CaughtUp, Heartbeat] as const,
});

interface Args extends FeedArgs {
  readonly filter?: NoticeFilter | null;
}

@Resolver()
export class NoticeFeedResolver {
  @Subscription(() => NoticeFeedItem, {
    description:
      "What happens, after a cursor and then as it comes: each event once, in the ledger's order, without persons' names. " +
      "For a SUBSCRIBER, what the scopes of its token let through; else for whoever may read the records. What is not told moves " +
      "the cursor on.",
    subscribe: ({ args, context }: SubscribeInput<Args>) => notices(args, context),
  })
  notices(
    @Root() item: Notice | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => NoticeFilter, { nullable: true }) _filter: NoticeFilter | undefined,
  ): typeof NoticeFeedItem {
    return item;
  }

  @Subscription(() => NoticeFeedItem, {
    description:
      "For everybody, without a token: what is public by law. Inspections announced, concluded, and their conclusions made " +
      "public (Law on Inspection); sanctions made public (Law on Handling Administrative Violations, Article 72); and what " +
      "later corrects or takes back what was told so. Without persons' names.",
    subscribe: ({ args, context }: SubscribeInput<Args>) => publicEvents(args, context),
  })
  publicEvents(
    @Root() item: Notice | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("filter", () => NoticeFilter, { nullable: true }) _filter: NoticeFilter | undefined,
  ): typeof NoticeFeedItem {
    return item;
  }
}

const rowsOf = passingAs((row) => row);

function notices(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  const asked = askedBy(args.filter);
  return openFeed(context, args, {
    binding: ["notices", asked],
    categories: AGGREGATE_CATEGORIES,
    admit: () => {
      needsToBeTold(context);
      needsValidToken(context);
    },
    items(page) {
      const scopes = needsToBeTold(context);
      const types = scopes ? among(asked.types, filterOf({ kinds: [...scopes.subjects] }).types) : asked.types;
      return told(page, types, [asked.unitIds, scopes?.unitIds ?? null], context);
    },
  });
}

const BY_LAW = typesPublic("BY_LAW");
const ONCE_TOLD = typesPublic("ONCE_TOLD");

function publicEvents(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  const asked = askedBy(args.filter);
  const types = among(asked.types, [...BY_LAW, ...ONCE_TOLD]);
  return openFeed(context, args, {
    binding: ["publicEvents", asked],
    categories: CATEGORIES_WITH_PUBLIC,
    admit: () => needsValidToken(context),
    items: (page) => told(page, types, [asked.unitIds], context, (row) => isPublic(row, context.reads)),
  });
}

/** Of a record of which nothing was public, nothing is taken back before everybody either. */
function isPublic({ type, position }: EventRow, { timeline }: Reads): boolean {
  if (!ONCE_TOLD.includes(type)) return true;
  return timeline.subjectsAt(position).some((one) => one.own === 1 && timeline.hasEvent(one, BY_LAW, position));
}

interface Asked {
  readonly types: readonly string[] | null;
  readonly unitIds: readonly string[] | null;
}

function askedBy(filter: NoticeFilter | null | undefined): Asked {
  const { kinds = null, types = null, unitIds } = filter ?? {};
  if (unitIds && unitIds.length > MAX_SCOPE_UNITS) throw badInput(`At most ${MAX_SCOPE_UNITS} units at once.`);
  return { types: filterOf({ kinds, types }).types ?? null, unitIds: unitIds ? [...new Set(unitIds)].sort() : null };
}

/** What is in both; null is all. */
function among(
  one: readonly string[] | null | undefined,
  other: readonly string[] | null | undefined,
): readonly string[] | null {
  return one && other ? one.filter((each) => other.includes(each)) : (one ?? other ?? null);
}

/** @param units each a list of units, of which an event must be about one; null: whatever it is about */
function told(
  page: FeedPage,
  types: readonly string[] | null,
  units: readonly (readonly string[] | null)[],
  context: LedgerContext,
  keeps: (row: EventRow) => boolean = () => true,
) {
  const unitIds = units.map((ids) => ids && withPredecessors(ids, context)).reduce(among, null);
  const subjects = unitIds && unitIds.map((ref): Subject => ({ kind: "Unit", ref }));
  const rows = rowsOf(page, subjects, { types }, context.reads);
  return rows.filter(keeps).map((row) => ({ position: row.position, item: new Notice(row) }));
}

/** Who follows a unit is told of what it has succeeded: as its clerks keep those records, by today. */
const withPredecessors = (ids: readonly string[], context: LedgerContext): readonly string[] => {
  const today = todayOf(context);
  return [...new Set(ids.flatMap((id) => context.reads.units.withPredecessors(id, NOW, today)))].sort();
};
