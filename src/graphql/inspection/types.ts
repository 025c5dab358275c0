import { Args, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { deadlinesOf } from "../../domain/inspection/deadlines.js";
import { type DecidedContent, isDecided, type Period } from "../../domain/inspection/inspection.js";
import type { InspectionKind, InspectionStatus } from "../../domain/inspection/terms.js";
import type { RecommendationRow } from "../../projections/inspectionRecommendations.js";
import { everNamed, titleForAll } from "../../projections/inspectionNames.js";
import {
  type InspectionDetail,
  type InspectionVersion,
  onSiteOf,
  stepDaysOf,
} from "../../projections/inspectionRow.js";
import type { Basis } from "../../projections/basis.js";
import { type DayBasis, namesDay } from "../../projections/onDay/recordsOnDay.js";
import { pageOf, type Rows, type Window } from "../../projections/paging.js";
import { connect, type ConnectionOf, connectionType, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { type Found, present } from "../shared/found.js";
import { mayReadOf } from "../shared/mask.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { InspectionKindEnum, InspectionStatusEnum } from "./enums.js";
import * as parts from "./parts.js";
import { InspectionRecommendation, InspectionRecommendationConnection } from "./recommendation.js";

const OVER: readonly InspectionStatus[] = ["CLOSED", "CANCELLED", "VOIDED"];

@ObjectType("Inspection", { implements: Node, description: "An inspection or a check (cuộc thanh tra, kiểm tra)." })
export class InspectionType extends Node {
  readonly #detail: InspectionDetail;
  readonly #decision: DecidedContent | null;

  constructor(
    readonly version: InspectionVersion,
    readonly basis: Basis,
    /** On a day: those made by then. */
    private readonly recommended?: readonly RecommendationRow[],
  ) {
    super();
    this.#detail = version.detail;
    this.#decision = isDecided(version.detail.content) ? version.detail.content : null;
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("Inspection", this.version.id);
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.version.revision;
  }

  @Field(() => InspectionStatusEnum)
  get status(): InspectionStatus {
    return this.version.status;
  }

  @Field(() => InspectionKindEnum)
  get kind(): InspectionKind {
    return this.#detail.content.kind;
  }

  @Field(() => String, {
    description: "Its persons and household businesses by their initials, unless you may read the names.",
  })
  title(@Ctx() { principal }: LedgerContext): string {
    return this.#isReadableBy(principal) ? this.#detail.content.title : titleForAll(this.#detail);
  }

  @Field(() => String, { nullable: true, description: "The plan that has it, as cited; null: unplanned (đột xuất)." })
  get plan(): string | null {
    return this.#detail.plan;
  }

  @Field(() => String, { nullable: true, description: "Null while it is only planned." })
  get decisionNumber(): string | null {
    return this.#decision?.decisionNumber ?? null;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The day on which it counts." })
  get decidedOn(): string | null {
    return this.#decision?.decidedOn ?? null;
  }

  @Field(() => parts.InspectionBody, { description: "Cơ quan chủ trì." })
  get lead(): parts.InspectionBody {
    return new parts.InspectionBody(this.#detail.content.lead, this.basis);
  }

  @Field(() => [parts.InspectionCoordinator], { description: "Cơ quan phối hợp." })
  get coordinators(): parts.InspectionCoordinator[] {
    return this.#detail.content.coordinators.map((one) => new parts.InspectionCoordinator(one, this.basis));
  }

  @Field(() => [parts.InspectionTeamMember], { description: "The team (đoàn); empty while it is only planned." })
  get team(): readonly parts.InspectionTeamMember[] {
    return this.#decision?.team ?? [];
  }

  @Field(() => [parts.InspectionTargetType], { description: "Đối tượng." })
  get targets(): parts.InspectionTargetType[] {
    return this.#detail.content.targets.map((one) => new parts.InspectionTargetType(one, this.basis));
  }

  @Field(() => parts.InspectionPeriod, { nullable: true, description: "The time looked into (thời kỳ thanh tra)." })
  get periodExamined(): Period | null {
    return this.#decision?.periodExamined ?? null;
  }

  @Field(() => parts.InspectionPeriod, { description: "The days on site as decided, with extensions." })
  get onSite(): Period {
    return onSiteOf(this.#detail);
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Công bố quyết định." })
  get announcedOn(): string | null {
    return this.#detail.announcedOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get startedOn(): string | null {
    return this.#detail.startedOn;
  }

  @Field(() => [parts.InspectionExtension], { description: "Gia hạn." })
  get extensions(): InspectionDetail["extensions"] {
    return this.#detail.extensions;
  }

  @Field(() => [parts.InspectionSuspension], { description: "Tạm dừng." })
  suspensions(@Ctx() context: LedgerContext): parts.InspectionSuspension[] {
    return this.#detail.suspensions.map((one) => this.#masked(one, context, "reason"));
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get fieldworkEndedOn(): string | null {
    return this.#detail.fieldworkEndedOn;
  }

  @Field(() => parts.InspectionReport, { nullable: true })
  report(@Ctx() context: LedgerContext): parts.InspectionReport | null {
    return this.#detail.report && this.#masked(this.#detail.report, context, "summary");
  }

  @Field(() => [GraphQLLocalDate], { description: "The days on which the conclusion was drafted." })
  get draftedOn(): readonly string[] {
    return this.#detail.draftedOn;
  }

  @Field(() => [parts.ReservedOpinionType])
  reservedOpinions(@Ctx() context: LedgerContext): parts.ReservedOpinionType[] {
    return this.#detail.reservedOpinions.map((one) => this.#masked(one, context, "by", "opinion"));
  }

  @Field(() => parts.InspectionConclusion, { nullable: true })
  conclusion(@Ctx() context: LedgerContext): parts.InspectionConclusion | null {
    const { conclusion, publication } = this.#detail;
    return publication ? conclusion : conclusion && this.#masked(conclusion, context, "summary");
  }

  @Field(() => parts.ConclusionPublication, { nullable: true })
  get publication(): InspectionDetail["publication"] {
    return this.#detail.publication;
  }

  @Field(() => parts.ConclusionImplementation, { nullable: true })
  get implementation(): InspectionDetail["implementation"] {
    return this.#detail.implementation;
  }

  @Field(() => parts.CheckMinutes, { nullable: true })
  check(@Ctx() context: LedgerContext): parts.CheckMinutes | null {
    return this.#detail.check && this.#masked(this.#detail.check, context, "summary");
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get closedOn(): string | null {
    return this.#detail.closedOn;
  }

  @Field(() => parts.InspectionCancellation, { nullable: true })
  cancelled(@Ctx() context: LedgerContext): parts.InspectionCancellation | null {
    return this.#detail.cancelled && this.#masked(this.#detail.cancelled, context, "reason");
  }

  @Field(() => [parts.InspectionFindingType])
  get findings(): parts.InspectionFindingType[] {
    const named = everNamed(this.#detail);
    return this.#detail.findings.map((one) => new parts.InspectionFindingType(one, named, this.basis));
  }

  @Field(() => InspectionRecommendationConnection, { description: "In order of the day by which they are due." })
  recommendations(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { reads }: LedgerContext,
  ): ConnectionOf<InspectionRecommendation> {
    const filter = { inspectionId: this.version.id };
    const at = this.basis.position;
    const read = (window: Window): Rows<RecommendationRow> =>
      this.recommended
        ? pageOf(this.recommended, ({ sort_due, id }) => [sort_due, id], window)
        : reads.inspections.recommendations(filter, dayOf(this.basis), { direction: "ASC", window, at });
    return connect(
      args,
      this.basis,
      ["inspection.recommendations", this.version.id],
      read,
      (row) => new InspectionRecommendation(row, this.basis),
    );
  }

  @Field(() => [parts.InspectionDeadlineType], { description: "Those that have begun to run." })
  deadlines(@Ctx() { law }: LedgerContext): parts.InspectionDeadlineType[] {
    const isOver = OVER.includes(this.version.status);
    return deadlinesOf(stepDaysOf(this.#detail), law).map(
      (one) => new parts.InspectionDeadlineType(one, isOver, this.basis),
    );
  }

  @Field(() => InspectionType, { nullable: true, description: "The inspection that this one does again." })
  reinspects(@Ctx() { reads }: LedgerContext): Found<InspectionType> {
    const { reinspectsId } = this.version;
    return reinspectsId === null ? null : inspectionAt(reads, reinspectsId, this.basis);
  }

  @Field(() => [InspectionType], { description: "The inspections that did this one again (thanh tra lại)." })
  reinspections(@Ctx() { reads }: LedgerContext): InspectionType[] | Promise<InspectionType[]> {
    const found = reads.inspections.reinspectionsOf(this.version.id, this.basis.position);
    return present(found.map((version) => inspectionOf(reads, version, this.basis)));
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.#detail.recordedAt);
  }

  @Field(() => String, { nullable: true, description: `Why it was entered on a later day. ${parts.OF_PERSONS}` })
  lateEntryReason(@Ctx() context: LedgerContext): string | null {
    return this.#masked(this.#detail, context, "lateEntryReason").lateEntryReason;
  }

  @Field(() => [parts.InspectionCorrection])
  corrections(@Ctx() context: LedgerContext): parts.InspectionCorrection[] {
    return this.#detail.corrections.map((one) => new parts.InspectionCorrection(this.#masked(one, context, "reason")));
  }

  @Field(() => InspectionType, { nullable: true, description: "Set when it was voided as entered twice." })
  duplicateOf(@Ctx() { reads }: LedgerContext): Found<InspectionType> {
    const { duplicateOfId } = this.#detail;
    return duplicateOfId === null ? null : inspectionAt(reads, duplicateOfId, this.basis);
  }

  #masked<T extends object, K extends keyof T>(
    part: T,
    { principal }: LedgerContext,
    ...texts: K[]
  ): parts.Masked<T, K> {
    if (this.#isReadableBy(principal)) return part;
    return { ...part, ...Object.fromEntries(texts.map((text) => [text, null])) };
  }

  #isReadableBy(principal: LedgerContext["principal"]): boolean {
    return mayReadOf(everNamed(this.#detail), principal);
  }
}

type Reads = LedgerContext["reads"];

export function inspectionAt(reads: Reads, id: string, basis: Basis): Found<InspectionType> {
  const version = reads.inspections.get(id, basis.position);
  return version ? inspectionOf(reads, version, basis) : null;
}

/** Null: it had not begun by the day that is asked about. */
export const inspectionOf = (reads: Reads, version: InspectionVersion, basis: Basis): Found<InspectionType> =>
  namesDay(basis) ? inspectionOnDay(reads, version.id, basis) : new InspectionType(version, basis);

async function inspectionOnDay(reads: Reads, id: string, basis: DayBasis): Promise<InspectionType | null> {
  const found = await reads.onDay.inspection(id, basis);
  return found ? new InspectionType(found.version, basis, found.recommendations) : null;
}

export const InspectionConnection = connectionType("Inspection", () => InspectionType);
