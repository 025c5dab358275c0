import type { Role } from "../domain/kernel/actor.js";
import type { Path, Refusal } from "../domain/kernel/refusal.js";
import { localDateOf, nameOn } from "../domain/kernel/time.js";
import type { PressAgencyFact } from "../domain/pressAgency/pressAgency.js";
import { agencyOn } from "../domain/reporter/engagement.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { unitRefusals } from "../domain/unit/policies.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import type { AnswerForm, DeclineGround, DocumentKind, DuplicateVerdict, VisitTopic } from "../domain/visit/terms.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import { visitDecider } from "../domain/visit/decider.js";
import type * as visit from "../domain/visit/visit.js";
import { entityId } from "../eventstore/codec.js";
import type { Facts } from "./facts.js";
import type { CommandInput, CommandSpec, ResolveContext, Resolved } from "./spec.js";

const KEEPERS: readonly Role[] = ["CLERK", "PRESS_OFFICER", "ADMIN"];

const aggregate = { category: "visit", decider: visitDecider } as const;

export interface VisitInput extends CommandInput {
  readonly visitId: string;
}

/** A command on a visit that is there. */
function onVisit<I extends VisitInput, C extends visit.VisitStep>(
  type: C["type"],
  resolve: (input: I, context: ResolveContext<visit.VisitState>) => Resolved<Omit<C["data"], "visitId">>,
): CommandSpec<I, C, visit.VisitState> {
  return {
    type,
    may: KEEPERS,
    aggregate,
    entityId: (input) => input.visitId,
    resolve: (input, context) => {
      const resolved = resolve(input, context);
      if ("refusal" in resolved) return resolved;
      return { data: { visitId: input.visitId, ...resolved.data } as C["data"] };
    },
  };
}

// Register ----------------------------------------------------------------------------------------------------------

export interface DocumentInput {
  readonly reporterId: string;
  readonly kind: DocumentKind;
  readonly number?: string | null | undefined;
  readonly validTo?: string | null | undefined;
}

export interface OutcomeInput {
  readonly answerForm: AnswerForm;
  readonly summary: string;
  readonly peopleMet?: string | null | undefined;
  readonly recordingAllowed?: boolean | null | undefined;
}

export interface RegisterVisitInput extends CommandInput {
  readonly hostIds: readonly string[];
  readonly reporterIds: readonly string[];
  readonly topic: VisitTopic;
  readonly subject: string;
  readonly appointmentAt?: Date | null | undefined;
  readonly documents?: readonly DocumentInput[] | null | undefined;
  readonly outcome?: OutcomeInput | null | undefined;
}

export const registerVisit: CommandSpec<RegisterVisitInput, visit.RegisterVisit> = {
  type: "RegisterVisit",
  may: KEEPERS,
  aggregate,
  begins: "visit",
  resolve(input, { facts, meta, newId }) {
    const appointmentAt = input.appointmentAt?.toISOString() ?? null;
    const hosts = unitsOf(input.hostIds, facts, ["hostIds"]);
    if ("refusal" in hosts) return hosts;
    const day = localDateOf(appointmentAt ?? meta.occurredAt);
    const reporters = visitorsOf(input.reporterIds, day, facts, ["reporterIds"]);
    if ("refusal" in reporters) return reporters;
    return {
      data: {
        visitId: newId("visit"),
        hosts: hosts.data,
        reporters: reporters.data,
        topic: input.topic,
        subject: input.subject,
        appointmentAt,
        documents: input.documents?.map(documentGiven(facts)) ?? null,
        outcome: input.outcome ? outcomeOf(input.outcome) : null,
      },
    };
  },
  meantEmpty: ({ documents }) => ({ documents }), // they came and showed none
};

// Steps -------------------------------------------------------------------------------------------------------------

export const confirmVisit = onVisit<VisitInput, visit.ConfirmVisit>("ConfirmVisit", () => ({ data: {} }));

export interface DeclineVisitInput extends VisitInput {
  readonly ground: DeclineGround;
  readonly reason: string;
}
export const declineVisit = onVisit<DeclineVisitInput, visit.DeclineVisit>("DeclineVisit", ({ ground, reason }) => ({
  data: { ground, reason },
}));

