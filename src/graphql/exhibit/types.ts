import { Arg, Args, createUnionType, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import { sumOfTotals, type Totals, totalsOf } from "../../domain/exhibit/quantities.js";
import type { ExhibitLine } from "../../domain/exhibit/seizure.js";
import type { SeizureExtensionKind, SeizureGround, SeizureStatus } from "../../domain/exhibit/terms.js";
import {
  type ExhibitLineRow,
  headOf,
  lineOf,
  type SeizureHead,
  type SeizureRow,
} from "../../projections/exhibitRow.js";
import type { Basis } from "../../projections/basis.js";
import { type DayBasis, namesDay } from "../../projections/onDay/recordsOnDay.js";
import { pageOf, type Rows, type Window } from "../../projections/paging.js";
import { CommandDone } from "../shared/command.js";
import { connect, type ConnectionOf, connectionType, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { FAILURES } from "../shared/failures.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { globalId, GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";
import { violationCaseAt, ViolationCaseType } from "../violationCase/types.js";
import { ExhibitUnitEnum, SeizureExtensionEnum, SeizureGroundEnum, SeizureStatusEnum } from "./enums.js";
import { ExhibitLineConnection, ExhibitLineType, ExhibitQuantities } from "./lines.js";
import { CustodyStep, CustodyStepConnection } from "./steps.js";

@ObjectType("Seizure", {
  implements: Node,
  description: "A temporary seizure of exhibits (tạm giữ tang vật) and what became of every copy.",
})
export class SeizureType extends Node {
  readonly #head: SeizureHead;
  #lines: readonly ExhibitLine[] | undefined;

  constructor(
    private readonly row: SeizureRow,
    private readonly basis: Basis,
    /** On a day: the inventory as it was then. */
    private readonly inventory?: readonly ExhibitLineRow[],
  ) {
    super();
    this.#head = headOf(row);
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("Seizure", this.row.id);
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.row.revision;
  }

  @Field(() => SeizureStatusEnum)
  get status(): SeizureStatus {
    return this.row.status;
  }

  @Field(() => ViolationCaseType, { nullable: true })
  violationCase(@Ctx() { reads }: LedgerContext): Found<ViolationCaseType> {
    return violationCaseAt(reads, this.row.case_id, this.basis);
  }

  @Field(() => UnitType, { nullable: true, description: "The unit that seized." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.row.unit_id, this.basis);
  }

  @Field(() => String, { description: "As the unit was called on the day of the seizure." })
  get unitName(): string {
    return this.#head.unitName;
  }

  @Field(() => SeizureGroundEnum)
  get grounds(): SeizureGround {
    return this.#head.grounds;
  }

  @Field(() => String, { description: "Số biên bản tạm giữ." })
  get minutesNumber(): string {
    return this.row.minutes_number;
  }

  @Field(() => String, { description: "Số quyết định tạm giữ." })
  get decisionNumber(): string {
    return this.#head.decisionNumber;
  }

  @Field(() => GraphQLLocalDate, { description: "The day of the actual seizure." })
  get seizedOn(): string {
    return this.row.seized_on;
  }

  @Field(() => GraphQLLocalDate, { description: "The last day in time, as notified; extensions move it." })
  get dueOn(): string {
    return this.row.due_on;
  }

  @Field(() => [SeizureExtensionEnum])
  get extensions(): readonly SeizureExtensionKind[] {
    return this.#head.extensions;
  }

  @Field(() => Boolean, { description: "Copies are in custody and their time is over." })
  isOverdue(
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "By this day; the basis's day if absent." })
    on: string | undefined,
  ): boolean {
    return this.row.status === "IN_CUSTODY" && this.row.due_on < (on ?? dayOf(this.basis));
  }

  @Field(() => [GraphQLLocalDate], { description: "Of public notices for an owner whom nobody knows." })
  get announcedOn(): readonly string[] {
    return this.#head.announcedOn;
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.row.recorded_at);
  }

  @Field(() => ExhibitQuantities, {
    description: "Of all lines in this unit of counting together. A voided seizure still shows what was entered.",
  })
  quantities(
    @Arg("unit", () => ExhibitUnitEnum, { defaultValue: "COPY" }) unit: keyof typeof ExhibitUnitEnum,
    @Ctx() { reads }: LedgerContext,
  ): Totals {
    // Read once, for however many units it is asked.
    this.#lines ??= (this.inventory ?? reads.exhibits.linesAt(this.row.id, this.basis.position)).map(lineOf);
    return sumOfTotals(this.#lines.filter((line) => line.unit === unit).map(totalsOf));
  }

  @Field(() => ExhibitLineConnection, { description: "The inventory, in its order." })
  lines(@Args(() => PageArgs) args: PageArgs, @Ctx() { reads }: LedgerContext): ConnectionOf<ExhibitLineType> {
    const read = (window: Window): Rows<ExhibitLineRow> =>
      this.inventory
        ? pageOf(this.inventory, ({ line_no, id }) => [line_no, id], window)
        : reads.exhibits.lines(this.row.id, window, this.basis.position);
    return connect(
      args,
      this.basis,
      ["exhibitLines", this.row.id],
      read,
      (row) => new ExhibitLineType(row, this.basis),
    );
  }

  @Field(() => CustodyStepConnection, { description: "The chain of custody, in the order in which it was recorded." })
  custody(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() { reads }: LedgerContext,
  ): ConnectionOf<CustodyStep> {
    return connect(
      args,
      this.basis,
      ["custody", this.row.id, direction],
      (window) => reads.exhibits.steps(this.row.id, direction, window, this.basis.position, this.basis.validAt),
      (row) => new CustodyStep(row, this.basis),
    );
  }
}

type Reads = LedgerContext["reads"];

export function seizureAt(reads: Reads, id: string, basis: Basis): Found<SeizureType> {
  const row = reads.exhibits.get(id, basis.position);
  return row ? seizureOf(reads, row, basis) : null;
}

/** Null: nothing had been seized by the day that is asked about. */
export const seizureOf = (reads: Reads, row: SeizureRow, basis: Basis): Found<SeizureType> =>
  namesDay(basis) ? seizureOnDay(reads, row.id, basis) : new SeizureType(row, basis);

async function seizureOnDay(reads: Reads, id: string, basis: DayBasis): Promise<SeizureType | null> {
  const found = await reads.onDay.seizure(id, basis);
  return found ? new SeizureType(found.row, basis, found.lines) : null;
}

export const SeizureConnection = connectionType("Seizure", () => SeizureType);

@ObjectType({ implements: CommandDone })
export class SeizureChanged extends CommandDone {
  constructor(done: Done) {
    super(done, seizureAt);
  }

  @Field(() => SeizureType, {
    nullable: true,
    description: "The seizure at `position`. Null only if this node is late in reading what it has durably written.",
  })
  seizure(@Ctx() { reads }: LedgerContext): SeizureType | null {
    return this.recordAt(reads) as SeizureType | null;
  }
}

export const SeizureResult = createUnionType({
  name: "SeizureResult",
  types: () => [SeizureChanged, ...FAILURES] as const,
});
