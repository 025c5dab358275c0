import type { Database } from "better-sqlite3";
import { normalCardNumber } from "../domain/reporter/papers.js";
import type {
  AddressedUnit,
  IntroductionLetter,
  PressCard,
  ReporterFact,
  ReporterKind,
} from "../domain/reporter/reporter.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { Position } from "../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import type { EngagementRow, LetterRow, PressCardRow, ReporterRow } from "./reporterTables.js";
import { NOW, type SqlValue, standsAt } from "./temporal.js";

export interface ReporterFilter {
  /** Only who worked for this agency on the day `agencyOn`; without that day, by the engagement that begins last. */
  readonly agencyId?: string | null | undefined;
  readonly agencyOn?: string | null | undefined;
  readonly kinds?: readonly ReporterKind[] | null | undefined;
  readonly hasCardValidOn?: string | null | undefined;
  /** Duplicates are left out unless they are asked for. */
  readonly includeMerged?: boolean | null | undefined;
  /** Only who was a reporter by this day. */
  readonly begunBy?: LocalDate | undefined;
}

const END_OF_TIME = "9999-12-31";

/** The engagement that holds on :day; see `agencyOn` in the domain. */
const WORKS_FOR_AGENCY = `
  r.id IN (SELECT e.reporter_id FROM reporter_engagement e
    WHERE e.agency_id = :agency AND ${standsAt("e")} AND e.holds_from <= :day AND NOT EXISTS (
      SELECT 1 FROM reporter_engagement later
      WHERE later.reporter_id = e.reporter_id AND ${standsAt("later")} AND later.holds_from <= :day
        AND (later.holds_from, later.ordinal) > (e.holds_from, e.ordinal)))`;

const HAS_VALID_CARD = `
  EXISTS (SELECT 1 FROM reporter d JOIN press_card c ON c.reporter_id = d.id
    WHERE (d.survivor_id = r.id OR d.id = r.id) AND ${standsAt("d")} AND ${standsAt("c")}
      AND c.issued_on <= :cardDay AND c.valid_to >= :cardDay
      AND (c.withdrawn_on IS NULL OR c.withdrawn_on > :cardDay))`;

/** The entry itself and the duplicates whose papers go on under it. */
const FAMILY = `(d.survivor_id = :id OR d.id = :id) AND ${standsAt("d")}`;

export class ReporterQueries {
  private readonly byId;
  private readonly engagements;
  private readonly cards;
  private readonly letters;
  private readonly holder;
  private readonly duplicates;

  constructor(private readonly db: Database) {
    this.byId = db.prepare(`SELECT r.* FROM reporter r WHERE r.id = :id AND ${standsAt("r")}`);
    this.engagements = db.prepare(
      `SELECT e.* FROM reporter_engagement e WHERE e.reporter_id = :id AND ${standsAt("e")} ORDER BY e.ordinal`,
    );
    this.cards = db.prepare(
      `SELECT c.* FROM reporter d JOIN press_card c ON c.reporter_id = d.id
       WHERE ${FAMILY} AND ${standsAt("c")} ORDER BY c.issued_on, c.number, c.reporter_id`,
    );
    this.letters = db.prepare(
      `SELECT l.* FROM reporter d JOIN introduction_letter l ON l.reporter_id = d.id
       WHERE ${FAMILY} AND ${standsAt("l")} ORDER BY l.issued_on, l.agency_id, l.number, l.reporter_id`,
    );
    this.holder = db
      .prepare(
        `SELECT r.survivor_id FROM press_card c JOIN reporter r ON r.id = c.reporter_id
         WHERE c.number = :number AND ${standsAt("c")} AND ${standsAt("r")} ORDER BY r.survivor_id LIMIT 1`,
      )
      .pluck();
    this.duplicates = db
      .prepare(
        // UNION, not UNION ALL: should mergers ever run in a circle, each entry is still met once.
        `WITH RECURSIVE merged (id) AS (
           SELECT r.id FROM reporter r WHERE r.merged_into_id = :id AND ${standsAt("r")}
           UNION
           SELECT r.id FROM merged m JOIN reporter r ON r.merged_into_id = m.id WHERE ${standsAt("r")}
         ) SELECT id FROM merged WHERE id <> :id ORDER BY id`,
      )
      .pluck();
  }

  get(id: string, at: Position): ReporterRow | undefined {
    return this.byId.get({ id, at }) as ReporterRow | undefined;
  }

