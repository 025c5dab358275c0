import { Field, InputType } from "type-graphql";
import type {
  AcceptRepresentativeOfficeInput as Accept,
  ChangeRepresentativeOfficeHeadInput as ChangeHead,
  CloseRepresentativeOfficeInput as Close,
  NotifyRepresentativeOfficeInput as Notify,
  RejectRepresentativeOfficeInput as Reject,
} from "../../commands/representativeOffices.js";
import type { RepresentativeOfficeStatus } from "../../domain/representativeOffice/representativeOffice.js";
import { CommandFields } from "../shared/command.js";
import { GraphQLLocalDate, PressAgencyId, ReporterId, RepresentativeOfficeId } from "../shared/scalars.js";
import { Day, OptionalRef, Ref, Text } from "../shared/validation.js";
import { RepresentativeOfficeStatusEnum } from "./types.js";

@InputType()
export class NotifyRepresentativeOfficeInput extends CommandFields implements Notify {
  @Field(() => PressAgencyId)
  @Ref()
  agencyId!: string;

  @Field(() => String)
  @Text(300)
  address!: string;

  @Field(() => ReporterId, { description: "Trưởng văn phòng đại diện." })
  @Ref()
  headReporterId!: string;

  @Field(() => GraphQLLocalDate, { description: "When the office is to start work." })
  @Day()
  startsOn!: string;

  @Field(() => GraphQLLocalDate, { description: "When the notice came in." })
  @Day()
  notifiedOn!: string;
}

@InputType()
abstract class RepresentativeOfficeFields extends CommandFields {
  @Field(() => RepresentativeOfficeId)
  @Ref()
  officeId!: string;
}

@InputType()
export class AcceptRepresentativeOfficeInput extends RepresentativeOfficeFields implements Accept {}

@InputType()
export class RejectRepresentativeOfficeInput extends RepresentativeOfficeFields implements Reject {
  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class ChangeRepresentativeOfficeHeadInput extends RepresentativeOfficeFields implements ChangeHead {
  @Field(() => ReporterId, { nullable: true, description: "Absent or null: the post is vacant from that day on." })
  @OptionalRef()
  headReporterId?: string | null;

  @Field(() => GraphQLLocalDate)
  @Day()
  effectiveOn!: string;
}

@InputType()
export class CloseRepresentativeOfficeInput extends RepresentativeOfficeFields implements Close {
  @Field(() => GraphQLLocalDate, { description: "From this day on it is closed; it may lie ahead." })
  @Day()
  effectiveOn!: string;

  @Field(() => String)
  @Text(500)
  reason!: string;
}

@InputType()
export class RepresentativeOfficeFilter {
  @Field(() => PressAgencyId, { nullable: true })
  agencyId?: string;

  @Field(() => [RepresentativeOfficeStatusEnum], { nullable: true, description: "As last recorded." })
  statuses?: RepresentativeOfficeStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Only accepted offices that are at work on this day." })
  openOn?: string;
}
