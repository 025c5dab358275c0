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
import { ALL_ALONG, Ones } from "../table/ones.js";
import { OPEN, TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";

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
`;

/** An entry and its duplicates are one person (./table.ts, reporterGoesOn): keeps the cards, and the names by which they are found. */
export const reporterDuplicates: Follower<Reporter> = {
  ddl: DDL,
  indexes: `CREATE INDEX press_card_by_number ON press_card (number_key);`,
  open(context, reporters) {
    const family = new Families(context, reporters);
    return { changed: (change) => family.follow(change) };
  },
};

class Families {
  private readonly ones;
  private readonly cards;
  private readonly cardsOfEntry;
  private readonly search;

  constructor(
    { db, search }: ProjectionContext,
    private readonly reporters: StandingRecords<Reporter>,
  ) {
    this.search = search;
    this.ones = new Ones(db);
    this.cards = new TemporalTable<PressCardRow>(db, "press_card", ["reporter_id", "number"], PRESS_CARD_COLUMNS);
    this.cardsOfEntry = db.prepare(
      `SELECT reporter_id, number, ${PRESS_CARD_COLUMNS.join(", ")} FROM press_card
       WHERE reporter_id = ? AND to_position = ${OPEN}`,
    );
  }

  follow({ event: { position: at }, before, after: { id, state } }: Change<Reporter>): void {
    const { cards, changesOfOtherCards, name, mergedIntoId = null } = before?.state ?? {};
    if (state.mergedIntoId !== mergedIntoId) return this.settle(at, [id, mergedIntoId, state.mergedIntoId]);
    if (state.cards !== cards || state.changesOfOtherCards !== changesOfOtherCards) {
      this.keepCards(at, this.survivorOf(at, id));
    }
    if (state.name !== name || state.cards !== cards) this.keepFound(at, this.survivorOf(at, id));
  }

  /** Who is one with any of these has changed. */
  private settle(at: Position, ids: readonly (string | null)[]): void {
    for (const survivorId of new Set(ids.flatMap((id) => (id === null ? [] : this.survivorOf(at, id))))) {
      for (const { reporterId } of this.familyOf(at, survivorId)) {
        if (reporterId !== survivorId) this.search.end(at, "REPORTER", reporterId);
      }
      this.keepCards(at, survivorId);
      this.keepFound(at, survivorId);
    }
  }

  private survivorOf(at: Position, id: string): string {
    return this.ones.goesOnAs("Reporter", id, { position: at, today: ALL_ALONG });
  }

  /** The entry and all that were merged into it, as they stand. */
  private familyOf(at: Position, id: string): readonly Reporter[] {
    const { ids } = this.ones.of("Reporter", id, { position: at, today: ALL_ALONG });
    return ids.flatMap((one) => this.reporters.get(one)?.state ?? []);
  }

  private keepCards(at: Position, survivorId: string): void {
    const family = this.familyOf(at, survivorId);
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
    const [survivor, ...others] = this.familyOf(at, survivorId);
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
