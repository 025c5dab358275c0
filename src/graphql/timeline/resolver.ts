import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type Bilingual, say } from "../../domain/kernel/words.js";
import { LEDGER_ORDERS, type LedgerOrder } from "../../projections/timeline/ledgerQueries.js";
import { enumType } from "../derive/enums.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf } from "../shared/asOf.js";
import { connect, type ConnectionOf, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import type { EventType } from "../shared/event.js";
import { badInput } from "../shared/faults.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { filterAt, filterOf, TimelineFilterInput } from "./filter.js";
import {
  Consequences,
  FOLLOWING_COST,
  itemOf,
  LedgerEventConnection,
  TimelineConnection,
  type TimelineItem,
} from "./items.js";
import { eventsOf } from "./recordEvents.js";
import { MAX_SUBJECTS, recordOf, subjectsOf, withOnes } from "./subjects.js";

const MAX_ID_CHARS = 100;

const WORDS_OF_ORDERS: Readonly<Record<LedgerOrder, Bilingual>> = {
  RECORDED: say("theo thời điểm ghi sổ", "as recorded"),
  OCCURRED: say("theo thời điểm diễn ra", "as it happened"),
};
const LedgerOrderEnum = enumType({
  name: "LedgerOrder",
  says: "RECORDED: as the ledger took it. OCCURRED: by when it happened, and then as the ledger took it.",
  values: LEDGER_ORDERS,
  words: WORDS_OF_ORDERS,
});

@Resolver()
export class TimelineResolver {
  @Query(() => TimelineConnection, {
    description:
      "All that happened with any of these records, units, agencies or persons, each event once. What belongs to a " +
      "record comes along: a decision's events with its case and its inspection.",
  })
  async timeline(
    @Arg("subjects", () => [ID], { description: `From 1 to ${MAX_SUBJECTS} global ids.` }) subjects: string[],
    @Arg("includeSuccessors", () => Boolean, {
      defaultValue: false,
      description:
        "Also of the units into which these were split. Those that were merged, and entries of one person, are one: " +
        "all of them come along in any case.",
    })
    includeSuccessors: boolean,
    @Arg("filter", () => TimelineFilterInput, { nullable: true }) filter: TimelineFilterInput | undefined,
    @Arg("order", () => LedgerOrderEnum, { defaultValue: "RECORDED" }) order: LedgerOrder,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<TimelineItem>> {
    needsToRead(context, "records");
    const named = subjectsOf(subjects);
    const wanted = filterOf(filter);
    const basis = await basisOf(context, args.asOf);
    const { reads } = context;
    const all = withOnes(named, reads, basis, includeSuccessors);
    const filterThen = filterAt(wanted, reads, basis);
    return connect(
      args,
      basis,
      ["timeline", named, includeSuccessors, wanted, direction, ...(order === "OCCURRED" ? [order] : [])],
      (window) =>
        order === "RECORDED"
          ? reads.timeline.list(all, filterThen, direction, window, basis.position)
          : reads.ledger.list({ ...filterThen, about: all }, order, direction, window, basis),
      (row) => itemOf(row, basis),
    );
  }

  @Query(() => TimelineConnection, {
    description:
      "All that the ledger holds, whatever it is about: by day, kind, actor, unit. Each event once; with the same `asOf` " +
      "no page leaves out or repeats one.",
  })
  async ledgerTimeline(
    @Arg("filter", () => TimelineFilterInput, { nullable: true }) filter: TimelineFilterInput | undefined,
    @Arg("order", () => LedgerOrderEnum, { defaultValue: "RECORDED" }) order: LedgerOrder,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<TimelineItem>> {
    needsToRead(context, "records");
    const wanted = filterOf(filter);
    const basis = await basisOf(context, args.asOf);
    return connect(
      args,
      basis,
      ["ledgerTimeline", wanted, order, direction],
      (window) => context.reads.ledger.list(filterAt(wanted, context.reads, basis), order, direction, window, basis),
      (row) => itemOf(row, basis),
    );
  }

  @Query(() => Consequences, {
    description:
      "What a command led to, directly and in turn: by the causes that later commands named (`causedBy`), and, where " +
      "nobody named one, by how their records are linked; each says which. Nothing comes of a command that is not there.",
    complexity: FOLLOWING_COST,
  })
  async consequences(
    @Arg("commandId", () => ID, { description: "As every event tells it." }) commandId: string,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<Consequences> {
    needsToRead(context, "records");
    if (commandId.length > MAX_ID_CHARS) throw badInput(`A commandId has at most ${MAX_ID_CHARS} characters.`);
    // One spelling of a UUID, as commands are taken in.
    return new Consequences(commandId.toLowerCase(), await basisOf(context, asOf));
  }

  @Query(() => LedgerEventConnection, {
    description: "The events of one record, by its global id, in order of revision: what it is folded from.",
  })
  async recordEvents(
    @Arg("id", () => ID) id: string,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<EventType>> {
    needsToRead(context, "records");
    return eventsOf(context.reads, recordOf(id), direction, args, await basisOf(context, args.asOf));
  }
}
