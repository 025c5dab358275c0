import type { CommandBus, Principal } from "../../commands/bus.js";
import type { LawBook } from "../../domain/law/lawBook.js";
import type { EventStore } from "../../eventstore/contract.js";
import type { ReadModel } from "../../projections/readModel.js";

/** What every resolver is given: who asks, and the three ways to the ledger. */
export interface LedgerContext {
  /** Undefined: nobody showed a token. */
  readonly principal: Principal | undefined;
  /** Writing. */
  readonly bus: CommandBus;
  /** Reading. */
  readonly reads: ReadModel;
  /** The log itself, for feeds. */
  readonly log: EventStore;
  /** The law as reference data. */
  readonly law: LawBook;
}
