import { staffSnapshot } from "../domain/staff/record.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a snapshot of the staff. */
const lookups: LookupsOf<typeof staffSnapshot> = {
  TakeStaffSnapshot({ unitId, takenOn }, { facts }) {
    const unit = facts.unit(unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
    return { data: { unit, isTaken: facts.staffSnapshotOn(unitId, takenOn) !== undefined } };
  },
};

export const staffSpecs = specsOf(staffSnapshot, lookups);
