import type { DataOf } from "../kernel/fields.js";
import { localDateOf, type LocalDate, nameOn } from "../kernel/time.js";
import { toKeep } from "./documents.js";
import type { UnitFact } from "../unit/unit.js";
import type { VisitChanges } from "./events.js";
import type { AMENDED } from "./fields.js";
import type { Host, Visit, Visitor, VisitorFact } from "./visit.js";

/** What an amendment says, with what its references lead to; null: it stays. */
interface Amendment extends DataOf<typeof AMENDED> {
  readonly hosts: readonly UnitFact[] | null;
  readonly reporters: readonly VisitorFact[] | null;
}

/** Each of them as an event tells it (so `VisitChanges` must know it); undefined: it stays. */
type Wanted = { readonly [K in keyof Amendment]: VisitChanges[K] | undefined };

/** The day of the visit once the amendment is made. */
export function dayAsAmended(data: Pick<Amendment, "arrivedAt" | "appointmentAt">, visit: Visit): LocalDate {
  const arrivedAt = data.arrivedAt ?? visit.arrivedAt;
  return localDateOf(arrivedAt ?? data.appointmentAt ?? visit.appointmentAt ?? visit.registeredAt);
}

/** What the amendment changes, without what is the same as before. */
export function changesOf(data: Amendment, visit: Visit): VisitChanges {
  const day = dayAsAmended(data, visit);
  const wanted: Wanted = {
    hosts: data.hosts?.map((unit) => hostOn(unit, day)),
    reporters: data.reporters?.map(visitor),
    topic: data.topic ?? undefined,
    subject: data.subject ?? undefined,
    arrivedAt: data.arrivedAt ?? undefined,
    appointmentAt: data.appointmentAt ?? undefined,
    documents: data.documents ? toKeep(data.documents) : undefined,
  };
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && !same(value, visit[field as keyof Wanted]),
  );
  return Object.fromEntries(changed) as VisitChanges;
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
