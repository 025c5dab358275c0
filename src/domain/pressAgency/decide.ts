import { type CommandMeta, type Decision, type Policy, refuse, unlessRefused } from "../kernel/decider.js";
import { stampOf } from "../kernel/stamp.js";
import { nameOn } from "../kernel/time.js";
import {
  closePolicies,
  mergePolicies,
  pressAgencyRefusals,
  registerPolicies,
  reinstatePolicies,
  renamePolicies,
  suspendPolicies,
} from "./policies.js";
import type { PressAgency, PressAgencyCommand, PressAgencyEvent } from "./pressAgency.js";

export function decide(command: PressAgencyCommand, agency: PressAgency | null): Decision<PressAgencyEvent> {
  const stamp = stampOf(command.meta);
  switch (command.type) {
    case "RegisterPressAgency": {
      const { namesakes: _, ...data } = command.data;
      return unlessRefused(registerPolicies, command, () => [{ type: "PressAgencyRegistered", data, ...stamp }]);
    }
    case "RenamePressAgency": {
      const { namesakes: _, ...data } = command.data;
      return ofExisting(agency, renamePolicies, command, () => [{ type: "PressAgencyRenamed", data, ...stamp }]);
    }
    case "SuspendPressAgency": {
      const { data } = command;
      return ofExisting(agency, suspendPolicies, command, () => [{ type: "PressAgencySuspended", data, ...stamp }]);
    }
    case "ReinstatePressAgency": {
      const { data } = command;
      return ofExisting(agency, reinstatePolicies, command, () => [{ type: "PressAgencyReinstated", data, ...stamp }]);
    }
    case "MergePressAgency": {
      const { into, tookInOn: _, ...rest } = command.data;
      const data = { ...rest, intoId: into.agencyId, intoName: nameOn(into.names, rest.effectiveOn) };
      return ofExisting(agency, mergePolicies, command, () => [{ type: "PressAgencyMerged", data, ...stamp }]);
    }
    case "ClosePressAgency": {
      const { tookInOn: _, ...data } = command.data;
      return ofExisting(agency, closePolicies, command, () => [{ type: "PressAgencyClosed", data, ...stamp }]);
    }
  }
}

/** All commands but the first speak of an agency that is in the register. */
function ofExisting<D>(
  agency: PressAgency | null,
  policies: readonly Policy<{ agency: PressAgency; meta: CommandMeta; data: D }>[],
  { meta, data }: { meta: CommandMeta; data: D },
  events: () => readonly PressAgencyEvent[],
): Decision<PressAgencyEvent> {
  if (agency === null) return refuse(pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]));
  return unlessRefused(policies, { agency, meta, data }, events);
}
