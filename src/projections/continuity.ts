import { existsSync } from "node:fs";
import type { LogReader } from "../eventstore/contract.js";
import { openForWriting } from "./readModelFile.js";

/**
 * Whether a read model was built from this very log: its last event stands in the log at the same position. It does
 * not when the log was restored from an older backup, or another one was put in its place; then the read model is
 * worth nothing and must be built anew, or it would mix two histories.
 */
export async function continues(path: string, log: Pick<LogReader, "readAll" | "checkpointAt">): Promise<boolean> {
  if (!existsSync(path)) return true;
  const db = openForWriting(path);
  const [last, before] = db.prepare(`SELECT position, event_id FROM event ORDER BY position DESC LIMIT 2`).all() as {
    position: number;
    event_id: string;
  }[];
  db.close();
  if (!last) return true;
  const after = before ? { after: log.checkpointAt(before.position) } : {};
  try {
    const { events } = await log.readAll({ ...after, limit: 1 });
    return events[0]?.id === last.event_id && events[0].position === last.position;
  } catch (error) {
    // A log that ends before the place has no event there.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
