import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { explanationStateOf } from "../../domain/violationCase/explanation.js";
import {
  CLOSING_GROUNDS,
  type ClosingGround,
  EXPLANATION_FORMS,
  EXPLANATION_STATES,
  type ExplanationForm,
  type ExplanationState,
} from "../../domain/violationCase/terms.js";
import type {
  CaseTransfer,
  Explanation,
  ExplanationAnswer,
  HandlingUnit,
  Hearing,
  Prosecution,
  ViolationCase,
} from "../../domain/violationCase/violationCase.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField } from "../derive/enums.js";
import type { LedgerContext } from "../shared/context.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";
import { CaseParty, type Within } from "./parts.js";

@ObjectType({ description: "What a party explained, or that it waived its right." })
export class CaseExplanationAnswer {
  constructor(private readonly answer: ExplanationAnswer) {}

  @Field(() => ID)
  get partyId(): string {
    return this.answer.partyId;
  }

  @TermField(EXPLANATION_FORMS, { nullable: true, description: "Null: the right was waived." })
  get form(): ExplanationForm | null {
    return this.answer.form;
  }

  @Field(() => GraphQLLocalDate)
  get on(): string {
    return this.answer.on;
  }

  @TextField(OFFENDERS)
  get summary(): string | null {
    return this.answer.summary;
  }
}

@ObjectType("CaseHearing", { description: "Phiên giải trình trực tiếp that a party asked for." })
export class CaseHearingType {
  constructor(
    private readonly hearing: Hearing,
    private readonly within: Within,
  ) {}

  @Field(() => ID)
  get partyId(): string {
    return this.hearing.partyId;
  }

  @Field(() => GraphQLLocalDate)
  get requestedOn(): string {
    return this.hearing.requestedOn;
  }

  @Field(() => GraphQLLocalDate, { description: "The last day for the notice of its time and place." })
  get noticeDueOn(): string {
    return this.hearing.noticeDueOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Null: not notified yet." })
  get notifiedOn(): string | null {
    return this.hearing.notice?.on ?? null;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "As notified." })
  get heldOn(): string | null {
    return this.hearing.notice?.heldOn ?? null;
  }

  @TextField(NOBODY, { nullable: true, description: "As notified." })
  get place(): string | null {
    return this.hearing.notice?.place ?? null;
  }

  @Field(() => Boolean, { description: "The notice was late, or is." })
  noticeOverdue(
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "By this day; the basis's day if absent." })
    on: LocalDate | undefined,
  ): boolean {
    return this.hearing.noticeDueOn < (this.notifiedOn ?? on ?? this.within.basis.today);
  }
}

@ObjectType({ description: "Giải trình: who may explain, until when, and what came of it." })
export class CaseExplanation {
  constructor(
    private readonly explanation: Explanation,
    private readonly within: Within,
  ) {}

  @TermField(EXPLANATION_STATES)
  get state(): ExplanationState {
    return explanationStateOf(this.explanation);
  }

  @Field(() => [CaseParty], { description: "Who has the right; it follows from the frame, not from the fine." })
  get parties(): CaseParty[] {
    const { partyIds } = this.explanation;
    return this.within.state.parties
      .filter(({ partyId }) => partyIds.includes(partyId))
      .map((party) => new CaseParty(party));
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day as notified; null: not notified." })
  get dueOn(): string | null {
    return this.explanation.dueOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Until when a hearing may be asked for." })
  get oralRequestDueOn(): string | null {
    return this.explanation.oralRequestDueOn;
  }

  @Field(() => Boolean)
  get extended(): boolean {
    return this.explanation.extended;
  }

  @Field(() => Boolean, { description: "The period is over and not everybody has explained or waived it." })
  overdue(
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "By this day; the basis's day if absent." })
    on: LocalDate | undefined,
  ): boolean {
    const { dueOn } = this.explanation;
    return this.state === "OPEN" && dueOn !== null && dueOn < (on ?? this.within.basis.today);
  }

  @Field(() => [CaseHearingType])
  get hearings(): CaseHearingType[] {
    return this.explanation.hearings.map((hearing) => new CaseHearingType(hearing, this.within));
  }

  @Field(() => [CaseExplanationAnswer])
  get answers(): CaseExplanationAnswer[] {
    return this.explanation.answers.map((answer) => new CaseExplanationAnswer(answer));
  }
}

@ObjectType({ description: "A unit that has or had the case, under its name on the day." })
export class CaseUnit {
  constructor(
    private readonly handling: HandlingUnit,
    private readonly basis: Basis,
  ) {}

  @TextField(NOBODY)
  get name(): string {
    return this.handling.name;
  }

  @Field(() => UnitType, { nullable: true, description: "The unit itself, as of the answer's basis." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.handling.unitId, this.basis);
  }
}

@ObjectType("CaseTransfer", { description: "Chuyển hồ sơ to another competent unit." })
export class CaseTransferType {
  constructor(
    private readonly transfer: CaseTransfer,
    private readonly basis: Basis,
  ) {}

  @Field(() => CaseUnit)
  get from(): CaseUnit {
    return new CaseUnit(this.transfer.from, this.basis);
  }

  @Field(() => CaseUnit)
  get to(): CaseUnit {
    return new CaseUnit(this.transfer.to, this.basis);
  }

  @Field(() => GraphQLLocalDate)
  get transferredOn(): string {
    return this.transfer.transferredOn;
  }

  @TextField(OFFENDERS)
  get reason(): string | null {
    return this.transfer.reason;
  }
}

@ObjectType("CaseProsecution", {
  description: "A stay of the file with the investigating body; the decision has a time of its own from its return.",
})
export class CaseProsecutionType {
  constructor(private readonly prosecution: Prosecution) {}

  @TextField(NOBODY)
  get body(): string {
    return this.prosecution.body;
  }

  @TextField(NOBODY)
  get document(): string {
    return this.prosecution.document;
  }

  @Field(() => GraphQLLocalDate)
  get since(): string {
    return this.prosecution.since;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get returnedOn(): string | null {
    return this.prosecution.returned?.on ?? null;
  }

  @TextField(NOBODY, { nullable: true })
  get returnDocument(): string | null {
    return this.prosecution.returned?.document ?? null;
  }
}

@ObjectType({ description: "Why and when a case was closed." })
export class CaseClosing {
  constructor(private readonly closed: NonNullable<ViolationCase["closed"]>) {}

  @TermField(CLOSING_GROUNDS)
  get ground(): ClosingGround {
    return this.closed.ground;
  }

  @Field(() => GraphQLLocalDate)
  get on(): string {
    return this.closed.on;
  }

  @TextField(OFFENDERS)
  get reason(): string | null {
    return this.closed.reason;
  }
}
