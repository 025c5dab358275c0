import { PAPERS } from "../../domain/kernel/fields.js";
import { allCardsOf, type CardOfEntry } from "../../domain/reporter/duplicates.js";
import { cardKey } from "../../domain/reporter/papers.js";
import type { Reporter } from "../../domain/reporter/reporter.js";
import type { Position } from "../../eventstore/contract.js";
import type { ProjectionContext } from "../table/part.js";
import { found, type FoundText } from "../table/foundTexts.js";
import type { Follower } from "../table/recordPart.js";
import type { Change } from "../table/recordTable.js";
import type { StandingRecords } from "../table/standingRecords.js";
import { OPEN, TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";

/** A duplicate, and the entry that goes on: the last of the chain of mergers. */
interface MergerRow {
  reporter_id: string;
  survivor_id: string;
}

export interface PressCardRow {
  /** The entry in which the card was recorded. */
  reporter_id: string;
  number: string;
  /** The same however the number is typed. */
  number_key: string;
  issue: string;
  issued_on: string;
  valid_to: string;
  withdrawn_on: string | null;
  withdrawal_basis: string | null;
}
const PRESS_CARD_COLUMNS = [
  "number_key",
  "issue",
  "issued_on",
  "valid_to",
  "withdrawn_on",
  "withdrawal_basis",
] as const;

const DDL = `
  CREATE TABLE reporter_merger (
    reporter_id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    survivor_id TEXT NOT NULL,
    PRIMARY KEY (reporter_id, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reporter_merger_by_survivor ON reporter_merger (survivor_id);

  CREATE TABLE press_card (
    reporter_id TEXT NOT NULL,
    number TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    number_key TEXT NOT NULL,
    issue TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    withdrawn_on TEXT,
    withdrawal_basis TEXT,
    PRIMARY KEY (reporter_id, number, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX press_card_by_number ON press_card (number_key);
`;

/** An entry and its duplicates are one person: keeps who goes on for whom, the cards, and the names by which they are found. */
export const reporterDuplicates: Follower<Reporter> = {
  ddl: DDL,
  open(context, reporters) {
    const family = new Families(context, reporters);
    return { changed: (change) => family.follow(change) };
  },
};

class Families {
  private readonly mergers;
  private readonly cards;
  private readonly duplicates;
  private readonly cardsOfEntry;
  private readonly search;

  constructor(
    { db, search }: ProjectionContext,
    private readonly reporters: StandingRecords<Reporter>,
  ) {
    this.search = search;
    this.mergers = new TemporalTable<MergerRow>(db, "reporter_merger", ["reporter_id"], ["survivor_id"]);
    this.cards = new TemporalTable<PressCardRow>(db, "press_card", ["reporter_id", "number"], PRESS_CARD_COLUMNS);
    this.duplicates = db
      .prepare(
        `SELECT reporter_id FROM reporter_merger WHERE survivor_id = ? AND to_position = ${OPEN} ORDER BY reporter_id`,
      )
      .pluck();
    this.cardsOfEntry = db.prepare(
      `SELECT reporter_id, number, ${PRESS_CARD_COLUMNS.join(", ")} FROM press_card
       WHERE reporter_id = ? AND to_position = ${OPEN}`,
    );
  }

  follow({ event: { position }, before, after: { id, state } }: Change<Reporter>): void {
    const merged = state.mergedIntoId !== null && state.mergedIntoId !== before?.state.mergedIntoId;
    if (merged) this.merge(position, id, state.mergedIntoId);
    const { cards, changesOfOtherCards, name } = before?.state ?? {};
    if (merged || state.cards !== cards || state.changesOfOtherCards !== changesOfOtherCards) {
      this.keepCards(position, this.survivorOf(id));
    }
    if (merged || state.name !== name || state.cards !== cards) this.keepFound(position, this.survivorOf(id));
  }

  private survivorOf(id: string): string {
    return this.mergers.get({ reporter_id: id })?.survivor_id ?? id;
  }

  /** The entry and all that were merged into it, as they stand. */
  private familyOf(id: string): readonly Reporter[] {
    const ids = [id, ...(this.duplicates.all(id) as string[])];
    return ids.flatMap((one) => this.reporters.get(one)?.state ?? []);
  }

  private merge(at: Position, id: string, intoId: string): void {
    const survivorId = this.survivorOf(intoId);
    // Two commands at the same moment may merge two entries into each other; then the second one goes on.
    if (survivorId === id) return;
    for (const { reporterId } of this.familyOf(id)) {
      this.mergers.put(at, { reporter_id: reporterId, survivor_id: survivorId });
    }
    this.search.end(at, "REPORTER", id);
  }

  private keepCards(at: Position, survivorId: string): void {
    const family = this.familyOf(survivorId);
    const [survivor] = family;
    if (!survivor) return;
    const all = allCardsOf(survivor, (id) => family.filter(({ mergedIntoId }) => mergedIntoId === id));
    const wanted = new Map(all.map((card) => [JSON.stringify(rowOf(card)), rowOf(card)]));
    const standing = family.flatMap(({ reporterId }) => this.cardsOfEntry.all(reporterId) as PressCardRow[]);
    for (const row of standing) if (!wanted.delete(JSON.stringify(row))) this.cards.end(at, row);
    for (const row of wanted.values()) this.cards.put(at, row);
  }

  /** The entry that goes on is found by the names and cards of its duplicates too. */
  private keepFound(at: Position, survivorId: string): void {
    const [survivor, ...others] = this.familyOf(survivorId);
    if (!survivor) return;
    const names = new Set(others.map(({ name }) => name).filter((name) => name !== survivor.name));
    const texts = [
      ...found("NAME", survivor.name),
      ...[...names].flatMap((name) => found("OTHER_NAME", name)),
      ...[survivor, ...others].flatMap(foundCards),
    ];
    this.search.put(at, "REPORTER", survivorId, { since: survivor.since, texts });
  }
}

/** The numbers of cards, for those who may read them. Of letters there may be hundreds, and no entry holds them all. */
const foundCards = ({ cards }: Reporter): readonly FoundText[] =>
  cards.flatMap(({ number }) => found("CARD_NUMBER", number, { sort: "SERIAL", names: PAPERS }));

const rowOf = ({
  reporterId,
  number,
  issue,
  issuedOn,
  validTo,
  withdrawnOn,
  withdrawalBasis,
}: CardOfEntry): PressCardRow => ({
  reporter_id: reporterId,
  number,
  number_key: cardKey(number),
  issue,
  issued_on: issuedOn,
  valid_to: validTo,
  withdrawn_on: withdrawnOn,
  withdrawal_basis: withdrawalBasis,
});
