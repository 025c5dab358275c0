import type { Database } from "better-sqlite3";
import { dong } from "../domain/kernel/money.js";
import { type FineEvent, receiptKey } from "../domain/sanction/fine.js";
import type { Position } from "../eventstore/contract.js";
import { figuresDdl } from "./figures/tables.js";
import { TallyWriter } from "./figures/writer.js";
import type { ReadModelPart } from "./part.js";
import { advance, type RecordedSanctionEvent } from "./sanctionFold.js";
import { sanctionTally } from "./sanctionFigures.js";
import { fromRow, SANCTION_COLUMNS, type SanctionRow, type SanctionVersion, toRow } from "./sanctionRow.js";
import { COMPLAINTS_DDL, SanctionComplaints } from "./sanctionComplaints.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

/** Which violations a decision is about: what a list of decisions is found by besides their own columns. */
interface CodeRow {
  code: string;
  sanction_id: string;
  signed_on: string;
}

/** What a decision holds of a receipt. */
interface ReceiptRow {
  receipt: string;
  sanction_id: string;
  /** In đồng: what of the receipt was paid on this decision, and what the receipt is over in all. */
  used: number;
  total: number;
}

const SANCTIONS_DDL = `
  CREATE TABLE sanction (
    id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    case_id TEXT NOT NULL,
    party_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    issuer_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    number_folded TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    replaces_id TEXT,
    payable_until TEXT,
    outstanding INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    detail_json TEXT NOT NULL,
    PRIMARY KEY (id, from_position, to_position)
  ) STRICT;
  CREATE INDEX sanction_in_order ON sanction (signed_on, id, from_position, to_position);
  CREATE INDEX sanction_of_case ON sanction (case_id, signed_on, id, from_position, to_position);
  CREATE INDEX sanction_of_issuer ON sanction (issuer_id, signed_on, id, from_position, to_position);
  CREATE INDEX sanction_replacing ON sanction (replaces_id) WHERE replaces_id IS NOT NULL;
  CREATE TABLE sanction_code (
    code TEXT NOT NULL,
    sanction_id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    signed_on TEXT NOT NULL,
    PRIMARY KEY (code, sanction_id, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sanction_code_in_order ON sanction_code (code, signed_on, sanction_id, from_position, to_position);
  CREATE TABLE sanction_receipt (
    receipt TEXT NOT NULL,
    sanction_id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    used INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (receipt, sanction_id, from_position)
  ) STRICT, WITHOUT ROWID;
`;

/** Decisions, what they are found by, their receipts, complaints and figures: one part, as each follows the decision. */
export const sanctionsPart: ReadModelPart = {
  name: "sanctions",
  source: import.meta.url,
  ddl: SANCTIONS_DDL + COMPLAINTS_DDL + figuresDdl(sanctionTally),
  open({ db }) {
    const sanctions = new TemporalTable<SanctionRow>(db, "sanction", ["id"], SANCTION_COLUMNS);
    const codes = new Codes(db);
    const receipts = new Receipts(db);
    const complaints = new SanctionComplaints(db);
    const figures = new TallyWriter(db, sanctionTally);

    return (event) => {
      if (!event.stream.startsWith("sanction-")) return;
      const sanctionEvent = event as RecordedSanctionEvent;
      const row = sanctions.get({ id: sanctionEvent.data.sanctionId });
      const before = row && fromRow(row);
      const after = advance(before, sanctionEvent);
      if (!after) return;
      if (before) sanctions.put(event.position, toRow(after));
      else sanctions.begin(event.position, toRow(after));
      codes.follow(event.position, before, after);
      complaints.follow(event.position, before, after);
      if (sanctionEvent.type === "FinePaymentRecorded") receipts.used(event.position, sanctionEvent.data);
      figures.changed(sanctionEvent, before, after);
    };
  },
};

class Codes {
  private readonly table: TemporalTable<CodeRow>;

  constructor(db: Database) {
    this.table = new TemporalTable<CodeRow>(db, "sanction_code", ["code", "sanction_id"], ["signed_on"]);
  }

  follow(at: Position, before: SanctionVersion | undefined, after: SanctionVersion): void {
    const old = before ? codesOf(before) : new Set<string>();
    const fresh = codesOf(after);
    const { sanctionId: sanction_id, signedOn: signed_on } = after.detail.state;
    for (const code of old) if (!fresh.has(code)) this.table.end(at, { code, sanction_id });
    for (const code of fresh) if (!old.has(code)) this.table.begin(at, { code, sanction_id, signed_on });
  }
}

/** An annulled decision is still found by what it was about. */
const codesOf = ({ detail }: SanctionVersion): Set<string> =>
  new Set(detail.state.content.lines.map((line) => line.code));

class Receipts {
  private readonly table: TemporalTable<ReceiptRow>;

  constructor(db: Database) {
    this.table = new TemporalTable<ReceiptRow>(db, "sanction_receipt", ["receipt", "sanction_id"], ["used", "total"]);
  }

  used(at: Position, payment: Extract<FineEvent, { type: "FinePaymentRecorded" }>["data"]): void {
    const { sanctionId: sanction_id, receipt, amount } = payment;
    const key = { receipt: receiptKey(receipt), sanction_id };
    const used = dong(amount) + BigInt(this.table.get(key)?.used ?? 0);
    this.table.put(at, { ...key, used: Number(used), total: Number(dong(receipt.total)) });
  }
}
