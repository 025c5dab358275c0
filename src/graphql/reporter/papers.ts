import { Ctx, Field, ObjectType } from "type-graphql";
import { NOBODY, PAPERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { AddressedUnit, RegisteredCard } from "../../domain/reporter/papers.js";
import type { Engagement } from "../../domain/reporter/reporter.js";
import type { Basis } from "../../projections/table/basis.js";
import { unitsOf } from "../../projections/reporter/queries.js";
import type { LetterRow } from "../../projections/reporter/table.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

@ObjectType("ReporterEngagement", { description: "For whom a reporter works from a day on." })
export class EngagementType {
  constructor(
    private readonly engagement: Engagement,
    private readonly basis: Basis,
  ) {}

  @Field(() => GraphQLLocalDate)
  get from(): string {
    return this.engagement.from;
  }

  @TextField(NOBODY, { description: "The agency's name on that day, as it was recorded." })
  get agencyName(): string {
    return this.engagement.agencyName;
  }

  @Field(() => PressAgencyType, { nullable: true })
  agency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return pressAgencyAt(reads, this.engagement.agencyId, this.basis);
  }
}

@ObjectType("PressCard", { description: "A press card (thẻ nhà báo), Press Law 2016 Art. 26–28." })
export class PressCardType {
  constructor(private readonly card: RegisteredCard) {}

  @TextField(PAPERS)
  get number(): string {
    return this.card.number;
  }

  @TextField(NOBODY, { description: "Kỳ hạn: the period of issue, as printed." })
  get issue(): string {
    return this.card.issue;
  }

  @Field(() => GraphQLLocalDate)
  get issuedOn(): string {
    return this.card.issuedOn;
  }

  @Field(() => GraphQLLocalDate, { description: "The last day on which it is valid, as printed." })
  get validTo(): string {
    return this.card.validTo;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on it is withdrawn (thu hồi)." })
  get withdrawnOn(): string | null {
    return this.card.withdrawnOn;
  }

  @TextField(NOBODY, { nullable: true, description: "The decision on which the withdrawal rests." })
  get withdrawalBasis(): string | null {
    return this.card.withdrawalBasis;
  }
}

@ObjectType({ description: "A unit to which a letter of introduction is addressed." })
export class LetterAddressee {
  constructor(
    private readonly addressed: AddressedUnit,
    private readonly basis: Basis,
  ) {}

  @TextField(NOBODY, { description: "The unit's name on the day of issue, as it was recorded." })
  get name(): string {
    return this.addressed.unitName;
  }

  @Field(() => UnitType, { nullable: true })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.addressed.unitId, this.basis);
  }
}

@ObjectType("IntroductionLetter", {
  description: "A letter of introduction (giấy giới thiệu): it names unit, content and time.",
})
export class IntroductionLetterType {
  constructor(
    private readonly row: LetterRow,
    private readonly basis: Basis,
  ) {}

  @TextField(PAPERS)
  get number(): string {
    return this.row.number;
  }

  @Field(() => GraphQLLocalDate)
  get issuedOn(): string {
    return this.row.issued_on;
  }

  @Field(() => GraphQLLocalDate, { description: "The last day on which it is valid." })
  get validTo(): string {
    return this.row.valid_to;
  }

  @TextField(NOBODY, { description: "Nội dung làm việc." })
  get content(): string {
    return this.row.content;
  }

  @TextField(NOBODY, { description: "The issuing agency's name on the day of issue, as it was recorded." })
  get agencyName(): string {
    return this.row.agency_name;
  }

  @Field(() => PressAgencyType, { nullable: true })
  agency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return pressAgencyAt(reads, this.row.agency_id, this.basis);
  }

  @Field(() => [LetterAddressee], { description: "One letter may be addressed to several units." })
  get addressees(): LetterAddressee[] {
    return unitsOf(this.row).map((unit) => new LetterAddressee(unit, this.basis));
  }
}

export const IntroductionLetterConnection = connectionType("IntroductionLetter", () => IntroductionLetterType);
