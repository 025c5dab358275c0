import type { Statement } from "better-sqlite3";
import { personOrder } from "../domain/kernel/nameOrder.js";
import { normalCardNumber } from "../domain/reporter/papers.js";
import type { IntroductionLetterRecorded, ReporterEvent } from "../domain/reporter/reporter.js";
import type { LedgerEvent } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { type ProjectionContext, type ReadModelPart, when } from "./part.js";
import {
  ENGAGEMENT_COLUMNS,
  type EngagementRow,
  LETTER_COLUMNS,
  LETTER_KEY,
  type LetterRow,
  PRESS_CARD_COLUMNS,
  type PressCardRow,
  REPORTER_COLUMNS,
  type ReporterRow,
  REPORTERS_DDL,
} from "./reporterTables.js";
import { foundAs } from "./searchPart.js";
import { OPEN, TemporalTable } from "./temporal.js";

export type { EngagementRow, LetterRow, PressCardRow, ReporterRow } from "./reporterTables.js";

export const reportersPart: ReadModelPart = {
  name: "reporters",
  source: import.meta.url,
  ddl: REPORTERS_DDL,
  ownRows: [foundAs("REPORTER")],
  open(context) {
    const { reporters, engagements, cards, letters, countEngagements, cardsNumbered } = tablesOf(context);
    const engage = engaging(engagements, countEngagements);
    const { change, indexNames, merge } = writersOf(context, reporters);

    return when<ReporterEvent>({
      ReporterRegistered(event) {
        const { reporterId, name, kind, agencyId, agencyName, since } = event.data;
        reporters.put(event.position, {
          id: reporterId,
          name,
          sort_name: personOrder(name),
          kind,
          since,
          merged_into_id: null,
          survivor_id: reporterId,
          revision: event.revision,
        });
        engage(event.position, { reporterId, agencyId, agencyName, from: since });
        indexNames(event.position, reporterId);
      },
      ReporterAmended(event) {
        const { reporterId, name, kind } = event.data;
        change(event, reporterId, (row) => ({
          name: name ?? row.name,
          sort_name: personOrder(name ?? row.name),
          kind: kind ?? row.kind,
        }));
        indexNames(event.position, reporterId);
      },
      PressCardRecorded(event) {
        const { reporterId: reporter_id, number, issue, issuedOn: issued_on, validTo: valid_to } = event.data;
        const term = { issue, issued_on, valid_to };
        cards.put(event.position, { reporter_id, number, ...term, withdrawn_on: null, withdrawal_basis: null });
        change(event, reporter_id);
      },
      PressCardAmended(event) {
        const { reporterId, number: formerly, card } = event.data;
        const { number, issue, issuedOn: issued_on, validTo: valid_to } = card;
        for (const before of cardsNumbered.all({ number: normalCardNumber(formerly), reporterId }) as PressCardRow[]) {
          // The number is in the key: under another one the card would otherwise stand twice.
          cards.end(event.position, before);
          cards.put(event.position, { ...before, number, issue, issued_on, valid_to });
        }
        change(event, reporterId);
      },
      PressCardWithdrawn(event) {
        const { reporterId, number, withdrawnOn: withdrawn_on, legalBasis: withdrawal_basis } = event.data;
        // The card may stand under a duplicate of this reporter.
        for (const card of cardsNumbered.all({ number: normalCardNumber(number), reporterId }) as PressCardRow[]) {
          cards.put(event.position, { ...card, withdrawn_on, withdrawal_basis });
        }
        change(event, reporterId);
      },
      IntroductionLetterRecorded(event) {
        letters.put(event.position, letterRow(event.data));
        change(event, event.data.reporterId);
      },
      ReporterTransferred(event) {
        const { reporterId, agencyId, agencyName, effectiveOn } = event.data;
        engage(event.position, { reporterId, agencyId, agencyName, from: effectiveOn });
        change(event, reporterId);
      },
      ReporterMerged: (event) => merge(event, event.data.reporterId, event.data.intoId),
    });
  },
};

