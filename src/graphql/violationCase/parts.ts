import { Arg, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { MASKED_HERE, TextField } from "../derive/shown.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { SIGNER_POSTS, type SignerPost, SUBJECT_KINDS, type SubjectKind } from "../../domain/law/terms.js";
import { type Circumstance, CIRCUMSTANCES } from "../../domain/sanction/terms.js";
import { dayOfAct, limitationEndsOn } from "../../domain/violationCase/deadlines.js";
import { MINOR_AGES, type MinorAge } from "../../domain/violationCase/terms.js";
import type {
  Minutes,
  RecordedParty,
  RecordedViolation,
  ViolationCase,
} from "../../domain/violationCase/violationCase.js";
import type { Basis } from "../../projections/table/basis.js";
import { enumType, TermField } from "../derive/enums.js";
import type { LedgerContext } from "../shared/context.js";
import { LawReferenceType } from "../shared/lawReference.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import { shownName } from "../shared/mask.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { ActFining } from "./fining.js";

/** A part of a case, at the answer's basis. */
export interface Within {
  readonly state: ViolationCase;
  readonly basis: Basis;
}

@ObjectType({ description: "Whom the case is about (cá nhân, tổ chức vi phạm), as recorded or as last verified." })
export class CaseParty {
  constructor(private readonly party: RecordedParty) {}

  @Field(() => ID, { description: "Give it to the commands that speak of a party." })
  get id(): string {
    return this.party.partyId;
  }

  @TermField(SUBJECT_KINDS)
  get kind(): SubjectKind {
    return this.party.kind;
  }

  @TextField(MASKED_HERE, {
    description:
      "Of persons and household businesses the initials only, unless your role may read the names of offenders.",
  })
  name(@Ctx() context: LedgerContext): string {
    const { partyId: ref, kind, name } = this.party;
    return shownName({ as: "PARTY", ref, kind, name }, context);
  }

  @TermField(MINOR_AGES, { nullable: true })
  get minor(): MinorAge | null {
    return this.party.minor;
  }

  @TextField(OFFENDERS, { description: "The end of the identity number." })
  get idNumberEnd(): string | null {
    return this.party.idNumberEnd;
  }

  @TextField(OFFENDERS)
  get taxCode(): string | null {
    return this.party.taxCode;
  }

  @TextField(OFFENDERS)
  get address(): string | null {
    return this.party.address;
  }
}

@ObjectType({ description: "An act (hành vi vi phạm); of publications, one for each title." })
export class CaseViolation {
  constructor(
    private readonly violation: RecordedViolation,
    private readonly within: Within,
  ) {}

  @Field(() => ID, { description: "Give it to the commands that speak of a violation." })
  get id(): string {
    return this.violation.violationId;
  }

  @Field(() => CaseParty, { nullable: true })
  get party(): CaseParty | null {
    const party = this.within.state.parties.find(({ partyId }) => partyId === this.violation.partyId);
    return party ? new CaseParty(party) : null;
  }

  @TextField(NOBODY)
  get code(): string {
    return this.violation.code;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "Null: it was still going on when it was detected." })
  get actEndedOn(): string | null {
    return this.violation.actEndedOn;
  }

  @Field(() => GraphQLLocalDate, { description: "The day by whose law it is judged." })
  get judgedAsOf(): string {
    return dayOfAct(this.violation);
  }

  @TextField(NOBODY, { nullable: true })
  get title(): string | null {
    return this.violation.title;
  }

  @Field(() => Int, { nullable: true })
  get copies(): number | null {
    return this.violation.copies;
  }

  @TextField(OFFENDERS)
  get description(): string | null {
    return this.violation.description;
  }

  @Field(() => LawReferenceType, { description: "The rule that it breaks." })
  get law(): LawReference {
    return this.violation.rule.law;
  }

  @Field(() => GraphQLLocalDate, { description: "The last day on which it can be fined (thời hiệu xử phạt)." })
  limitationEndsOn(@Ctx() { law }: LedgerContext): string {
    return limitationEndsOn(this.violation, this.violation.rule, law);
  }

  @Field(() => Boolean, { description: "It can no longer be fined; confiscation and remedies can still be ordered." })
  isTimeBarred(
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "By this day; the basis's day if absent." })
    on: LocalDate | undefined,
    @Ctx() context: LedgerContext,
  ): boolean {
    return this.limitationEndsOn(context) < (on ?? this.within.basis.today);
  }

  @Field(() => ActFining, { description: "What the law has for its fine: for whoever is about to decide." })
  fining(
    @Arg("on", () => GraphQLLocalDate, { description: "The day of signing." }) signedOn: LocalDate,
    @Arg("post", () => enumType(SIGNER_POSTS), { nullable: true, description: "In whose power." })
    post: SignerPost | null | undefined,
    @Arg("circumstances", () => [enumType(CIRCUMSTANCES)], { nullable: true })
    circumstances: readonly Circumstance[] | null | undefined,
    @Arg("laterCode", () => String, {
      nullable: true,
      description: "The act's code in a later, more favourable text, as in force on the day of signing.",
    })
    laterCode: string | null | undefined,
    @Ctx() { law }: LedgerContext,
  ): ActFining {
    const party = this.within.state.parties.find(({ partyId }) => partyId === this.violation.partyId);
    const asked = {
      ...{ signedOn, circumstances: circumstances ?? [] },
      ...{ post: post ?? undefined, laterCode: laterCode ?? undefined },
    };
    return new ActFining(this.violation, party, asked, law, this.within.basis);
  }
}

