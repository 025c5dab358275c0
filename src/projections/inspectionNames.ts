import { titleWithoutPersons } from "../domain/inspection/content.js";
import type { Body, DecidedContent, InspectionTarget, PlannedContent } from "../domain/inspection/inspection.js";

/** An inspection, as far as it names anybody. */
interface NamingTargets {
  readonly content: PlannedContent | DecidedContent;
  /** Persons and household businesses that it named before, and names no more. */
  readonly formerPersons: readonly InspectionTarget[];
}

const isPerson = ({ kind }: InspectionTarget): boolean => kind !== "ORGANISATION";

/** Its targets, and the persons who were: its title and its texts may speak of them still. */
export const everNamed = ({ content, formerPersons }: NamingTargets): readonly InspectionTarget[] => [
  ...content.targets,
  ...formerPersons,
];

/** The title for those who may not read the names of offenders. */
export const titleForAll = (detail: NamingTargets): string =>
  titleWithoutPersons({ ...detail.content, targets: everNamed(detail) });

/** Who was named before is spoken of in the texts still, so persons are kept when a correction leaves them out. */
export function remembering<T extends NamingTargets>(before: NamingTargets, after: T): T {
  const persons = everNamed(before).filter(isPerson);
  const named = after.content.targets.filter(isPerson).map(({ name }) => name);
  return { ...after, formerPersons: persons.filter(({ name }) => !named.includes(name)) };
}

/** The units of the register among these bodies. */
export const unitIdsOf = (bodies: readonly Body[]): string[] => bodies.flatMap(({ unitId }) => unitId ?? []);
