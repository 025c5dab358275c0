import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Recommendation, RecommendationStep } from "../../domain/inspection/inspection.js";
import { isOverdue } from "../../domain/inspection/recommendation.js";
import { RECOMMENDATION_STATES, type RecommendationState } from "../../domain/inspection/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField } from "../derive/enums.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { mayReadOf } from "../shared/mask.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { namedBy } from "./named.js";
import { InspectionBody, OF_PERSONS } from "./parts.js";

@ObjectType({ description: "A step in the follow-up of a recommendation." })
export class RecommendationProgress {
  constructor(
    private readonly step: RecommendationStep,
    private readonly of: InspectionRecommendation,
    private readonly basis: Basis,
  ) {}

  @Field(() => GraphQLLocalDate)
  get on(): string {
    return this.step.on;
  }

  @TermField(RECOMMENDATION_STATES)
  get state(): RecommendationState {
    return this.step.state;
  }

  @Field(() => InspectionBody, { nullable: true })
  get assignee(): InspectionBody | null {
    return this.step.assignee && new InspectionBody(this.step.assignee, this.basis);
  }

  @TextField(NOBODY, { nullable: true, description: OF_PERSONS })
  note(@Ctx() context: LedgerContext): string | null {
    return this.of.isReadableBy(context) ? this.step.note : null;
  }
}

@ObjectType({ description: "A recommendation (kiến nghị) of a conclusion or of minutes, with its own follow-up." })
export class InspectionRecommendation {
  constructor(
    readonly inspectionId: string,
    private readonly recommendation: Recommendation,
    readonly basis: Basis,
  ) {}

  @Field(() => ID, { description: "Give it to `recordRecommendationProgress`." })
  get id(): string {
    return this.recommendation.recommendationId;
  }

  @TermField(RECOMMENDATION_STATES)
  get state(): RecommendationState {
    return this.recommendation.state;
  }

  @TextField(NOBODY, { nullable: true, description: OF_PERSONS })
  what(@Ctx() context: LedgerContext): string | null {
    return this.isReadableBy(context) ? this.recommendation.what : null;
  }

  @Field(() => GraphQLLocalDate)
  get madeOn(): string {
    return this.recommendation.madeOn;
  }

  @Field(() => InspectionBody)
  get addressee(): InspectionBody {
    return new InspectionBody(this.recommendation.addressee, this.basis);
  }

  @Field(() => InspectionBody, { nullable: true })
  get assignee(): InspectionBody | null {
    return this.recommendation.assignee && new InspectionBody(this.recommendation.assignee, this.basis);
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get dueOn(): string | null {
    return this.recommendation.dueOn;
  }

  @Field(() => Boolean, { description: "It was not done by `on`; without it, by the day of the answer's basis." })
  overdue(@Arg("on", () => GraphQLLocalDate, { nullable: true }) on?: string): boolean {
    return isOverdue(this.recommendation, on ?? this.basis.today);
  }

  @Field(() => ID, { nullable: true, description: "The finding on which it rests." })
  get findingId(): string | null {
    return this.recommendation.findingId;
  }

  @Field(() => [RecommendationProgress], { description: "Its follow-up, in the order in which it was recorded." })
  get progress(): RecommendationProgress[] {
    return this.recommendation.steps.map((step) => new RecommendationProgress(step, this, this.basis));
  }

  isReadableBy(context: LedgerContext): boolean {
    const inspection = context.reads.inspections.get(this.inspectionId, this.basis.position);
    return mayReadOf(inspection ? namedBy(inspection, context) : [], context.principal);
  }
}

export const InspectionRecommendationConnection = connectionType(
  "InspectionRecommendation",
  () => InspectionRecommendation,
);
