import { Arg, createUnionType, Ctx, Field, Int, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type {
  EnforcementDimension,
  EnforcementLine,
  EnforcementQuestion,
} from "../../projections/enforcementFigureQueries.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import type { SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, Heartbeat } from "../shared/feedItems.js";
import { type MovedBy, MOVED_BY, openFigureFeed } from "../shared/figureFeed.js";
import { checkQuestion, countedAs, Period, TABLE_COST, type UnitBasis, UnitBasisEnum } from "../shared/figures.js";
import { inOrderOfNames } from "../shared/lineOrder.js";
import { EnforcementDimensionEnum, EnforcementFigureFilter } from "./resolver.js";
import { EnforcementFigureTable } from "./table.js";

@ObjectType({
  description: "Figures of enforcement as they stand now: the first value, or one that differs from the last.",
})
class EnforcementFigureChange {
  @Field(() => String, { description: "Resume with it: the feed goes on with the next change." })
  readonly cursor!: string;
  @Field(() => EnforcementFigureTable)
  readonly table: EnforcementFigureTable;

  constructor(
    table: EnforcementFigureTable,
    private readonly moved: MovedBy,
  ) {
    this.table = table;
  }

  @Field(() => [EventType], { nullable: true, description: MOVED_BY })
  movedBy(@Arg("first", () => Int, { defaultValue: 20 }) first: number, @Ctx() context: LedgerContext): EventType[] {
    return this.moved(first, context);
  }
}

const EnforcementFigureFeedItem = createUnionType({
  name: "EnforcementFigureFeedItem",
  types: () => [EnforcementFigureChange, CaughtUp, Heartbeat] as const,
});

interface Args {
  readonly after?: string | null;
  readonly period: Period;
  readonly groupBy: readonly EnforcementDimension[];
  readonly filter?: EnforcementFigureFilter | null;
  readonly unitBasis: UnitBasis;
}

@Resolver()
export class EnforcementFigureFeedResolver {
  @Subscription(() => EnforcementFigureFeedItem, {
    description:
      "A live figure: the table that `enforcementFigures` answers with, then each time that it changes. Changes that " +
      "come in together are told together.",
    complexity: TABLE_COST,
    subscribe: ({ args, context }: SubscribeInput<Args>) => enforcementFigureChanges(args, context),
  })
  enforcementFigureChanges(
    @Root() item: EnforcementFigureChange | CaughtUp | Heartbeat,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | undefined,
    @Arg("period", () => Period) _period: Period,
    @Arg("groupBy", () => [EnforcementDimensionEnum], { defaultValue: [] }) _groupBy: EnforcementDimension[],
    @Arg("filter", () => EnforcementFigureFilter, { nullable: true }) _filter: EnforcementFigureFilter | undefined,
    @Arg("unitBasis", () => UnitBasisEnum, { defaultValue: "AS_RECORDED" }) _unitBasis: UnitBasis,
  ): typeof EnforcementFigureFeedItem {
    return item;
  }
}

function enforcementFigureChanges(args: Args, context: LedgerContext): Promise<AsyncIterable<object>> {
  const { after, period, groupBy, filter, unitBasis } = args;
  checkQuestion(period, groupBy, filter ?? undefined);
  const { from, to } = period;
  return openFigureFeed<EnforcementQuestion, EnforcementLine>(context, after, {
    binding: ["enforcementFigureChanges", period, groupBy, filter ?? null, unitBasis],
    categories: ["inspection", "violationCase", "sanction", "seizure"],
    bySuccessor: unitBasis === "AS_SUCCESSOR",
    admit: () => undefined,
    questionAt: (basis) => ({ from, to, groupBy, ...filter, countedAs: countedAs(context, unitBasis, basis) }),
    figures: context.reads.enforcementFigures,
    item: (question, lines, basis, moved) => {
      const inOrder = inOrderOfNames(lines, groupBy, context, basis);
      return new EnforcementFigureChange(new EnforcementFigureTable(question, inOrder, basis), moved);
    },
  });
}
