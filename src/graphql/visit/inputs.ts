import { Field, InputType } from "type-graphql";
import { VISIT_STATUSES, VISIT_TOPICS, type VisitStatus, type VisitTopic } from "../../domain/visit/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, PressAgencyId, ReporterId, UnitId } from "../shared/scalars.js";

@InputType()
export class VisitFilter {
  @Field(() => UnitId, { nullable: true })
  hostId?: string;

  @Field(() => ReporterId, { nullable: true })
  reporterId?: string;

  @Field(() => PressAgencyId, { nullable: true })
  agencyId?: string;

  @TermsField(VISIT_TOPICS, { nullable: true })
  topics?: VisitTopic[];

  @TermsField(VISIT_STATUSES, { nullable: true })
  statuses?: VisitStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of visits." })
  from?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of visits." })
  to?: string;
}
