import type { Path, Refusal } from "../kernel/refusal.js";
import { sameName } from "../kernel/names.js";
import { type LocalDate, nameOn } from "../kernel/time.js";
import { hasEndedBy } from "./life.js";
import type { AgencyHeir, PressAgency, PressAgencyFact } from "./pressAgency.js";
import { pressAgencyRefusals } from "./refusals.js";

/** What is asked of press agencies in more than one step, and by other subjects. */

/** Who carries on on a day, by the name of that day. */
function heirOn({ heir }: Pick<AgencyHeir, "heir">, day: LocalDate): string | undefined {
  if (heir === null) return undefined;
  return hasEndedBy(heir, day) ? heirOn(heir, day) : nameOn(heir.names, day);
}

/** As the agency's own record tells who carries on: by the name of the day on which it was merged. */
const asItKnows = ({ names, endsOn, mergedIntoName: name }: PressAgency): AgencyHeir => ({
  names,
  endsOn,
  heir: name !== null && endsOn !== null ? { names: [{ name, from: endsOn }], endsOn: null, heir: null } : null,
});

/** The agency has not ended by the day. A suspended one has not: it keeps its people and its obligations. */
export const agencyNotEnded = (agency: AgencyHeir, day: LocalDate, path: Path): Refusal | undefined =>
  agency.endsOn !== null && hasEndedBy(agency, day)
    ? pressAgencyRefusals.PRESS_AGENCY_ENDED(path, nameOn(agency.names, day), agency.endsOn, heirOn(agency, day))
    : undefined;

export const liveOn = (agency: PressAgency, day: LocalDate, path: Path): Refusal | undefined =>
  day < agency.registeredOn
    ? pressAgencyRefusals.PRESS_AGENCY_NOT_YET_REGISTERED(path, nameOn(agency.names, day), agency.registeredOn)
    : agencyNotEnded(asItKnows(agency), day, ["agencyId"]);

/** An agency ends once: one that has an end recorded, even a coming one, is not given another nor takes others in. */
export const hasNoEnd = (agency: AgencyHeir, path: Path): Refusal | undefined =>
  agency.endsOn === null ? undefined : agencyNotEnded(agency, agency.endsOn, path);

/** The same of the record itself. */
export const goesOn = (agency: PressAgency, path: Path): Refusal | undefined => hasNoEnd(asItKnows(agency), path);

/** What came to it on a day cannot have come to something that was no more. */
export const endsAfterTakingIn = (
  agency: PressAgency,
  tookInOn: LocalDate | null,
  day: LocalDate,
): Refusal | undefined =>
  tookInOn !== null && day <= tookInOn
    ? pressAgencyRefusals.PRESS_AGENCY_ENDS_BEFORE_TAKING_IN(["effectiveOn"], nameOn(agency.names, day), tookInOn)
    : undefined;

/**
 * Identity is not the name, but two live agencies must be told apart, on the day and after it: a name that one bears until
 * a day to come, or takes only then, is taken. Whoever has ended by the day frees its name.
 */
export function nameIsFree(
  agencyId: string,
  { name, namesakes }: { readonly name: string; readonly namesakes: readonly PressAgencyFact[] },
  day: LocalDate,
  path: Path = ["name"],
): Refusal | undefined {
  const bears = ({ names, endsOn }: PressAgencyFact): boolean =>
    [
      nameOn(names, day),
      ...names.flatMap((one) => (one.from > day && (endsOn === null || one.from < endsOn) ? one.name : [])),
    ].some((one) => sameName(one, name));
  const rival = namesakes.some((other) => other.agencyId !== agencyId && !hasEndedBy(other, day) && bears(other));
  return rival ? pressAgencyRefusals.PRESS_AGENCY_NAME_TAKEN(path, name) : undefined;
}
