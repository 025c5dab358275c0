import { CommandBus } from "./commands/bus.js";
import type { EventStore } from "./eventstore/contract.js";
import { openEmbeddedStore } from "./eventstore/embedded/embeddedStore.js";
import { factsFrom } from "./projections/facts.js";
import { ReadModel } from "./projections/readModel.js";

/** The ledger without its server: the log, the read model that follows it, and the way to write. */
export interface Ledger {
  readonly log: EventStore;
  readonly reads: ReadModel;
  readonly bus: CommandBus;
  close(): Promise<void>;
}

export interface LedgerOptions {
  /** Where this node keeps its files. */
  readonly folder: string;
  /** The clock commands are judged by; the machine's when absent. */
  readonly now?: () => Date;
}

export async function openLedger({ folder, now = () => new Date() }: LedgerOptions): Promise<Ledger> {
  const log = await openEmbeddedStore({ folder, clock: () => now().getTime() });
  const reads = await ReadModel.open({ folder, location: { kind: "embedded", folder }, reader: log });
  log.onCommit((position) => reads.wake(position));
  const bus = new CommandBus({ store: log, facts: factsFrom(reads), reached: (at) => reads.reached(at), now });
  return {
    log,
    reads,
    bus,
    async close() {
      await reads.close();
      await log.close();
    },
  };
}
