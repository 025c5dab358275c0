import { actsForOneOf } from "../kernel/authority.js";
import type { CommandMeta, Policy } from "../kernel/decider.js";
import { notInFuture, occurrenceRefusals, timePolicies } from "../kernel/occurrence.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { localDateOf, type LocalDate } from "../kernel/time.js";
import { unitExistsOn } from "../unit/policies.js";
import type { UnitFact } from "../unit/unit.js";
import { changesOf, dayAsAmended } from "./changes.js";
import { documentsSuffice } from "./documents.js";
import { visitRefusals } from "./refusals.js";
import { VISIT_STATUSES, type VisitStatus } from "./terms.js";
import type { RegisterVisit, Visit, VisitorFact, VisitStep } from "./visit.js";

// Register ----------------------------------------------------------------------------------------------------------

const visitDay = ({ data, meta }: RegisterVisit): LocalDate => localDateOf(data.appointmentAt ?? meta.occurredAt);

export const registerPolicies: readonly Policy<RegisterVisit>[] = [
  ...timePolicies,
  function clerkIsOfAHost({ data, meta }) {
    return actsForOneOf(meta, idsOf(data.hosts), ["hostIds"]);
  },
  function eachHostOnce({ data }) {
    return hostsNamedOnce(data.hosts);
  },
  function eachReporterOnce({ data }) {
    return reportersNamedOnce(data.reporters);
  },
  function appointmentLiesAhead({ data, meta }) {
    const passed = data.appointmentAt !== null && data.appointmentAt <= meta.occurredAt;
    return passed ? visitRefusals.APPOINTMENT_HAS_PASSED(["appointmentAt"]) : undefined;
  },
  function hostsExistOnTheDay(command) {
    return allExistOn(command.data.hosts, visitDay(command), ["hostIds"]);
  },
  function appointmentHasNoResultYet({ data }) {
    const ahead = data.appointmentAt !== null && (data.documents ?? data.outcome) !== null;
    return ahead ? visitRefusals.APPOINTMENT_TAKES_NO_RESULT(["appointmentAt"]) : undefined;
  },
  function documentsBeforeOutcome({ data }) {
    return data.outcome && !data.documents ? visitRefusals.OUTCOME_NEEDS_DOCUMENTS(["documents"]) : undefined;
  },
  function documentsSufficeOnTheDay(command) {
    const { documents, reporters, hosts } = command.data;
    const facts = reporters.map((one) => one.reporter);
    return documents ? documentsSuffice(documents, facts, idsOf(hosts), visitDay(command)) : undefined;
  },
];

// Everything after ----------------------------------------------------------------------------------------------------

/** In which states each command makes sense. */
const ALLOWED_IN: Readonly<Record<VisitStep["type"], readonly VisitStatus[]>> = {
  ConfirmVisit: ["REGISTERED"],
  DeclineVisit: ["REGISTERED", "CONFIRMED", "ARRIVED"],
  RedirectVisit: ["REGISTERED", "CONFIRMED", "ARRIVED"],
  RecordArrival: ["REGISTERED", "CONFIRMED"],
  CheckDocuments: ["ARRIVED"],
  StartSession: ["DOCUMENTS_CHECKED"],
  RecordOutcome: ["DOCUMENTS_CHECKED", "IN_SESSION"],
  PromiseInformation: ["IN_SESSION", "COMPLETED", "FOLLOW_UP_OPEN"],
  FulfilPromise: ["IN_SESSION", "FOLLOW_UP_OPEN", "CLOSED"],
  CloseVisit: ["COMPLETED"],
  RecordNoShow: ["REGISTERED", "CONFIRMED"],
  CancelVisit: ["REGISTERED", "CONFIRMED"],
  AmendVisit: allBut("VOIDED"),
  JudgeVisitDuplicate: allBut("VOIDED"),
  VoidVisit: allBut("VOIDED"),
  LinkPressItem: ["ARRIVED", "DOCUMENTS_CHECKED", "IN_SESSION", "COMPLETED", "FOLLOW_UP_OPEN", "CLOSED", "DECLINED"],
  ReportObstacle: allBut("VOIDED"),
};

function allBut(excluded: VisitStatus): readonly VisitStatus[] {
  return VISIT_STATUSES.filter((status) => status !== excluded);
}