function tablesOf({ db }: ProjectionContext) {
  return {
    reporters: new TemporalTable<ReporterRow>(db, "reporter", ["id"], REPORTER_COLUMNS),
    engagements: new TemporalTable<EngagementRow>(
      db,
      "reporter_engagement",
      ["reporter_id", "ordinal"],
      ENGAGEMENT_COLUMNS,
    ),
    cards: new TemporalTable<PressCardRow>(db, "press_card", ["reporter_id", "number"], PRESS_CARD_COLUMNS),
    letters: new TemporalTable<LetterRow>(db, "introduction_letter", LETTER_KEY, LETTER_COLUMNS),
    countEngagements: db
      .prepare(`SELECT count(*) FROM reporter_engagement WHERE reporter_id = ? AND to_position = ${OPEN}`)
      .pluck(),
    cardsNumbered: db.prepare(
      `SELECT c.reporter_id, c.number, ${PRESS_CARD_COLUMNS.map((column) => `c.${column}`).join(", ")}
       FROM press_card c
       JOIN reporter holder ON holder.id = c.reporter_id AND holder.to_position = ${OPEN}
       JOIN reporter speaker ON speaker.id = :reporterId AND speaker.to_position = ${OPEN}
       WHERE c.number = :number AND c.to_position = ${OPEN} AND holder.survivor_id = speaker.survivor_id`,
    ),
  };
}

interface NewEngagement {
  readonly reporterId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly from: string;
}

/** An agency from a day on; the first one holds for all the days before, too. */
const engaging =
  (engagements: TemporalTable<EngagementRow>, count: Statement) =>
  (at: Position, { reporterId, agencyId, agencyName, from }: NewEngagement): void => {
    const ordinal = count.get(reporterId) as number;
    engagements.put(at, {
      reporter_id: reporterId,
      ordinal,
      agency_id: agencyId,
      agency_name: agencyName,
      starts_on: from,
      holds_from: ordinal === 0 ? "" : from,
    });
  };

const letterRow = (data: IntroductionLetterRecorded["data"]): LetterRow => ({
  reporter_id: data.reporterId,
  agency_id: data.agencyId,
  number: data.number,
  issued_on: data.issuedOn,
  agency_name: data.agencyName,
  valid_to: data.validTo,
  units_json: JSON.stringify(data.units),
  content: data.content,
});

/** What is done to the entries themselves: a new version, the names by which they are found, a merger. */
function writersOf({ db, search }: ProjectionContext, reporters: TemporalTable<ReporterRow>) {
  const family = db.prepare(
    `SELECT id, ${REPORTER_COLUMNS.join(", ")} FROM reporter
     WHERE survivor_id = ? AND to_position = ${OPEN} ORDER BY id`,
  );
  const familyOf = (id: string): ReporterRow[] => family.all(id) as ReporterRow[];

  const change = (event: LedgerEvent, id: string, fields?: (row: ReporterRow) => Partial<ReporterRow>): void => {
    const row = reporters.get({ id });
    if (row) reporters.put(event.position, { ...row, ...fields?.(row), revision: event.revision });
  };

  /** The entry that goes on is found by the names of its duplicates too. */
  const indexNames = (at: Position, id: string): void => {
    const row = reporters.get({ id });
    if (!row || row.survivor_id !== id) return;
    const names = familyOf(id).map((one) => one.name);
    search.put(
      at,
      "REPORTER",
      id,
      row.name,
      [...new Set(names)].filter((name) => name !== row.name),
    );
  };

  const merge = (event: LedgerEvent, id: string, intoId: string): void => {
    const survivorId = reporters.get({ id: intoId })?.survivor_id ?? intoId;
    for (const row of familyOf(id)) {
      reporters.put(event.position, { ...row, survivor_id: survivorId });
    }
    change(event, id, () => ({ merged_into_id: intoId }));
    // Two commands at the same moment may merge two entries into each other; then the second one goes on.
    if (survivorId !== id) search.end(event.position, "REPORTER", id);
    indexNames(event.position, survivorId);
  };

  return { change, indexNames, merge };
}
