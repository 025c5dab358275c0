import { Field, ID, InputType } from "type-graphql";
import type { Role } from "../../domain/kernel/actor.js";
import { TIMELINE_KINDS } from "../../domain/kernel/history.js";
import { endOfDay, type Instant, startOfDay } from "../../domain/kernel/time.js";
import type { Basis } from "../../projections/table/basis.js";
import type { TimelineFilter } from "../../projections/timeline/timelineFilter.js";
import { TermsField } from "../derive/enums.js";
import type { LedgerContext } from "../shared/context.js";
import { RoleEnum } from "../shared/event.js";
import { badInput } from "../shared/faults.js";
import { GraphQLDateTime, GraphQLLocalDate, UnitId } from "../shared/scalars.js";
import { type TimelineKind, typesOf } from "./summaries.js";

export const MAX_TYPES = 50;
const MAX_TEXT_CHARS = 100;
/** As of the subject of a token. */
const MAX_ACTOR_CHARS = 200;

@InputType("TimelineFilter")
export class TimelineFilterInput {
  @TermsField(TIMELINE_KINDS, { nullable: true })
  kinds?: TimelineKind[] | null;
  @Field(() => [String], { nullable: true, description: `At most ${MAX_TYPES} types of events.` })
  types?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: "Only what this account did: the subject of its token, as `actor` tells it.",
  })
  actor?: string | null;
  @Field(() => [RoleEnum], { nullable: true })
  actorRoles?: Role[] | null;
  @Field(() => UnitId, {
    nullable: true,
    description: "Only what was done from this unit, or one that is one with it.",
  })
  actorUnitId?: string | null;
  @Field(() => UnitId, { nullable: true, description: "Only what concerns this unit, whoever did it." })
  unitId?: string | null;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "What happened on this day in Vietnam or later." })
  firstDay?: string | null;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "What happened on this day in Vietnam or earlier." })
  lastDay?: string | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: "What happened then or later." })
  occurredFrom?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: "What happened then or earlier." })
  occurredTo?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: "What was recorded then or later." })
  recordedFrom?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: "What was recorded then or earlier." })
  recordedTo?: Date | null;
  @Field(() => ID, { nullable: true, description: "Only what belongs together, and so also what came of something." })
  correlationId?: string | null;
  @Field(() => ID, { nullable: true, description: "Only what this command did." })
  commandId?: string | null;
}

/** What is asked, in one spelling: so it stands in the cursors' binding. */
export interface AskedFilter extends Omit<TimelineFilter, "actorUnit" | "unit"> {
  readonly actorUnitId?: string | null;
  readonly unitId?: string | null;
}

/** The filter as the read model takes it. */
export const filterAt = (
  { actorUnitId, unitId, ...filter }: AskedFilter,
  { ones }: Pick<LedgerContext["reads"], "ones">,
  basis: Basis,
): TimelineFilter => ({
  ...filter,
  actorUnit: ones.of("Unit", actorUnitId, basis),
  unit: ones.of("Unit", unitId, basis),
});

export function filterOf(input: TimelineFilterInput | null | undefined): AskedFilter {
  if (!input) return {};
  const { kinds, types, actor, actorRoles, actorUnitId, unitId, firstDay, lastDay } = input;
  if (types && types.length > MAX_TYPES) throw badInput(`At most ${MAX_TYPES} types at once.`);
  for (const text of types ?? []) limited(text);
  const ofKinds = kinds && typesOf([...new Set(kinds)].sort());
  return {
    types: ofKinds && types ? types.filter((type) => ofKinds.includes(type)) : (types ?? ofKinds ?? null),
    actor: actor == null ? null : limited(actor, MAX_ACTOR_CHARS),
    actorRoles: actorRoles ?? null,
    actorUnitId: actorUnitId ?? null,
    unitId: unitId ?? null,
    occurredFrom: lastOf(instant(input.occurredFrom), firstDay == null ? null : startOfDay(firstDay)),
    occurredTo: firstOf(instant(input.occurredTo), lastDay == null ? null : endOfDay(lastDay)),
    recordedFrom: instant(input.recordedFrom),
    recordedTo: instant(input.recordedTo),
    // One spelling of a UUID, as commands are taken in.
    correlationId: input.correlationId == null ? null : limited(input.correlationId).toLowerCase(),
    commandId: input.commandId == null ? null : limited(input.commandId).toLowerCase(),
  };
}

/** Of two bounds the tighter one. */
const lastOf = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || (other !== null && other > one) ? other : one;
const firstOf = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || (other !== null && other < one) ? other : one;

function limited(text: string, most = MAX_TEXT_CHARS): string {
  if (text.length > most) throw badInput(`A text in the filter has at most ${most} characters.`);
  return text;
}

function instant(date: Date | null | undefined): string | null {
  if (!date) return null;
  // Instants are compared as text, which has four digits for the year.
  const year = date.getUTCFullYear();
  if (year < 1 || year > 9999) throw badInput("A time in the filter lies outside the years that the ledger knows.");
  return date.toISOString();
}
