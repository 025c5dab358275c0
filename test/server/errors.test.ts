import { expect } from "chai";
import { FAULT_CODES } from "../../src/graphql/shared/faults.js";
import { cleanUp } from "../eventstore/support/stores.js";
import { codes, start, type TestServer } from "./support/servers.js";

const SECRET = "Nguyễn Thị Bí Mật";

describe("errors that leave the server", () => {
  let server: TestServer;
  before(async () => {
    server = await start();
  });
  after(cleanUp);

  for (const field of ["broken", "brokenNullable", "disguised"]) {
    it(`mask what a resolver threw, and log it under an id (${field})`, async () => {
      server.lines.length = 0;
      const answer = await server.ask(`{ ${field} }`);
      expect(codes(answer)).to.deep.equal(["INTERNAL_SERVER_ERROR"]);
      expect(answer.text).not.to.match(/hunter2|SELECT|password|at .*\.js/);
      expect(answer.errors[0]?.path).to.deep.equal([field]);
      const logged = server.lines.find(({ msg }) => msg === "request failed");
      expect(logged?.["errorId"]).to.equal(answer.errors[0]?.extensions.errorId).and.a("string");
      expect(JSON.stringify(logged)).to.contain("hunter2");
    });
  }

  it("have a status that fits: data is a success, no data is what happened", async () => {
    const status = async (query: string) => (await server.ask(query)).status;
    expect(await status("{ hello brokenNullable }")).to.equal(200);
    expect(await status("{ hello broken }")).to.equal(500);
    expect(await status("{ needsToken }")).to.equal(401);
    expect(await status("{ hello mayNot }")).to.equal(200);
    expect(await status("{ storeDown }")).to.equal(503);
  });

  it("say that the ledger is unavailable, and not why", async () => {
    const answer = await server.ask("{ storeDown }");
    expect(codes(answer)).to.deep.equal(["LEDGER_UNAVAILABLE"]);
    expect(answer.text).not.to.contain("secret");
  });

  it("name nothing but a closed code and an id beside the message", async () => {
    const { errors } = await server.ask("{ disguised mayNot }");
    for (const { extensions } of errors) {
      expect(FAULT_CODES).to.include(extensions.code);
      expect(Object.keys(extensions)).to.satisfy((keys: string[]) =>
        keys.every((key) => key === "code" || key === "errorId"),
      );
    }
  });

  const variables: readonly [string, string, unknown, RegExp][] = [
    [
      "a text where a number belongs",
      "$v: NoteInput!",
      { text: "a", count: SECRET },
      /^Variable "\$v" got invalid value at "v\.count"; Int cannot represent non-integer value\.$/,
    ],
    [
      "a name that the enum does not have",
      "$v: NoteInput!",
      { text: "a", kind: SECRET },
      /at "v\.kind"; The value does not exist in the enum "Kind"\.$/,
    ],
    [
      "a number for an enum",
      "$v: NoteInput!",
      { text: "a", kind: 5 },
      /Enum "Kind" cannot represent non-string value\.$/,
    ],
    [
      "an id that is none",
      "$v: NoteInput!",
      { text: "a", unitId: SECRET },
      /at "v\.unitId"; Expected the id of a Unit/,
    ],
    [
      "an object for a text in a list",
      "$v: NoteInput!",
      { text: "a", tags: ["b", { [SECRET]: SECRET }] },
      /at "v\.tags\[1\]"; String cannot represent a non string value\.$/,
    ],
    [
      "a text for an object",
      "$v: NoteInput!",
      SECRET,
      /^Variable "\$v" got invalid value; Expected type "NoteInput" to be an object\.$/,
    ],
    [
      "a field that does not exist",
      "$v: NoteInput!",
      { text: "a", [SECRET]: 1 },
      /A field is not defined by type "NoteInput"\.$/,
    ],
    [
      "a field with a slip of the pen",
      "$v: NoteInput!",
      { text: "a", cuont: 1 },
      /Field "cuont" is not defined by type "NoteInput"\. Did you mean "count"\?$/,
    ],
    ["a missing field", "$v: NoteInput!", { count: 1 }, /Field "text" of required type "String!" was not provided\.$/],
    [
      "a text that looks like the end of the message",
      "$v: NoteInput!",
      { text: "a", count: `${SECRET}" at "v.text"; Int` },
      /at "v\.count"; Int cannot represent non-integer value\.$/,
    ],
    ["null", "$v: NoteInput!", null, /of non-null type "NoteInput!" must not be null\.$/],
  ];
  for (const [what, definition, value, message] of variables) {
    it(`say where a variable is wrong without repeating it: ${what}`, async () => {
      const answer = await server.ask(`query Q(${definition}) { note(input: $v) }`, { variables: { v: value } });
      expect([answer.status, ...codes(answer)]).to.deep.equal([400, "BAD_USER_INPUT"]);
      expect(answer.errors[0]?.message).to.match(message);
      expect(answer.text).not.to.contain("Bí Mật");
    });
  }

  const literals: readonly [string, string, RegExp][] = [
    ["a text for a number", `{ count(of: "${SECRET}") }`, /^Int cannot represent non-integer value\.$/],
    ["a text for an enum", `{ kind(kind: "${SECRET}") }`, /^Enum "Kind" cannot represent non-enum value\.$/],
    ["an id that is none", `{ note(input: { text: "a", unitId: "${SECRET}" }) }`, /^Expected the id of a Unit/],
    [
      "an object for a text",
      `{ note(input: { text: { a: "${SECRET}" } }) }`,
      /^String cannot represent a non string value\.$/,
    ],
    ["a text out of place", `{ hello "${SECRET}" }`, /^Syntax Error: Expected Name, found String\.$/],
    ["a text for an object", `{ note(input: "${SECRET}") }`, /^Expected value of type "NoteInput!"\.$/],
  ];
  for (const [what, query, message] of literals) {
    it(`say where a literal is wrong without repeating it: ${what}`, async () => {
      const answer = await server.ask(query);
      expect(answer.status).to.equal(400);
      expect(answer.errors[0]?.message).to.match(message);
      expect(answer.text).not.to.contain("Bí Mật");
    });
  }

  it("blame the caller for more wrong values than anybody is told of", async () => {
    const value = { text: "a", tags: Array(60).fill({ a: SECRET }) };
    const answer = await server.ask("query Q($v: NoteInput!) { note(input: $v) }", { variables: { v: value } });
    expect([answer.status, ...new Set(codes(answer))]).to.deep.equal([400, "BAD_USER_INPUT"]);
    expect(answer.errors.at(-1)?.message).to.match(/^Too many errors/);
    expect(answer.text).not.to.contain("Bí Mật");
  });

  it("blame the caller for an argument that comes out wrong only as the query runs", async () => {
    const answer = await server.ask("query Q($n: Int = 5) { count(of: $n) }", { variables: { n: null } });
    expect(codes(answer)).to.deep.equal(["BAD_USER_INPUT"]);
  });
});
