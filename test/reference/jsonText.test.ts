import { expect } from "chai";
import fc from "fast-check";
import { BadJson, parseJson } from "../../src/reference/jsonText.js";

function mistakeIn(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    expect(error).to.be.instanceOf(BadJson);
    return (error as Error).message;
  }
  return expect.fail("The text was taken.");
}

describe("JSON written by hand", () => {
  it("is what JSON.parse reads, however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text).value).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it("is refused where JSON.parse refuses it", () => {
    const texts = fc.array(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"', "1", "01", "null", "nul", " ", "\n"),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          mistakeIn(text);
          return;
        }
        // Where JSON.parse takes a field twice, we do not.
        if (!/"a".*"a"/s.test(text)) expect(parseJson(text).value).to.deep.equal(value);
      }),
      { numRuns: 1_000 },
    );
  });

  it("tells the line on which each object begins", () => {
    const { value, lines } = parseJson('{\n  "list": [\n    {}, { "text": "a\\nb" },\n\n    {\n  }]\n}');
    const { list } = value as { list: object[] };
    expect([value, ...list].map((one) => lines.get(one))).to.deep.equal([1, 3, 3, 5]);
  });

  it("tells a mistake by its line", () => {
    expect(mistakeIn('{\n  "a": 1\n  "b": 2\n}')).to.equal('line 3: expected "," or "}", found "b"');
    expect(mistakeIn('{\n  "a": 1,\n}')).to.equal("line 3: expected the name of a field, between quotes, found }");
    expect(mistakeIn('{\n  "a" 1\n}')).to.equal('line 2: expected ":", found 1');
    expect(mistakeIn("[\n  1,\n  yes\n]")).to.equal("line 3: expected a value, found yes");
    expect(mistakeIn('[\n  "open\n]')).to.equal('line 2: expected a value, found "');
    expect(mistakeIn("[\n  1\n")).to.equal('line 3: expected "," or "]", found the end of the file');
    expect(mistakeIn("[]\n[]")).to.equal("line 2: expected the end of the file, found [");
    expect(mistakeIn("")).to.equal("line 1: expected a value, found the end of the file");
  });

  it("has every field of an object once", () => {
    expect(mistakeIn('{\n  "a": 1,\n  "\\u0061": 2\n}')).to.equal('line 3: the field "a" is written twice');
  });
});
