import { Ctx, Field, ID, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { DatedName } from "../../domain/kernel/time.js";
import { nameOn } from "../../domain/kernel/time.js";
import { unit } from "../../domain/unit/record.js";
import {
  UNIT_ENDINGS,
  UNIT_FUNCTIONS,
  UNIT_KINDS,
  type UnitEnding,
  type UnitFunction,
  type UnitKind,
} from "../../domain/unit/terms.js";
import { functionsOn, type Unit, type UnitCalendar, unitOn } from "../../domain/unit/unit.js";
import type { UnitVersion } from "../../projections/unit/table.js";
import { changedOf } from "../derive/changed.js";
import { TermField, TermsField } from "../derive/enums.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { mayRead } from "../shared/access.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

@ObjectType({ description: "A name and the day from which it was in force." })
export class UnitName {
  @TextField(NOBODY)
  name!: string;
  @Field(() => GraphQLLocalDate)
  from!: string;
}

@ObjectType("UnitCalendar", { description: "A calendar of what is due to a unit. Its secret is in no ledger." })
export class UnitCalendarType {
  @Field(() => ID, { description: "Give it to `withdrawUnitCalendar`." })
  calendarId!: string;
  @TextField(NOBODY, { description: "For what it was issued." })
  purpose!: string;
}

@ObjectType("Unit", {
  implements: Node,
  description: "A department, sector, district or commune (cơ quan, đơn vị, địa phương) as the ledger knows it.",
})
export class UnitType extends recordNode<UnitVersion>("Unit", ({ state }, { today }) => nameOn(state.names, today)) {
  @TermField(UNIT_KINDS)
  get kind(): UnitKind {
    return this.version.state.kind;
  }

  @TextField(NOBODY, { description: "The name in force on the day of the answer's basis." })
  get name(): string {
    return nameOn(this.version.state.names, this.basis.today);
  }

  @Field(() => [UnitName], { description: "All its names, in the order in which they were recorded." })
  get names(): readonly DatedName[] {
    return this.version.state.names;
  }

  @TextField(NOBODY, { nullable: true, description: "Mã đơn vị." })
  get code(): string | null {
    return this.version.state.code;
  }

  @TermsField(UNIT_FUNCTIONS, { description: "Its functions of state management on the day of the answer's basis." })
  get functions(): readonly UnitFunction[] {
    return functionsOn(this.version.state, this.basis.today);
  }

  @Field(() => GraphQLLocalDate)
  get startsOn(): string {
    return this.version.state.startsOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on the unit is no more." })
  get endsOn(): string | null {
    return this.version.state.endsOn;
  }

  @TermField(UNIT_ENDINGS, { nullable: true })
  get ending(): UnitEnding | null {
    return this.version.state.ending;
  }

  @TextField(NOBODY, { description: "Căn cứ: the decision on which its beginning, or its end, rests." })
  get legalBasis(): string {
    return this.version.state.endingBasis ?? this.version.state.registeredBasis;
  }

  @Field(() => UnitType, {
    nullable: true,
    description:
      "Under which it stands on the day of the answer's basis: where it was put by then, or, where that unit has been " +
      "merged into another, under that one. A unit that is no more stays where it stood on its last day.",
  })
  parent(@Ctx() { reads }: LedgerContext): UnitType | null {
    const parentId = reads.units.parentOf(this.version, this.basis.position, this.basis.today);
    return parentId === null ? null : unitAt(reads, parentId, this.basis);
  }

  @Field(() => [UnitPlacement], {
    description:
      "Under which units it was put, in the order in which that was recorded. Who succeeded them shows in `parent`.",
  })
  placements(@Ctx() { reads }: LedgerContext): UnitPlacement[] {
    return this.version.state.parents.map(({ parentId, from }) =>
      Object.assign(new UnitPlacement(), {
        from,
        unit: parentId === null ? null : unitAt(reads, parentId, this.basis),
      }),
    );
  }

  @Field(() => [UnitSuccession], { description: "What came after it, or is to come: see `effectiveOn`." })
  successors(@Ctx() { reads }: LedgerContext): UnitSuccession[] {
    const { state } = this.version;
    return state.successorIds.toSorted().flatMap((id) => UnitSuccession.of(state, unitAt(reads, id, this.basis)));
  }

  @Field(() => [UnitSuccession], { description: "What it came from, or is to take in: see `effectiveOn`." })
  predecessors(@Ctx() { reads }: LedgerContext): UnitSuccession[] {
    const ended = reads.units.predecessorsOf(this.version.id, this.basis.position);
    return ended.flatMap((id) => {
      const unit = unitAt(reads, id, this.basis);
      return unit ? UnitSuccession.of(unit.version.state, unit) : [];
    });
  }

  @Field(() => [UnitCalendarType], {
    description: "Calendars of what is due to it that were issued and not withdrawn; for those who may read records.",
  })
  calendars(@Ctx() { principal }: LedgerContext): readonly UnitCalendar[] {
    return mayRead(principal, "records") ? this.version.state.calendars : [];
  }

  nameOn(day: string): string {
    return nameOn(this.version.state.names, day);
  }
}

withNextSteps(UnitType, unit, (shown) => shown.version.state);

@ObjectType({ description: "A unit under which another was put, and the day from which it stands there." })
export class UnitPlacement {
  @Field(() => GraphQLLocalDate)
  readonly from!: string;
  @Field(() => UnitType, { nullable: true, description: "Null: it was put under none." })
  readonly unit!: UnitType | null;
}

@ObjectType({ description: "One step of succession (kế thừa) between units." })
export class UnitSuccession {
  @TermField(UNIT_ENDINGS)
  readonly kind!: UnitEnding;
  @Field(() => GraphQLLocalDate)
  readonly effectiveOn!: string;
  @TextField(NOBODY)
  readonly legalBasis!: string;
  @Field(() => UnitType, { nullable: true, description: "The unit at the other end of the step." })
  readonly unit!: UnitType | null;

  /** None: by the day that is asked about, the unit had not ended. */
  static of({ ending, endsOn, endingBasis }: Unit, unit: UnitType | null): UnitSuccession[] {
    if (ending === null || endsOn === null || endingBasis === null) return [];
    const step = { kind: ending, effectiveOn: endsOn, legalBasis: endingBasis, unit };
    return [Object.assign(new UnitSuccession(), step)];
  }
}

export const { at: unitAt, of: unitOf } = entries(UnitType, (reads) => reads.units, unitOn);

@ObjectType({ implements: CommandDone })
export class UnitChanged extends changedOf(unit, UnitType, unitAt) {}
