import type { GraphQLFormattedError } from "graphql";
import type { Principal } from "../../commands/bus.js";
import type { Limits, Mode } from "../../config.js";
import type { Instant } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import type { TellableError } from "../errors.js";
import type { LedgerSource } from "../../ledger.js";
import type { FigureQuestion } from "../../projections/figures/question.js";
import type { FigureLine } from "../../projections/figures/sums.js";

/** What the main thread and a reading thread say to each other. */

export interface ThreadSetup {
  readonly source: LedgerSource;
  readonly mode: Mode;
  readonly limits: Limits;
  /** Holds the number of the order that nobody waits for any more. */
  readonly abandoned: SharedArrayBuffer;
}

/** A query that the gate has let through. */
export interface QueryWork {
  readonly kind: "query";
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly principal: Principal | undefined;
  /** When the request came in. */
  readonly now: Instant;
}

/** A pass over a book of figures, for those who follow a figure. */
export interface FigureWork {
  readonly kind: "lines" | "movedAt";
  readonly book: string;
  readonly question: FigureQuestion;
  readonly since: Position;
  readonly limit: number;
  readonly at: Position;
}

/** What is wrong with a document that runs elsewhere. */
export interface CheckWork {
  readonly kind: "check";
  readonly text: string;
}

export type Work = QueryWork | FigureWork | CheckWork;

export interface Order {
  readonly id: number;
  readonly work: Work;
  /** How far the read model has come. */
  readonly position: Position;
  /** Longer than this it is not worked on. */
  readonly mostMs: number;
}

export type ToThread =
  | { readonly order: Order }
  /** The answer to `reach`. */
  | { readonly reached: { readonly call: number; readonly isReached: boolean; readonly position: Position } };

/** The answer to a query, as it goes out. */
export interface QueryAnswer {
  /** As JSON; undefined: there are errors only, of the request as a whole. */
  readonly data: string | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  /** Faults that the caller is told nothing about, for the log. */
  readonly reports: readonly Reported[];
}

export interface Reported {
  readonly errorId: string;
  readonly error: TellableError;
}

export type Answered = QueryAnswer | readonly GraphQLFormattedError[] | readonly FigureLine[] | readonly Position[];

export type FromThread =
  | { readonly ready: true }
  | { readonly done: { readonly id: number; readonly answer: Answered; readonly tookMs: number } }
  | { readonly failed: { readonly id: number; readonly error: Error; readonly tookMs: number } }
  /** The read model's file turned out to be damaged; SQLite's code. */
  | { readonly damaged: string }
  | { readonly reach: { readonly call: number; readonly position: Position; readonly timeoutMs: number } };
