import { inspectionHistory } from "../../domain/inspection/events.js";
import { type Inspection, type InspectionTarget, sortOn } from "../../domain/inspection/inspection.js";
import { everNamed, personsNamed, titleForAll, withoutNamesOf } from "../../domain/inspection/names.js";
import { counted } from "../figures/counted.js";
import { inspectionTally } from "./figures.js";
import { inspectionRecommendations } from "./recommendations.js";
import { inspectionTable } from "./table.js";
import { persons, personsAs } from "../table/persons.js";
import { found, foundNumber, foundParty } from "../table/foundTexts.js";
import { inspectionOwes } from "../../domain/inspection/dues.js";
import { owed, owedBy } from "../table/due.js";
import { recordPart } from "../table/recordPart.js";

const idsOf = (targets: readonly InspectionTarget[]): readonly string[] => targets.map(({ targetId }) => targetId);

const targetsInPerson = (state: Inspection): readonly string[] => idsOf(personsNamed(state));

/** Whoever turns out to be a person was named by earlier titles as well, under the name of then. */
function hidden(before: Inspection, after: Inspection): ((title: string) => string) | undefined {
  const known = targetsInPerson(before);
  const found = personsNamed(after).filter(({ targetId }) => !known.includes(targetId));
  if (found.length === 0) return undefined;
  const then = before.targets.filter(({ targetId }) => idsOf(found).includes(targetId));
  return (title) => withoutNamesOf([...found, ...then], title);
}

/** Inspections with what they are found by, their recommendations and their figures. */
export const inspectionsPart = recordPart({
  name: "inspections",
  source: import.meta.url,
  table: inspectionTable,
  found: {
    by: (state) => ({
      since: state.begunOn < sortOn(state) ? state.begunOn : sortOn(state),
      texts: [
        ...found("TITLE", state.title, { open: titleForAll(state) }),
        ...foundNumber("DECISION_NUMBER", state.decisionNumber, { day: state.decidedOn }),
        ...foundNumber("CONCLUSION_NUMBER", state.conclusion?.number, { day: state.conclusion?.signedOn ?? null }),
        ...foundNumber("PLAN", state.plan),
        ...everNamed(state).flatMap((target) => foundParty("TARGET", { as: "TARGET", ref: target.targetId }, target)),
      ],
    }),
    hidden,
  },
  followers: [
    inspectionRecommendations,
    counted(inspectionTally, inspectionHistory),
    persons("TARGET", targetsInPerson),
    owed("Inspection", inspectionOwes),
  ],
  ownRows: [personsAs("TARGET"), owedBy("Inspection")],
});
