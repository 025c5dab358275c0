import { join } from "node:path";
import { CommandBus } from "./commands/bus.js";
import { AGGREGATE_CATEGORIES } from "./commands/categories.js";
import { LedgerClock } from "./commands/ledgerClock.js";
import { lawBookOf } from "./domain/law/book.js";
import type { LawBook, LawRows } from "./domain/law/lawBook.js";
import type { EventStore, LogReader, Position } from "./eventstore/contract.js";
import { type AppendCounts, CountedStore } from "./eventstore/countedStore.js";
import { makeDataFolder } from "./eventstore/embedded/dataFolder.js";
import { openEmbeddedStore } from "./eventstore/embedded/embeddedStore.js";
import { LEDGER_FILE } from "./eventstore/embedded/schema.js";
import { SameLogStore } from "./eventstore/sameLogStore.js";
import { type LogLocation, openReader } from "./eventstore/location.js";
import { requireSameLog } from "./projections/readModel/continuity.js";
import { factsFrom } from "./projections/readModel/facts.js";
import { type Following, ReadBeside } from "./projections/readModel/readBeside.js";
import { ReadModel } from "./projections/readModel/readModel.js";
import type { Reads } from "./projections/readModel/reads.js";
import { readModelPath } from "./projections/readModel/readModelFile.js";
import { readLawRows } from "./reference/lawFiles.js";
import { upClock } from "./upClock.js";

/**
 * Whether the log takes appends now: `unreachable` passes by itself; `refusing`, when its disk is full or answers with an
 * error, once that is mended; `failed` needs a restart.
 */
export interface LogHealth {
  readonly state: "ok" | "unreachable" | "refusing" | "failed";
  /** For the operator; absent while it is looked for. */
  readonly reason?: string;
}

/** The ledger without its server: the log, the read model that follows it, and the way to write. */
export interface Ledger {
  readonly log: EventStore;
  readonly logHealth: () => LogHealth;
  /** How appends have ended since the start. */
  readonly appends: () => AppendCounts;
  readonly reads: ReadModel;
  readonly bus: CommandBus;
  /** The law as it was loaded at the start. */
  readonly law: LawBook;
  /** The clock by which commands are judged, and which says what "now" means where no basis is named. */
  readonly now: () => Date;
  /** Whether it can be believed. */
  readonly clock: LedgerClock;
  readonly source: LedgerSource;
  close(): Promise<void>;
}

/** All that another thread needs to read the same ledger: plain data. */
export interface LedgerSource {
  /** The read model's file. */
  readonly readModel: string;
  readonly log: LogLocation;
  readonly law: LawRows;
}

export interface LedgerOptions {
  /** Where this node keeps its files: the read model, and the log too if it is the embedded one. */
  readonly folder: string;
  /** `esdb://…`: the log is in EventStoreDB. Absent: it is embedded, in the folder. */
  readonly eventStoreUrl?: string | undefined;
  /** The operator's own rows of the law, which go before the shipped ones. */
  readonly lawFile?: string | undefined;
  /** The position up to which a read model was built that is given up for a log which is another; see `requireSameLog`. */
  readonly acceptOtherLog?: Position | undefined;
  /** Takes a line for the operator: what was found at the start or later, and what was done about it. */
  readonly say?: ((line: string) => void) | undefined;
  /** The clock commands and questions are judged by; the machine's when absent. */
  readonly now?: () => Date;
  /** Milliseconds of a clock that nobody sets, by which a step of the other is seen. Absent: the machine's, if that is. */
  readonly steadyMs?: () => number;
  /** Writing goes on though the log's last event is of later than now. */
  readonly acceptsClock?: boolean;
}

export interface OpenLog {
  readonly log: EventStore & { onCommit(listener: (head: Position) => void): () => void };
  readonly location: LogLocation;
  readonly health: () => LogHealth;
}

/**
 * @throws WrongLawFile before anything is opened, when the law cannot be read.
 * @throws OtherLog before anything is written, when the log is not the one that the read model was built from.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { folder, lawFile, say, now = () => new Date(), steadyMs = options.now ? undefined : upClock() } = options;
  const rows = readLawRows(lawFile);
  const law = lawBookOf(rows);
  const { log, location, health } = await openLog(options);
  try {
    const reads = await ReadModel.open({ folder, location, reader: log, say });
    // Who reads the embedded log hears of its commits from the thread that writes it.
    if (location.kind !== "embedded") log.onCommit((position) => reads.wake(position));
    const sameLog = new SameLogStore(log, () => reads.position);
    const store = new CountedStore(sameLog);
    const lastRecordedAt = (): string | null => reads.recordedAt;
    const clock = new LedgerClock({ now, steadyMs, lastRecordedAt, acceptsBehind: options.acceptsClock ?? false });
    const bus = new CommandBus({ store, facts: factsFrom(reads), law, reached: (at) => reads.reached(at), now, clock });
    const close = async (): Promise<void> => {
      await reads.close();
      await log.close();
    };
    const source = { readModel: readModelPath(folder), log: location, law: rows };
    const logHealth = (): LogHealth =>
      sameLog.fault === undefined ? health() : { state: "failed", reason: sameLog.fault };
    return { log, logHealth, appends: () => store.counts, reads, bus, law, now, clock, source, close };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** As much of a ledger as can be read beside the thread that has opened it. */
export interface ReadingLedger {
  readonly log: LogReader;
  readonly reads: Reads;
  readonly law: LawBook;
}

/**
 * @param following how far the ledger's own thread has come
 * @param onDamage told when the read model's file turns out to be damaged
 */
export async function openBeside(
  source: LedgerSource,
  following: Following,
  onDamage: (code: string) => void,
): Promise<ReadingLedger> {
  const log = await openReader(source.log);
  const reads = new ReadBeside(source.readModel, following, log, onDamage);
  return { log, reads, law: lawBookOf(source.law) };
}

/** The log alone, for programs that need no read model of their own. */
export function openLog(options: LedgerOptions): Promise<OpenLog> {
  const { folder, acceptOtherLog: accepted, say = () => undefined } = options;
  const look = (name: string) => (log: LogReader | undefined) => requireSameLog({ folder, log, name, accepted, say });
  return options.eventStoreUrl
    ? onServer(options.eventStoreUrl, folder, look("The log at EVENTSTORE_URL"))
    : embedded(options, look(`The log ${join(folder, LEDGER_FILE)}`));
}

type Look = (log: LogReader | undefined) => Promise<void>;

async function embedded({ folder, now = () => new Date() }: LedgerOptions, look: Look): Promise<OpenLog> {
  const log = await openEmbeddedStore({ folder, clock: () => now().getTime(), look });
  const health = (): LogHealth => {
    const { fault, refusal } = log;
    if (fault !== undefined) return { state: "failed", reason: fault.message };
    return refusal === undefined ? { state: "ok" } : { state: "refusing", reason: refusal };
  };
  return { log, location: { kind: "embedded", folder }, health };
}

async function onServer(url: string, folder: string, look: Look): Promise<OpenLog> {
  makeDataFolder(folder);
  const location = { kind: "eventstoredb", url, categories: AGGREGATE_CATEGORIES } as const;
  const { openEventStoreDb } = await import("./eventstore/eventstoredb/eventStoreDbStore.js");
  const log = await openEventStoreDb(location);
  try {
    await look(log);
  } catch (error) {
    await log.close();
    throw error;
  }
  const health = (): LogHealth => {
    const { state } = log;
    if (state.kind === "connected") return { state: "ok" };
    return { state: "unreachable", ...(state.reason !== undefined && { reason: state.reason }) };
  };
  return { log, location, health };
}
