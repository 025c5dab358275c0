import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { MASKED_HERE, TextField } from "../derive/shown.js";
import { type InspectionDeadline, isOverdue, wasLate } from "../../domain/inspection/deadlines.js";
import type * as domain from "../../domain/inspection/inspection.js";
import {
  COORDINATION_ROLES,
  type CoordinationRole,
  PUBLICATION_FORMS,
  type PublicationForm,
  TARGET_KINDS,
  type TargetKind,
  TEAM_ROLES,
  type TeamRole,
} from "../../domain/inspection/terms.js";
import type { DeadlineKey } from "../../domain/law/terms.js";
import { everNamed } from "../../domain/inspection/names.js";
import type { Basis } from "../../projections/table/basis.js";
import type { InspectionVersion } from "../../projections/inspection/table.js";
import { TermField, TermsField } from "../derive/enums.js";
import { DeadlineKeyEnum } from "../law/enums.js";
import { PressAgencyType, pressAgencyAt } from "../pressAgency/types.js";
import type { LedgerContext } from "../shared/context.js";
import { mayReadOf, OFFENDERS_ONLY, shownName } from "../shared/mask.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";
import { namedBy } from "./named.js";

/** A part whose texts not everyone may read. */
export type Masked<T, K extends keyof T> = Omit<T, K> & { readonly [N in K]: T[N] | null };

/** Of texts: what is said of persons and household businesses is for those who may read their names. */
export const OF_PERSONS = `${OFFENDERS_ONLY} Of organisations only, everyone sees it.`;

@ObjectType("InspectionPeriod", { description: "Both days included." })
export class InspectionPeriod implements domain.Period {
  @Field(() => GraphQLLocalDate)
  from!: string;
  @Field(() => GraphQLLocalDate)
  to!: string;
}

@ObjectType({ description: "A body under the name it had on the day; a unit of the register, or one outside it." })
export class InspectionBody {
  constructor(
    private readonly body: domain.Body,
    private readonly basis: Basis,
  ) {}

  @TextField(NOBODY)
  get name(): string {
    return this.body.name;
  }

  @Field(() => UnitType, { nullable: true, description: "Null for a body outside the register." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return this.body.unitId === null ? null : unitAt(reads, this.body.unitId, this.basis);
  }
}

@ObjectType({ description: "A coordinating body (cơ quan phối hợp)." })
export class InspectionCoordinator extends InspectionBody {
  constructor(
    private readonly coordinator: domain.Coordinator,
    basis: Basis,
  ) {
    super(coordinator, basis);
  }

  @TermField(COORDINATION_ROLES)
  get role(): CoordinationRole {
    return this.coordinator.role;
  }
}

@ObjectType()
export class InspectionTeamMember implements domain.TeamMember {
  @TextField(NOBODY)
  name!: string;
  @TermField(TEAM_ROLES)
  role!: TeamRole;
}

@ObjectType("InspectionTarget", { description: "Whom it examines (đối tượng), under the name on the day." })
export class InspectionTargetType {
  constructor(
    private readonly target: domain.InspectionTarget,
    private readonly basis: Basis,
  ) {}

  @Field(() => ID, { description: "Give it to `recordFinding`, and to `amendInspection` for a target that stays." })
  get id(): string {
    return this.target.targetId;
  }

  @TermField(TARGET_KINDS)
  get kind(): TargetKind {
    return this.target.kind;
  }

  @TextField(MASKED_HERE, {
    description: "Of a person or a household business, initials unless you may read the names.",
  })
  name(@Ctx() context: LedgerContext): string {
    const { targetId: ref, kind, name } = this.target;
    return shownName({ as: "TARGET", ref, kind, name }, context);
  }

  @Field(() => UnitType, { nullable: true })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return this.target.unitId === null ? null : unitAt(reads, this.target.unitId, this.basis);
  }

  @Field(() => PressAgencyType, { nullable: true })
  pressAgency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return this.target.pressAgencyId === null ? null : pressAgencyAt(reads, this.target.pressAgencyId, this.basis);
  }
}

@ObjectType("InspectionFinding")
export class InspectionFindingType {
  constructor(
    private readonly finding: domain.Finding,
    private readonly inspection: InspectionVersion,
    private readonly basis: Basis,
  ) {}

  @Field(() => ID)
  get id(): string {
    return this.finding.findingId;
  }

  @Field(() => InspectionTargetType, { nullable: true, description: "Null: about none in particular." })
  get target(): InspectionTargetType | null {
    const target = everNamed(this.inspection.state).find((one) => one.targetId === this.finding.targetId);
    return target ? new InspectionTargetType(target, this.basis) : null;
  }

  @TextField(MASKED_HERE, { nullable: true, description: OF_PERSONS })
  description(@Ctx() context: LedgerContext): string | null {
    const { targetId, description } = this.finding;
    const named = namedBy(this.inspection, context);
    const concerned = named.filter((target) => targetId === null || target.targetId === targetId);
    return mayReadOf(concerned, context.principal) ? description : null;
  }

  @Field(() => Boolean)
  get isViolation(): boolean {
    return this.finding.isViolation;
  }

  @Field(() => GraphQLLocalDate)
  get on(): string {
    return this.finding.on;
  }
}

