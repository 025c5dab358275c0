import { inspection } from "../../domain/inspection/record.js";
import { ref } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { feedOf } from "../derive/feeds.js";
import { InspectionType } from "./types.js";

const unitId = ref(
  "Unit",
  say("đơn vị chủ trì, phối hợp", "unit that leads or coordinates"),
  "Only inspections in which this unit, or one that has become one with it, leads or coordinates, before the event or " +
    "after it.",
);

export const InspectionFeedResolver = feedOf(inspection, {
  type: InspectionType,
  called: { one: "an inspection", many: "inspections" },
  find: ({ inspections }, id, at) => inspections.get(id, at),
  units: ({ state: { lead, coordinators } }) => [lead, ...coordinators].map((body) => body.unitId),
  only: ["unitId", unitId],
});
