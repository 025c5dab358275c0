import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { EventStore, LogReader, NewEvent, RecordedEvent } from "../../../src/eventstore/contract.js";
import { StoreUnavailable } from "../../../src/eventstore/contract.js";
import { follow } from "../follow.js";
import { newCategory, newEvents, newStream } from "../conformance/helpers.js";

interface Acknowledged {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly revision: number;
  readonly position: number;
}

interface Refused {
  readonly ms: number;
  readonly outcome: StoreUnavailable["outcome"];
}

const PAUSE_AFTER_REFUSAL_MS = 20;

/**
 * Writers that go on whatever happens, each to a stream of its own, repeating with the same ids what the store could
 * not answer; and a feed that follows them over another reader.
 */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused: Refused[] = [];
  readonly fed: RecordedEvent[] = [];
  /** What must not happen; empty at the end. */
  readonly violations: unknown[] = [];
  longestAppendMs = 0;
  private abandoned = false;
  readonly category = newCategory();
  private readonly stopWriting = new AbortController();
  private readonly stopFeed = new AbortController();
  private readonly writers: readonly Promise<void>[];
  private readonly feed: Promise<void>;

  constructor(
    private readonly store: EventStore,
    reader: LogReader,
    writers: number,
  ) {
    this.writers = Array.from({ length: writers }, () => this.write(newStream(this.category)));
    this.feed = this.follow(reader);
  }

  /** Resolves when so many more appends were acknowledged, all of them asked for after now. */
  async moreAcknowledged(count: number): Promise<void> {
    const until = this.acknowledged.length + this.writers.length + count;
    while (this.acknowledged.length < until && !this.abandoned) await sleep(5);
  }

  async moreRefused(count = 1): Promise<void> {
    const until = this.refused.length + count;
    while (this.refused.length < until && !this.abandoned) await sleep(5);
  }

  /** Lets what was begun end, reads all back, and compares: with what was acknowledged, and with what the feed saw. */
  async stopAndCheck(reader: LogReader): Promise<void> {
    this.stopWriting.abort();
    await Promise.all(this.writers);
    expect(this.violations).to.deep.equal([]);
    const standing = await this.readBack(reader);
    await this.feedReaches(standing.length);
    this.stopFeed.abort();
    await this.feed;
    expect(this.fed.map(place)).to.deep.equal(standing.map(place));
    this.checkOnce(standing);
  }

  /** Ends it without looking, for a test that has failed already. */
  abandon(): void {
    this.abandoned = true;
    this.stopWriting.abort();
    this.stopFeed.abort();
  }

  private checkOnce(standing: readonly RecordedEvent[]): void {
    const byId = new Map(standing.map((event) => [event.id, event]));
    expect(byId.size, "no event twice").to.equal(standing.length);
    for (const { events, stream, revision, position } of this.acknowledged) {
      const found = events.map(({ id }) => byId.get(id));
      expect(found.map((event) => event?.stream)).to.deep.equal(events.map(() => stream));
      expect(found.at(-1)).to.include({ revision, position });
    }
    const ids = this.acknowledged.flatMap(({ events }) => events.map(({ id }) => id));
    expect(ids.length, "nothing but what was acknowledged in the end").to.equal(standing.length);
  }

  private async readBack(reader: LogReader): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await reader.readAll({ ...(after && { after }), limit: 500, categories: [this.category] });
      events.push(...page.events);
      if (page.atEnd) return events;
      after = page.checkpoint;
    }
  }

  private async feedReaches(count: number): Promise<void> {
    const end = Date.now() + 15_000;
    while (this.fed.length < count && Date.now() < end) await sleep(10);
  }

  private async write(stream: string): Promise<void> {
    let revision = -1;
    // A writer stops only after its last append was answered, so that each outcome is known in the end.
    while (!this.stopWriting.signal.aborted) {
      const events = newEvents(1 + (revision % 2 === 0 ? 1 : 0));
      const result = await this.appendUntilAnswered(stream, revision, events);
      if (result === undefined) return;
      this.acknowledged.push({ stream, events, ...result });
      revision = result.revision;
    }
  }

  private async appendUntilAnswered(stream: string, revision: number, events: readonly NewEvent[]) {
    for (;;) {
      const began = performance.now();
      try {
        return await this.store.append(stream, revision < 0 ? "no_stream" : revision, events);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) {
          this.violations.push(error);
          return undefined;
        }
        this.refused.push({ ms: performance.now() - began, outcome: error.outcome });
        if (this.abandoned) return undefined;
        await sleep(PAUSE_AFTER_REFUSAL_MS);
      } finally {
        this.longestAppendMs = Math.max(this.longestAppendMs, performance.now() - began);
      }
    }
  }

  /** As the projector does: on from the last page, also after a read that failed. */
  private async follow(reader: LogReader): Promise<void> {
    const { signal } = this.stopFeed;
    let after: string | undefined;
    while (!signal.aborted) {
      try {
        const from = { ...(after && { after }), limit: 50, categories: [this.category] };
        for await (const page of follow(reader, from, signal)) {
          this.fed.push(...page.events);
          after = page.checkpoint;
        }
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) {
          this.violations.push(error);
          return;
        }
        await sleep(PAUSE_AFTER_REFUSAL_MS);
      }
    }
  }
}

const place = ({ id, stream, revision, position }: RecordedEvent): string => `${position} ${stream} ${revision} ${id}`;