@ObjectType()
export class InspectionExtension implements domain.Extension {
  @Field(() => GraphQLLocalDate)
  on!: string;
  @Field(() => GraphQLLocalDate, { description: "The new last day on site." })
  until!: string;
  @TextField(NOBODY)
  document!: string;
}

@ObjectType()
export class InspectionSuspension implements Masked<domain.Suspension, "reason"> {
  @Field(() => GraphQLLocalDate)
  from!: string;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "The day on which it went on." })
  to!: string | null;
  @TextField(NOBODY, { nullable: true })
  document!: string | null;
  @TextField(MASKED_HERE, { nullable: true, description: OF_PERSONS })
  reason!: string | null;
}

@ObjectType({ description: "The team's report (báo cáo kết quả thanh tra)." })
export class InspectionReport implements Masked<domain.Report, "summary"> {
  @Field(() => GraphQLLocalDate)
  on!: string;
  @TextField(MASKED_HERE, { nullable: true, description: OF_PERSONS })
  summary!: string | null;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "The day set for the draft conclusion." })
  draftDueOn!: string | null;
}

@ObjectType({ description: "Giao xây dựng dự thảo kết luận: to whom, and when." })
export class DraftAssignment implements domain.DraftAssignment {
  @Field(() => GraphQLLocalDate)
  on!: string;
  @TextField(NOBODY)
  to!: string;
}

@ObjectType("ReservedOpinion", { description: "Ý kiến bảo lưu." })
export class ReservedOpinionType implements Masked<domain.ReservedOpinion, "by" | "opinion"> {
  @TextField(MASKED_HERE, { nullable: true, description: OF_PERSONS })
  by!: string | null;
  @TextField(MASKED_HERE, { nullable: true, description: OF_PERSONS })
  opinion!: string | null;
}

@ObjectType({ description: "Kết luận thanh tra." })
export class InspectionConclusion implements Masked<domain.Conclusion, "summary"> {
  @TextField(NOBODY)
  number!: string;
  @Field(() => GraphQLLocalDate)
  signedOn!: string;
  @TextField(MASKED_HERE, { nullable: true, description: `${OF_PERSONS} Once it is public, everyone sees it.` })
  summary!: string | null;
}

@ObjectType({ description: "Công khai kết luận." })
export class ConclusionPublication implements domain.Publication {
  @Field(() => GraphQLLocalDate)
  on!: string;
  @TermsField(PUBLICATION_FORMS)
  forms!: readonly PublicationForm[];
  @TextField(NOBODY, { nullable: true })
  address!: string | null;
}

@ObjectType()
export class ConclusionImplementation implements domain.Implementation {
  @Field(() => GraphQLLocalDate)
  on!: string;
  @TextField(NOBODY)
  document!: string;
}

@ObjectType({ description: "A check that ended with minutes (biên bản kiểm tra)." })
export class CheckMinutes implements Masked<domain.CheckMinutes, "summary"> {
  @Field(() => GraphQLLocalDate)
  on!: string;
  @TextField(NOBODY)
  minutes!: string;
  @TextField(MASKED_HERE, { nullable: true, description: OF_PERSONS })
  summary!: string | null;
}

@ObjectType()
export class InspectionCancellation implements Masked<domain.Cancellation, "reason"> {
  @Field(() => GraphQLLocalDate)
  on!: string;
  @TextField(MASKED_HERE, { nullable: true, description: OF_PERSONS })
  reason!: string | null;
}

@ObjectType({ description: "A correction of the record: when, and why." })
export class InspectionCorrection {
  @Field(() => GraphQLDateTime)
  readonly at: Date;
  @TextField(NOBODY, { nullable: true, description: OF_PERSONS })
  readonly reason: string | null;

  constructor(correction: { at: string; reason: string | null }) {
    this.at = new Date(correction.at);
    this.reason = correction.reason;
  }
}

@ObjectType("InspectionDeadline", { description: "A period that has begun to run (thời hạn), by the law of that day." })
export class InspectionDeadlineType {
  constructor(
    private readonly deadline: InspectionDeadline,
    /** The inspection goes no further: nothing of it falls due any more. */
    private readonly isOver: boolean,
    private readonly basis: Basis,
  ) {}

  @Field(() => DeadlineKeyEnum)
  get key(): DeadlineKey {
    return this.deadline.key;
  }

  @Field(() => GraphQLLocalDate, { description: "The day from which it runs; itself not counted." })
  get from(): string {
    return this.deadline.from;
  }

  @Field(() => GraphQLLocalDate)
  get dueOn(): string {
    return this.deadline.dueOn;
  }

  @Field(() => Boolean, { description: "The day was set by somebody, not reckoned by the law's period." })
  get isNotified(): boolean {
    return this.deadline.isNotified;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get doneOn(): string | null {
    return this.deadline.doneOn;
  }

  @Field(() => Boolean, { description: "It was done, but after its day." })
  get late(): boolean {
    return wasLate(this.deadline);
  }

  @Field(() => Boolean, { description: "It was not done by `on`; without it, by the day of the answer's basis." })
  overdue(@Arg("on", () => GraphQLLocalDate, { nullable: true }) on?: string): boolean {
    return !this.isOver && isOverdue(this.deadline, on ?? this.basis.today);
  }

  @TextField(NOBODY, {
    nullable: true,
    description: "The instrument that the period is from; null: the day was set, and the law has no period for it.",
  })
  get instrument(): string | null {
    return this.deadline.rule?.instrument ?? null;
  }
}
