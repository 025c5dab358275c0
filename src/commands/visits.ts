import { informationRequestRefusals } from "../domain/informationRequest/refusals.js";
import type { Actor } from "../domain/kernel/actor.js";
import type { Path, Refusal } from "../domain/kernel/refusal.js";
import { type LocalDate, localDateOf, nameOn } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import { pressLawOn } from "../domain/law/pressLaw.js";
import type { PressAgencyFact } from "../domain/pressAgency/pressAgency.js";
import { agencyOn } from "../domain/reporter/engagement.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { dayAsCorrected } from "../domain/visit/changes.js";
import type { Checking } from "../domain/visit/documents.js";
import type { DocumentGiven } from "../domain/visit/fields.js";
import { visit } from "../domain/visit/record.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import { visitDay, type VisitorFact } from "../domain/visit/visit.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a visit. */
const lookups: LookupsOf<typeof visit> = {
  RegisterVisit({ hostIds, reporterIds, appointmentAt, documents }, { facts, law, meta }) {
    const named = hostIds ?? ownUnitOf(meta.actor);
    const hosts = unitsOf(named, facts, ["hostIds"]);
    if ("refusal" in hosts) return hosts;
    const day = localDateOf(appointmentAt ?? meta.occurredAt);
    const reporters = visitorsOf(reporterIds, day, facts, ["reporterIds"]);
    if ("refusal" in reporters) return reporters;
    const given = documentsOf(documents, idsOf(reporters.data), facts);
    const bearers = reporters.data.map((one) => one.reporter);
    const papers = checking(bearers, named, day, { facts, law });
    return { data: { hosts: hosts.data, reporters: reporters.data, documents: given, ...papers } };
  },
  DeclineVisit: (_said, { law, meta }) => ({ data: { pressLaw: pressLawOn(law, localDateOf(meta.occurredAt)) } }),
  RedirectVisit({ toUnitId }, { facts, meta }) {
    const to = facts.unit(toUnitId);
    if (!to) return { refusal: unitRefusals.UNIT_NOT_FOUND(["toUnitId"]) };
    return { data: { to, oneWithTo: oneWithUnits([toUnitId], localDateOf(meta.occurredAt), facts) } };
  },
  RecordArrival(_said, { facts, state }) {
    const hosts = unitsOf(
      state.hosts.map((host) => host.unitId),
      facts,
      ["hostIds"],
    );
    return "refusal" in hosts ? hosts : { data: { hosts: hosts.data } };
  },
  CheckDocuments({ documents }, { facts, law, state }) {
    const cameAs = state.reporters.map(({ reporterId }) => reporterId);
    const hostIds = state.hosts.map(({ unitId }) => unitId);
    const day = localDateOf(state.arrivedAt ?? state.lastStepAt);
    const papers = checking(reportersOf(state.reporters, facts), hostIds, day, { facts, law });
    return { data: { documents: documentsOf(documents, cameAs, facts) ?? [], ...papers } };
  },
  AmendVisit({ hostIds, reporterIds, arrivedAt, appointmentAt, documents }, { facts, law, state }) {
    const hosts = hostIds ? unitsOf(hostIds, facts, ["hostIds"]) : { data: null };
    if ("refusal" in hosts) return hosts;
    const day = dayAsCorrected({ arrivedAt, appointmentAt }, state);
    const reporters = reporterIds ? visitorsOf(reporterIds, day, facts, ["reporterIds"]) : { data: null };
    if ("refusal" in reporters) return reporters;
    const amended = reporters.data?.map((one) => one.reporter) ?? reportersOf(state.reporters, facts);
    const hostsThen = hostIds ?? state.hosts.map(({ unitId }) => unitId);
    const papers = checking(amended, hostsThen, day, { facts, law });
    const cameAs = amended.map(({ reporterId }) => reporterId);
    const given = documentsOf(documents, cameAs, facts);
    return { data: { hosts: hosts.data, reporters: reporters.data, documents: given, ...papers } };
  },
  FulfilPromise({ requestId }, { facts }) {
    const request = requestId === null ? null : facts.informationRequest(requestId);
    return request === undefined
      ? { refusal: informationRequestRefusals.INFORMATION_REQUEST_NOT_FOUND(["requestId"]) }
      : { data: { request } };
  },
  JudgeVisitDuplicate({ otherVisitId }, { facts, state }) {
    const other = facts.visit(otherVisitId);
    if (!other) return { refusal: visitRefusals.VISIT_NOT_FOUND(["otherVisitId"]) };
    const day = visitDay(state) > other.day ? visitDay(state) : other.day;
    const hosts = oneWithUnits(other.hostIds, day, facts);
    const reporters = other.reporterIds.flatMap((id) => facts.oneWith("Reporter", id, day));
    return { data: { other, oneWithOther: { hosts, reporters } } };
  },
};

