import { Arg, Args, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import type { Term } from "../../domain/kernel/deadline.js";
import { DUTY_KEYS, type DutyKey } from "../../domain/law/duties.js";
import type { DutyRule } from "../../domain/law/lawBook.js";
import { UNIT_KINDS, type UnitKind } from "../../domain/unit/terms.js";
import { enumType } from "../derive/enums.js";
import { TextField } from "../derive/shown.js";
import { connect, connectionType, type ConnectionOf, PageArgs } from "../shared/connection.js";
import { type LedgerContext, nowOf } from "../shared/context.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { stretchOf } from "./paging.js";
import { BilingualType, LawRowType, TermType } from "./types.js";

export const DutyKeyEnum = enumType(DUTY_KEYS);

@ObjectType("DutyRule", {
  implements: LawRowType,
  description: "In what time a unit owes something to the press or to a citizen; of a periodic duty, how often.",
})
export class DutyRuleType extends LawRowType implements DutyRule {
  @Field(() => DutyKeyEnum)
  key!: DutyKey;
  @TextField(NOBODY)
  instrument!: string;
  @Field(() => BilingualType, { description: "What must be done in it, and from when it runs." })
  what!: DutyRule["what"];
  @Field(() => TermType)
  term!: Term;
  @Field(() => [enumType(UNIT_KINDS)], { description: "The kinds of units for which it holds." })
  unitKinds!: readonly UnitKind[];
}

const DutyRuleConnection = connectionType("DutyRule", () => DutyRuleType);

/** Public, as all law. */
@Resolver()
export class DutyRuleResolver {
  @Query(() => DutyRuleConnection, {
    description: "What units owe the press and citizens on a day, and in what time; without a day all versions.",
  })
  dutyRules(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: string | null | undefined,
    @Ctx() context: LedgerContext,
  ): ConnectionOf<DutyRule> {
    const basis = context.reads.basisNow(nowOf(context));
    const rows = context.law.duties(on ?? undefined);
    const binding = ["dutyRules", on ?? null];
    return connect(
      args,
      basis,
      binding,
      (window) => stretchOf(rows, ({ key }) => key, window),
      (row: DutyRule) => row,
    );
  }
}
