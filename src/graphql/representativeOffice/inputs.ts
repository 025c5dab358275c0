import { Field, InputType } from "type-graphql";
import {
  REPRESENTATIVE_OFFICE_STATUSES,
  type RepresentativeOfficeStatus,
} from "../../domain/representativeOffice/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, PressAgencyId } from "../shared/scalars.js";

@InputType()
export class RepresentativeOfficeFilter {
  @Field(() => PressAgencyId, { nullable: true })
  agencyId?: string;

  @TermsField(REPRESENTATIVE_OFFICE_STATUSES, {
    nullable: true,
    description: "As they stand on the day of the answer's basis.",
  })
  statuses?: RepresentativeOfficeStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Only accepted offices that are at work on this day." })
  openOn?: string;
}
