import { violationCaseHistory } from "../../domain/violationCase/events.js";
import { isPerson } from "../../domain/law/terms.js";
import type { ViolationCase } from "../../domain/violationCase/violationCase.js";
import { counted } from "../figures/counted.js";
import { persons, personsAs } from "../table/persons.js";
import { recordPart } from "../table/recordPart.js";
import { violationCaseTally } from "./figures.js";
import { violationCaseTable } from "./table.js";

const personsIn = ({ parties }: ViolationCase): readonly string[] =>
  parties.filter(({ kind }) => isPerson(kind)).map(({ partyId }) => partyId);

/** Violation cases, their figures, and which of their parties are persons. */
export const violationCasesPart = recordPart({
  name: "violationCases",
  source: import.meta.url,
  table: violationCaseTable,
  followers: [counted(violationCaseTally, violationCaseHistory), persons("PARTY", personsIn)],
  ownRows: [personsAs("PARTY")],
});
