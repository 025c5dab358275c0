import type { Database } from "better-sqlite3";
import { cardsOfDuplicates, type CardOfEntry } from "../../domain/reporter/duplicates.js";
import {
  type CardChange,
  cardKey,
  type IntroductionLetter,
  type LetterFact,
  type PressCard,
} from "../../domain/reporter/papers.js";
import type { Reporter, ReporterEntry, ReporterFact } from "../../domain/reporter/reporter.js";
import { REPORTER_KINDS } from "../../domain/reporter/terms.js";
import { choices, day, type FilterOf, ref, yes } from "../../domain/kernel/fields.js";
import { nameKey } from "../../domain/kernel/names.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import type { Position } from "../../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import type { PressCardRow } from "./duplicates.js";
import { type LetterRow, reporterTable, type ReporterVersion } from "./table.js";
import type { Basis } from "../table/basis.js";
import { ALL_ALONG, hasGoneOn, type One, Ones, withGoneInto } from "../table/ones.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, type SqlValue, standsAt } from "../table/temporal.js";

/** By what the list may be narrowed. */
export const REPORTER_FILTER = {
  agencyId: ref("PressAgency", say("cơ quan báo chí", "press agency"), "Who works for this agency on `agencyOn`."),
  agencyOn: day(
    say("công tác tại cơ quan vào ngày", "working for the agency on"),
    "If absent, the day of the answer's basis.",
  ),
  kinds: choices(REPORTER_KINDS, say("loại phóng viên", "kinds of reporters")),
  hasCardValidOn: day(
    say("có thẻ nhà báo còn hạn vào ngày", "holds a card valid on"),
    "Only who holds a press card that is valid on this day.",
  ),
  includeMerged: yes(say("gồm cả hồ sơ đã gộp", "with merged entries"), "Duplicates too; they are left out otherwise."),
};
export type ReporterFilter = Omit<FilterOf<typeof REPORTER_FILTER>, "agencyId"> & {
  /** Without `agencyOn`: by the engagement that begins last. */
  readonly agency?: One | undefined;
  /** Only who was a reporter by this day. */
  readonly begunBy?: LocalDate | undefined;
};

/** So many are shown of those who may be the same person: common names are many. */
const MAX_PROBABLE = 20;

/** Who is one is so all along: the day makes no difference. */
const allAlong = (position: Position): { readonly position: Position; readonly today: LocalDate } => ({
  position,
  today: ALL_ALONG,
});

const END_OF_TIME = "9999-12-31";

/** The engagement that holds on :day; see `agencyOn` in the domain. */
const WORKS_FOR_AGENCY = `
  r.id IN (SELECT e.reporter_id FROM reporter_engagement e
    WHERE e.agency_id IN (SELECT value FROM json_each(:agency)) AND ${standsAt("e")} AND e.holds_from <= :day AND NOT EXISTS (
      SELECT 1 FROM reporter_engagement later
      WHERE later.reporter_id = e.reporter_id AND ${standsAt("later")} AND later.holds_from <= :day
        AND (later.holds_from, later.ordinal) > (e.holds_from, e.ordinal)))`;

/** An entry itself and the duplicates whose papers go on under it. */
const withDuplicates = (id: string): string => withGoneInto("Reporter", id);

const HAS_VALID_CARD = `
  EXISTS (SELECT 1 FROM press_card c
    WHERE c.reporter_id IN (${withDuplicates("r.id")}) AND ${standsAt("c")}
      AND c.issued_on <= :cardDay AND c.valid_to >= :cardDay
      AND (c.withdrawn_on IS NULL OR c.withdrawn_on > :cardDay))`;

export class ReporterQueries {
  private readonly reader: RecordReader<Reporter>;
  private readonly sortName;
  private readonly ones;
  private readonly cards;
  private readonly letters;
  private readonly cardHolders;
  private readonly mergedDirectly;
  private readonly duplicates;
  private readonly namesakes;

  constructor(private readonly db: Database) {
    this.reader = new RecordReader(db, reporterTable);
    this.sortName = db.prepare(`SELECT r.sort_name FROM reporter r WHERE r.id = :id AND ${standsAt("r")}`).pluck();
    this.ones = new Ones(db);
    this.cards = db.prepare(
      `SELECT c.* FROM press_card c WHERE c.reporter_id IN (${withDuplicates(":id")}) AND ${standsAt("c")}
       ORDER BY c.issued_on, c.number, c.reporter_id`,
    );
    this.letters = db.prepare(
      `SELECT l.* FROM introduction_letter l WHERE l.reporter_id IN (${withDuplicates(":id")}) AND ${standsAt("l")}
       ORDER BY l.issued_on, l.agency_id, l.number, l.reporter_id`,
    );
    this.cardHolders = db
      .prepare(
        `SELECT c.reporter_id FROM press_card c WHERE c.number_key = :key AND ${standsAt("c")} ORDER BY c.reporter_id`,
      )
      .pluck();
    this.mergedDirectly = db
      .prepare(`SELECT r.id FROM reporter r WHERE r.merged_into_id = :id AND ${standsAt("r")} ORDER BY r.id`)
      .pluck();
    this.duplicates = db.prepare(`SELECT id FROM (${withDuplicates(":id")}) WHERE id <> :id ORDER BY id`).pluck();
    this.namesakes = db
      .prepare(`SELECT r.id FROM reporter r WHERE r.name_key = :key AND ${standsAt("r")} ORDER BY r.id`)
      .pluck();
  }

