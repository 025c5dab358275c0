import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { expect } from "chai";
import type { DomainEvent } from "../../src/domain/kernel/decider.js";
import { encode } from "../../src/eventstore/codec.js";
import type { NewEvent } from "../../src/eventstore/contract.js";
import { openEmbeddedStore } from "../../src/eventstore/embedded/embeddedStore.js";
import type { FromProjector } from "../../src/projections/readModel/projectorHost.js";
import { PROJECTORS, type ThreadSetup, type ToProjector } from "../../src/projections/readModel/projectorThreads.js";
import { readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { removed, temporaryFolder } from "../cli/support.js";
import { CLOCK, commandMeta } from "../support/given.js";

/** Of no type that any part knows: nothing but its place in the log matters. */
function anEvent(): readonly NewEvent[] {
  const commandId = randomUUID();
  const event = { type: "Something", data: {}, occurredAt: CLOCK } as DomainEvent;
  return encode([event], { actor: commandMeta().actor, commandId, commandHash: "hash", correlationId: commandId });
}

describe("the thread that takes events in", () => {
  const folders: string[] = [];
  after(() => folders.forEach(removed));

  /** A thread that follows a log of so many events, and where it has come to. */
  async function following(events: number): Promise<{ worker: Worker; position: number; end: () => Promise<void> }> {
    const folder = temporaryFolder();
    folders.push(folder);
    const log = await openEmbeddedStore({ folder });
    for (let n = 0; n < events; n++) await log.append(`other-${n}`, "no_stream", anEvent());
    const worker = PROJECTORS.take();
    const begin: ThreadSetup = { path: readModelPath(folder), log: { kind: "embedded", folder } };
    worker.postMessage({ begin } satisfies ToProjector);
    const position = await said(worker, (told) =>
      "state" in told && told.state === "live" ? told.position : undefined,
    );
    const end = async (): Promise<void> => {
      worker.postMessage({ stop: true } satisfies ToProjector);
      await said(worker, (told) => "ended" in told || undefined);
      await log.close();
    };
    return { worker, position, end };
  }

  function said<T>(worker: Worker, found: (told: FromProjector) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      worker.on("message", (told: FromProjector) => {
        const answer = found(told);
        if (answer !== undefined) resolve(answer);
      });
      worker.once("error", reject);
    });
  }

  it("follows another ledger once its own is closed, and knows nothing of the one before", async () => {
    const first = await following(3);
    expect(first.position).to.equal(3);
    await first.end();
    PROJECTORS.giveBack(first.worker);
    const second = await following(1);
    expect(second.worker).to.equal(first.worker);
    expect(second.position).to.equal(1);
    await second.end();
    PROJECTORS.giveBack(second.worker);
  });

  it("is not taken again when it has died while it had nothing to do", async () => {
    const first = await following(0);
    await first.end();
    PROJECTORS.giveBack(first.worker);
    const gone = once(first.worker, "exit");
    await first.worker.terminate();
    await gone;
    const second = await following(2);
    expect(second.worker).to.not.equal(first.worker);
    expect(second.position).to.equal(2);
    await second.end();
    PROJECTORS.giveBack(second.worker);
  });
});
