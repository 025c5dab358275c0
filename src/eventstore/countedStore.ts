import type { AppendResult, ExpectedRevision, NewEvent, RecordedEvent, Revision, StreamStore } from "./contract.js";
import { StoreUnavailable, WrongExpectedRevision } from "./contract.js";

/** How appends have ended since the start: each is counted once, under the last answer its caller got. */
export interface AppendCounts {
  readonly appended: number;
  /** Somebody else wrote to the stream first; the command decides anew. */
  readonly conflict: number;
  /** The store did not answer in time or could not write. */
  readonly unavailable: number;
  /** The store would not take it: too large, or an id that stands elsewhere. */
  readonly refused: number;
}

/** The streams of a store as they are, and how often its appends ended how. */
export class CountedStore implements StreamStore {
  readonly isShared: boolean;
  private readonly counted = { appended: 0, conflict: 0, unavailable: 0, refused: 0 };

  constructor(private readonly store: StreamStore) {
    this.isShared = store.isShared;
  }

  get counts(): AppendCounts {
    return this.counted;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    try {
      const result = await this.store.append(stream, expected, events);
      this.counted.appended += 1;
      return result;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) this.counted.conflict += 1;
      else if (error instanceof StoreUnavailable) this.counted.unavailable += 1;
      else this.counted.refused += 1;
      throw error;
    }
  }

  readStream(stream: string, fromRevision?: Revision): Promise<readonly RecordedEvent[]> {
    return this.store.readStream(stream, fromRevision);
  }
}
