import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { NUMBERS, STAFF_NUMBERS, type StaffNumber, type StaffSnapshot } from "../../domain/staff/snapshot.js";
import { IT_USES, type ItUse } from "../../domain/staff/terms.js";
import { UNIT_KINDS, type UnitKind } from "../../domain/unit/terms.js";
import { type CountedSnapshot, latestOfStaff, snapshotBefore } from "../../projections/staff/latest.js";
import type { Basis } from "../../projections/table/basis.js";
import type { Version } from "../../projections/table/recordTable.js";
import { described } from "../derive/describe.js";
import { enumType, TermField } from "../derive/enums.js";
import { needsToRead } from "../shared/access.js";
import { AsOf, BasisType, basisOf } from "../shared/asOf.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { LooksFar } from "../shared/looksFar.js";
import { GraphQLLocalDate, UnitId } from "../shared/scalars.js";
import { staffApi } from "./api.js";

/** The state of the staff at all levels on a day: the last snapshot of each unit, added up by kind of unit. */

const MAX_UNITS = 1_000;
/** Of every unit the last snapshot and the one before it are looked up. */
const STAFF_COST = 500;
const SNAPSHOTS_COST = 50;
const UNIT_KIND = enumType(UNIT_KINDS);

type Taken = Pick<Version<StaffSnapshot>, "state">;
const summed = (taken: readonly Taken[], key: StaffNumber): number =>
  taken.reduce((sum, { state }) => sum + state[key], 0);

@ObjectType({ description: "Numbers of staff, added up. Shares are of `dedicated` and `partTime` together." })
class StaffNumbers {
  constructor(readonly taken: readonly Taken[]) {}
}
@ObjectType({
  description:
    "What the numbers are more, or less, than in the snapshots before: over the units alone that have one before.",
})
class StaffNumbersChange {
  constructor(
    readonly now: readonly Taken[],
    readonly before: readonly Taken[],
  ) {}

  @Field(() => Int, { description: "How many units have a snapshot before the last one." })
  get unitsCompared(): number {
    return this.before.length;
  }
}
for (const key of STAFF_NUMBERS) {
  const { words } = NUMBERS[key];
  const told = { description: described(words) };
  Object.defineProperty(StaffNumbers.prototype, key, {
    get(this: StaffNumbers): number {
      return summed(this.taken, key);
    },
  });
  Object.defineProperty(StaffNumbersChange.prototype, key, {
    get(this: StaffNumbersChange): number {
      return summed(this.now, key) - summed(this.before, key);
    },
  });
  for (const type of [StaffNumbers, StaffNumbersChange]) Field(() => Int, told)(type.prototype, key);
}

@ObjectType({ description: "How far information technology is used in something, over all units that tell of it." })
class StaffUseOfIt {
  @TermField(IT_USES)
  readonly use: ItUse;
  @Field(() => Int)
  readonly units: number;
  @Field(() => Int)
  readonly done: number;
  @Field(() => Int)
  readonly base: number;

  constructor(use: ItUse, told: StaffSnapshot["uses"]) {
    this.use = use;
    this.units = told.length;
    this.done = told.reduce((sum, one) => sum + one.done, 0);
    this.base = told.reduce((sum, one) => sum + one.base, 0);
  }
}

@ObjectType({ description: "The staff of the units of one kind, or of all." })
class StaffLine {
  @TermField(UNIT_KINDS, { nullable: true, description: "Null: of all kinds together." })
  readonly unitKind: UnitKind | null;

  constructor(
    kind: UnitKind | null,
    private readonly counted: readonly CountedSnapshot[],
    private readonly basis: Basis,
  ) {
    this.unitKind = kind;
  }

  @Field(() => Int, { description: "How many units have a snapshot by that day." })
  get units(): number {
    return this.counted.length;
  }

  @Field(() => StaffNumbers)
  get numbers(): StaffNumbers {
    return new StaffNumbers(this.counted.map(({ latest }) => latest));
  }

