/** How a call is made to end. */
export interface Kill {
  /** gRPC's number: 14 is UNAVAILABLE, 1 CANCELLED by the server. */
  readonly code: number;
  readonly details: string;
  /** After so many messages. */
  readonly afterMessages: number;
}

/**
 * What the double is told to do wrong. Counters count down with each use; switches stay until they are turned off.
 * What happens to the connection itself (cut, frozen, refused) is the gate's affair.
 */
export class FaultSwitches {
  /** In an election: appends are answered in words, reads with UNAVAILABLE. */
  notReady = false;
  /** Write it, then end the call with UNAVAILABLE instead of answering. */
  loseAcks = 0;
  /** Write it, and never answer. */
  swallowAcks = 0;
  /** Write nothing, and never answer. */
  swallowAppends = 0;
  /** Write it, and answer that there was no time. */
  timeoutAfterCommit = 0;
  /** Write nothing, and answer that there was no time: what a leader does that has lost its followers. */
  timeoutWithoutCommit = 0;
  /** Repeated appends are called conflicts, as a node did whose first try another node had written. */
  calledConflicts = 0;
  /** Answers to repeated appends have no position. */
  withoutPositions = false;
  /** Answers come this much later. */
  delayAcksMs = 0;
  /**
   * The writer's disk is full: nothing is written, the answer is that there was no time, and then the process ends, as
   * a real one was seen to do. It takes connections again when its gate is opened.
   */
  diskFull = false;
  /** The next reads, subscriptions included, that end badly. */
  readonly killReads: Kill[] = [];
  /** A filtered page takes this long before its first event: the server walks over a long stretch. */
  filteredScanMs = 0;
  /** Subscriptions are confirmed and then say nothing more. */
  silentSubscriptions = false;
  /** Subscriptions tell each event twice. */
  duplicateDelivery = false;
  /** The server's clock is ahead by this much. */
  clockAheadMs = 0;
  /** Only so many events of the log have reached this node; all when absent. */
  lagsAt: number | undefined;

  /** Counts a switch down; true when it was on. */
  take(
    name:
      "loseAcks" | "swallowAcks" | "swallowAppends" | "timeoutAfterCommit" | "timeoutWithoutCommit" | "calledConflicts",
  ): boolean {
    if (this[name] <= 0) return false;
    this[name] -= 1;
    return true;
  }
}
