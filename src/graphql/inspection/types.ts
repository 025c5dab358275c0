import { Args, Ctx, Field, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { MASKED_HERE, TextField } from "../derive/shown.js";
import { deadlinesOf } from "../../domain/inspection/deadlines.js";
import {
  type DecidedContent,
  type Inspection,
  isDecided,
  onSiteOf,
  type Period,
  stepDaysOf,
} from "../../domain/inspection/inspection.js";
import { withoutNamesOf } from "../../domain/inspection/names.js";
import { isPerson } from "../../domain/law/terms.js";
import { inspection } from "../../domain/inspection/record.js";
import {
  INSPECTION_KINDS,
  INSPECTION_STATUSES,
  type InspectionKind,
  type InspectionStatus,
} from "../../domain/inspection/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { inOrderOfDays, placeOf } from "../../projections/inspection/recommendations.js";
import type { InspectionVersion } from "../../projections/inspection/table.js";
import { pageOf } from "../../projections/table/paging.js";
import { TermField } from "../derive/enums.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { ITS_FIELD, recordNode } from "../derive/recordNode.js";
import { connect, type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type Found, present } from "../shared/found.js";
import { mayReadOf } from "../shared/mask.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { namedBy } from "./named.js";
import * as parts from "./parts.js";
import { InspectionRecommendation, InspectionRecommendationConnection } from "./recommendation.js";

const OVER: readonly InspectionStatus[] = ["CLOSED", "CANCELLED", "VOIDED"];

@ObjectType("Inspection", { implements: Node, description: "An inspection or a check (cuộc thanh tra, kiểm tra)." })
export class InspectionType extends recordNode<InspectionVersion>("Inspection", ITS_FIELD) {
  readonly #state: Inspection;
  readonly #decision: DecidedContent | null;

  constructor(version: InspectionVersion, basis: Basis) {
    super(version, basis);
    this.#state = version.state;
    this.#decision = isDecided(version.state.content) ? version.state.content : null;
  }

  @TermField(INSPECTION_STATUSES)
  get status(): InspectionStatus {
    return this.#state.status;
  }

  @TermField(INSPECTION_KINDS)
  get kind(): InspectionKind {
    return this.#state.content.kind;
  }

  @TextField(NOBODY, {
    description: "Its persons and household businesses by their initials, unless you may read the names.",
  })
  title(@Ctx() context: LedgerContext): string {
    const { title } = this.#state.content;
    const named = namedBy(this.version, context);
    if (mayReadOf(named, context.principal)) return title;
    return withoutNamesOf(
      named.filter(({ kind }) => isPerson(kind)),
      title,
    );
  }

  @TextField(NOBODY, { nullable: true, description: "The plan that has it, as cited; null: unplanned (đột xuất)." })
  get plan(): string | null {
    return this.#state.plan;
  }

  @TextField(NOBODY, { nullable: true, description: "Null while it is only planned." })
  get decisionNumber(): string | null {
    return this.#decision?.decisionNumber ?? null;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The day on which it counts." })
  get decidedOn(): string | null {
    return this.#decision?.decidedOn ?? null;
  }

  @Field(() => parts.InspectionBody, { description: "Cơ quan chủ trì." })
  get lead(): parts.InspectionBody {
    return new parts.InspectionBody(this.#state.content.lead, this.basis);
  }

  @Field(() => [parts.InspectionCoordinator], { description: "Cơ quan phối hợp." })
  get coordinators(): parts.InspectionCoordinator[] {
    return this.#state.content.coordinators.map((one) => new parts.InspectionCoordinator(one, this.basis));
  }

  @Field(() => [parts.InspectionTeamMember], { description: "The team (đoàn); empty while it is only planned." })
  get team(): readonly parts.InspectionTeamMember[] {
    return this.#decision?.team ?? [];
  }

  @Field(() => [parts.InspectionTargetType], { description: "Đối tượng." })
  get targets(): parts.InspectionTargetType[] {
    return this.#state.content.targets.map((one) => new parts.InspectionTargetType(one, this.basis));
  }

  @Field(() => parts.InspectionPeriod, { nullable: true, description: "The time looked into (thời kỳ thanh tra)." })
  get periodExamined(): Period | null {
    return this.#decision?.periodExamined ?? null;
  }

  @Field(() => parts.InspectionPeriod, { description: "The days on site as decided, with extensions." })
  get onSite(): Period {
    return onSiteOf(this.#state);
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Công bố quyết định." })
  get announcedOn(): string | null {
    return this.#state.announcedOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get startedOn(): string | null {
    return this.#state.startedOn;
  }

  @Field(() => [parts.InspectionExtension], { description: "Gia hạn." })
  get extensions(): Inspection["extensions"] {
    return this.#state.extensions;
  }

  @Field(() => [parts.InspectionSuspension], { description: "Tạm dừng." })
  suspensions(@Ctx() context: LedgerContext): parts.InspectionSuspension[] {
    return this.#state.suspensions.map((one) => this.#masked(one, context, "reason"));
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get fieldworkEndedOn(): string | null {
    return this.#state.fieldworkEndedOn;
  }

  @Field(() => parts.InspectionReport, { nullable: true })
  report(@Ctx() context: LedgerContext): parts.InspectionReport | null {
    return this.#state.report && this.#masked(this.#state.report, context, "summary");
  }

  @Field(() => parts.DraftAssignment, { nullable: true, description: "Who drafts the conclusion." })
  get draftAssigned(): parts.DraftAssignment | null {
    return this.#state.draftAssigned;
  }

  @Field(() => [GraphQLLocalDate], { description: "The days on which the conclusion was drafted." })
  get draftedOn(): readonly string[] {
    return this.#state.draftedOn;
  }

  @Field(() => [parts.ReservedOpinionType])
  reservedOpinions(@Ctx() context: LedgerContext): parts.ReservedOpinionType[] {
    return this.#state.reservedOpinions.map((one) => this.#masked(one, context, "by", "opinion"));
  }

  @Field(() => parts.InspectionConclusion, { nullable: true })
  conclusion(@Ctx() context: LedgerContext): parts.InspectionConclusion | null {
    const { conclusion, publication } = this.#state;
    return publication ? conclusion : conclusion && this.#masked(conclusion, context, "summary");
  }

  @Field(() => parts.ConclusionPublication, { nullable: true })
  get publication(): Inspection["publication"] {
    return this.#state.publication;
  }

  @Field(() => parts.ConclusionImplementation, { nullable: true })
  get implementation(): Inspection["implementation"] {
    return this.#state.implementation;
  }

  @Field(() => parts.CheckMinutes, { nullable: true })
  check(@Ctx() context: LedgerContext): parts.CheckMinutes | null {
    return this.#state.check && this.#masked(this.#state.check, context, "summary");
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get closedOn(): string | null {
    return this.#state.closedOn;
  }

  @Field(() => parts.InspectionCancellation, { nullable: true })
  cancelled(@Ctx() context: LedgerContext): parts.InspectionCancellation | null {
    return this.#state.cancelled && this.#masked(this.#state.cancelled, context, "reason");
  }

  @Field(() => [parts.InspectionFindingType])
  get findings(): parts.InspectionFindingType[] {
    return this.#state.findings.map((one) => new parts.InspectionFindingType(one, this.version, this.basis));
  }

  @Field(() => InspectionRecommendationConnection, { description: "In order of the day by which they are due." })
  recommendations(@Args(() => PageArgs) args: PageArgs): ConnectionOf<InspectionRecommendation> {
    return connect(
      args,
      this.basis,
      ["inspection.recommendations", this.version.id],
      (window) => pageOf(inOrderOfDays(this.#state), placeOf, window),
      (one) => new InspectionRecommendation(this.version.id, one, this.basis),
    );
  }

  /** One of them, by its id. */
  recommendation(id: string): InspectionRecommendation | null {
    const found = this.#state.recommendations.find((one) => one.recommendationId === id);
    return found ? new InspectionRecommendation(this.version.id, found, this.basis) : null;
  }

  @Field(() => [parts.InspectionDeadlineType], { description: "Those that have begun to run." })
  deadlines(@Ctx() { law }: LedgerContext): parts.InspectionDeadlineType[] {
    const isOver = OVER.includes(this.#state.status);
    return deadlinesOf(stepDaysOf(this.#state), law).map(
      (one) => new parts.InspectionDeadlineType(one, isOver, this.basis),
    );
  }

  @Field(() => InspectionType, { nullable: true, description: "The inspection that this one does again." })
  reinspects(@Ctx() { reads }: LedgerContext): Found<InspectionType> {
    const { reinspectsId } = this.#state;
    return reinspectsId === null ? null : inspectionAt(reads, reinspectsId, this.basis);
  }

  @Field(() => [InspectionType], { description: "The inspections that did this one again (thanh tra lại)." })
  reinspections(@Ctx() { reads }: LedgerContext): InspectionType[] | Promise<InspectionType[]> {
    const found = reads.inspections.reinspectionsOf(this.version.id, this.basis.position);
    return present(found.map((version) => inspectionOf(reads, version, this.basis)));
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }

  @TextField(MASKED_HERE, { nullable: true, description: `Why it was entered on a later day. ${parts.OF_PERSONS}` })
  lateEntryReason(@Ctx() context: LedgerContext): string | null {
    return this.#masked(this.#state, context, "lateEntryReason").lateEntryReason;
  }

  @Field(() => [parts.InspectionCorrection])
  corrections(@Ctx() context: LedgerContext): parts.InspectionCorrection[] {
    return this.#state.corrections.map((one) => new parts.InspectionCorrection(this.#masked(one, context, "reason")));
  }

  @Field(() => InspectionType, { nullable: true, description: "Set when it was voided as entered twice." })
  duplicateOf(@Ctx() { reads }: LedgerContext): Found<InspectionType> {
    const { duplicateOfId } = this.#state;
    return duplicateOfId === null ? null : inspectionAt(reads, duplicateOfId, this.basis);
  }

  #masked<T extends object, K extends keyof T>(part: T, context: LedgerContext, ...texts: K[]): parts.Masked<T, K> {
    if (mayReadOf(namedBy(this.version, context), context.principal)) return part;
    return { ...part, ...Object.fromEntries(texts.map((text) => [text, null])) };
  }
}

withNextSteps(InspectionType, inspection, (shown) => shown.version.state);

export const { at: inspectionAt, of: inspectionOf } = proceedings(
  InspectionType,
  (reads) => reads.inspections,
  (records, id, basis) => records.inspection(id, basis),
);
