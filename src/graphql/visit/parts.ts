import { Ctx, Field, ID, ObjectType } from "type-graphql";
import {
  ANSWER_FORMS,
  type AnswerForm,
  DECLINE_GROUNDS,
  type DeclineGround,
  DOCUMENT_KINDS,
  type DocumentKind,
} from "../../domain/visit/terms.js";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Host, ShownDocument, Visitor, VisitOutcome, VisitPromise } from "../../domain/visit/visit.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField } from "../derive/enums.js";
import { PressAgencyType, pressAgencyAt } from "../pressAgency/types.js";
import { ReporterType, reporterAt } from "../reporter/types.js";
import type { LedgerContext } from "../shared/context.js";
import { globalId, GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

@ObjectType({ description: "A host unit, under the name it had on the day of the visit." })
export class VisitHost {
  constructor(
    private readonly host: Host,
    private readonly basis: Basis,
  ) {}

  @TextField(NOBODY)
  get name(): string {
    return this.host.name;
  }

  @Field(() => UnitType, { nullable: true, description: "The unit itself, as of the answer's basis." })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.host.unitId, this.basis);
  }
}

@ObjectType({ description: "A reporter on a visit, with the names and the agency of that day." })
export class VisitVisitor {
  constructor(
    private readonly visitor: Visitor,
    private readonly basis: Basis,
  ) {}

  @TextField(NOBODY)
  get name(): string {
    return this.visitor.name;
  }

  @TextField(NOBODY)
  get agencyName(): string {
    return this.visitor.agencyName;
  }

  @Field(() => ReporterType, { nullable: true })
  reporter(@Ctx() { reads }: LedgerContext): ReporterType | null {
    return reporterAt(reads, this.visitor.reporterId, this.basis);
  }

  @Field(() => PressAgencyType, { nullable: true })
  agency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return pressAgencyAt(reads, this.visitor.agencyId, this.basis);
  }
}

@ObjectType("ShownDocument", { description: "A document as it was shown; of its number only the end is kept." })
export class ShownDocumentType {
  constructor(private readonly document: ShownDocument) {}

  @TermField(DOCUMENT_KINDS)
  get kind(): DocumentKind {
    return this.document.kind;
  }

  @Field(() => ID)
  get reporterId(): string {
    return globalId("Reporter", this.document.reporterId);
  }

  @TextField(NOBODY, { nullable: true })
  get numberEnd(): string | null {
    return this.document.numberEnd;
  }

  @Field(() => GraphQLLocalDate, { nullable: true })
  get validTo(): string | null {
    return this.document.validTo;
  }
}

@ObjectType("VisitOutcome", { description: "Kết quả làm việc." })
export class VisitOutcomeType implements VisitOutcome {
  @TermField(ANSWER_FORMS)
  answerForm!: AnswerForm;
  @TextField(NOBODY)
  summary!: string;
  @TextField(NOBODY, { nullable: true })
  peopleMet!: string | null;
  @Field(() => Boolean, { nullable: true })
  recordingAllowed!: boolean | null;
}

@ObjectType("InformationPromise", { description: "Information promised by a day (hẹn cung cấp thông tin)." })
export class InformationPromise {
  constructor(private readonly promise: VisitPromise) {}

  @Field(() => ID, { description: "Give it to `fulfilPromise`." })
  get id(): string {
    return this.promise.promiseId;
  }

  @TextField(NOBODY)
  get what(): string {
    return this.promise.what;
  }

  @Field(() => GraphQLLocalDate)
  get dueOn(): string {
    return this.promise.dueOn;
  }

  @Field(() => GraphQLDateTime, { nullable: true })
  get fulfilledAt(): Date | null {
    return this.promise.fulfilled && new Date(this.promise.fulfilled.at);
  }

  @Field(() => ID, { nullable: true, description: "The request for information by whose answer it was kept." })
  get requestId(): string | null {
    const requestId = this.promise.fulfilled?.requestId;
    return requestId === undefined ? null : globalId("InformationRequest", requestId);
  }

  @TextField(NOBODY, { nullable: true, description: "How the promise was kept." })
  get fulfilment(): string | null {
    return this.promise.fulfilled?.how ?? null;
  }
}

@ObjectType()
export class LinkedPressItem {
  @TextField(NOBODY)
  url!: string;
  @TextField(NOBODY)
  title!: string;
  @Field(() => GraphQLLocalDate)
  publishedOn!: string;
}

@ObjectType({ description: "A correction of the record: when, and why." })
export class VisitCorrection {
  @Field(() => GraphQLDateTime)
  readonly at: Date;
  @TextField(NOBODY)
  readonly reason: string;

  constructor(correction: { at: string; reason: string }) {
    this.at = new Date(correction.at);
    this.reason = correction.reason;
  }
}

@ObjectType({ description: "Why the reporters were not received." })
export class VisitDecline {
  @TermField(DECLINE_GROUNDS)
  ground!: DeclineGround;
  @TextField(NOBODY)
  reason!: string;
}
