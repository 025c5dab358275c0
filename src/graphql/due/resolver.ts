import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { needsToRead } from "../shared/access.js";
import { basisOf } from "../shared/asOf.js";
import { connect, type ConnectionOf, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { recordOf } from "../timeline/subjects.js";
import { momentOn } from "../../projections/table/basis.js";
import { DueConnection, DueFilter, DueType } from "./types.js";

const MAX_WITHIN_DAYS = 3_660;

@Resolver()
export class DueResolver {
  @Query(() => DueConnection, {
    description:
      "What is due (việc đến hạn) of every subject, in order of the last moment: what was promised, ordered or set by law and " +
      "is not done, whether overdue or to come; and what ends by itself, until its day.",
  })
  async due(
    @Args(() => ListArgs) args: ListArgs,
    @Arg("filter", () => DueFilter, { nullable: true }) given: DueFilter | null | undefined,
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description:
        "The day by which is judged what is overdue (at its end, or at the moment of the answer's basis if it is that day), what " +
        "has ended, and which units are one; without it, the day of the basis.",
    })
    on: string | null | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<DueType>> {
    needsToRead(context, "records");
    const filter = given ?? {};
    const { unitId, kinds, recordId, withinDays, overdueOnly } = filter;
    if (withinDays != null && (withinDays < 0 || withinDays > MAX_WITHIN_DAYS))
      throw badInput(`\`withinDays\` is from 0 to ${MAX_WITHIN_DAYS}.`);
    const basis = await basisOf(context, args.asOf);
    const { reads, law } = context;
    const day = on ?? basis.today;
    const moment = momentOn(basis, day);
    const subject = recordId == null ? undefined : recordOf(recordId);
    const wanted = {
      ...{ kinds, withinDays, overdueOnly },
      unit: reads.ones.of("Unit", unitId, { position: basis.position, today: day }),
      record: subject && { kind: subject.kind, id: subject.ref },
    };
    return connect(
      args,
      basis,
      // What counts as one, and what has ended, goes by the day.
      ["due", filter, day],
      (window) => reads.due.list(wanted, window, { at: basis.position, on: day, moment, law }),
      (row) => new DueType(row, basis, day, moment),
    );
  }
}
