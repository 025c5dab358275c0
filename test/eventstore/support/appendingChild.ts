import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import type { NewEvent } from "../../../src/eventstore/contract.js";
import { openEmbeddedStore } from "../../../src/eventstore/embedded/embeddedStore.js";

/** Appends for ever, 32 at once, and prints each append after it was acknowledged. Meant to be killed. */
const [folder] = process.argv.slice(2);
const store = await openEmbeddedStore({ folder: folder! });

async function appendForEver(): Promise<never> {
  for (;;) {
    const stream = `killed-${randomUUID()}`;
    const events: NewEvent[] = Array.from({ length: 3 }, () => {
      const id = randomUUID();
      return { id, type: "Written", data: JSON.stringify({ id, fill: "x".repeat(300) }), metadata: "{}" };
    });
    const { position } = await store.append(stream, "no_stream", events);
    // Written at once, not buffered: what is printed was acknowledged before the kill.
    writeSync(1, `${JSON.stringify({ stream, position, ids: events.map((event) => event.id) })}\n`);
  }
}

await Promise.all(Array.from({ length: 32 }, appendForEver));