interface StepContext<C extends VisitStep = VisitStep> {
  readonly visit: Visit;
  readonly command: C;
  readonly meta: CommandMeta;
}
type StepPolicy<C extends VisitStep = VisitStep> = Policy<StepContext<C>>;

const clerkKeepsOwnVisits: StepPolicy = ({ visit, meta }) => actsForOneOf(meta, idsOf(visit.hosts), ["visitId"]);

const statusAllows: StepPolicy = ({ visit, command }) =>
  ALLOWED_IN[command.type].includes(visit.status)
    ? undefined
    : visitRefusals.VISIT_STATUS_FORBIDS(["visitId"], visit.status);

/** A step cannot have happened before the one it follows. */
const stepsInOrder: StepPolicy = ({ visit, meta }) =>
  meta.occurredAt < visit.lastStepAt ? visitRefusals.STEP_OUT_OF_ORDER(["occurredAt"], visit.lastStepAt) : undefined;

/** What a step of the visit itself needs; corrections are made now, whenever the visit was. */
const aStep: readonly StepPolicy[] = [...timePolicies, clerkKeepsOwnVisits, statusAllows, stepsInOrder];
const aCorrection: readonly StepPolicy[] = [notInFuture, clerkKeepsOwnVisits, statusAllows];

type StepOf<T extends VisitStep["type"]> = Extract<VisitStep, { type: T }>;
type Extra = { readonly [T in VisitStep["type"]]?: readonly StepPolicy<StepOf<T>>[] };

/** The rules that one command has besides. */
const EXTRA: Extra = {
  RedirectVisit: [
    function notToAHost({ visit, command }) {
      const already = idsOf(visit.hosts).includes(command.data.to.unitId);
      return already ? visitRefusals.REDIRECTED_TO_HOST(["toUnitId"]) : undefined;
    },
    function redirectedUnitExists({ command, meta }) {
      return unitExistsOn(command.data.to, localDateOf(meta.occurredAt), ["toUnitId"]);
    },
  ],
  RecordArrival: [
    function hostsExistOnArrival({ command, meta }) {
      return allExistOn(command.data.hosts, localDateOf(meta.occurredAt), ["hostIds"]);
    },
  ],
  CheckDocuments: [
    function documentsSufficeOnTheDay({ visit, command }) {
      const { documents, reporters } = command.data;
      const day = localDateOf(visit.arrivedAt ?? visit.lastStepAt);
      return documentsSuffice(documents, reporters, idsOf(visit.hosts), day);
    },
  ],
  PromiseInformation: [
    function promiseIsDueLater({ command, meta }) {
      const early = command.data.dueOn < localDateOf(meta.occurredAt);
      return early ? visitRefusals.PROMISE_DUE_IN_PAST(["dueOn"]) : undefined;
    },
  ],
  FulfilPromise: [
    function promiseIsOpen({ visit, command }) {
      const promise = visit.promises.find((one) => one.promiseId === command.data.promiseId);
      if (!promise) return visitRefusals.PROMISE_NOT_FOUND(["promiseId"]);
      return promise.fulfilled ? visitRefusals.PROMISE_FULFILLED(["promiseId"]) : undefined;
    },
  ],
  RecordNoShow: [
    function appointmentIsDue({ visit, meta }) {
      if (visit.appointmentAt === null) return visitRefusals.NO_APPOINTMENT(["visitId"]);
      return visit.appointmentAt > meta.occurredAt ? visitRefusals.APPOINTMENT_NOT_YET_DUE(["occurredAt"]) : undefined;
    },
  ],
  AmendVisit: [
    function amendedHostsOnce({ command }) {
      return command.data.hosts ? hostsNamedOnce(command.data.hosts) : undefined;
    },
    function amendedReportersOnce({ command }) {
      return command.data.reporters ? reportersNamedOnce(command.data.reporters) : undefined;
    },
    function amendedArrivalIsPossible({ visit, command, meta }) {
      const { arrivedAt } = command.data;
      if (arrivedAt === null) return undefined;
      if (visit.arrivedAt === null) return visitRefusals.NOT_ARRIVED_YET(["arrivedAt"]);
      return arrivedAt > meta.now ? occurrenceRefusals.OCCURRED_IN_FUTURE(["arrivedAt"], meta.now) : undefined;
    },
    function amendedHostsExistOnTheDay({ visit, command }) {
      const { hosts } = command.data;
      return hosts ? allExistOn(hosts, dayAsAmended(command.data, visit), ["hostIds"]) : undefined;
    },
    function amendedVisitIsDocumented({ visit, command }) {
      const { hosts, reporters, documents, papersOf } = command.data;
      const day = dayAsAmended(command.data, visit);
      if (documents) return documentsSuffice(documents, papersOf, idsOf(hosts ?? visit.hosts), day);
      const asChecked = reporters === null && (visit.arrivedAt === null || day === localDateOf(visit.arrivedAt));
      const unneeded = asChecked || visit.documents.length === 0;
      return unneeded ? undefined : visitRefusals.AMENDMENT_NEEDS_DOCUMENTS(["documents"]);
    },
    function clerkStaysAHost({ command, meta }) {
      return command.data.hosts ? actsForOneOf(meta, idsOf(command.data.hosts), ["hostIds"]) : undefined;
    },
    function somethingChanges({ visit, command }) {
      const nothing = Object.keys(changesOf(command.data, visit)).length === 0;
      return nothing ? visitRefusals.AMENDMENT_CHANGES_NOTHING([]) : undefined;
    },
  ],
  JudgeVisitDuplicate: [
    function notItself({ visit, command }) {
      const itself = command.data.other.visitId === visit.visitId;
      return itself ? visitRefusals.DUPLICATE_OF_ITSELF(["otherVisitId"]) : undefined;
    },
    function otherStands({ command }) {
      return command.data.other.status === "VOIDED" ? visitRefusals.OTHER_VISIT_VOIDED(["otherVisitId"]) : undefined;
    },
    function somethingInCommon({ visit, command }) {
      const { hostIds, reporterIds } = command.data.other;
      const shared =
        visit.hosts.some((host) => hostIds.includes(host.unitId)) &&
        visit.reporters.some((reporter) => reporterIds.includes(reporter.reporterId));
      return shared ? undefined : visitRefusals.NOTHING_IN_COMMON(["otherVisitId"]);
    },
  ],
  LinkPressItem: [
    function publishedAlready({ command, meta }) {
      const ahead = command.data.publishedOn > localDateOf(meta.now);
      return ahead ? visitRefusals.PRESS_ITEM_NOT_PUBLISHED_YET(["publishedOn"]) : undefined;
    },
    function notYetLinked({ visit, command }) {
      const linked = visit.pressItemUrls.includes(command.data.url);
      return linked ? visitRefusals.PRESS_ITEM_LINKED(["url"]) : undefined;
    },
  ],
};

