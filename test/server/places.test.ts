import { expect } from "chai";
import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";
import { WaitingRoom } from "../../src/server/waitingRoom.js";
import { cleanUp } from "../eventstore/support/stores.js";
import { start, type TestServer } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";
import { StreamClient } from "./support/streams.js";

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("a waiting room", () => {
  it("lets everybody in; of the address that has most the one goes that has waited longest", () => {
    const gone: string[] = [];
    const room = new WaitingRoom(3);
    const enter = (address: string, name: string): (() => void) => room.enter(address, () => gone.push(name));
    enter("flood", "flood 1");
    enter("other", "other 1");
    const known = enter("flood", "flood 2");
    enter("flood", "flood 3");
    expect([gone, room.waiting]).to.deep.equal([["flood 1"], 3]);
    known();
    known();
    enter("other", "other 2");
    enter("third", "third 1");
    expect([gone, room.waiting, room.sentAway]).to.deep.equal([["flood 1", "other 1"], 3, 2]);
  });
});

describe("places", () => {
  afterEach(cleanUp);

  /** Somebody with a token is served, and quickly, over each transport. */
  async function served(server: TestServer, subject: string): Promise<void> {
    const token = await server.token({ subject });
    const socket = await SocketClient.ready(server.endpoint, { token });
    socket.subscribe("1", "subscription { whoAmI }");
    expect((await socket.next("next", "1")).payload).to.deep.equal({ data: { whoAmI: subject } });
    await socket.close();
    const stream = await StreamClient.open(server.url, "subscription { whoAmI }", { token });
    expect((await stream.next())?.data).to.deep.equal({ data: { whoAmI: subject } });
    stream.leave();
    expect((await server.ask("{ me }", { token })).data).to.deep.equal({ me: `PRESS_OFFICER ${subject} null` });
  }

  it("are not taken by 1,050 sockets that never say who they are", async () => {
    const server = await start({ limits: { socketInitTimeoutMs: 60_000 } });
    const silent: WebSocket[] = [];
    for (let opened = 0; opened < 1_050; opened += 50) {
      const some = Array.from({ length: 50 }, () => new WebSocket(server.endpoint, "graphql-transport-ws"));
      some.forEach((socket) => socket.on("error", () => undefined));
      await Promise.all(some.map((socket) => new Promise((resolve) => socket.once("open", resolve))));
      silent.push(...some);
    }
    await served(server, "reader-1");
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics)
      .to.match(/ledger_new_sockets (99|100)\n/)
      .and.match(/sent_away_total\{kind="socket"\} 95\d\n/);
    silent.forEach((socket) => socket.terminate());
  });

  it("are given back by a socket that has been closed and does not take its leave", async () => {
    const server = await start({ limits: { socketInitTimeoutMs: 50 } });
    const { port } = new URL(server.url);
    const deaf = connect(Number(port), "127.0.0.1");
    deaf.write(
      `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n` +
        "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
    );
    const startedAt = performance.now();
    await eventually(() => server.lines.some(({ socket }) => socket === "closed"));
    // By itself the library would wait for half a minute.
    expect(performance.now() - startedAt).to.be.below(10_000);
    deaf.destroy();
  });

  it("are not taken by those without a token, over either transport", async () => {
    const server = await start({ limits: { maxSockets: 4, maxAnonymousSockets: 100 } });
    const streams = [];
    for (let opened = 0; opened < 2; opened++) {
      streams.push(await StreamClient.open(server.url, "subscription { waits }"));
    }
    const refused = await StreamClient.open(server.url, "subscription { waits }");
    expect([refused.status, (await refused.json()).errors[0]?.extensions.code]).to.deep.equal([
      429,
      "TOO_MANY_SUBSCRIPTIONS",
    ]);
    const socket = await SocketClient.open(server.endpoint);
    socket.send({ type: "connection_init" });
    expect((await socket.closed).code).to.equal(1013);
    await served(server, "reader-2");
    streams.forEach((stream) => stream.leave());
  });

  it("are not taken by a socket that left while its token was looked at", async () => {
    const server = await start({ limits: { maxSocketsPerSubject: 1 } });
    const token = await server.token();
    for (let times = 0; times < 5; times++) {
      const hasty = await SocketClient.open(server.endpoint);
      hasty.send({ type: "connection_init", payload: { token } });
      hasty.socket.terminate();
      await hasty.closed;
    }
    await eventually(() => server.lines.filter(({ socket }) => socket === "closed").length === 5);
    await (await SocketClient.ready(server.endpoint, { token })).close();
  });

  for (const [what, text] of [
    ["headers", "POST /graphql HTTP/1.1\r\nHost: a\r\n"],
    ["a body", 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"q'],
    ["nothing", ""],
  ] as const) {
    it(`are not taken by connections that send ${what} and no more`, async () => {
      const server = await start({ limits: { maxQuietConnections: 20 } });
      const { port } = new URL(server.url);
      const half: Socket[] = [];
      for (let opened = 0; opened < 60; opened++) {
        const socket = connect(Number(port), "127.0.0.1");
        socket.on("error", () => undefined);
        await new Promise<void>(
          (resolve) => void socket.once("connect", () => socket.write(text || "P", () => resolve())),
        );
        half.push(socket);
      }
      await eventually(() => half.filter(({ closed }) => closed).length >= 40);
      await served(server, "reader-3");
      half.forEach((socket) => socket.destroy());
    });
  }

  it("are not taken from whoever is being answered", async () => {
    const server = await start({ limits: { maxQuietConnections: 2 } });
    const answered = await StreamClient.open(server.url, "subscription { waits }");
    const { port } = new URL(server.url);
    const idle = Array.from({ length: 20 }, () => connect(Number(port), "127.0.0.1").on("error", () => undefined));
    await eventually(() => idle.filter(({ closed }) => closed).length >= 18);
    expect(await (await fetch(`${server.url}/metrics`)).text()).to.contain("ledger_open_streams 1\n");
    answered.leave();
    idle.forEach((socket) => socket.destroy());
  });
});
