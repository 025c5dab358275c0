import { createUnionType, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { OFFENDERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Done } from "../../commands/spec.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import type { ExecutionSuspension } from "../../domain/sanction/decision.js";
import { sanction } from "../../domain/sanction/record.js";
import {
  DECISION_KINDS,
  type DecisionKind,
  NO_FINE_GROUNDS,
  type NoFineGround,
  SANCTION_STATUSES,
  type SanctionStatus,
} from "../../domain/sanction/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { type DayBasis, namesDay } from "../../projections/table/basis.js";
import type { SanctionVersion } from "../../projections/sanction/table.js";
import { TermField } from "../derive/enums.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { CommandDone } from "../shared/command.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { FAILURES } from "../shared/failures.js";
import type { Found } from "../shared/found.js";
import { LawReferenceType } from "../shared/lawReference.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
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

@ObjectType("Sanction", {
  implements: Node,
  description: "A sanction decision (quyết định xử phạt vi phạm hành chính) with all that followed it.",
})
export class SanctionType extends Node {
  constructor(
    readonly version: SanctionVersion,
    readonly basis: Basis,
  ) {
    super();
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("Sanction", this.version.id);
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.version.revision;
  }

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

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Ngày giao quyết định." })
  get receivedOn(): string | null {
    return this.version.state.receivedOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "As notified; it does not move with the calendar." })
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

type Reads = LedgerContext["reads"];

export function sanctionAt(reads: Reads, id: string, basis: Basis): Found<SanctionType> {
  const known = reads.sanctions.get(id, basis.position);
  return known ? sanctionOf(reads, known, basis) : null;
}

/** Null: it had not been signed by the day that is asked about. */
export const sanctionOf = (reads: Reads, known: SanctionVersion, basis: Basis): Found<SanctionType> =>
  namesDay(basis) ? sanctionOnDay(reads, known.id, basis) : new SanctionType(known, basis);

async function sanctionOnDay(reads: Reads, id: string, basis: DayBasis): Promise<SanctionType | null> {
  const version = await reads.onDay.sanction(id, basis);
  return version ? new SanctionType(version, basis) : null;
}

withNextSteps(SanctionType, sanction, (shown) => shown.version.state);

export const SanctionConnection = connectionType("Sanction", () => SanctionType);

@ObjectType({ implements: CommandDone })
export class SanctionChanged extends CommandDone {
  constructor(done: Done) {
    super(done, sanctionAt);
  }

  @Field(() => SanctionType, {
    nullable: true,
    description: "The decision at `position`. Null only if this node is late in reading what it has durably written.",
  })
  sanction(@Ctx() { reads }: LedgerContext): SanctionType | null {
    return this.recordAt(reads) as SanctionType | null;
  }
}

export const SanctionResult = createUnionType({
  name: "SanctionResult",
  types: () => [SanctionChanged, ...FAILURES] as const,
});
