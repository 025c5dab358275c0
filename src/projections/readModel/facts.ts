import type { Facts, UnitFacts } from "../../commands/facts.js";
import type { Position } from "../../eventstore/contract.js";
import { KeptFacts } from "./keptFacts.js";
import type { ReadModel } from "./readModel.js";
import { hasMembers, pressItems } from "../pressItem/records.js";
import { informationRequests } from "../informationRequest/records.js";
import { speakersOn, spokespersons } from "../spokesperson/records.js";
import { unitRuleOn, unitRules } from "../unitRule/records.js";
import { pressConferences } from "../pressConference/records.js";
import { statements } from "../statement/records.js";
import { statementDuties } from "../statementDuty/records.js";
import type { DeclaredRecords } from "../declared/declaredRecords.js";
import { staffSnapshots } from "../staff/records.js";
import { laidFigure } from "./laidFigures.js";
import type { Reads } from "./reads.js";
import { onDay } from "../table/basis.js";
import type { OneKind } from "../table/ones.js";
import { NOW } from "../table/temporal.js";

/** What was known of units at a position. */
export const unitFactsAt = ({ units }: Pick<Reads, "units">, at: Position): UnitFacts => ({
  unit: (unitId) => units.fact(unitId, at),
  unitAndPredecessors: (unitId, day) => units.withPredecessors(unitId, at, day),
});

/** Whether there is a record of the list. */
const isAny = <S extends object>(
  { records }: Pick<Reads, "records">,
  of: DeclaredRecords<S>,
  filter: Readonly<Record<string, unknown>>,
): boolean => {
  const page = { direction: "ASC", window: { limit: 1 }, basis: { position: NOW, today: "" } } as const;
  return records.of(of).list(filter, page).rows.length > 0;
};

/** Which ids are one with an id on a day; that most are alone on every day is kept. */
function oneWithFrom({ ones }: Pick<ReadModel, "ones">, kept: KeptFacts): Facts["oneWith"] {
  const keep = (kind: OneKind, category: string) => kept.keep(category, (id) => ({ isAlone: ones.isAlone(kind, id) }));
  const alone = {
    Unit: keep("Unit", "unitRegister"),
    PressAgency: keep("PressAgency", "pressAgency"),
    Reporter: keep("Reporter", "reporter"),
  };
  return (kind, id, day) => (alone[kind](id)?.isAlone ? [id] : ones.of(kind, id, { position: NOW, today: day }).ids);
}

/** What commands may know, from this node's read model as it stands. */
export function factsFrom(reads: ReadModel): Facts {
  const kept = new KeptFacts(reads);
  return {
    command: (commandId) => reads.events.command(commandId),
    ...unitFactsAt(reads, NOW),
    unit: kept.keep("unitRegister", (unitId) => reads.units.fact(unitId)),
    pressAgency: kept.keep("pressAgency", (agencyId) => reads.pressAgencies.fact(agencyId)),
    pressAgenciesNamed: (name) => reads.pressAgencies.named(name),
    pressAgencyTookInOn: (agencyId) => reads.pressAgencies.tookInOn(agencyId),
    reporter: kept.keep("reporter", (reporterId) => reads.reporters.fact(reporterId)),
    reporterWithCard: (cardNumber) => reads.reporters.holderOf(cardNumber),
    oneWith: oneWithFrom(reads, kept),
    lettersOfDuplicates: (reporterId) => reads.reporters.lettersOfDuplicates(reporterId),
    cardChangesAbove: (reporterId) => reads.reporters.cardChangesAbove(reporterId),
    cardsOfDuplicates: (reporterId) => reads.reporters.cardsOfDuplicates(reporterId),
    spokesperson: (spokespersonId) => {
      const known = reads.records.of(spokespersons).get(spokespersonId, NOW);
      return known && { ...known.state, spokespersonId };
    },
    informationRequest: (requestId) => {
      const known = reads.records.of(informationRequests).get(requestId, NOW);
      return known && { ...known.state, requestId };
    },
    speakersOn: (unitId, day) =>
      speakersOn(reads.records.of(spokespersons), unitId, day, NOW).map(({ id, state }) => ({
        ...state,
        spokespersonId: id,
      })),
    statement: (statementId) => {
      const known = reads.records.of(statements).get(statementId, NOW);
      return known && { ...known.state, statementId };
    },
    fulfilsDuty: (statementId) => isAny(reads, statementDuties, { statementId, statuses: ["FULFILLED"] }),
    pressConference: (pressConferenceId) => {
      const known = reads.records.of(pressConferences).get(pressConferenceId, NOW);
      return known && { ...known.state, pressConferenceId };
    },
    hasStatements: (conferenceId) => isAny(reads, statements, { conferenceId, statuses: ["MADE", "WITHDRAWN"] }),
    unitRule: (unitId, duty, on) => unitRuleOn(reads.records.of(unitRules), { unitId, duty, on }, NOW),
    staffSnapshotOn: (unitId, day) =>
      reads.records
        .of(staffSnapshots)
        .all({ unitId, statuses: ["RECORDED"], from: day, to: day }, { basis: { position: NOW, today: day } })
        .find(({ state }) => state.unitId === unitId)?.id,
    visit: (visitId) => reads.visits.fact(visitId),
    inspection: (inspectionId) => reads.inspections.fact(inspectionId),
    violationCase: (caseId) => reads.violationCases.fact(caseId),
    pressItem: (pressItemId) => {
      const known = reads.records.of(pressItems).get(pressItemId, NOW);
      return known && { ...known.state, pressItemId };
    },
    pressItemHasMembers: (pressItemId) => hasMembers(reads.records.of(pressItems), pressItemId, NOW),
    exists: ({ kind, id }) => reads.timeline.ofRecord({ kind, ref: id }, "ASC", { limit: 1 }, NOW).rows.length > 0,
    figure: (asked, today, asOf) =>
      laidFigure(reads, asked, asOf === null ? onDay(reads.basisAt(NOW), today) : reads.basisBy(asOf)),
    seizure: (seizureId) => reads.seizures.fact(seizureId),
    seizuresOfCase: (caseId) => reads.seizures.factsOfCase(caseId),
    sanction: (sanctionId) => reads.sanctions.fact(sanctionId),
    sanctionsOfCase: (caseId) => reads.sanctions.factsOfCase(caseId),
    receiptElsewhere: (number, issuedBy, exceptSanctionId) =>
      reads.sanctions.receiptElsewhere(number, issuedBy, exceptSanctionId),
  };
}
