import type { InspectionFact } from "../domain/inspection/inspection.js";
import type { InformationRequestFact } from "../domain/informationRequest/informationRequest.js";
import type { RecordReference } from "../domain/kernel/fields.js";
import type { Instant, LocalDate } from "../domain/kernel/time.js";
import type { Vnd } from "../domain/kernel/money.js";
import type { PressItemFact } from "../domain/pressItem/pressItem.js";
import type { PressAgencyFact } from "../domain/pressAgency/pressAgency.js";
import type { CardChange, CardFact, LetterFact } from "../domain/reporter/papers.js";
import type { ReporterFact } from "../domain/reporter/reporter.js";
import type { SanctionFact } from "../domain/sanction/decision.js";
import type { SeizureFact } from "../domain/seizure/seizure.js";
import type { SpokespersonFact } from "../domain/spokesperson/spokesperson.js";
import type { DutyKey } from "../domain/law/duties.js";
import type { PressConferenceFact } from "../domain/pressConference/pressConference.js";
import type { StatementFact } from "../domain/statement/statement.js";
import type { UnitFact } from "../domain/unit/unit.js";
import type { UnitRuleFact } from "../domain/unitRule/unitRule.js";
import type { CaseFact } from "../domain/violationCase/violationCase.js";
import type { VisitFact } from "../domain/visit/visit.js";

/** What became of a command that the ledger already holds. */
export interface CommandRecord {
  readonly hash: string;
  readonly correlationId: string;
  readonly stream: string;
  /** Of its last event. */
  readonly revision: number;
  readonly position: number;
}

/** What must be known of units to say whose records somebody keeps. */
export interface UnitFacts {
  unit(unitId: string): UnitFact | undefined;
  /** The unit and all units that it has succeeded by the day, however far back: whose records its clerks may keep then. */
  unitAndPredecessors(unitId: string, day: LocalDate): readonly string[];
}

/** One figure that is asked for: a measure of whatever subject in a period, of all entries or of some. */
export interface FigureAsked {
  readonly measure: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly filters: readonly { readonly dimension: string; readonly values: readonly string[] }[];
  readonly bySuccessor: boolean;
}
/** What it was, and on which place of the ledger and which day as today that rests. */
export interface FigureFound {
  readonly value: string;
  readonly position: string;
  readonly on: LocalDate;
}

/**
 * What a command may know about other aggregates: the state of this node's read model. On one node every acknowledged
 * command is in it; on several nodes another node's last moments may be missing, as they would be for any clerk.
 */
export interface Facts extends UnitFacts {
  command(commandId: string): CommandRecord | undefined;
  pressAgency(agencyId: string): PressAgencyFact | undefined;
  /** The agencies that bear, have borne or are to bear the same name as this one (`sameName`); ended ones too. */
  pressAgenciesNamed(name: string): readonly PressAgencyFact[];
  /** The last day on which another agency was (or is to be) merged into this one. */
  pressAgencyTookInOn(agencyId: string): LocalDate | null;
  reporter(reporterId: string): ReporterFact | undefined;
  /** Who holds the card of this number, however it is spaced or capitalised. */
  reporterWithCard(cardNumber: string): string | undefined;
  /** All ids that are one with this on the day, itself among them: see projections/table/ones.ts. */
  oneWith(kind: "Unit" | "PressAgency" | "Reporter", id: string, day: LocalDate): readonly string[];
  /** The letters that came with the reporter's duplicates. */
  lettersOfDuplicates(reporterId: string): readonly LetterFact[];
  /** What became of cards, as it was recorded in the entries into which this reporter's was merged: the nearest first. */
  cardChangesAbove(reporterId: string): readonly CardChange[];
  /** The cards that came with the reporter's duplicates, as they came: what became of them since is the reporter's own. */
  cardsOfDuplicates(reporterId: string): readonly CardFact[];
  spokesperson(spokespersonId: string): SpokespersonFact | undefined;
  informationRequest(requestId: string): InformationRequestFact | undefined;
  /** Who may speak for the unit on the day, whatever the matter. */
  speakersOn(unitId: string, day: LocalDate): readonly SpokespersonFact[];
  statement(statementId: string): StatementFact | undefined;
  /** Whether an urgent duty is recorded as fulfilled by this statement. */
  fulfilsDuty(statementId: string): boolean;
  pressConference(pressConferenceId: string): PressConferenceFact | undefined;
  /** Whether a statement that is not void was recorded as made at this conference. */
  hasStatements(pressConferenceId: string): boolean;
  /** The unit's own rule for a duty on a day, which goes before the law's; undefined: it has none. */
  unitRule(unitId: string, key: DutyKey, day: LocalDate): UnitRuleFact | undefined;
  /** The snapshot of a unit's staff of this day, void ones apart: its id. */
  staffSnapshotOn(unitId: string, day: LocalDate): string | undefined;
  visit(visitId: string): VisitFact | undefined;
  inspection(inspectionId: string): InspectionFact | undefined;
  violationCase(caseId: string): CaseFact | undefined;
  pressItem(pressItemId: string): PressItemFact | undefined;
  /** Whether other items, which are not void, belong to this one. */
  pressItemHasMembers(pressItemId: string): boolean;
  /** Whether any event of the ledger is about this record. */
  exists(record: RecordReference): boolean;
  /**
   * The figure on this day as today, as the ledger stands or stood at a moment. UNKNOWN: no measure is called so. NOT_SO:
   * its entries are not told apart by what is asked.
   */
  figure(asked: FigureAsked, today: LocalDate, asOf: Instant | null): FigureFound | "UNKNOWN" | "NOT_SO";
  seizure(seizureId: string): SeizureFact | undefined;
  /** All seizures of the case, void ones too, in order of their day. */
  seizuresOfCase(caseId: string): readonly SeizureFact[];
  sanction(sanctionId: string): SanctionFact | undefined;
  /** All decisions of the case, annulled ones too, in the order in which they were entered. */
  sanctionsOfCase(caseId: string): readonly SanctionFact[];
  /**
   * What other decisions hold of a receipt, and over how much they say it is; null: no other decision names it.
   * A receipt is the same however its number and its issuer are spaced or capitalised.
   */
  receiptElsewhere(
    number: string,
    issuedBy: string,
    exceptSanctionId: string,
  ): { readonly used: Vnd; readonly total: Vnd } | null;
}
