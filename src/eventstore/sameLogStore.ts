import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  RecordedEvent,
  Revision,
} from "./contract.js";
import { StoreUnavailable, type StreamStore } from "./contract.js";

/**
 * A store on which nothing more is acknowledged once its log turns out to be shorter than what has been read of it: a server
 * that was reset, or restored from an older copy, while this program runs. An append tells: it stands before what was read.
 */
export class SameLogStore implements StreamStore {
  readonly isShared: boolean;
  /** What is the matter, once it is so. */
  fault: string | undefined;

  /** @param read how far the log has been read */
  constructor(
    private readonly store: Pick<EventStore, "append" | "readStream" | "isShared" | "head">,
    private readonly read: () => Position,
  ) {
    this.isShared = store.isShared;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    if (this.fault !== undefined) throw new StoreUnavailable(this.fault, "nothing-written");
    const read = this.read();
    const result = await this.store.append(stream, expected, events);
    // A repetition stands where its original does, which a shared store does not always say.
    if (result.position > read || result.repeated) return result;
    const head = await this.store.head();
    if (head >= read) return result;
    this.fault =
      `The log ends at position ${head}, and has been read up to ${read} here: it was reset or restored under this node. ` +
      `Stop it; see "A log that has lost events" in docs/OPERATIONS.md.`;
    throw new StoreUnavailable(this.fault, "unknown");
  }

  readStream(stream: string, fromRevision?: Revision): Promise<readonly RecordedEvent[]> {
    return this.store.readStream(stream, fromRevision);
  }
}
