import { Field, InputType } from "type-graphql";
import { UNIT_KINDS, type UnitKind } from "../../domain/unit/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, UnitId } from "../shared/scalars.js";

@InputType()
export class UnitFilter {
  @TermsField(UNIT_KINDS, { nullable: true })
  kinds?: UnitKind[];

  @Field(() => UnitId, {
    nullable: true,
    description: "Only units that stand under this one on the day of the answer's basis; see `parent`.",
  })
  parentId?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Only units that exist on this day." })
  activeOn?: string;
}
