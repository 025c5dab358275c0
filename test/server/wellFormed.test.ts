import { expect } from "chai";
import { cleanUp } from "../eventstore/support/stores.js";
import { codes, start, type TestServer } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";
import { StreamClient } from "./support/streams.js";

/** Half a surrogate pair, as JSON.stringify sends it: `"\ud800"`. */
const HALF = "An \ud800";
const NOTE = "query N($input: NoteInput!) { note(input: $input) }";

describe("texts of a request", () => {
  let server: TestServer;
  before(async () => {
    server = await start();
  });
  after(cleanUp);

  const variables: readonly [string, string, object][] = [
    ["a variable", NOTE, { input: { text: HALF } }],
    ["a list in a variable", NOTE, { input: { text: "An", tags: ["ok", HALF] } }],
    ["the name of a field", NOTE, { input: { text: "An", [HALF]: 1 } }],
    ["an enum", "query K($kind: Kind) { kind(kind: $kind) }", { kind: HALF }],
    ["a scalar", NOTE, { input: { text: "An", unitId: HALF } }],
    ["a number", "query C($of: Int!) { count(of: $of) }", { of: HALF }],
    ["a variable that nobody uses", "{ hello }", { more: [[[HALF]]] }],
    ["the name of a variable", "{ hello }", { [HALF]: 1 }],
  ];
  for (const [where, query, given] of variables) {
    it(`are refused with half a surrogate pair in ${where}, as the caller's fault`, async () => {
      const answer = await server.ask(query, { variables: given });
      expect([answer.status, codes(answer)]).to.deep.equal([400, ["BAD_USER_INPUT"]]);
      expect(answer.errors[0]?.message).to.match(/well-formed Unicode/);
      const search = new URLSearchParams({ query, variables: JSON.stringify(given) }).toString();
      const got = await fetch(`${server.endpoint}?${search}`, { headers: { "apollo-require-preflight": "1" } });
      expect(await got.text()).to.contain("BAD_USER_INPUT");
    });
  }

  it("are refused with one in the document, in the name of the operation, and as a literal's escape", async () => {
    for (const query of [`{ note(input: { text: "${HALF}" }) }`, `# ${HALF}\n{ hello }`, `query ${HALF} { hello }`]) {
      expect(codes(await server.ask(query)), JSON.stringify(query)).to.deep.equal(["BAD_USER_INPUT"]);
    }
    // An escape that stands for no character is no GraphQL: that is found by who reads the document.
    const escaped = await server.ask(String.raw`{ note(input: { text: "\ud800" }) }`);
    expect(codes(escaped)).to.deep.equal(["GRAPHQL_PARSE_FAILED"]);
    const named = await fetch(server.endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "query A { hello }", operationName: HALF }),
    });
    expect(await named.text()).to.contain("BAD_USER_INPUT");
  });

  it("are refused by both ways of subscribing", async () => {
    const query = "subscription S($n: Int) { ticks(count: $n) }";
    const client = await SocketClient.ready(server.endpoint);
    client.subscribe("1", query, { n: HALF });
    client.subscribe("2", `subscription { ticks } # ${HALF}`);
    for (const id of ["1", "2"]) {
      const { payload } = await client.next("error", id);
      expect((payload as { extensions: { code: string } }[])[0]?.extensions.code).to.equal("BAD_USER_INPUT");
    }
    await client.close();
    for (const [text, given] of [
      [query, { n: HALF }],
      [`subscription { ticks } # ${HALF}`, {}],
    ] as const) {
      const [told] = await (await StreamClient.open(server.url, text, { variables: given })).rest();
      expect(JSON.stringify(told)).to.contain("BAD_USER_INPUT");
    }
  });

  it("may hold whole pairs, and be nested deeper than a stack", async () => {
    const answer = await server.ask(NOTE, { variables: { input: { text: "Sở 𝔜 tế 😀" } } });
    expect(answer.data).to.deep.equal({ note: "Sở 𝔜 tế 😀" });
    const response = await fetch(server.endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"query":"{ hello }","variables":{"a":${"[".repeat(40_000)}${"]".repeat(40_000)}}}`,
    });
    expect(await response.json()).to.deep.equal({ data: { hello: "world" } });
  });
});
