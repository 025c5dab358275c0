import { viDay } from "../../domain/kernel/words.js";
import { violationCaseHistory } from "../../domain/violationCase/events.js";
import { isPerson } from "../../domain/law/terms.js";
import type { ViolationCase } from "../../domain/violationCase/violationCase.js";
import { counted } from "../figures/counted.js";
import { persons, personsAs } from "../table/persons.js";
import { found, foundNumber, foundParty } from "../table/foundTexts.js";
import { violationCaseOwes } from "../../domain/violationCase/dues.js";
import { owed, owedBy } from "../table/due.js";
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
  found: {
    by: ({ detectedOn, minutes, parties, violations }) => ({
      since: detectedOn,
      texts: [
        // Until there are minutes, a case is called by the day of its detection: what was found then is not for all.
        ...(minutes === null
          ? found("DAY", `Phát hiện ngày ${viDay(detectedOn)}`, { day: detectedOn })
          : foundNumber("MINUTES_NUMBER", minutes.number, { day: minutes.madeOn })),
        ...parties.flatMap((party) => foundParty("PARTY", { as: "PARTY", ref: party.partyId }, party)),
        ...[...new Set(violations.map(({ title }) => title))].flatMap((title) => found("PUBLICATION", title)),
      ],
    }),
  },
  followers: [
    counted(violationCaseTally, violationCaseHistory),
    persons("PARTY", personsIn),
    owed("ViolationCase", violationCaseOwes),
  ],
  ownRows: [personsAs("PARTY"), owedBy("ViolationCase")],
});
