import { Args, Ctx, Field, Int, ObjectType } from "type-graphql";
import type { CountMeasure, EnforcementMeasure, MoneyMeasure } from "../../projections/enforcementFigures.js";
import type { EnforcementEntryRow } from "../../projections/enforcementFigures.js";
import type { EnforcementQuestion } from "../../projections/enforcementFigureQueries.js";
import type { Basis } from "../../projections/basis.js";
import { type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { opened } from "../shared/evidence.js";
import { SignedVndScalar } from "../shared/scalars.js";
import {
  EnforcementCountEntry,
  EnforcementCountEntryConnection,
  EnforcementMoneyEntry,
  EnforcementMoneyEntryConnection,
} from "./entries.js";

/** The question that has exactly one figure for an answer, and the moment as of which it was answered. */
export interface Asked {
  readonly question: EnforcementQuestion;
  readonly basis: Basis;
}

function entriesOf<T>(
  { question, basis }: Asked,
  measure: EnforcementMeasure,
  args: PageArgs,
  context: LedgerContext,
  toEntry: (row: EnforcementEntryRow) => T,
): Promise<ConnectionOf<T>> {
  return opened(
    context,
    args,
    { figure: ["enforcement", measure], question, basis },
    (window) => context.reads.enforcementFigures.evidence(question, measure, window, basis.position),
    toEntry,
  );
}

const EVIDENCE = "The entries whose sum is the value.";

@ObjectType({ description: "How many, and what the number is made of." })
export class EnforcementCount {
  constructor(
    private readonly sum: bigint,
    private readonly measure: CountMeasure,
    private readonly asked: Asked,
  ) {}

  @Field(() => Int, { description: "Below zero when more was taken back in the period than was added." })
  get value(): number {
    return Number(this.sum);
  }

  @Field(() => EnforcementCountEntryConnection, { description: EVIDENCE })
  evidence(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<EnforcementCountEntry>> {
    const { asked, measure } = this;
    return entriesOf(asked, measure, args, context, (row) => new EnforcementCountEntry(row, asked.basis));
  }
}

@ObjectType({ description: "How many đồng, and what the sum is made of." })
export class EnforcementMoney {
  @Field(() => SignedVndScalar, { description: "Below zero when more was taken back in the period than was added." })
  readonly value: bigint;

  constructor(
    sum: bigint,
    private readonly measure: MoneyMeasure,
    private readonly asked: Asked,
  ) {
    this.value = sum;
  }

  @Field(() => EnforcementMoneyEntryConnection, { description: EVIDENCE })
  evidence(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<EnforcementMoneyEntry>> {
    const { asked, measure } = this;
    return entriesOf(asked, measure, args, context, (row) => new EnforcementMoneyEntry(row, asked.basis));
  }
}
