import { createUnionType, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import { promiseIdOf } from "../../commands/visits.js";
import type { DuplicateVerdict, VisitStatus, VisitTopic } from "../../domain/visit/terms.js";
import type { VisitOutcome } from "../../domain/visit/visit.js";
import type { Basis } from "../../projections/basis.js";
import { type DayBasis, namesDay } from "../../projections/onDay/recordsOnDay.js";
import type { DuplicateRow } from "../../projections/visitDuplicates.js";
import type { VisitVersion } from "../../projections/visitRow.js";
import { CommandDone } from "../shared/command.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { FAILURES } from "../shared/failures.js";
import { type Found, present } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { DuplicateVerdictEnum, VisitStatusEnum, VisitTopicEnum } from "./enums.js";
import {
  InformationPromise,
  LinkedPressItem,
  ShownDocumentType,
  VisitCorrection,
  VisitDecline,
  VisitHost,
  VisitOutcomeType,
  VisitVisitor,
} from "./parts.js";

@ObjectType("Visit", { implements: Node, description: "A visit of reporters (lượt phóng viên đến tác nghiệp)." })
export class VisitType extends Node {
  constructor(
    private readonly visit: VisitVersion,
    private readonly basis: Basis,
  ) {
    super();
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("Visit", this.visit.id);
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.visit.revision;
  }

  @Field(() => VisitStatusEnum)
  get status(): VisitStatus {
    return this.visit.status;
  }

  @Field(() => VisitTopicEnum)
  get topic(): VisitTopic {
    return this.visit.topic;
  }

  @Field(() => String, { description: "Nội dung làm việc." })
  get subject(): string {
    return this.visit.subject;
  }

  @Field(() => GraphQLLocalDate, { description: "The day of the arrival, or else of the appointment." })
  get day(): string {
    return this.visit.day;
  }

  @Field(() => GraphQLDateTime, { nullable: true })
  get appointmentAt(): Date | null {
    return dateOf(this.visit.detail.appointmentAt);
  }

  @Field(() => GraphQLDateTime, { nullable: true })
  get arrivedAt(): Date | null {
    return dateOf(this.visit.detail.arrivedAt);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.visit.detail.recordedAt);
  }

  @Field(() => [VisitHost])
  get hosts(): VisitHost[] {
    return this.visit.detail.hosts.map((host) => new VisitHost(host, this.basis));
  }

  @Field(() => [VisitVisitor])
  get reporters(): VisitVisitor[] {
    return this.visit.detail.reporters.map((visitor) => new VisitVisitor(visitor, this.basis));
  }

  @Field(() => [ShownDocumentType])
  get documents(): ShownDocumentType[] {
    return this.visit.detail.documents.map((document) => new ShownDocumentType(document));
  }

  @Field(() => VisitOutcomeType, { nullable: true })
  get outcome(): VisitOutcome | null {
    return this.visit.detail.outcome;
  }

  @Field(() => [InformationPromise])
  get promises(): InformationPromise[] {
    return this.visit.detail.promises.map((promise) => new InformationPromise(promise));
  }

  @Field(() => [LinkedPressItem])
  get pressItems(): readonly LinkedPressItem[] {
    return this.visit.detail.pressItems;
  }

  @Field(() => [String], { description: "Phản ánh khó khăn khi tác nghiệp." })
  get obstacles(): readonly string[] {
    return this.visit.detail.obstacles;
  }

  @Field(() => VisitDecline, { nullable: true })
  get declined(): VisitDecline | null {
    return this.visit.detail.declined;
  }

  @Field(() => VisitHost, { nullable: true })
  get redirectedTo(): VisitHost | null {
    return this.visit.detail.redirectedTo && new VisitHost(this.visit.detail.redirectedTo, this.basis);
  }

  @Field(() => String, { nullable: true, description: "Why it was entered on a later day than it happened." })
  get lateEntryReason(): string | null {
    return this.visit.detail.lateEntryReason;
  }

  @Field(() => [VisitCorrection])
  get corrections(): VisitCorrection[] {
    return this.visit.detail.corrections.map((correction) => new VisitCorrection(correction));
  }

  @Field(() => VisitType, { nullable: true, description: "Set when it was voided as a duplicate." })
  duplicateOf(@Ctx() { reads }: LedgerContext): Found<VisitType> {
    return this.visit.detail.duplicateOfId === null
      ? null
      : visitAt(reads, this.visit.detail.duplicateOfId, this.basis);
  }

  @Field(() => [VisitType], {
    description: "Visits of the same reporter to the same unit, at most a day apart, of which nobody has judged yet.",
  })
  probableDuplicates(@Ctx() { reads }: LedgerContext): VisitType[] | Promise<VisitType[]> {
    const others = reads.duplicates.suspectedOf(this.visit.id, this.basis.position);
    return present(others.map((id) => visitAt(reads, id, this.basis)));
  }
}

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

export function visitAt(reads: LedgerContext["reads"], id: string, basis: Basis): Found<VisitType> {
  const visit = reads.visits.get(id, basis.position);
  return visit ? visitOf(reads, visit, basis) : null;
}

/** @param visit as it is known at the basis */
export const visitOf = (reads: LedgerContext["reads"], visit: VisitVersion, basis: Basis): Found<VisitType> =>
  namesDay(basis) ? visitOnDay(reads, visit.id, basis) : new VisitType(visit, basis);

async function visitOnDay(reads: LedgerContext["reads"], id: string, basis: DayBasis): Promise<VisitType | null> {
  const visit = await reads.onDay.visit(id, basis);
  return visit ? new VisitType(visit, basis) : null;
}

@ObjectType({ description: "Two visits that may be one, and the verdict if there is one." })
export class ProbableDuplicate {
  constructor(
    private readonly pair: DuplicateRow,
    private readonly basis: Basis,
  ) {}

  @Field(() => [VisitType])
  visits(@Ctx() { reads }: LedgerContext): VisitType[] | Promise<VisitType[]> {
    return present([this.pair.visit_a, this.pair.visit_b].map((id) => visitAt(reads, id, this.basis)));
  }

  @Field(() => DuplicateVerdictEnum, { nullable: true })
  get verdict(): DuplicateVerdict | null {
    return this.pair.verdict;
  }

  @Field(() => String, { nullable: true })
  get reason(): string | null {
    return this.pair.reason;
  }
}

export const VisitConnection = connectionType("Visit", () => VisitType);
export const ProbableDuplicateConnection = connectionType("ProbableDuplicate", () => ProbableDuplicate);

@ObjectType({ implements: CommandDone })
export class VisitChanged extends CommandDone {
  constructor(done: Done) {
    super(done, visitAt);
  }

  @Field(() => VisitType, {
    nullable: true,
    description: "The visit at `position`. Null only if this node is late in reading what it has durably written.",
  })
  visit(@Ctx() { reads }: LedgerContext): VisitType | null {
    return this.recordAt(reads) as VisitType | null;
  }

  @Field(() => InformationPromise, { nullable: true, description: "The promise that `promiseInformation` made." })
  promise(@Ctx() context: LedgerContext): InformationPromise | null {
    const made = promiseIdOf(this.done.commandId);
    return this.visit(context)?.promises.find((promise) => promise.id === made) ?? null;
  }
}

export const VisitResult = createUnionType({ name: "VisitResult", types: () => [VisitChanged, ...FAILURES] as const });
