import { seizureHistory } from "../../domain/seizure/events.js";
import { counted } from "../figures/counted.js";
import { seizureTally } from "./figures.js";
import { seizureLines } from "./lines.js";
import { seizureSteps } from "./steps.js";
import { seizureTable } from "./table.js";
import { found, foundNumber } from "../table/foundTexts.js";
import { seizureOwes } from "../../domain/seizure/dues.js";
import { owed, owedBy } from "../table/due.js";
import { recordPart } from "../table/recordPart.js";

/** Seizures, the lines of their inventories, the chain of custody, and what they count for. */
export const seizuresPart = recordPart({
  name: "seizures",
  source: import.meta.url,
  table: seizureTable,
  found: {
    by: ({ lines, minutesNumber, decisionNumber, seizedOn }) => ({
      since: seizedOn,
      texts: [
        ...[...new Set(lines.map(({ title }) => title))].flatMap((title) => found("EXHIBIT", title)),
        ...[...new Set(lines.map(({ isbn }) => isbn))].flatMap((isbn) => found("ISBN", isbn, { sort: "SERIAL" })),
        ...foundNumber("MINUTES_NUMBER", minutesNumber, { day: seizedOn }),
        ...foundNumber("DECISION_NUMBER", decisionNumber, { day: seizedOn }),
      ],
    }),
  },
  followers: [seizureLines, seizureSteps, counted(seizureTally, seizureHistory), owed("Seizure", seizureOwes)],
  ownRows: [owedBy("Seizure")],
});
