import { CommandBus } from "./commands/bus.js";
import { AGGREGATE_CATEGORIES } from "./commands/categories.js";
import { lawBookOf } from "./domain/law/book.js";
import type { LawBook, LawRows } from "./domain/law/lawBook.js";
import type { EventStore, LogReader, Position } from "./eventstore/contract.js";
import { type AppendCounts, CountedStore } from "./eventstore/countedStore.js";
import { openEmbeddedStore } from "./eventstore/embedded/embeddedStore.js";
import { openEventStoreDb } from "./eventstore/eventstoredb/eventStoreDbStore.js";
import { type LogLocation, openReader } from "./eventstore/location.js";
import { factsFrom } from "./projections/readModel/facts.js";
import type { Following } from "./projections/readModel/projectorHost.js";
import { ReadModel } from "./projections/readModel/readModel.js";
import { readModelPath } from "./projections/readModel/readModelFile.js";
import { readLawRows } from "./reference/lawFiles.js";

/** Whether the log takes appends now: `unreachable` passes by itself, `failed` needs a restart. */
export interface LogHealth {
  readonly state: "ok" | "unreachable" | "failed";
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
  readonly now: () => Date;
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
  /** The clock commands are judged by; the machine's when absent. */
  readonly now?: () => Date;
}

export interface OpenLog {
  readonly log: EventStore & { onCommit(listener: (head: Position) => void): () => void };
  readonly location: LogLocation;
  readonly health: () => LogHealth;
}

/** @throws WrongLawFile before anything is opened, when the law cannot be read. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { folder, lawFile, now = () => new Date() } = options;
  const rows = readLawRows(lawFile);
  const law = lawBookOf(rows);
  const { log, location, health } = await openLog(options);
  try {
    const reads = await ReadModel.open({ folder, location, reader: log });
    // Who reads the embedded log hears of its commits from the thread that writes it.
    if (location.kind !== "embedded") log.onCommit((position) => reads.wake(position));
    const store = new CountedStore(log);
    const bus = new CommandBus({ store, facts: factsFrom(reads), law, reached: (at) => reads.reached(at), now });
    const close = async (): Promise<void> => {
      await reads.close();
      await log.close();
    };
    const source = { readModel: readModelPath(folder), log: location, law: rows };
    return { log, logHealth: health, appends: () => store.counts, reads, bus, law, now, source, close };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** As much of a ledger as can be read beside the thread that has opened it. */
export interface ReadingLedger {
  readonly log: LogReader;
  readonly reads: ReadModel;
  readonly bus: CommandBus;
  readonly law: LawBook;
}

/** @param following how far the ledger's own thread has come */
export function openBeside(source: LedgerSource, following: Following, now: () => Date): ReadingLedger {
  const log = openReader(source.log);
  const reads = ReadModel.beside(source.readModel, following, log);
  const law = lawBookOf(source.law);
  const append = (): never => {
    throw new Error("Nothing is written from a thread that reads.");
  };
  const store = { readStream: log.readStream.bind(log), append, isShared: source.log.kind !== "embedded" };
  const bus = new CommandBus({ store, facts: factsFrom(reads), law, reached: (at) => reads.reached(at), now });
  return { log, reads, bus, law };
}

/** The log alone, for programs that need no read model of their own. */
export function openLog({ folder, eventStoreUrl, now = () => new Date() }: LedgerOptions): Promise<OpenLog> {
  return eventStoreUrl ? onServer(eventStoreUrl) : embedded(folder, now);
}

async function embedded(folder: string, now: () => Date): Promise<OpenLog> {
  const log = await openEmbeddedStore({ folder, clock: () => now().getTime() });
  const health = (): LogHealth => (log.fault ? { state: "failed", reason: log.fault.message } : { state: "ok" });
  return { log, location: { kind: "embedded", folder }, health };
}

async function onServer(url: string): Promise<OpenLog> {
  const location = { kind: "eventstoredb", url, categories: AGGREGATE_CATEGORIES } as const;
  const log = await openEventStoreDb(location);
  const health = (): LogHealth => {
    const { state } = log;
    if (state.kind === "connected") return { state: "ok" };
    return { state: "unreachable", ...(state.reason !== undefined && { reason: state.reason }) };
  };
  return { log, location, health };
}
