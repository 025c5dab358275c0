import { Ctx, Field, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import {
  DUPLICATE_VERDICTS,
  type DuplicateVerdict,
  VISIT_STATUSES,
  VISIT_TOPICS,
  type VisitStatus,
  type VisitTopic,
} from "../../domain/visit/terms.js";
import { visit } from "../../domain/visit/record.js";
import { visitDay, type VisitOutcome } from "../../domain/visit/visit.js";
import { entityId } from "../../eventstore/codec.js";
import type { Basis } from "../../projections/table/basis.js";
import type { DuplicateRow } from "../../projections/visit/duplicates.js";
import type { VisitVersion } from "../../projections/visit/table.js";
import { changedOf } from "../derive/changed.js";
import { TermField } from "../derive/enums.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { CommandDone } from "../shared/command.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type Found, present } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
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
export class VisitType extends recordNode<VisitVersion>("Visit", ({ state }) => state.subject) {
  @TermField(VISIT_STATUSES)
  get status(): VisitStatus {
    return this.version.state.status;
  }

  @TermField(VISIT_TOPICS)
  get topic(): VisitTopic {
    return this.version.state.topic;
  }

  @TextField(NOBODY, { description: "Nội dung làm việc." })
  get subject(): string {
    return this.version.state.subject;
  }

  @Field(() => GraphQLLocalDate, { description: "The day of the arrival, or else of the appointment." })
  get day(): string {
    return visitDay(this.version.state);
  }

  @Field(() => GraphQLDateTime, { nullable: true })
  get appointmentAt(): Date | null {
    return dateOf(this.version.state.appointmentAt);
  }

  @Field(() => GraphQLDateTime, { nullable: true })
  get arrivedAt(): Date | null {
    return dateOf(this.version.state.arrivedAt);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }

  @Field(() => [VisitHost])
  get hosts(): VisitHost[] {
    return this.version.state.hosts.map((host) => new VisitHost(host, this.basis));
  }

  @Field(() => [VisitVisitor])
  get reporters(): VisitVisitor[] {
    return this.version.state.reporters.map((visitor) => new VisitVisitor(visitor, this.basis));
  }

  @Field(() => [ShownDocumentType])
  get documents(): ShownDocumentType[] {
    return this.version.state.documents.map((document) => new ShownDocumentType(document));
  }

  @Field(() => VisitOutcomeType, { nullable: true })
  get outcome(): VisitOutcome | null {
    return this.version.state.outcome;
  }

  @Field(() => [InformationPromise])
  get promises(): InformationPromise[] {
    return this.version.state.promises.map((promise) => new InformationPromise(promise));
  }

  @Field(() => [LinkedPressItem])
  get pressItems(): readonly LinkedPressItem[] {
    return this.version.state.pressItems;
  }

  @TextField(OFFENDERS, { list: true, description: "Phản ánh khó khăn khi tác nghiệp." })
  get obstacles(): readonly string[] | null {
    return this.version.state.obstacles;
  }

  @Field(() => VisitDecline, { nullable: true })
  get declined(): VisitDecline | null {
    return this.version.state.declined;
  }

  @Field(() => VisitHost, { nullable: true })
  get redirectedTo(): VisitHost | null {
    return this.version.state.redirectedTo && new VisitHost(this.version.state.redirectedTo, this.basis);
  }

  @TextField(NOBODY, { nullable: true, description: "Why it was entered on a later day than it happened." })
  get lateEntryReason(): string | null {
    return this.version.state.lateEntryReason;
  }

  @Field(() => [VisitCorrection])
  get corrections(): VisitCorrection[] {
    return this.version.state.corrections.map((correction) => new VisitCorrection(correction));
  }

  @Field(() => VisitType, { nullable: true, description: "Set when it was voided as a duplicate." })
  duplicateOf(@Ctx() { reads }: LedgerContext): Found<VisitType> {
    return this.version.state.duplicateOfId === null
      ? null
      : visitAt(reads, this.version.state.duplicateOfId, this.basis);
  }

  @Field(() => [VisitType], {
    description: "Visits of the same reporter to the same unit, at most a day apart, of which nobody has judged yet.",
  })
  probableDuplicates(@Ctx() { reads }: LedgerContext): VisitType[] | Promise<VisitType[]> {
    const others = reads.duplicates.suspectedOf(this.version.id, this.basis.position);
    return present(others.map((id) => visitAt(reads, id, this.basis)));
  }
}

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

export const { at: visitAt, of: visitOf } = proceedings(
  VisitType,
  (reads) => reads.visits,
  (records, id, basis) => records.visit(id, basis),
);

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

  @TermField(DUPLICATE_VERDICTS, { nullable: true })
  get verdict(): DuplicateVerdict | null {
    return this.pair.verdict;
  }

  @TextField(NOBODY, { nullable: true })
  get reason(): string | null {
    return this.pair.reason;
  }
}

withNextSteps(VisitType, visit, (shown) => shown.version.state);

export const ProbableDuplicateConnection = connectionType("ProbableDuplicate", () => ProbableDuplicate);

@ObjectType({ implements: CommandDone })
export class VisitChanged extends changedOf(visit, VisitType, visitAt) {
  @Field(() => InformationPromise, { nullable: true, description: "The promise that `promiseInformation` made." })
  promise(@Ctx() { reads }: LedgerContext): InformationPromise | null {
    const made = entityId(this.done.commandId, "promise");
    return this.recordAt(reads)?.promises.find((promise) => promise.id === made) ?? null;
  }
}
