import { expect } from "chai";
import { connect } from "node:net";
import type { WebSocket } from "ws";
import { cleanUp } from "../eventstore/support/stores.js";
import { start, type TestServer } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";
import { seen } from "./support/tinySchema.js";

const FOREIGN_TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.AAAA";

const codesOf = (payload: unknown): string[] =>
  (payload as { extensions: { code: string } }[]).map((error) => error.extensions.code);

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("subscriptions over WebSocket", () => {
  let server: TestServer;
  before(async () => {
    server = await start({ env: { ALLOWED_ORIGINS: "https://bao.example.vn" } });
  });
  after(cleanUp);

  it("deliver to a caller with a token, in each usual spelling", async () => {
    const token = await server.token({ subject: "reader-1" });
    for (const params of [{ Authorization: `Bearer ${token}` }, { authorization: `Bearer ${token}` }, { token }]) {
      const client = await SocketClient.ready(server.endpoint, params);
      client.subscribe("1", "subscription { whoAmI }");
      expect((await client.next("next")).payload).to.deep.equal({ data: { whoAmI: "reader-1" } });
      await client.next("complete");
      await client.close();
    }
  });

  it("are open to callers without a token, for what is public", async () => {
    const client = await SocketClient.ready(server.endpoint);
    client.subscribe("1", "subscription { whoAmI }");
    expect((await client.next("next")).payload).to.deep.equal({ data: { whoAmI: "nobody" } });
    await client.close();
  });

  for (const [what, params] of [
    ["a wrong token", { Authorization: `Bearer ${FOREIGN_TOKEN}` }],
    ["another scheme", { Authorization: "Basic YTpi" }],
    ["a token that is no text", { token: { a: 1 } }],
  ] as const) {
    it(`close with 4403 for ${what}`, async () => {
      const client = await SocketClient.open(server.endpoint);
      client.send({ type: "connection_init", payload: params });
      expect((await client.closed).code).to.equal(4403);
      expect(client.messages).to.deep.equal([]);
    });
  }

  it("close with 4403 when the token expires", async () => {
    const token = await server.token({ hours: 3 / 3_600 });
    const client = await SocketClient.ready(server.endpoint, { token });
    client.subscribe("1", "subscription { waits }");
    expect(await client.closed).to.deep.equal({ code: 4403, reason: "The access token has expired" });
    await eventually(() => seen.waiting === 0);
  });

  it("refuse pages of other origins before a socket is opened", async () => {
    const opened = (origin: string) =>
      SocketClient.open(server.endpoint, { origin }).then(
        async (client) => client.close().then(() => "opened"),
        (error: Error) => error.message,
      );
    expect(await opened("https://evil.example")).to.equal("refused with 403");
    expect(await opened("null")).to.equal("refused with 403");
    expect(await opened("https://bao.example.vn")).to.equal("opened");
    expect(await opened(server.url)).to.equal("opened");
  });

  it("live at one path", async () => {
    const error = await SocketClient.open(`${server.url}/other`).catch((refused: Error) => refused.message);
    expect(error).to.equal("refused with 404");
  });

  for (const [what, query, code] of [
    ["queries", "{ hello }", "BAD_REQUEST"],
    ["introspection", "{ __schema { types { name } } }", "BAD_REQUEST"],
    ["mutations", 'mutation { write(input: { text: "a" }) }', "BAD_REQUEST"],
    ["what does not parse", "subscription {", "GRAPHQL_PARSE_FAILED"],
    ["what is not in the schema", "subscription { tick }", "GRAPHQL_VALIDATION_FAILED"],
    ["too many directives", `subscription { ticks ${"@include(if: true) ".repeat(31)} }`, "GRAPHQL_VALIDATION_FAILED"],
    ["a field that is left out", "subscription { ticks @skip(if: true) }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "a field that may be left out",
      "subscription ($on: Boolean = true) { ...Part @include(if: $on) } fragment Part on Subscription { ticks }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
  ] as const) {
    it(`refuse ${what}`, async () => {
      const before = seen.writes;
      const client = await SocketClient.ready(server.endpoint);
      client.subscribe("1", query);
      const { payload } = await client.next("error", "1");
      expect(new Set(codesOf(payload))).to.deep.equal(new Set([code]));
      expect(seen.writes).to.equal(before);
      await client.close();
    });
  }

  it("have the same form of error as HTTP: values and inner faults do not leave", async () => {
    const client = await SocketClient.ready(server.endpoint);
    client.subscribe("1", "subscription S($n: Int) { ticks(count: $n) }", { n: "secret" });
    const refused = (await client.next("next", "1")).payload as { errors: { message: string }[] };
    expect(refused.errors[0]?.message).to.equal(
      'Variable "$n" got invalid value; Int cannot represent non-integer value.',
    );
    expect(codesOf(refused.errors)).to.deep.equal(["BAD_USER_INPUT"]);
    client.subscribe("2", "subscription { failing }");
    const { payload } = await client.next("error", "2");
    expect(codesOf(payload)).to.deep.equal(["INTERNAL_SERVER_ERROR"]);
    expect(JSON.stringify(payload)).not.to.match(/hunter2|10\.0\.0\.1/);
    await client.close();
  });

  it("leave nothing waiting when a client goes", async () => {
    const client = await SocketClient.ready(server.endpoint);
    client.subscribe("1", "subscription { waits }");
    client.subscribe("2", "subscription { waits }");
    await eventually(() => seen.waiting === 2);
    client.send({ id: "1", type: "complete" });
    await eventually(() => seen.waiting === 1);
    client.socket.terminate();
    await eventually(() => seen.waiting === 0);
  });

  it("close a socket that speaks too much at once, or nonsense", async () => {
    const shouting = await SocketClient.ready(server.endpoint);
    shouting.subscribe("1", "#".repeat(70_000));
    expect((await shouting.closed).code).to.equal(1009);
    const raving = await SocketClient.open(server.endpoint);
    raving.socket.send("nonsense");
    expect((await raving.closed).code).to.equal(4400);
  });
});

describe("limits on sockets", () => {
  afterEach(cleanUp);

  it("let so many subscriptions run on one socket and no more; one that ends makes room", async () => {
    const { endpoint } = await start({ limits: { maxSubscriptionsPerSocket: 2 } });
    const client = await SocketClient.ready(endpoint);
    for (const id of ["1", "2", "3"]) client.subscribe(id, "subscription { waits }");
    expect(codesOf((await client.next("error", "3")).payload)).to.deep.equal(["TOO_MANY_SUBSCRIPTIONS"]);
    client.send({ id: "1", type: "complete" });
    client.subscribe("4", "subscription { ticks(count: 1) }");
    expect((await client.next("next", "4")).payload).to.deep.equal({ data: { ticks: 1 } });
    await client.close();
  });

  it("count sockets a subject, those without a token, and all", async () => {
    const server = await start({ limits: { maxSocketsPerSubject: 1, maxAnonymousSockets: 1, maxSockets: 3 } });
    const token = await server.token();
    const first = await SocketClient.ready(server.endpoint, { token });
    const second = await SocketClient.open(server.endpoint);
    second.send({ type: "connection_init", payload: { token } });
    expect((await second.closed).code).to.equal(1013);
    await first.close();
    const again = await SocketClient.ready(server.endpoint, { token });

    const nobody = await SocketClient.ready(server.endpoint);
    const another = await SocketClient.open(server.endpoint);
    another.send({ type: "connection_init" });
    expect((await another.closed).code).to.equal(1013);

    const other = await SocketClient.ready(server.endpoint, { token: await server.token({ subject: "other" }) });
    expect(await SocketClient.open(server.endpoint).catch((error: Error) => error.message)).to.equal(
      "refused with 503",
    );
    for (const client of [again, nobody, other]) await client.close();
  });

  it("close a socket that does not introduce itself", async () => {
    const { endpoint } = await start({ limits: { socketInitTimeoutMs: 50 } });
    expect((await (await SocketClient.open(endpoint)).closed).code).to.equal(4408);
  });

  it("cut a reader that has stopped reading, and keep serving others meanwhile", async () => {
    const server = await start({ limits: { socketPingMs: 100 } });
    const stuck = await SocketClient.ready(server.endpoint);
    const { _socket: wire } = stuck.socket as WebSocket & { _socket: { pause(): void; resume(): void } };
    stuck.subscribe("1", "subscription { flood }");
    await stuck.next("next", "1");
    wire.pause();
    const cut = () => server.lines.some(({ msg, code }) => msg === "socket" && code === 1006);
    await eventually(cut);
    expect((await server.ask("{ hello }")).data).to.deep.equal({ hello: "world" });
    stuck.socket.terminate();
  });

  it("let everybody else be served while one reader is sent a flood, and after it has gone in the midst of it", async () => {
    const server = await start();
    const flooded = await SocketClient.ready(server.endpoint);
    flooded.subscribe("1", "subscription { flood }");
    await flooded.next("next", "1");
    expect((await server.ask("{ hello }")).data).to.deep.equal({ hello: "world" });
    flooded.socket.terminate();
    expect((await server.ask("{ hello }")).data).to.deep.equal({ hello: "world" });
  });

  it("say goodbye with 1001 when the server stops, and do not wait for those who do not listen", async () => {
    const server = await start();
    const polite = await SocketClient.ready(server.endpoint);
    const { port } = new URL(server.url);
    const deaf = connect(Number(port), "127.0.0.1");
    const key = "dGhlIHNhbXBsZSBub25jZQ==";
    deaf.write(
      `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
    );
    await new Promise((resolve) => deaf.once("data", resolve));
    await server.close();
    expect((await polite.closed).code).to.equal(1001);
    deaf.destroy();
  });
});
