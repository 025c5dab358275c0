import type { LocalDate } from "../kernel/time.js";
import type { LineChanges, MinutesChanges, Seizure } from "./seizure.js";

/** What the correction changes of the minutes, without what is the same as before. */
export function minutesChanges(
  { minutesNumber, decisionNumber, seizedOn, grounds }: Omit<MinutesChanges, "dueOn">,
  dueOn: LocalDate | null,
  seizure: Seizure,
): MinutesChanges {
  const moved = seizedOn !== undefined && seizedOn !== seizure.seizedOn && dueOn !== null;
  return different({ minutesNumber, decisionNumber, seizedOn, grounds, ...(moved ? { dueOn } : {}) }, seizure);
}

/** The lines of which the correction changes anything, with that. */
export function linesChanges(
  lines: readonly { readonly lineId: string; readonly changes: LineChanges }[],
  seizure: Seizure,
): { lineId: string; changes: LineChanges }[] {
  return lines.flatMap(({ lineId, changes }) => {
    const line = seizure.lines.find((one) => one.lineId === lineId);
    const changed = line ? different(changes, { ...line, copies: line.seized }) : {};
    return Object.keys(changed).length > 0 ? [{ lineId, changes: changed }] : [];
  });
}

function different<T extends object>(wanted: { [K in keyof T]?: T[K] | undefined }, known: object): Partial<T> {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && value !== known[field as keyof typeof known],
  );
  return Object.fromEntries(changed) as Partial<T>;
}
