import { Arg, Ctx, Field, ID, InputType, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import type { Complaint } from "../../domain/sanction/complaint.js";
import { acceptanceDueOn } from "../../domain/sanction/complaintRules.js";
import type { Sanction } from "../../domain/sanction/sanction.js";
import {
  COMPLAINT_REJECTIONS,
  COMPLAINT_RESULTS,
  COMPLAINT_STAGES,
  COMPLAINT_STATUSES,
  type ComplaintRejection,
  type ComplaintResult,
  type ComplaintStage,
  type ComplaintStatus,
} from "../../domain/sanction/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField, TermsField } from "../derive/enums.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { LawReferenceType } from "../shared/lawReference.js";
import { GraphQLLocalDate, SanctionId, UnitId } from "../shared/scalars.js";

@ObjectType("Complaint", { description: "Khiếu nại, khởi kiện about a decision." })
export class ComplaintType {
  constructor(
    readonly sanctionId: string,
    private readonly complaint: Complaint,
    readonly basis: Basis,
  ) {}

  @Field(() => ID, { description: "Give it to the commands about the complaint." })
  get id(): string {
    return this.complaint.complaintId;
  }

  @TermField(COMPLAINT_STAGES)
  get stage(): ComplaintStage {
    return this.complaint.stage;
  }

  @TermField(COMPLAINT_STATUSES)
  get status(): ComplaintStatus {
    return this.complaint.status;
  }

  @Field(() => GraphQLLocalDate)
  get lodgedOn(): string {
    return this.complaint.lodgedOn;
  }

  @TextField(OFFENDERS)
  get lodgedBy(): string | null {
    return this.complaint.lodgedBy;
  }

  @TextField(OFFENDERS)
  get grounds(): string | null {
    return this.complaint.grounds;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day to say whether it is accepted; null for a court, which has its times.",
  })
  acceptanceDueOn(@Ctx() { law }: LedgerContext): string | null {
    return acceptanceDueOn(this.complaint, law);
  }

  @Field(() => Boolean, { description: "It was neither accepted nor rejected by that day, or later." })
  acceptanceOverdue(
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description: "The day that is asked about; absent, the day on which the answer's basis was recorded.",
    })
    on: string | undefined,
    @Ctx() context: LedgerContext,
  ): boolean {
    const { status, acceptedOn, rejected } = this.complaint;
    const due = this.acceptanceDueOn(context);
    const answeredOn = acceptedOn ?? rejected?.on ?? null;
    if (due === null || (answeredOn === null && status !== "LODGED")) return false;
    return due < (answeredOn ?? on ?? this.basis.today);
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Thụ lý." })
  get acceptedOn(): string | null {
    return this.complaint.acceptedOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "As notified; null for a court, which has its times." })
  get resolutionDueOn(): string | null {
    return this.complaint.resolutionDueOn;
  }

  @Field(() => LawReferenceType, { nullable: true, description: "The period for its resolution." })
  get law(): LawReference | null {
    return this.complaint.law;
  }

  @Field(() => Boolean, { description: "It was accepted, is not answered yet, and the last day for it has passed." })
  overdue(
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description: "The day that is asked about; absent, the day on which the answer's basis was recorded.",
    })
    on: string | undefined,
  ): boolean {
    const { status, resolutionDueOn } = this.complaint;
    return status === "ACCEPTED" && resolutionDueOn !== null && resolutionDueOn < (on ?? this.basis.today);
  }

  @TermField(COMPLAINT_REJECTIONS, { nullable: true, description: "Why it was not accepted." })
  get rejectedBecause(): ComplaintRejection | null {
    return this.complaint.rejected?.ground ?? null;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get rejectedOn(): string | null {
    return this.complaint.rejected?.on ?? null;
  }

  @TermField(COMPLAINT_RESULTS, { nullable: true })
  get result(): ComplaintResult | null {
    return this.complaint.result;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get resolvedOn(): string | null {
    return this.complaint.resolvedOn;
  }

  @TextField(NOBODY, { nullable: true, description: "The resolution or the judgment." })
  get document(): string | null {
    return this.complaint.document;
  }

  @TextField(OFFENDERS, {
    description: "Why it was rejected, withdrawn or resolved so.",
  })
  get reason(): string | null {
    return this.complaint.reason;
  }
}

/** The complaints about a decision, in the order in which they were lodged. */
export const complaintsOf = ({ sanctionId, complaints }: Sanction, basis: Basis): ComplaintType[] =>
  complaints.map((complaint) => new ComplaintType(sanctionId, complaint, basis));

export const ComplaintConnection = connectionType("Complaint", () => ComplaintType);

@InputType()
export class ComplaintFilter {
  @Field(() => UnitId, { nullable: true, description: "The unit that issued the decision." })
  issuerId?: string;

  @Field(() => SanctionId, { nullable: true })
  sanctionId?: string;

  @TermsField(COMPLAINT_STAGES, { nullable: true })
  stages?: ComplaintStage[];

  @TermsField(COMPLAINT_STATUSES, { nullable: true })
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
