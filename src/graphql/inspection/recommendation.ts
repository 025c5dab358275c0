import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import type { RecommendationState } from "../../domain/inspection/terms.js";
import {
  isOverdue,
  recommendationDetail,
  type RecommendationDetail,
  type RecommendationRow,
  type RecommendationStep,
} from "../../projections/inspectionRecommendations.js";
import type { Basis } from "../../projections/basis.js";
import { everNamed } from "../../projections/inspectionNames.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { mayReadOf } from "../shared/mask.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { RecommendationStateEnum } from "./enums.js";
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

  @Field(() => RecommendationStateEnum)
  get state(): RecommendationState {
    return this.step.state;
  }

  @Field(() => InspectionBody, { nullable: true })
  get assignee(): InspectionBody | null {
    return this.step.assignee && new InspectionBody(this.step.assignee, this.basis);
  }

  @Field(() => String, { nullable: true, description: OF_PERSONS })
  note(@Ctx() context: LedgerContext): string | null {
    return this.of.isReadableBy(context) ? this.step.note : null;
  }
}

@ObjectType({ description: "A recommendation (kiến nghị) of a conclusion or of minutes, with its own follow-up." })
export class InspectionRecommendation {
  readonly #detail: RecommendationDetail;

  constructor(
    private readonly row: RecommendationRow,
    readonly basis: Basis,
  ) {
    this.#detail = recommendationDetail(row);
  }

  @Field(() => ID, { description: "Give it to `recordRecommendationProgress`." })
  get id(): string {
    return this.row.id;
  }

  get inspectionId(): string {
    return this.row.inspection_id;
  }

  @Field(() => RecommendationStateEnum)
  get state(): RecommendationState {
    return this.row.state;
  }

  @Field(() => String, { nullable: true, description: OF_PERSONS })
  what(@Ctx() context: LedgerContext): string | null {
    return this.isReadableBy(context) ? this.#detail.what : null;
  }

  @Field(() => GraphQLLocalDate)
  get madeOn(): string {
    return this.#detail.madeOn;
  }

  @Field(() => InspectionBody)
  get addressee(): InspectionBody {
    return new InspectionBody(this.#detail.addressee, this.basis);
  }

  @Field(() => InspectionBody, { nullable: true })
  get assignee(): InspectionBody | null {
    return this.#detail.assignee && new InspectionBody(this.#detail.assignee, this.basis);
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get dueOn(): string | null {
    return this.row.due_on;
  }

  @Field(() => Boolean, { description: "It was not done by `on`; without it, by the day of the answer's basis." })
  overdue(@Arg("on", () => GraphQLLocalDate, { nullable: true }) on?: string): boolean {
    return isOverdue(this.row, on ?? dayOf(this.basis));
  }

  @Field(() => ID, { nullable: true, description: "The finding on which it rests." })
  get findingId(): string | null {
    return this.#detail.findingId;
  }

  @Field(() => [RecommendationProgress], { description: "Its follow-up, in the order in which it was recorded." })
  get progress(): RecommendationProgress[] {
    return this.#detail.steps.map((step) => new RecommendationProgress(step, this, this.basis));
  }

  isReadableBy({ reads, principal }: LedgerContext): boolean {
    const inspection = reads.inspections.get(this.row.inspection_id, this.basis.position);
    return mayReadOf(inspection ? everNamed(inspection.detail) : [], principal);
  }
}

export const InspectionRecommendationConnection = connectionType(
  "InspectionRecommendation",
  () => InspectionRecommendation,
);
