import { Arg, createUnionType, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { LAID_FIGURE, type LaidFigure, type Oversight } from "../../domain/oversight/oversight.js";
import { positionIn } from "../../eventstore/positionText.js";
import type { FigureBook } from "../../projections/figures/book.js";
import { bookOf, questionOf } from "../../projections/readModel/laidFigures.js";
import { type Basis, onDay } from "../../projections/table/basis.js";
import type { Version } from "../../projections/table/recordTable.js";
import { shownPart, type Shows } from "../derive/shownFields.js";
import type { OneFigure } from "../figures/evidence.js";
import { KINDS } from "../figures/kinds.js";
import { MOVEMENT_COST, TABLE_COST } from "../figures/question.js";
import type { LedgerContext } from "../shared/context.js";
import { LooksFar } from "../shared/looksFar.js";
import { oversightApi } from "./api.js";

const Figure = createUnionType({
  name: "Figure",
  description: "A figure of any measure, which opens to its entries.",
  types: () => [KINDS.COUNT.Figure, KINDS.MONEY.Figure] as never,
});
const Movement = createUnionType({
  name: "FigureMoved",
  description: "A figure of any measure at two points, and why it moved.",
  types: () => [KINDS.COUNT.Movement, KINDS.MONEY.Movement, KINDS.DISTINCT.Movement] as never,
});

type Shown = Shows<typeof LAID_FIGURE.fields>;

/** What a figure that was laid before a committee opens to: the entries of then, today's value, why it moved. */
@Resolver(() => shownPart(LAID_FIGURE))
export class LaidFigureResolver {
  @FieldResolver(() => Figure, {
    description: "As it was laid, with the entries that made it then: for ever.",
    complexity: TABLE_COST,
  })
  @LooksFar()
  asLaid(@Root() { shown }: Shown, @Ctx() context: LedgerContext): object {
    const { laid, then } = laidIn(shown, context);
    return figureAt(laid, then, context);
  }

  @FieldResolver(() => Figure, {
    description: "The same question at the answer's basis: today's value, with its entries.",
    complexity: TABLE_COST,
  })
  @LooksFar()
  today(@Root() { shown }: Shown, @Ctx() context: LedgerContext): object {
    return figureAt(laidIn(shown, context).laid, shown.basis, context);
  }

  @FieldResolver(() => Movement, { description: "From then to now, by cause.", complexity: MOVEMENT_COST })
  @LooksFar()
  movement(@Root() { shown }: Shown, @Ctx() context: LedgerContext): object {
    const { laid, then } = laidIn(shown, context);
    const figure = asked(laid, shown.basis, context);
    const { book, measure, question } = figure;
    const [line] = context.reads.figures.of(book).movement(question, 1, then.position, shown.basis.position);
    const moved = line?.figures.get(measure) ?? { before: 0n, after: 0n, causes: new Map() };
    return new KINDS[book.measure(measure).kind].Movement(moved, { figure, between: { from: then, to: shown.basis } });
  }
}

interface ShownOversight {
  readonly version: Version<Oversight>;
  readonly basis: Basis;
}

/** One of the figures alone, so that all its entries can be read without those of the others. */
@Resolver(() => oversightApi.type)
export class OneLaidFigureResolver {
  @FieldResolver(() => shownPart(LAID_FIGURE), {
    nullable: true,
    description: "One of its figures. Null where no such figure is laid, or not any more.",
  })
  figure(@Root() { version, basis }: ShownOversight, @Arg("figureId", () => ID) figureId: string): object | null {
    const state = version.state.figures.find((one) => one.figureId === figureId);
    return state ? new (shownPart(LAID_FIGURE))({ state, basis }) : null;
  }
}

function laidIn(
  { state: laid }: Shown["shown"],
  { reads }: LedgerContext,
): { readonly laid: LaidFigure; readonly then: Basis } {
  const position = positionIn(laid.position);
  if (position === undefined) throw new Error("A figure was laid at no position.");
  return { laid, then: onDay(reads.basisAt(position), laid.on) };
}

function asked(laid: LaidFigure, basis: Basis, { reads }: LedgerContext): OneFigure {
  const book: FigureBook | undefined = bookOf(laid.measure);
  const question = book && questionOf(book, laid, reads, basis);
  if (!question) throw new Error(`The figure ${laid.measure} is no more.`);
  return { book, measure: laid.measure, question, basis };
}

function figureAt(laid: LaidFigure, basis: Basis, context: LedgerContext): object {
  const figure = asked(laid, basis, context);
  const { book, measure, question } = figure;
  const [line] = context.reads.figures.of(book).lines(question, 1, basis.position);
  return new KINDS[book.measure(measure).kind].Figure(line?.figures.get(measure) ?? 0n, figure);
}
