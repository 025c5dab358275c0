import { expect } from "chai";
import { getIntrospectionQuery } from "graphql";
import { cleanUp } from "../eventstore/support/stores.js";
import { codes, start, type TestServer } from "./support/servers.js";

const PRODUCTION = {
  LEDGER_MODE: "production",
  AUTH_ISSUER: "https://id.example.vn",
  AUTH_AUDIENCE: "ledger",
  AUTH_JWKS_URL: "https://localhost:1/keys",
};

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(" ");
const nested = (depth: number): string => "{ self ".repeat(depth) + "{ id }" + " }".repeat(depth);

describe("limits on what one operation may ask", () => {
  let server: TestServer;
  before(async () => {
    server = await start();
  });
  after(cleanUp);

  const refused: readonly [string, string, string, RegExp][] = [
    ["too many tokens", `{ ${repeat(1_001, () => "hello")} }`, "GRAPHQL_PARSE_FAILED", /1000 tokens/],
    ["too deep", `{ item ${nested(12)} }`, "GRAPHQL_VALIDATION_FAILED", /levels deep/],
    [
      "too deep by way of a fragment",
      `{ item { ...A } } fragment A on Item ${nested(11)}`,
      "GRAPHQL_VALIDATION_FAILED",
      /levels deep/,
    ],
    [
      "too many selections",
      `{ ${repeat(501, () => "hello")} }`,
      "GRAPHQL_VALIDATION_FAILED",
      /too many selections; at most 500/,
    ],
    ["too many aliases", `{ ${repeat(31, (index) => `a${index}: hello`)} }`, "GRAPHQL_VALIDATION_FAILED", /31 aliases/],
    [
      "too many directives",
      `{ hello ${repeat(21, () => "@include(if: true)")} }`,
      "GRAPHQL_VALIDATION_FAILED",
      /directives/,
    ],
    [
      "a fragment that spreads itself",
      "{ item { ...A } } fragment A on Item { self { ...A } }",
      "GRAPHQL_VALIDATION_FAILED",
      /itself/,
    ],
    ["a field the schema does not have", "{ helo }", "GRAPHQL_VALIDATION_FAILED", /Did you mean "hello"/],
    [
      "long pages of long pages",
      "{ items(first: 100) { nodes { items(first: 100) { nodes { id name } } } } }",
      "COST_LIMIT_EXCEEDED",
      /costs 2\d{4}; at most 20000/,
    ],
    [
      "long pages many times",
      `{ ${repeat(20, (index) => `a${index}: items(last: 100) { nodes { id name self { id name self { id name self { id name } } } } }`)} }`,
      "COST_LIMIT_EXCEEDED",
      /costs/,
    ],
  ];
  for (const [what, query, code, message] of refused) {
    it(`refuses ${what}`, async () => {
      const answer = await server.ask(query);
      expect(answer.status).to.equal(400);
      expect(new Set(codes(answer))).to.deep.equal(new Set([code]));
      expect(answer.errors.map((error) => error.message).join(" ")).to.match(message);
    });
  }

  it("stops a fragment bomb before it unfolds", async () => {
    const bomb = repeat(
      18,
      (index) => `fragment F${index} on Item { self { id } ...F${index + 1} x: self { ...F${index + 1} } }`,
    );
    const startedAt = performance.now();
    const answer = await server.ask(`{ item { ...F0 } } ${bomb} fragment F18 on Item { id }`);
    expect(answer.status).to.equal(400);
    expect(answer.errors.map((error) => error.message).join(" ")).to.contain("too many selections");
    expect(performance.now() - startedAt).to.be.below(2_000);
  });

  it("counts each introspection, so that a document cannot hold it many times", async () => {
    const answer = await server.ask(`{ ${repeat(11, (index) => `a${index}: __schema { types { name } }`)} }`);
    expect(codes(answer)).to.deep.equal(["COST_LIMIT_EXCEEDED"]);
  });

  it("ends at twenty errors", async () => {
    const answer = await server.ask(`{ ${repeat(300, (index) => `f${index}`)} }`);
    expect(answer.errors).to.have.length(21);
  });

  it("lets a decent page with a page inside pass", async () => {
    const query = `query Page($first: Int = 100) { items(first: $first) { total edges { cursor node { id name self { id name } items { nodes { id name } } } } } }`;
    expect((await server.ask(query)).status).to.equal(200);
    expect((await server.ask(query, { variables: { first: 50 } })).status).to.equal(200);
  });

  it("cannot be talked down by negative sizes, by defaults, or by a second size", async () => {
    const heavy = "items(first: 100) { nodes { items(first: 100) { nodes { id name } } } }";
    const refused = [
      `{ less: items(first: -2147483648) @include(if: false) { nodes { id } } ${heavy} }`,
      `query ($n: Int = 100) { items(first: $n) { nodes { items(first: $n) { nodes { id name } } } } }`,
      `query ($n: Int) { items(last: $n, first: 100) { nodes { items(first: 100) { nodes { id name } } } } }`,
    ];
    for (const query of refused) {
      expect(codes(await server.ask(query)), query).to.deep.equal(["COST_LIMIT_EXCEEDED"]);
    }
  });

  it("reckons with the variables of each request, also for a document it knows", async () => {
    const query =
      "query Page($first: Int!) { items(first: $first) { nodes { items(first: $first) { nodes { id name } } } } }";
    expect((await server.ask(query, { variables: { first: 20 } })).status).to.equal(200);
    expect(codes(await server.ask(query, { variables: { first: 100 } }))).to.deep.equal(["COST_LIMIT_EXCEEDED"]);
    expect((await server.ask(query, { variables: { first: 20 } })).status).to.equal(200);
  });

  it("asks which of several operations is meant, without repeating the name it was given", async () => {
    const answer = await server.ask("query A { hello } query B { hello }");
    expect(codes(answer)).to.deep.equal(["OPERATION_RESOLUTION_FAILURE"]);
    const body = JSON.stringify({ query: "query A { hello }", operationName: "Nguyen" });
    const response = await fetch(server.endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const text = await response.text();
    expect(text).to.contain("OPERATION_RESOLUTION_FAILURE").and.not.contain("Nguyen");
  });

  it("serves subscriptions by WebSocket only", async () => {
    const answer = await server.ask("subscription { ticks }");
    expect([answer.status, ...codes(answer)]).to.deep.equal([400, "BAD_REQUEST"]);
  });

  it("answers the usual introspection query in development", async () => {
    expect((await server.ask(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }))).status).to.equal(
      200,
    );
  });

  describe("in production", () => {
    let production: TestServer;
    before(async () => {
      production = await start({ env: PRODUCTION });
    });

    it("does not explain the schema to those without a token, not even after it has seen the document", async () => {
      for (const query of [
        getIntrospectionQuery(),
        '{ ...F } fragment F on Query { hello __type(name: "Item") { name } }',
      ]) {
        const answer = await production.ask(query);
        expect([answer.status, ...codes(answer)]).to.deep.equal([401, "UNAUTHENTICATED"]);
      }
      expect((await production.ask("{ __typename }")).status).to.equal(200);
    });

    it("does not help guessing", async () => {
      expect((await production.ask("{ helo }")).text).not.to.contain("hello");
      const kind = await production.ask("query K($k: Kind) { kind(kind: $k) }", { variables: { k: "NEWSPAPE" } });
      expect(kind.text).not.to.contain("Did you mean");
    });
  });
});
