import { type CommandMeta, type Decision, type Policy, refuse, unlessRefused } from "../kernel/decider.js";
import { stampOf } from "../kernel/stamp.js";
import { nameOn } from "../kernel/time.js";
import { normalCardNumber } from "./papers.js";
import {
  amendCardPolicies,
  amendPolicies,
  letterPolicies,
  mergePolicies,
  recordCardPolicies,
  registerPolicies,
  transferPolicies,
  withdrawalPolicies,
} from "./policies.js";
import { reporterRefusals } from "./refusals.js";
import type {
  CardToRecord,
  NewPressCard,
  RecordIntroductionLetter,
  RegisterReporter,
  Reporter,
  ReporterCommand,
  ReporterEvent,
} from "./reporter.js";

export function decide(command: ReporterCommand, reporter: Reporter | null): Decision<ReporterEvent> {
  const stamp = stampOf(command.meta);
  switch (command.type) {
    case "RegisterReporter":
      return unlessRefused(registerPolicies, command, () => registered(command));
    case "AmendReporter": {
      const { reason, ...data } = command.data;
      const why = stampOf(command.meta, reason);
      return ofExisting(reporter, amendPolicies, command, () => [{ type: "ReporterAmended", data, ...why }]);
    }
    case "RecordPressCard": {
      const data = { reporterId: command.data.reporterId, ...asPrinted(command.data) };
      return ofExisting(reporter, recordCardPolicies, command, () => [{ type: "PressCardRecorded", data, ...stamp }]);
    }
    case "AmendPressCard": {
      const { reporterId, number, card, reason } = command.data;
      const data = { reporterId, number: normalCardNumber(number), card: asPrinted(card) };
      const why = stampOf(command.meta, reason);
      return ofExisting(reporter, amendCardPolicies, command, () => [{ type: "PressCardAmended", data, ...why }]);
    }
    case "RecordPressCardWithdrawal": {
      const { known: _, ...rest } = command.data;
      const data = { ...rest, number: normalCardNumber(rest.number) };
      return ofExisting(reporter, withdrawalPolicies, command, () => [{ type: "PressCardWithdrawn", data, ...stamp }]);
    }
    case "RecordIntroductionLetter":
      return ofExisting(reporter, letterPolicies, command, () => [letterRecorded(command)]);
    case "TransferReporter": {
      const { reporterId, to, effectiveOn } = command.data;
      const data = { reporterId, agencyId: to.agencyId, agencyName: nameOn(to.names, effectiveOn), effectiveOn };
      return ofExisting(reporter, transferPolicies, command, () => [{ type: "ReporterTransferred", data, ...stamp }]);
    }
    case "MergeReporter": {
      const { reporterId, into, reason } = command.data;
      const data = { reporterId, intoId: into.reporterId, intoName: into.name };
      const why = stampOf(command.meta, reason);
      return ofExisting(reporter, mergePolicies, command, () => [{ type: "ReporterMerged", data, ...why }]);
    }
  }
}

/** All commands but the first speak of a reporter who is in the register. */
function ofExisting<D>(
  reporter: Reporter | null,
  policies: readonly Policy<{ reporter: Reporter; meta: CommandMeta; data: D }>[],
  { meta, data }: { meta: CommandMeta; data: D },
  events: () => readonly ReporterEvent[],
): Decision<ReporterEvent> {
  if (reporter === null) return refuse(reporterRefusals.REPORTER_NOT_FOUND(["reporterId"]));
  return unlessRefused(policies, { reporter, meta, data }, events);
}

function registered({ data, meta }: RegisterReporter): readonly ReporterEvent[] {
  const { reporterId, name, kind, agency, since, card } = data;
  const at = { agencyId: agency.agencyId, agencyName: nameOn(agency.names, since) };
  const stamp = stampOf(meta);
  const entry: ReporterEvent = { type: "ReporterRegistered", data: { reporterId, name, kind, ...at, since }, ...stamp };
  // A card comes in by one event whenever it comes, so whoever follows cards need follow one kind of event only.
  return card ? [entry, { type: "PressCardRecorded", data: { reporterId, ...asPrinted(card) }, ...stamp }] : [entry];
}

const asPrinted = ({ number, issue, issuedOn, validTo }: CardToRecord): NewPressCard => ({
  number: normalCardNumber(number),
  issue,
  issuedOn,
  validTo,
});

function letterRecorded({ data, meta }: RecordIntroductionLetter): ReporterEvent {
  const { agency, units, ...letter } = data;
  return {
    type: "IntroductionLetterRecorded",
    data: {
      ...letter,
      agencyId: agency.agencyId,
      agencyName: nameOn(agency.names, letter.issuedOn),
      units: units.map(({ unitId, names }) => ({ unitId, unitName: nameOn(names, letter.issuedOn) })),
    },
    ...stampOf(meta),
  };
}
