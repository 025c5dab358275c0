import { Arg, Ctx, Field, ObjectType } from "type-graphql";
import { asIn, day, NOBODY, optional, part } from "../../domain/kernel/fields.js";
import { nameOn } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { lastDayOf, pressAgencyOn, statusOn } from "../../domain/pressAgency/life.js";
import { PRESS_AGENCY, type PressAgency, SUSPENSION } from "../../domain/pressAgency/pressAgency.js";
import { pressAgency } from "../../domain/pressAgency/record.js";
import { PRESS_AGENCY_STATUSES, type PressAgencyStatus } from "../../domain/pressAgency/terms.js";
import type { PressAgencyVersion } from "../../projections/pressAgency/table.js";
import { changedOf } from "../derive/changed.js";
import { enumType, TermField } from "../derive/enums.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { TextField } from "../derive/shown.js";
import { shownPart, showState } from "../derive/shownFields.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

const PressAgencyStatusEnum = enumType(PRESS_AGENCY_STATUSES);

const SHOWN_SUSPENSION = part(
  "PressAgencySuspension",
  {
    ...asIn(SUSPENSION, "from", "legalBasis", "liftedOn", "liftingBasis"),
    lastDay: optional(
      day(
        say("đến hết ngày", "last day"),
        "Its last day, by its own term or by the reinstatement; null while neither is known.",
      ),
    ),
  },
  "A suspension (đình bản, tạm đình chỉ).",
);
const PressAgencySuspension = shownPart(SHOWN_SUSPENSION);

@ObjectType("PressAgency", {
  implements: Node,
  description: "A press agency (cơ quan báo chí), Press Law 2016 and its successor.",
})
export class PressAgencyType extends recordNode<PressAgencyVersion>("PressAgency", ({ state }, { today }) =>
  nameOn(state.names, today),
) {
  get state(): PressAgency {
    return this.version.state;
  }

  @TextField(NOBODY, { description: "The name in force on the day of the answer's basis." })
  get name(): string {
    return nameOn(this.state.names, this.basis.today);
  }

  @TermField(PRESS_AGENCY_STATUSES, {
    description:
      "How it stands on the day of the answer's basis; what is recorded of later days has not come. See `statusOn`.",
  })
  get status(): PressAgencyStatus {
    return statusOn(this.state, this.basis.today);
  }

  @Field(() => PressAgencyStatusEnum, { description: "How it stands on a day, as far as is recorded." })
  statusOn(@Arg("day", () => GraphQLLocalDate) day: string): PressAgencyStatus {
    return statusOn(this.state, day);
  }

  @Field(() => [PressAgencySuspension], { description: "In the order in which they were recorded." })
  get suspensions(): object[] {
    return this.state.suspensions.map((one) => {
      return new PressAgencySuspension({ state: { ...one, lastDay: lastDayOf(one) }, basis: this.basis });
    });
  }

  @TextField(NOBODY, { nullable: true, description: "Căn cứ: what its last change rests on." })
  get legalBasis(): string | null {
    return this.state.changes.at(-1)?.legalBasis ?? null;
  }

  @Field(() => [PressAgencyType], { description: "The agencies that are merged into it, each from its `endsOn` on." })
  predecessors(@Ctx() { reads }: LedgerContext): PressAgencyType[] {
    const merged = reads.pressAgencies
      .mergedInto(this.version.id, this.basis.position)
      .flatMap((version) => pressAgencyOf(reads, version, this.basis) ?? []);
    return merged.filter(({ state }) => state.mergedIntoId !== null);
  }
}

showState(PressAgencyType, PRESS_AGENCY);
withNextSteps(PressAgencyType, pressAgency, ({ state }) => state);

export const { at: pressAgencyAt, of: pressAgencyOf } = entries(
  PressAgencyType,
  (reads) => reads.pressAgencies,
  pressAgencyOn,
);

@ObjectType({ implements: CommandDone })
export class PressAgencyChanged extends changedOf(pressAgency, PressAgencyType, pressAgencyAt) {}
