import { type Bilingual, capital } from "../../domain/kernel/words.js";
import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { enumType } from "../derive/enums.js";
import { TextField } from "../derive/shown.js";
import { Called } from "../derive/words.js";
import { FIGURE_BOOKS } from "../../projections/readModel/figureBooks.js";
import type { FigureBook } from "../../projections/figures/book.js";
import { DIMENSIONS, type LineDimension } from "../../projections/figures/dimensions.js";
import { AsOf, basisOf } from "../shared/asOf.js";
import { betweenOf } from "../shared/between.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import type { SubscribeInput } from "../shared/feed.js";
import { AFTER, CaughtUp, Heartbeat } from "../shared/feedItems.js";
import { SHOWN } from "./dimensions.js";
import { headOf } from "./fields.js";
import { inOrderOfNames } from "./lineOrder.js";
import { type MovedBy, MOVED_BY, openFigureFeed } from "./liveFigure.js";
import {
  admitQuestion,
  type Asked,
  type FigureFilter,
  linesOf,
  MOVEMENT_COST,
  questionsBeside,
  COMPARISON_COST,
  asMany,
  questionAt,
  TABLE_COST,
  type UnitBasis,
  UnitBasisEnum,
} from "./question.js";
import { Period } from "./period.js";
import { type ComparedLine, compared } from "../../projections/figures/comparison.js";
import { isTimePart } from "../../projections/figures/periods.js";
import type { FigureQuestion } from "../../projections/figures/question.js";
import type { FigureLine } from "../../projections/figures/sums.js";
import type { Basis } from "../../projections/table/basis.js";
import { LooksFar } from "../shared/looksFar.js";
import { comparisonTableType, movementTableType, tableType, type ThreePeriods, TIME_FIELDS } from "./rows.js";

/** The arguments by which every table of a book is asked for. */
function argumentsType(prefix: string, book: FigureBook): ClassType<Asked> {
  const words = (one: LineDimension): Bilingual =>
    isTimePart(one) ? TIME_FIELDS[one].words : headOf(one, DIMENSIONS[one]);
  const Dimension = enumType<string>({
    name: `${prefix}FigureDimension`,
    says: "By what the lines of a table differ.",
    values: book.lineDimensions,
    words: Object.fromEntries(book.lineDimensions.map((one) => [one, words(one)])),
  });

  @InputType(`${prefix}FigureFilter`, {
    description: "Only entries with one of the values; those that have none are left out.",
  })
  class Filter {}
  for (const dimension of book.dimensions) {
    const { filter, filterType } = SHOWN[dimension];
    Field(() => [filterType()], { nullable: true })(Filter.prototype, filter);
    Called(headOf(dimension, DIMENSIONS[dimension]))(Filter.prototype, filter);
  }

  @ArgsType()
  class TableArguments implements Asked {
    @Field(() => Period)
    period!: Period;
    @Field(() => [Dimension], { defaultValue: [] })
    groupBy!: LineDimension[];
    @Field(() => Filter, { nullable: true })
    filter?: FigureFilter;
    @Field(() => UnitBasisEnum, { defaultValue: "AS_RECORDED" })
    unitBasis!: UnitBasis;
  }
  return TableArguments;
}

const TABLES = new Map<FigureBook, ReturnType<typeof tableType>>();

/** The type of a book's tables, for whoever shows one beside other things. */
export function tableTypeOf(book: FigureBook): ReturnType<typeof tableType> {
  const type = TABLES.get(book);
  if (!type) throw new Error(`The book ${book.name} has no table.`);
  return type;
}

/** A table of a book at a basis. @throws as `admitQuestion` */
export function tableAt(context: LedgerContext, book: FigureBook, asked: Asked, basis: Basis): object {
  admitQuestion(context, book, asked);
  const question = questionAt(context, book, asked, basis);
  const lines = linesOf((limit) => context.reads.figures.of(book).lines(question, limit, basis.position));
  return new (tableTypeOf(book))(question, inOrderOfNames(lines, asked.groupBy, context, basis), basis);
}

