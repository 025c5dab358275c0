import type { Facts, UnitFacts } from "../../commands/facts.js";
import type { Position } from "../../eventstore/contract.js";
import { KeptFacts } from "./keptFacts.js";
import type { ReadModel } from "./readModel.js";
import { informationRequests } from "../informationRequest/records.js";
import { spokespersons } from "../spokesperson/records.js";
import { laidFigure } from "./laidFigures.js";
import type { Reads } from "./reads.js";
import { NOW } from "../table/temporal.js";

/** What was known of units at a position. */
export const unitFactsAt = ({ units }: Pick<Reads, "units">, at: Position): UnitFacts => ({
  unit: (unitId) => units.fact(unitId, at),
  unitAndPredecessors: (unitId, day) => units.withPredecessors(unitId, at, day),
});

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
    cardsOfDuplicates: (reporterId) => reads.reporters.cardsOfDuplicates(reporterId),
    spokesperson: (spokespersonId) => {
      const known = reads.records.of(spokespersons).get(spokespersonId, NOW);
      return known && { ...known.state, spokespersonId };
    },
    informationRequest: (requestId) => {
      const known = reads.records.of(informationRequests).get(requestId, NOW);
      return known && { ...known.state, requestId };
    },
    visit: (visitId) => reads.visits.fact(visitId),
    inspection: (inspectionId) => reads.inspections.fact(inspectionId),
    violationCase: (caseId) => reads.violationCases.fact(caseId),
    exists: ({ kind, id }) => reads.timeline.ofRecord({ kind, ref: id }, "ASC", { limit: 1 }, NOW).rows.length > 0,
    figure: (asked, today, asOf) =>
      laidFigure(reads, asked, asOf === null ? reads.basisNow(today) : reads.basisBy(asOf)),
    seizure: (seizureId) => reads.seizures.fact(seizureId),
    seizuresOfCase: (caseId) => reads.seizures.factsOfCase(caseId),
    sanction: (sanctionId) => reads.sanctions.fact(sanctionId),
    sanctionsOfCase: (caseId) => reads.sanctions.factsOfCase(caseId),
    receiptElsewhere: (number, issuedBy, exceptSanctionId) =>
      reads.sanctions.receiptElsewhere(number, issuedBy, exceptSanctionId),
  };
}
