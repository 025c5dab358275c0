import { Field, InputType } from "type-graphql";
import {
  PRESS_AGENCY_KINDS,
  PRESS_AGENCY_LEVELS,
  PRESS_AGENCY_STATUSES,
  type PressAgencyKind,
  type PressAgencyLevel,
  type PressAgencyStatus,
} from "../../domain/pressAgency/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

@InputType()
export class PressAgencyFilter {
  @TermsField(PRESS_AGENCY_KINDS, { nullable: true, description: "Of any of these kinds." })
  kinds?: PressAgencyKind[];

  @TermsField(PRESS_AGENCY_LEVELS, { nullable: true })
  levels?: PressAgencyLevel[];

  @TermsField(PRESS_AGENCY_STATUSES, { nullable: true, description: "As they stand on the day of the answer's basis." })
  statuses?: PressAgencyStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Registered, and not merged or closed, on this day." })
  liveOn?: string;
}
