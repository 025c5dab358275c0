import { type CommandMeta, firstRefusal, type Policy } from "../kernel/decider.js";
import { notInFuture, occurrenceRefusals, timePolicies } from "../kernel/occurrence.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import { changesOf, dayOfNames, givenAsAmended, isDecisionGiven } from "./content.js";
import { contentPolicies, decisionPolicies } from "./contentPolicies.js";
import {
  type DecideInspection,
  type InspectionState,
  type InspectionStep,
  isDecided,
  type PlanInspection,
} from "./inspection.js";
import { mayEndWithMinutes } from "./kinds.js";
import { recommendationPolicies } from "./recommendationPolicies.js";
import { inspectionRefusals } from "./refusals.js";
import type { StepPolicy } from "./stepPolicy.js";
import { INSPECTION_STATUSES, type InspectionStatus } from "./terms.js";

// Plan and decide ---------------------------------------------------------------------------------------------------

interface Beginning<C> {
  readonly command: C;
  readonly state: InspectionState;
}

const targetIdsOf = (state: InspectionState): string[] =>
  state.status === "NONE" ? [] : state.content.targets.map((target) => target.targetId);

/** A paper that is entered on a later day than it was signed is entered late, whatever `occurredAt` says. */
function paperIsDatedWell(day: LocalDate, { occurredAt, now, lateEntryReason }: CommandMeta, path: Path) {
  if (day > localDateOf(occurredAt)) return inspectionRefusals.INSPECTION_PAPER_DAY_AHEAD(path);
  const unexplained = day < localDateOf(now) && !lateEntryReason?.trim();
  return unexplained ? occurrenceRefusals.LATE_ENTRY_NEEDS_REASON(["lateEntryReason"]) : undefined;
}

export const planPolicies: readonly Policy<Beginning<PlanInspection>>[] = [
  ({ command }) => firstRefusal(timePolicies, command),
  function plannedContentHolds({ command: { data, meta } }) {
    const { given } = data;
    const days = { kindOn: given.onSite.from, unitsOn: localDateOf(meta.occurredAt) };
    return firstRefusal(contentPolicies, { given, ...days, targetIds: [] });
  },
];

const CONCLUDED: readonly InspectionStatus[] = ["CONCLUDED", "PUBLISHED", "IMPLEMENTING", "DONE", "CLOSED"];

export const decidePolicies: readonly Policy<Beginning<DecideInspection>>[] = [
  ({ command }) => firstRefusal(timePolicies, command),
  function decisionIsDatedWell({ command: { data, meta } }) {
    return paperIsDatedWell(data.given.decidedOn, meta, ["decidedOn"]);
  },
  function isOpenPlan({ state }) {
    if (state.status === "NONE" || state.status === "PLANNED") return undefined;
    return inspectionRefusals.INSPECTION_STATUS_FORBIDS(["plannedInspectionId"], state.status);
  },
  function decidedAfterPlan({ command, state }) {
    if (state.status === "NONE" || state.lastStepOn <= command.data.given.decidedOn) return undefined;
    return inspectionRefusals.INSPECTION_STEP_OUT_OF_ORDER(["decidedOn"], state.lastStepOn);
  },
  function reinspectedWasConcluded({ command: { data } }) {
    if (data.reinspects === null || CONCLUDED.includes(data.reinspects.status)) return undefined;
    return inspectionRefusals.REINSPECTION_OF_UNCONCLUDED(["reinspectsId"]);
  },
  function decidedContentHolds({ command, state }) {
    const { given } = command.data;
    const days = { kindOn: given.decidedOn, unitsOn: given.decidedOn };
    return firstRefusal(decisionPolicies, { given, ...days, targetIds: targetIdsOf(state) });
  },
];

// Everything after --------------------------------------------------------------------------------------------------

const WITH_RESULT: readonly InspectionStatus[] = ["CONCLUDED", "PUBLISHED", "IMPLEMENTING", "DONE"];
const STANDING = INSPECTION_STATUSES.filter((status) => status !== "VOIDED");

