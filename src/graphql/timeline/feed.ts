import { Arg, createUnionType, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { AGGREGATE_CATEGORIES } from "../../commands/categories.js";
import { needsToRead, needsValidToken } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { type FeedArgs, type FeedItem, openFeed, type SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, type FeedStart, FeedStartEnum, Heartbeat } from "../shared/feedItems.js";
import { filterOf, TimelineFilterInput } from "./filter.js";
import { itemOf, TimelineItem } from "./items.js";
import { passingAs } from "./passing.js";
import { MAX_SUBJECTS, subjectsOf } from "./subjects.js";

@ObjectType({ description: "An event of the ledger, as a timeline shows it." })
class LedgerEventItem {
  @TextField(NOBODY, { description: "Resume with it: the feed goes on after this event." })
  readonly cursor!: string;
  @Field(() => TimelineItem)
  readonly item: TimelineItem;

  constructor(item: TimelineItem) {
    this.item = item;
  }
}

const LedgerFeedItem = createUnionType({
  name: "LedgerFeedItem",
  types: () => [LedgerEventItem, CaughtUp, Heartbeat] as const,
});

interface Args extends FeedArgs {
  readonly subjects?: readonly string[] | null;
  readonly filter?: TimelineFilterInput | null;
}

@Resolver()
export class LedgerFeedResolver {
  @Subscription(() => LedgerFeedItem, {
    description:
      "All that happens, after a cursor and then as it comes: each event once, in the ledger's order. With `subjects` " +
      "and `filter` it delivers what `timeline` would list as of each event.",
    subscribe: ({ args, context }: SubscribeInput<Args>) => ledgerEvents(args, context),
  })
  ledgerEvents(
    @Root() item: LedgerEventItem | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | undefined,
    @Arg("from", () => FeedStartEnum, { defaultValue: "NOW" }) _from: FeedStart,
    @Arg("subjects", () => [ID], {
      nullable: true,
      description: `Only what is about any of these: from 1 to ${MAX_SUBJECTS} global ids.`,
    })
    _subjects: string[] | undefined,
    @Arg("filter", () => TimelineFilterInput, { nullable: true }) _filter: TimelineFilterInput | undefined,
  ): typeof LedgerFeedItem {
    return item;
  }
}

function ledgerEvents(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  needsToRead(context, "records");
  const subjects = args.subjects ? subjectsOf(args.subjects) : null;
  const filter = filterOf(args.filter);
  return openFeed(context, args, {
    binding: ["ledgerEvents", subjects, filter],
    categories: AGGREGATE_CATEGORIES,
    admit: () => {
      needsToRead(context, "records");
      needsValidToken(context);
    },
    items: (page) => passing(page, subjects, filter, context.reads).map(itemAt),
  });
}

const itemAt = (item: TimelineItem): FeedItem => ({ position: item.position, item: new LedgerEventItem(item) });

/** What an event led to is told as of the event, so that it is the same whenever the feed is read. */
const passing = passingAs((row, reads) => itemOf(row, reads.basisAt(row.position)));
