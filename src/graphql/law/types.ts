import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Term } from "../../domain/kernel/deadline.js";
import type { Vnd } from "../../domain/kernel/money.js";
import type { Bilingual } from "../../domain/kernel/refusal.js";
import {
  type CalendarRow,
  type DeadlineRule,
  type FiningPower,
  type LawRow,
  type LegalInstrument,
  type ParameterRule,
  type Provision,
  type RemoteArea,
  stated,
  type ViolationRule,
} from "../../domain/law/lawBook.js";
import type {
  DeadlineKey,
  LawField,
  ParameterKey,
  PowerExtent,
  RemedyKind,
  SignerPost,
  SubjectBasis,
} from "../../domain/law/terms.js";
import { connectionType } from "../shared/connection.js";
import { GraphQLLocalDate, VndScalar } from "../shared/scalars.js";
import {
  ConfidenceEnum,
  DeadlineKeyEnum,
  LawFieldEnum,
  LawOriginEnum,
  ParameterKeyEnum,
  PowerExtentEnum,
  RemedyKindEnum,
  SignerPostEnum,
  SpecialDayKindEnum,
  SubjectBasisEnum,
  TermUnitEnum,
} from "./enums.js";

@ObjectType("Bilingual", { description: "The same in Vietnamese and in English." })
export class BilingualType implements Bilingual {
  @TextField(NOBODY)
  vi!: string;
  @TextField(NOBODY)
  en!: string;
}

@ObjectType("Provision", { description: "Where in its instrument a row stands: điều, khoản, điểm." })
export class ProvisionType implements Provision {
  @TextField(NOBODY)
  article!: string;
  @TextField(NOBODY, { nullable: true })
  clause!: string | null;
  @TextField(NOBODY, { nullable: true })
  point!: string | null;
}

@InterfaceType("LawRow", { description: "What every row of the law says of itself." })
export abstract class LawRowType implements LawRow {
  @Field(() => ProvisionType, { nullable: true, description: "Null: `source` tells it." })
  provision?: Provision;
  @Field(() => GraphQLLocalDate, { description: "First day in force." })
  validFrom!: string;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "Last day in force; null: still." })
  validTo!: string | null;
  @TextField(NOBODY, { description: "Where it was read, and what of it is inferred." })
  source!: string;
  @Field(() => ConfidenceEnum)
  confidence!: LawRow["confidence"];
  @Field(() => LawOriginEnum)
  origin!: LawRow["origin"];
}

@ObjectType("LegalInstrument", { implements: LawRowType, description: "Văn bản quy phạm pháp luật." })
export class LegalInstrumentType extends LawRowType implements LegalInstrument {
  @TextField(NOBODY)
  key!: string;
  @Field(() => BilingualType)
  name!: Bilingual;
}

@ObjectType({ description: "Khung tiền phạt, as the text has it." })
export class FineRange {
  @Field(() => VndScalar)
  min!: Vnd;
  @Field(() => VndScalar)
  max!: Vnd;
}

@ObjectType()
export class MonthRange {
  @Field(() => Int)
  min!: number;
  @Field(() => Int)
  max!: number;
}

@ObjectType()
export class CopyRange {
  @Field(() => Int)
  from!: number;
  @Field(() => Int, { nullable: true, description: "Null: any number from `from` on." })
  to!: number | null;
}

@ObjectType("ViolationRule", {
  implements: LawRowType,
  description: "An act that is sanctioned (hành vi vi phạm). It applies to acts of the days on which it is in force.",
})
export class ViolationRuleType extends LawRowType implements ViolationRule {
  @TextField(NOBODY, { description: "instrument.article.clause.point: `119.29.2`." })
  code!: string;
  @TextField(NOBODY)
  instrument!: string;
  @Field(() => LawFieldEnum)
  field!: LawField;
  @Field(() => BilingualType)
  act!: Bilingual;
  @Field(() => FineRange, { nullable: true, description: "For subjects of `basis`. Null: the act is not fined." })
  fine!: ViolationRule["fine"];
  @Field(() => SubjectBasisEnum)
  basis!: SubjectBasis;
  @Field(() => Boolean)
  warningAllowed!: boolean;
  @Field(() => MonthRange, { nullable: true, description: "Suspension of a licence or of the activity." })
  suspensionMonths!: ViolationRule["suspensionMonths"];
  @Field(() => Boolean)
  confiscation!: boolean;
  @Field(() => [RemedyKindEnum])
  remedies!: readonly RemedyKind[];
  @Field(() => CopyRange, { nullable: true, description: "The frame is for so many copies of one title." })
  copies!: ViolationRule["copies"];
}

@ObjectType("FiningPower", {
  implements: LawRowType,
  description:
    "Thẩm quyền xử phạt, on the day of signing. A post that has no row on a day is one of which the rows say nothing.",
})
export class FiningPowerType extends LawRowType {
  @Field(() => SignerPostEnum)
  readonly post: SignerPost;
  @Field(() => LawFieldEnum)
  readonly field: LawField;
  @TextField(NOBODY)
  readonly instrument: string;
  @Field(() => PowerExtentEnum)
  readonly extent: PowerExtent;
  @Field(() => VndScalar, { nullable: true, description: "Null unless the extent is UP_TO." })
  readonly maxIndividual: Vnd | null;
  @Field(() => VndScalar, { nullable: true, description: "Null unless the extent is UP_TO." })
  readonly maxOrganisation: Vnd | null;
  @Field(() => Boolean, { nullable: true, description: "Null where the extent is UNKNOWN." })
  readonly mayConfiscate: boolean | null;
  @Field(() => VndScalar, {
    nullable: true,
    description: "Confiscation of exhibits up to this value. Null: the row has no such limit.",
  })
  readonly confiscationUpTo: Vnd | null;
  @Field(() => Boolean, { nullable: true, description: "Null where the extent is UNKNOWN." })
  readonly maySuspend: boolean | null;
  @Field(() => [RemedyKindEnum], {
    nullable: true,
    description: "The remedies that the post may order. Null: no other limit than the act's rule.",
  })
  readonly remedies: readonly RemedyKind[] | null;