/** In which states each command makes sense. */
const ALLOWED_IN: Readonly<Record<InspectionStep["type"], readonly InspectionStatus[]>> = {
  AnnounceInspection: ["DECIDED"],
  StartFieldwork: ["ANNOUNCED"],
  ExtendInspection: ["ANNOUNCED", "IN_PROGRESS"],
  SuspendInspection: ["IN_PROGRESS"],
  ResumeInspection: ["SUSPENDED"],
  EndFieldwork: ["IN_PROGRESS"],
  ReportInspection: ["FIELDWORK_ENDED"],
  DraftConclusion: ["REPORTED", "DRAFTED"],
  ConcludeInspection: ["DRAFTED"],
  PublishConclusion: ["CONCLUDED"],
  StartImplementation: ["PUBLISHED"],
  RecordFinding: ["IN_PROGRESS", "SUSPENDED", "FIELDWORK_ENDED", "REPORTED", "DRAFTED", ...WITH_RESULT],
  MakeRecommendation: WITH_RESULT,
  RecordRecommendationProgress: WITH_RESULT,
  RecordCheckDone: ["DECIDED", "ANNOUNCED", "IN_PROGRESS"],
  CloseInspection: ["PUBLISHED", "IMPLEMENTING", "DONE"],
  CancelInspection: ["PLANNED", "DECIDED", "ANNOUNCED", "IN_PROGRESS", "SUSPENDED"],
  AmendInspection: STANDING,
  VoidInspection: STANDING,
};

type StepOf<T extends InspectionStep["type"]> = Extract<InspectionStep, { type: T }>;

const statusAllows: StepPolicy = ({ inspection, command }) =>
  ALLOWED_IN[command.type].includes(inspection.status)
    ? undefined
    : inspectionRefusals.INSPECTION_STATUS_FORBIDS(["inspectionId"], inspection.status);

/** A step cannot have been taken on an earlier day than the one it follows. */
const stepsInOrder: StepPolicy = ({ inspection: { lastStepOn }, command, meta }) => {
  const signed = command.type === "ConcludeInspection";
  const on = signed ? command.data.signedOn : localDateOf(meta.occurredAt);
  const path = signed ? "signedOn" : "occurredAt";
  return on < lastStepOn ? inspectionRefusals.INSPECTION_STEP_OUT_OF_ORDER([path], lastStepOn) : undefined;
};

const aStep: readonly StepPolicy[] = [...timePolicies, statusAllows, stepsInOrder];
/** A finding, a recommendation: each has its own rule of when. */
const aNote: readonly StepPolicy[] = [...timePolicies, statusAllows];
/** Corrections are made now, whenever the inspection was. */
const aCorrection: readonly StepPolicy[] = [notInFuture, statusAllows];

const COMMON: { readonly [T in InspectionStep["type"]]?: readonly StepPolicy[] } = {
  RecordFinding: aNote,
  MakeRecommendation: aNote,
  RecordRecommendationProgress: aNote,
  AmendInspection: aCorrection,
  VoidInspection: aCorrection,
};

type Extra = { readonly [T in InspectionStep["type"]]?: readonly StepPolicy<StepOf<T>>[] };

