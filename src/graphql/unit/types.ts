import { createUnionType, Ctx, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import type { DatedName } from "../../domain/kernel/time.js";
import { nameOn } from "../../domain/kernel/time.js";
import {
  UNIT_ENDINGS,
  UNIT_FUNCTIONS,
  UNIT_KINDS,
  type UnitEnding,
  type UnitFunction,
  type UnitKind,
} from "../../domain/unit/unit.js";
import type { Basis } from "../../projections/basis.js";
import { namesDay } from "../../projections/onDay/recordsOnDay.js";
import { unitOn } from "../../projections/onDay/registers.js";
import type { SuccessionRow, UnitRow } from "../../projections/units.js";
import { CommandDone } from "../shared/command.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { enumOf } from "../shared/enums.js";
import { FAILURES } from "../shared/failures.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLLocalDate } from "../shared/scalars.js";

export const UnitKindEnum = enumOf(UNIT_KINDS);
registerEnumType(UnitKindEnum, {
  name: "UnitKind",
  description:
    "UBND tỉnh; sở; ban, ngành; huyện, thị xã, thành phố thuộc tỉnh (until 30 June 2025); xã, phường, thị trấn.",
});
export const UnitFunctionEnum = enumOf(UNIT_FUNCTIONS);
registerEnumType(UnitFunctionEnum, { name: "UnitFunction", description: "Chức năng quản lý nhà nước." });
export const UnitEndingEnum = enumOf(UNIT_ENDINGS);
registerEnumType(UnitEndingEnum, { name: "UnitEnding" });

@ObjectType({ description: "A name and the day from which it was in force." })
export class UnitName {
  @Field(() => String)
  name!: string;
  @Field(() => GraphQLLocalDate)
  from!: string;
}

@ObjectType("Unit", {
  implements: Node,
  description: "A department, sector, district or commune (cơ quan, đơn vị, địa phương) as the ledger knows it.",
})
export class UnitType extends Node {
  constructor(
    private readonly row: UnitRow,
    private readonly basis: Basis,
  ) {
    super();
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("Unit", this.row.id);
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.row.revision;
  }

  @Field(() => UnitKindEnum)
  get kind(): UnitKind {
    return this.row.kind;
  }

  @Field(() => String, { description: "The name in force on the day of the answer's basis." })
  get name(): string {
    return nameOn(this.namesInOrder, dayOf(this.basis));
  }

  @Field(() => [UnitName], { description: "All its names, in the order in which they were recorded." })
  get names(): readonly DatedName[] {
    return this.namesInOrder;
  }

  @Field(() => String, { nullable: true, description: "Mã đơn vị." })
  get code(): string | null {
    return this.row.code;
  }

  @Field(() => [UnitFunctionEnum])
  get functions(): readonly UnitFunction[] {
    return JSON.parse(this.row.functions_json) as UnitFunction[];
  }

  @Field(() => GraphQLLocalDate)
  get startsOn(): string {
    return this.row.starts_on;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on the unit is no more." })
  get endsOn(): string | null {
    return this.row.ends_on;
  }

  @Field(() => UnitEndingEnum, { nullable: true })
  get ending(): UnitEnding | null {
    return this.row.ending;
  }

  @Field(() => String, { description: "Căn cứ: the decision on which its beginning, or its end, rests." })
  get legalBasis(): string {
    return this.row.legal_basis;
  }

  @Field(() => UnitType, { nullable: true })
  parent(@Ctx() { reads }: LedgerContext): UnitType | null {
    return this.row.parent_id === null ? null : unitAt(reads, this.row.parent_id, this.basis);
  }

  @Field(() => [UnitSuccession], { description: "What came after it." })
  successors(@Ctx() { reads }: LedgerContext): UnitSuccession[] {
    const steps = this.taken(reads.units.successorsOf(this.row.id, this.basis.position));
    return steps.map((step) => new UnitSuccession(step, unitAt(reads, step.into_id, this.basis)));
  }

  @Field(() => [UnitSuccession], { description: "What it came from." })
  predecessors(@Ctx() { reads }: LedgerContext): UnitSuccession[] {
    const steps = this.taken(reads.units.predecessorsOf(this.row.id, this.basis.position));
    return steps.map((step) => new UnitSuccession(step, unitAt(reads, step.from_id, this.basis)));
  }

  nameOn(day: string): string {
    return nameOn(this.namesInOrder, day);
  }

  private taken(steps: readonly SuccessionRow[]): readonly SuccessionRow[] {
    const { validAt } = this.basis;
    return validAt === undefined ? steps : steps.filter(({ effective_on }) => effective_on <= validAt);
  }

  private get namesInOrder(): readonly DatedName[] {
    return JSON.parse(this.row.names_json) as DatedName[];
  }
}

@ObjectType({ description: "One step of succession (kế thừa) between units." })
export class UnitSuccession {
  @Field(() => UnitEndingEnum)
  readonly kind: UnitEnding;
  @Field(() => GraphQLLocalDate)
  readonly effectiveOn: string;
  @Field(() => String)
  readonly legalBasis: string;
  @Field(() => UnitType, { nullable: true, description: "The unit at the other end of the step." })
  readonly unit: UnitType | null;

  constructor(step: SuccessionRow, unit: UnitType | null) {
    this.kind = step.kind;
    this.effectiveOn = step.effective_on;
    this.legalBasis = step.legal_basis;
    this.unit = unit;
  }
}

export function unitAt(reads: LedgerContext["reads"], id: string, basis: Basis): UnitType | null {
  const row = reads.units.get(id, basis.position);
  return row ? unitOf(row, basis) : null;
}

/** Null: it had not begun by the day that is asked about. */
export function unitOf(row: UnitRow, basis: Basis): UnitType | null {
  const then = namesDay(basis) ? unitOn(row, basis.validAt) : row;
  return then ? new UnitType(then, basis) : null;
}

export const UnitConnection = connectionType("Unit", () => UnitType);

@ObjectType({ implements: CommandDone })
export class UnitChanged extends CommandDone {
  constructor(done: Done) {
    super(done, unitAt);
  }

  @Field(() => UnitType, {
    nullable: true,
    description: "The unit at `position`. Null only if this node is late in reading what it has durably written.",
  })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return this.recordAt(reads) as UnitType | null;
  }
}

export const UnitResult = createUnionType({ name: "UnitResult", types: () => [UnitChanged, ...FAILURES] as const });
