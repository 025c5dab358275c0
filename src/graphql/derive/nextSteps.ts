import { Arg, Ctx, Field, ObjectType } from "type-graphql";
import { metaToCome } from "../../commands/meta.js";
import { commandRefusals } from "../../commands/refusals.js";
import type { Role } from "../../domain/kernel/actor.js";
import type { CommandMeta } from "../../domain/kernel/decider.js";
import { NOBODY } from "../../domain/kernel/fields.js";
import type { DueKind } from "../../domain/due/terms.js";
import { RECORDS } from "../../domain/records.js";
import type { NextStep, RecordType } from "../../domain/kernel/record.js";
import type { Refusal } from "../../domain/kernel/refusal.js";
import { endOfDay, type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import { unitFactsAt } from "../../projections/readModel/facts.js";
import type { Basis } from "../../projections/table/basis.js";
import type { LedgerContext } from "../shared/context.js";
import { failureOf, UserError } from "../shared/failures.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { Words } from "../vocabulary/types.js";
import { mutationOf } from "../../domain/kernel/steps.js";
import { TextField } from "./shown.js";

@ObjectType("NextStep", {
  description: "A mutation that may be given about the record, or why it may not be given now.",
})
export class NextStepType {
  constructor(
    private readonly next: NextStep,
    private readonly why: Refusal | undefined,
  ) {}

  settles(kind: DueKind): boolean {
    return this.next.step.settles?.includes(kind) ?? false;
  }

  @TextField(NOBODY)
  get mutation(): string {
    return mutationOf(this.next.name, this.next.step);
  }

  @Field(() => Words, { description: "What is done: as on a button." })
  get words(): Words {
    return new Words(this.next.step.does);
  }

  @Field(() => Boolean, { description: "As far as it can be said before the form is filled in." })
  get allowed(): boolean {
    return this.why === undefined;
  }

  @Field(() => UserError, { nullable: true, description: "The refusal that would come; null: it may be given." })
  get refusal(): UserError | null {
    return this.why ? failureOf(this.why) : null;
  }
}

/** @param may who may keep the record, where the step says nothing else */
function offered(next: NextStep, may: readonly Role[], role: Role): NextStepType {
  const isTheirs = (next.step.may ?? may).includes(role);
  return new NextStepType(next, isTheirs ? next.refusal : commandRefusals.NOT_ALLOWED([]));
}

const DESCRIPTION =
  "What may be done about the record, by you: each step, and of those that may not be taken the refusal that would come.";

/** Gives a record's type its field `nextSteps`. */
export function withNextSteps<S extends object, T extends { readonly basis: Basis }>(
  type: abstract new (...args: never[]) => T,
  record: Pick<RecordType<S>, "may" | "nextSteps">,
  stateOf: (shown: T, context: LedgerContext) => S,
): void {
  const target = type.prototype as T & Record<string, unknown>;
  const method = function (this: T, on: string | null | undefined, context: LedgerContext): NextStepType[] {
    const meta = metaOn(context, this.basis, on ?? this.basis.today);
    if (!meta) return [];
    const { role } = meta.actor;
    return record.nextSteps(stateOf(this, context), meta).map((next) => offered(next, record.may, role));
  };
  Object.defineProperty(target, "nextSteps", { value: method, writable: true, configurable: true });
  Arg("on", () => GraphQLLocalDate, {
    nullable: true,
    description: "At the end of that day in Vietnam, or now if it is today; without it, the day of the answer's basis.",
  })(target, "nextSteps", 0);
  Ctx()(target, "nextSteps", 1);
  const descriptor = Object.getOwnPropertyDescriptor(target, "nextSteps") as PropertyDescriptor;
  Field(() => [NextStepType], { description: DESCRIPTION })(target, "nextSteps", descriptor);
}

/** What a record's type has by `withNextSteps`. */
interface WithNextSteps {
  readonly nextSteps: (on: LocalDate, context: LedgerContext) => readonly NextStepType[];
}

/** Steps that settle something and begin a record of their own, as the decision on a case. */
const BEGINNINGS = RECORDS.flatMap(({ may, steps }) =>
  Object.entries(steps).flatMap(([name, step]) =>
    step.begins !== undefined && step.settles ? [{ next: { name, step, refusal: undefined }, may }] : [],
  ),
);

/** The steps after which a record no longer owes what is due, for whoever asks: its own, and those that begin another. */
export function settling(kind: DueKind, record: object | null, on: LocalDate, context: LedgerContext): NextStepType[] {
  const { principal } = context;
  if (!principal || !record || !("nextSteps" in record)) return [];
  const own = (record as WithNextSteps).nextSteps(on, context).filter((one) => one.settles(kind));
  const begun = BEGINNINGS.filter(({ next }) => next.step.settles?.includes(kind));
  return [...own, ...begun.map(({ next, may }) => offered(next, may, principal.role))];
}

/** The caller's command, as given on the day, by what is known at the basis; undefined: nobody asks who could give one. */
function metaOn(context: LedgerContext, { position }: Basis, day: LocalDate): CommandMeta | undefined {
  const { principal, reads, now } = context;
  if (!principal) return undefined;
  return metaToCome(principal, day === localDateOf(now) ? now : endOfDay(day), unitFactsAt(reads, position));
}