/** The questions that every book of figures answers: a table at one point, at two points, and as it changes. */
function resolversOf(book: FigureBook): [ClassType<object>, ClassType<object>] {
  const prefix = capital(book.name);
  const of = book.of.en;
  const Arguments = argumentsType(prefix, book);
  const Table = tableType(prefix, book);
  TABLES.set(book, Table);
  const MovementTable = movementTableType(prefix, book);
  const ComparisonTable = comparisonTableType(prefix, book);

  @Resolver()
  class FigureResolver {
    @Query(() => Table, {
      name: `${book.name}Figures`,
      description: `Figures of ${of} in a period, as they stood at a moment. Every figure opens down to its events.`,
      complexity: TABLE_COST,
    })
    async table(
      @Args(() => Arguments) asked: Asked,
      @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
      @Ctx() context: LedgerContext,
    ): Promise<object> {
      admitQuestion(context, book, asked);
      return tableAt(context, book, asked, await basisOf(context, asOf));
    }

    @Query(() => ComparisonTable, {
      name: `${book.name}FigureComparison`,
      description:
        `Figures of ${of} in a period beside the period before, and the same a year before: with the differences, and the ` +
        "shares of the whole. Every figure opens to its entries, every difference to those of both periods. With AS_SUCCESSOR " +
        "all are counted under the successors as of the basis.",
      complexity: COMPARISON_COST,
    })
    @LooksFar()
    async comparison(
      @Args(() => Arguments) asked: Asked,
      @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
      @Ctx() context: LedgerContext,
    ): Promise<object> {
      admitQuestion(context, book, asked);
      const basis = await basisOf(context, asOf);
      const { periods, lines } = besidesEachOther(context, book, asked, basis);
      return new ComparisonTable(periods, inOrderOfNames(lines, asked.groupBy, context, basis), basis);
    }

    @Query(() => MovementTable, {
      name: `${book.name}FigureMovement`,
      description:
        `Figures of ${of} in a period at two points of the ledger, and why they moved: what came in between, by ` +
        "cause. With AS_SUCCESSOR both points are counted under the successors as of `to`.",
      complexity: MOVEMENT_COST,
    })
    async movement(
      @Args(() => Arguments) asked: Asked,
      @Arg("from", () => AsOf) from: AsOf,
      @Arg("to", () => AsOf, { nullable: true, description: "Now, if it is not given." }) to: AsOf | undefined,
      @Ctx() context: LedgerContext,
    ): Promise<object> {
      admitQuestion(context, book, asked);
      const between = await betweenOf(context, from, to);
      const question = questionAt(context, book, asked, between.to);
      const [since, at] = [between.from.position, between.to.position];
      const lines = linesOf((limit) => context.reads.figures.of(book).movement(question, limit, since, at));
      return new MovementTable(question, inOrderOfNames(lines, asked.groupBy, context, between.to), between);
    }
  }
  return [FigureResolver, feedResolverOf(prefix, book, Arguments, Table)];
}

/** The lines of three periods, one pass over the columns for each. */
function besidesEachOther(
  context: LedgerContext,
  book: FigureBook,
  asked: Asked,
  basis: Basis,
): { readonly periods: ThreePeriods; readonly lines: readonly ComparedLine[] } {
  const now = questionAt(context, book, asked, basis);
  const { before, yearBefore } = questionsBeside(context, asked, now);
  const read = (question: FigureQuestion): readonly FigureLine[] =>
    linesOf((limit) => context.reads.figures.of(book).lines(question, limit, basis.position));
  const beside = [before, yearBefore].map((one) => ({ ...one, lines: read(one.question) }));
  const periods = { now, before: before.question, yearBefore: yearBefore.question };
  return { periods, lines: asMany(compared(book, now, read(now), beside)) };
}

type FeedArguments = Asked & { readonly after?: string | null };

function feedResolverOf(
  prefix: string,
  book: FigureBook,
  Arguments: ClassType<Asked>,
  Table: ReturnType<typeof tableType>,
): ClassType<object> {
  @ObjectType(`${prefix}FigureChange`, {
    description: `Figures of ${book.of.en} as they stand now: the first value, or one that differs from the last.`,
  })
  class FigureChange {
    @TextField(NOBODY, { description: "Resume with it: the feed goes on with the next change." })
    readonly cursor!: string;
    @Field(() => Table)
    readonly table: object;

    constructor(
      table: object,
      private readonly moved: MovedBy,
    ) {
      this.table = table;
    }

    @Field(() => [EventType], { nullable: true, description: MOVED_BY })
    movedBy(
      @Arg("first", () => Int, { defaultValue: 20 }) first: number,
      @Ctx() context: LedgerContext,
    ): Promise<EventType[]> {
      return this.moved(first, context);
    }
  }

  const FigureFeedItem = createUnionType({
    name: `${prefix}FigureFeedItem`,
    types: () => [FigureChange, CaughtUp, Heartbeat] as const,
  });

  const changes = (asked: FeedArguments, context: LedgerContext): Promise<AsyncIterable<object>> =>
    openFigureFeed(context, asked.after, {
      book,
      asked,
      item: (question, lines, basis, moved) => {
        const inOrder = inOrderOfNames(lines, question.groupBy, context, basis);
        return new FigureChange(new Table(question, inOrder, basis), moved);
      },
    });

  @Resolver()
  class FigureFeedResolver {
    @Subscription(() => FigureFeedItem, {
      name: `${book.name}FigureChanges`,
      description:
        `A live figure: the table that \`${book.name}Figures\` answers with, then each time that it changes. Changes ` +
        "that come in together are told together.",
      complexity: TABLE_COST,
      subscribe: ({ args, context }: SubscribeInput<FeedArguments>) => changes(args, context),
    })
    changes(
      @Root() item: FigureChange | CaughtUp | Heartbeat,
      @Args(() => Arguments) _asked: Asked,
      @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | undefined,
    ): typeof FigureFeedItem {
      return item;
    }
  }
  return FigureFeedResolver;
}

/** Of each book the same. */
export const FIGURE_RESOLVERS: readonly ClassType<object>[] = FIGURE_BOOKS.flatMap(resolversOf);