export interface RedirectVisitInput extends VisitInput {
  readonly toUnitId: string;
  readonly reason: string;
}
export const redirectVisit = onVisit<RedirectVisitInput, visit.RedirectVisit>(
  "RedirectVisit",
  ({ toUnitId, reason }, { facts }) => {
    const to = facts.unit(toUnitId);
    return to ? { data: { to, reason } } : { refusal: unitRefusals.UNIT_NOT_FOUND(["toUnitId"]) };
  },
);

export const recordArrival = onVisit<VisitInput, visit.RecordArrival>("RecordArrival", (_input, { facts, state }) => {
  const hostIds = state.status === "NONE" ? [] : state.hosts.map(({ unitId }) => unitId);
  const hosts = unitsOf(hostIds, facts, ["hostIds"]);
  return "refusal" in hosts ? hosts : { data: { hosts: hosts.data } };
});

export interface CheckDocumentsInput extends VisitInput {
  readonly documents: readonly DocumentInput[];
}
export const checkDocuments = onVisit<CheckDocumentsInput, visit.CheckDocuments>(
  "CheckDocuments",
  ({ documents }, { facts, state }) => {
    const visitors = state.status === "NONE" ? [] : state.reporters;
    const reporters = visitors.flatMap(({ reporterId }) => facts.reporter(reporterId) ?? []);
    return { data: { documents: documents.map(documentGiven(facts)), reporters } };
  },
);

export const startVisitSession = onVisit<VisitInput, visit.StartSession>("StartSession", () => ({ data: {} }));

export interface RecordOutcomeInput extends VisitInput {
  readonly outcome: OutcomeInput;
}
export const recordVisitOutcome = onVisit<RecordOutcomeInput, visit.RecordOutcome>("RecordOutcome", ({ outcome }) => ({
  data: { outcome: outcomeOf(outcome) },
}));

export interface PromiseInformationInput extends VisitInput {
  readonly what: string;
  readonly dueOn: string;
}
/** The promise that a command makes. */
export const promiseIdOf = (commandId: string): string => entityId(commandId, "promise");

export const promiseInformation = onVisit<PromiseInformationInput, visit.PromiseInformation>(
  "PromiseInformation",
  ({ commandId, what, dueOn }) => ({ data: { promiseId: promiseIdOf(commandId), what, dueOn } }),
);

export interface FulfilPromiseInput extends VisitInput {
  readonly promiseId: string;
  readonly how: string;
}
export const fulfilPromise = onVisit<FulfilPromiseInput, visit.FulfilPromise>(
  "FulfilPromise",
  ({ promiseId, how }) => ({ data: { promiseId, how } }),
);

export const closeVisit = onVisit<VisitInput, visit.CloseVisit>("CloseVisit", () => ({ data: {} }));

export const recordNoShow = onVisit<VisitInput, visit.RecordNoShow>("RecordNoShow", () => ({ data: {} }));

export interface ReasonedVisitInput extends VisitInput {
  readonly reason: string;
}
export const cancelVisit = onVisit<ReasonedVisitInput, visit.CancelVisit>("CancelVisit", ({ reason }) => ({
  data: { reason },
}));

// Corrections -------------------------------------------------------------------------------------------------------

export interface AmendVisitInput extends ReasonedVisitInput {
  readonly hostIds?: readonly string[] | null | undefined;
  readonly reporterIds?: readonly string[] | null | undefined;
  readonly topic?: VisitTopic | null | undefined;
  readonly subject?: string | null | undefined;
  readonly arrivedAt?: Date | null | undefined;
  readonly appointmentAt?: Date | null | undefined;
  readonly documents?: readonly DocumentInput[] | null | undefined;
}
const amendment = onVisit<AmendVisitInput, visit.AmendVisit>("AmendVisit", (input, { facts, meta }) => {
  const known = facts.visit(input.visitId);
  const arrivedAt = input.arrivedAt?.toISOString() ?? null;
  const appointmentAt = input.appointmentAt?.toISOString() ?? null;
  const hosts = input.hostIds ? unitsOf(input.hostIds, facts, ["hostIds"]) : { data: null };
  if ("refusal" in hosts) return hosts;
  const day = arrivedAt ? localDateOf(arrivedAt) : (known?.day ?? localDateOf(meta.occurredAt));
  const reporters = input.reporterIds ? visitorsOf(input.reporterIds, day, facts, ["reporterIds"]) : { data: null };
  if ("refusal" in reporters) return reporters;
  const papersOf = reporters.data
    ? reporters.data.map((one) => one.reporter)
    : (known?.reporterIds ?? []).flatMap((id) => facts.reporter(id) ?? []);
  const { reason, topic = null, subject = null } = input;
  const documents = input.documents?.map(documentGiven(facts)) ?? null;
  const named = { hosts: hosts.data, reporters: reporters.data, documents, papersOf };
  return { data: { reason, topic, subject, arrivedAt, appointmentAt, ...named } };
});
export const amendVisit: typeof amendment = { ...amendment, meantEmpty: ({ documents }) => ({ documents }) };

