import type { Database } from "better-sqlite3";
import type { Instant } from "../../domain/kernel/time.js";
import { type LogReader, type Position, START } from "../../eventstore/contract.js";
import { atMoment, type Basis } from "../table/basis.js";
import { ConsequenceQueries } from "../timeline/consequenceQueries.js";
import { EventIndex } from "../timeline/eventIndex.js";
import { DueQueries } from "../due/queries.js";
import { FeedPages } from "./feedPages.js";
import { FigureReaders } from "../figures/reader.js";
import { InspectionQueries } from "../inspection/queries.js";
import { RecordsOnDay } from "./recordsOnDay.js";
import { DeclaredReaders } from "../declared/declaredRecords.js";
import { Ones } from "../table/ones.js";
import { PersonQueries } from "../table/persons.js";
import { PressAgencyQueries } from "../pressAgency/queries.js";
import { ReporterQueries } from "../reporter/queries.js";
import { RepresentativeOfficeQueries } from "../representativeOffice/part.js";
import { SeizureQueries } from "../seizure/queries.js";
import { SearchQueries } from "../table/searchQueries.js";
import { ComplaintQueries } from "../sanction/complaintQueries.js";
import { UnitsWithoutSpokesperson } from "../spokesperson/unitsWithout.js";
import { SanctionQueries } from "../sanction/queries.js";
import { NOW } from "../table/temporal.js";
import { LedgerQueries } from "../timeline/ledgerQueries.js";
import { TimelineQueries } from "../timeline/timelineQueries.js";
import { UnitQueries } from "../unit/queries.js";
import { ViolationCaseQueries } from "../violationCase/queries.js";
import { VisitDuplicateQueries } from "../visit/duplicates.js";
import { VisitQueries } from "../visit/queries.js";

/** An empty ledger has nothing that could stand on any day. */
const BEFORE_ALL = "0001-01-01T00:00:00.000Z";

/** A read model as those see it who ask it: every table is asked `at` a position, today's answer being the one at the last. */
export abstract class Reads {
  // Of the connection to the file that stands now; see `show`.
  units!: UnitQueries;
  pressAgencies!: PressAgencyQueries;
  reporters!: ReporterQueries;
  offices!: RepresentativeOfficeQueries;
  visits!: VisitQueries;
  inspections!: InspectionQueries;
  violationCases!: ViolationCaseQueries;
  seizures!: SeizureQueries;
  sanctions!: SanctionQueries;
  complaints!: ComplaintQueries;
  persons!: PersonQueries;
  /** Of every kind that is declared whole. */
  records!: DeclaredReaders;
  unitsWithoutSpokesperson!: UnitsWithoutSpokesperson;
  ones!: Ones;
  due!: DueQueries;
  duplicates!: VisitDuplicateQueries;
  figures!: FigureReaders;
  search!: SearchQueries;
  events!: EventIndex;
  timeline!: TimelineQueries;
  ledger!: LedgerQueries;
  consequences!: ConsequenceQueries;
  onDay!: RecordsOnDay;
  /** The log as far as it can be read here, for feeds. */
  readonly feedPages: FeedPages;

  private last: { readonly position: Position; readonly recordedAt: Instant | null } | undefined;

  protected constructor(private readonly reader: LogReader) {
    this.feedPages = new FeedPages(reader, this);
  }

  abstract get position(): Position;

  /** True once the position can be read here; false when it takes too long. */
  abstract reached(position: Position, timeoutMs?: number): Promise<boolean>;

  /** Asks this connection from now on. */
  protected show(db: Database): void {
    this.units = new UnitQueries(db);
    this.pressAgencies = new PressAgencyQueries(db);
    this.reporters = new ReporterQueries(db);
    this.offices = new RepresentativeOfficeQueries(db);
    this.visits = new VisitQueries(db);
    this.inspections = new InspectionQueries(db);
    this.violationCases = new ViolationCaseQueries(db);
    this.seizures = new SeizureQueries(db);
    this.sanctions = new SanctionQueries(db);
    this.complaints = new ComplaintQueries(db);
    this.persons = new PersonQueries(db);
    this.records = new DeclaredReaders(db);
    this.unitsWithoutSpokesperson = new UnitsWithoutSpokesperson(db);
    this.ones = new Ones(db);
    this.due = new DueQueries(db);
    this.duplicates = new VisitDuplicateQueries(db);
    this.figures = new FigureReaders(db);
    this.search = new SearchQueries(db);
    this.events = new EventIndex(db);
    this.timeline = new TimelineQueries(db);
    this.ledger = new LedgerQueries(db);
    this.consequences = new ConsequenceQueries(db);
    this.onDay = new RecordsOnDay(this.reader, this.sanctions);
  }

  /** When the last event was recorded; null: there is none. */
  get recordedAt(): Instant | null {
    const { position, last } = this;
    // Asked with each command, and another answer only where the read model has moved on.
    if (last?.position === position) return last.recordedAt;
    const recordedAt = this.events.lastUpTo(NOW)?.recorded_at ?? null;
    this.last = { position, recordedAt };
    return recordedAt;
  }

  /** The basis of an answer given at a moment. */
  basisNow(now: Instant): Basis {
    return atMoment(this.basisAt(NOW), now);
  }

  /**
   * The basis at a position; the last event's own position is the basis, so equal answers have equal bases. "Now" is when
   * that event was recorded: what a position means depends on no later moment.
   */
  basisAt(position: Position): Basis {
    const last = this.events.lastUpTo(position);
    if (!last) return atMoment({ position: START, recordedAt: null, latestOccurredAt: "" }, BEFORE_ALL);
    const { recorded_at: recordedAt, latest_occurred_at: latestOccurredAt } = last;
    return atMoment({ position: last.position, recordedAt, latestOccurredAt }, recordedAt);
  }

  /** The basis of what had been recorded by a moment, at that moment. */
  basisBy(moment: Instant): Basis {
    return atMoment(this.basisAt(this.events.positionBy(moment)), moment);
  }
}
