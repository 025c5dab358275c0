import type { CommandMeta } from "../domain/kernel/decider.js";
import { byOurClock } from "../domain/kernel/occurrence.js";
import { type Instant, type LocalDate, localDateOf, nameOn } from "../domain/kernel/time.js";
import { heirsInWords } from "../domain/unit/heirs.js";
import { hasEndedBy } from "../domain/unit/succession.js";
import type { UnitFacts } from "./facts.js";
import type { Principal } from "./job.js";
import type { CommandInput } from "./spec.js";

/**
 * What a command of this caller carries at a moment, by what is known of units; undefined when the token names one that is
 * not among them.
 */
export function metaOf(
  input: Pick<CommandInput, "commandId" | "occurredAt" | "enteredAt" | "lateEntryReason">,
  principal: Principal,
  now: Instant,
  units: UnitFacts,
): CommandMeta | undefined {
  const standing = standingOf(principal, units, localDateOf(now));
  if (!standing) return undefined;
  const enteredAt = input.enteredAt ? byOurClock(input.enteredAt.toISOString(), now) : undefined;
  // The clock that says when it happened is that of the device which took it down.
  const entered = enteredAt ?? now;
  return {
    commandId: input.commandId,
    now,
    occurredAt: input.occurredAt ? byOurClock(input.occurredAt.toISOString(), entered) : entered,
    ...standing,
    ...(enteredAt === undefined ? {} : { enteredAt }),
    ...(input.lateEntryReason ? { lateEntryReason: input.lateEntryReason } : {}),
  };
}

/** The same, of a command that nobody has given yet. */
export const metaToCome = (principal: Principal, now: Instant, units: UnitFacts): CommandMeta | undefined =>
  metaOf({ commandId: "" }, principal, now, units);

/**
 * Who the caller is on a day, and for whom it may keep records then: a unit that has ended keeps none, those that have
 * succeeded it keep them. Undefined when the token names a unit that the register does not have.
 */
function standingOf(
  { subject, role, unitId }: Principal,
  facts: UnitFacts,
  day: LocalDate,
): Pick<CommandMeta, "actor" | "actsFor" | "unitEnded"> | undefined {
  if (unitId === null) return { actor: { subject, role, unitId, unitName: null }, actsFor: [] };
  const unit = facts.unit(unitId);
  if (!unit) return undefined;
  const actor = { subject, role, unitId, unitName: nameOn(unit.names, day) };
  if (unit.endsOn !== null && hasEndedBy(unit, day)) {
    return { actor, actsFor: [], unitEnded: { on: unit.endsOn, heirs: heirsInWords(unit.heirs, day) } };
  }
  return { actor, actsFor: facts.unitAndPredecessors(unitId, day) };
}
