import { LRUCache } from "lru-cache";
import type { InspectionEvent } from "../../domain/inspection/events.js";
import type { DomainEvent } from "../../domain/kernel/decider.js";
import type { SanctionEvent } from "../../domain/sanction/events.js";
import type { SeizureEvent } from "../../domain/seizure/events.js";
import type { ViolationCaseEvent } from "../../domain/violationCase/events.js";
import { shownStatusOf } from "../../domain/violationCase/standing.js";
import type { VisitEvent } from "../../domain/visit/events.js";
import type { LedgerEvent, Recorded } from "../../eventstore/codec.js";
import type { LogReader, Position } from "../../eventstore/contract.js";
import type { DayBasis } from "../table/basis.js";
import type { DeclaredRecords } from "../declared/declaredRecords.js";
import type { Version } from "../table/recordTable.js";
import type { SanctionQueries } from "../sanction/queries.js";
import { inspectionTable, type InspectionVersion } from "../inspection/table.js";
import { sanctionTable, type SanctionVersion } from "../sanction/table.js";
import { seizureTable, type SeizureVersion } from "../seizure/table.js";
import { type ShownCase, violationCaseTable } from "../violationCase/table.js";
import { type VisitVersion, visitTable } from "../visit/table.js";
import { inspectionDays } from "../inspection/days.js";
import { sanctionDays } from "../sanction/days.js";
import { seizureDays } from "../seizure/days.js";
import { storyOf } from "../onDay/story.js";
import { standingOn } from "../onDay/standing.js";
import { violationCaseDays } from "../violationCase/days.js";
import { visitDays } from "../visit/days.js";

/** About 10 kB each. */
const KEPT_STORIES = 1_000;

/**
 * Records of proceedings as they stood on a day, as known at a position. What was true on a day is no version of the
 * read model, as facts are entered late and corrected: it is folded from the record's own events, which the log has.
 * Every method answers undefined for what had not begun by the day.
 * @throws StoreUnavailable when the log cannot be read now.
 */
export class RecordsOnDay {
  /** A story up to a position never changes; the records of one answer lead to each other again and again. */
  private readonly kept = new LRUCache<string, Promise<readonly LedgerEvent[]>>({ max: KEPT_STORIES });

  constructor(
    private readonly log: Pick<LogReader, "readStream">,
    private readonly sanctions: SanctionQueries,
  ) {}

  async visit(id: string, { position, validAt }: DayBasis): Promise<VisitVersion | undefined> {
    return standingOn(visitTable, id, visitDays, await this.story<VisitEvent>(`visit-${id}`, position), validAt);
  }

  async inspection(id: string, { position, validAt }: DayBasis): Promise<InspectionVersion | undefined> {
    const story = await this.story<InspectionEvent>(`inspection-${id}`, position);
    return standingOn(inspectionTable, id, inspectionDays, story, validAt);
  }

  async seizure(id: string, { position, validAt }: DayBasis): Promise<SeizureVersion | undefined> {
    return standingOn(
      seizureTable,
      id,
      seizureDays,
      await this.story<SeizureEvent>(`seizure-${id}`, position),
      validAt,
    );
  }

  async sanction(id: string, { position, validAt }: DayBasis): Promise<SanctionVersion | undefined> {
    const story = await this.story<SanctionEvent>(`sanction-${id}`, position);
    return standingOn(sanctionTable, id, sanctionDays, story, validAt);
  }

  async violationCase(id: string, basis: DayBasis): Promise<ShownCase | undefined> {
    const story = await this.story<ViolationCaseEvent>(`violationCase-${id}`, basis.position);
    const version = standingOn(violationCaseTable, id, violationCaseDays, story, basis.validAt);
    if (!version) return undefined;
    const known = this.sanctions.ofCase(id, basis.position);
    const decisions = await Promise.all(known.map((one) => this.sanction(one.id, basis)));
    const standing = decisions.flatMap((one) =>
      one ? [{ status: one.state.status, partyId: one.state.party.partyId }] : [],
    );
    return { ...version, shown: shownStatusOf(version.state, standing) };
  }

  /** A record of a kind that is declared whole: the days of its events say all. */
  async declared<S extends object>(
    { table }: Pick<DeclaredRecords<S>, "table">,
    id: string,
    { position, validAt }: DayBasis,
  ): Promise<Version<S> | undefined> {
    return standingOn(table, id, {}, await this.story(`${table.of.category}-${id}`, position), validAt);
  }

  private story<E extends DomainEvent>(stream: string, upTo: Position): Promise<readonly Recorded<E>[]> {
    const key = `${stream}@${upTo}`;
    const known = this.kept.get(key) as Promise<readonly Recorded<E>[]> | undefined;
    if (known) return known;
    const read = storyOf<E>(this.log, stream, upTo);
    this.kept.set(key, read);
    read.catch(() => this.kept.delete(key));
    return read;
  }
}
