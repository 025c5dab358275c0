import { expect } from "chai";
import fc from "fast-check";
import { apply, differenceOf, documentOf } from "../../src/projections/timeline/recordDocument.js";

const leaf = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean(), fc.constant(null));
const name = fc.constantFrom("name", "on", "id", "parts", "of");
/** Plain data as a record shows it: fields, parts, and lists of parts. */
const partOf = (below: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.dictionary(name, below, { maxKeys: 4 });
const part = partOf(leaf);
const tree = partOf(fc.oneof(leaf, part, fc.array(fc.oneof(leaf, part), { maxLength: 3 })));

describe("a record's document", () => {
  it("names fields by their path, elements of lists by what names them, and leaves out what is null", () => {
    const document = documentOf({
      status: "ARRIVED",
      minutes: { madeOn: "2019-09-06", witness: null },
      parent: { link: "Unit:1" },
      hosts: [
        { key: { link: "Unit:1" }, name: "Sở Y tế" },
        { key: { link: "Unit:1" }, name: "Sở Y tế, chi cục" },
        { key: null, name: "Ngoài danh mục" },
      ],
      promises: [{ id: "p", what: "Số liệu" }],
      obstacles: ["Chậm"],
      recordedAt: new Date("2019-09-06T00:00:00.000Z"),
    });
    expect([...document]).to.deep.equal([
      ["status", "ARRIVED"],
      ["minutes.madeOn", "2019-09-06"],
      ["parent", "Unit:1"],
      ["hosts[Unit:1].name", "Sở Y tế"],
      ["hosts[Unit:1#2].name", "Sở Y tế, chi cục"],
      ["hosts[2].name", "Ngoài danh mục"],
      ["promises[p].id", "p"],
      ["promises[p].what", "Số liệu"],
      ["obstacles[0]", "Chậm"],
      ["recordedAt", "2019-09-06T00:00:00.000Z"],
    ]);
  });

  it("becomes another one by their difference, whatever the two", () => {
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        const [before, after] = [documentOf(one), documentOf(other)];
        const difference = differenceOf(before, after);
        expect(apply(difference, before)).to.deep.equal(after);
        expect(difference.every((change) => change.before !== change.after)).to.equal(true);
        expect(differenceOf(after, after)).to.deep.equal([]);
        const back = difference.map((change) => ({ ...change, before: change.after, after: change.before }));
        expect(apply(back, after)).to.deep.equal(before);
      }),
    );
  });
});