  @Field(() => StaffNumbersChange)
  get difference(): StaffNumbersChange {
    const both = this.counted.flatMap(({ latest, before }) => (before ? [{ latest, before }] : []));
    return new StaffNumbersChange(
      both.map(({ latest }) => latest),
      both.map(({ before }) => before),
    );
  }

  @Field(() => [StaffUseOfIt], { description: "Each use of which a unit tells." })
  get uses(): StaffUseOfIt[] {
    const told = this.counted.flatMap(({ latest }) => latest.state.uses);
    return IT_USES.values.flatMap((use) => {
      const of = told.filter((one) => one.use === use);
      return of.length === 0 ? [] : [new StaffUseOfIt(use, of)];
    });
  }

  @Field(() => [staffApi.type], {
    description: "The snapshots whose numbers are added up, one a unit, latest first.",
    complexity: SNAPSHOTS_COST,
  })
  snapshots(@Ctx() context: LedgerContext): object[] {
    needsToRead(context, "records");
    return this.counted.map(({ latest }) => new staffApi.type(latest, this.basis));
  }
}

@ObjectType({ description: "The staff as the last snapshot of each unit up to a day tells of it." })
class StaffOnDay {
  @Field(() => GraphQLLocalDate)
  readonly on: string;
  @Field(() => StaffLine)
  readonly total: StaffLine;
  @Field(() => [StaffLine], { description: "By kind of unit, those kinds alone of which there is a snapshot." })
  readonly byKind: StaffLine[];
  @Field(() => BasisType)
  readonly basis: BasisType;

  constructor(on: string, counted: readonly CountedSnapshot[], basis: Basis) {
    this.on = on;
    this.total = new StaffLine(null, counted, basis);
    this.byKind = UNIT_KINDS.values.flatMap((kind) => {
      const of = counted.filter(({ latest }) => latest.state.unitKind === kind);
      return of.length === 0 ? [] : [new StaffLine(kind, of, basis)];
    });
    this.basis = new BasisType(basis);
  }
}

@Resolver()
export class StaffResolver {
  @Query(() => StaffOnDay, {
    description:
      "The state of the staff on a day, at all levels: the last snapshot of each unit up to that day, added up by kind of " +
      "unit, and the difference to the one before. A unit that is no more by that day counts until the one that goes on " +
      "for it has a snapshot of its own; one that was split or abolished does not. These are sums of a day and not of a period.",
    complexity: STAFF_COST,
  })
  @LooksFar()
  async staffOf(
    @Arg("on", () => GraphQLLocalDate) on: string,
    @Arg("unitIds", () => [UnitId], { nullable: true, description: "These units, and those that are one with them." })
    unitIds: string[] | undefined,
    @Arg("kinds", () => [UNIT_KIND], { nullable: true }) kinds: UnitKind[] | undefined,
    @Arg("asOf", () => AsOf, { nullable: true }) asOf: AsOf | undefined,
    @Ctx() context: LedgerContext,
  ): Promise<StaffOnDay> {
    if ((unitIds?.length ?? 0) > MAX_UNITS) throw badInput(`Ask for at most ${MAX_UNITS} units.`);
    const basis = await basisOf(context, asOf);
    return new StaffOnDay(on, latestOfStaff(context.reads, { on, unitIds, kinds }, basis), basis);
  }
}

/** What a snapshot is compared with. */
@Resolver(() => staffApi.type)
export class StaffBeforeResolver {
  @FieldResolver(() => staffApi.type, { nullable: true, description: "The snapshot of the same unit before this one." })
  before(
    @Root() { version, basis }: InstanceType<typeof staffApi.type>,
    @Ctx() { reads }: LedgerContext,
  ): object | null {
    const before = snapshotBefore(reads, version, basis);
    return before ? new staffApi.type(before, basis) : null;
  }
}
