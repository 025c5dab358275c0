import { Arg, createUnionType, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { decisionDueOn, minutesDueOn } from "../../domain/violationCase/deadlines.js";
import { factOf } from "../../domain/violationCase/evolve.js";
import type { CaseProcedure } from "../../domain/violationCase/terms.js";
import type { Basis } from "../../projections/basis.js";
import { type DayBasis, namesDay } from "../../projections/onDay/recordsOnDay.js";
import type { ShownCaseRow, ShownCaseStatus } from "../../projections/violationCaseQueries.js";
import { type CaseDetail, detailOf } from "../../projections/violationCases.js";
import { inspectionAt, InspectionType } from "../inspection/types.js";
import { CommandDone } from "../shared/command.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { FAILURES } from "../shared/failures.js";
import type { Found } from "../shared/found.js";
import { offenderText, OFFENDERS_ONLY } from "../shared/mask.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { CaseClosing, CaseExplanation, CaseProsecutionType, CaseTransferType, CaseUnit } from "./course.js";
import { CaseProcedureEnum, ViolationCaseStatusEnum } from "./enums.js";
import { CaseParty, CaseViolation, VerificationRecord, ViolationMinutes, type Within } from "./parts.js";

const BY_DAY = { nullable: true, description: "By this day; the basis's day if absent." } as const;

@ObjectType("ViolationCase", {
  implements: Node,
  description: "A violation case (vụ việc vi phạm hành chính), from its detection to its end.",
})
export class ViolationCaseType extends Node {
  readonly #detail: CaseDetail;
  readonly #within: Within;

  constructor(
    private readonly row: ShownCaseRow,
    readonly basis: Basis,
  ) {
    super();
    this.#detail = detailOf(row);
    this.#within = { state: this.#detail.state, basis };
  }

  @Field(() => ID)
  override get id(): string {
    return globalId("ViolationCase", this.row.id);
  }

  get caseId(): string {
    return this.row.id;
  }

  @Field(() => Int, { description: "Send it as `expectedRevision`." })
  get revision(): number {
    return this.row.revision;
  }

  @Field(() => ViolationCaseStatusEnum)
  get status(): ShownCaseStatus {
    return this.row.shown_status;
  }

  @Field(() => CaseProcedureEnum)
  get procedure(): CaseProcedure {
    return this.#detail.state.procedure;
  }

  @Field(() => CaseUnit, { description: "The unit that has the case." })
  get handledBy(): CaseUnit {
    return new CaseUnit(this.#detail.state.unit, this.basis);
  }

  @Field(() => InspectionType, { nullable: true, description: "In which it was found." })
  inspection(@Ctx() { reads }: LedgerContext): Found<InspectionType> {
    return this.row.inspection_id === null ? null : inspectionAt(reads, this.row.inspection_id, this.basis);
  }

  @Field(() => GraphQLLocalDate)
  get detectedOn(): string {
    return this.row.detected_on;
  }

  @Field(() => String, { nullable: true, description: `What was found. ${OFFENDERS_ONLY}` })
  detected(@Ctx() { principal }: LedgerContext): string | null {
    return offenderText(this.#detail.state.detected, principal);
  }

  @Field(() => [CaseParty])
  get parties(): CaseParty[] {
    return this.#detail.state.parties.map((party) => new CaseParty(party));
  }

  @Field(() => [CaseViolation], { description: "As the minutes have them, or as last verified." })
  get violations(): CaseViolation[] {
    return this.#detail.state.violations.map((violation) => new CaseViolation(violation, this.#within));
  }

  @Field(() => ViolationMinutes, { nullable: true })
  get minutes(): ViolationMinutes | null {
    const { minutes } = this.#detail.state;
    return minutes && new ViolationMinutes(minutes, this.#within);
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day for the minutes; null: dealt with on the spot.",
  })
  minutesDueOn(@Ctx() { law }: LedgerContext): string | null {
    return this.procedure === "ON_THE_SPOT" ? null : minutesDueOn(this.row.detected_on, law);
  }

  @Field(() => Boolean, { description: "The minutes were late, or are." })
  minutesOverdue(
    @Arg("on", () => GraphQLLocalDate, BY_DAY) on: LocalDate | undefined,
    @Ctx() context: LedgerContext,
  ): boolean {
    const due = this.minutesDueOn(context);
    const made = this.row.minutes_made_on;
    if (made === null && this.row.shown_status !== "DETECTED") return false;
    return due !== null && due < (made ?? on ?? dayOf(this.basis));
  }

  @Field(() => [VerificationRecord])
  get verifications(): VerificationRecord[] {
    return this.#detail.state.verifications.map((record) => new VerificationRecord(record, this.#within));
  }

  @Field(() => CaseExplanation)
  get explanation(): CaseExplanation {
    return new CaseExplanation(this.#detail.state.explanation, this.#within);
  }

  @Field(() => String, { nullable: true, description: `What is to be verified. ${OFFENDERS_ONLY}` })
  verificationWanted(@Ctx() { principal }: LedgerContext): string | null {
    return offenderText(this.#detail.state.verificationWanted, principal);
  }

  @Field(() => Boolean)
  get needsVerification(): boolean {
    return this.#detail.state.verificationWanted !== null;
  }

  @Field(() => Boolean, { description: "Vụ việc đặc biệt nghiêm trọng, phức tạp." })
  get isComplex(): boolean {
    return this.#detail.state.complexBecause !== null;
  }

  @Field(() => [CaseTransferType])
  get transfers(): CaseTransferType[] {
    return this.#detail.state.transfers.map((transfer) => new CaseTransferType(transfer, this.basis));
  }

  @Field(() => [CaseProsecutionType])
  get prosecutions(): CaseProsecutionType[] {
    return this.#detail.state.prosecutions.map((prosecution) => new CaseProsecutionType(prosecution));
  }

  @Field(() => Int, { description: "For how many days the clock has stood still." })
  get pausedDays(): number {
    return this.row.paused_days;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day for a decision with a fine; null: there are no minutes.",
  })
  decisionDueOn(@Ctx() { law }: LedgerContext): string | null {
    return decisionDueOn(factOf(this.#detail.state), law);
  }

  @Field(() => Boolean, { description: "The case still waits for a decision, and the last day for it is over." })
  decisionOverdue(
    @Arg("on", () => GraphQLLocalDate, BY_DAY) on: LocalDate | undefined,
    @Ctx() context: LedgerContext,
  ): boolean {
    const due = this.decisionDueOn(context);
    const waits = AWAITING_DECISION.includes(this.row.shown_status);
    return waits && due !== null && due < (on ?? dayOf(this.basis));
  }

  @Field(() => CaseClosing, { nullable: true })
  get closed(): CaseClosing | null {
    const { closed } = this.#detail.state;
    return closed && new CaseClosing(closed);
  }

  @Field(() => String, { nullable: true, description: `Why it was voided. ${OFFENDERS_ONLY}` })
  voidedBecause(@Ctx() { principal }: LedgerContext): string | null {
    return offenderText(this.#detail.state.voidedBecause, principal);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.#detail.recordedAt);
  }

  @Field(() => String, {
    nullable: true,
    description: `Why it was entered on a later day than it happened. ${OFFENDERS_ONLY}`,
  })
  lateEntryReason(@Ctx() { principal }: LedgerContext): string | null {
    return offenderText(this.#detail.lateEntryReason, principal);
  }
}

const AWAITING_DECISION: readonly ShownCaseStatus[] = [
  "MINUTES_MADE",
  "EXPLANATION_OPEN",
  "EXPLAINED",
  "EXPLANATION_WAIVED",
];

type Reads = LedgerContext["reads"];

export function violationCaseAt(reads: Reads, id: string, basis: Basis): Found<ViolationCaseType> {
  const row = reads.violationCases.get(id, basis.position);
  return row ? violationCaseOf(reads, row, basis) : null;
}

/** Null: it had not been detected by the day that is asked about. */
export const violationCaseOf = (reads: Reads, row: ShownCaseRow, basis: Basis): Found<ViolationCaseType> =>
  namesDay(basis) ? caseOnDay(reads, row.id, basis) : new ViolationCaseType(row, basis);

async function caseOnDay(reads: Reads, id: string, basis: DayBasis): Promise<ViolationCaseType | null> {
  const row = await reads.onDay.violationCase(id, basis);
  return row ? new ViolationCaseType(row, basis) : null;
}

export const ViolationCaseConnection = connectionType("ViolationCase", () => ViolationCaseType);

@ObjectType({ implements: CommandDone })
export class ViolationCaseChanged extends CommandDone {
  constructor(done: Done) {
    super(done, violationCaseAt);
  }

  @Field(() => ViolationCaseType, {
    nullable: true,
    description: "The case at `position`. Null only if this node is late in reading what it has durably written.",
  })
  violationCase(@Ctx() { reads }: LedgerContext): ViolationCaseType | null {
    return this.recordAt(reads) as ViolationCaseType | null;
  }
}

export const ViolationCaseResult = createUnionType({
  name: "ViolationCaseResult",
  types: () => [ViolationCaseChanged, ...FAILURES] as const,
});
