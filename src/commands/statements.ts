import { referenceIn } from "../domain/kernel/fields.js";
import { localDateOf } from "../domain/kernel/time.js";
import { spokespersonRefusals } from "../domain/spokesperson/refusals.js";
import { statement } from "../domain/statement/record.js";
import { statementRefusals } from "../domain/statement/refusals.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** The first of the records that is not in the ledger. */
const missingOf = (ids: readonly string[] | null, facts: Facts): number =>
  (ids ?? []).findIndex((one) => {
    const named = referenceIn(one);
    return !named || !facts.exists(named);
  });

/** What is looked up for the steps of a statement. */
const lookups: LookupsOf<typeof statement> = {
  MakeStatement({ unitId, spokespersonId, madeAt, outletId, conferenceId, aboutIds }, { facts }) {
    const unit = facts.unit(unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
    const speaker = facts.spokesperson(spokespersonId);
    if (!speaker) return { refusal: spokespersonRefusals.SPOKESPERSON_NOT_FOUND(["spokespersonId"]) };
    if (outletId !== null && !facts.pressAgency(outletId)) {
      return { refusal: statementRefusals.STATEMENT_OUTLET_NOT_FOUND(["outletId"]) };
    }
    const missing = missingOf(aboutIds, facts);
    if (missing >= 0) return { refusal: statementRefusals.STATEMENT_SUBJECT_NOT_FOUND(["aboutIds", missing]) };
    const held = conferenceId === null ? undefined : facts.pressConference(conferenceId);
    const conferenceIsItsOwn = held?.unitId === unitId && held.heldBy === "UNIT" && held.status === "HELD";
    const speaking = { speaker, mayThen: facts.speakersOn(unitId, localDateOf(madeAt)) };
    return { data: { unit, speaking, conferenceIsItsOwn } };
  },
  CorrectStatement({ spokespersonId, madeAt, aboutIds }, { state, id, facts }) {
    const speaker = facts.spokesperson(spokespersonId ?? state.spokespersonId);
    if (!speaker) return { refusal: spokespersonRefusals.SPOKESPERSON_NOT_FOUND(["spokespersonId"]) };
    const missing = missingOf(aboutIds, facts);
    if (missing >= 0) return { refusal: statementRefusals.STATEMENT_SUBJECT_NOT_FOUND(["aboutIds", missing]) };
    const mayThen = facts.speakersOn(state.unitId, localDateOf(madeAt ?? state.madeAt));
    return { data: { speaking: { speaker, mayThen }, fulfils: facts.fulfilsDuty(id) } };
  },
  VoidStatement: (_said, { id, facts }) => ({ data: { fulfils: facts.fulfilsDuty(id) } }),
};

export const statementSpecs = specsOf(statement, lookups);
