import { LRUCache } from "lru-cache";
import { takesBack } from "../domain/histories.js";
import { decode, type LedgerEvent } from "../eventstore/codec.js";
import { type EventStore, type ExpectedRevision, type Position, START } from "../eventstore/contract.js";
import { withStories } from "../eventstore/stories.js";
import type { CommandRecord } from "./facts.js";
import type { Aggregate } from "./spec.js";

export interface Loaded<S = unknown> {
  readonly state: S;
  readonly revision: ExpectedRevision;
  /** Of its last event. */
  readonly position: Position;
  /** The commands whose events the stream holds. */
  readonly commands: ReadonlyMap<string, Omit<CommandRecord, "stream">>;
}

/** A stream without events. */
export const notBegun = <S>({ decider }: Aggregate<S>): Loaded<S> => ({
  state: decider.initial,
  revision: "no_stream",
  position: START,
  commands: new Map(),
});

const MAX_CACHED_STREAMS = 2_000;

/** Folds streams into states. What is remembered is brought up to the stream's head at each load, so it is never stale. */
export class AggregateLoader {
  private readonly cache = new LRUCache<string, Loaded>({ max: MAX_CACHED_STREAMS });

  constructor(private readonly store: Pick<EventStore, "readStream">) {}

  /** The state as it was last loaded, perhaps a while ago; that of a stream not begun, if it is not remembered. */
  remembered<S>(stream: string, aggregate: Aggregate<S>): S {
    const known = this.cache.get(stream) as Loaded<S> | undefined;
    return known ? known.state : aggregate.decider.initial;
  }

  /** The story of what was loaded: for a command that takes something of it back. */
  async story(stream: string, { revision }: Pick<Loaded, "revision">): Promise<readonly LedgerEvent[]> {
    if (revision === "no_stream") return [];
    const recorded = await this.store.readStream(stream);
    return recorded.filter((event) => event.revision <= revision).map(decode);
  }

  async load<S>(stream: string, aggregate: Aggregate<S>): Promise<Loaded<S>> {
    const known = (this.cache.get(stream) as Loaded<S> | undefined) ?? notBegun(aggregate);
    const fresh = await this.store.readStream(stream, known.revision === "no_stream" ? 0 : known.revision + 1);
    if (fresh.length === 0) return known;

    let { state, revision, position } = known;
    const commands = new Map(known.commands);
    for (const recorded of await withStories(fresh, this.store, takesBack)) {
      const event = decode(recorded);
      state = aggregate.decider.evolve(state, event);
      const { commandId, commandHash: hash, correlationId } = event;
      ({ revision, position } = event);
      commands.set(commandId, { hash, correlationId, revision, position });
    }
    const loaded: Loaded<S> = { state, revision, position, commands };
    this.cache.set(stream, loaded);
    return loaded;
  }
}
