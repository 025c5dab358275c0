import { Field, InputType } from "type-graphql";
import { SEIZURE_STATUSES, type SeizureStatus } from "../../domain/seizure/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, UnitId, ViolationCaseId } from "../shared/scalars.js";

@InputType()
export class SeizureFilter {
  @Field(() => ViolationCaseId, { nullable: true })
  caseId?: string;

  @Field(() => UnitId, { nullable: true })
  unitId?: string;

  @TermsField(SEIZURE_STATUSES, { nullable: true })
  statuses?: SeizureStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of seizure." })
  seizedFrom?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of seizure." })
  seizedTo?: string;

  @Field(() => String, {
    nullable: true,
    description: "A text that stands in the title of one of its lines, with or without Vietnamese marks.",
  })
  title?: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Copies are in custody, and the last day for that lies before this day.",
  })
  overdueOn?: string;
}
