import type { InspectionEvent } from "../../domain/inspection/events.js";
import { type Inspection, isCounted, unitIdsOf } from "../../domain/inspection/inspection.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";

const MEASURES = {
  INSPECTIONS_LED: count(
    ["UNIT", "INSPECTION_KIND"],
    "Cuộc thanh tra, kiểm tra chủ trì",
    "Inspections and checks that the unit led.",
  ),
  INSPECTIONS_COORDINATED: count(
    ["UNIT", "INSPECTION_KIND"],
    "Cuộc thanh tra, kiểm tra phối hợp",
    "Inspections and checks in which the unit took part under another's lead, once for each such unit.",
  ),
  INSPECTION_TARGETS: count(
    ["UNIT", "INSPECTION_KIND"],
    "Đối tượng thanh tra, kiểm tra",
    "Those that were inspected, for the unit in the lead.",
  ),
};

/** Counted on the day of the decision. Bodies outside the register have no figures. */
export const inspectionTally: Tally<Inspection, Recorded<InspectionEvent>, EntryOf<typeof MEASURES>> = {
  record: "Inspection",
  streams: ["inspection"],
  measures: MEASURES,
  causes: { InspectionAmended: "CORRECTED", InspectionCancelled: "CORRECTED", InspectionVoided: "VOIDED" },
  idOf: ({ inspectionId }) => inspectionId,
  counts(state) {
    const { kind, lead, coordinators, targets, decidedOn: on } = state;
    if (on === null || !isCounted(state)) return [];
    const common = { INSPECTION_KIND: kind, on };
    return [
      ...unitIdsOf([lead]).flatMap(
        (UNIT) =>
          [
            { measure: "INSPECTIONS_LED", UNIT, amount: 1, ...common },
            { measure: "INSPECTION_TARGETS", UNIT, amount: targets.length, ...common },
          ] as const,
      ),
      ...unitIdsOf(coordinators).map(
        (UNIT) => ({ measure: "INSPECTIONS_COORDINATED", UNIT, amount: 1, ...common }) as const,
      ),
    ];
  },
};
