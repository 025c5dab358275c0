import { Arg, createUnionType, Ctx, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import { type DatedName, nameOn } from "../../domain/kernel/time.js";
import { lastDayOf, statusOn } from "../../domain/pressAgency/life.js";
import {
  PRESS_AGENCY_KINDS,
  PRESS_AGENCY_LEVELS,
  PRESS_AGENCY_STATUSES,
  type PressAgencyKind,
  type PressAgencyLevel,
  type PressAgencyStatus,
} from "../../domain/pressAgency/pressAgency.js";
import {
  namesOf,
  type PressAgencyRow,
  type RecordedSuspension,
  suspensionsOf,
} from "../../projections/pressAgencies.js";
import type { Basis } from "../../projections/basis.js";
import { namesDay } from "../../projections/onDay/recordsOnDay.js";
import { agencyOn } from "../../projections/onDay/registers.js";
import { CommandDone } from "../shared/command.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { enumOf } from "../shared/enums.js";
import { FAILURES } from "../shared/failures.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLLocalDate } from "../shared/scalars.js";

export const PressAgencyKindEnum = enumOf(PRESS_AGENCY_KINDS);
registerEnumType(PressAgencyKindEnum, {
  name: "PressAgencyKind",
  description: "Báo in, tạp chí in; báo điện tử; báo nói; báo hình; thông tấn.",
});
export const PressAgencyLevelEnum = enumOf(PRESS_AGENCY_LEVELS);
registerEnumType(PressAgencyLevelEnum, {
  name: "PressAgencyLevel",
  description: "Báo chí trung ương; của tỉnh; của tỉnh khác; nước ngoài.",
});
export const PressAgencyStatusEnum = enumOf(PRESS_AGENCY_STATUSES);
registerEnumType(PressAgencyStatusEnum, {
  name: "PressAgencyStatus",
  description: "Đang hoạt động; bị đình bản, đình chỉ; đã sáp nhập; đã chấm dứt hoạt động.",
});

@ObjectType({ description: "A name and the day from which it was in force." })
export class PressAgencyName {
  @Field(() => String)
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

  @Field(() => String, { description: "Căn cứ." })
  get legalBasis(): string {
    return this.suspension.legalBasis;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on it was lifted (cho hoạt động lại)." })
  get liftedOn(): string | null {
    return this.suspension.liftedOn;
  }

  @Field(() => String, { nullable: true, description: "What the lifting rests on." })
  get liftingBasis(): string | null {
    return this.suspension.liftingBasis;
  }
}

@ObjectType("PressAgency", {
  implements: Node,
  description: "A press agency (cơ quan báo chí), Press Law 2016 and its successor.",
})
export class PressAgencyType extends Node {
  constructor(
    private readonly row: PressAgencyRow,
    private readonly basis: Basis,
  ) {
    super();
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("PressAgency", this.row.id);
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.row.revision;
  }

  @Field(() => String, { description: "The name in force on the day of the answer's basis." })
  get name(): string {
    return nameOn(namesOf(this.row), dayOf(this.basis));
  }

  @Field(() => [PressAgencyName], { description: "All its names, in the order in which they were recorded." })
  get names(): readonly DatedName[] {
    return namesOf(this.row);
  }

  @Field(() => [PressAgencyKindEnum], { description: "Loại hình." })
  get kinds(): readonly PressAgencyKind[] {
    return JSON.parse(this.row.kinds_json) as PressAgencyKind[];
  }

  @Field(() => PressAgencyLevelEnum)
  get level(): PressAgencyLevel {
    return this.row.level;
  }

  @Field(() => String, { description: "Cơ quan chủ quản." })
  get governingBody(): string {
    return this.row.governing_body;
  }

  @Field(() => String, { nullable: true, description: "Số giấy phép hoạt động báo chí." })
  get licenceNumber(): string | null {
    return this.row.licence_number;
  }

  @Field(() => GraphQLLocalDate)
  get registeredOn(): string {
    return this.row.registered_on;
  }

  @Field(() => PressAgencyStatusEnum, {
    description: "As last recorded; what was recorded may lie ahead, or its term be over. See `statusOn`.",
  })
  get status(): PressAgencyStatus {
    return this.row.status;
  }

  @Field(() => PressAgencyStatusEnum, { description: "How it stands on a day, as far as is recorded." })
  statusOn(@Arg("day", () => GraphQLLocalDate) day: string): PressAgencyStatus {
    const { ends_on: endsOn, ending } = this.row;
    return statusOn({ suspensions: suspensionsOf(this.row), endsOn, ending }, day);
  }

  @Field(() => [PressAgencySuspension], { description: "In the order in which they were recorded." })
  get suspensions(): PressAgencySuspension[] {
    return suspensionsOf(this.row).map((one) => new PressAgencySuspension(one));
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on the agency is no more." })
  get endsOn(): string | null {
    return this.row.ends_on;
  }

  @Field(() => String, { nullable: true, description: "Căn cứ: what its last change rests on." })
  get legalBasis(): string | null {
    return this.row.legal_basis;
  }

  @Field(() => PressAgencyType, { nullable: true, description: "The agency into which it was merged (sáp nhập)." })
  mergedInto(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return this.row.merged_into_id === null ? null : pressAgencyAt(reads, this.row.merged_into_id, this.basis);
  }

  @Field(() => String, { nullable: true, description: "That agency's name on the day of the merger." })
  get mergedIntoName(): string | null {
    return this.row.merged_into_name;
  }

  @Field(() => [PressAgencyType], { description: "The agencies that were merged into it." })
  predecessors(@Ctx() { reads }: LedgerContext): PressAgencyType[] {
    const rows = reads.pressAgencies.mergedInto(this.row.id, this.basis.position);
    const { validAt } = this.basis;
    const merged = rows.filter(({ ends_on }) => validAt === undefined || (ends_on !== null && ends_on <= validAt));
    return merged.flatMap((row) => agencyOf(row, this.basis) ?? []);
  }
}

export function pressAgencyAt(reads: LedgerContext["reads"], id: string, basis: Basis): PressAgencyType | null {
  const row = reads.pressAgencies.get(id, basis.position);
  return row ? agencyOf(row, basis) : null;
}

/** Null: it was not registered by the day that is asked about. */
export function agencyOf(row: PressAgencyRow, basis: Basis): PressAgencyType | null {
  const then = namesDay(basis) ? agencyOn(row, basis.validAt) : row;
  return then ? new PressAgencyType(then, basis) : null;
}

export const PressAgencyConnection = connectionType("PressAgency", () => PressAgencyType);

@ObjectType({ implements: CommandDone })
export class PressAgencyChanged extends CommandDone {
  constructor(done: Done) {
    super(done, pressAgencyAt);
  }

  @Field(() => PressAgencyType, {
    nullable: true,
    description:
      "The press agency at `position`. Null only if this node is late in reading what it has durably written.",
  })
  pressAgency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return this.recordAt(reads) as PressAgencyType | null;
  }
}

export const PressAgencyResult = createUnionType({
  name: "PressAgencyResult",
  types: () => [PressAgencyChanged, ...FAILURES] as const,
});
