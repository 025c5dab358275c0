import type { LocalDate } from "../kernel/time.js";
import type { ReporterFact } from "./reporter.js";

/**
 * The agency for which a reporter worked on a day; before the first known engagement, that first one.
 * Of two that begin on the same day the one recorded later holds.
 */
export function agencyOn(engagements: ReporterFact["engagements"], day: LocalDate): string | undefined {
  let best: ReporterFact["engagements"][number] | undefined;
  for (const one of engagements) if (one.from <= day && (!best || one.from >= best.from)) best = one;
  return (best ?? engagements[0])?.agencyId;
}
