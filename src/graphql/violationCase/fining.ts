import { Field, ObjectType } from "type-graphql";
import { optional, part, vnd, yes } from "../../domain/kernel/fields.js";
import { type Vnd, vnd as vndOf } from "../../domain/kernel/money.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { type FiningPower, type LawBook, stated, type ViolationRule } from "../../domain/law/lawBook.js";
import { LAW_FIELDS, type LawField, type SignerPost } from "../../domain/law/terms.js";
import { beyondPower } from "../../domain/sanction/contentRules.js";
import { amountIn, asVnd, type Frame, frameFor, powerOver, rangeIn } from "../../domain/sanction/frame.js";
import type { Circumstance } from "../../domain/sanction/terms.js";
import { dayOfAct } from "../../domain/violationCase/deadlines.js";
import type { RecordedParty, RecordedViolation } from "../../domain/violationCase/violationCase.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField } from "../derive/enums.js";
import { shownPart, type Shows } from "../derive/shownFields.js";
import { FiningPowerType, ViolationRuleType } from "../law/types.js";
import { FineFrame } from "../sanction/parts.js";
import { failureOf, UserError } from "../shared/failures.js";
import { VndScalar } from "../shared/scalars.js";

/** What is asked about the fine for an act before a decision is issued. */
export interface Fined {
  readonly signedOn: LocalDate;
  /** In whose power; undefined: that is not known yet. */
  readonly post?: SignerPost | undefined;
  readonly circumstances: readonly Circumstance[];
  /** The act's code in a later, more favourable text. */
  readonly laterCode?: string | undefined;
}

const FINE_BOUNDS = part(
  "FineBounds",
  {
    min: vnd(say("tối thiểu", "lowest")),
    max: vnd(say("tối đa", "highest")),
    includesEnds: yes(say("gồm cả hai đầu mức", "includes both ends"), "False: it lies strictly between the two."),
    usual: optional(
      vnd(
        say("mức phạt nếu không ghi", "where no amount is given"),
        "What is imposed where no amount is given. Null: one must be given.",
      ),
    ),
  },
  "Where in its frame a fine may lie, by the circumstances.",
);
const FineBounds = shownPart(FINE_BOUNDS);

@ObjectType({ description: "What the law has for the fine of an act, for its party: before a decision is issued." })
export class ActFining {
  readonly #rule: ViolationRule | undefined;
  readonly #power: FiningPower | undefined;
  readonly #toFrameEnd: bigint;

  constructor(
    private readonly violation: RecordedViolation,
    private readonly party: RecordedParty | null,
    private readonly asked: Fined,
    law: LawBook,
    private readonly basis: Basis,
  ) {
    const { laterCode, signedOn, post } = asked;
    this.#rule =
      laterCode === undefined ? law.violation(violation.code, dayOfAct(violation)) : law.violation(laterCode, signedOn);
    this.#power = this.#rule && post && law.power(post, this.#rule.field, signedOn);
    this.#toFrameEnd = law.parameter("CIRCUMSTANCES_TO_FRAME_END", signedOn).value;
  }

  @Field(() => ViolationRuleType, {
    nullable: true,
    description: "The act as the law has it, and what may be ordered for it. Null: there is no such row.",
  })
  get rule(): ViolationRule | null {
    return this.#rule ?? null;
  }

  @TermField(LAW_FIELDS)
  get field(): LawField {
    return this.violation.rule.field;
  }

  @Field(() => FineFrame, { nullable: true, description: "Null: the act is not fined." })
  get frame(): object | null {
    const frame = this.#frame;
    return frame && new FineFrame({ state: asVnd(frame), basis: this.basis });
  }

  get #frame(): Frame | null {
    return this.#rule && this.party ? frameFor(this.#rule, this.party) : null;
  }

  @Field(() => FineBounds, {
    nullable: true,
    description: "Where in the frame the circumstances let the fine lie. Null: the act is not fined.",
  })
  get bounds(): Shows<typeof FINE_BOUNDS.fields> | null {
    const frame = this.#frame;
    if (!frame) return null;
    const range = rangeIn(frame, this.asked.circumstances, this.#toFrameEnd);
    const usual = amountIn(range, frame);
    const state = {
      ...asVnd(range),
      includesEnds: range.ends !== "EXCLUDED",
      usual: usual === null ? null : vndOf(usual),
    };
    return new FineBounds({ state, basis: this.basis });
  }

  @Field(() => FiningPowerType, {
    nullable: true,
    description: "The power of the post. Null: no post was named, or the rows say nothing of it.",
  })
  get power(): FiningPowerType | null {
    return this.#power ? new FiningPowerType(this.#power) : null;
  }

  @Field(() => VndScalar, {
    nullable: true,
    description: "How much the post may fine such a party for one act. Null: it is not known, or there is no power.",
  })
  get atMost(): Vnd | null {
    const power = stated(this.#power);
    return power && this.party ? powerOver(power, this.party.kind) : null;
  }

  @Field(() => UserError, {
    nullable: true,
    description: "Why the act is beyond the power of the post. Null: it is within, or no post was named.",
  })
  get beyond(): UserError | null {
    const { party, asked } = this;
    if (asked.post === undefined || !party) return null;
    const refusal = beyondPower({ rule: this.#rule, power: this.#power }, party.kind, true, asked.signedOn, []);
    return refusal ? failureOf(refusal) : null;
  }
}
