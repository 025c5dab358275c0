import { expect } from "chai";
import { serverAudits } from "graphql-http";
import { connect } from "node:net";
import { cleanUp } from "../eventstore/support/stores.js";
import { answerOf, codes, start, type TestServer } from "./support/servers.js";
import { seen } from "./support/tinySchema.js";

/** Audits that a deliberate choice of ours does not meet. */
const NOT_MET: Readonly<Record<string, string>> = {
  // A GET without any header that a foreign page could not set is refused, so that no such page can make one.
  "5A70": "GET",
  D6D5: "GET with variables",
  "6A70": "GET with variables",
};

describe("GraphQL over HTTP", () => {
  let server: TestServer;
  before(async () => {
    server = await start({ env: { ALLOWED_ORIGINS: "https://bao.example.vn" } });
  });
  after(cleanUp);

  const post = (body: string | Uint8Array, headers: Record<string, string> = { "content-type": "application/json" }) =>
    fetch(server.endpoint, { method: "POST", headers, body });
  const get = (query: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
    fetch(`${server.endpoint}?${new URLSearchParams({ query })}`, { headers });

  describe("audits of the specification", () => {
    for (const { id, name, fn } of serverAudits({ url: () => server.endpoint })) {
      const exception = NOT_MET[id];
      it(`${id} ${name}${exception === undefined ? "" : " (not met, on purpose)"}`, async () => {
        const result = await fn();
        const reason = "reason" in result ? result.reason : "";
        expect(result.status, reason).to.equal(exception === undefined ? "ok" : "notice");
      });
    }
  });

  it("answers in the media type that was asked for, and prefers what is liked better", async () => {
    const typeFor = async (accept: string) => (await server.ask("{ hello }", { accept })).headers.get("content-type");
    expect(await typeFor("application/graphql-response+json, application/json;q=0.9")).to.match(
      /^application\/graphql-response\+json/,
    );
    expect(await typeFor("application/graphql-response+json;q=0.1, application/json")).to.match(/^application\/json/);
    expect(await typeFor("application/*")).to.match(/^application\/json/);
  });

  it("runs nothing for a caller who would not take the answer", async () => {
    const before = seen.writes;
    const answer = await server.ask('mutation { write(input: { text: "a" }) }', { accept: "text/html" });
    expect([answer.status, ...codes(answer)]).to.deep.equal([406, "BAD_REQUEST"]);
    expect(seen.writes).to.equal(before);
  });

  it("answers a query by GET, and refuses a mutation", async () => {
    const query = await answerOf(await get("{ hello }"));
    expect([query.status, query.data]).to.deep.equal([200, { hello: "world" }]);
    const before = seen.writes;
    const mutation = await get('mutation { write(input: { text: "a" }) }');
    expect(mutation.status).to.equal(405);
    expect(mutation.headers.get("allow")).to.equal("POST");
    expect(seen.writes).to.equal(before);
  });

  it("refuses what a foreign page could send without asking first", async () => {
    expect((await get("{ hello }", {})).status).to.equal(400);
    expect((await post('{"query":"{ hello }"}', { "content-type": "text/plain" })).status).to.equal(415);
    expect((await post("query=%7Bhello%7D", { "content-type": "application/x-www-form-urlencoded" })).status).to.equal(
      415,
    );
  });

  const bad: readonly [string, string | Uint8Array, Record<string, string>, number][] = [
    ["bad JSON", '{"query":', {}, 400],
    ["an empty body", "", {}, 400],
    ["a body that is a list (batching)", '[{"query":"{ hello }"}]', {}, 400],
    ["a body that is no object", '"{ hello }"', {}, 400],
    ["a body that sets the prototype", '{"query":"{ hello }","__proto__":{"a":1}}', {}, 400],
    [
      "a body that is not UTF-8",
      new Uint8Array([...Buffer.from('{"query":"{ hello }", "x":"'), 0xff, 0x22, 0x7d]),
      {},
      400,
    ],
    ["a body in another charset", '{"query":"{ hello }"}', { "content-type": "application/json; charset=utf-16" }, 415],
    ["a compressed body", '{"query":"{ hello }"}', { "content-encoding": "gzip" }, 415],
    ["a body over the limit", JSON.stringify({ query: `{ hello } #${"x".repeat(110_000)}` }), {}, 413],
  ];
  for (const [what, body, headers, status] of bad) {
    it(`answers ${status} as JSON to ${what}`, async () => {
      const response = await post(body, { "content-type": "application/json", ...headers });
      const answer = await answerOf(response);
      expect([answer.status, ...codes(answer)]).to.deep.equal([status, "BAD_REQUEST"]);
      expect(answer.headers.get("content-type")).to.match(/^application\/json/);
    });
  }

  it("answers 404 and 405 as JSON, with the methods that are allowed", async () => {
    const unknown = await answerOf(await fetch(`${server.url}/admin/secret?x=1`));
    expect([unknown.status, ...codes(unknown)]).to.deep.equal([404, "BAD_REQUEST"]);
    expect(unknown.text).not.to.contain("secret");
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      const answer = await answerOf(await fetch(server.endpoint, { method }));
      expect([method, answer.status, ...codes(answer)]).to.deep.equal([method, 405, "BAD_REQUEST"]);
      expect(answer.headers.get("allow")).to.contain("POST");
    }
    expect((await fetch(server.endpoint, { method: "HEAD" })).status).to.equal(405);
  });

  it("answers what is not HTTP at all in the same form", async () => {
    const answer = await new Promise<string>((resolve) => {
      const { port } = new URL(server.url);
      const socket = connect(Number(port), "127.0.0.1", () => socket.write("NONSENSE\r\n\r\n"));
      let text = "";
      socket.on("data", (data) => (text += String(data)));
      socket.on("close", () => resolve(text));
    });
    expect(answer).to.match(/^HTTP\/1\.1 400 /);
    expect(answer).to.contain('"code":"BAD_REQUEST"');
  });

  it("lets pages of listed origins read, and no others", async () => {
    const allowed = (origin: string) =>
      server
        .ask("{ hello }", { headers: { origin } })
        .then(({ headers }) => headers.get("access-control-allow-origin"));
    expect(await allowed("https://bao.example.vn")).to.equal("https://bao.example.vn");
    expect(await allowed("https://evil.example")).to.equal(null);
    const headers = { origin: "https://bao.example.vn", "access-control-request-method": "POST" };
    const preflight = await fetch(server.endpoint, { method: "OPTIONS", headers });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get("access-control-allow-headers")).to.contain("authorization");
  });

  it("compresses long answers and leaves short ones alone", async () => {
    const coding = async (query: string) => {
      const answer = await server.ask(query, { headers: { "accept-encoding": "gzip" } });
      return answer.headers.get("content-encoding");
    };
    const long = `{ ${Array.from({ length: 30 }, (_, index) => `${"long".repeat(20)}${index}: hello`).join(" ")} }`;
    expect(await coding(long)).to.equal("gzip");
    expect(await coding("{ hello }")).to.equal(null);
  });

  it("sets headers that keep answers out of caches, frames and guesses", async () => {
    const { headers } = await server.ask("{ hello }");
    expect(headers.get("cache-control")).to.equal("no-store");
    expect(headers.get("x-content-type-options")).to.equal("nosniff");
    expect(headers.get("content-security-policy")).to.contain("frame-ancestors 'none'");
  });

  it("tells Apollo's clients in the usual words that queries cannot be persisted", async () => {
    const persistedQuery = { version: 1, sha256Hash: "0".repeat(64) };
    const answer = await answerOf(await post(JSON.stringify({ extensions: { persistedQuery } })));
    expect(codes(answer)).to.deep.equal(["BAD_REQUEST"]);
    expect(answer.errors[0]?.message).to.equal("PersistedQueryNotSupported");
  });

  it("logs one line a request: what kind, how it went, how long; nothing of what was asked or by whom", async () => {
    server.lines.length = 0;
    const secret = "Nguyễn Văn A";
    const token = await server.token({ subject: "subject-77" });
    const query = `query FindHim($input: NoteInput!) { note(input: $input) brokenNullable }`;
    const answer = await server.ask(query, { variables: { input: { text: secret } }, token });
    await fetch(`${server.endpoint}?query=${encodeURIComponent(`{ findHim(name: "${secret}") }`)}`, {
      headers: { "content-type": "application/json" },
    });
    const requests = server.lines.filter(({ msg }) => msg === "request");
    expect(requests).to.have.length(2);
    const errorId = answer.errors[0]?.extensions.errorId;
    expect(requests[0]).to.include({ method: "POST", route: "/graphql", status: 200, operation: "query" });
    expect(requests[0]?.["errorIds"]).to.deep.equal([errorId]);
    expect(requests[0]?.["durationMs"]).to.be.a("number");
    const all = JSON.stringify(server.lines);
    for (const hidden of [secret, "FindHim", "findHim", "subject-77", token]) expect(all).not.to.contain(hidden);
  });
});
