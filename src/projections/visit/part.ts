import { localDateOf } from "../../domain/kernel/time.js";
import { found } from "../table/foundTexts.js";
import { visitOwes } from "../../domain/visit/dues.js";
import { owed, owedBy } from "../table/due.js";
import { recordPart } from "../table/recordPart.js";
import { visitCounts } from "./counts.js";
import { visitDuplicates } from "./duplicates.js";
import { reportersPart } from "../reporter/part.js";
import { unitsPart } from "../unit/part.js";
import { visitTable } from "./table.js";

/** Visits, their probable duplicates and their figures: one part, as each follows the visit. */
export const visitsPart = recordPart({
  name: "visits",
  source: import.meta.url,
  table: visitTable,
  found: {
    by: (visit) => ({
      since: localDateOf(visit.registeredAt),
      texts: [
        ...found("SUBJECT", visit.subject),
        ...visit.pressItems.flatMap(({ title }) => found("PRESS_ITEM", title)),
      ],
    }),
  },
  followers: [visitDuplicates, visitCounts, owed("Visit", visitOwes)],
  ownRows: [owedBy("Visit")],
  /** Whose visits are one person's, or one unit's. */
  reads: [unitsPart, reportersPart],
});
