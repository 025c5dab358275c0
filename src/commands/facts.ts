import type { LocalDate } from "../domain/kernel/time.js";
import type { PressAgencyFact } from "../domain/pressAgency/pressAgency.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import type { RepresentativeOfficeFact } from "../domain/representativeOffice/representativeOffice.js";
import type { UnitFact } from "../domain/unit/unit.js";
import type { VisitFact } from "../domain/visit/visit.js";

/** What became of a command that the ledger already holds. */
export interface CommandRecord {
  readonly hash: string;
  readonly stream: string;
  /** Of its last event. */
  readonly revision: number;
  readonly position: number;
}

/**
 * What a command may know about other aggregates: the state of this node's read model. On one node every acknowledged
 * command is in it; on several nodes another node's last moments may be missing, as they would be for any clerk.
 */
export interface Facts {
  command(commandId: string): CommandRecord | undefined;
  unit(unitId: string): UnitFact | undefined;
  /** The unit and all units it came from, however far back: whose records its clerks may keep. */
  unitAndPredecessors(unitId: string): readonly string[];
  pressAgency(agencyId: string): PressAgencyFact | undefined;
  /** The agencies whose latest name is this one, with or without marks, in capitals or not; ended ones too. */
  pressAgenciesNamed(name: string): readonly PressAgencyFact[];
  /** The last day on which another agency was (or is to be) merged into this one. */
  pressAgencyTookInOn(agencyId: string): LocalDate | null;
  representativeOffice(officeId: string): RepresentativeOfficeFact | undefined;
  reporter(reporterId: string): ReporterFact | undefined;
  /** Who holds the card of this number, however it is spaced or capitalised. */
  reporterWithCard(cardNumber: string): string | undefined;
  visit(visitId: string): VisitFact | undefined;
}
