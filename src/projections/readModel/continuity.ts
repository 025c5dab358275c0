import type { Database } from "better-sqlite3";
import type { LogReader } from "../../eventstore/contract.js";
import { eventIndexPart } from "../timeline/eventIndex.js";
import { builtParts } from "./partTable.js";

/**
 * Whether a read model was built from this very log: its last event stands in the log at the same position. It does
 * not when the log was restored from an older backup, or another one was put in its place; then the read model is
 * worth nothing and must be built anew, or it would mix two histories. Nor can it be known while the index of events is
 * itself built anew and lies behind the other parts.
 */
export async function continues(db: Database, log: Pick<LogReader, "readAll" | "checkpointAt">): Promise<boolean> {
  const built = builtParts(db);
  const index = built.find(({ name }) => name === eventIndexPart.name);
  if (!index || built.some(({ place }) => place.position > index.place.position)) return false;
  const [last, before] = db.prepare(`SELECT position, event_id FROM event ORDER BY position DESC LIMIT 2`).all() as {
    position: number;
    event_id: string;
  }[];
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
