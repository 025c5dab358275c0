import { totalsOf } from "../domain/exhibit/quantities.js";
import type { Seizure, SeizureEvent } from "../domain/exhibit/seizure.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { Recorded } from "../eventstore/codec.js";
import { type AddEntries, type EnforcementCause, type EnforcementEntry, lateOrNew } from "./enforcementFigures.js";
import { dayOfStep } from "./exhibitSteps.js";

const KINDS = ["SEIZED", "RETURNED", "CONFISCATED", "DESTROYED"] as const;
type Kind = (typeof KINDS)[number];
const QUANTITY = {
  SEIZED: "seized",
  RETURNED: "returned",
  CONFISCATED: "confiscated",
  DESTROYED: "destroyed",
} as const;

interface Counts {
  readonly titles: number;
  readonly copies: number;
}
const NOTHING: Counts = { titles: 0, copies: 0 };

/**
 * What a seizure counts for: the copies of publications, and the titles of which there is any. A title stands for one
 * line of the minutes, whatever lots it was split into. Sheets and other items are no copies.
 */
function countsOf(seizure: Seizure | undefined, kind: Kind): Counts {
  if (!seizure || seizure.status === "VOIDED") return NOTHING;
  const byTitle = new Map<string, number>();
  for (const line of seizure.lines) {
    const copies = line.unit === "COPY" ? totalsOf(line)[QUANTITY[kind]] : 0;
    byTitle.set(line.rootId, (byTitle.get(line.rootId) ?? 0) + copies);
  }
  const counts = [...byTitle.values()];
  return {
    titles: counts.filter((copies) => copies > 0).length,
    copies: counts.reduce((total, copies) => total + copies, 0),
  };
}

/** Adds what the event changed of the figures: on the day of the step; a correction, on the day that it corrects. */
export function addExhibitFigures(
  add: AddEntries,
  event: Recorded<SeizureEvent>,
  before: Seizure | undefined,
  after: Seizure,
): void {
  const cause = causeOf(event);
  const entries = KINDS.flatMap((kind) => {
    const was = countsOf(before, kind);
    const is = countsOf(after, kind);
    if (kind !== "SEIZED") return difference(after, kind, was, is, dayOfStep(event));
    if (!before || before.seizedOn === after.seizedOn) return difference(after, kind, was, is, after.seizedOn);
    return [
      ...difference(after, kind, was, NOTHING, before.seizedOn),
      ...difference(after, kind, NOTHING, is, after.seizedOn),
    ];
  });
  add(event, entries, cause);
}

function difference(seizure: Seizure, kind: Kind, was: Counts, is: Counts, occurredOn: LocalDate): EnforcementEntry[] {
  const common = {
    refKind: "SEIZURE",
    refId: seizure.seizureId,
    unitId: seizure.unit.unitId,
    violationCode: null,
    occurredOn,
  } as const;
  return [
    { ...common, measure: `TITLES_${kind}`, amount: is.titles - was.titles },
    { ...common, measure: `COPIES_${kind}`, amount: is.copies - was.copies },
  ];
}

/** What the ledger took on a later day than the papers have is late. */
function causeOf(event: Recorded<SeizureEvent>): EnforcementCause {
  switch (event.type) {
    case "SeizureVoided":
      return "VOIDED";
    case "InventoryCorrected":
    case "ExhibitsCounted":
    case "ExhibitLotsMerged":
      return "CORRECTED";
    case "ConfiscationRevoked":
      return "ANNULLED";
    default:
      return lateOrNew(event, dayOfStep(event));
  }
}
