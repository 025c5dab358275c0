import type { CommandMeta, Policy } from "../kernel/decider.js";
import { dayEntered, occurrenceRefusals } from "../kernel/occurrence.js";
import type { Now } from "../kernel/steps.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { Inspection } from "./inspection.js";
import { inspectionRefusals } from "./refusals.js";
import { INSPECTION_STATUSES, type InspectionStatus } from "./terms.js";

/** Rules that several steps of an inspection have in common. */

export const NOT_VOIDED = INSPECTION_STATUSES.values.filter((status) => status !== "VOIDED");
/** From the conclusion, or the minutes of a check, until it is closed. */
export const WITH_RESULT: readonly InspectionStatus[] = ["CONCLUDED", "PUBLISHED", "IMPLEMENTING", "DONE"];

export const targetIdsOf = ({ targets }: Inspection): string[] => targets.map(({ targetId }) => targetId);

/** A step cannot have been taken on an earlier day than the one it follows. */
export const notBeforeTheLastStep: Policy<Now<Inspection>> = ({ state, meta }) =>
  inOrder(localDateOf(meta.occurredAt), state, ["occurredAt"]);

export const inOrder = (day: LocalDate, { lastStepOn }: Inspection, path: Path): Refusal | undefined =>
  day < lastStepOn ? inspectionRefusals.INSPECTION_STEP_OUT_OF_ORDER(path, lastStepOn) : undefined;

/** A paper that is entered on a later day than it was signed is entered late, whatever `occurredAt` says. */
export function paperIsDatedWell(day: LocalDate, meta: CommandMeta, path: Path): Refusal | undefined {
  if (day > localDateOf(meta.occurredAt)) return inspectionRefusals.INSPECTION_PAPER_DAY_AHEAD(path);
  const unexplained = day < dayEntered(meta) && !meta.lateEntryReason?.trim();
  return unexplained ? occurrenceRefusals.LATE_ENTRY_NEEDS_REASON(["lateEntryReason"]) : undefined;
}
