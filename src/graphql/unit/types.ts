import { Ctx, Field, ObjectType } from "type-graphql";
import { choice, NOBODY, part, ref } from "../../domain/kernel/fields.js";
import { CHANGE } from "../../domain/kernel/registerFields.js";
import { nameOn } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { unit } from "../../domain/unit/record.js";
import { UNIT_ENDINGS, UNIT_FUNCTIONS, type UnitFunction } from "../../domain/unit/terms.js";
import { CALENDAR, functionsOn, UNIT, type Unit, unitOn } from "../../domain/unit/unit.js";
import type { UnitVersion } from "../../projections/unit/table.js";
import { changedOf } from "../derive/changed.js";
import { TermsField } from "../derive/enums.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { TextField } from "../derive/shown.js";
import { shownPart, showState } from "../derive/shownFields.js";
import { mayRead } from "../shared/access.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";

const SUCCESSION = part(
  "UnitSuccession",
  {
    kind: choice(UNIT_ENDINGS, say("hình thức kế thừa", "kind of succession")),
    ...CHANGE,
    unitId: ref("Unit", say("đơn vị", "unit"), "The unit at the other end of the step."),
  },
  "One step of succession (kế thừa) between units.",
);
const UnitSuccession = shownPart(SUCCESSION);
const UnitCalendar = shownPart(CALENDAR);

@ObjectType("Unit", {
  implements: Node,
  description: "A department, sector, district or commune (cơ quan, đơn vị, địa phương) as the ledger knows it.",
})
export class UnitType extends recordNode<UnitVersion>("Unit", ({ state }, { today }) => nameOn(state.names, today)) {
  get state(): Unit {
    return this.version.state;
  }

  @TextField(NOBODY, { description: "The name in force on the day of the answer's basis." })
  get name(): string {
    return nameOn(this.state.names, this.basis.today);
  }

  @TermsField(UNIT_FUNCTIONS, { description: "Its functions of state management on the day of the answer's basis." })
  get functions(): readonly UnitFunction[] {
    return functionsOn(this.state, this.basis.today);
  }

  @TextField(NOBODY, { description: "Căn cứ: the decision on which its beginning, or its end, rests." })
  get legalBasis(): string {
    return this.state.endingBasis ?? this.state.registeredBasis;
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

  @Field(() => [UnitSuccession], { description: "What came after it, or is to come: see `effectiveOn`." })
  successors(): object[] {
    return this.state.successorIds.toSorted().flatMap((id) => this.succession(this.state, id));
  }

  @Field(() => [UnitSuccession], { description: "What it came from, or is to take in: see `effectiveOn`." })
  predecessors(@Ctx() { reads }: LedgerContext): object[] {
    const ended = reads.units.predecessorsOf(this.version.id, this.basis.position);
    return ended.flatMap((id) => {
      const unit = unitAt(reads, id, this.basis);
      return unit ? this.succession(unit.state, id) : [];
    });
  }

  /** The end of one as a step that leads to or from the other. None: by the day that is asked about, it had not ended. */
  private succession({ ending, endsOn, endingBasis }: Unit, unitId: string): object[] {
    if (ending === null || endsOn === null || endingBasis === null) return [];
    const state = { kind: ending, effectiveOn: endsOn, legalBasis: endingBasis, unitId };
    return [new UnitSuccession({ state, basis: this.basis })];
  }

  @Field(() => [UnitCalendar], {
    description: "Calendars of what is due to it that were issued and not withdrawn; for those who may read records.",
  })
  calendars(@Ctx() { principal }: LedgerContext): object[] {
    if (!mayRead(principal, "records")) return [];
    return this.state.calendars.map((state) => new UnitCalendar({ state, basis: this.basis }));
  }

  nameOn(day: string): string {
    return nameOn(this.state.names, day);
  }
}

showState(UnitType, UNIT);
withNextSteps(UnitType, unit, ({ state }) => state);

export const { at: unitAt, of: unitOf } = entries(UnitType, (reads) => reads.units, unitOn);

@ObjectType({ implements: CommandDone })
export class UnitChanged extends changedOf(unit, UnitType, unitAt) {}