@ObjectType({ description: "Biên bản vi phạm hành chính, as it was drawn up: never changed." })
export class ViolationMinutes {
  constructor(
    private readonly minutes: Minutes,
    private readonly within: Within,
  ) {}

  @TextField(NOBODY)
  get number(): string {
    return this.minutes.number;
  }

  @Field(() => GraphQLLocalDate)
  get madeOn(): string {
    return this.minutes.madeOn;
  }

  @TextField(NOBODY)
  get madeBy(): string {
    return this.minutes.madeBy;
  }

  @Field(() => Int)
  get copies(): number {
    return this.minutes.copies;
  }

  @Field(() => Boolean)
  get offenderSigned(): boolean {
    return this.minutes.offenderSigned;
  }

  @TextField(OFFENDERS, { description: "Why the offender did not sign." })
  get refusalReason(): string | null {
    return this.minutes.refusalReason;
  }

  @TextField(OFFENDERS)
  get witness(): string | null {
    return this.minutes.witness;
  }

  @Field(() => Boolean, { description: "They tell of the right to explain and its period." })
  get explanationStated(): boolean {
    return this.minutes.explanationStated;
  }

  @Field(() => [CaseViolation], { description: "As the minutes have them; the case has them as verified since." })
  get violations(): CaseViolation[] {
    return this.minutes.violations.map((violation) => new CaseViolation(violation, this.within));
  }
}

@ObjectType({ description: "Biên bản xác minh: what it corrects, and the violations from then on." })
export class VerificationRecord {
  constructor(
    private readonly record: ViolationCase["verifications"][number],
    private readonly within: Within,
  ) {}

  @Field(() => ID)
  get id(): string {
    return this.record.recordId;
  }

  @Field(() => GraphQLLocalDate)
  get madeOn(): string {
    return this.record.madeOn;
  }

  @TextField(NOBODY)
  get madeBy(): string {
    return this.record.madeBy;
  }

  @TextField(OFFENDERS)
  get corrects(): string | null {
    return this.record.corrects;
  }

  @TextField(OFFENDERS)
  get reason(): string | null {
    return this.record.reason;
  }

  @Field(() => [CaseParty])
  get parties(): CaseParty[] {
    return this.record.parties.map((party) => new CaseParty(party));
  }

  @Field(() => [CaseViolation])
  get violations(): CaseViolation[] {
    const { parties } = this.record;
    const within = { ...this.within, state: { ...this.within.state, parties } };
    return this.record.violations.map((violation) => new CaseViolation(violation, within));
  }
}