  constructor(power: FiningPower) {
    super();
    const { validFrom, validTo, source, confidence, origin, provision } = power;
    Object.assign(this, { validFrom, validTo, source, confidence, origin, provision });
    this.post = power.post;
    this.field = power.field;
    this.instrument = power.instrument;
    this.extent = power.extent;
    const known = stated(power);
    const otherwise = power.extent === "NONE" ? false : null;
    this.maxIndividual = known?.maxIndividual ?? null;
    this.maxOrganisation = known?.maxOrganisation ?? null;
    this.mayConfiscate = known?.mayConfiscate ?? otherwise;
    this.confiscationUpTo = known?.confiscationUpTo ?? null;
    this.maySuspend = known?.maySuspend ?? otherwise;
    this.remedies = known?.remedies ?? null;
  }
}

@ObjectType("Term")
export class TermType {
  @Field(() => Int)
  amount!: number;
  @Field(() => TermUnitEnum)
  unit!: Term["unit"];
  @Field(() => Boolean, {
    nullable: true,
    description: "Thời hiệu: it ends on its last day, even where that is not worked. Null: thời hạn, which moves on.",
  })
  limitation?: true;
}

@ObjectType("DeadlineRule", { implements: LawRowType, description: "Thời hạn, thời hiệu." })
export class DeadlineRuleType extends LawRowType implements DeadlineRule {
  @Field(() => DeadlineKeyEnum)
  key!: DeadlineKey;
  @TextField(NOBODY)
  instrument!: string;
  @Field(() => BilingualType, { description: "What must be done in it, and from when it runs." })
  what!: Bilingual;
  @Field(() => TermType)
  term!: Term;
}

@ObjectType("LawParameter", { implements: LawRowType, description: "A threshold or a rate." })
export class LawParameterType extends LawRowType {
  @Field(() => ParameterKeyEnum)
  readonly key: ParameterKey;
  @TextField(NOBODY)
  readonly instrument: string;
  @Field(() => BilingualType, { description: "What it is, with its unit." })
  readonly what: Bilingual;
  @TextField(NOBODY, { description: "A whole number, as text." })
  readonly value: string;

  constructor({ value, key, instrument, what, ...row }: ParameterRule) {
    super();
    Object.assign(this, row);
    this.key = key;
    this.instrument = instrument;
    this.what = what;
    this.value = value.toString();
  }
}

@ObjectType("RemoteArea", {
  implements: LawRowType,
  description: "Vùng sâu, vùng xa đi lại khó khăn: complaints have longer there (Law on Complaints 2011, Art. 28).",
})
export class RemoteAreaType extends LawRowType implements RemoteArea {
  @TextField(NOBODY, { description: "The official code of the unit." })
  unitCode!: string;
  @TextField(NOBODY)
  instrument!: string;
  @Field(() => BilingualType)
  name!: Bilingual;
}

@ObjectType({ description: "When a period ends." })
export class Deadline {
  @Field(() => GraphQLLocalDate, { description: "The last day of the period." })
  dueOn!: string;
  @Field(() => DeadlineRuleType, { description: "The row that says how long it is." })
  rule!: DeadlineRule;
  @Field(() => Boolean, {
    description: "The holidays of its years are known. False: only weekends were reckoned with.",
  })
  calendarIsKnown!: boolean;
}

@ObjectType("SpecialDay", { description: "A day that is not as its weekday says." })
export class SpecialDayType implements CalendarRow {
  @Field(() => GraphQLLocalDate)
  day!: string;
  @Field(() => SpecialDayKindEnum)
  kind!: CalendarRow["kind"];
  @Field(() => BilingualType)
  name!: Bilingual;
  @TextField(NOBODY)
  source!: string;
  @Field(() => ConfidenceEnum)
  confidence!: CalendarRow["confidence"];
  @Field(() => LawOriginEnum)
  origin!: CalendarRow["origin"];
}

/** A year has about thirty special days. */
const SPECIAL_DAYS_COST = 30;

@ObjectType("WorkCalendar", { description: "Lịch làm việc of a year. Saturdays and Sundays are off but for the rows." })
export class WorkCalendarType {
  @Field(() => Int)
  year!: number;
  @Field(() => Boolean, { description: "The holidays of the year are in the law. False: only the weekends are sure." })
  isKnown!: boolean;
  @Field(() => [SpecialDayType], { complexity: SPECIAL_DAYS_COST })
  specialDays!: readonly CalendarRow[];
}

export const LegalInstrumentConnection = connectionType("LegalInstrument", () => LegalInstrumentType);
export const ViolationRuleConnection = connectionType("ViolationRule", () => ViolationRuleType);
export const FiningPowerConnection = connectionType("FiningPower", () => FiningPowerType);
export const DeadlineRuleConnection = connectionType("DeadlineRule", () => DeadlineRuleType);
export const LawParameterConnection = connectionType("LawParameter", () => LawParameterType);
export const RemoteAreaConnection = connectionType("RemoteArea", () => RemoteAreaType);
