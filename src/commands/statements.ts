import { localDateOf } from "../domain/kernel/time.js";
import { statement } from "../domain/statement/record.js";
import { statementRefusals } from "../domain/statement/refusals.js";
import { refuseWith } from "./finder.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a statement. */
const lookups: LookupsOf<typeof statement> = {
  MakeStatement({ unitId, spokespersonId, madeAt, outletId, conferenceId, aboutIds }, { the, facts }) {
    const unit = the.unit(unitId, "unitId");
    const speaker = the.spokesperson(spokespersonId, "spokespersonId");
    if (outletId !== null && !facts.pressAgency(outletId)) {
      refuseWith(statementRefusals.STATEMENT_OUTLET_NOT_FOUND(["outletId"]));
    }
    the.records(aboutIds, "aboutIds", statementRefusals.STATEMENT_SUBJECT_NOT_FOUND);
    const held = conferenceId === null ? undefined : facts.pressConference(conferenceId);
    const conferenceIsItsOwn = held?.unitId === unitId && held.heldBy === "UNIT" && held.status === "HELD";
    const speaking = { speaker, mayThen: facts.speakersOn(unitId, localDateOf(madeAt)) };
    return { unit, speaking, conferenceIsItsOwn };
  },
  CorrectStatement({ spokespersonId, madeAt, aboutIds }, { state, id, the, facts }) {
    const speaker = the.spokesperson(spokespersonId ?? state.spokespersonId, "spokespersonId");
    the.records(aboutIds, "aboutIds", statementRefusals.STATEMENT_SUBJECT_NOT_FOUND);
    const mayThen = facts.speakersOn(state.unitId, localDateOf(madeAt ?? state.madeAt));
    return { speaking: { speaker, mayThen }, fulfils: facts.fulfilsDuty(id) };
  },
  VoidStatement: (_said, { id, facts }) => ({ fulfils: facts.fulfilsDuty(id) }),
};

export const statementSpecs = specsOf(statement, lookups);
