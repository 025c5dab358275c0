import type { Instant } from "../domain/kernel/time.js";
import { localDateOf } from "../domain/kernel/time.js";
import type { DutyRule, LawBook } from "../domain/law/lawBook.js";
import { pressConference } from "../domain/pressConference/record.js";
import type { Speaking } from "../domain/spokesperson/rules.js";
import type { SpokespersonFact } from "../domain/spokesperson/spokesperson.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

const noticeLaw = (law: LawBook, at: Instant): DutyRule | null =>
  law.duty("CONFERENCE_NOTICE", localDateOf(at)) ?? null;

/** Who speaks at it, and who may; null: nobody is named. */
const speakingAt = (at: Instant, unitId: string, speaker: SpokespersonFact | null, facts: Facts): Speaking | null =>
  speaker && { speaker, mayThen: facts.speakersOn(unitId, localDateOf(at)) };

/** What is looked up for the steps of a press conference. */
const lookups: LookupsOf<typeof pressConference> = {
  PlanPressConference: ({ unitId, heldAt }, { the, law }) => ({
    unit: the.unit(unitId, "unitId"),
    law: noticeLaw(law, heldAt),
  }),
  RegisterConferenceNotice: ({ unitId, heldAt }, { the, law }) => ({
    unit: the.unit(unitId, "unitId"),
    law: noticeLaw(law, heldAt),
  }),
  HoldPressConference: ({ spokespersonId, heldAt }, { state, the, facts, law }) => ({
    speaking: speakingAt(heldAt, state.unitId, the.spokesperson(spokespersonId, "spokespersonId"), facts),
    law: noticeLaw(law, heldAt),
  }),
  CorrectPressConference({ heldAt }, { state, facts, law }) {
    const at = heldAt ?? state.heldAt;
    const speaker = state.spokespersonId === null ? undefined : facts.spokesperson(state.spokespersonId);
    return { law: noticeLaw(law, at), speaking: speakingAt(at, state.unitId, speaker ?? null, facts) };
  },
  VoidPressConference: (_said, { id, facts }) => ({ hasStatements: facts.hasStatements(id) }),
};

export const pressConferenceSpecs = specsOf(pressConference, lookups);
