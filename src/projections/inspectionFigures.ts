import type { Database } from "better-sqlite3";
import type { LedgerEvent } from "../eventstore/codec.js";
import {
  type EnforcementCause,
  type EnforcementEntry,
  lateOrNew,
  netOf,
  openEnforcementFigures,
} from "./enforcementFigures.js";
import { unitIdsOf } from "./inspectionNames.js";
import { decidedOn, type InspectionVersion } from "./inspectionRow.js";

/** An inspection before and after an event. */
export interface InspectionChange {
  readonly event: LedgerEvent;
  readonly before: InspectionVersion | undefined;
  readonly after: InspectionVersion;
}

/**
 * The entries are the difference between what an inspection counts for before an event and after it. So their sum is
 * what the inspections as they stand count for, whatever was amended, cancelled or voided on the way.
 */
export function openInspectionFigures(db: Database): (change: InspectionChange) => void {
  const add = openEnforcementFigures(db);
  return ({ event, before, after }) => {
    const entries = netOf(before ? entriesOf(before) : [], entriesOf(after));
    if (entries.length > 0) add(event, entries, causeOf(event, after));
  };
}

/** Decided, not void, and not cancelled before anybody was told of it. */
function isCounted({ status, detail }: InspectionVersion): boolean {
  if (decidedOn(detail) === null || status === "VOIDED") return false;
  return status !== "CANCELLED" || detail.announcedOn !== null;
}

/**
 * Counted on the day of the decision: once as led (chủ trì), with its targets, for the unit that leads; once as
 * coordinated (phối hợp) for each unit of the register that coordinates. Bodies outside the register have no figures.
 */
function entriesOf(inspection: InspectionVersion): EnforcementEntry[] {
  const { kind, lead, coordinators, targets } = inspection.detail.content;
  const occurredOn = decidedOn(inspection.detail);
  if (occurredOn === null || !isCounted(inspection)) return [];
  const common = { refKind: "INSPECTION", refId: inspection.id, inspectionKind: kind, occurredOn, amount: 1 } as const;
  return [
    ...unitIdsOf([lead]).flatMap((unitId): EnforcementEntry[] => [
      { ...common, measure: "INSPECTIONS_LED", unitId },
      { ...common, measure: "INSPECTION_TARGETS", unitId, amount: targets.length },
    ]),
    ...unitIdsOf(coordinators).map((unitId): EnforcementEntry => ({
      ...common,
      measure: "INSPECTIONS_COORDINATED",
      unitId,
    })),
  ];
}

function causeOf(event: LedgerEvent, { detail }: InspectionVersion): EnforcementCause {
  if (event.type === "InspectionVoided") return "VOIDED";
  if (event.type === "InspectionAmended" || event.type === "InspectionCancelled") return "CORRECTED";
  // A decision is late by the day on its paper, which may lie before the day of the entry that tells of it.
  return lateOrNew(event, decidedOn(detail) ?? "");
}
