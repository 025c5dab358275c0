import { firstRefusal } from "../kernel/decider.js";
import { many, optional, ref } from "../kernel/fields.js";
import { isNone } from "../kernel/history.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { decidedContent, plannedContent } from "./content.js";
import { contentRules, decisionHolds } from "./contentRules.js";
import type { InspectionEvent } from "./events.js";
import * as fields from "./fields.js";
import type { Inspection, InspectionFact, TakingPart } from "./inspection.js";
import { inspectionRefusals } from "./refusals.js";
import { inOrder, paperIsDatedWell, targetIdsOf } from "./rules.js";
import type { InspectionStatus } from "./terms.js";

const { begin, beginOrGoOn } = stepsOf<Inspection, InspectionEvent, "inspectionId">();

const CONCLUDED: readonly InspectionStatus[] = ["CONCLUDED", "PUBLISHED", "IMPLEMENTING", "DONE", "CLOSED"];

/** How an inspection begins: planned, decided, decided again. */
export const decisionSteps = {
  PlanInspection: begin({
    does: say("đưa cuộc thanh tra, kiểm tra vào kế hoạch", "plan an inspection"),
    note: "It counts once it is decided.",
    begins: "inspection",
    fields: {
      ...fields.CONTENT,
      plan: fields.plan,
      targets: optional(
        many(
          fields.TARGET,
          fields.targets.words,
          { most: fields.TARGETS, least: 0 },
          "Whom it is to examine, as far as planned.",
        ),
      ),
    },
    looked: looked<TakingPart>(),
    rules: [
      function plannedContentHolds({ data, meta }) {
        const days = { kindOn: data.onSite.from, unitsOn: localDateOf(meta.occurredAt) };
        return firstRefusal(contentRules, { given: data, ...days, targetIds: [] });
      },
    ],
    tells: {
      InspectionPlanned: ({ data, meta }) => ({
        plan: data.plan,
        content: plannedContent(data, localDateOf(meta.occurredAt)),
      }),
    },
  }),
  DecideInspection: beginOrGoOn({
    does: say("ban hành quyết định thanh tra, kiểm tra", "issue the decision to inspect"),
    note:
      "Planned or not; from then on it counts, on the day of the decision. Other inspections of a target in that year " +
      "are on the inspection returned.",
    begins: "inspection",
    named: "plannedInspectionId",
    from: ["PLANNED"],
    fields: {
      ...fields.DECISION,
      plannedInspectionId: optional(
        ref("Inspection", say("cuộc đã có trong kế hoạch", "the planned inspection"), "Absent: unplanned (đột xuất)."),
      ),
    },
    looked: looked<TakingPart>(),
    rules: [
      function decisionIsDatedWell({ data, meta }) {
        return paperIsDatedWell(data.decidedOn, meta, ["decidedOn"]);
      },
      function decidedAfterPlan({ state, data }) {
        return isNone(state) ? undefined : inOrder(data.decidedOn, state, ["decidedOn"]);
      },
      function decidedContentHolds({ state, data }) {
        return decisionHolds(data, isNone(state) ? [] : targetIdsOf(state));
      },
    ],
    tells: { InspectionDecided: ({ data }) => ({ content: decidedContent(data), reinspectsId: null }) },
  }),
  Reinspect: begin({
    type: "DecideInspection",
    does: say("ban hành quyết định thanh tra, kiểm tra lại", "inspect again"),
    note: "A concluded inspection is done again (thanh tra lại): a new one, decided, that names the old.",
    begins: "inspection",
    fields: {
      ...fields.DECISION,
      reinspectsId: ref("Inspection", say("cuộc được thanh tra, kiểm tra lại", "the concluded inspection")),
    },
    looked: looked<TakingPart & { readonly reinspects: InspectionFact }>(),
    rules: [
      function decisionIsDatedWell({ data, meta }) {
        return paperIsDatedWell(data.decidedOn, meta, ["decidedOn"]);
      },
      function reinspectedWasConcluded({ data }) {
        const concluded = CONCLUDED.includes(data.reinspects.status);
        return concluded ? undefined : inspectionRefusals.REINSPECTION_OF_UNCONCLUDED(["reinspectsId"]);
      },
      function decidedContentHolds({ data }) {
        return decisionHolds(data, []);
      },
    ],
    tells: {
      InspectionDecided: ({ data }) => ({ content: decidedContent(data), reinspectsId: data.reinspects.inspectionId }),
    },
  }),
};