const CORRECTIONS: readonly VisitStep["type"][] = [
  "AmendVisit",
  "JudgeVisitDuplicate",
  "VoidVisit",
  "LinkPressItem",
  "ReportObstacle",
];

/** All rules that a command on a visit must pass, in the order in which they are asked. */
export function policiesFor(type: VisitStep["type"]): readonly StepPolicy[] {
  const common = CORRECTIONS.includes(type) ? aCorrection : aStep;
  return [...common, ...((EXTRA[type] ?? []) as readonly StepPolicy[])];
}

// Shared --------------------------------------------------------------------------------------------------------------

const idsOf = (units: readonly { readonly unitId: string }[]): string[] => units.map((unit) => unit.unitId);

function firstRepeated(ids: readonly string[]): number {
  return ids.findIndex((id, index) => ids.indexOf(id) !== index);
}

function hostsNamedOnce(hosts: readonly UnitFact[]): Refusal | undefined {
  const at = firstRepeated(idsOf(hosts));
  return at < 0 ? undefined : visitRefusals.HOST_NAMED_TWICE(["hostIds", at]);
}

function reportersNamedOnce(reporters: readonly VisitorFact[]): Refusal | undefined {
  const at = firstRepeated(reporters.map((one) => one.reporter.reporterId));
  return at < 0 ? undefined : visitRefusals.REPORTER_NAMED_TWICE(["reporterIds", at]);
}

function allExistOn(units: readonly UnitFact[], day: LocalDate, path: Path): Refusal | undefined {
  for (const [index, unit] of units.entries()) {
    const refusal = unitExistsOn(unit, day, [...path, index]);
    if (refusal) return refusal;
  }
  return undefined;
}
