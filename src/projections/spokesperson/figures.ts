import type { SpokespersonEvent } from "../../domain/spokesperson/events.js";
import type { Spokesperson } from "../../domain/spokesperson/spokesperson.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const MEASURES = {
  SPOKESPERSONS_APPOINTED: count(
    ["UNIT"],
    "Phân công, ủy quyền phát ngôn",
    "Appointments and authorisations to speak, on the day from which they hold.",
  ),
  SPOKESPERSONS_PUBLISHED: count(["UNIT"], "Người phát ngôn đã công bố", "Those published, on that day."),
};

type Counted = Version<Spokesperson>;

export const spokespersonTally: Tally<Counted, Recorded<SpokespersonEvent>, EntryOf<typeof MEASURES>> = {
  record: "Spokesperson",
  streams: ["spokesperson"],
  measures: MEASURES,
  causes: { SpokespersonCorrected: "CORRECTED", SpokespersonVoided: "VOIDED" },
  idOf: ({ id }) => id,
  counts({ state: { status, unitId: UNIT, from: on, publishedOn } }) {
    if (status === "VOIDED") return [];
    return [
      { measure: "SPOKESPERSONS_APPOINTED", UNIT, on, amount: 1 } as const,
      ...(publishedOn === null
        ? []
        : [{ measure: "SPOKESPERSONS_PUBLISHED", UNIT, on: publishedOn, amount: 1 } as const]),
    ];
  },
};
