import type { CommandBus, Principal } from "../../commands/bus.js";
import { type Instant, type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { LawBook } from "../../domain/law/lawBook.js";
import type { LogReader } from "../../eventstore/contract.js";
import type { FigurePasses } from "../../projections/figures/passes.js";
import type { Reads } from "../../projections/readModel/reads.js";

/** What every resolver is given: who asks and when, and the three ways to the ledger. */
export interface LedgerContext {
  /** Undefined: nobody showed a token. */
  readonly principal: Principal | undefined;
  /** When the request came in, by the ledger's clock. No resolver reads a clock: "now" is part of the question. */
  readonly now: Instant;
  /** Writing. */
  readonly bus: Pick<CommandBus, "run">;
  /** Reading. */
  readonly reads: Reads;
  /** The log itself, for feeds. */
  readonly log: LogReader;
  /** The law as reference data. */
  readonly law: LawBook;
  /** Passes over figures, made elsewhere for those who follow a figure; absent: they are made here. */
  readonly passes?: FigurePasses;
  /** Absent where nothing is followed for long, as in a program's own questions. */
  readonly subscriber?: Subscriber;
}

/** What holds for as long as a subscription runs. */
export interface Subscriber {
  /** A subscription outlives the moment in which it was asked for: what it tells is of the day on which it is told. */
  readonly now: () => Instant;
  /** Whether the caller's token has ended. */
  readonly expired: () => boolean;
  /** After so long without an item a feed says how far it has looked. */
  readonly heartbeatMs: number;
  /** The last `id:` that a caller of the event stream has seen: it goes before the argument `after`. */
  readonly lastEventId?: string | undefined;
}

/** The moment that "now" means where no basis is named, and its day in Vietnam. */
export const nowOf = ({ now, subscriber }: LedgerContext): Instant => subscriber?.now() ?? now;
export const todayOf = (context: LedgerContext): LocalDate => localDateOf(nowOf(context));
