import {
  type EventStore,
  type StreamStore,
  StoreUnavailable,
  WrongExpectedRevision,
} from "../../src/eventstore/contract.js";

/** Stores whose first append to a stream of a name like this goes as the test wants; all else goes to the real one. */

/** As if the process had died just before it. */
export const dyingAt = <S extends StreamStore>(store: S, prefix: string): S =>
  disturbed(store, prefix, () => {
    throw new StoreUnavailable("The process died.", "nothing-written");
  });

/** As if somebody else had come first. */
export const collidingAt = <S extends StreamStore>(store: S, prefix: string): S =>
  disturbed(store, prefix, (stream, expected) => {
    throw new WrongExpectedRevision(stream, expected, expected);
  });

/** Something happens after it, before its answer comes. */
export const afterAppend = <S extends StreamStore>(store: S, prefix: string, then: () => Promise<void>): S =>
  disturbed(store, prefix, async (...append) => {
    const result = await store.append(...append);
    await then();
    return result;
  });

function disturbed<S extends StreamStore>(store: S, prefix: string, first: EventStore["append"]): S {
  let happened = false;
  const append: EventStore["append"] = async (stream, expected, events) => {
    if (happened || !stream.startsWith(prefix)) return store.append(stream, expected, events);
    happened = true;
    return first(stream, expected, events);
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === "append") return append;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
