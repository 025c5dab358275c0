/** What the double keeps of an event: the bytes as they came, so that nothing is mended on the way. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  /** Commit and prepare position alike, as in today's servers. */
  readonly position: number;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Milliseconds since 1970. */
  readonly createdMs: number;
}

export type ProposedEvent = Pick<StoredEvent, "id" | "type" | "contentType" | "data" | "metadata">;

export type Expected = number | "any" | "no_stream" | "stream_exists";

export type AppendOutcome =
  | { readonly kind: "success"; readonly revision: number; readonly position: number; readonly repeated: boolean }
  | { readonly kind: "wrong"; readonly current: number | undefined }
  | { readonly kind: "deleted" };

interface StreamState {
  readonly events: StoredEvent[];
  /** Events before this revision are hidden from reads of the stream, not from reads of the log. */
  truncatedBefore: number;
  softDeleted: boolean;
  tombstoned: boolean;
}

const TOMBSTONE_REVISION = Number.MAX_SAFE_INTEGER;
/** EventStoreDB writes a link into `$ce-…` for each event when its standard projections run; here for some. */
const LINK_EVERY = 3;

/**
 * The log of the double: what survives its restarts, shared by the nodes of a double cluster. Append rules as the
 * server has them: with an expected revision the ids that stand at the place decide whether an append is a repetition;
 * with "any" only a cache of recent ids does, and `forgetRecentIds` is what a change of leader does to it.
 */
export class MemoryLog {
  readonly events: StoredEvent[] = [];
  private readonly streams = new Map<string, StreamState>();
  private readonly recentIds = new Map<string, StoredEvent>();
  private readonly listeners = new Set<() => void>();
  private nextPosition = 317;
  private sinceLink = 0;

  constructor(private readonly clock: () => number = Date.now) {
    const text = new TextEncoder();
    for (const stream of ["$$$stats-127.0.0.1:2113", "$$$settings"]) {
      this.write(stream, [
        {
          id: crypto.randomUUID(),
          type: "$metadata",
          contentType: "application/json",
          data: text.encode("{}"),
          metadata: text.encode(""),
        },
      ]);
    }
  }

  append(stream: string, expected: Expected, proposed: readonly ProposedEvent[]): AppendOutcome {
    const state = this.stateOf(stream);
    if (state.tombstoned) return { kind: "deleted" };
    const current = state.events.length - 1;
    const weak = expected === "any" || expected === "stream_exists";
    if (expected === "stream_exists" && (current < 0 || state.softDeleted))
      return { kind: "wrong", current: undefined };
    if (weak) return this.appendWeakly(stream, proposed, current);
    const at = expected === "no_stream" ? -1 : expected;
    if (at > current) return this.wrong(current);
    if (at === current) return this.appended(stream, proposed);
    return this.repeatedOrWrong(stream, state, at, proposed, expected === "no_stream");
  }

  /** The events of a stream that reads may see; undefined when there is no such stream, or no longer. */
  visibleEvents(stream: string): readonly StoredEvent[] | "deleted" | undefined {
    const state = this.streams.get(stream);
    if (state?.tombstoned) return "deleted";
    if (state === undefined || state.softDeleted || state.events.length === 0) return undefined;
    return state.events.slice(state.truncatedBefore);
  }

  softDelete(stream: string): void {
    const state = this.stateOf(stream);
    state.softDeleted = true;
    state.truncatedBefore = state.events.length;
    this.writeSystem(`$$${stream}`, "$metadata");
  }

  tombstone(stream: string): void {
    this.stateOf(stream).tombstoned = true;
    // It stands in the stream itself, under a revision that no number of events reaches.
    this.push({ ...systemEvent("$streamDeleted"), stream, revision: TOMBSTONE_REVISION });
    this.announce();
  }

  writeSystem(stream: string, type: string): void {
    this.write(stream, [systemEvent(type)]);
    this.announce();
  }

  /** The cache of recent ids is a node's own: another leader does not have it. */
  forgetRecentIds(): void {
    this.recentIds.clear();
  }

  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private appendWeakly(stream: string, proposed: readonly ProposedEvent[], current: number): AppendOutcome {
    const known = proposed
      .map(({ id }) => this.recentIds.get(id))
      .map((event) => (event?.stream === stream ? event : undefined));
    const last = known.at(-1);
    if (known[0] === undefined) return this.appended(stream, proposed);
    if (known.some((event) => event === undefined) || last === undefined) return this.wrong(current);
    return { kind: "success", revision: last.revision, position: last.position, repeated: true };
  }

  private repeatedOrWrong(
    stream: string,
    state: StreamState,
    at: number,
    proposed: readonly ProposedEvent[],
    noStream: boolean,
  ): AppendOutcome {
    const standing = state.events.slice(at + 1, at + 1 + proposed.length);
    const same = standing.length === proposed.length && standing.every((event, n) => event.id === proposed[n]?.id);
    const last = standing.at(-1);
    if (same && last) return { kind: "success", revision: last.revision, position: last.position, repeated: true };
    if (noStream && state.softDeleted && standing[0]?.id !== proposed[0]?.id) {
      state.softDeleted = false;
      return this.appended(stream, proposed);
    }
    return this.wrong(state.events.length - 1);
  }

  private appended(stream: string, proposed: readonly ProposedEvent[]): AppendOutcome {
    const last = this.write(stream, proposed);
    if (this.sinceLink++ % LINK_EVERY === 0) this.write(`$ce-${stream.split("-")[0]}`, [systemEvent("$>")]);
    this.announce();
    return { kind: "success", revision: last.revision, position: last.position, repeated: false };
  }

  private wrong(current: number): AppendOutcome {
    return { kind: "wrong", current: current < 0 ? undefined : current };
  }

  private write(stream: string, proposed: readonly ProposedEvent[]): StoredEvent {
    const { events } = this.stateOf(stream);
    for (const event of proposed) {
      const stored = this.push({ ...event, stream, revision: events.length });
      events.push(stored);
      this.recentIds.set(stored.id, stored);
    }
    return events.at(-1)!;
  }

  private push(event: ProposedEvent & Pick<StoredEvent, "stream" | "revision">): StoredEvent {
    const stored = { ...event, position: this.nextPosition, createdMs: this.clock() };
    // Positions are offsets in a file: they grow, but not by one.
    this.nextPosition += 90 + stored.data.length + stored.metadata.length;
    this.events.push(stored);
    return stored;
  }

  private stateOf(stream: string): StreamState {
    const known = this.streams.get(stream);
    if (known !== undefined) return known;
    const fresh = { events: [], truncatedBefore: 0, softDeleted: false, tombstoned: false };
    this.streams.set(stream, fresh);
    return fresh;
  }

  private announce(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function systemEvent(type: string): ProposedEvent {
  const empty = new Uint8Array();
  return { id: crypto.randomUUID(), type, contentType: "application/octet-stream", data: empty, metadata: empty };
}
