import { expect } from "chai";
import { type AddressInfo, createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer as createTlsServer } from "node:tls";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import { diagnose } from "../../src/eventstore/eventstoredb/diagnosis.js";
import { failure, newEvents, newStream } from "../support/conformance/helpers.js";
import { newDouble, opened, storeOn } from "./support/eventStoreDb.js";
import { STRANGER } from "./support/stranger.js";
import { cleanUp, tracked } from "./support/stores.js";

/** The address of a server of the test's own. */
async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  tracked({ close: () => new Promise<void>((resolve) => void server.close(() => resolve())) });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Where nothing listens: a port that was ours a moment ago. */
async function deserted(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `127.0.0.1:${port}`;
}

describe("EventStoreDB store: why a server does not answer", () => {
  afterEach(cleanUp);

  it("finds nothing wrong with nodes that answer and name a leader", async () => {
    expect(await diagnose((await newDouble()).url)).to.equal(undefined);
    expect(await diagnose((await newDouble({ nodes: 3 })).url)).to.equal(undefined);
  });

  it("tells a server that is not there, by its address and nothing else of the URL", async () => {
    const address = await deserted();
    expect(await diagnose(`esdb://user:secret@${address}?tls=true`)).to.equal(
      `${address}: nothing listens there; the server is not started.`,
    );
  });

  it("tells a name that nobody knows", async () => {
    expect(await diagnose("esdb://node-1.invalid:2113?tls=false")).to.match(/^node-1\.invalid:2113: the name /);
  });

  it("tells an authority that is not known here", async () => {
    const address = await listening(createTlsServer(STRANGER, (socket) => socket.destroy()));
    expect(await diagnose(`esdb://user:secret@${address}?tls=true`))
      .to.contain(`${address}: the certificate is of an authority that is not known here`)
      .and.contain("tlsCAFile");
  });

  it("tells TLS from none, either way", async () => {
    const { node } = await newDouble();
    expect(await diagnose(`esdb://${node.address}?tls=true`)).to.contain("does not speak TLS");
    const address = await listening(createTlsServer(STRANGER));
    expect(await diagnose(`esdb://${address}?tls=false`)).to.contain("a server with TLS wants tls=true");
  });

  it("tells a node that hangs, and that the others still hold it for the leader", async () => {
    const { url, nodes } = await newDouble({ nodes: 3 });
    nodes[0]!.gate.freeze();
    expect(await diagnose(url))
      .to.match(new RegExp(`^${nodes[0]!.address}: it takes connections but does not answer`))
      .and.contain(`the others still hold ${nodes[0]!.address} for the leader`);
  });

  it("tells nodes that have no leader", async () => {
    const { url, elect } = await newDouble({ nodes: 3 });
    elect();
    expect(await diagnose(url)).to.equal("the nodes that answer have no leader.");
  });

  it("is what the store says of itself and of what it could not do, and is gone when the server is back", async () => {
    const { double, store } = await opened();
    await store.append(newStream(), "no_stream", newEvents(1));
    const { address } = double.node;
    await double.node.gate.slam();
    const refused = await failure(store.append(newStream(), "no_stream", newEvents(1)), StoreUnavailable);
    expect(refused.message).to.equal(
      `The log could not be written: ${address}: nothing listens there; the server is not started.`,
    );
    expect(store.state).to.have.property("reason", `${address}: nothing listens there; the server is not started.`);
    await double.node.gate.open();
    await store.append(newStream(), "no_stream", newEvents(1));
    while (store.state.kind !== "connected") await sleep(10);
  });

  it("is looked for anew when the server was slow a moment ago, and is gone now", async () => {
    const { double, store } = await opened();
    double.node.faults.swallowAppends = 1;
    await store.append(newStream(), "no_stream", newEvents(1));
    await double.node.gate.slam();
    const refused = await failure(store.append(newStream(), "no_stream", newEvents(1)), StoreUnavailable);
    expect(refused.message).to.contain("nothing listens there");
  });

  it("is there for a server that was never there", async () => {
    const address = await deserted();
    const store = await storeOn(`esdb://${address}?tls=false`);
    const refused = await failure(store.head(), StoreUnavailable);
    expect(refused.message).to.contain(`${address}: nothing listens there`);
  });
});