/** The rules that one command has besides. */
const EXTRA: Extra = {
  ...recommendationPolicies,
  ExtendInspection: [
    function extensionIsLater({ inspection, command }) {
      const until = inspection.extendedUntil ?? inspection.content.onSite.to;
      return command.data.until <= until
        ? inspectionRefusals.INSPECTION_EXTENSION_NOT_LATER(["until"], until)
        : undefined;
    },
  ],
  ReportInspection: [
    function draftIsDueLater({ command: { data }, meta }) {
      const early = data.draftDueOn !== null && data.draftDueOn < localDateOf(meta.occurredAt);
      return early ? inspectionRefusals.INSPECTION_DRAFT_DUE_IN_PAST(["draftDueOn"]) : undefined;
    },
  ],
  ConcludeInspection: [
    function conclusionIsDatedWell({ command, meta }) {
      return paperIsDatedWell(command.data.signedOn, meta, ["signedOn"]);
    },
  ],
  RecordFinding: [
    function findingIsOfATarget({ inspection, command: { data } }) {
      const known = data.targetId === null || targetIdsOf(inspection).includes(data.targetId);
      return known ? undefined : inspectionRefusals.INSPECTION_TARGET_NOT_FOUND(["targetId"]);
    },
    function findingIsInTime({ inspection, meta }) {
      const on = localDateOf(meta.occurredAt);
      const from = inspection.startedOn ?? dayOfNames(inspection);
      const inTime = from <= on && (inspection.concludedOn === null || on <= inspection.concludedOn);
      return inTime ? undefined : inspectionRefusals.INSPECTION_FINDING_OUT_OF_TIME(["occurredAt"]);
    },
  ],
  RecordCheckDone: [
    function onlyACheckEndsWithMinutes({ inspection }) {
      const light = mayEndWithMinutes(inspection.content.kind);
      return light ? undefined : inspectionRefusals.INSPECTION_NEEDS_CONCLUSION(["inspectionId"]);
    },
  ],
  CloseInspection: [
    function recommendationsAreVerified({ inspection }) {
      const open = inspection.recommendations.filter((one) => one.state !== "VERIFIED").length;
      return open === 0 ? undefined : inspectionRefusals.RECOMMENDATIONS_OPEN(["inspectionId"], open);
    },
  ],
  AmendInspection: [
    function decisionIsThereToAmend({ inspection, command: { data } }) {
      if (isDecided(inspection.content)) return undefined;
      const fields = ["decisionNumber", "decidedOn", "team", "periodExamined"] as const;
      const early = fields.find((field) => data.given[field] !== null);
      return early && inspectionRefusals.INSPECTION_NOT_DECIDED_YET([early]);
    },
    function decisionStaysBeforeItsSteps({ inspection: { firstStepOn }, command: { data }, meta }) {
      const day = data.given.decidedOn;
      if (day === null) return undefined;
      if (day > localDateOf(meta.now)) return inspectionRefusals.INSPECTION_PAPER_DAY_AHEAD(["decidedOn"]);
      return firstStepOn !== null && day > firstStepOn
        ? inspectionRefusals.INSPECTION_DECIDED_AFTER_STEPS(["decidedOn"], firstStepOn)
        : undefined;
    },
    function targetsWithFindingsStay({ inspection, command: { data } }) {
      const kept = data.given.targets?.map((target) => target.targetId);
      const lost = kept && inspection.findings.some((one) => one.targetId !== null && !kept.includes(one.targetId));
      return lost ? inspectionRefusals.INSPECTION_TARGET_HAS_FINDINGS(["targets"]) : undefined;
    },
    function amendedContentHolds({ inspection, command }): Refusal | undefined {
      const given = givenAsAmended(command.data, inspection);
      const targetIds = targetIdsOf(inspection);
      if (isDecisionGiven(given)) {
        const days = { kindOn: given.decidedOn, unitsOn: given.decidedOn };
        return firstRefusal(decisionPolicies, { given, ...days, targetIds });
      }
      const days = { kindOn: given.onSite.from, unitsOn: dayOfNames(inspection) };
      return firstRefusal(contentPolicies, { given, ...days, targetIds });
    },
    function somethingChanges({ inspection, command }) {
      const nothing = Object.keys(changesOf(command.data, inspection)).length === 0;
      return nothing ? inspectionRefusals.INSPECTION_AMENDMENT_CHANGES_NOTHING([]) : undefined;
    },
  ],
  VoidInspection: [
    function notItself({ inspection, command: { data } }) {
      const itself = data.duplicateOf?.inspectionId === inspection.inspectionId;
      return itself ? inspectionRefusals.INSPECTION_DUPLICATE_OF_ITSELF(["duplicateOfId"]) : undefined;
    },
    function otherStands({ command: { data } }) {
      const voided = data.duplicateOf?.status === "VOIDED";
      return voided ? inspectionRefusals.OTHER_INSPECTION_VOIDED(["duplicateOfId"]) : undefined;
    },
  ],
};

/** All rules that a command on an inspection must pass, in the order in which they are asked. */
export function policiesFor(type: InspectionStep["type"]): readonly StepPolicy[] {
  return [...(COMMON[type] ?? aStep), ...((EXTRA[type] ?? []) as readonly StepPolicy[])];
}
