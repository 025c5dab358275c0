import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { statementDutySpecs } from "../../commands/statementDuties.js";
import { termWords } from "../../domain/kernel/terms.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { capital, viDay } from "../../domain/kernel/words.js";
import { statementDuty } from "../../domain/statementDuty/record.js";
import { STATEMENT_DUTY, standingAt, type StatementDuty } from "../../domain/statementDuty/statementDuty.js";
import { DUTY_STANDINGS, type DutyStanding, STATEMENT_DUTY_KINDS } from "../../domain/statementDuty/terms.js";
import { VISIT_TOPICS } from "../../domain/visit/terms.js";
import { statementDuties } from "../../projections/statementDuty/records.js";
import type { Basis } from "../../projections/table/basis.js";
import type { Version } from "../../projections/table/recordTable.js";
import { enumType } from "../derive/enums.js";
import { subjectOf } from "../derive/subject.js";
import { GraphQLDateTime } from "../shared/scalars.js";

/** An urgent duty by what it is about and the day of what triggered it; of a period that was excused, by its days. */
function titleOf({ duty, unitName, topic, since, periodFrom, periodTo }: StatementDuty): string {
  const about = topic === null ? "" : ` (${termWords(VISIT_TOPICS, topic).vi})`;
  const on = since === null ? "" : `, ngày ${viDay(localDateOf(since))}`;
  const period = periodFrom === null || periodTo === null ? "" : `, từ ${viDay(periodFrom)} đến ${viDay(periodTo)}`;
  return `${capital(termWords(STATEMENT_DUTY_KINDS, duty).vi)} – ${unitName}${about}${on}${period}`;
}

export const statementDutyApi = subjectOf(statementDuty, STATEMENT_DUTY, statementDuties, statementDutySpecs, {
  description:
    "An urgent duty to speak (phát ngôn đột xuất, bất thường), or a period of a periodic one that was excused. Periodic " +
    "duties themselves follow from the rules: see `periodicDuties`.",
  title: titleOf,
  list: {
    name: "statementDuties",
    description: "Duties to speak by the day of what triggered them, latest first.",
    order: "DESC",
  },
});

export const DutyStandingEnum = enumType(DUTY_STANDINGS);

/** How a duty stands follows from the moment that is asked; it is never kept. */
@Resolver(() => statementDutyApi.type)
export class StatementDutyStandingResolver {
  @FieldResolver(() => DutyStandingEnum, {
    nullable: true,
    description:
      "How it stands at a moment, by the wall clock; without one, at the one of the answer's basis. Null: it is void, or the " +
      "moment lies before it.",
  })
  standing(
    @Root() { version, basis }: { readonly version: Version<StatementDuty>; readonly basis: Basis },
    @Arg("at", () => GraphQLDateTime, { nullable: true }) at: Date | null | undefined,
  ): DutyStanding | null {
    return standingAt(version.state, at?.toISOString() ?? basis.moment);
  }
}
