import { Field, InputType } from "type-graphql";
import { SUBJECT_KINDS, type SubjectKind } from "../../domain/law/terms.js";
import {
  DECISION_KINDS,
  type DecisionKind,
  SANCTION_STATUSES,
  type SanctionStatus,
} from "../../domain/sanction/terms.js";
import { TermsField } from "../derive/enums.js";
import { GraphQLLocalDate, UnitId, ViolationCaseId } from "../shared/scalars.js";

@InputType()
export class SanctionFilter {
  @Field(() => UnitId, { nullable: true })
  issuerId?: string;

  @Field(() => ViolationCaseId, { nullable: true })
  caseId?: string;

  @TermsField(SUBJECT_KINDS, { nullable: true })
  subjectKinds?: SubjectKind[];

  @TermsField(SANCTION_STATUSES, { nullable: true })
  statuses?: SanctionStatus[];

  @TermsField(DECISION_KINDS, { nullable: true })
  kinds?: DecisionKind[];

  @Field(() => String, {
    nullable: true,
    description: "The code of a violation that a line is about, e.g. `119.29.2`.",
  })
  violationCode?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of signing." })
  signedFrom?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of signing." })
  signedTo?: string;

  @Field(() => String, {
    nullable: true,
    description: "The number as it is written, or its beginning, with or without marks: `12/QĐ`, `12/qd-xp`.",
  })
  number?: string;

  @Field(() => Boolean, { nullable: true, description: "Only those of whose fine some is still owed." })
  outstandingOnly?: boolean;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Only those of whose fine some is still owed though the last day for it lies before this day.",
  })
  overdueOn?: string;
}
