import { Arg, createUnionType, Ctx, Field, Int, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { FigureDimension, FigureLine, FigureQuestion } from "../../projections/visitFigureTerms.js";
import { needsToRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import type { SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, Heartbeat } from "../shared/feedItems.js";
import { type MovedBy, MOVED_BY, openFigureFeed } from "../shared/figureFeed.js";
import { checkQuestion, countedAs, Period, TABLE_COST, type UnitBasis, UnitBasisEnum } from "../shared/figures.js";
import { inOrderOfNames } from "../shared/lineOrder.js";
import { FigureDimensionEnum, VisitFigureFilter } from "./resolver.js";
import { VisitFigureTable } from "./types.js";

@ObjectType({ description: "Figures of visits as they stand now: the first value, or one that differs from the last." })
class VisitFigureChange {
  @Field(() => String, { description: "Resume with it: the feed goes on with the next change." })
  readonly cursor!: string;
  @Field(() => VisitFigureTable)
  readonly table: VisitFigureTable;

  constructor(
    table: VisitFigureTable,
    private readonly moved: MovedBy,
  ) {
    this.table = table;
  }

  @Field(() => [EventType], { nullable: true, description: MOVED_BY })
  movedBy(@Arg("first", () => Int, { defaultValue: 20 }) first: number, @Ctx() context: LedgerContext): EventType[] {
    return this.moved(first, context);
  }
}

const VisitFigureFeedItem = createUnionType({
  name: "VisitFigureFeedItem",
  types: () => [VisitFigureChange, CaughtUp, Heartbeat] as const,
});

interface Args {
  readonly after?: string | null;
  readonly period: Period;
  readonly groupBy: readonly FigureDimension[];
  readonly filter?: VisitFigureFilter | null;
  readonly unitBasis: UnitBasis;
}

@Resolver()
export class VisitFigureFeedResolver {
  @Subscription(() => VisitFigureFeedItem, {
    description:
      "A live figure: the table that `visitFigures` answers with, then each time that it changes. Changes that come in " +
      "together are told together.",
    complexity: TABLE_COST,
    subscribe: ({ args, context }: SubscribeInput<Args>) => visitFigureChanges(args, context),
  })
  visitFigureChanges(
    @Root() item: VisitFigureChange | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | undefined,
    @Arg("period", () => Period) _period: Period,
    @Arg("groupBy", () => [FigureDimensionEnum], { defaultValue: [] }) _groupBy: FigureDimension[],
    @Arg("filter", () => VisitFigureFilter, { nullable: true }) _filter: VisitFigureFilter | undefined,
    @Arg("unitBasis", () => UnitBasisEnum, { defaultValue: "AS_RECORDED" }) _unitBasis: UnitBasis,
  ): typeof VisitFigureFeedItem {
    return item;
  }
}

function visitFigureChanges(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  const { after, period, groupBy, filter, unitBasis } = args;
  checkQuestion(period, groupBy, filter ?? undefined);
  const { from, to } = period;
  return openFigureFeed<FigureQuestion, FigureLine>(context, after, {
    binding: ["visitFigureChanges", period, groupBy, filter ?? null, unitBasis],
    // Reporters too: whoever was entered twice is one person after a merger.
    categories: ["visit", "reporter"],
    bySuccessor: unitBasis === "AS_SUCCESSOR",
    // As of the table itself: which reporter went where is for those who work with the records.
    admit: () => {
      if (groupBy.includes("REPORTER") || filter?.reporterIds) needsToRead(context, "records");
    },
    questionAt: (basis) => ({ from, to, groupBy, ...filter, countedAs: countedAs(context, unitBasis, basis) }),
    figures: context.reads.figures,
    item: (question, lines, basis, moved) => {
      const inOrder = inOrderOfNames(lines, groupBy, context, basis);
      return new VisitFigureChange(new VisitFigureTable(question, inOrder, basis), moved);
    },
  });
}
