import { type CommandMeta, type Decision, type Policy, refuse, unlessRefused } from "../kernel/decider.js";
import { stampOf } from "../kernel/stamp.js";
import { nameOn } from "../kernel/time.js";
import {
  acceptPolicies,
  changeHeadPolicies,
  closePolicies,
  notifyPolicies,
  rejectPolicies,
  representativeOfficeRefusals,
} from "./policies.js";
import type {
  ChangeRepresentativeOfficeHead,
  NotifyRepresentativeOffice,
  RepresentativeOffice,
  RepresentativeOfficeCommand,
  RepresentativeOfficeEvent,
  RepresentativeOfficeHeadChanged,
  RepresentativeOfficeNotified,
} from "./representativeOffice.js";

export function decide(
  command: RepresentativeOfficeCommand,
  office: RepresentativeOffice | null,
): Decision<RepresentativeOfficeEvent> {
  const stamp = stampOf(command.meta);
  switch (command.type) {
    case "NotifyRepresentativeOffice": {
      const data = notified(command);
      return unlessRefused(notifyPolicies, command, () => [{ type: "RepresentativeOfficeNotified", data, ...stamp }]);
    }
    case "AcceptRepresentativeOffice": {
      const data = { officeId: command.data.officeId };
      return ofExisting(office, acceptPolicies, command, () => [
        { type: "RepresentativeOfficeAccepted", data, ...stamp },
      ]);
    }
    case "RejectRepresentativeOffice": {
      const { data } = command;
      return ofExisting(office, rejectPolicies, command, () => [
        { type: "RepresentativeOfficeRejected", data, ...stamp },
      ]);
    }
    case "ChangeRepresentativeOfficeHead": {
      const data = headChanged(command);
      return ofExisting(office, changeHeadPolicies, command, () => [
        { type: "RepresentativeOfficeHeadChanged", data, ...stamp },
      ]);
    }
    case "CloseRepresentativeOffice": {
      const { data } = command;
      return ofExisting(office, closePolicies, command, () => [{ type: "RepresentativeOfficeClosed", data, ...stamp }]);
    }
  }
}

/** All commands but the first speak of an office of which there was notice. */
function ofExisting<D>(
  office: RepresentativeOffice | null,
  policies: readonly Policy<{ office: RepresentativeOffice; meta: CommandMeta; data: D }>[],
  { meta, data }: { meta: CommandMeta; data: D },
  events: () => readonly RepresentativeOfficeEvent[],
): Decision<RepresentativeOfficeEvent> {
  if (office === null) return refuse(representativeOfficeRefusals.REPRESENTATIVE_OFFICE_NOT_FOUND(["officeId"]));
  return unlessRefused(policies, { office, meta, data }, events);
}

function notified({ data }: NotifyRepresentativeOffice): RepresentativeOfficeNotified["data"] {
  const { officeId, agency, head, address, startsOn, notifiedOn } = data;
  return {
    officeId,
    agencyId: agency.agencyId,
    agencyName: nameOn(agency.names, notifiedOn),
    address,
    headReporterId: head.reporterId,
    headName: head.name,
    startsOn,
    notifiedOn,
  };
}

const headChanged = ({ data }: ChangeRepresentativeOfficeHead): RepresentativeOfficeHeadChanged["data"] => ({
  officeId: data.officeId,
  headReporterId: data.head?.reporterId ?? null,
  headName: data.head?.name ?? null,
  effectiveOn: data.effectiveOn,
});
