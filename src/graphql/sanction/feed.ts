import { ref } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { sanction } from "../../domain/sanction/record.js";
import { feedOf } from "../derive/feeds.js";
import { SanctionType } from "./types.js";

const issuerId = ref(
  "Unit",
  say("cơ quan ban hành", "issuer"),
  "Only decisions that this unit issued, or one that has become one with it.",
);

export const SanctionFeedResolver = feedOf(sanction, {
  type: SanctionType,
  called: { one: "a decision", many: "decisions (with their fines and complaints)" },
  find: ({ sanctions }, id, at) => sanctions.get(id, at),
  units: ({ state }) => [state.issuer.unitId],
  only: ["issuerId", issuerId],
});
