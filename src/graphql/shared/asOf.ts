import { Field, InputType, ObjectType } from "type-graphql";
import { isAboutNow } from "../../commands/ledgerClock.js";
import { endOfDay, type Instant, type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import { atMoment, type Basis, onDay } from "../../projections/table/basis.js";
import { type LedgerContext, nowOf } from "./context.js";
import { badInput, fault, unavailable } from "./faults.js";
import { GraphQLDateTime, GraphQLLocalDate, PositionScalar } from "./scalars.js";

/** Of the argument `validAt`. */
export const VALID_AT = {
  nullable: true,
  description:
    "The day in Vietnam of which to answer what was true, as known at `asOf`; without it, the record as it stands there.",
} as const;

@InputType({
  description:
    "The moment as of which a question is answered: a time, the end of a day, or a position of the ledger, and the day that " +
    "counts as today. A `basis` given back here, with its `today` and its `moment`, has the same answer again.",
})
export class AsOf {
  @Field(() => GraphQLDateTime, { nullable: true, description: "What was recorded by then." })
  time?: Date;
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "What was recorded by the end of this day in Vietnam, which is then `today`; of a day that has not ended, so far.",
  })
  endOf?: string;
  @Field(() => PositionScalar, { nullable: true, description: "What was recorded up to there; exact." })
  position?: number;
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "The day in Vietnam by which is judged how things stand: who has succeeded whom, what is overdue, which name holds. " +
      "Without it the day of `time`, the one of `endOf`, or the day on which the last event up to `position` was recorded; without these, " +
      "today. See `validAt` for what was true on a day.",
  })
  today?: string;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "The moment of `today` by which is judged what is due by the hour. Without it `time`; the end of the day that is named; " +
      "when the last event up to `position` was recorded; without these, now.",
  })
  moment?: Date;
}

@ObjectType("Basis", {
  description:
    "What an answer rests on. Ask again `asOf` this position, this `today` and this `moment`, and `validAt` that day, for the same " +
    "answer.",
})
export class BasisType {
  @Field(() => PositionScalar)
  readonly position: number;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When its last event was recorded; null in an empty ledger.",
  })
  readonly recordedAt: Date | null;
  @Field(() => GraphQLLocalDate, {
    description: "The day in Vietnam that counts as today in the answer; `validAt`, if one was asked.",
  })
  readonly today: string;
  @Field(() => GraphQLDateTime, { description: "The moment of that day by which is judged what is due by the hour." })
  readonly moment: Date;
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The day of which the answer tells, if one was asked.",
  })
  readonly validAt: string | null;

  constructor(basis: Basis) {
    this.position = basis.position;
    this.today = basis.today;
    this.moment = new Date(basis.moment);
    this.validAt = basis.validAt ?? null;
    this.recordedAt = basis.recordedAt === null ? null : new Date(basis.recordedAt);
  }
}

/**
 * The position at which to answer, and the day of which, if one is asked about. A position this node has not read yet is waited for a moment; so a client that
 * wrote through one node can read its own writes on another.
 */
export async function basisOf(
  context: LedgerContext,
  asOf: AsOf | null | undefined,
  validAt?: LocalDate | null,
): Promise<Basis> {
  const basis = judgedAt(await positionOf(context, asOf), asOf ?? {});
  if (validAt == null) return basis;
  if (asOf?.today != null && basis.today !== validAt)
    throw badInput("`validAt` is another day than `today` of `asOf`.");
  return { ...onDay(basis, validAt), validAt };
}

/** The basis at the moment, or of the day, that is named. */
function judgedAt(basis: Basis, { today, moment }: Pick<AsOf, "today" | "moment">): Basis {
  if (moment == null) return today == null ? basis : onDay(basis, today);
  const judged = atMoment(basis, inYears(moment));
  if (today != null && today !== judged.today)
    throw badInput("`moment` of `asOf` lies on another day than its `today`.");
  return judged;
}

async function positionOf(context: LedgerContext, asOf: AsOf | null | undefined): Promise<Basis> {
  const { reads, log, now } = context;
  const named = [asOf?.time, asOf?.endOf, asOf?.position].filter((one) => one != null);
  if (named.length > 1) throw badInput("Give `asOf` one of `time`, `endOf` and `position`.");
  if (asOf?.position != null) {
    const read = reads.position >= asOf.position;
    if (!read && asOf.position > (await log.head()))
      throw fault("POSITION_AHEAD", "The ledger does not reach that position.");
    if (!read && !(await reads.reached(asOf.position))) throw unavailable("This node is late in reading; ask again.");
    return reads.basisAt(asOf.position);
  }
  const time = asOf?.time ?? (asOf?.endOf == null ? null : new Date(endOfDay(asOf.endOf)));
  if (time == null) return reads.basisNow(nowOf(context));
  const asked = inYears(time);
  // Of the day that has not ended, so far.
  const moment = asked > nowOf(context) && localDateOf(asked) === localDateOf(nowOf(context)) ? nowOf(context) : asked;
  const last = reads.basisNow(moment);
  return isAboutNow(time, now, last.recordedAt) ? last : reads.basisBy(moment);
}

/** Instants are compared as text, which has four digits for the year. */
function inYears(time: Date): Instant {
  const year = time.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw badInput("The time of `asOf` lies outside the years that the ledger knows.");
  return time.toISOString();
}

/**
 * Of filters that ask how a record stands: they choose by what was last recorded, and would choose by another state than
 * the answer shows.
 */
export function knownOnly<F extends object>(
  { validAt }: Basis,
  filter: F | null | undefined,
  names: readonly (keyof F & string)[],
): void {
  if (validAt === undefined) return;
  const asked = names.find((name) => filter?.[name] != null);
  if (asked)
    throw badInput(`\`${asked}\` asks how records stand at \`asOf\`; it does not go together with \`validAt\`.`);
}
