import { Field, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import { ConfidenceEnum, LawOriginEnum } from "../law/enums.js";
import { GraphQLLocalDate } from "./scalars.js";

@ObjectType("LawReference", {
  description:
    "The row of the law that something rests on, as it was named then: the row may be replaced later, the ground may not.",
})
export class LawReferenceType implements LawReference {
  @TextField(NOBODY, { description: "A violation's code, a post, a deadline's or a parameter's key." })
  key!: string;
  @TextField(NOBODY, { description: "The instrument that the row comes from." })
  instrument!: string;
  @Field(() => GraphQLLocalDate)
  validFrom!: string;
  @Field(() => LawOriginEnum)
  origin!: LawReference["origin"];
  @Field(() => ConfidenceEnum)
  confidence!: LawReference["confidence"];
}
