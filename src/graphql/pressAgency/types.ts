import { Arg, Ctx, Field, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { type DatedName, nameOn } from "../../domain/kernel/time.js";
import { lastDayOf, pressAgencyOn, statusOn } from "../../domain/pressAgency/life.js";
import type { RecordedSuspension } from "../../domain/pressAgency/pressAgency.js";
import { pressAgency } from "../../domain/pressAgency/record.js";
import {
  PRESS_AGENCY_KINDS,
  PRESS_AGENCY_LEVELS,
  PRESS_AGENCY_STATUSES,
  type PressAgencyKind,
  type PressAgencyLevel,
  type PressAgencyStatus,
} from "../../domain/pressAgency/terms.js";
import type { PressAgencyVersion } from "../../projections/pressAgency/table.js";
import { changedOf } from "../derive/changed.js";
import { enumType, TermField, TermsField } from "../derive/enums.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

const PressAgencyStatusEnum = enumType(PRESS_AGENCY_STATUSES);

@ObjectType({ description: "A name and the day from which it was in force." })
export class PressAgencyName {
  @TextField(NOBODY)
  name!: string;
  @Field(() => GraphQLLocalDate)
  from!: string;
}

@ObjectType({ description: "A suspension (đình bản, tạm đình chỉ)." })
export class PressAgencySuspension {
  constructor(private readonly suspension: RecordedSuspension) {}

  @Field(() => GraphQLLocalDate)
  get from(): string {
    return this.suspension.from;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Its last day, by its own term or by the reinstatement; null while neither is known.",
  })
  get lastDay(): string | null {
    return lastDayOf(this.suspension);
  }

  @TextField(NOBODY, { description: "Căn cứ." })
  get legalBasis(): string {
    return this.suspension.legalBasis;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on it was lifted (cho hoạt động lại)." })
  get liftedOn(): string | null {
    return this.suspension.liftedOn;
  }

  @TextField(NOBODY, { nullable: true, description: "What the lifting rests on." })
  get liftingBasis(): string | null {
    return this.suspension.liftingBasis;
  }
}

@ObjectType("PressAgency", {
  implements: Node,
  description: "A press agency (cơ quan báo chí), Press Law 2016 and its successor.",
})
export class PressAgencyType extends recordNode<PressAgencyVersion>("PressAgency", ({ state }, { today }) =>
  nameOn(state.names, today),
) {
  @TextField(NOBODY, { description: "The name in force on the day of the answer's basis." })
  get name(): string {
    return nameOn(this.version.state.names, this.basis.today);
  }

  @Field(() => [PressAgencyName], { description: "All its names, in the order in which they were recorded." })
  get names(): readonly DatedName[] {
    return this.version.state.names;
  }

  @TermsField(PRESS_AGENCY_KINDS, { description: "Loại hình." })
  get kinds(): readonly PressAgencyKind[] {
    return this.version.state.kinds;
  }

  @TermField(PRESS_AGENCY_LEVELS)
  get level(): PressAgencyLevel {
    return this.version.state.level;
  }

  @TextField(NOBODY, { description: "Cơ quan chủ quản." })
  get governingBody(): string {
    return this.version.state.governingBody;
  }

  @TextField(NOBODY, { nullable: true, description: "Số giấy phép hoạt động báo chí." })
  get licenceNumber(): string | null {
    return this.version.state.licenceNumber;
  }

  @Field(() => GraphQLLocalDate)
  get registeredOn(): string {
    return this.version.state.registeredOn;
  }

  @TermField(PRESS_AGENCY_STATUSES, {
    description:
      "How it stands on the day of the answer's basis; what is recorded of later days has not come. See `statusOn`.",
  })
  get status(): PressAgencyStatus {
    return statusOn(this.version.state, this.basis.today);
  }

  @Field(() => PressAgencyStatusEnum, { description: "How it stands on a day, as far as is recorded." })
  statusOn(@Arg("day", () => GraphQLLocalDate) day: string): PressAgencyStatus {
    return statusOn(this.version.state, day);
  }

  @Field(() => [PressAgencySuspension], { description: "In the order in which they were recorded." })
  get suspensions(): PressAgencySuspension[] {
    return this.version.state.suspensions.map((one) => new PressAgencySuspension(one));
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on the agency is no more." })
  get endsOn(): string | null {
    return this.version.state.endsOn;
  }

  @TextField(NOBODY, { nullable: true, description: "Căn cứ: what its last change rests on." })
  get legalBasis(): string | null {
    return this.version.state.changes.at(-1)?.legalBasis ?? null;
  }

  @Field(() => PressAgencyType, {
    nullable: true,
    description: "The agency into which it is merged (sáp nhập) from `endsOn` on.",
  })
  mergedInto(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    const { mergedInto } = this.version.state;
    return mergedInto && pressAgencyAt(reads, mergedInto.agencyId, this.basis);
  }

  @TextField(NOBODY, { nullable: true, description: "That agency's name on the day of the merger." })
  get mergedIntoName(): string | null {
    return this.version.state.mergedInto?.name ?? null;
  }

  @Field(() => [PressAgencyType], { description: "The agencies that are merged into it, each from its `endsOn` on." })
  predecessors(@Ctx() { reads }: LedgerContext): PressAgencyType[] {
    const merged = reads.pressAgencies
      .mergedInto(this.version.id, this.basis.position)
      .flatMap((version) => pressAgencyOf(reads, version, this.basis) ?? []);
    return merged.filter(({ version }) => version.state.mergedInto !== null);
  }
}

withNextSteps(PressAgencyType, pressAgency, (shown) => shown.version.state);

export const { at: pressAgencyAt, of: pressAgencyOf } = entries(
  PressAgencyType,
  (reads) => reads.pressAgencies,
  pressAgencyOn,
);

@ObjectType({ implements: CommandDone })
export class PressAgencyChanged extends changedOf(pressAgency, PressAgencyType, pressAgencyAt) {}
