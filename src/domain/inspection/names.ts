import { withInitialsOf } from "../kernel/names.js";
import type { Inspection, InspectionTarget } from "./inspection.js";

/** Whom an inspection names. Its title and its texts may speak of persons whom a correction has left out since. */

type NamingTargets = Pick<Inspection, "content" | "formerPersons">;

const isPerson = ({ kind }: InspectionTarget): boolean => kind !== "ORGANISATION";

/** Its targets, and the persons who were. */
export const everNamed = ({ content, formerPersons }: NamingTargets): readonly InspectionTarget[] => [
  ...content.targets,
  ...formerPersons,
];

/** The title for those who may not read the names of offenders: its persons and household businesses by their initials. */
export const titleForAll = (inspection: NamingTargets): string =>
  everNamed(inspection)
    .filter(isPerson)
    .reduce((shown, { name }) => withInitialsOf(name, shown), inspection.content.title);

/** Who was named before is spoken of in the texts still, so persons are kept when a correction leaves them out. */
export function remembering(before: NamingTargets, after: Inspection): Inspection {
  if (after.content === before.content) return after;
  const persons = everNamed(before).filter(isPerson);
  const named = after.content.targets.filter(isPerson).map(({ name }) => name);
  return { ...after, formerPersons: persons.filter(({ name }) => !named.includes(name)) };
}
