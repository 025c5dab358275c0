import type { ExpectedRevision, LogReader, NewEvent, RecordedEvent } from "../../../src/eventstore/contract.js";
import type { EventStoreDbReader } from "../../../src/eventstore/eventstoredb/eventStoreDbReader.js";
import { openEventStoreDbReader } from "../../../src/eventstore/eventstoredb/eventStoreDbReader.js";
import type { EventStoreDbOptions, EventStoreDbStore } from "../../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { openEventStoreDb } from "../../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { walkEvents } from "../../support/conformance/helpers.js";
import type { DoubleOptions, EventStoreDbDouble } from "../../support/eventstoredb/double.js";
import { startDouble } from "../../support/eventstoredb/double.js";
import { tracked } from "./stores.js";

/** Short, so that a test of giving up is quick; long enough for a machine that does other things as well. */
export const QUICK = { totalMs: 2_000, answerMs: 250 };

export async function newDouble(options?: DoubleOptions): Promise<EventStoreDbDouble> {
  const double = await startDouble(options);
  tracked({ close: () => double.stop() });
  return double;
}

export async function storeOn(url: string, options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDbStore> {
  return tracked(await openEventStoreDb({ url, deadlines: QUICK, ...options }));
}

export function readerOn(url: string, options: Partial<EventStoreDbOptions> = {}): EventStoreDbReader {
  return tracked(openEventStoreDbReader({ url, deadlines: QUICK, ...options }));
}

/** A double and a store on it. */
export async function opened(
  options?: DoubleOptions,
): Promise<{ double: EventStoreDbDouble; store: EventStoreDbStore }> {
  const double = await newDouble(options);
  return { double, store: await storeOn(double.url) };
}

/** Appends as another process would, past the store under test. */
export function appendElsewhere(
  double: EventStoreDbDouble,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): number {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const proposed = events.map(({ id, type, data, metadata }) => ({
    id,
    type,
    contentType: "application/json",
    data: bytes(data),
    metadata: bytes(metadata),
  }));
  const outcome = double.log.append(stream, expected, proposed);
  if (outcome.kind !== "success") throw new Error(`The double answered ${outcome.kind}.`);
  return outcome.position;
}

export const everything = (reader: LogReader): Promise<readonly RecordedEvent[]> =>
  walkEvents(reader as Parameters<typeof walkEvents>[0], { after: reader.checkpointAt(0), limit: 100 });

export const ids = (events: readonly { readonly id: string }[]): readonly string[] => events.map(({ id }) => id);
