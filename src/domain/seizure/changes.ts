import type { LocalDate } from "../kernel/time.js";
import type { LineCorrection } from "./fields.js";
import { lineIn } from "./rules.js";
import type { LineChanges, MinutesChanges, Seizure } from "./seizure.js";
import type { SeizureGround } from "./terms.js";

/** What a correction says; null: it stays. */
interface Correction {
  readonly minutesNumber: string | null;
  readonly decisionNumber: string | null;
  readonly seizedOn: LocalDate | null;
  readonly grounds: SeizureGround | null;
  readonly lines: readonly LineCorrection[] | null;
  /** The last day in time, were it seized on the corrected day; null: the day stays. */
  readonly dueOn: LocalDate | null;
}

interface Changes {
  readonly minutes: MinutesChanges;
  /** The lines of which the correction changes anything, with that. */
  readonly lines: readonly { readonly lineId: string; readonly changes: LineChanges }[];
}

/** What the correction changes, without what is the same as before. */
export function changesOf(said: Correction, seizure: Seizure): Changes {
  const { minutesNumber, decisionNumber, seizedOn, grounds } = said;
  const moved = seizedOn !== null && seizedOn !== seizure.seizedOn;
  const dueOn = moved ? said.dueOn : null;
  return {
    minutes: different({ minutesNumber, decisionNumber, seizedOn, grounds, dueOn }, seizure),
    lines: (said.lines ?? []).flatMap(({ lineId, ...wanted }) => {
      const line = lineIn(seizure, lineId);
      const changes: LineChanges = line ? different(wanted, { ...line, copies: line.seized }) : {};
      return Object.keys(changes).length > 0 ? [{ lineId, changes }] : [];
    }),
  };
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], null> };

function different<T extends object>(wanted: T, known: { readonly [K in keyof T]: unknown }): Given<T> {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== null && value !== known[field as keyof T],
  );
  return Object.fromEntries(changed) as Given<T>;
}
