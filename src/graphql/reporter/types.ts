import { Arg, Args, Ctx, Field, ObjectType } from "type-graphql";
import { agencyOn } from "../../domain/reporter/engagement.js";
import { cardOn, cardsAsOf, INTRODUCTION_LETTER, PRESS_CARD } from "../../domain/reporter/papers.js";
import { reporter } from "../../domain/reporter/record.js";
import { REPORTER, type ReporterEntry, reporterOn } from "../../domain/reporter/reporter.js";
import { letterOf } from "../../projections/reporter/queries.js";
import type { ReporterVersion } from "../../projections/reporter/table.js";
import { type Basis, namesDay } from "../../projections/table/basis.js";
import { changedOf } from "../derive/changed.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { shownPart, showState } from "../derive/shownFields.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { CommandDone } from "../shared/command.js";
import { connect, type ConnectionOf, connectionType, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

const PressCard = shownPart(PRESS_CARD);
const IntroductionLetter = shownPart(INTRODUCTION_LETTER);
const IntroductionLetterConnection = connectionType("IntroductionLetter", () => IntroductionLetter);

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

  get state(): ReporterEntry {
    return this.version.state;
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

  @Field(() => [PressCard], { description: "The press cards, oldest first; with those of the entry's duplicates." })
  cards(@Ctx() { reads }: LedgerContext): object[] {
    const known = reads.reporters.cardsOf(this.version.id, this.basis.position);
    const cards = namesDay(this.basis) ? cardsAsOf(known, this.basis.validAt) : known;
    return cards.map((state) => new PressCard({ state, basis: this.basis }));
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
  ): ConnectionOf<object> {
    return connect(
      args,
      this.basis,
      ["letters", this.version.id, direction],
      (window) =>
        reads.reporters.lettersOf(this.version.id, direction, window, this.basis.position, this.basis.validAt),
      (row) => new IntroductionLetter({ state: letterOf(row), basis: this.basis }),
    );
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

showState(ReporterType, REPORTER);
// What may be done next does not depend on the letters there are, and cards that came with duplicates are as its own.
withNextSteps(ReporterType, reporter, ({ version: { id }, state, basis }, { reads }) => ({
  ...state,
  letters: [],
  cards: state.cards.length > 0 ? state.cards : reads.reporters.cardsOf(id, basis.position),
}));

export const { at: reporterAt, of: reporterOf } = entries(ReporterType, (reads) => reads.reporters, reporterOn);

@ObjectType({ implements: CommandDone })
export class ReporterChanged extends changedOf(reporter, ReporterType, reporterAt) {}
