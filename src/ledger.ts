import { uptime } from "node:os";
import { CommandBus } from "./commands/bus.js";
import { AGGREGATE_CATEGORIES } from "./commands/categories.js";
import { LedgerClock } from "./commands/ledgerClock.js";
import type { LawBook } from "./domain/law/lawBook.js";
import type { EventStore, Position } from "./eventstore/contract.js";
import { type AppendCounts, CountedStore } from "./eventstore/countedStore.js";
import { openEmbeddedStore } from "./eventstore/embedded/embeddedStore.js";
import { openEventStoreDb } from "./eventstore/eventstoredb/eventStoreDbStore.js";
import type { LogLocation } from "./eventstore/location.js";
import { factsFrom } from "./projections/readModel/facts.js";
import { ReadModel } from "./projections/readModel/readModel.js";
import { readLawBook } from "./reference/lawFiles.js";

/** Whether the log takes appends now: `unreachable` passes by itself, `failed` needs a restart. */
export interface LogHealth {
  readonly state: "ok" | "unreachable" | "failed";
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
  /** The clock by which commands are judged, and whether it can be believed. */
  readonly clock: LedgerClock;
  close(): Promise<void>;
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
  /** Milliseconds of a clock that nobody sets, by which a step of the other is seen. Absent: the machine's, if that is. */
  readonly steadyMs?: () => number;
  /** Writing goes on though the log's last event is of later than now. */
  readonly acceptsClock?: boolean;
}

/** How long the machine has been up, sleep too: so a laptop that wakes has not stepped. */
const upMs = (): number => uptime() * 1_000;

export interface OpenLog {
  readonly log: EventStore & { onCommit(listener: (head: Position) => void): () => void };
  readonly location: LogLocation;
  readonly health: () => LogHealth;
}

/** @throws WrongLawFile before anything is opened, when the law cannot be read. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { folder, lawFile, now = () => new Date(), steadyMs = options.now ? undefined : upMs } = options;
  const law = readLawBook(lawFile);
  const { log, location, health } = await openLog(options);
  try {
    const reads = await ReadModel.open({ folder, location, reader: log });
    // Who reads the embedded log hears of its commits from the thread that writes it.
    if (location.kind !== "embedded") log.onCommit((position) => reads.wake(position));
    const store = new CountedStore(log);
    const lastRecordedAt = (): string | null => reads.basisNow().recordedAt;
    const clock = new LedgerClock({ now, steadyMs, lastRecordedAt, acceptsBehind: options.acceptsClock ?? false });
    const bus = new CommandBus({ store, facts: factsFrom(reads), law, reached: (at) => reads.reached(at), now, clock });
    const close = async (): Promise<void> => {
      await reads.close();
      await log.close();
    };
    return { log, logHealth: health, appends: () => store.counts, reads, bus, law, clock, close };
  } catch (error) {
    await log.close();
    throw error;
  }
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
  const health = (): LogHealth => (log.fault ? { state: "unreachable", reason: log.fault.message } : { state: "ok" });
  return { log, location, health };
}
