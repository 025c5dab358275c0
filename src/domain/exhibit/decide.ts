import type { Decision } from "../kernel/decider.js";
import { refuse, unlessRefused } from "../kernel/decider.js";
import { type Stamp, stampOf } from "../kernel/stamp.js";
import { nameOn } from "../kernel/time.js";
import { referenceTo } from "../law/lawBook.js";
import { linesChanges, minutesChanges } from "./changes.js";
import type { CountExhibits, RevokeConfiscation, SeizeExhibits, SeizureCommand, SeizureStep } from "./commands.js";
import { evolve } from "./evolve.js";
import { policiesFor, seizePolicies } from "./policies.js";
import { confiscationOf, isHeld } from "./policiesByStep.js";
import { isConserved, totalsOf } from "./quantities.js";
import { exhibitRefusals } from "./refusals.js";
import type { CountedLine, LineCopies, Seizure, SeizureEvent, SeizureState } from "./seizure.js";

export function decide(command: SeizureCommand, state: SeizureState): Decision<SeizureEvent> {
  if (command.type === "SeizeExhibits") {
    return unlessRefused(seizePolicies, command, () => conserving(state, seize(command)));
  }
  if (state.status === "NONE") return refuse(exhibitRefusals.SEIZURE_NOT_FOUND(["seizureId"]));
  return unlessRefused(policiesFor(command.type), { seizure: state, command, meta: command.meta }, () =>
    conserving(state, step(command, state)),
  );
}

/** No copy comes from nowhere or goes nowhere. @throws if a rule above let one: that is a fault of the program. */
function conserving(state: SeizureState, events: readonly SeizureEvent[]): readonly SeizureEvent[] {
  const after = events.reduce(evolve, state);
  if (after.status !== "NONE" && !after.lines.every((line) => isConserved(totalsOf(line)))) {
    throw new Error("The exhibits of a seizure do not add up.");
  }
  return events;
}

function seize({ data, meta }: SeizeExhibits): readonly SeizureEvent[] {
  const { seizureId, violationCase, unit, grounds, minutesNumber, decisionNumber, seizedOn, dueOn, rule } = data;
  const { lines, place, custodian } = data;
  const { caseId } = violationCase;
  return [
    {
      type: "ExhibitsSeized",
      data: {
        seizureId,
        caseId,
        unit: { unitId: unit.unitId, name: nameOn(unit.names, seizedOn) },
        grounds,
        minutesNumber,
        decisionNumber,
        seizedOn,
        dueOn,
        law: referenceTo(rule.key, rule),
        lines,
        place,
        custodian,
      },
      ...stampOf(meta),
    },
  ];
}

function step(command: SeizureStep, seizure: Seizure): readonly SeizureEvent[] {
  const { seizureId } = seizure;
  const reason = "reason" in command.data ? (command.data.reason ?? undefined) : undefined;
  const stamp = stampOf(command.meta, reason);
  switch (command.type) {
    case "ExtendSeizure": {
      const { extension, decisionNumber, extendedOn, dueOn, rule } = command.data;
      if (dueOn === null || rule === null) throw new Error("An extension rests on a rule.");
      const law = referenceTo(rule.key, rule);
      const data = { seizureId, extension, decisionNumber, extendedOn, dueOn, law };
      return [{ type: "SeizureExtended", data, ...stamp }];
    }
    case "CountExhibits":
      return count(command.data, seizure, stamp);
    case "MoveExhibits": {
      const { place, custodian, document, movedOn } = command.data;
      const lineIds = command.data.lineIds ?? seizure.lines.filter(isHeld).map((line) => line.lineId);
      return [{ type: "ExhibitsMoved", data: { seizureId, lineIds, place, custodian, document, movedOn }, ...stamp }];
    }
    case "UnsealExhibits": {
      const { lineIds, unsealedOn, minutesNumber, present } = command.data;
      return [{ type: "ExhibitsUnsealed", data: { seizureId, lineIds, unsealedOn, minutesNumber, present }, ...stamp }];
    }
    case "ResealExhibits": {
      const { seals, resealedOn, minutesNumber, present } = command.data;
      return [{ type: "ExhibitsResealed", data: { seizureId, seals, resealedOn, minutesNumber, present }, ...stamp }];
    }
    case "AnnounceUnclaimedExhibits": {
      const { announcedOn, medium } = command.data;
      return [{ type: "UnclaimedExhibitsAnnounced", data: { seizureId, announcedOn, medium }, ...stamp }];
    }
    case "ReturnExhibits": {
      const { lines, returnedTo, document, returnedOn } = command.data;
      return [{ type: "ExhibitsReturned", data: { seizureId, lines, returnedTo, document, returnedOn }, ...stamp }];
    }
    case "RecordExhibitDiscrepancy": {
      const { kind, sanctionId, lines, minutesNumber, foundOn } = command.data;
      const data = { seizureId, kind, sanctionId, lines, minutesNumber, foundOn };
      return [{ type: "ExhibitDiscrepancyRecorded", data, ...stamp }];
    }
    default:
      return stepOnDecision(command, seizure, stamp);
  }
}

