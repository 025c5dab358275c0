import { Arg, Args, createUnionType, Ctx, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import { agencyOn } from "../../domain/reporter/engagement.js";
import { cardOn } from "../../domain/reporter/papers.js";
import { REPORTER_KINDS, type ReporterKind } from "../../domain/reporter/reporter.js";
import type { Basis } from "../../projections/basis.js";
import { namesDay } from "../../projections/onDay/recordsOnDay.js";
import { cardsOn, engagementsOn, reporterOn } from "../../projections/onDay/registers.js";
import { cardOf } from "../../projections/reporterQueries.js";
import type { ReporterRow } from "../../projections/reporters.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { CommandDone } from "../shared/command.js";
import { connect, type ConnectionOf, connectionType, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { enumOf } from "../shared/enums.js";
import { FAILURES } from "../shared/failures.js";
import { Node } from "../shared/node.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { globalId, GraphQLLocalDate } from "../shared/scalars.js";
import { Engagement, IntroductionLetterConnection, IntroductionLetterType, PressCardType } from "./papers.js";

export const ReporterKindEnum = enumOf(REPORTER_KINDS);
registerEnumType(ReporterKindEnum, {
  name: "ReporterKind",
  description:
    "Nhà báo (có thẻ); phóng viên thường trú; phóng viên được giới thiệu thường xuyên; không thường xuyên; " +
    "cộng tác viên; phóng viên nước ngoài.",
});

@ObjectType("Reporter", { implements: Node, description: "A reporter (phóng viên, nhà báo) as the ledger knows them." })
export class ReporterType extends Node {
  constructor(
    private readonly row: ReporterRow,
    private readonly basis: Basis,
  ) {
    super();
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("Reporter", this.row.id);
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.row.revision;
  }

  @Field(() => String)
  get name(): string {
    return this.row.name;
  }

  @Field(() => ReporterKindEnum)
  get kind(): ReporterKind {
    return this.row.kind;
  }

  @Field(() => PressAgencyType, {
    nullable: true,
    description:
      "The agency for which the reporter works on a day; on the day of the answer's basis, if none is given.",
  })
  agency(
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: string | undefined,
    @Ctx() { reads }: LedgerContext,
  ): PressAgencyType | null {
    const engagements = reads.reporters
      .engagementsOf(this.row.id, this.basis.position)
      .map((one) => ({ agencyId: one.agency_id, from: one.starts_on }));
    const agencyId = agencyOn(engagements, on ?? dayOf(this.basis));
    return agencyId === undefined ? null : pressAgencyAt(reads, agencyId, this.basis);
  }

  @Field(() => [Engagement], { description: "For whom the reporter has worked, in the order recorded." })
  engagements(@Ctx() { reads }: LedgerContext): Engagement[] {
    const known = reads.reporters.engagementsOf(this.row.id, this.basis.position);
    const rows = namesDay(this.basis) ? engagementsOn(known, this.basis.validAt) : known;
    return rows.map((row) => new Engagement(row, this.basis));
  }

  @Field(() => [PressCardType], { description: "The press cards, oldest first; with those of the entry's duplicates." })
  cards(@Ctx() { reads }: LedgerContext): PressCardType[] {
    const known = reads.reporters.cardsOf(this.row.id, this.basis.position);
    const rows = namesDay(this.basis) ? cardsOn(known, this.basis.validAt) : known;
    return rows.map((row) => new PressCardType(row));
  }

  @Field(() => Boolean, {
    description: "Whether a press card is valid on a day; on the day of the basis, if none is given.",
  })
  hasValidCard(
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: string | undefined,
    @Ctx() { reads }: LedgerContext,
  ): boolean {
    // Not the whole fact: that has every letter of introduction, of which there may be hundreds.
    const cards = reads.reporters.cardsOf(this.row.id, this.basis.position).map(cardOf);
    return cardOn(cards, on ?? dayOf(this.basis)) !== undefined;
  }

  @Field(() => IntroductionLetterConnection, {
    description: "The letters of introduction in order of issue; with those of the entry's duplicates.",
  })
  letters(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "DESC" }) direction: OrderDirection,
    @Ctx() { reads }: LedgerContext,
  ): ConnectionOf<IntroductionLetterType> {
    return connect(
      args,
      this.basis,
      ["letters", this.row.id, direction],
      (window) => reads.reporters.lettersOf(this.row.id, direction, window, this.basis.position, this.basis.validAt),
      (row) => new IntroductionLetterType(row, this.basis),
    );
  }

  @Field(() => ReporterType, {
    nullable: true,
    description: "Set on a duplicate: the entry into which it was merged (hồ sơ được gộp vào).",
  })
  mergedInto(@Ctx() { reads }: LedgerContext): ReporterType | null {
    return this.row.merged_into_id === null ? null : reporterAt(reads, this.row.merged_into_id, this.basis);
  }

  @Field(() => [ReporterType], { description: "The entries that turned out to be duplicates of this one." })
  duplicates(@Ctx() { reads }: LedgerContext): ReporterType[] {
    const ids = reads.reporters.mergedInto(this.row.id, this.basis.position);
    return ids.flatMap((id) => reporterAt(reads, id, this.basis) ?? []);
  }
}

export function reporterAt(reads: LedgerContext["reads"], id: string, basis: Basis): ReporterType | null {
  const row = reads.reporters.get(id, basis.position);
  return row ? reporterOf(row, basis) : null;
}

/** Null: who was no reporter yet on the day that is asked about. */
export function reporterOf(row: ReporterRow, basis: Basis): ReporterType | null {
  const then = namesDay(basis) ? reporterOn(row, basis.validAt) : row;
  return then ? new ReporterType(then, basis) : null;
}

export const ReporterConnection = connectionType("Reporter", () => ReporterType);

@ObjectType({ implements: CommandDone })
export class ReporterChanged extends CommandDone {
  constructor(done: Done) {
    super(done, reporterAt);
  }

  @Field(() => ReporterType, {
    nullable: true,
    description: "The reporter at `position`. Null only if this node is late in reading what it has durably written.",
  })
  reporter(@Ctx() { reads }: LedgerContext): ReporterType | null {
    return this.recordAt(reads) as ReporterType | null;
  }
}

export const ReporterResult = createUnionType({
  name: "ReporterResult",
  types: () => [ReporterChanged, ...FAILURES] as const,
});
