import type { Instant } from "../domain/kernel/time.js";
import { localDateOf } from "../domain/kernel/time.js";
import type { DutyRule, LawBook } from "../domain/law/lawBook.js";
import { pressConference } from "../domain/pressConference/record.js";
import type { Speaking } from "../domain/spokesperson/rules.js";
import { spokespersonRefusals } from "../domain/spokesperson/refusals.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import type { Facts } from "./facts.js";
import type { Resolved } from "./spec.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

const noticeLaw = (law: LawBook, at: Instant): DutyRule | null =>
  law.duty("CONFERENCE_NOTICE", localDateOf(at)) ?? null;

/** The unit, and the law on notices of a conference at that time. */
function known(
  unitId: string,
  at: Instant,
  { facts, law }: { readonly facts: Facts; readonly law: LawBook },
): Resolved<{ readonly unit: UnitFact; readonly law: DutyRule | null }> {
  const unit = facts.unit(unitId);
  return unit ? { data: { unit, law: noticeLaw(law, at) } } : { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
}

/** Who speaks at it, and who may; null: nobody is named. Undefined: who is named is not there. */
function speakingAt(
  spokespersonId: string | null,
  { unitId, at }: { readonly unitId: string; readonly at: Instant },
  facts: Facts,
): Speaking | null | undefined {
  if (spokespersonId === null) return null;
  const speaker = facts.spokesperson(spokespersonId);
  return speaker && { speaker, mayThen: facts.speakersOn(unitId, localDateOf(at)) };
}

/** What is looked up for the steps of a press conference. */
const lookups: LookupsOf<typeof pressConference> = {
  PlanPressConference: ({ unitId, heldAt }, context) => known(unitId, heldAt, context),
  RegisterConferenceNotice: ({ unitId, heldAt }, context) => known(unitId, heldAt, context),
  HoldPressConference({ spokespersonId, heldAt }, { state, facts, law }) {
    const speaking = speakingAt(spokespersonId, { unitId: state.unitId, at: heldAt }, facts);
    return speaking === undefined
      ? { refusal: spokespersonRefusals.SPOKESPERSON_NOT_FOUND(["spokespersonId"]) }
      : { data: { speaking, law: noticeLaw(law, heldAt) } };
  },
  CorrectPressConference({ heldAt }, { state, facts, law }) {
    const at = heldAt ?? state.heldAt;
    const speaking = speakingAt(state.spokespersonId, { unitId: state.unitId, at }, facts) ?? null;
    return { data: { law: noticeLaw(law, at), speaking } };
  },
  VoidPressConference: (_said, { id, facts }) => ({ data: { hasStatements: facts.hasStatements(id) } }),
};

export const pressConferenceSpecs = specsOf(pressConference, lookups);
