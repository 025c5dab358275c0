import type { InspectionTarget } from "../../domain/inspection/inspection.js";
import { everNamed, personsNamed } from "../../domain/inspection/names.js";
import type { InspectionVersion } from "../../projections/inspection/table.js";
import { NOW } from "../../projections/table/temporal.js";
import type { LedgerContext } from "../shared/context.js";
import { mayReadOf } from "../shared/mask.js";

/**
 * Whom an inspection names, as is known by now: whoever turned out to be a person is one as of then too, and its texts may
 * speak of that person by the name of now.
 */
export function namedBy({ id, state }: InspectionVersion, { reads }: LedgerContext): readonly InspectionTarget[] {
  const today = reads.inspections.get(id, NOW);
  const persons = today ? personsNamed(today.state) : [];
  const known = new Map(persons.map((person) => [person.targetId, person.kind]));
  const then = everNamed(state).map((target) => ({ ...target, kind: known.get(target.targetId) ?? target.kind }));
  return [...then, ...persons];
}

/** Who may read what is said of those whom an inspection names, or of this target alone. */
export const mayReadNamesIn =
  (inspection: InspectionVersion, targetId: string | null = null) =>
  (context: LedgerContext): boolean => {
    const concerned = namedBy(inspection, context).filter((one) => targetId === null || one.targetId === targetId);
    return mayReadOf(concerned, context.principal);
  };
