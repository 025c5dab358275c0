import { firstRefusal } from "../kernel/decider.js";
import { many, meantEmpty, noted, optional, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { localDateOf } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { UnitFact } from "../unit/unit.js";
import { contentAsAmended, givenAsAmended, isDecisionGiven } from "./content.js";
import { contentRules, decisionHolds } from "./contentRules.js";
import type { InspectionEvent } from "./events.js";
import * as fields from "./fields.js";
import {
  dayOfNames,
  type Inspection,
  type InspectionFact,
  isDecided,
  OF_DECISION,
  type TakingPart,
} from "./inspection.js";
import { inspectionRefusals } from "./refusals.js";
import { NOT_VOIDED, targetIdsOf } from "./rules.js";

const { correction, step } = stepsOf<Inspection, InspectionEvent, "inspectionId">();

/** What was entered wrongly, corrected or taken back. */
export const correctionSteps = {
  AmendInspection: correction({
    event: "InspectionAmended",
    note: "The earlier record stays in the history.",
    reason: fields.reason,
    fields: {
      ...{ kind: fields.kind, title: fields.title, lead: fields.lead },
      // None: nobody coordinates any more. No team at all is refused, but it is not an absent one.
      coordinators: meantEmpty(noted(fields.coordinators, "All of them, told again.")),
      targets: noted(fields.targets, "All of them, told again; those that stay with their `targetId`."),
      onSite: fields.onSite,
      decisionNumber: fields.decisionNumber,
      decidedOn: fields.decidedOn,
      team: meantEmpty(many(fields.MEMBER, fields.team.words, { most: fields.TEAM, least: 0 })),
      periodExamined: fields.periodExamined,
    },
    looked: looked<
      { readonly [K in keyof TakingPart]: TakingPart[K] | null } & {
        /** The units that take part already, as the register has them now. */
        readonly standing: readonly UnitFact[];
      }
    >(),
    from: NOT_VOIDED,
    rules: [
      function decisionIsThereToAmend({ state, data }) {
        if (isDecided(state)) return undefined;
        const early = OF_DECISION.find((field) => data[field] !== null);
        return early && inspectionRefusals.INSPECTION_NOT_DECIDED_YET([early]);
      },
      function decisionStaysBeforeItsSteps({ state: { firstStepOn }, data: { decidedOn }, meta }) {
        if (decidedOn === null) return undefined;
        if (decidedOn > localDateOf(meta.now)) return inspectionRefusals.INSPECTION_PAPER_DAY_AHEAD(["decidedOn"]);
        return firstStepOn !== null && decidedOn > firstStepOn
          ? inspectionRefusals.INSPECTION_DECIDED_AFTER_STEPS(["decidedOn"], firstStepOn)
          : undefined;
      },
      function targetsWithFindingsStay({ state, data }) {
        const kept = data.targets?.map((target) => target.targetId);
        const lost = kept && state.findings.some((one) => one.targetId !== null && !kept.includes(one.targetId));
        return lost ? inspectionRefusals.INSPECTION_TARGET_HAS_FINDINGS(["targets"]) : undefined;
      },
      function amendedContentHolds({ state, data }) {
        const given = givenAsAmended(data, state);
        const targetIds = targetIdsOf(state);
        if (isDecisionGiven(given)) return decisionHolds(given, targetIds);
        const days = { kindOn: given.onSite.from, unitsOn: dayOfNames(state) };
        return firstRefusal(contentRules, { given, ...days, targetIds });
      },
    ],
    wanted: ({ state, data }) => contentAsAmended(data, state),
  }),
  VoidInspection: step({
    does: say("hủy hồ sơ nhập nhầm", "void the record"),
    note: "An inspection that was entered twice or in error; it counts for nothing any more.",
    corrects: true,
    fields: {
      reason: fields.reason,
      duplicateOfId: optional(
        ref("Inspection", say("hồ sơ được giữ lại", "the record that stands"), "It was entered twice."),
      ),
    },
    looked: looked<{ readonly duplicateOf: InspectionFact | null }>(),
    from: NOT_VOIDED,
    rules: [
      function notItself({ state, data }) {
        const itself = data.duplicateOf?.inspectionId === state.inspectionId;
        return itself ? inspectionRefusals.INSPECTION_DUPLICATE_OF_ITSELF(["duplicateOfId"]) : undefined;
      },
      function otherStands({ data }) {
        const voided = data.duplicateOf?.status === "VOIDED";
        return voided ? inspectionRefusals.OTHER_INSPECTION_VOIDED(["duplicateOfId"]) : undefined;
      },
    ],
    event: "InspectionVoided",
    besides: ({ data: { duplicateOf } }) => ({ duplicateOfId: duplicateOf?.inspectionId ?? null }),
  }),
};
