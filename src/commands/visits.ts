import type { Actor } from "../domain/kernel/actor.js";
import type { Path } from "../domain/kernel/refusal.js";
import { type LocalDate, localDateOf, nameOn } from "../domain/kernel/time.js";
import { pressLawOn } from "../domain/law/pressLaw.js";
import type { PressAgencyFact } from "../domain/pressAgency/pressAgency.js";
import { agencyOn } from "../domain/reporter/engagement.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { dayAsCorrected } from "../domain/visit/changes.js";
import type { Checking } from "../domain/visit/documents.js";
import type { DocumentGiven } from "../domain/visit/fields.js";
import { visit } from "../domain/visit/record.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import { visitDay, type VisitorFact } from "../domain/visit/visit.js";
import type { Facts } from "./facts.js";
import { type Finder, refuseWith } from "./finder.js";
import { survivorIdOf } from "./reporters.js";
import { type LookupContext, type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a visit. */
const lookups: LookupsOf<typeof visit> = {
  RegisterVisit({ hostIds, reporterIds, appointmentAt, documents }, context) {
    const { the, facts, meta } = context;
    const named = hostIds ?? ownUnitOf(meta.actor);
    const hosts = hostsOf(named, the);
    const day = localDateOf(appointmentAt ?? meta.occurredAt);
    const reporters = visitorsOf(reporterIds, day, context);
    const bearers = reporters.map((one) => one.reporter);
    const given = documentsOf(documents, bearers, facts);
    return { hosts, reporters, documents: given, ...checking(bearers, named, day, context) };
  },
  DeclineVisit: (_said, { law, meta }) => ({ pressLaw: pressLawOn(law, localDateOf(meta.occurredAt)) }),
  RedirectVisit: ({ toUnitId }, { the, facts, meta }) => ({
    to: the.unit(toUnitId, "toUnitId"),
    oneWithTo: oneWithUnits([toUnitId], localDateOf(meta.occurredAt), facts),
  }),
  RecordArrival: (_said, { the, state }) => ({ hosts: hostsOf(idsOf(state.hosts), the) }),
  CheckDocuments({ documents }, context) {
    const { facts, state } = context;
    const day = localDateOf(state.arrivedAt ?? state.lastStepAt);
    const papers = checking(reportersOf(state.reporters, facts), idsOf(state.hosts), day, context);
    return { documents: documentsOf(documents, state.reporters, facts) ?? [], ...papers };
  },
  AmendVisit({ hostIds, reporterIds, arrivedAt, appointmentAt, documents }, context) {
    const { the, facts, state } = context;
    const hosts = hostIds && hostsOf(hostIds, the);
    const day = dayAsCorrected({ arrivedAt, appointmentAt }, state);
    const reporters = reporterIds && visitorsOf(reporterIds, day, context);
    const amended = reporters?.map((one) => one.reporter) ?? reportersOf(state.reporters, facts);
    const papers = checking(amended, hostIds ?? idsOf(state.hosts), day, context);
    return { hosts, reporters, documents: documentsOf(documents, amended, facts), ...papers };
  },
  FulfilPromise: ({ requestId }, { the }) => ({ request: the.informationRequest(requestId, "requestId") }),
  JudgeVisitDuplicate({ otherVisitId }, { the, facts, state }) {
    const other = the.visit(otherVisitId, "otherVisitId");
    const day = visitDay(state) > other.day ? visitDay(state) : other.day;
    const hosts = oneWithUnits(other.hostIds, day, facts);
    const reporters = other.reporterIds.flatMap((id) => facts.oneWith("Reporter", id, day));
    return { other, oneWithOther: { hosts, reporters } };
  },
};

export const visitSpecs = specsOf(visit, lookups);

// References --------------------------------------------------------------------------------------------------------

type Came = Pick<ReporterFact, "reporterId">;

const idsOf = (hosts: readonly { readonly unitId: string }[]): readonly string[] => hosts.map(({ unitId }) => unitId);

const hostsOf = (ids: readonly string[], the: Finder): readonly UnitFact[] =>
  ids.map((id, at) => the.unit(id, "hostIds", at));

/** A clerk enters the visits of one unit, so it need not be named. */
const ownUnitOf = ({ role, unitId }: Actor): readonly string[] => (role === "CLERK" && unitId !== null ? [unitId] : []);

/** Those whom a visit names, each with the papers of the entry that goes on for it. */
const reportersOf = (visitors: readonly Came[], facts: Facts): readonly ReporterFact[] =>
  visitors.flatMap(({ reporterId }) => {
    const reporter = facts.reporter(survivorIdOf(reporterId, facts));
    return reporter ? [{ ...reporter, reporterId }] : [];
  });

/** The units and all that are one with them on the day. */
const oneWithUnits = (unitIds: readonly string[], day: LocalDate, facts: Facts): readonly string[] =>
  unitIds.flatMap((unitId) => facts.oneWith("Unit", unitId, day));

type Known = Pick<LookupContext, "the" | "facts">;

const visitorsOf = (ids: readonly string[], day: LocalDate, known: Known): readonly VisitorFact[] =>
  ids.map((id, at) => visitorOf(id, day, known, "reporterIds", at));

/** A reporter with the agency of that day. One who was merged into another goes on under that other's name. */
export function visitorOf(id: string, day: LocalDate, { the, facts }: Known, ...path: Path): VisitorFact {
  const reporter = the.reporter(survivorIdOf(id, facts), ...path);
  const agency =
    agencyAtWork(agencyOn(reporter.engagements, day), day, facts) ??
    refuseWith(visitRefusals.REPORTER_WITHOUT_AGENCY(path, day));
  return { reporter, agencyId: agency.agencyId, agencyName: nameOn(agency.names, day) };
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
  { facts, law }: Pick<LookupContext, "facts" | "law">,
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

/** Each document as one of who came, whichever of that person's entries it was given under. */
function documentsOf(
  documents: readonly DocumentGiven[] | null,
  cameAs: readonly Came[],
  facts: Facts,
): readonly DocumentGiven[] | null {
  if (documents === null) return null;
  const known = new Map(cameAs.map(({ reporterId }) => [survivorIdOf(reporterId, facts), reporterId]));
  const bearerOf = (id: string): string => known.get(survivorIdOf(id, facts)) ?? id;
  return documents.map((one) => ({ ...one, reporterId: bearerOf(one.reporterId) }));
}