export interface JudgeVisitDuplicateInput extends ReasonedVisitInput {
  readonly otherVisitId: string;
  readonly verdict: DuplicateVerdict;
}
export const judgeVisitDuplicate = onVisit<JudgeVisitDuplicateInput, visit.JudgeVisitDuplicate>(
  "JudgeVisitDuplicate",
  ({ otherVisitId, verdict, reason }, { facts }) => {
    const other = facts.visit(otherVisitId);
    return other ? { data: { other, verdict, reason } } : { refusal: visitRefusals.VISIT_NOT_FOUND(["otherVisitId"]) };
  },
);

export const voidVisit = onVisit<ReasonedVisitInput, visit.VoidVisit>("VoidVisit", ({ reason }) => ({
  data: { reason },
}));

export interface LinkPressItemInput extends VisitInput {
  readonly url: string;
  readonly title: string;
  readonly publishedOn: string;
}
export const linkPressItem = onVisit<LinkPressItemInput, visit.LinkPressItem>(
  "LinkPressItem",
  ({ url, title, publishedOn }) => ({ data: { url, title, publishedOn } }),
);

export interface ReportObstacleInput extends VisitInput {
  readonly description: string;
}
export const reportObstacle = onVisit<ReportObstacleInput, visit.ReportObstacle>(
  "ReportObstacle",
  ({ description }) => ({ data: { description } }),
);

// References --------------------------------------------------------------------------------------------------------

type Found<T> = { readonly data: readonly T[] } | { readonly refusal: Refusal };

function unitsOf(ids: readonly string[], facts: Facts, path: Path): Found<UnitFact> {
  const found: UnitFact[] = [];
  for (const [index, id] of ids.entries()) {
    const unit = facts.unit(id);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND([...path, index]) };
    found.push(unit);
  }
  return { data: found };
}

/** Reporters with the agency of that day. One who was merged into another goes on under that other's name. */
function visitorsOf(ids: readonly string[], day: string, facts: Facts, path: Path): Found<visit.VisitorFact> {
  const found: visit.VisitorFact[] = [];
  for (const [index, id] of ids.entries()) {
    const reporter = survivorOf(id, facts);
    if (!reporter) return { refusal: reporterRefusals.REPORTER_NOT_FOUND([...path, index]) };
    const agency = agencyAtWork(agencyOn(reporter.engagements, day), day, facts);
    if (!agency) return { refusal: visitRefusals.REPORTER_WITHOUT_AGENCY([...path, index], day) };
    found.push({ reporter, agencyId: agency.agencyId, agencyName: nameOn(agency.names, day) });
  }
  return { data: found };
}

/** The agency, or the one into which it had been merged by that day; none if it had closed. */
function agencyAtWork(agencyId: string | undefined, day: string, facts: Facts): PressAgencyFact | undefined {
  const agency = agencyId === undefined ? undefined : facts.pressAgency(agencyId);
  if (!agency || agency.endsOn === null || day < agency.endsOn) return agency;
  return agency.mergedIntoId === null ? undefined : agencyAtWork(agency.mergedIntoId, day, facts);
}

function survivorOf(reporterId: string, facts: Facts): ReporterFact | undefined {
  const reporter = facts.reporter(reporterId);
  return reporter?.mergedIntoId ? survivorOf(reporter.mergedIntoId, facts) : reporter;
}

const documentGiven =
  (facts: Facts) =>
  ({ reporterId, kind, number, validTo }: DocumentInput): visit.DocumentGiven => ({
    reporterId: survivorOf(reporterId, facts)?.reporterId ?? reporterId,
    kind,
    number: number ?? null,
    validTo: validTo ?? null,
  });

const outcomeOf = ({ answerForm, summary, peopleMet, recordingAllowed }: OutcomeInput): visit.VisitOutcome => ({
  answerForm,
  summary,
  peopleMet: peopleMet ?? null,
  recordingAllowed: recordingAllowed ?? null,
});
