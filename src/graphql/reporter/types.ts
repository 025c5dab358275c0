import { Arg, Args, Ctx, Field, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { agencyOn } from "../../domain/reporter/engagement.js";
import { cardOn, cardsAsOf } from "../../domain/reporter/papers.js";
import { reporter } from "../../domain/reporter/record.js";
import { reporterOn } from "../../domain/reporter/reporter.js";
import { REPORTER_KINDS, type ReporterKind } from "../../domain/reporter/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { namesDay } from "../../projections/table/basis.js";
import type { ReporterVersion } from "../../projections/reporter/table.js";
import { changedOf } from "../derive/changed.js";
import { TermField } from "../derive/enums.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { CommandDone } from "../shared/command.js";
import { connect, type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { EngagementType, IntroductionLetterConnection, IntroductionLetterType, PressCardType } from "./papers.js";

@ObjectType("Reporter", { implements: Node, description: "A reporter (phóng viên, nhà báo) as the ledger knows them." })
export class ReporterType extends recordNode<ReporterVersion>("Reporter", ({ state }) => state.name) {
  constructor(
    version: ReporterVersion,
    basis: Basis,
    /** As it is known at the basis: what is asked of another day than the basis' is answered from it. */
    private readonly known: ReporterVersion,
  ) {
    super(version, basis);
  }

  @TextField(NOBODY)
  get name(): string {
    return this.version.state.name;
  }

  @TermField(REPORTER_KINDS)
  get kind(): ReporterKind {
    return this.version.state.kind;
  }

  @Field(() => PressAgencyType, {
    nullable: true,
    description:
      "The agency for which the reporter works on a day; on the day of the answer's basis, if none is given. Where that " +
      "agency has been merged into another by then, the other.",
  })
  agency(
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: string | undefined,
    @Ctx() { reads }: LedgerContext,
  ): PressAgencyType | null {
    const agencyId = agencyOn(this.known.state.engagements, on ?? this.basis.today);
    if (agencyId === undefined) return null;
    const { position, today } = this.basis;
    return pressAgencyAt(
      reads,
      reads.ones.goesOnAs("PressAgency", agencyId, { position, today: on ?? today }),
      this.basis,
    );
  }

  @Field(() => [EngagementType], { description: "For whom the reporter has worked, in the order recorded." })
  get engagements(): EngagementType[] {
    return this.version.state.engagements.map((engagement) => new EngagementType(engagement, this.basis));
  }

  @Field(() => [PressCardType], { description: "The press cards, oldest first; with those of the entry's duplicates." })
  cards(@Ctx() { reads }: LedgerContext): PressCardType[] {
    const known = reads.reporters.cardsOf(this.version.id, this.basis.position);
    const cards = namesDay(this.basis) ? cardsAsOf(known, this.basis.validAt) : known;
    return cards.map((card) => new PressCardType(card));
  }

  @Field(() => Boolean, {
    description: "Whether a press card is valid on a day; on the day of the basis, if none is given.",
  })
  hasValidCard(
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: string | undefined,
    @Ctx() { reads }: LedgerContext,
  ): boolean {
    // Not the whole fact: that has every letter of introduction, of which there may be hundreds.
    const person = reads.ones.goesOnAs("Reporter", this.version.id, this.basis);
    return cardOn(reads.reporters.cardsOf(person, this.basis.position), on ?? this.basis.today) !== undefined;
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
      ["letters", this.version.id, direction],
      (window) =>
        reads.reporters.lettersOf(this.version.id, direction, window, this.basis.position, this.basis.validAt),
      (row) => new IntroductionLetterType(row, this.basis),
    );
  }

  @Field(() => ReporterType, {
    nullable: true,
    description: "Set on a duplicate: the entry into which it was merged (hồ sơ được gộp vào).",
  })
  mergedInto(@Ctx() { reads }: LedgerContext): ReporterType | null {
    const { mergedIntoId } = this.version.state;
    return mergedIntoId === null ? null : reporterAt(reads, mergedIntoId, this.basis);
  }

  @Field(() => [ReporterType], { description: "The entries that turned out to be duplicates of this one." })
  duplicates(@Ctx() { reads }: LedgerContext): ReporterType[] {
    const ids = reads.reporters.mergedInto(this.version.id, this.basis.position);
    return ids.flatMap((id) => reporterAt(reads, id, this.basis) ?? []);
  }

  @Field(() => [ReporterType], {
    description:
      "Other entries that may be of the same person: of the same name, however it is spelt, who have worked for one of the " +
      "same press agencies; or with a press card of the same number. At most 20. Whoever they are, `mergeReporter` says so.",
  })
  probableDuplicates(@Ctx() { reads }: LedgerContext): ReporterType[] {
    const ids = reads.reporters.probableDuplicatesOf(this.known, this.basis);
    return ids.flatMap((id) => reporterAt(reads, id, this.basis) ?? []);
  }
}

// What may be done next does not depend on the letters there are, and cards that came with duplicates are as its own.
withNextSteps(ReporterType, reporter, ({ version: { id, state }, basis }, { reads }) => ({
  ...state,
  letters: [],
  cards: state.cards.length > 0 ? state.cards : reads.reporters.cardsOf(id, basis.position),
}));

export const { at: reporterAt, of: reporterOf } = entries(ReporterType, (reads) => reads.reporters, reporterOn);

@ObjectType({ implements: CommandDone })
export class ReporterChanged extends changedOf(reporter, ReporterType, reporterAt) {}