type First =
  | "ExtendSeizure"
  | "CountExhibits"
  | "MoveExhibits"
  | "UnsealExhibits"
  | "ResealExhibits"
  | "AnnounceUnclaimedExhibits"
  | "ReturnExhibits"
  | "RecordExhibitDiscrepancy";

/** What rests on a sanction decision, and what corrects the record. */
function stepOnDecision(
  command: Exclude<SeizureStep, { type: First }>,
  seizure: Seizure,
  stamp: Stamp,
): readonly SeizureEvent[] {
  const { seizureId } = seizure;
  switch (command.type) {
    case "ConfiscateExhibits": {
      const { sanction, lines, confiscatedOn } = command.data;
      const { sanctionId, numberText: decisionNumber } = sanction;
      const data = { seizureId, sanctionId, decisionNumber, lines, confiscatedOn };
      return [{ type: "ExhibitsConfiscated", data, ...stamp }];
    }
    case "DestroyExhibits": {
      const { sanction, lines, council, minutesNumber, method, destroyedOn } = command.data;
      const { sanctionId } = sanction;
      const data = { seizureId, sanctionId, lines, council, minutesNumber, method, destroyedOn };
      return [{ type: "ExhibitsDestroyed", data, ...stamp }];
    }
    case "TransferExhibits": {
      const { sanction, lines, toBody, document, transferredOn } = command.data;
      const data = { seizureId, sanctionId: sanction.sanctionId, lines, toBody, document, transferredOn };
      return [{ type: "ExhibitsTransferred", data, ...stamp }];
    }
    case "SellExhibits": {
      const { sanction, lines, proceeds, document, soldOn } = command.data;
      const data = { seizureId, sanctionId: sanction.sanctionId, lines, proceeds, document, soldOn };
      return [{ type: "ExhibitsSold", data, ...stamp }];
    }
    case "RevokeConfiscation":
      return [revoke(command, seizure, stamp)];
    case "SplitExhibitLot": {
      const { lineId, newLineId, copies, place, custodian, sealNumber } = command.data;
      const data = { seizureId, lineId, newLineId, copies, place, custodian, sealNumber };
      return [{ type: "ExhibitLotSplit", data, ...stamp }];
    }
    case "MergeExhibitLots": {
      const { lineId, fromLineId } = command.data;
      return [{ type: "ExhibitLotsMerged", data: { seizureId, lineId, fromLineId }, ...stamp }];
    }
    case "CorrectInventory": {
      const { minutes, lines, dueOn } = command.data;
      const changes = { minutes: minutesChanges(minutes, dueOn, seizure), lines: linesChanges(lines, seizure) };
      return [{ type: "InventoryCorrected", data: { seizureId, ...changes }, ...stamp }];
    }
    case "VoidSeizure":
      return [{ type: "SeizureVoided", data: { seizureId }, ...stamp }];
    default:
      return command satisfies never;
  }
}

function count(data: CountExhibits["data"], seizure: Seizure, stamp: Stamp): readonly SeizureEvent[] {
  const { seizureId } = seizure;
  const { countedOn, minutesNumber } = data;
  const lines = data.counts.map(({ lineId, copies }): CountedLine => {
    const held = seizure.lines.find((line) => line.lineId === lineId)?.inCustody ?? 0;
    return { lineId, counted: copies, difference: copies - held, as: data.difference ?? "CORRECTION" };
  });
  return [{ type: "ExhibitsCounted", data: { seizureId, countedOn, minutesNumber, lines }, ...stamp }];
}

/** What is still held comes back; for what is gone, compensation is due. Or all of it stands on another decision. */
function revoke({ data }: RevokeConfiscation, { seizureId, lines }: Seizure, stamp: Stamp): SeizureEvent {
  const { sanction, carriedOverTo, revokedOn } = data;
  const { sanctionId } = sanction;
  const of = (copies: (one: { held: number; confiscated: number }) => number): LineCopies[] =>
    lines.flatMap((line) => {
      const one = confiscationOf(line, sanctionId);
      const moved = one && !carriedOverTo ? copies(one) : 0;
      return moved > 0 ? [{ lineId: line.lineId, copies: moved }] : [];
    });
  return {
    type: "ConfiscationRevoked",
    data: {
      seizureId,
      sanctionId,
      revokedOn,
      carriedOverTo: carriedOverTo && {
        sanctionId: carriedOverTo.sanctionId,
        decisionNumber: carriedOverTo.numberText,
      },
      lines: of(({ held }) => held),
      compensable: of(({ confiscated, held }) => confiscated - held),
    },
    ...stamp,
  };
}
