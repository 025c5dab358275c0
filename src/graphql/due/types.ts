import { Ctx, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { RECORD_KINDS } from "../../domain/kernel/fields.js";
import { DUE_KINDS, type DueKind } from "../../domain/due/terms.js";
import { daysBetween, type Instant } from "../../domain/kernel/time.js";
import { termWords } from "../../domain/kernel/terms.js";
import type { Bilingual } from "../../domain/kernel/words.js";
import { workingDaysBetween } from "../../domain/kernel/workCalendar.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import type { DueVersion } from "../../projections/due/queries.js";
import { type Basis, onDay } from "../../projections/table/basis.js";
import { TermField, TermsField } from "../derive/enums.js";
import { NextStepType, settling } from "../derive/nextSteps.js";
import { recordAt } from "../derive/registry.js";
import { BilingualType } from "../law/types.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { type Found, present } from "../shared/found.js";
import { LawReferenceType } from "../shared/lawReference.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLDateTime, GraphQLLocalDate, UnitId } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

@InputType()
export class DueFilter {
  @Field(() => UnitId, {
    nullable: true,
    description: "Who must do it: the unit, and all that are one with it on the day that is asked.",
  })
  unitId?: string;

  @TermsField(DUE_KINDS, { nullable: true })
  kinds?: DueKind[];

  @Field(() => ID, { nullable: true, description: "Only what is owed of this record, by its global id." })
  recordId?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Only what is due by so many days after the day that is asked, from 0 on; what is overdue is among it.",
  })
  withinDays?: number;

  @Field(() => Boolean, { nullable: true, description: "Only what `isOverdue`, on the day that is asked." })
  overdueOnly?: boolean;
}

@ObjectType("Due", {
  description:
    "Something that must be done by a day or a moment, or that ends by itself then (việc đến hạn). It names no person; " +
    "what it is about is its record.",
})
export class DueType {
  constructor(
    private readonly due: DueVersion,
    private readonly basis: Basis,
    /** The day that is asked. */
    private readonly on: string,
    /** By which is judged whether it is overdue. */
    private readonly moment: Instant,
  ) {}

  @Field(() => ID, { description: "The same for as long as the record owes it." })
  get id(): string {
    const { kind, recordKind, recordId, partId } = this.due;
    return [kind, recordKind, recordId, ...(partId === "" ? [] : [partId])].join(":");
  }

  @TermField(DUE_KINDS)
  get kind(): DueKind {
    return this.due.kind;
  }

  @Field(() => BilingualType, { description: "What is due, in words." })
  get what(): Bilingual {
    return termWords(DUE_KINDS, this.due.kind);
  }

  @Field(() => ID, { description: "The global id of the record that owes it." })
  get recordId(): string {
    return globalId(this.due.recordKind as (typeof RECORD_KINDS)[number], this.due.recordId);
  }

  @Field(() => Node, { nullable: true, description: "The record, as it stands at the answer's basis." })
  record(@Ctx() context: LedgerContext): Found<Node> {
    const kind = RECORD_KINDS.find((one) => one === this.due.recordKind);
    return kind ? recordAt(context, kind, this.due.recordId, this.basis) : null;
  }

  @Field(() => [NextStepType], {
    description:
      "The steps after which it is no longer owed, as `nextSteps` tells them: of its record, and such as begin another one " +
      "(the decision on a case). None of what ends by itself.",
  })
  async settledBy(@Ctx() context: LedgerContext): Promise<NextStepType[]> {
    return settling(this.due.kind, await this.record(context), this.on, context);
  }

  @Field(() => ID, {
    nullable: true,
    description:
      "The part of the record: a promise, a party, a measure, a complaint, a recommendation. Null: all of it.",
  })
  get partId(): string | null {
    return this.due.partId === "" ? null : this.due.partId;
  }

  @Field(() => UnitType, {
    nullable: true,
    description: "Who is in charge of it, as the one that goes on on the day that is asked. Null: no unit.",
  })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    const [first] = this.ones(reads);
    return first === undefined ? null : unitAt(reads, first, onDay(this.basis, this.on));
  }

  @Field(() => [UnitType], { description: "All who must do it, the one in charge first." })
  units(@Ctx() { reads }: LedgerContext): UnitType[] | Promise<UnitType[]> {
    return present(this.ones(reads).map((id) => unitAt(reads, id, onDay(this.basis, this.on))));
  }

  @Field(() => GraphQLLocalDate, { description: "From which day on it is owed." })
  get since(): string {
    return this.due.since;
  }

  @Field(() => GraphQLLocalDate, {
    description: "The last lawful day; where the clock runs by the hour, the day of the last moment.",
  })
  get by(): string {
    return this.due.by;
  }

  @Field(() => GraphQLDateTime, { description: "The last moment: of a day, its end in Vietnam." })
  get byMoment(): Date {
    return new Date(this.due.byMoment);
  }

  @Field(() => Boolean, { description: "The clock runs by the hour: it is due at the moment, not with the day." })
  get isByTheHour(): boolean {
    return this.due.isMoment;
  }

  @Field(() => LawReferenceType, {
    nullable: true,
    description:
      "The row of law from which the day follows; see `deadlineRules`. Null: it was agreed, ordered, or set by the unit.",
  })
  get rule(): LawReference | null {
    return this.due.rule;
  }

  @Field(() => Int, { description: "Days from the day that is asked to the last one; negative where it has passed." })
  get dueIn(): number {
    return daysBetween(this.on, this.due.by);
  }

  @Field(() => Boolean, {
    description:
      "Its last moment has passed at the end of the day that is asked, or at the moment of the answer's basis if it is that " +
      "day: of a day, with its end; by the hour, with the moment.",
  })
  get isOverdue(): boolean {
    return this.due.byMoment < this.moment;
  }

  @Field(() => Int, {
    description:
      "By how many working days it is overdue on the day that is asked, that day counted, by the work calendar; 0 where it " +
      "is not, or by less than one.",
  })
  overdueWorkingDays(@Ctx() { law }: LedgerContext): number {
    return workingDaysBetween(this.due.by, this.on, law.calendar);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger took what made it due so." })
  movedAt(@Ctx() { reads }: LedgerContext): Date {
    return new Date(reads.basisAt(this.due.changedAt).recordedAt ?? 0);
  }

  @Field(() => Int, {
    description: "How often that had moved it since it was first owed: the `SEQUENCE` of a calendar.",
  })
  timesMoved(@Ctx() { reads }: LedgerContext): number {
    return reads.due.timesMoved(this.due);
  }

  private ones(reads: LedgerContext["reads"]): readonly string[] {
    const on = { position: this.basis.position, today: this.on };
    return [...new Set(this.due.unitIds.map((id) => reads.ones.goesOnAs("Unit", id, on)))];
  }
}

export const DueConnection = connectionType("Due", () => DueType);
