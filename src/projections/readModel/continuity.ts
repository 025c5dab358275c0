import { basename } from "node:path";
import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../eventstore/embedded/sqlite.js";
import { type LogReader, type Position, START } from "../../eventstore/contract.js";
import { eventIndexPart } from "../timeline/eventIndex.js";
import { builtParts, type Place } from "./partTable.js";
import { openForReading } from "./openFile.js";
import { readModelsIn, setAside } from "./readModelFile.js";

type Log = Pick<LogReader, "readAll" | "checkpointAt" | "positionOf" | "head">;

/** The setting by which an operator takes a log that is not the one that a read model was built from. */
export const ACCEPT_SETTING = "LEDGER_ACCEPT_OTHER_LOG";

/**
 * The log is not the one that this node's read model was built from: events that were acknowledged are lost, or another
 * log was put in its place. Nobody but the operator can know whether that is meant.
 */
export class OtherLog extends Error {
  override readonly name = "OtherLog";
}

interface IndexedEvent {
  readonly position: Position;
  readonly event_id: string;
}

/** What a read model knows of the log that it was built from. */
interface Witness {
  /** As far as any part of it has taken in the log. */
  readonly place: Place;
  /** The last two events in its index, the last first. */
  readonly last: readonly IndexedEvent[];
  /** While the index of events is itself built anew, it lies behind the other parts and cannot tell of all. */
  readonly indexIsBehind: boolean;
}

function witnessOf(db: Database): Witness | undefined {
  const built = builtParts(db);
  const index = built.find(({ name }) => name === eventIndexPart.name);
  if (!index) return undefined;
  const place = built.map((part) => part.place).reduce((most, one) => (one.position > most.position ? one : most));
  const last = db
    .prepare(`SELECT position, event_id FROM event ORDER BY position DESC LIMIT 2`)
    .all() as IndexedEvent[];
  return { place, last, indexIsBehind: place.position > index.place.position };
}

/** `unknown`: nothing speaks against it, but the index of events that would show it is being built anew. */
type Finding = "same" | "unknown" | "shorter" | "other";

async function compare({ place, last: [last, before], indexIsBehind }: Witness, log: Log): Promise<Finding> {
  // The words of another kind of store: the log was moved, and positions mean something else.
  if (place.checkpoint !== undefined && log.positionOf(place.checkpoint) === undefined) return "other";
  if (last) {
    const after = before ? { after: log.checkpointAt(before.position) } : {};
    const found = await nextEvent(log, after);
    if (!found) return "shorter";
    if (found.id !== last.event_id || found.position !== last.position) {
      return (await log.head()) < place.position ? "shorter" : "other";
    }
  }
  if (place.checkpoint !== undefined && !(await reaches(log, place))) return "shorter";
  return indexIsBehind ? "unknown" : "same";
}

/** The event after a place; undefined where there is none, or the log does not even reach the place. */
async function nextEvent(log: Log, after: { readonly after?: string }) {
  try {
    return (await log.readAll({ ...after, limit: 1 })).events[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function reaches(log: Log, { position, checkpoint }: Place): Promise<boolean> {
  if ((await log.head()) >= position) return true;
  // A node that lags behind is no proof; a shared log asks the one that leads before it says that a place is not its own.
  try {
    const page = await log.readAll({ ...(checkpoint === undefined ? {} : { after: checkpoint }), limit: 1 });
    return page.events.length > 0 || (await log.head()) >= position;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Whether a read model was built from this very log: its last event stands there at the same place. It is not known
 * while the index of events is itself built anew and lies behind the other parts.
 */
export async function continues(db: Database, log: Log): Promise<boolean> {
  const witness = witnessOf(db);
  return witness !== undefined && (await compare(witness, log)) === "same";
}

export interface SameLogOptions {
  readonly folder: string;
  /** Undefined: the folder has no log. */
  readonly log: Log | undefined;
  /** How the operator knows the log. */
  readonly name: string;
  /** The position up to which a read model was built that the operator gives up, from `ACCEPT_SETTING`. */
  readonly accepted: Position | undefined;
  /** Takes a line for the operator. */
  readonly say: (line: string) => void;
}

/**
 * Sees to it that no read model in the folder, of whatever version, was built from another log than this one, before
 * anything is written. A log that lacks what a read model has seen has lost acknowledged events.
 * @throws OtherLog unless the operator has accepted it; then these read models are set aside.
 */
export async function requireSameLog({ folder, log, name, accepted, say }: SameLogOptions): Promise<void> {
  const disputes: { readonly path: string; readonly position: Position; readonly finding: Finding }[] = [];
  for (const path of readModelsIn(folder)) {
    const witness = witnessIn(path);
    if (!witness || witness.place.position === START) continue;
    const finding = log ? await compare(witness, log) : "shorter";
    if (finding === "shorter" || finding === "other") {
      disputes.push({ path, position: witness.place.position, finding });
    }
  }
  const worst = disputes.toSorted((a, b) => b.position - a.position)[0];
  if (!worst) return;
  const { position } = worst;
  const what = !log
    ? `${name} is missing, but the read model ${basename(worst.path)} was built from it up to position ${position}`
    : worst.finding === "shorter"
      ? `${name} ends at position ${await log.head()}, but the read model ${basename(worst.path)} was built from it up to ` +
        `position ${position}: what was acknowledged in between is lost`
      : `${name} holds another event at position ${position} than the one that the read model ${basename(worst.path)} ` +
        `was built from: it is another log, or one that was put back to an earlier state and written to since`;
  if (accepted !== position) {
    throw new OtherLog(
      `${what}. Put the right log back; or, if this one is to hold from now on (a backup restored on purpose), start ` +
        `once with ${ACCEPT_SETTING}=${position}: the read model is then set aside and built anew.`,
    );
  }
  for (const { path } of disputes) {
    say(`${what}. That is accepted by ${ACCEPT_SETTING}: ${basename(path)} is set aside as ${setAside(path)}.`);
  }
}

/** A file that cannot be read is no witness; what becomes of it is seen to when the read model is opened. */
function witnessIn(path: string): Witness | undefined {
  let db: Database | undefined;
  try {
    db = openForReading(path);
    return witnessOf(db);
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    return undefined;
  } finally {
    db?.close();
  }
}
