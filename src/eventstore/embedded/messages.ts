import type { CheckedAppend } from "../appendRequest.js";
import type { AppendResult, Position, Revision } from "../contract.js";

/** What the store and its writer thread say to each other. Everything here is copied between threads. */

/** An append on its way to the writer. */
export interface AppendRequest extends CheckedAppend {
  /** Finds the caller again when the verdict comes back. */
  readonly ticket: number;
  /** The store's clock when the append was asked for: a clock cannot cross threads, its reading can. */
  readonly nowMs: number;
}

export type Verdict =
  | { readonly ticket: number; readonly kind: "appended"; readonly result: AppendResult }
  | { readonly ticket: number; readonly kind: "wrong-revision"; readonly actual: Revision }
  | { readonly ticket: number; readonly kind: "id-taken"; readonly eventId: string }
  | {
      readonly ticket: number;
      readonly kind: "failed";
      readonly outcome: "nothing-written" | "unknown";
      readonly message: string;
      /** For want of room on the disk. */
      readonly isFull: boolean;
    };

/** A thread serves one log at a time, from `open` to `close`. */
export type ToWriter =
  | { readonly kind: "open"; readonly folder: string }
  | { readonly kind: "append"; readonly requests: readonly AppendRequest[] }
  | { readonly kind: "close" };

export type FromWriter =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "closed" }
  /** The verdicts of one transaction, after its commit. `head` is the log's last position. */
  | { readonly kind: "verdicts"; readonly verdicts: readonly Verdict[]; readonly head: Position };
