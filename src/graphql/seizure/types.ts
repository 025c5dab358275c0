import { Arg, Args, Ctx, Field, ObjectType } from "type-graphql";
import { viDay } from "../../domain/kernel/words.js";
import { QUANTITIES, sumOfTotals, totalsOf } from "../../domain/seizure/quantities.js";
import { seizure } from "../../domain/seizure/record.js";
import { SEIZURE, type Seizure } from "../../domain/seizure/seizure.js";
import { EXHIBIT_UNITS, type ExhibitUnit } from "../../domain/seizure/terms.js";
import type { SeizureVersion } from "../../projections/seizure/table.js";
import { pageOf } from "../../projections/table/paging.js";
import { changedOf } from "../derive/changed.js";
import { enumType } from "../derive/enums.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { shownPart, type Shows, showState } from "../derive/shownFields.js";
import { ByDay } from "../shared/byDay.js";
import { CommandDone } from "../shared/command.js";
import { connect, type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { CustodyStepConnection, shownStep } from "./custody.js";
import { ExhibitLineConnection, shownLine } from "./lines.js";

const ExhibitQuantities = shownPart(QUANTITIES);
const ExhibitUnitEnum = enumType(EXHIBIT_UNITS);

@ObjectType("Seizure", {
  implements: Node,
  description: "A temporary seizure of exhibits (tạm giữ tang vật) and what became of every copy.",
})
export class SeizureType extends recordNode<SeizureVersion>(
  "Seizure",
  ({ state: { minutesNumber, seizedOn } }) => `Biên bản số ${minutesNumber} ngày ${viDay(seizedOn)}`,
) {
  get state(): Seizure {
    return this.version.state;
  }

  @Field(() => Boolean, { description: "Copies are in custody and their time is over." })
  isOverdue(@ByDay() on: string | undefined): boolean {
    return this.state.status === "IN_CUSTODY" && this.state.dueOn < (on ?? this.basis.today);
  }

  @Field(() => [GraphQLLocalDate], { description: "Of public notices for an owner whom nobody knows." })
  get announcedOn(): readonly string[] {
    return this.state.announcedOn;
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }

  @Field(() => ExhibitQuantities, {
    description: "Of all lines in this unit of counting together. A voided seizure still shows what was entered.",
  })
  quantities(
    @Arg("unit", () => ExhibitUnitEnum, { defaultValue: "COPY" }) unit: ExhibitUnit,
  ): Shows<typeof QUANTITIES.fields> {
    const state = sumOfTotals(this.state.lines.filter((line) => line.unit === unit).map(totalsOf));
    return new ExhibitQuantities({ state, basis: this.basis });
  }

  @Field(() => ExhibitLineConnection, { description: "The inventory, in its order." })
  lines(@Args(() => PageArgs) args: PageArgs): ConnectionOf<object> {
    const lines = this.state.lines.map((line, index) => ({ line, number: index + 1 }));
    return connect(
      args,
      this.basis,
      ["exhibitLines", this.version.id],
      (window) => pageOf(lines, ({ line, number }) => [number, line.lineId], window),
      ({ line, number }) => shownLine(line, number, this.basis),
    );
  }

  @Field(() => CustodyStepConnection, { description: "The chain of custody, in the order in which it was recorded." })
  custody(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() { reads }: LedgerContext,
  ): ConnectionOf<object> {
    return connect(
      args,
      this.basis,
      ["custody", this.version.id, direction],
      (window) => reads.seizures.steps(this.version.id, direction, window, this.basis.position, this.basis.validAt),
      (row) => shownStep(row, this.basis),
    );
  }
}

showState(SeizureType, SEIZURE);
withNextSteps(SeizureType, seizure, ({ state }) => state);

export const { at: seizureAt, of: seizureOf } = proceedings(
  SeizureType,
  (reads) => reads.seizures,
  (records, id, basis) => records.seizure(id, basis),
);

@ObjectType({ implements: CommandDone })
export class SeizureChanged extends changedOf(seizure, SeizureType, seizureAt) {}
