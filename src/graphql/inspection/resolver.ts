import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { inspectionSpecs } from "../../commands/inspections.js";
import { inspection } from "../../domain/inspection/record.js";
import {
  INSPECTION_KINDS,
  INSPECTION_STATUSES,
  INSPECTION_UNIT_ROLES,
  RECOMMENDATION_STATES,
} from "../../domain/inspection/terms.js";
import { choice, choices, day, NOBODY, noted, ref, text, yes } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { mayRead, needsToRead } from "../shared/access.js";
import { basisOf } from "../shared/asOf.js";
import { connect, type ConnectionOf, ListArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { InspectionRecommendationConnection, shownRecommendation } from "./recommendation.js";
import { InspectionChanged } from "./result.js";
import { inspectionAt, inspectionOf, InspectionType } from "./types.js";

const MAX_TARGET_CHARS = 200;
const unitId = ref("Unit", say("đơn vị", "unit"), "Only those in which this unit takes part.");

const InspectionFilter = filterType("InspectionFilter", {
  unitId,
  role: choice(
    INSPECTION_UNIT_ROLES,
    say("tư cách tham gia", "role of the unit"),
    "In which role; either, when absent. Only with `unitId`.",
  ),
  kinds: choices(INSPECTION_KINDS, say("loại hình", "kinds")),
  statuses: choices(INSPECTION_STATUSES, say("trạng thái", "statuses")),
  decidedFrom: day(say("quyết định từ ngày", "decided from"), "The first day of decisions."),
  decidedTo: day(say("quyết định đến ngày", "decided up to"), "The last day of decisions."),
  target: text(
    say("tên đối tượng", "name of the target"),
    MAX_TARGET_CHARS,
    NOBODY,
    "Part of a target's name, with or without marks. Persons are found only by those who may read their names.",
  ),
});

const RecommendationFilter = filterType("RecommendationFilter", {
  inspectionId: ref("Inspection", say("cuộc thanh tra, kiểm tra", "inspection")),
  states: choices(RECOMMENDATION_STATES, say("tình trạng", "states")),
  open: yes(say("chưa hoàn thành", "still open"), "Only those not verified yet, or only those that are."),
  overdue: yes(say("quá hạn", "overdue"), "Only those that should have been done by now, or only others."),
  unitId: noted(unitId, "The unit that is to follow it: assigned, or else addressed."),
});

export const InspectionQueryResolver = queriesOf(inspection, {
  type: InspectionType,
  at: inspectionAt,
  of: inspectionOf,
  list: {
    name: "inspections",
    description: "Inspections in order of their decision (until then: of the first planned day on site), latest first.",
    filter: InspectionFilter,
    order: "DESC",
    standing: ["statuses"],
    check: ({ role, unitId, target }) => {
      if (role && !unitId) throw badInput("`role` is the role of a unit: give `unitId` too.");
      if ((target ?? "").length > MAX_TARGET_CHARS)
        throw badInput(`\`target\` has at most ${MAX_TARGET_CHARS} characters.`);
    },
    read: ({ unitId, ...filter }, { direction, window, basis }, { reads, principal }) => {
      const persons = mayRead(principal, "offenders");
      const unit = reads.ones.of("Unit", unitId, basis);
      return reads.inspections.list({ ...filter, unit }, { direction, window, at: basis.position, persons });
    },
  },
});

@Resolver()
export class RecommendationQueryResolver {
  @Query(() => InspectionRecommendationConnection, {
    description: "Recommendations of inspections, in order of the day by which they are due; those without one last.",
  })
  async inspectionRecommendations(
    @Args(() => ListArgs) args: ListArgs,
    @Arg("filter", () => RecommendationFilter, { nullable: true })
    given: InstanceType<typeof RecommendationFilter> | null | undefined,
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description: "The day by which `overdue` is judged; without it, the day of the answer's basis.",
    })
    on: string | undefined,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() context: LedgerContext,
  ): Promise<ConnectionOf<object>> {
    needsToRead(context, "records");
    const filter = given ?? {};
    const basis = await basisOf(context, args.asOf);
    const day = on ?? basis.today;
    const at = basis.position;
    const { unitId, ...more } = filter;
    const wanted = { ...more, unit: context.reads.ones.of("Unit", unitId, { position: at, today: day }) };
    return connect(
      args,
      basis,
      ["inspectionRecommendations", filter, on ?? null, direction],
      (window) => context.reads.inspections.recommendations(wanted, day, { direction, window, at }),
      ({ inspection: known, recommendation }) => shownRecommendation(known, recommendation, basis),
    );
  }
}

export const InspectionMutationResolver = mutationsOf(inspection, inspectionSpecs, InspectionChanged);
