import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { FIGURE_BOOKS } from "../../projections/readModel/figureBooks.js";
import { AsOf, basisOf } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { LooksFar } from "../shared/looksFar.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { FigureMeasureEnum } from "./entries.js";

/** For whoever is to show some period, and not one in which there is nothing. */
@Resolver()
export class LastFigureDayResolver {
  @Query(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "The latest day, up to the day of the basis, on which something counts in the figures, of whatever subject: which period " +
      "is the latest that has some. Null: nothing has counted yet.",
  })
  @LooksFar()
  async lastFigureDay(
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | null | undefined,
    @Arg("measures", () => [FigureMeasureEnum], { nullable: true, description: "All of them when absent." })
    measures: string[] | null | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<string | null> {
    const { position, today } = await basisOf(context, asOf);
    return context.reads.figures.lastDay(FIGURE_BOOKS, today, position, measures);
  }
}
