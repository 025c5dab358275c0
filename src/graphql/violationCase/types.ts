import { Arg, Ctx, Field, Int, ObjectType } from "type-graphql";
import { OFFENDERS } from "../../domain/kernel/fields.js";
import { viDay } from "../../domain/kernel/words.js";
import { TextField } from "../derive/shown.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { decisionDueOn, minutesDueOn } from "../../domain/violationCase/deadlines.js";
import { violationCase } from "../../domain/violationCase/record.js";
import { factOf } from "../../domain/violationCase/standing.js";
import {
  CASE_PROCEDURES,
  type CaseProcedure,
  MINUTED,
  MINUTES_GROUNDS,
  type MinutesGround,
  SHOWN_CASE_STATUSES,
  type ShownCaseStatus,
} from "../../domain/violationCase/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import type { ShownCase } from "../../projections/violationCase/table.js";
import { changedOf } from "../derive/changed.js";
import { TermField } from "../derive/enums.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { inspectionAt, InspectionType } from "../inspection/types.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { CaseClosing, CaseExplanation, CaseProsecutionType, CaseTransferType, CaseUnit } from "./course.js";
import { CaseParty, CaseViolation, VerificationRecord, ViolationMinutes, type Within } from "./parts.js";

const BY_DAY = { nullable: true, description: "By this day; the basis's day if absent." } as const;

