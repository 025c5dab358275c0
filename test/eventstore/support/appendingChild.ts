import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { NewEvent } from "../../../src/eventstore/contract.js";
import { openEmbeddedStore } from "../../../src/eventstore/embedded/embeddedStore.js";

/** Appends for ever, 32 at once, and prints each append after it was acknowledged. Meant to be killed. */
const [folder] = process.argv.slice(2);
let said: Promise<void> = Promise.resolve();
const store = await openEmbeddedStore({ folder: folder! });

async function appendForEver(): Promise<never> {
  for (;;) {
    const stream = `killed-${randomUUID()}`;
    const events: NewEvent[] = Array.from({ length: 3 }, () => {
      const id = randomUUID();
      return { id, type: "Written", data: JSON.stringify({ id, fill: "x".repeat(300) }), metadata: "{}" };
    });
    const { position } = await store.append(stream, "no_stream", events);
    await say(`${JSON.stringify({ stream, position, ids: events.map((event) => event.id) })}\n`);
  }
}

/** Written at once, not buffered: what is printed was acknowledged before the kill. One after the other, in whole lines. */
function say(line: string): Promise<void> {
  said = said.then(async () => {
    for (let rest = Buffer.from(line); rest.length > 0;) {
      try {
        rest = rest.subarray(writeSync(1, rest));
      } catch (error) {
        // The pipe is full: whoever reads it is slower for a moment.
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
        await setTimeout(1);
      }
    }
  });
  return said;
}

await Promise.all(Array.from({ length: 32 }, appendForEver));
