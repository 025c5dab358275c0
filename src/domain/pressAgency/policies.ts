import type { CommandMeta, Policy } from "../kernel/decider.js";
import { timePolicies } from "../kernel/occurrence.js";
import { catalog, type Path, type Refusal, say } from "../kernel/refusal.js";
import { type DatedName, type LocalDate, nameOn } from "../kernel/time.js";
import { hasEndedBy, overlap } from "./life.js";
import type {
  ClosePressAgency,
  MergePressAgency,
  PressAgency,
  PressAgencyFact,
  RegisterPressAgency,
  ReinstatePressAgency,
  RenamePressAgency,
  SuspendPressAgency,
} from "./pressAgency.js";

export const pressAgencyRefusals = catalog({
  PRESS_AGENCY_NOT_FOUND: () =>
    say("Không có cơ quan báo chí này trong sổ.", "There is no such press agency in the register."),
  PRESS_AGENCY_NEEDS_KIND: () =>
    say("Cơ quan báo chí phải có ít nhất một loại hình.", "A press agency has at least one kind."),
  PRESS_AGENCY_NAME_TAKEN: (name: string) =>
    say(`Đang có cơ quan báo chí khác tên “${name}”.`, `Another active press agency is named “${name}”.`),
  PRESS_AGENCY_NAME_UNCHANGED: () => say("Tên mới trùng tên hiện tại.", "The new name is the present one."),
  PRESS_AGENCY_ENDED: (name: string, endsOn: LocalDate) =>
    say(`${name} đã kết thúc hoạt động từ ${endsOn}.`, `${name} ended on ${endsOn}.`),
  PRESS_AGENCY_NOT_YET_REGISTERED: (name: string, registeredOn: LocalDate) =>
    say(`${name} chỉ được ghi nhận từ ${registeredOn}.`, `${name} is registered only from ${registeredOn}.`),
  PRESS_AGENCY_SUSPENDED_ALREADY: (from: LocalDate) =>
    say(`Thời gian này trùng với lần đình chỉ từ ${from}.`, `This term overlaps the suspension that began on ${from}.`),
  SUSPENSION_ENDS_BEFORE_IT_BEGINS: () =>
    say("Ngày cuối đình chỉ phải từ ngày bắt đầu trở đi.", "A suspension cannot end before it begins."),
  PRESS_AGENCY_NOT_SUSPENDED: () =>
    say("Cơ quan báo chí này không bị đình chỉ.", "This press agency is not suspended."),
  REINSTATED_BEFORE_SUSPENSION: (from: LocalDate) =>
    say(`Chỉ có thể cho hoạt động lại sau ngày ${from}.`, `It can be reinstated only after ${from}.`),
  PRESS_AGENCY_INTO_ITSELF: () =>
    say("Không thể nhập cơ quan báo chí vào chính nó.", "A press agency cannot be merged into itself."),
  PRESS_AGENCY_ENDS_BEFORE_TAKING_IN: (name: string, day: LocalDate) =>
    say(
      `${name} đã tiếp nhận cơ quan khác ngày ${day} nên phải kết thúc sau ngày đó.`,
      `${name} took in another agency on ${day}; it can end only after that day.`,
    ),
});

interface Given<C extends { data: object }> {
  readonly meta: CommandMeta;
  readonly data: C["data"];
}
type OfExisting<C extends { data: object }> = Policy<Given<C> & { readonly agency: PressAgency }>;

/** The agency has not ended by the day. A suspended one has not: it keeps its people and its obligations. */
export function agencyNotEnded(
  agency: { readonly names: readonly DatedName[]; readonly endsOn: LocalDate | null },
  day: LocalDate,
  path: Path,
): Refusal | undefined {
  return agency.endsOn !== null && hasEndedBy(agency, day)
    ? pressAgencyRefusals.PRESS_AGENCY_ENDED(path, nameOn(agency.names, day), agency.endsOn)
    : undefined;
}

const liveOn = (agency: PressAgency, day: LocalDate, path: Path): Refusal | undefined =>
  day < agency.registeredOn
    ? pressAgencyRefusals.PRESS_AGENCY_NOT_YET_REGISTERED(path, nameOn(agency.names, day), agency.registeredOn)
    : agencyNotEnded(agency, day, ["agencyId"]);

/** An agency ends once: one that has an end recorded, even a coming one, is not given another nor takes others in. */
const hasNoEnd = (agency: Pick<PressAgencyFact, "names" | "endsOn">, path: Path): Refusal | undefined =>
  agency.endsOn === null
    ? undefined
    : pressAgencyRefusals.PRESS_AGENCY_ENDED(path, nameOn(agency.names, agency.endsOn), agency.endsOn);

/** What came to it on a day cannot have come to something that was no more. */
const endsAfterTakingIn = (agency: PressAgency, tookInOn: LocalDate | null, day: LocalDate): Refusal | undefined =>
  tookInOn !== null && day <= tookInOn
    ? pressAgencyRefusals.PRESS_AGENCY_ENDS_BEFORE_TAKING_IN(["effectiveOn"], nameOn(agency.names, day), tookInOn)
    : undefined;