@ObjectType("ViolationCase", {
  implements: Node,
  description: "A violation case (vụ việc vi phạm hành chính), from its detection to its end.",
})
export class ViolationCaseType extends recordNode<ShownCase>("ViolationCase", ({ state: { minutes, detectedOn } }) =>
  minutes ? `Biên bản số ${minutes.number} ngày ${viDay(minutes.madeOn)}` : `Phát hiện ngày ${viDay(detectedOn)}`,
) {
  readonly #within: Within;

  constructor(version: ShownCase, basis: Basis) {
    super(version, basis);
    this.#within = { state: version.state, basis };
  }

  @TermField(SHOWN_CASE_STATUSES)
  get status(): ShownCaseStatus {
    return this.version.shown;
  }

  @TermField(CASE_PROCEDURES)
  get procedure(): CaseProcedure {
    return this.version.state.procedure;
  }

  @Field(() => CaseUnit, { description: "The unit that has the case." })
  get handledBy(): CaseUnit {
    return new CaseUnit(this.version.state.unit, this.basis);
  }

  @Field(() => InspectionType, { nullable: true, description: "In which it was found." })
  inspection(@Ctx() { reads }: LedgerContext): Found<InspectionType> {
    const { inspectionId } = this.version.state;
    return inspectionId === null ? null : inspectionAt(reads, inspectionId, this.basis);
  }

  @Field(() => GraphQLLocalDate)
  get detectedOn(): string {
    return this.version.state.detectedOn;
  }

  @TextField(OFFENDERS, { description: "What was found." })
  get detected(): string | null {
    return this.version.state.detected;
  }

  @Field(() => [CaseParty])
  get parties(): CaseParty[] {
    return this.version.state.parties.map((party) => new CaseParty(party));
  }

  @Field(() => [CaseViolation], { description: "As the minutes have them, or as last verified." })
  get violations(): CaseViolation[] {
    return this.version.state.violations.map((violation) => new CaseViolation(violation, this.#within));
  }

  @Field(() => ViolationMinutes, { nullable: true })
  get minutes(): ViolationMinutes | null {
    const { minutes } = this.version.state;
    return minutes && new ViolationMinutes(minutes, this.#within);
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day for the minutes; null: dealt with on the spot.",
  })
  minutesDueOn(@Ctx() { law }: LedgerContext): string | null {
    return this.procedure === "ON_THE_SPOT" ? null : minutesDueOn(this.version.state, law);
  }

  @TermField(MINUTES_GROUNDS, { nullable: true, description: "Why the minutes have longer than two working days." })
  get minutesGround(): MinutesGround | null {
    return this.version.state.minutesPeriod?.ground ?? null;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "The day of the result of an appraisal, from which the time for the minutes runs; null: from the detection.",
  })
  get minutesResultOn(): string | null {
    return this.version.state.minutesPeriod?.resultOn ?? null;
  }

  @Field(() => Boolean, { description: "The minutes were late, or are." })
  minutesOverdue(
    @Arg("on", () => GraphQLLocalDate, BY_DAY) on: LocalDate | undefined,
    @Ctx() context: LedgerContext,
  ): boolean {
    const due = this.minutesDueOn(context);
    const made = this.version.state.minutes?.madeOn ?? null;
    if (made === null && this.version.shown !== "DETECTED") return false;
    return due !== null && due < (made ?? on ?? this.basis.today);
  }

  @Field(() => [VerificationRecord])
  get verifications(): VerificationRecord[] {
    return this.version.state.verifications.map((record) => new VerificationRecord(record, this.#within));
  }

  @Field(() => CaseExplanation)
  get explanation(): CaseExplanation {
    return new CaseExplanation(this.version.state.explanation, this.#within);
  }

  @TextField(OFFENDERS, { description: "What is to be verified." })
  get verificationWanted(): string | null {
    return this.version.state.verificationWanted;
  }

  @Field(() => Boolean)
  get needsVerification(): boolean {
    return this.version.state.verificationWanted !== null;
  }

  @Field(() => Boolean, { description: "Vụ việc đặc biệt nghiêm trọng, phức tạp." })
  get isComplex(): boolean {
    return this.version.state.complexBecause !== null;
  }

  @Field(() => [CaseTransferType])
  get transfers(): CaseTransferType[] {
    return this.version.state.transfers.map((transfer) => new CaseTransferType(transfer, this.basis));
  }

  @Field(() => [CaseProsecutionType])
  get prosecutions(): CaseProsecutionType[] {
    return this.version.state.prosecutions.map((prosecution) => new CaseProsecutionType(prosecution));
  }

  @Field(() => Int, { description: "For how many days the file was with the investigating body in all." })
  get pausedDays(): number {
    return this.version.state.pausedDays;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day for a decision with a fine; null: there are no minutes.",
  })
  decisionDueOn(@Ctx() { law }: LedgerContext): string | null {
    return decisionDueOn(factOf(this.version.state), law);
  }

  @Field(() => Boolean, { description: "The case still waits for a decision, and the last day for it is over." })
  decisionOverdue(
    @Arg("on", () => GraphQLLocalDate, BY_DAY) on: LocalDate | undefined,
    @Ctx() context: LedgerContext,
  ): boolean {
    const due = this.decisionDueOn(context);
    const waits = AWAITING_DECISION.includes(this.version.shown);
    return waits && due !== null && due < (on ?? this.basis.today);
  }

  @Field(() => CaseClosing, { nullable: true })
  get closed(): CaseClosing | null {
    const { closed } = this.version.state;
    return closed && new CaseClosing(closed);
  }

  @TextField(OFFENDERS, { description: "Why it was voided." })
  get voidedBecause(): string | null {
    return this.version.state.voidedBecause;
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }

  @TextField(OFFENDERS, {
    description: "Why it was entered on a later day than it happened.",
  })
  get lateEntryReason(): string | null {
    return this.version.state.lateEntryReason;
  }
}

withNextSteps(ViolationCaseType, violationCase, ({ version }) => version.state);

const AWAITING_DECISION: readonly ShownCaseStatus[] = MINUTED;

export const { at: violationCaseAt, of: violationCaseOf } = proceedings(
  ViolationCaseType,
  (reads) => reads.violationCases,
  (records, id, basis) => records.violationCase(id, basis),
);

@ObjectType({ implements: CommandDone })
export class ViolationCaseChanged extends changedOf(violationCase, ViolationCaseType, violationCaseAt) {}
