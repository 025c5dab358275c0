import { localDateOf } from "../../domain/kernel/time.js";
import type { OversightEvent } from "../../domain/oversight/events.js";
import type { Oversight } from "../../domain/oversight/oversight.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const MEASURES = {
  SUPERVISIONS: count([], "Số cuộc giám sát", "Supervisions with a session, on its day."),
  UNITS_SUPERVISED: count(["UNIT"], "Lượt đơn vị chịu sự giám sát", "Each unit of each of them."),
  OVERSIGHT_RECOMMENDATIONS: count(["UNIT"], "Kiến nghị giám sát", "Recommendations, by their addressee."),
  OVERSIGHT_RECOMMENDATIONS_ACCEPTED: count(["UNIT"], "Kiến nghị được tiếp thu", "Those that the addressee accepted."),
  OVERSIGHT_RECOMMENDATIONS_DONE: count(
    ["UNIT"],
    "Kiến nghị đã thực hiện",
    "Those reported as carried out, or confirmed.",
  ),
};

type Counted = Version<Oversight>;

export const oversightTally: Tally<Counted, Recorded<OversightEvent>, EntryOf<typeof MEASURES>> = {
  record: "Oversight",
  streams: ["oversight"],
  measures: MEASURES,
  causes: { OversightCorrected: "CORRECTED", OversightVoided: "VOIDED" },
  idOf: ({ id }) => id,
  counts({ state: { status, sessionAt, concludedOn, supervisedIds, recommendations } }) {
    if (sessionAt === null || status === "VOIDED" || status === "CANCELLED") return [];
    const on = localDateOf(sessionAt);
    return [
      { measure: "SUPERVISIONS", on, amount: 1 } as const,
      ...supervisedIds.map((UNIT) => ({ measure: "UNITS_SUPERVISED", UNIT, on, amount: 1, part: UNIT }) as const),
      ...recommendations.flatMap(({ recommendationId: part, unitId: UNIT, response, responseOn, doneOn }) => [
        { measure: "OVERSIGHT_RECOMMENDATIONS", UNIT, on: concludedOn ?? on, amount: 1, part } as const,
        ...(response === "ACCEPTED" && responseOn !== null
          ? [{ measure: "OVERSIGHT_RECOMMENDATIONS_ACCEPTED", UNIT, on: responseOn, amount: 1, part } as const]
          : []),
        ...(doneOn === null
          ? []
          : [{ measure: "OVERSIGHT_RECOMMENDATIONS_DONE", UNIT, on: doneOn, amount: 1, part } as const]),
      ]),
    ];
  },
};
