import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Checkpoint, EventStore, NewEvent, Page, RecordedEvent } from "../../../src/eventstore/contract.js";

/** A category that nobody else uses. */
export const newCategory = (): string => `t${randomUUID().replaceAll("-", "")}`;
export const newStream = (category = newCategory()): string => `${category}-${randomUUID()}`;

export function newEvent(fields: Partial<NewEvent> = {}): NewEvent {
  return { id: randomUUID(), type: "Tested", data: `{"n":1}`, metadata: "{}", ...fields };
}

export const newEvents = (count: number): NewEvent[] => Array.from({ length: count }, () => newEvent());

/** The place right after what the log holds now. */
export async function here(store: EventStore): Promise<Checkpoint> {
  return store.checkpointAt(await store.head());
}

export interface WalkOptions {
  readonly after: Checkpoint;
  readonly limit: number;
  readonly categories?: readonly string[];
}

/** All pages from a place to the end of the log, each checked for what every page must keep. */
export async function walk(store: EventStore, options: WalkOptions): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let after = options.after;
  for (;;) {
    const page = await store.readAll({ ...options, after });
    checkPage(store, page, after, options);
    pages.push(page);
    if (page.atEnd) return pages;
    after = page.checkpoint;
  }
}

function checkPage(store: EventStore, page: Page, after: Checkpoint, { limit }: WalkOptions): void {
  const start = store.positionOf(after)!;
  expect(page.events.length).to.be.at.most(limit);
  expect(store.positionOf(page.checkpoint)).to.equal(page.position);
  if (!page.atEnd) expect(page.position).to.be.greaterThan(start);
  let last = start;
  for (const { position } of page.events) {
    expect(position).to.be.greaterThan(last);
    last = position;
  }
  expect(page.position).to.be.at.least(last);
}

export async function walkEvents(store: EventStore, options: WalkOptions): Promise<readonly RecordedEvent[]> {
  return (await walk(store, options)).flatMap((page) => page.events);
}

/** What was given to `append`, taken out of what was read. */
export const asGiven = ({ id, type, data, metadata }: RecordedEvent): NewEvent => ({ id, type, data, metadata });

/** The error that the promise ends with; it must be of the class. */
export async function failure<E extends Error>(
  promise: Promise<unknown>,
  kind: abstract new (...args: never[]) => E,
): Promise<E> {
  const outcome = await promise.then(
    () => "no error",
    (error: unknown) => error,
  );
  expect(outcome).to.be.instanceOf(kind);
  return outcome as E;
}
