import { expect } from "chai";
import { cleanUp } from "../eventstore/support/stores.js";
import { start, type TestServer } from "./support/servers.js";
import { StreamClient, type StreamEvent } from "./support/streams.js";
import { seen } from "./support/tinySchema.js";

const codesOf = (event: StreamEvent | undefined): string[] =>
  ((event?.data?.["errors"] ?? []) as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code);

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("subscriptions as an event stream", () => {
  let server: TestServer;
  before(async () => {
    server = await start({ env: { ALLOWED_ORIGINS: "https://bao.example.vn" } });
  });
  after(cleanUp);

  it("deliver each result as `next`, and then `complete`", async () => {
    const client = await StreamClient.open(server.url, "subscription { ticks(count: 2) }");
    expect(client.status).to.equal(200);
    expect(client.response.headers).to.include({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    expect(await client.rest()).to.deep.equal([
      { event: "next", id: undefined, data: { data: { ticks: 1 } } },
      { event: "next", id: undefined, data: { data: { ticks: 2 } } },
      { event: "complete", id: undefined, data: undefined },
    ]);
  });

  it("take a token as HTTP does, and GET as a browser's EventSource sends it", async () => {
    const token = await server.token({ subject: "reader-1" });
    const client = await StreamClient.open(server.url, "subscription { whoAmI }", { token });
    expect((await client.next())?.data).to.deep.equal({ data: { whoAmI: "reader-1" } });
    client.leave();
    const query = encodeURIComponent("subscription S($n: Int) { ticks(count: $n) }");
    const got = await fetch(`${server.url}/graphql/stream?query=${query}&variables=${encodeURIComponent('{"n":1}')}`);
    expect(await got.text()).to.equal('event: next\ndata: {"data":{"ticks":1}}\n\nevent: complete\ndata:\n\n');
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
    it(`refuse ${what}, in the stream, with the code that a socket gives`, async () => {
      const before = seen.writes;
      const client = await StreamClient.open(server.url, query);
      const [errors, complete, ...more] = await client.rest();
      expect(new Set(codesOf(errors))).to.deep.equal(new Set([code]));
      expect(complete?.event).to.equal("complete");
      expect(more).to.deep.equal([]);
      expect(seen.writes).to.equal(before);
    });
  }

  it("have the same form of error as the other transports: values and inner faults do not leave", async () => {
    const wrong = await StreamClient.open(server.url, "subscription S($n: Int) { ticks(count: $n) }", {
      variables: { n: "secret" },
    });
    const [refused] = await wrong.rest();
    expect(codesOf(refused)).to.deep.equal(["BAD_USER_INPUT"]);
    const failing = await StreamClient.open(server.url, "subscription { failing }");
    const events = await failing.rest();
    expect(events.map(({ event }) => event)).to.deep.equal(["next", "next", "complete"]);
    expect(codesOf(events[1])).to.deep.equal(["INTERNAL_SERVER_ERROR"]);
    expect(JSON.stringify([refused, events])).not.to.match(/secret|hunter2|10\.0\.0\.1/);
  });

  for (const [what, headers, status, code] of [
    ["a wrong token", { authorization: "Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.AAAA" }, 401, "UNAUTHENTICATED"],
    ["another scheme", { authorization: "Basic YTpi" }, 401, "UNAUTHENTICATED"],
    ["pages of other origins", { origin: "https://evil.example" }, 403, "BAD_REQUEST"],
    ["those who want something else", { accept: "application/json" }, 406, "BAD_REQUEST"],
    ["those who will not have a stream", { accept: "text/event-stream;q=0, text/html" }, 406, "BAD_REQUEST"],
    ["a body that is no JSON", { "content-type": "text/plain" }, 415, "BAD_REQUEST"],
  ] as const) {
    it(`refuse ${what} before there is a stream`, async () => {
      const client = await StreamClient.open(server.url, "subscription { ticks }", { headers });
      expect(client.status).to.equal(status);
      expect((await client.json()).errors[0]?.extensions.code).to.equal(code);
    });
  }

  it("are open to pages of the listed origins, by a preflight too", async () => {
    const origin = "https://bao.example.vn";
    const client = await StreamClient.open(server.url, "subscription { ticks(count: 1) }", { headers: { origin } });
    expect(client.response.headers["access-control-allow-origin"]).to.equal(origin);
    client.leave();
    const asked = await fetch(`${server.url}/graphql/stream`, { method: "OPTIONS", headers: { origin } });
    expect(asked.headers.get("access-control-allow-headers")).to.contain("last-event-id");
  });

  it("end when the token does, saying why", async () => {
    const token = await server.token({ hours: 2 / 3_600 });
    const client = await StreamClient.open(server.url, "subscription { waits }", { token });
    const [expired, complete] = await client.rest();
    expect(codesOf(expired)).to.deep.equal(["UNAUTHENTICATED"]);
    expect(complete?.event).to.equal("complete");
    await eventually(() => seen.waiting === 0);
  });

  it("leave nothing waiting when a client goes", async () => {
    const client = await StreamClient.open(server.url, "subscription { waits }");
    await eventually(() => seen.waiting === 1);
    client.leave();
    await eventually(() => seen.waiting === 0);
  });
});

describe("limits on event streams", () => {
  afterEach(cleanUp);

  it("are one count with the sockets': of a subject, of those without a token, and of all", async () => {
    const server = await start({ limits: { maxSocketsPerSubject: 1, maxAnonymousSockets: 1, maxSockets: 3 } });
    const token = await server.token();
    const other = await server.token({ subject: "officer-2" });
    const open = (more?: { token: string }): Promise<StreamClient> =>
      StreamClient.open(server.url, "subscription { waits }", more);
    const first = await open({ token });
    expect((await open({ token })).status).to.equal(429);
    const nobody = await open();
    expect((await open()).status).to.equal(429);
    const third = await open({ token: other });
    const refused = await open({ token: await server.token({ subject: "officer-3" }) });
    expect(refused.status).to.equal(503);
    expect((await refused.json()).errors[0]?.extensions.code).to.equal("TOO_MANY_SUBSCRIPTIONS");
    await eventually(() => seen.waiting === 3);
    for (const client of [first, nobody, third]) client.leave();
    await eventually(() => seen.waiting === 0);
    const again = await open({ token });
    expect(again.status).to.equal(200);
    again.leave();
  });

  it("cut a reader that has stopped reading, and keep serving others meanwhile", async () => {
    const server = await start({ limits: { socketPingMs: 100 } });
    const stuck = await StreamClient.open(server.url, "subscription { flood }");
    await stuck.next();
    stuck.response.pause();
    await eventually(() => server.lines.some(({ msg, cut }) => msg === "stream" && cut));
    expect((await server.ask("{ hello }")).data).to.deep.equal({ hello: "world" });
    stuck.leave();
  });

  it("let the server stop at once, without a `complete`: the client shall come again", async () => {
    const server = await start();
    const client = await StreamClient.open(server.url, "subscription { waits }");
    await eventually(() => seen.waiting === 1);
    await server.close();
    expect(await client.rest()).to.deep.equal([]);
    await eventually(() => seen.waiting === 0);
  });
});