  get(id: string, at: Position): ReporterVersion | undefined {
    return this.reader.get(id, at);
  }

  /** In order of given name, then family name. */
  list(filter: ReporterFilter, direction: Direction, window: Window, at: Position): Rows<ReporterVersion> {
    const conditions = new Conditions().oneOf("r.kind", "kinds", filter.kinds);
    if (!filter.includeMerged) conditions.where.push(`NOT ${hasGoneOn("Reporter", "r.id")}`);
    if (filter.agency) {
      conditions.add(WORKS_FOR_AGENCY, "agency", JSON.stringify(filter.agency.ids)).params["day"] =
        filter.agencyOn ?? END_OF_TIME;
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
    const goesOnAs = this.ones.goesOnAs("Reporter", id, allAlong(at));
    return goesOnAs === id ? null : goesOnAs;
  }

  /** The cards of the reporter and of its duplicates, oldest first. */
  cardsOf(id: string, at: Position): readonly PressCard[] {
    return (this.cards.all({ id, at }) as PressCardRow[]).map(cardOf);
  }

  /** The cards that came with the reporter's duplicates, as they came. */
  cardsOfDuplicates(id: string): readonly CardOfEntry[] {
    return cardsOfDuplicates(id, (of) => {
      const ids = this.mergedDirectly.all({ id: of, at: NOW }) as string[];
      return ids.flatMap((one) => this.reader.get(one, NOW)?.state ?? []);
    });
  }

  /** The letters that came with the reporter's duplicates. */
  lettersOfDuplicates(id: string): readonly LetterFact[] {
    const rows = this.letters.all({ id, at: NOW }) as LetterRow[];
    return rows.filter(({ reporter_id }) => reporter_id !== id).map(letterOf);
  }

  /** What became of cards, as it was recorded in the entries into which this one was merged, now: the nearest first. */
  cardChangesAbove(id: string): readonly CardChange[] {
    const above = new Set<string>();
    for (let into = this.get(id, NOW)?.state.mergedIntoId; into != null && into !== id && !above.has(into);) {
      above.add(into);
      into = this.get(into, NOW)?.state.mergedIntoId;
    }
    return [...above].flatMap((one) => this.get(one, NOW)?.state.changesOfOtherCards ?? []);
  }

  /**
   * Who may be the same person, entered again: an entry of the same name that has worked for one of the same agencies on
   * the basis' day, or one with the same card.
   */
  probableDuplicatesOf({ id, state }: ReporterVersion, basis: Pick<Basis, "position" | "today">): readonly string[] {
    const { position: at } = basis;
    const own = new Set(this.ones.of("Reporter", id, basis).ids);
    const agenciesOf = ({ engagements }: ReporterEntry): readonly string[] =>
      engagements.map(({ agencyId }) => this.ones.goesOnAs("PressAgency", agencyId, basis));
    const agencies = agenciesOf(state);
    const alike = (this.namesakes.all({ key: nameKey(state.name), at }) as string[]).filter((other) => {
      const entry = this.get(other, at)?.state;
      return entry !== undefined && agenciesOf(entry).some((agencyId) => agencies.includes(agencyId));
    });
    const withCard = this.cardsOf(id, at).flatMap(
      ({ number }) => this.cardHolders.all({ key: cardKey(number), at }) as string[],
    );
    const others = [...alike, ...withCard].filter((other) => !own.has(other));
    return [...new Set(others.map((other) => this.ones.goesOnAs("Reporter", other, basis)))]
      .sort()
      .slice(0, MAX_PROBABLE);
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
    const entries = this.cardHolders.all({ key: cardKey(cardNumber), at: NOW }) as string[];
    return entries.map((id) => this.ones.goesOnAs("Reporter", id, allAlong(NOW))).sort()[0];
  }

  /** What commands may know of the reporter. Of a duplicate it is the duplicate's own, and where its records go on. */
  fact(id: string, at: Position = NOW): ReporterFact | undefined {
    const version = this.get(id, at);
    if (!version) return undefined;
    const { name, kind, engagements } = version.state;
    return {
      ...{ reporterId: id, name, kind, engagements },
      mergedIntoId: this.survivorOf(id, at),
      cards: this.cardsOf(id, at),
      letters: (this.letters.all({ id, at }) as LetterRow[]).map(letterOf),
    };
  }
}

const cardOf = (row: PressCardRow): PressCard => ({
  number: row.number,
  issue: row.issue,
  issuedOn: row.issued_on,
  validTo: row.valid_to,
  withdrawnOn: row.withdrawn_on,
  withdrawalBasis: row.withdrawal_basis,
});

export const letterOf = (row: LetterRow): IntroductionLetter => ({
  number: row.number,
  agencyId: row.agency_id,
  agencyName: row.agency_name,
  issuedOn: row.issued_on,
  validTo: row.valid_to,
  units: JSON.parse(row.units_json) as IntroductionLetter["units"],
  content: row.content,
});
