import { type Instant, localDateOf, type LocalDate, nameOn } from "../kernel/time.js";
import type { UnitFact } from "../unit/unit.js";
import type { Host, Visit, Visitor, VisitorFact } from "./visit.js";

/** When the visitors came, or were to come, as a correction says it; null: it stays. */
interface Moments {
  readonly arrivedAt: Instant | null;
  readonly appointmentAt: Instant | null;
}

/** The day of the visit once it is corrected. */
export function dayAsCorrected(said: Moments, visit: Visit): LocalDate {
  const arrivedAt = said.arrivedAt ?? visit.arrivedAt;
  return localDateOf(arrivedAt ?? said.appointmentAt ?? visit.appointmentAt ?? visit.registeredAt);
}

/** A host under the name it had on the day. */
export const hostOn = (unit: UnitFact, day: LocalDate): Host => ({
  unitId: unit.unitId,
  name: nameOn(unit.names, day),
});

export const visitor = ({ reporter, agencyId, agencyName }: VisitorFact): Visitor => ({
  reporterId: reporter.reporterId,
  name: reporter.name,
  agencyId,
  agencyName,
});