/** Identity is not the name, but two live agencies must be told apart. Whoever has ended by the day frees its name. */
function nameIsFree(
  data: { readonly agencyId: string; readonly name: string; readonly namesakes: readonly PressAgencyFact[] },
  day: LocalDate,
): Refusal | undefined {
  const rival = data.namesakes.some((other) => other.agencyId !== data.agencyId && !hasEndedBy(other, day));
  return rival ? pressAgencyRefusals.PRESS_AGENCY_NAME_TAKEN(["name"], data.name) : undefined;
}

// Register ----------------------------------------------------------------------------------------------------------

export const registerPolicies: readonly Policy<Given<RegisterPressAgency>>[] = [
  ...timePolicies,
  function hasAKind({ data }) {
    return data.kinds.length === 0 ? pressAgencyRefusals.PRESS_AGENCY_NEEDS_KIND(["kinds"]) : undefined;
  },
  function agencyNameIsFree({ data }) {
    return nameIsFree(data, data.registeredOn);
  },
];

// Rename ------------------------------------------------------------------------------------------------------------

export const renamePolicies: readonly OfExisting<RenamePressAgency>[] = [
  ...timePolicies,
  function agencyIsLive({ agency, data }) {
    return liveOn(agency, data.effectiveOn, ["effectiveOn"]);
  },
  function nameChanges({ agency, data }) {
    const unchanged = nameOn(agency.names, data.effectiveOn) === data.name;
    return unchanged ? pressAgencyRefusals.PRESS_AGENCY_NAME_UNCHANGED(["name"]) : undefined;
  },
  function newNameIsFree({ data }) {
    return nameIsFree(data, data.effectiveOn);
  },
];

// Suspend and reinstate ---------------------------------------------------------------------------------------------

export const suspendPolicies: readonly OfExisting<SuspendPressAgency>[] = [
  ...timePolicies,
  function agencyIsLive({ agency, data }) {
    return liveOn(agency, data.from, ["from"]);
  },
  function termIsInOrder({ data }) {
    const reversed = data.until !== null && data.until < data.from;
    return reversed ? pressAgencyRefusals.SUSPENSION_ENDS_BEFORE_IT_BEGINS(["until"]) : undefined;
  },
  function termIsNew({ agency, data }) {
    const { from, until } = data;
    const known = agency.suspensions.find((one) => overlap(one, { from, until, liftedOn: null }));
    return known && pressAgencyRefusals.PRESS_AGENCY_SUSPENDED_ALREADY(["from"], known.from);
  },
];

export const reinstatePolicies: readonly OfExisting<ReinstatePressAgency>[] = [
  ...timePolicies,
  function agencyIsLive({ agency, data }) {
    return liveOn(agency, data.effectiveOn, ["effectiveOn"]);
  },
  function agencyIsSuspended({ agency }) {
    const last = agency.suspensions.at(-1);
    return last?.liftedOn === null ? undefined : pressAgencyRefusals.PRESS_AGENCY_NOT_SUSPENDED(["agencyId"]);
  },
  function afterTheSuspensionBegan({ agency, data }) {
    const last = agency.suspensions.at(-1);
    return last && data.effectiveOn <= last.from
      ? pressAgencyRefusals.REINSTATED_BEFORE_SUSPENSION(["effectiveOn"], last.from)
      : undefined;
  },
];

// Merge and close ---------------------------------------------------------------------------------------------------

export const mergePolicies: readonly OfExisting<MergePressAgency>[] = [
  ...timePolicies,
  function notIntoItself({ agency, data }) {
    return data.into.agencyId === agency.agencyId
      ? pressAgencyRefusals.PRESS_AGENCY_INTO_ITSELF(["intoId"])
      : undefined;
  },
  function agencyHasNoEnd({ agency }) {
    return hasNoEnd(agency, ["agencyId"]);
  },
  function agencyIsLive({ agency, data }) {
    return liveOn(agency, data.effectiveOn, ["effectiveOn"]);
  },
  function endsAfterWhatItTookIn({ agency, data }) {
    return endsAfterTakingIn(agency, data.tookInOn, data.effectiveOn);
  },
  function successorIsLive({ data }) {
    // Not even a coming end: two agencies could otherwise be merged into each other.
    return hasNoEnd(data.into, ["intoId"]);
  },
];

export const closePolicies: readonly OfExisting<ClosePressAgency>[] = [
  ...timePolicies,
  function agencyHasNoEnd({ agency }) {
    return hasNoEnd(agency, ["agencyId"]);
  },
  function agencyIsLive({ agency, data }) {
    return liveOn(agency, data.effectiveOn, ["effectiveOn"]);
  },
  function endsAfterWhatItTookIn({ agency, data }) {
    return endsAfterTakingIn(agency, data.tookInOn, data.effectiveOn);
  },
];
