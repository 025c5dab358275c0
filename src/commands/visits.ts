import { informationRequestRefusals } from "../domain/informationRequest/refusals.js";
import type { Actor } from "../domain/kernel/actor.js";
import type { Path, Refusal } from "../domain/kernel/refusal.js";
import { localDateOf, nameOn } from "../domain/kernel/time.js";
import type { PressAgencyFact } from "../domain/pressAgency/pressAgency.js";
import { agencyOn } from "../domain/reporter/engagement.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import type { DocumentGiven } from "../domain/visit/fields.js";
import { visit } from "../domain/visit/record.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import { type VisitorFact, visitDay } from "../domain/visit/visit.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a visit. */
const lookups: LookupsOf<typeof visit> = {
  RegisterVisit({ hostIds, reporterIds, appointmentAt, documents }, { facts, meta }) {
    const hosts = unitsOf(hostIds ?? ownUnitOf(meta.actor), facts, ["hostIds"]);
    if ("refusal" in hosts) return hosts;
    const reporters = visitorsOf(reporterIds, localDateOf(appointmentAt ?? meta.occurredAt), facts, ["reporterIds"]);
    if ("refusal" in reporters) return reporters;
    return { data: { hosts: hosts.data, reporters: reporters.data, documents: documentsOf(documents, facts) } };
  },
  RedirectVisit({ toUnitId }, { facts }) {
    const to = facts.unit(toUnitId);
    return to ? { data: { to } } : { refusal: unitRefusals.UNIT_NOT_FOUND(["toUnitId"]) };
  },
  RecordArrival(_said, { facts, state }) {
    const hosts = unitsOf(
      state.hosts.map((host) => host.unitId),
      facts,
      ["hostIds"],
    );
    return "refusal" in hosts ? hosts : { data: { hosts: hosts.data } };
  },
  CheckDocuments({ documents }, { facts, state }) {
    return { data: { documents: documentsOf(documents, facts) ?? [], reporters: reportersOf(state.reporters, facts) } };
  },
  AmendVisit({ hostIds, reporterIds, arrivedAt, documents }, { facts, state }) {
    const hosts = hostIds ? unitsOf(hostIds, facts, ["hostIds"]) : { data: null };
    if ("refusal" in hosts) return hosts;
    const day = arrivedAt ? localDateOf(arrivedAt) : visitDay(state);
    const reporters = reporterIds ? visitorsOf(reporterIds, day, facts, ["reporterIds"]) : { data: null };
    if ("refusal" in reporters) return reporters;
    const papersOf = reporters.data?.map((one) => one.reporter) ?? reportersOf(state.reporters, facts);
    const given = documentsOf(documents, facts);
    return { data: { hosts: hosts.data, reporters: reporters.data, documents: given, papersOf } };
  },
  FulfilPromise({ requestId }, { facts }) {
    const request = requestId === null ? null : facts.informationRequest(requestId);
    return request === undefined
      ? { refusal: informationRequestRefusals.INFORMATION_REQUEST_NOT_FOUND(["requestId"]) }
      : { data: { request } };
  },
  JudgeVisitDuplicate({ otherVisitId }, { facts }) {
    const other = facts.visit(otherVisitId);
    return other ? { data: { other } } : { refusal: visitRefusals.VISIT_NOT_FOUND(["otherVisitId"]) };
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

const reportersOf = (visitors: readonly { readonly reporterId: string }[], facts: Facts): readonly ReporterFact[] =>
  visitors.flatMap(({ reporterId }) => facts.reporter(reporterId) ?? []);

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

function survivorOf(reporterId: string, facts: Facts): ReporterFact | undefined {
  const reporter = facts.reporter(reporterId);
  return reporter?.mergedIntoId ? survivorOf(reporter.mergedIntoId, facts) : reporter;
}

const documentsOf = (documents: readonly DocumentGiven[] | null, facts: Facts): readonly DocumentGiven[] | null =>
  documents?.map((one) => ({ ...one, reporterId: survivorOf(one.reporterId, facts)?.reporterId ?? one.reporterId })) ??
  null;
