import { expect } from "chai";
import fc from "fast-check";
import { canonicalJson } from "../../src/eventstore/canonicalJson.js";

describe("canonical JSON", () => {
  it("writes the RFC's own example as the RFC does", () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).to.equal(
      `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        `"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
    );
  });

  it("sorts keys by their UTF-16 code units, numbers among them as text", () => {
    const keys = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "10": 5, "9": 6, "\u{1F600}": 7, "\u0080": 8, ö: 9 };
    expect(Object.values(JSON.parse(`[${canonicalJson(keys).replaceAll(/[{}]|"[^"]*":/g, "")}]`) as number[])).to.eql([
      2, 4, 5, 6, 8, 9, 1, 7, 3,
    ]);
  });

  it("is the same text for the same value, whatever the order of its keys, and reads back as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).to.deep.equal(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(backwards(value))).to.equal(text);
      }),
    );
  });

  it("leaves out what is absent, keeps the place of an absent item, and takes the JSON form of what has one", () => {
    expect(canonicalJson({ b: undefined, a: [undefined, new Date(0)] })).to.equal(
      `{"a":[null,"1970-01-01T00:00:00.000Z"]}`,
    );
  });

  it("leaves out fields that are null or empty lists too, where it is asked to; items keep their place", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const said = JSON.parse(
          JSON.stringify(value, function (this: unknown, _key, field: unknown) {
            const isNothing = field === null || (Array.isArray(field) && field.length === 0);
            return isNothing && !Array.isArray(this) ? undefined : field;
          }) ?? JSON.stringify(value),
        ) as unknown;
        expect(canonicalJson(value, "absent")).to.equal(canonicalJson(said));
      }),
    );
    expect(canonicalJson({ a: null, b: [null, [], { c: null, d: new Date(0), e: [] }], f: [] }, "absent")).to.equal(
      `{"b":[null,[],{"d":"1970-01-01T00:00:00.000Z"}]}`,
    );
  });

  it("refuses what has no JSON form", () => {
    for (const value of [NaN, Infinity, "\ud800", { "\udc00": 1 }, undefined, () => 1, 1n]) {
      expect(() => canonicalJson(value)).to.throw(TypeError);
    }
  });
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, backwards(field)]),
  );
}
