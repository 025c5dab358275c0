import { Arg, type ClassType, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { daysBetween } from "../../domain/kernel/time.js";
import { PERIODIC_DUTIES, type PeriodicDuty } from "../../domain/law/duties.js";
import type { DutyRule } from "../../domain/law/lawBook.js";
import type { DutyStanding } from "../../domain/statementDuty/terms.js";
import { type DutyInPeriod, periodicDutiesOf } from "../../projections/statementDuty/periodicDuties.js";
import type { Basis } from "../../projections/table/basis.js";
import { allRows } from "../../projections/table/paging.js";
import { enumType } from "../derive/enums.js";
import { TextField } from "../derive/shown.js";
import { DutyRuleType } from "../law/duties.js";
import { pressConferenceApi } from "../pressConference/api.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, basisOf, BasisType } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import type { Found } from "../shared/found.js";
import { LooksFar } from "../shared/looksFar.js";
import type { Node } from "../shared/node.js";
import { GraphQLLocalDate, ID_SCALARS } from "../shared/scalars.js";
import { statementApi } from "../statement/api.js";
import { unitOf, UnitType } from "../unit/types.js";
import { unitRuleApi } from "../unitRule/api.js";
import { DutyStandingEnum } from "./api.js";

const PeriodicDutyEnum = enumType(PERIODIC_DUTIES);

/** How many days may be asked about at once: of all units, and of one. */
const MOST_DAYS = 400;
const MOST_DAYS_OF_ONE = 3_700;
const DUTIES_COST = 200;

@ObjectType("DutyInPeriod", {
  description: "A periodic duty of a unit in one period. Nobody opens it: it follows from the rules.",
})
export class DutyInPeriodType {
  constructor(
    private readonly found: DutyInPeriod,
    private readonly basis: Basis,
  ) {}

  @Field(() => UnitType, { nullable: true })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitOf(reads, this.found.unit, this.basis);
  }

  @Field(() => PeriodicDutyEnum)
  get duty(): PeriodicDuty {
    return this.found.duty;
  }

  @Field(() => GraphQLLocalDate)
  get from(): string {
    return this.found.period.from;
  }

  @Field(() => GraphQLLocalDate, { description: "The last day of the period, by which it is to be fulfilled." })
  get to(): string {
    return this.found.period.to;
  }

  @Field(() => DutyStandingEnum, { description: "On the day that was asked." })
  get standing(): DutyStanding {
    return this.found.standing;
  }

  @Field(() => DutyRuleType, { nullable: true, description: "The row of law on the period's first day." })
  get law(): DutyRule | null {
    return this.found.law;
  }

  @Field(() => unitRuleApi.type as ClassType, {
    nullable: true,
    description: "The unit's own rule, which goes before it.",
  })
  unitRule(@Ctx() { reads }: LedgerContext): Found<Node> {
    const own = this.found.unitRule;
    return own && unitRuleApi.at(reads, own.unitRuleId, this.basis);
  }

  @Field(() => statementApi.type as ClassType, { nullable: true, description: "By which it was fulfilled." })
  statement(@Ctx() { reads }: LedgerContext): Found<Node> {
    const by = this.found.statement;
    return by && statementApi.of(reads, by, this.basis);
  }

  @Field(() => pressConferenceApi.type as ClassType, { nullable: true, description: "By which it was fulfilled." })
  conference(@Ctx() { reads }: LedgerContext): Found<Node> {
    const by = this.found.conference;
    return by && pressConferenceApi.of(reads, by, this.basis);
  }

  @TextField(NOBODY, { nullable: true, description: "Why the period was excused." })
  get excuse(): string | null {
    return this.found.excuse;
  }
}

@ObjectType({ description: "How the periodic duties of units stand, period by period." })
class PeriodicDuties {
  @Field(() => [DutyInPeriodType], { complexity: DUTIES_COST })
  duties!: readonly DutyInPeriodType[];
  @Field(() => BasisType)
  basis!: BasisType;
}

/** Periodic duties, which are no records. */
@Resolver()
export class PeriodicDutyResolver {
  @Query(() => PeriodicDuties, {
    description:
      "How the periodic duties of a unit, or of all, stand in the periods that touch these days: monthly information, and a " +
      `press conference in each quarter (Decree 09/2017/NĐ-CP, Art. 5), or what the unit's own rule says. At most ${MOST_DAYS} ` +
      `days for all units, ${MOST_DAYS_OF_ONE} for one. Periods that begin after \`on\` are left out.`,
  })
  @LooksFar()
  async periodicDuties(
    @Arg("from", () => GraphQLLocalDate) from: string,
    @Arg("to", () => GraphQLLocalDate) to: string,
    @Arg("unitId", () => ID_SCALARS.Unit, { nullable: true }) unitId: string | null | undefined,
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description: "The day by which is judged how each stands; the day of the basis when absent.",
    })
    on: string | null | undefined,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | null | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<PeriodicDuties> {
    needsToRead(context, "records");
    const { reads, law } = context;
    const basis = await basisOf(context, asOf);
    if (to < from) throw badInput("`to` lies before `from`.");
    const most = unitId == null ? MOST_DAYS : MOST_DAYS_OF_ONE;
    if (daysBetween(from, to) > most) throw badInput(`At most ${most} days may be asked about at once.`);
    const one = unitId == null ? undefined : reads.units.get(unitId, basis.position);
    const units = unitId == null ? allRows((window) => reads.units.list({}, "ASC", window, basis)) : one ? [one] : [];
    const asked = { from, to, on: on ?? basis.today, law, basis };
    const found = periodicDutiesOf(reads.records, units, asked);
    return {
      duties: found.map((duty) => new DutyInPeriodType(duty, basis)),
      basis: new BasisType(basis),
    };
  }
}
