import { Field, InputType } from "type-graphql";
import { REPORTER_KINDS, type ReporterKind } from "../../domain/reporter/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, PressAgencyId } from "../shared/scalars.js";

@InputType()
export class ReporterFilter {
  @Field(() => PressAgencyId, { nullable: true, description: "Who works for this agency on `agencyOn`." })
  agencyId?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "If absent, the day of the answer's basis." })
  agencyOn?: string;

  @TermsField(REPORTER_KINDS, { nullable: true })
  kinds?: ReporterKind[];

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Only who holds a press card that is valid on this day.",
  })
  hasCardValidOn?: string;

  @Field(() => Boolean, { nullable: true, description: "Duplicates too; they are left out otherwise." })
  includeMerged?: boolean;
}
