import { expect } from "chai";
import type { RecordedEvent } from "../../src/eventstore/contract.js";
import { walkEvents } from "../support/conformance/helpers.js";
import { startChild } from "./support/children.js";
import { cleanUp, newFolder, openStore } from "./support/stores.js";

interface Acknowledged {
  readonly stream: string;
  readonly position: number;
  readonly ids: readonly string[];
}

/** So many acknowledgements come before each kill; the promise holds for any. */
const KILLED_AFTER = [1, 37, 166, 392];

describe("embedded store: kill -9", () => {
  after(cleanUp);

  it("loses nothing acknowledged and shows no half append, however often it is killed while it writes", async () => {
    const folder = newFolder();
    const acknowledged: Acknowledged[] = [];
    for (const count of KILLED_AFTER) {
      acknowledged.push(...(await appendUntilKilled(folder, count)));
      await checkAll(folder, acknowledged);
    }
  });
});

async function appendUntilKilled(folder: string, count: number): Promise<readonly Acknowledged[]> {
  const child = startChild("appendingChild.js", folder);
  const seen: Acknowledged[] = [];
  for await (const line of child.lines) {
    // The kill can cut the last line in two; an acknowledgement that nobody could read was given to nobody.
    if (!line.endsWith("}")) continue;
    seen.push(JSON.parse(line) as Acknowledged);
    if (seen.length === count) child.process.kill("SIGKILL");
  }
  await child.gone;
  expect(seen.length).to.be.at.least(count);
  return seen;
}

async function checkAll(folder: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const store = await openStore({ folder });
  const events = await walkEvents(store, { after: store.checkpointAt(0), limit: 1000 });
  const byStream = new Map<string, RecordedEvent[]>();
  for (const event of events) byStream.set(event.stream, [...(byStream.get(event.stream) ?? []), event]);
  for (const { stream, position, ids } of acknowledged) {
    const found = byStream.get(stream)!;
    expect(found.map((event) => event.id)).to.deep.equal(ids);
    expect(found.map((event) => (JSON.parse(event.data) as { id: string }).id)).to.deep.equal(ids);
    expect(found.at(-1)!.position).to.equal(position);
  }
  for (const found of byStream.values()) expect(found).to.have.length(3);
  await store.close();
}
