import { inspectionHistory } from "../../domain/inspection/events.js";
import type { Inspection, InspectionTarget } from "../../domain/inspection/inspection.js";
import { personsNamed, titleForAll, withoutNamesOf } from "../../domain/inspection/names.js";
import { counted } from "../figures/counted.js";
import { inspectionTally } from "./figures.js";
import { inspectionRecommendations } from "./recommendations.js";
import { inspectionTable } from "./table.js";
import { persons, personsAs } from "../table/persons.js";
import { recordPart } from "../table/recordPart.js";

const idsOf = (targets: readonly InspectionTarget[]): readonly string[] => targets.map(({ targetId }) => targetId);

const targetsInPerson = (state: Inspection): readonly string[] => idsOf(personsNamed(state));

/** Whoever turns out to be a person was named by earlier titles as well, under the name of then. */
function hidden(before: Inspection, after: Inspection): ((title: string) => string) | undefined {
  const known = targetsInPerson(before);
  const found = personsNamed(after).filter(({ targetId }) => !known.includes(targetId));
  if (found.length === 0) return undefined;
  const then = before.content.targets.filter(({ targetId }) => idsOf(found).includes(targetId));
  return (title) => withoutNamesOf([...found, ...then], title);
}

/** Inspections with what they are found by, their recommendations and their figures. */
export const inspectionsPart = recordPart({
  name: "inspections",
  source: import.meta.url,
  table: inspectionTable,
  // Whoever searches: nobody learns by a name that somebody was inspected.
  found: { kind: "INSPECTION", by: (state) => ({ title: titleForAll(state) }), hidden },
  followers: [
    inspectionRecommendations,
    counted(inspectionTally, inspectionHistory),
    persons("TARGET", targetsInPerson),
  ],
  ownRows: [personsAs("TARGET")],
});
