import { Arg, Args, Ctx, Field, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { viDay } from "../../domain/kernel/words.js";
import { TextField } from "../derive/shown.js";
import { sumOfTotals, type Totals, totalsOf } from "../../domain/seizure/quantities.js";
import { seizure } from "../../domain/seizure/record.js";
import {
  EXHIBIT_UNITS,
  type ExhibitUnit,
  SEIZURE_EXTENSIONS,
  SEIZURE_GROUNDS,
  SEIZURE_STATUSES,
  type SeizureExtensionKind,
  type SeizureGround,
  type SeizureStatus,
} from "../../domain/seizure/terms.js";
import { pageOf } from "../../projections/table/paging.js";
import type { SeizureVersion } from "../../projections/seizure/table.js";
import { changedOf } from "../derive/changed.js";
import { enumType, TermField, TermsField } from "../derive/enums.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { CommandDone } from "../shared/command.js";
import { connect, type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";
import { violationCaseAt, ViolationCaseType } from "../violationCase/types.js";
import { ExhibitLineConnection, ExhibitLineType, ExhibitQuantities } from "./lines.js";
import { CustodyStep, CustodyStepConnection } from "./steps.js";

const ExhibitUnitEnum = enumType(EXHIBIT_UNITS);

@ObjectType("Seizure", {
  implements: Node,
  description: "A temporary seizure of exhibits (tạm giữ tang vật) and what became of every copy.",
})
export class SeizureType extends recordNode<SeizureVersion>(
  "Seizure",
  ({ state: { minutesNumber, seizedOn } }) => `Biên bản số ${minutesNumber} ngày ${viDay(seizedOn)}`,
) {
  @TermField(SEIZURE_STATUSES)
  get status(): SeizureStatus {
    return this.version.state.status;
  }

  @Field(() => ViolationCaseType, { nullable: true })
  violationCase(@Ctx() { reads }: LedgerContext): Found<ViolationCaseType> {
    return violationCaseAt(reads, this.version.state.caseId, this.basis);
  }

  @Field(() => UnitType, { nullable: true, description: "The unit that seized." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.version.state.unit.unitId, this.basis);
  }

  @TextField(NOBODY, { description: "As the unit was called on the day of the seizure." })
  get unitName(): string {
    return this.version.state.unit.name;
  }

  @TermField(SEIZURE_GROUNDS)
  get grounds(): SeizureGround {
    return this.version.state.grounds;
  }

  @TextField(NOBODY, { description: "Số biên bản tạm giữ." })
  get minutesNumber(): string {
    return this.version.state.minutesNumber;
  }

  @TextField(NOBODY, { description: "Số quyết định tạm giữ." })
  get decisionNumber(): string {
    return this.version.state.decisionNumber;
  }

  @Field(() => GraphQLLocalDate, { description: "The day of the actual seizure." })
  get seizedOn(): string {
    return this.version.state.seizedOn;
  }

  @Field(() => GraphQLLocalDate, { description: "The last day in time, as notified; extensions move it." })
  get dueOn(): string {
    return this.version.state.dueOn;
  }

  @TermsField(SEIZURE_EXTENSIONS)
  get extensions(): readonly SeizureExtensionKind[] {
    return this.version.state.extensions;
  }

  @Field(() => Boolean, { description: "Copies are in custody and their time is over." })
  isOverdue(
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "By this day; the basis's day if absent." })
    on: string | undefined,
  ): boolean {
    return this.version.state.status === "IN_CUSTODY" && this.version.state.dueOn < (on ?? this.basis.today);
  }

  @Field(() => [GraphQLLocalDate], { description: "Of public notices for an owner whom nobody knows." })
  get announcedOn(): readonly string[] {
    return this.version.state.announcedOn;
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }

  @Field(() => ExhibitQuantities, {
    description: "Of all lines in this unit of counting together. A voided seizure still shows what was entered.",
  })
  quantities(@Arg("unit", () => ExhibitUnitEnum, { defaultValue: "COPY" }) unit: ExhibitUnit): Totals {
    return sumOfTotals(this.version.state.lines.filter((line) => line.unit === unit).map(totalsOf));
  }

  @Field(() => ExhibitLineConnection, { description: "The inventory, in its order." })
  lines(@Args(() => PageArgs) args: PageArgs): ConnectionOf<ExhibitLineType> {
    const lines = this.version.state.lines.map((line, index) => ({ line, number: index + 1 }));
    return connect(
      args,
      this.basis,
      ["exhibitLines", this.version.id],
      (window) => pageOf(lines, ({ line, number }) => [number, line.lineId], window),
      ({ line, number }) => new ExhibitLineType(line, number, this.basis),
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
      ["custody", this.version.id, direction],
      (window) => reads.seizures.steps(this.version.id, direction, window, this.basis.position, this.basis.validAt),
      (row) => new CustodyStep(row, this.basis),
    );
  }
}

withNextSteps(SeizureType, seizure, (shown) => shown.version.state);

export const { at: seizureAt, of: seizureOf } = proceedings(
  SeizureType,
  (reads) => reads.seizures,
  (records, id, basis) => records.seizure(id, basis),
);

@ObjectType({ implements: CommandDone })
export class SeizureChanged extends changedOf(seizure, SeizureType, seizureAt) {}
