import { hash } from "node:crypto";
import { expect } from "chai";
import { canonicalJson } from "../../src/eventstore/canonicalJson.js";
import { decodeCursor, encodeCursor } from "../../src/graphql/shared/cursor.js";

const BINDING = ["visits", { topics: ["LAND"] }, "DESC"];

/** Whoever has the source can make a cursor with a good checksum: it says nothing of the body. */
function forged(body: string): string {
  const text = Buffer.from(body).toString("base64url");
  return `c1.${text}.${hash("sha256", canonicalJson(["c1", BINDING, text]), "base64url").slice(0, 10)}`;
}

describe("a cursor", () => {
  it("gives back what it was made of, to the list that it was made for", () => {
    expect(decodeCursor(BINDING, encodeCursor(BINDING, ["2019-09-12", 7, null]))).to.deep.equal([
      "2019-09-12",
      7,
      null,
    ]);
    expect(decodeCursor(BINDING, forged('["a"]'))).to.deep.equal(["a"]);
    expect(() => decodeCursor(["units"], encodeCursor(BINDING, ["a"]))).to.throw("given out here");
  });

  it("is refused when its body is none, however good its checksum", () => {
    for (const body of ["null", "no JSON", '"text"', "{}", "[{}]", "[[1]]", "[true]", ""]) {
      expect(() => decodeCursor(BINDING, forged(body)), body).to.throw("given out here");
    }
  });
});