export const visitSpecs = specsOf(visit, lookups);

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

/** A clerk enters the visits of one unit, so it need not be named. */
const ownUnitOf = ({ role, unitId }: Actor): readonly string[] => (role === "CLERK" && unitId !== null ? [unitId] : []);

/** Those whom a visit names, each with the papers of the entry that goes on for it. */
const reportersOf = (visitors: readonly { readonly reporterId: string }[], facts: Facts): readonly ReporterFact[] =>
  visitors.flatMap(({ reporterId }) => {
    const reporter = survivorOf(reporterId, facts);
    return reporter ? [{ ...reporter, reporterId }] : [];
  });

/** The units and all that are one with them on the day. */
const oneWithUnits = (unitIds: readonly string[], day: LocalDate, facts: Facts): readonly string[] =>
  unitIds.flatMap((unitId) => facts.oneWith("Unit", unitId, day));

const idsOf = (visitors: readonly VisitorFact[]): readonly string[] =>
  visitors.map(({ reporter }) => reporter.reporterId);

/** Reporters with the agency of that day. One who was merged into another goes on under that other's name. */
export function visitorsOf(ids: readonly string[], day: string, facts: Facts, path: Path): Found<VisitorFact> {
  const found: VisitorFact[] = [];
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

/** Whose documents are checked on the day, at which hosts, under any of their ids, and the press law of it. */
const checking = (
  reporters: readonly ReporterFact[],
  hostIds: readonly string[],
  day: LocalDate,
  { facts, law }: { readonly facts: Facts; readonly law: LawBook },
): Checking => ({
  bearers: reporters.map((reporter) => ({ reporter, agencyIds: agenciesOf(reporter, day, facts) })),
  addressees: oneWithUnits(hostIds, day, facts),
  pressLaw: pressLawOn(law, day),
});

/** The agency of the day, and all those of the reporter's papers that by then were one with it. */
function agenciesOf({ engagements, letters }: ReporterFact, day: LocalDate, facts: Facts): readonly string[] {
  const own = agencyAtWork(agencyOn(engagements, day), day, facts)?.agencyId;
  const known = new Set([...engagements, ...letters].map(({ agencyId }) => agencyId));
  return [...known].filter((id) => own !== undefined && agencyAtWork(id, day, facts)?.agencyId === own);
}

function survivorOf(reporterId: string, facts: Facts): ReporterFact | undefined {
  const reporter = facts.reporter(reporterId);
  return reporter?.mergedIntoId ? survivorOf(reporter.mergedIntoId, facts) : reporter;
}

/** Each document as one of who came, whichever of that person's entries it was given under. */
function documentsOf(
  documents: readonly DocumentGiven[] | null,
  cameAs: readonly string[],
  facts: Facts,
): readonly DocumentGiven[] | null {
  const goesOnAs = (id: string): string => survivorOf(id, facts)?.reporterId ?? id;
  const known = new Map(cameAs.map((id) => [goesOnAs(id), id]));
  return (
    documents?.map((one) => ({ ...one, reporterId: known.get(goesOnAs(one.reporterId)) ?? one.reporterId })) ?? null
  );
}
