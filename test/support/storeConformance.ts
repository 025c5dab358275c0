import type { EventStore } from "../../src/eventstore/contract.js";
import { describeAppending } from "./conformance/appending.js";
import { describeFollowing } from "./conformance/following.js";
import { describeReading } from "./conformance/reading.js";
import { describeRepeating } from "./conformance/repeating.js";

export interface OpenedStore {
  readonly store: EventStore;
  close(): Promise<void>;
  /** Closes the store and opens the same log again; the old store is of no use after that. */
  reopen?(): Promise<EventStore>;
}

export interface StoreTraits {
  /**
   * True when the store finds an event id that stands anywhere in the log. EventStoreDB finds it only at the place
   * where the append would go.
   */
  readonly idsUniqueInLog: boolean;
}

/** The store under test, for the parts of the suite. */
export interface Subject {
  readonly store: EventStore;
  readonly reopen: (() => Promise<void>) | undefined;
  readonly traits: StoreTraits;
}

/**
 * What every store must do. The log may hold other events before, between and after those of the suite: each test
 * writes to streams of a category of its own, and begins to read at the head that it finds.
 */
export function describeStoreConformance(
  name: string,
  open: () => Promise<OpenedStore>,
  traits: StoreTraits = { idsUniqueInLog: true },
): void {
  describe(`${name}: what every store must do`, () => {
    let opened: OpenedStore;
    let store: EventStore;

    before(async () => {
      opened = await open();
      store = opened.store;
    });
    after(() => opened.close());

    const subject = (): Subject => ({
      store,
      traits,
      reopen:
        opened.reopen &&
        (async () => {
          store = await opened.reopen!();
        }),
    });

    describeAppending(subject);
    describeRepeating(subject);
    describeReading(subject);
    describeFollowing(subject);
  });
}
