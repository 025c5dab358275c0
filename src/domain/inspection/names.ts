import { withInitialsOf } from "../kernel/names.js";
import { isPerson } from "../law/terms.js";
import type { Inspection, InspectionTarget } from "./inspection.js";

/** Whom an inspection names. Its title and its texts may speak of persons whom a correction has left out since. */

type NamingTargets = Pick<Inspection, "targets" | "formerPersons">;

const arePersons = (targets: readonly InspectionTarget[]): readonly InspectionTarget[] =>
  targets.filter(({ kind }) => isPerson(kind));

/** Its targets, and the persons who were. */
export const everNamed = ({ targets, formerPersons }: NamingTargets): readonly InspectionTarget[] => [
  ...targets,
  ...formerPersons,
];

/** Those of its targets who are persons, and those who were among them until a correction left them out. */
export function personsNamed({ targets, formerPersons }: NamingTargets): readonly InspectionTarget[] {
  const standing = new Set(targets.map(({ targetId }) => targetId));
  return [...arePersons(targets), ...formerPersons.filter(({ targetId }) => !standing.has(targetId))];
}

/** A text with these persons and household businesses by their initials. */
export const withoutNamesOf = (persons: readonly InspectionTarget[], text: string): string =>
  persons.reduce((shown, { name }) => withInitialsOf(name, shown), text);

/** The title for those who may not read the names of offenders. */
export const titleForAll = (inspection: Inspection): string =>
  withoutNamesOf(arePersons(everNamed(inspection)), inspection.title);

/** Who was named before is spoken of in the texts still, so persons are kept when a correction, or a take-back, leaves them out. */
export function remembering(before: NamingTargets, after: Inspection): Inspection {
  if (after.targets === before.targets && after.formerPersons === before.formerPersons) return after;
  const persons = arePersons(everNamed(before));
  const named = arePersons(after.targets).map(({ name }) => name);
  return { ...after, formerPersons: persons.filter(({ name }) => !named.includes(name)) };
}
