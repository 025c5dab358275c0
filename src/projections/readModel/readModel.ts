import type { Database } from "better-sqlite3";
import { type LogReader, type Position, START } from "../../eventstore/contract.js";
import { type Instant, type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { LogLocation } from "../../eventstore/location.js";
import { type Basis, onDay } from "../table/basis.js";
import { ConsequenceQueries } from "../timeline/consequenceQueries.js";
import { EventIndex } from "../timeline/eventIndex.js";
import { FeedPages } from "./feedPages.js";
import { FigureReaders } from "../figures/reader.js";
import { InspectionQueries } from "../inspection/queries.js";
import { RecordsOnDay } from "./recordsOnDay.js";
import { PersonQueries } from "../table/persons.js";
import { PressAgencyQueries } from "../pressAgency/queries.js";
import { type ProjectionState, ProjectorHost, type Touched } from "./projectorHost.js";
import { openForReading, readModelPath } from "./readModelFile.js";
import { ReporterQueries } from "../reporter/queries.js";
import { RepresentativeOfficeQueries } from "../representativeOffice/part.js";
import { SeizureQueries } from "../seizure/queries.js";
import { SearchQueries } from "../table/searchQueries.js";
import { ComplaintQueries } from "../sanction/complaintQueries.js";
import { SanctionQueries } from "../sanction/queries.js";
import { provide } from "./takeOver.js";
import { NOW } from "../table/temporal.js";
import { TimelineQueries } from "../timeline/timelineQueries.js";
import { UnitQueries } from "../unit/queries.js";
import { ViolationCaseQueries } from "../violationCase/queries.js";
import { VisitDuplicateQueries } from "../visit/duplicates.js";
import { VisitQueries } from "../visit/queries.js";

/** An empty ledger has nothing that could stand on any day. */
const BEFORE_ALL = "0001-01-01";

/** How long a question waits for a position that the read model has not reached. */
const PATIENCE_MS = 5_000;

/** This node's read model: every table is asked `at` a position, today's answer being the one at the last position. */
export class ReadModel {
  readonly units: UnitQueries;
  readonly pressAgencies: PressAgencyQueries;
  readonly reporters: ReporterQueries;
  readonly offices: RepresentativeOfficeQueries;
  readonly visits: VisitQueries;
  readonly inspections: InspectionQueries;
  readonly violationCases: ViolationCaseQueries;
  readonly seizures: SeizureQueries;
  readonly sanctions: SanctionQueries;
  readonly complaints: ComplaintQueries;
  readonly persons: PersonQueries;
  readonly duplicates: VisitDuplicateQueries;
  readonly figures: FigureReaders;
  readonly search: SearchQueries;
  readonly events: EventIndex;
  readonly timeline: TimelineQueries;
  readonly consequences: ConsequenceQueries;
  readonly onDay: RecordsOnDay;
  /** The log as far as it can be read here, for feeds. */
  readonly feedPages: FeedPages;

  private constructor(
    private readonly db: Database,
    private readonly host: ProjectorHost,
    log: LogReader,
  ) {
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
    this.duplicates = new VisitDuplicateQueries(db);
    this.figures = new FigureReaders(db);
    this.search = new SearchQueries(db);
    this.events = new EventIndex(db);
    this.timeline = new TimelineQueries(db);
    this.consequences = new ConsequenceQueries(db);
    this.onDay = new RecordsOnDay(log, this.sanctions);
    this.feedPages = new FeedPages(log, this);
  }

  /**
   * Opens (or makes) this program's read model in the folder and begins to follow the log.
   * @param options.reader reads the log at `location`: to see that an existing read model was built from it, and for
   * what is folded from a record's own events. It must stay open as long as the read model.
   */
  static async open(options: {
    readonly folder: string;
    readonly location: LogLocation;
    readonly reader: LogReader;
  }): Promise<ReadModel> {
    const path = readModelPath(options.folder);
    const isWhole = await provide(path, options.reader);
    const host = new ProjectorHost({ path, log: options.location }, isWhole);
    return new ReadModel(openForReading(path), host, options.reader);
  }

  get state(): ProjectionState {
    return this.host.state;
  }

  /** What it shows is whole, if perhaps not the latest. */
  get isServing(): boolean {
    return this.host.hasBeenLive;
  }

  /**
   * Every part of it has taken in the same events. While some are built anew beside others that are kept, it is not, and
   * nothing may be asked of it: an answer would mix two states.
   */
  get isWhole(): boolean {
    return this.host.isWhole;
  }

  /** Called each time the thread that takes events in dies; it is started again. Returns how to stop listening. */
  onFailure(listener: (error: Error) => void): () => void {
    return this.host.onFailure(listener);
  }

  get position(): Position {
    return this.host.position;
  }

  /** The log has grown up to here. */
  wake(position: Position): void {
    this.host.wake(position);
  }

  /** Called after each step forward, with the categories of streams that have changed; see ProjectorHost. */
  onProgress(listener: (touched: Touched) => void): () => void {
    return this.host.onProgress(listener);
  }

  /** True once the position can be read here; false when it takes too long. */
  reached(position: Position, timeoutMs = PATIENCE_MS): Promise<boolean> {
    return this.host.reached(position, timeoutMs);
  }

  /** The basis of an answer given on a day. */
  basisNow(today: LocalDate): Basis {
    return onDay(this.basisAt(NOW), today);
  }

  /**
   * The basis at a position; the last event's own position is the basis, so equal answers have equal bases. "Today" is the
   * day on which that event was recorded: what a position means depends on no later moment.
   */
  basisAt(position: Position): Basis {
    const last = this.events.lastUpTo(position);
    if (!last) return { position: START, recordedAt: null, latestOccurredAt: "", today: BEFORE_ALL };
    const { recorded_at: recordedAt, latest_occurred_at: latestOccurredAt } = last;
    return { position: last.position, recordedAt, latestOccurredAt, today: localDateOf(recordedAt) };
  }

  /** The basis of what had been recorded by a moment, on the day of that moment. */
  basisBy(moment: Instant): Basis {
    return onDay(this.basisAt(this.events.positionBy(moment)), localDateOf(moment));
  }

  async close(): Promise<void> {
    await this.host.close();
    this.db.close();
  }
}
