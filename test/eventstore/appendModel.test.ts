import { createHash, randomUUID } from "node:crypto";
import { expect } from "chai";
import fc from "fast-check";
import type { ExpectedRevision, NewEvent } from "../../src/eventstore/contract.js";
import { EventIdTaken, WrongExpectedRevision } from "../../src/eventstore/contract.js";
import type { EmbeddedStore } from "../../src/eventstore/embedded/embeddedStore.js";
import { cleanUp, openStore } from "./support/stores.js";

interface Ask {
  readonly stream: number;
  readonly expected: ExpectedRevision;
  /** Numbers that stand for event ids; few, so that they meet again. */
  readonly ids: readonly number[];
}

type Answer = { readonly revision: number } | "wrong-revision" | "id-taken";

/** The rules of append, in the fewest words. */
class Model {
  readonly streams = new Map<number, number[]>();

  append({ stream, expected, ids }: Ask): Answer {
    if (new Set(ids).size < ids.length) return "id-taken";
    const standing = this.streams.get(stream) ?? [];
    const next = expected === "no_stream" ? 0 : expected + 1;
    if (next > standing.length) return "wrong-revision";
    if (next < standing.length) {
      const same = ids.every((id, index) => standing[next + index] === id);
      return same ? { revision: next + ids.length - 1 } : "wrong-revision";
    }
    const all = [...this.streams.values()].flat();
    if (ids.some((id) => all.includes(id))) return "id-taken";
    this.streams.set(stream, [...standing, ...ids]);
    return { revision: next + ids.length - 1 };
  }
}

const ask: fc.Arbitrary<Ask> = fc.record({
  stream: fc.nat({ max: 2 }),
  expected: fc.oneof(fc.constant("no_stream" as const), fc.nat({ max: 4 })),
  // Runs of neighbouring numbers make repeats and overlaps likely; the rest are any.
  ids: fc.oneof(
    fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 3 })).map(([first, n]) => upFrom(first, n)),
    fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }),
  ),
});

const upFrom = (first: number, count: number): number[] => Array.from({ length: count }, (_, n) => first + n);

describe("append of the embedded store", () => {
  let store: EmbeddedStore;
  before(async () => {
    store = await openStore();
  });
  after(cleanUp);

  const property = (concurrent: boolean) =>
    fc.asyncProperty(fc.array(ask, { minLength: 1, maxLength: 25 }), async (asks) => {
      const run = randomUUID();
      const model = new Model();
      const wanted = asks.map((one) => model.append(one));
      const answers: Answer[] = [];
      // Asked at once they share a transaction, and must see each other in it; one by one, each sees the log.
      if (concurrent) answers.push(...(await Promise.all(asks.map((one) => append(store, run, one)))));
      else for (const one of asks) answers.push(await append(store, run, one));
      expect(answers).to.deep.equal(wanted);
      for (const [stream, ids] of model.streams) {
        const events = await store.readStream(streamName(run, stream));
        expect(events.map((event) => event.id)).to.deep.equal(ids.map((id) => eventId(run, id)));
      }
    });

  // fast-check prints the seed and the shortest counterexample when it fails.
  it("answers as the model does, one by one", () => fc.assert(property(false), { numRuns: 60 }));
  it("answers as the model does, all at once", () => fc.assert(property(true), { numRuns: 150 }));
});

const streamName = (run: string, stream: number): string => `model-${run}-${stream}`;

/** The same number is the same id within a run, and another in any other run. */
function eventId(run: string, id: number): string {
  const hex = createHash("sha256").update(`${run}/${id}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

async function append(store: EmbeddedStore, run: string, { stream, expected, ids }: Ask): Promise<Answer> {
  const events = ids.map((id): NewEvent => ({ id: eventId(run, id), type: "Modelled", data: "{}", metadata: "{}" }));
  try {
    const { revision } = await store.append(streamName(run, stream), expected, events);
    return { revision };
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return "wrong-revision";
    if (error instanceof EventIdTaken) return "id-taken";
    throw error;
  }
}
