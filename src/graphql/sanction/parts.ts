import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { MASKED_HERE, TextField } from "../derive/shown.js";
import type { Vnd } from "../../domain/kernel/money.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import {
  REMEDY_KINDS,
  type RemedyKind,
  SIGNER_POSTS,
  type SignerPost,
  SUBJECT_KINDS,
  type SubjectKind,
} from "../../domain/law/terms.js";
import type {
  DecisionPaper,
  Issuer,
  MeasureStanding,
  OrderedMeasure,
  SanctionedParty,
  SanctionLine,
  Signer,
} from "../../domain/sanction/decision.js";
import {
  ANNULMENT_GROUNDS,
  type AnnulmentGround,
  type Circumstance,
  CIRCUMSTANCES,
  DECISION_PAPERS,
  type DecisionPaperKind,
  MEASURE_KINDS,
  MEASURE_STATES,
  type MeasureKind,
  type MeasureState,
  SUBJECT_FACTORS,
  type SubjectFactor,
} from "../../domain/sanction/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField, TermsField } from "../derive/enums.js";
import { mayRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { LawReferenceType } from "../shared/lawReference.js";
import { OFFENDERS_ONLY, shownName } from "../shared/mask.js";
import { globalId, GraphQLLocalDate, VndScalar } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

@ObjectType("DecisionNumber", { description: "A number of the issuer's register; an annulled decision keeps its own." })
export class DecisionNumberType {
  @TextField(NOBODY, { description: "As it is written: `12/QĐ-XPVPHC`." })
  text!: string;
  @TextField(NOBODY, { description: "`12`, or `12a` as old papers have it." })
  number!: string;
  @TextField(NOBODY)
  symbol!: string;
  @Field(() => Int)
  year!: number;
}

@ObjectType({ description: "Quyết định giao quyền." })
export class SigningDelegation {
  @TextField(NOBODY)
  number!: string;
  @Field(() => GraphQLLocalDate)
  decidedOn!: string;
}

@ObjectType("Signer", { description: "Who signed, in which post." })
export class SignerType implements Signer {
  @TextField(NOBODY)
  name!: string;
  @TermField(SIGNER_POSTS)
  post!: SignerPost;
  @Field(() => SigningDelegation, { nullable: true, description: "Null: in the signer's own power." })
  delegation!: SigningDelegation | null;
}

@ObjectType({ description: "The unit that issued the decision, under the name it had on the day of signing." })
export class SanctionIssuer {
  constructor(
    private readonly issuer: Issuer,
    private readonly basis: Basis,
  ) {}

  @TextField(NOBODY)
  get name(): string {
    return this.issuer.name;
  }

  @Field(() => UnitType, { nullable: true, description: "The unit itself, as of the answer's basis." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.issuer.unitId, this.basis);
  }
}

@ObjectType("SanctionedParty", { description: "Who is sanctioned, as named on the decision." })
export class SanctionedPartyType {
  constructor(private readonly party: SanctionedParty) {}

  @Field(() => ID, { description: "As the case knows the party." })
  get id(): string {
    return this.party.partyId;
  }

  @TermField(SUBJECT_KINDS)
  get kind(): SubjectKind {
    return this.party.kind;
  }

  @TextField(MASKED_HERE, {
    description: "Of a person or a household business only the initials, unless your role may read who was sanctioned.",
  })
  name(@Ctx() context: LedgerContext): string {
    const { partyId: ref, kind, name } = this.party;
    return shownName({ as: "PARTY", ref, kind, name }, context);
  }
}

@ObjectType({ description: "Khung tiền phạt, for this subject: halved or doubled already." })
export class FineFrame {
  @Field(() => VndScalar)
  min!: Vnd;
  @Field(() => VndScalar)
  max!: Vnd;
}

@ObjectType("SanctionLine", { description: "One act of a decision; of publications without invoices, one title." })
export class SanctionLineType implements SanctionLine {
  @Field(() => ID, { description: "The act as the minutes of the case have it." })
  violationId!: string;
  @TextField(NOBODY, { description: "The code of the violation: `119.29.2`." })
  code!: string;
  @Field(() => GraphQLLocalDate, { description: "The day of the act, by which its law is chosen." })
  actEndedOn!: string;
  @TextField(NOBODY, { nullable: true })
  title!: string | null;
  @Field(() => Int, { nullable: true })
  copies!: number | null;
  @Field(() => FineFrame, { nullable: true, description: "Null: there is no fine for this line." })
  frame!: FineFrame | null;
  @TermField(SUBJECT_FACTORS)
  subjectFactor!: SubjectFactor;
  @TermsField(CIRCUMSTANCES)
  circumstances!: readonly Circumstance[];
  @Field(() => VndScalar, { description: "Zero for a warning." })
  amount!: Vnd;
  @Field(() => Boolean, { description: "Phạt cảnh cáo." })
  warning!: boolean;
  @Field(() => LawReferenceType, { description: "The row that was applied." })
  law!: LawReference;
  @Field(() => LawReferenceType, {
    nullable: true,
    description: "The row of the day of the act, where a later, more favourable one was applied instead.",
  })
  lawOfAct?: LawReference;
}

@ObjectType("SanctionMeasure", { description: "What is ordered besides the fine, with its own state of execution." })
export class SanctionMeasureType {
  constructor(private readonly measure: MeasureStanding) {}

  @Field(() => ID, { description: "Give it to `recordSanctionMeasure`." })
  get id(): string {
    return this.measure.measureId;
  }

  @TermField(MEASURE_KINDS)
  get kind(): MeasureKind {
    return this.measure.kind;
  }

  @TermField(REMEDY_KINDS, { nullable: true })
  get remedy(): RemedyKind | null {
    return this.measure.remedy;
  }

  @Field(() => Int, { nullable: true, description: "Of a suspension." })
  get months(): number | null {
    return this.measure.months;
  }

  @Field(() => [ID], { description: "The seizures whose exhibits are confiscated; read them by `nodes`." })
  get seizureIds(): string[] {
    return this.measure.seizureIds.map((id) => globalId("Seizure", id));
  }

  @TextField(OFFENDERS)
  get description(): string | null {
    return this.measure.description;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get dueOn(): string | null {
    return this.measure.dueOn;
  }

  @TermField(MEASURE_STATES)
  get state(): MeasureState {
    return this.measure.state;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get doneOn(): string | null {
    return this.measure.doneOn;
  }

  @TextField(OFFENDERS, { description: "What was last noted of it." })
  get note(): string | null {
    return this.measure.note;
  }
}

@ObjectType({ description: "A slip of the pen and what it reads now (đính chính)." })
export class DecisionSlip {
  @TextField(NOBODY)
  what!: string;
  @TextField(NOBODY)
  corrected!: string;
}

@ObjectType({ description: "What a version of a decision orders besides the fine." })
export class PaperMeasure {
  constructor(private readonly ordered: OrderedMeasure) {}

  @Field(() => ID)
  get measureId(): string {
    return this.ordered.measureId;
  }

  @TermField(MEASURE_KINDS)
  get kind(): MeasureKind {
    return this.ordered.kind;
  }

  @TermField(REMEDY_KINDS, { nullable: true })
  get remedy(): RemedyKind | null {
    return this.ordered.remedy;
  }

  @Field(() => Int, { nullable: true })
  get months(): number | null {
    return this.ordered.months;
  }

  @TextField(OFFENDERS)
  get description(): string | null {
    return this.ordered.description;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get dueOn(): string | null {
    return this.ordered.dueOn;
  }
}

@ObjectType("DecisionPaper", {
  description:
    "A paper of a decision: itself, or what was issued about it. Every version of the content stays readable.",
})
export class DecisionPaperType {
  constructor(private readonly paper: DecisionPaper) {}

  @TermField(DECISION_PAPERS)
  get kind(): DecisionPaperKind {
    return this.paper.kind;
  }

  @Field(() => DecisionNumberType, { nullable: true })
  get number(): DecisionNumberType | null {
    return this.paper.number;
  }

  @Field(() => GraphQLLocalDate)
  get on(): string {
    return this.paper.on;
  }

  @Field(() => SignerType, { nullable: true, description: "Where it was told." })
  get signer(): SignerType | null {
    return this.paper.signer;
  }

  @TermField(ANNULMENT_GROUNDS, { nullable: true, description: "Of an annulment." })
  get ground(): AnnulmentGround | null {
    return this.paper.ground;
  }

  @Field(() => ID, { nullable: true, description: "The complaint that led to it." })
  get complaintId(): string | null {
    return this.paper.complaintId;
  }

  @Field(() => VndScalar, { nullable: true, description: "The fine as from then on, where the paper says it." })
  get fine(): Vnd | null {
    return this.paper.fine;
  }

  @Field(() => [SanctionLineType], { nullable: true, description: "Null where the paper leaves the content as it is." })
  get lines(): readonly SanctionLineType[] | null {
    return this.paper.content?.lines ?? null;
  }

  @Field(() => [PaperMeasure], { nullable: true })
  get measures(): PaperMeasure[] | null {
    return this.paper.content?.measures.map((ordered) => new PaperMeasure(ordered)) ?? null;
  }

  @TextField(OFFENDERS)
  get reason(): string | null {
    return this.paper.reason;
  }

  @Field(() => DecisionSlip, { nullable: true, description: `Of a correction. ${OFFENDERS_ONLY}` })
  slip(@Ctx() { principal }: LedgerContext): DecisionSlip | null {
    return mayRead(principal, "offenders") ? this.paper.slip : null;
  }
}
