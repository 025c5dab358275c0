import { join } from "node:path";
import type { Position } from "../contract.js";
import { checkCopy, copyDatabase } from "./copyDatabase.js";
import { findHole } from "./holes.js";
import { CannotOpenLedger, type Connection, LEDGER_FILE, openForReading } from "./schema.js";

export interface LogBackup {
  /** Of the last event in it: everything up to there is in the backup, and nothing after. */
  readonly position: Position;
  readonly bytes: number;
}

/**
 * Copies the log of a folder into another folder, whether a server writes to it or not, and reads the copy back.
 * @throws CannotOpenLedger when there is no log to copy, or it has holes.
 */
export async function backUpLog(from: string, to: string, onPage?: (share: number) => void): Promise<LogBackup> {
  const source = openForReading(from);
  const path = join(to, LEDGER_FILE);
  try {
    const hole = findHole(source);
    if (hole !== undefined) {
      // A backup of it would one day be all that is left, and look like a good one.
      throw new CannotOpenLedger(
        `The ledger in ${from} has lost events: ${hole}. Nothing was backed up; stop the server and keep its files as they are.`,
      );
    }
    const { told, bytes } = await copyDatabase(source, path, lastEvent, onPage);
    checkCopy(path, lastEvent, told);
    return { position: told?.position ?? 0, bytes };
  } finally {
    source.close();
  }
}

/** The position tells how far it goes, the id that it is the same log. */
function lastEvent(db: Connection): { readonly position: number; readonly id: string } | undefined {
  return db
    .prepare<[], { position: number; id: string }>(
      "SELECT position, hex(event_id) AS id FROM events ORDER BY position DESC LIMIT 1",
    )
    .get();
}
