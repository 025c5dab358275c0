import { Arg, Ctx, Field, ID, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { type Vnd, vnd } from "../../domain/kernel/money.js";
import {
  type FineAccount,
  type FineStep,
  type Instalment,
  outstandingOf,
  type Payment,
  payableUntil,
  type Receipt,
  type Refund,
} from "../../domain/sanction/fine.js";
import { interestDue } from "../../domain/sanction/interest.js";
import type { Sanction } from "../../domain/sanction/sanction.js";
import {
  COERCIVE_MEASURES,
  type CoerciveMeasure,
  FINE_STATES,
  FINE_STEPS,
  type FineState,
  type FineStepKind,
  LAPSE_GROUNDS,
  type LapseGround,
} from "../../domain/sanction/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField } from "../derive/enums.js";
import type { LedgerContext } from "../shared/context.js";
import { GraphQLLocalDate, VndScalar } from "../shared/scalars.js";

/** Of arguments that name a day. */
const ON = "The day that is asked about; absent, the day on which the answer's basis was recorded.";

@ObjectType({ description: "Biên lai, chứng từ nộp tiền. One receipt may pay for several decisions." })
export class FineReceipt implements Receipt {
  @TextField(NOBODY)
  number!: string;
  @TextField(NOBODY)
  issuedBy!: string;
  @Field(() => VndScalar, { description: "What it is over, for all the decisions that it pays for." })
  total!: Vnd;
}

@ObjectType({ description: "amount = toFine + toInterest + excess; the excess is owed back." })
export class FinePayment {
  constructor(private readonly payment: Payment) {}

  @Field(() => ID)
  get id(): string {
    return this.payment.paymentId;
  }

  @Field(() => GraphQLLocalDate)
  get paidOn(): string {
    return this.payment.paidOn;
  }

  @Field(() => VndScalar)
  get amount(): Vnd {
    return vnd(this.payment.amount);
  }

  @Field(() => VndScalar)
  get toFine(): Vnd {
    return vnd(this.payment.toFine);
  }

  @Field(() => VndScalar)
  get toInterest(): Vnd {
    return vnd(this.payment.toInterest);
  }

  @Field(() => VndScalar)
  get excess(): Vnd {
    return vnd(this.payment.excess);
  }

  @Field(() => VndScalar, {
    description: "Interest of payments recorded before, which with this earlier one was never owed; it is owed back.",
  })
  get interestReturned(): Vnd {
    return vnd(this.payment.interestReturned);
  }

  @Field(() => FineReceipt)
  get receipt(): FineReceipt {
    return this.payment.receipt;
  }

  @TextField(OFFENDERS, { description: "Who paid, when it was not the offender." })
  get paidBy(): string | null {
    return this.payment.paidBy;
  }
}

@ObjectType({ description: "Money given back." })
export class FineRefund {
  constructor(private readonly refund: Refund) {}

  @Field(() => ID)
  get id(): string {
    return this.refund.refundId;
  }

  @Field(() => VndScalar)
  get amount(): Vnd {
    return this.refund.amount;
  }

  @Field(() => GraphQLLocalDate)
  get refundedOn(): string {
    return this.refund.refundedOn;
  }

  @TextField(NOBODY)
  get document(): string {
    return this.refund.document;
  }
}

@ObjectType()
export class FineInstalment implements Instalment {
  @Field(() => GraphQLLocalDate)
  dueOn!: string;
  @Field(() => VndScalar)
  amount!: Vnd;
}

@ObjectType("FineStep", { description: "What was asked, granted or done about a fine besides its payment." })
export class FineStepType {
  constructor(private readonly step: FineStep) {}

  @TermField(FINE_STEPS)
  get kind(): FineStepKind {
    return this.step.kind;
  }

  @Field(() => GraphQLLocalDate, { description: "The day, or the first day." })
  get on(): string {
    return this.step.on;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day of a postponement, a plan or an evasion.",
  })
  get to(): string | null {
    return this.step.to;
  }

  @Field(() => VndScalar, { nullable: true, description: "By how much it was reduced, or how much lapsed." })
  get amount(): Vnd | null {
    return this.step.amount;
  }

  @TextField(NOBODY, { nullable: true })
  get document(): string | null {
    return this.step.document;
  }

  @TermField(COERCIVE_MEASURES, { nullable: true })
  get measure(): CoerciveMeasure | null {
    return this.step.measure;
  }

  @TermField(LAPSE_GROUNDS, { nullable: true })
  get ground(): LapseGround | null {
    return this.step.ground;
  }

  @TextField(OFFENDERS, { description: "What was asked or noted." })
  get note(): string | null {
    return this.step.note;
  }
}

