import { dong } from "../../domain/kernel/money.js";
import { receiptKey } from "../../domain/sanction/fine.js";
import type { Sanction } from "../../domain/sanction/sanction.js";
import type { Follower } from "../table/recordPart.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";

/** What a decision holds of a receipt. */
interface ReceiptRow {
  receipt: string;
  sanction_id: string;
  /** In đồng: what of the receipt was paid on this decision, and what the receipt is over in all. */
  used: number;
  total: number;
}

/** The receipts by which a decision was paid. */
export const sanctionReceipts: Follower<Sanction> = {
  ddl: `
    CREATE TABLE sanction_receipt (
      receipt TEXT NOT NULL,
      sanction_id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      used INTEGER NOT NULL,
      total INTEGER NOT NULL,
      PRIMARY KEY (receipt, sanction_id, from_position)
    ) STRICT, WITHOUT ROWID;
  `,
  open({ db }) {
    const rows = new TemporalTable<ReceiptRow>(db, "sanction_receipt", ["receipt", "sanction_id"], ["used", "total"]);
    return {
      changed({ event, before, after }) {
        if (before?.state.fine.payments === after.state.fine.payments) return;
        const old = new Map(before ? rowsOf(before.state).map((row) => [row.receipt, row.used]) : []);
        for (const row of rowsOf(after.state)) {
          if (old.get(row.receipt) !== row.used) rows.put(event.position, row);
          old.delete(row.receipt);
        }
        // A payment that was taken back leaves the receipt to others.
        for (const receipt of old.keys()) rows.end(event.position, { receipt, sanction_id: after.id });
      },
    };
  },
};

function rowsOf({ sanctionId: sanction_id, fine }: Sanction): readonly ReceiptRow[] {
  const rows = new Map<string, ReceiptRow>();
  for (const { receipt: paper, amount } of fine.payments) {
    const receipt = receiptKey(paper);
    const used = Number(dong(amount)) + (rows.get(receipt)?.used ?? 0);
    rows.set(receipt, { receipt, sanction_id, used, total: Number(dong(paper.total)) });
  }
  return [...rows.values()];
}
