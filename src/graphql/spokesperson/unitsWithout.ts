import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { UNIT_KINDS, type UnitKind } from "../../domain/unit/terms.js";
import { enumType } from "../derive/enums.js";
import { connectFound, type ConnectionOf, connectionType, ListArgs } from "../shared/connection.js";
import { basisOf } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { unitOf, UnitType } from "../unit/types.js";

const UnitWithoutSpokesperson = connectionType("UnitWithoutSpokesperson", () => UnitType);
const UnitKindEnum = enumType(UNIT_KINDS);

/** Who speaks for nobody is public, as the register of spokespersons is. */
@Resolver()
export class UnitsWithoutSpokespersonResolver {
  @Query(() => UnitWithoutSpokesperson, {
    description:
      "Units that are there on a day and have no valid, published spokesperson then, in order of name. Valid: the head or " +
      "the regular spokesperson, published by that day, neither suspended nor ended. An authorisation for one matter does " +
      "not count.",
  })
  async unitsWithoutSpokesperson(
    @Args(() => ListArgs) args: ListArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "The day of the basis when absent." })
    on: string | null | undefined,
    @Arg("kinds", () => [UnitKindEnum], { nullable: true, description: "All kinds when absent." })
    kinds: UnitKind[] | null | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<UnitType>> {
    const basis = await basisOf(context, args.asOf);
    const asked = { on: on ?? basis.today, kinds: kinds ?? null };
    return connectFound(
      args,
      basis,
      ["unitsWithoutSpokesperson", asked],
      (window) => context.reads.unitsWithoutSpokesperson.list(asked, { direction: "ASC", window, basis }),
      (known) => unitOf(context.reads, known, basis),
    );
  }
}
