import type { Database } from "better-sqlite3";
import { cardsOfDuplicates, type CardOfEntry } from "../../domain/reporter/duplicates.js";
import {
  type AddressedUnit,
  type IntroductionLetter,
  normalCardNumber,
  type RegisteredCard,
} from "../../domain/reporter/papers.js";
import type { Reporter, ReporterFact } from "../../domain/reporter/reporter.js";
import type { ReporterKind } from "../../domain/reporter/terms.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import type { PressCardRow } from "./duplicates.js";
import { type LetterRow, reporterTable, type ReporterVersion } from "./table.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, type SqlValue, standsAt } from "../table/temporal.js";

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

/** An entry itself and the duplicates whose papers go on under it. */
const withDuplicates = (id: string): string =>
  `SELECT ${id} UNION ALL SELECT m.reporter_id FROM reporter_merger m WHERE m.survivor_id = ${id} AND ${standsAt("m")}`;

const IS_NO_DUPLICATE = `NOT EXISTS (SELECT 1 FROM reporter_merger d WHERE d.reporter_id = r.id AND ${standsAt("d")})`;

const HAS_VALID_CARD = `
  EXISTS (SELECT 1 FROM press_card c
    WHERE c.reporter_id IN (${withDuplicates("r.id")}) AND ${standsAt("c")}
      AND c.issued_on <= :cardDay AND c.valid_to >= :cardDay
      AND (c.withdrawn_on IS NULL OR c.withdrawn_on > :cardDay))`;

export class ReporterQueries {
  private readonly reader: RecordReader<Reporter>;
  private readonly sortName;
  private readonly survivor;
  private readonly cards;
  private readonly letters;
  private readonly holder;
  private readonly mergedDirectly;
  private readonly duplicates;

  constructor(private readonly db: Database) {
    this.reader = new RecordReader(db, reporterTable);
    this.sortName = db.prepare(`SELECT r.sort_name FROM reporter r WHERE r.id = :id AND ${standsAt("r")}`).pluck();
    this.survivor = db
      .prepare(`SELECT m.survivor_id FROM reporter_merger m WHERE m.reporter_id = :id AND ${standsAt("m")}`)
      .pluck();
    this.cards = db.prepare(
      `SELECT c.* FROM press_card c WHERE c.reporter_id IN (${withDuplicates(":id")}) AND ${standsAt("c")}
       ORDER BY c.issued_on, c.number, c.reporter_id`,
    );
    this.letters = db.prepare(
      `SELECT l.* FROM introduction_letter l WHERE l.reporter_id IN (${withDuplicates(":id")}) AND ${standsAt("l")}
       ORDER BY l.issued_on, l.agency_id, l.number, l.reporter_id`,
    );
    this.holder = db
      .prepare(
        `SELECT coalesce(m.survivor_id, c.reporter_id) AS holder FROM press_card c
         LEFT JOIN reporter_merger m ON m.reporter_id = c.reporter_id AND ${standsAt("m")}
         WHERE c.number = :number AND ${standsAt("c")} ORDER BY holder LIMIT 1`,
      )
      .pluck();
    this.mergedDirectly = db
      .prepare(`SELECT r.id FROM reporter r WHERE r.merged_into_id = :id AND ${standsAt("r")} ORDER BY r.id`)
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

  get(id: string, at: Position): ReporterVersion | undefined {
    return this.reader.get(id, at);
  }

  /** In order of given name, then family name. */
  list(filter: ReporterFilter, direction: Direction, window: Window, at: Position): Rows<ReporterVersion> {
    const conditions = new Conditions().oneOf("r.kind", "kinds", filter.kinds);
    if (!filter.includeMerged) conditions.where.push(IS_NO_DUPLICATE);
    if (filter.agencyId) {
      conditions.add(WORKS_FOR_AGENCY, "agency", filter.agencyId).params["day"] = filter.agencyOn ?? END_OF_TIME;
    }
    if (filter.hasCardValidOn) conditions.add(HAS_VALID_CARD, "cardDay", filter.hasCardValidOn);
    if (filter.begunBy) conditions.add(`r.since <= :begunBy`, "begunBy", filter.begunBy);
    return this.reader.list({ ...conditions, direction, window, at });
  }

  /** The name as lists order it. */
  sortNameOf(id: string, at: Position): string | undefined {
    return this.sortName.get({ id, at }) as string | undefined;
  }

  /** The entry that goes on for this duplicate, at the end of the chain of mergers; null: it is none. */
  survivorOf(id: string, at: Position): string | null {
    return (this.survivor.get({ id, at }) as string | undefined) ?? null;
  }

  /** The cards of the reporter and of its duplicates, oldest first. */
  cardsOf(id: string, at: Position): readonly RegisteredCard[] {
    return (this.cards.all({ id, at }) as PressCardRow[]).map(cardOf);
  }

  /** The cards that came with the reporter's duplicates, as they came. */
  cardsOfDuplicates(id: string): readonly CardOfEntry[] {
    return cardsOfDuplicates(id, (of) => {
      const ids = this.mergedDirectly.all({ id: of, at: NOW }) as string[];
      return ids.flatMap((one) => this.reader.get(one, NOW)?.state ?? []);
    });
  }

  /** The letters of the reporter and of its duplicates, in order of issue; those issued by a day, if one is given. */
  lettersOf(
    id: string,
    direction: Direction,
    window: Window,
    at: Position,
    issuedBy?: LocalDate | undefined,
  ): Rows<LetterRow> {
    const from = "introduction_letter l";
    const where = [`l.reporter_id IN (${withDuplicates(":id")})`, standsAt("l")];
    const params: Record<string, SqlValue> = { id, at };
    if (issuedBy !== undefined) {
      where.push(`l.issued_on <= :issuedBy`);
      params["issuedBy"] = issuedBy;
    }
    const locator = { terms: ["l.reporter_id", "l.from_position"], from };
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
    const version = this.get(id, at);
    if (!version) return undefined;
    const { name, kind, engagements } = version.state;
    return {
      reporterId: id,
      name,
      kind,
      engagements: engagements.map(({ agencyId, from }) => ({ agencyId, from })),
      mergedIntoId: this.survivorOf(id, at),
      cards: this.cardsOf(id, at),
      letters: (this.letters.all({ id, at }) as LetterRow[]).map(letterOf),
    };
  }
}

export const unitsOf = (row: LetterRow): AddressedUnit[] => JSON.parse(row.units_json) as AddressedUnit[];

const cardOf = (row: PressCardRow): RegisteredCard => ({
  number: row.number,
  issue: row.issue,
  issuedOn: row.issued_on,
  validTo: row.valid_to,
  withdrawnOn: row.withdrawn_on,
  withdrawalBasis: row.withdrawal_basis,
});

const letterOf = (row: LetterRow): IntroductionLetter => ({
  number: row.number,
  agencyId: row.agency_id,
  issuedOn: row.issued_on,
  validTo: row.valid_to,
  unitIds: unitsOf(row).map((unit) => unit.unitId),
  content: row.content,
});
