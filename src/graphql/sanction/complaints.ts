import { Arg, Ctx, Field, ID, InputType, ObjectType } from "type-graphql";
import type { LawReference } from "../../domain/law/lawBook.js";
import type { Complaint } from "../../domain/sanction/sanction.js";
import type {
  ComplaintRejection,
  ComplaintResult,
  ComplaintStage,
  ComplaintStatus,
} from "../../domain/sanction/terms.js";
import type { Basis } from "../../projections/basis.js";
import type { ComplaintDetail, SanctionDetail } from "../../projections/sanctionRow.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { dayOf } from "../shared/day.js";
import { LawReferenceType } from "../shared/lawReference.js";
import { offenderText, OFFENDERS_ONLY } from "../shared/mask.js";
import { GraphQLLocalDate, SanctionId, UnitId } from "../shared/scalars.js";
import { ComplaintRejectionEnum, ComplaintResultEnum, ComplaintStageEnum, ComplaintStatusEnum } from "./enums.js";

@ObjectType("Complaint", { description: "Khiếu nại, khởi kiện about a decision." })
export class ComplaintType {
  constructor(
    readonly sanctionId: string,
    private readonly standing: Complaint,
    private readonly told: ComplaintDetail,
    readonly basis: Basis,
  ) {}

  @Field(() => ID, { description: "Give it to the commands about the complaint." })
  get id(): string {
    return this.standing.complaintId;
  }

  @Field(() => ComplaintStageEnum)
  get stage(): ComplaintStage {
    return this.standing.stage;
  }

  @Field(() => ComplaintStatusEnum)
  get status(): ComplaintStatus {
    return this.standing.status;
  }

  @Field(() => GraphQLLocalDate)
  get lodgedOn(): string {
    return this.standing.lodgedOn;
  }

  @Field(() => String, { nullable: true, description: OFFENDERS_ONLY })
  lodgedBy(@Ctx() { principal }: LedgerContext): string | null {
    return offenderText(this.told.lodgedBy, principal);
  }

  @Field(() => String, { nullable: true, description: OFFENDERS_ONLY })
  grounds(@Ctx() { principal }: LedgerContext): string | null {
    return offenderText(this.told.grounds, principal);
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Thụ lý." })
  get acceptedOn(): string | null {
    return this.standing.acceptedOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "As notified; null for a court, which has its times." })
  get resolutionDueOn(): string | null {
    return this.standing.resolutionDueOn;
  }

  @Field(() => LawReferenceType, { nullable: true, description: "The period for its resolution." })
  get law(): LawReference | null {
    return this.told.law;
  }

  @Field(() => Boolean, { description: "It was accepted, is not answered yet, and the last day for it has passed." })
  overdue(
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description: "The day that is asked about; absent, the day on which the answer's basis was recorded.",
    })
    on: string | undefined,
  ): boolean {
    const { status, resolutionDueOn } = this.standing;
    return status === "ACCEPTED" && resolutionDueOn !== null && resolutionDueOn < (on ?? dayOf(this.basis));
  }

  @Field(() => ComplaintRejectionEnum, { nullable: true, description: "Why it was not accepted." })
  get rejectedBecause(): ComplaintRejection | null {
    return this.told.rejected?.ground ?? null;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get rejectedOn(): string | null {
    return this.told.rejected?.on ?? null;
  }

  @Field(() => ComplaintResultEnum, { nullable: true })
  get result(): ComplaintResult | null {
    return this.standing.result;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get resolvedOn(): string | null {
    return this.standing.resolvedOn;
  }

  @Field(() => String, { nullable: true, description: "The resolution or the judgment." })
  get document(): string | null {
    return this.told.document;
  }

  @Field(() => String, {
    nullable: true,
    description: `Why it was rejected, withdrawn or resolved so. ${OFFENDERS_ONLY}`,
  })
  reason(@Ctx() { principal }: LedgerContext): string | null {
    return offenderText(this.told.reason, principal);
  }
}

/** The complaints about a decision, in the order in which they were lodged. */
export function complaintsOf({ state, complaints }: SanctionDetail, basis: Basis): ComplaintType[] {
  const told = new Map(complaints.map((one) => [one.complaintId, one]));
  return state.complaints.flatMap((standing) => {
    const detail = told.get(standing.complaintId);
    return detail ? [new ComplaintType(state.sanctionId, standing, detail, basis)] : [];
  });
}

export const ComplaintConnection = connectionType("Complaint", () => ComplaintType);

@InputType()
export class ComplaintFilter {
  @Field(() => UnitId, { nullable: true, description: "The unit that issued the decision." })
  issuerId?: string;

  @Field(() => SanctionId, { nullable: true })
  sanctionId?: string;

  @Field(() => [ComplaintStageEnum], { nullable: true })
  stages?: ComplaintStage[];

  @Field(() => [ComplaintStatusEnum], { nullable: true })
  statuses?: ComplaintStatus[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The first day of lodging." })
  lodgedFrom?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day of lodging." })
  lodgedTo?: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Accepted, not answered yet, and the last day for it lies before this day.",
  })
  overdueOn?: string;
}