  /** In order of given name, then family name. */
  list(filter: ReporterFilter, direction: Direction, window: Window, at: Position): Rows<ReporterRow> {
    const where = [standsAt("r")];
    const params: Record<string, SqlValue> = { at };
    if (!filter.includeMerged) where.push(`r.survivor_id = r.id`);
    if (filter.agencyId) {
      where.push(WORKS_FOR_AGENCY);
      params["agency"] = filter.agencyId;
      params["day"] = filter.agencyOn ?? END_OF_TIME;
    }
    if (filter.kinds) {
      where.push(`r.kind IN (SELECT value FROM json_each(:kinds))`);
      params["kinds"] = JSON.stringify(filter.kinds);
    }
    if (filter.hasCardValidOn) {
      where.push(HAS_VALID_CARD);
      params["cardDay"] = filter.hasCardValidOn;
    }
    if (filter.begunBy) {
      where.push(`r.since <= :begunBy`);
      params["begunBy"] = filter.begunBy;
    }
    const locator = { terms: ["r.id", "r.from_position"], from: "reporter r" };
    const sort = { terms: ["r.sort_name", "r.id"], direction, locator };
    return readPage<ReporterRow>(this.db, { select: "r.*", from: "reporter r", where, params, sort }, window);
  }

  /** In the order recorded. */
  engagementsOf(id: string, at: Position): readonly EngagementRow[] {
    return this.engagements.all({ id, at }) as EngagementRow[];
  }

  /** The cards of the reporter and of its duplicates, oldest first. */
  cardsOf(id: string, at: Position): readonly PressCardRow[] {
    return this.cards.all({ id, at }) as PressCardRow[];
  }

  /** The letters of the reporter and of its duplicates, in order of issue; those issued by a day, if one is given. */
  lettersOf(
    id: string,
    direction: Direction,
    window: Window,
    at: Position,
    issuedBy?: LocalDate | undefined,
  ): Rows<LetterRow> {
    const from = "reporter d JOIN introduction_letter l ON l.reporter_id = d.id";
    const where = [FAMILY, standsAt("l")];
    const params: Record<string, SqlValue> = { id, at };
    if (issuedBy !== undefined) {
      where.push(`l.issued_on <= :issuedBy`);
      params["issuedBy"] = issuedBy;
    }
    const locator = { terms: ["l.reporter_id", "l.from_position"], from: "introduction_letter l" };
    const sort = { terms: ["l.issued_on", "l.agency_id", "l.number", "l.reporter_id"], direction, locator };
    return readPage<LetterRow>(this.db, { select: "l.*", from, where, params, sort }, window);
  }

  /** The ids of all entries that were merged into this one, directly or through another. */
  mergedInto(id: string, at: Position): readonly string[] {
    return this.duplicates.all({ id, at }) as string[];
  }

  /** Who holds the card of this number now, however it is spaced or capitalised; of a duplicate, the entry that goes on. */
  holderOf(cardNumber: string): string | undefined {
    return this.holder.get({ number: normalCardNumber(cardNumber), at: NOW }) as string | undefined;
  }

  /** What commands may know of the reporter. Of a duplicate it is the duplicate's own, and where its records go on. */
  fact(id: string, at: Position = NOW): ReporterFact | undefined {
    const row = this.get(id, at);
    if (!row) return undefined;
    return {
      reporterId: row.id,
      name: row.name,
      engagements: this.engagementsOf(id, at).map((one) => ({ agencyId: one.agency_id, from: one.starts_on })),
      mergedIntoId: row.survivor_id === row.id ? null : row.survivor_id,
      cards: this.cardsOf(id, at).map(cardOf),
      letters: (this.letters.all({ id, at }) as LetterRow[]).map(letterOf),
    };
  }
}

export const unitsOf = (row: LetterRow): AddressedUnit[] => JSON.parse(row.units_json) as AddressedUnit[];

export const cardOf = (row: PressCardRow): PressCard => ({
  number: row.number,
  issue: row.issue,
  issuedOn: row.issued_on,
  validTo: row.valid_to,
  withdrawnOn: row.withdrawn_on,
});

const letterOf = (row: LetterRow): IntroductionLetter => ({
  number: row.number,
  agencyId: row.agency_id,
  issuedOn: row.issued_on,
  validTo: row.valid_to,
  unitIds: unitsOf(row).map((unit) => unit.unitId),
  content: row.content,
});