@ObjectType("FineAccount", {
  description:
    "The fine and its late interest: two balances. decided = collected + outstanding + reduced + lapsed, always.",
})
export class FineAccountType {
  private readonly account: FineAccount;

  constructor(
    private readonly sanction: Sanction,
    private readonly basis: Basis,
  ) {
    this.account = sanction.fine;
  }

  @TermField(FINE_STATES)
  get state(): FineState {
    const { status } = this.sanction;
    const { decided, collected, lapsed } = this.account;
    if (status === "ANNULLED") return "DROPPED";
    if (decided === 0n) return "NONE";
    if (outstandingOf(this.account) === 0n) return lapsed > 0n ? "LAPSED" : "PAID";
    return collected > 0n ? "PARTLY_PAID" : "DUE";
  }

  @Field(() => VndScalar, { description: "As the decision stands now; 0 once it is annulled." })
  get decided(): Vnd {
    return vnd(this.account.decided);
  }

  @Field(() => VndScalar)
  get collected(): Vnd {
    return vnd(this.account.collected);
  }

  @Field(() => VndScalar)
  get outstanding(): Vnd {
    return vnd(outstandingOf(this.account));
  }

  @Field(() => VndScalar)
  get reduced(): Vnd {
    return vnd(this.account.reduced);
  }

  @Field(() => VndScalar)
  get lapsed(): Vnd {
    return vnd(this.account.lapsed);
  }

  @Field(() => VndScalar)
  get interestCollected(): Vnd {
    return vnd(this.account.interestCollected);
  }

  @Field(() => VndScalar, { description: "Owed back and not refunded yet." })
  get refundDue(): Vnd {
    return vnd(this.account.refundDue);
  }

  @Field(() => VndScalar)
  get refunded(): Vnd {
    return vnd(this.account.refunded);
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "The last day on which what is owed now is paid in time: as notified, or moved by a postponement or by instalments. " +
      "Null when nothing can be demanded: not served, nothing owed, or execution suspended.",
  })
  get payableUntil(): string | null {
    return payableUntil(this.sanction);
  }

  @Field(() => Boolean, { description: "Some of the fine is still owed after `payableUntil`." })
  overdue(@Arg("on", () => GraphQLLocalDate, { nullable: true, description: ON }) on: string | undefined): boolean {
    const until = payableUntil(this.sanction);
    return until !== null && until < (on ?? this.basis.today);
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day without late interest, as notified; null: not served, and not sent without proof.",
  })
  get interestAfter(): string | null {
    return this.sanction.interestAfter;
  }

  @Field(() => VndScalar, {
    description: "Tiền chậm nộp: the late interest owed by one who pays on the day, as the account stands.",
  })
  interestDue(
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: ON }) on: string | undefined,
    @Ctx() { law }: LedgerContext,
  ): Vnd {
    const day = on ?? this.basis.today;
    const rate = law.parameter("LATE_INTEREST_PER_DAY", day).value;
    return vnd(interestDue(this.account, this.sanction.interestAfter, day, rate));
  }

  @Field(() => [FinePayment], { description: "In the order in which they were entered." })
  get payments(): FinePayment[] {
    return this.account.payments.map((payment) => new FinePayment(payment));
  }

  @Field(() => [FineRefund])
  get refunds(): FineRefund[] {
    return this.account.refunds.map((refund) => new FineRefund(refund));
  }

  @Field(() => [FineInstalment], { description: "The plan that was granted; empty when there is none." })
  get instalments(): readonly FineInstalment[] {
    return this.account.instalments;
  }

  @Field(() => [FineStepType])
  get steps(): FineStepType[] {
    return this.account.steps.map((step) => new FineStepType(step));
  }
}
