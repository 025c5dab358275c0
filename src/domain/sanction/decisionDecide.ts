import { type Decision, LACKS_NUMBER, unlessRefused } from "../kernel/decider.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import { localDateOf, nameOn } from "../kernel/time.js";
import { referenceTo } from "../law/lawBook.js";
import { amendmentEvents, annulmentEvents } from "./amendment.js";
import type { IssueSanction } from "./decision.js";
import { contentOf, fineOf, powerUsed, proposedNew } from "./decisionContent.js";
import { issuePolicies } from "./policies.js";
import { type DecisionStep, policiesAfter } from "./policiesAfter.js";
import type { Sanction, SanctionEvent } from "./sanction.js";

export { amendmentEvents, annulmentEvents, refusalOfAmendment } from "./amendment.js";

export const issue = (command: IssueSanction): Decision<SanctionEvent> =>
  unlessRefused(issuePolicies, command, () => issued(command));

function issued({ data, meta }: IssueSanction): readonly SanctionEvent[] | typeof LACKS_NUMBER {
  const { sanctionId, kind, number, issuer, signer, party, replaces, noFineBecause } = data;
  if (number === null) return LACKS_NUMBER;
  const signedOn = localDateOf(meta.occurredAt);
  const proposal = proposedNew(data, signedOn);
  const content = contentOf(proposal);
  const told = {
    sanctionId,
    caseId: data.violationCase.caseId,
    kind,
    number,
    issuer: { unitId: issuer.unitId, name: nameOn(issuer.names, signedOn) },
    signer,
    power: powerUsed(proposal),
    party: { partyId: party.partyId, kind: party.kind, name: party.name },
    content,
    fine: fineOf(content),
    signedOn,
    replacesId: replaces?.sanctionId ?? null,
    noFineBecause,
  };
  return [{ type: "SanctionIssued", data: told, ...stampOf(meta) }];
}

export function decideOnDecision(command: DecisionStep, sanction: Sanction): Decision<SanctionEvent> {
  return unlessRefused(policiesAfter(command.type), { command, sanction }, () => step(command, sanction));
}

function step(command: DecisionStep, sanction: Sanction): readonly SanctionEvent[] | typeof LACKS_NUMBER {
  const { sanctionId } = sanction;
  const stamp = stampOf(command.meta, "reason" in command.data ? command.data.reason : undefined);
  switch (command.type) {
    case "ServeSanction":
      return served(command.data, sanction, stamp);
    case "CorrectSanction": {
      const { what, corrected, number } = command.data;
      if (number === null) return LACKS_NUMBER;
      return [{ type: "SanctionCorrected", data: { sanctionId, number, what, corrected }, ...stamp }];
    }
    case "AmendSanction": {
      const { signer, number } = command.data;
      if (number === null) return LACKS_NUMBER;
      return amendmentEvents(sanction, command.data, { number, complaintId: null, signer }, stamp);
    }
    case "AnnulSanction": {
      const { ground, number } = command.data;
      if (number === null) return LACKS_NUMBER;
      return annulmentEvents(sanction, { ground, number, complaintId: null }, stamp);
    }
    case "RecordSanctionMeasure": {
      const { measureId, state, doneOn, note } = command.data;
      const data = { sanctionId, measureId, state, doneOn, note };
      return [{ type: "SanctionMeasureRecorded", data, ...stamp }];
    }
    case "SuspendSanctionExecution": {
      const { from, complaintId, reason: ground } = command.data;
      return [{ type: "SanctionExecutionSuspended", data: { sanctionId, from, complaintId, ground }, ...stamp }];
    }
    case "ResumeSanctionExecution": {
      const { from, complaintId } = command.data;
      return [{ type: "SanctionExecutionResumed", data: { sanctionId, from, complaintId }, ...stamp }];
    }
    default:
      return command satisfies never;
  }
}

/** A warning is carried out by being served. */
function served(
  { receivedOn, executionDueOn, rule }: Extract<DecisionStep, { type: "ServeSanction" }>["data"],
  { sanctionId, measures }: Sanction,
  stamp: Stamp,
): readonly SanctionEvent[] {
  const law = referenceTo(rule.key, rule);
  const warnings = measures.filter((one) => one.kind === "WARNING" && one.state === "ORDERED");
  return [
    { type: "SanctionServed", data: { sanctionId, receivedOn, executionDueOn, law }, ...stamp },
    ...warnings.map(({ measureId }): SanctionEvent => ({
      type: "SanctionMeasureRecorded",
      data: { sanctionId, measureId, state: "DONE", doneOn: receivedOn, note: null },
      ...stamp,
    })),
  ];
}
