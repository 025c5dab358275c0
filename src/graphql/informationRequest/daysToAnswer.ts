import { Arg, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "type-graphql";
import { type AnswerInDays, answersInDays, medianOf } from "../../projections/informationRequest/daysToAnswer.js";
import type { Basis } from "../../projections/table/basis.js";
import { Period, periodOf } from "../figures/period.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, BasisType } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { LooksFar } from "../shared/looksFar.js";
import { GraphQLLocalDate, ID_SCALARS } from "../shared/scalars.js";
import { informationRequestApi } from "./api.js";
import { LOOKING_COST } from "./askedBefore.js";

const MOST_SHOWN = 100;

@ObjectType("AnswerInDays", { description: "An answer in whole, or a refusal, of a request for information." })
class AnswerInDaysType {
  constructor(
    private readonly answer: AnswerInDays,
    private readonly basis: Basis,
  ) {}

  @Field(() => informationRequestApi.type)
  request(@Ctx() { reads }: LedgerContext): object | null {
    return informationRequestApi.of(reads, this.answer.request, this.basis);
  }

  @Field(() => GraphQLLocalDate, { description: "The day on which it was given." })
  get on(): string {
    return this.answer.on;
  }

  @Field(() => Int, {
    description:
      "Working days, by the work calendar, from the receipt by the unit that gave it: the day of receipt not counted.",
  })
  get workingDays(): number {
    return this.answer.workingDays;
  }
}

@ObjectType("DaysToAnswer", {
  description: "How long requests for information waited for their answers of a period, and which they were.",
})
export class DaysToAnswer {
  constructor(
    private readonly found: readonly AnswerInDays[],
    private readonly asOf: Basis,
  ) {}

  @Field(() => Int, { description: "Answers in whole and refusals that were given in the period." })
  get answers(): number {
    return this.found.length;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "The median of their working days; of an even number the middle of the two in the midst. Null: there is none.",
  })
  get medianWorkingDays(): number | null {
    return medianOf(this.found.map(({ workingDays }) => workingDays));
  }

  @Field(() => [AnswerInDaysType], { description: "The answers that make it, the slowest first, at most 100." })
  get slowest(): AnswerInDaysType[] {
    return this.found.slice(0, MOST_SHOWN).map((answer) => new AnswerInDaysType(answer, this.asOf));
  }

  @Field(() => BasisType)
  get basis(): BasisType {
    return new BasisType(this.asOf);
  }
}

/** @throws BAD_USER_INPUT for what is no period */
export function daysToAnswerOf(
  context: LedgerContext,
  { period, unitId, basis }: { readonly period: Period; readonly unitId: string | null; readonly basis: Basis },
): DaysToAnswer {
  const { reads, law } = context;
  const { from, to } = periodOf(context, period);
  const unit = reads.ones.of("Unit", unitId, basis);
  return new DaysToAnswer(answersInDays(reads.records, { unit, from, to, calendar: law.calendar, basis }), basis);
}

@Resolver()
export class DaysToAnswerResolver {
  @Query(() => DaysToAnswer, {
    complexity: LOOKING_COST,
    description:
      "The median of the working days in which requests for information were answered or refused in a period, by one unit " +
      "with those that are one with it, or by all, and the answers that make it.",
  })
  @LooksFar()
  async daysToAnswer(
    @Arg("period", () => Period) period: Period,
    @Arg("unitId", () => ID_SCALARS.Unit, { nullable: true }) unitId: string | null | undefined,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | null | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<DaysToAnswer> {
    needsToRead(context, "records");
    const basis = await basisOf(context, asOf);
    return daysToAnswerOf(context, { period, unitId: unitId ?? null, basis });
  }
}
