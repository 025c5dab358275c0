import { Ctx, Field, ID, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { viDay } from "../../domain/kernel/words.js";
import { TextField } from "../derive/shown.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import type { ExecutionSuspension, SanctionPublication } from "../../domain/sanction/decision.js";
import { sanction } from "../../domain/sanction/record.js";
import {
  DECISION_KINDS,
  type DecisionKind,
  NO_FINE_GROUNDS,
  type NoFineGround,
  SANCTION_STATUSES,
  type SanctionStatus,
  SERVICE_WAYS,
  type ServiceWay,
} from "../../domain/sanction/terms.js";
import type { SanctionVersion } from "../../projections/sanction/table.js";
import { changedOf } from "../derive/changed.js";
import { TermField } from "../derive/enums.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import { LawReferenceType } from "../shared/lawReference.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { violationCaseAt, ViolationCaseType } from "../violationCase/types.js";
import { complaintsOf, ComplaintType } from "./complaints.js";
import { FineAccountType } from "./fine.js";
import {
  DecisionNumberType,
  DecisionPaperType,
  SanctionedPartyType,
  SanctionIssuer,
  SanctionLineType,
  SanctionMeasureType,
  SignerType,
} from "./parts.js";

@ObjectType("ExecutionSuspension", { description: "Tạm đình chỉ thi hành: while it lasts no interest runs." })
export class ExecutionSuspensionType {
  constructor(private readonly suspension: ExecutionSuspension) {}

  @Field(() => GraphQLLocalDate)
  get from(): string {
    return this.suspension.from;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The day from which execution goes on." })
  get resumedFrom(): string | null {
    return this.suspension.resumedFrom;
  }

  @Field(() => ID, { nullable: true })
  get complaintId(): string | null {
    return this.suspension.complaintId;
  }

  @TextField(OFFENDERS)
  get ground(): string | null {
    return this.suspension.ground;
  }
}

@ObjectType("SanctionPublication", { description: "Công bố công khai việc xử phạt." })
export class SanctionPublicationType implements Omit<SanctionPublication, "publicationId"> {
  constructor(private readonly publication: SanctionPublication) {}

  @Field(() => ID, { description: "Give it to `takeBackSanctionPublication`." })
  get id(): string {
    return this.publication.publicationId;
  }

  @Field(() => GraphQLLocalDate)
  get on(): string {
    return this.publication.on;
  }

  @TextField(NOBODY, { description: "The page, newspaper or station." })
  get medium(): string {
    return this.publication.medium;
  }

  @TextField(NOBODY, { nullable: true })
  get address(): string | null {
    return this.publication.address;
  }
}

@ObjectType("Sanction", {
  implements: Node,
  description: "A sanction decision (quyết định xử phạt vi phạm hành chính) with all that followed it.",
})
export class SanctionType extends recordNode<SanctionVersion>(
  "Sanction",
  ({ state: { number, signedOn } }) => `Số ${number.text} ngày ${viDay(signedOn)}`,
) {
  @TermField(SANCTION_STATUSES)
  get status(): SanctionStatus {
    return this.version.state.status;
  }

  @TermField(DECISION_KINDS)
  get kind(): DecisionKind {
    return this.version.state.kind;
  }

  @Field(() => DecisionNumberType)
  get number(): DecisionNumberType {
    return this.version.state.number;
  }

  @Field(() => SanctionIssuer)
  get issuer(): SanctionIssuer {
    return new SanctionIssuer(this.version.state.issuer, this.basis);
  }

  @Field(() => SignerType)
  get signer(): SignerType {
    return this.version.state.signer;
  }

  @Field(() => LawReferenceType, { nullable: true, description: "The power that was used; null without a fine." })
  get power(): LawReference | null {
    return this.version.state.power;
  }

  @Field(() => SanctionedPartyType)
  get party(): SanctionedPartyType {
    return new SanctionedPartyType(this.version.state.party);
  }

  @Field(() => ViolationCaseType, { nullable: true })
  violationCase(@Ctx() { reads }: LedgerContext): Found<ViolationCaseType> {
    return violationCaseAt(reads, this.version.state.caseId, this.basis);
  }

  @TermField(NO_FINE_GROUNDS, { nullable: true })
  get noFineBecause(): NoFineGround | null {
    return this.version.state.noFineBecause;
  }

  @Field(() => [SanctionLineType], { description: "As they stand; earlier versions are among the papers." })
  get lines(): readonly SanctionLineType[] {
    return this.version.state.content.lines;
  }

  @Field(() => [SanctionMeasureType], { description: "What is ordered besides the fine, as it stands." })
  get measures(): SanctionMeasureType[] {
    return this.version.state.measures.map((measure) => new SanctionMeasureType(measure));
  }

  @Field(() => FineAccountType)
  get fine(): FineAccountType {
    return new FineAccountType(this.version.state, this.basis);
  }

  @Field(() => GraphQLLocalDate)
  get signedOn(): string {
    return this.version.state.signedOn;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Ngày giao quyết định, or on which it counts as served.",
  })
  get receivedOn(): string | null {
    return this.version.state.receivedOn;
  }

  @TermField(SERVICE_WAYS, { nullable: true, description: "Null: not served." })
  get servedBy(): ServiceWay | null {
    return this.version.state.servedBy;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "As notified; it does not move with the calendar. Of one that was sent without proof of its receipt, the last day to " +
      "pay without interest.",
  })
  get executionDueOn(): string | null {
    return this.version.state.executionDueOn;
  }

  @Field(() => LawReferenceType, { nullable: true, description: "The period of execution." })
  get executionLaw(): LawReference | null {
    return this.version.state.executionLaw;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Since when execution is suspended; null: it is not." })
  get suspendedFrom(): string | null {
    return this.version.state.suspendedFrom;
  }

  @Field(() => [ExecutionSuspensionType])
  get suspensions(): ExecutionSuspensionType[] {
    return this.version.state.suspensions.map((suspension) => new ExecutionSuspensionType(suspension));
  }

  @Field(() => [SanctionPublicationType], { description: "Where it was made public." })
  get publications(): SanctionPublicationType[] {
    return this.version.state.publications.map((publication) => new SanctionPublicationType(publication));
  }

  @Field(() => [ComplaintType])
  get complaints(): ComplaintType[] {
    return complaintsOf(this.version.state, this.basis);
  }

  @Field(() => [DecisionPaperType], {
    description: "The decision and what was issued about it: corrections, amendments, the annulment.",
  })
  get papers(): DecisionPaperType[] {
    return this.version.state.papers.map((paper) => new DecisionPaperType(paper));
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get annulledOn(): string | null {
    return this.version.state.annulledOn;
  }

  @Field(() => SanctionType, { nullable: true, description: "The annulled decision that this one replaces." })
  replaces(@Ctx() { reads }: LedgerContext): Found<SanctionType> {
    const { replacesId } = this.version.state;
    return replacesId === null ? null : sanctionAt(reads, replacesId, this.basis);
  }

  @Field(() => SanctionType, { nullable: true })
  replacedBy(@Ctx() { reads }: LedgerContext): Found<SanctionType> {
    const other = reads.sanctions.replacementOf(this.version.id, this.basis.position);
    return other ? sanctionOf(reads, other, this.basis) : null;
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }

  @TextField(OFFENDERS, {
    description: "Why it was entered on a later day than it was signed.",
  })
  get lateEntryReason(): string | null {
    return this.version.state.lateEntryReason;
  }
}

export const { at: sanctionAt, of: sanctionOf } = proceedings(
  SanctionType,
  (reads) => reads.sanctions,
  (records, id, basis) => records.sanction(id, basis),
);

withNextSteps(SanctionType, sanction, (shown) => shown.version.state);

@ObjectType({ implements: CommandDone })
export class SanctionChanged extends changedOf(sanction, SanctionType, sanctionAt) {}
