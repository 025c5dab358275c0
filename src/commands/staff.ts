import { staffSnapshot } from "../domain/staff/record.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a snapshot of the staff. */
const lookups: LookupsOf<typeof staffSnapshot> = {
  TakeStaffSnapshot: ({ unitId, takenOn }, { the, facts }) => ({
    unit: the.unit(unitId, "unitId"),
    isTaken: facts.staffSnapshotOn(unitId, takenOn) !== undefined,
  }),
};

export const staffSpecs = specsOf(staffSnapshot, lookups);
