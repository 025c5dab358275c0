import type { Due } from "../due/due.js";
import { hasEndedBy } from "./life.js";
import type { PressAgency } from "./pressAgency.js";

/** Until when an agency is suspended, where a last day was set and it was not reinstated: no unit's duty. */
export function pressAgencyOwes(agency: PressAgency): readonly Due[] {
  return agency.suspensions.flatMap(({ from, until: by, liftedOn }) =>
    by === null || liftedOn !== null || hasEndedBy(agency, by)
      ? []
      : [{ kind: "AGENCY_SUSPENSION_ENDS", partId: from, unitIds: [], since: from, by, rule: null } as const],
  );
}
