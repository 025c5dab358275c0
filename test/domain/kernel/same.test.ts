import { expect } from "chai";
import { sameData } from "../../../src/domain/kernel/same.js";

describe("two pieces of data", () => {
  it("say the same in whatever order their fields stand, within lists and parts too", () => {
    const law = { key: "119.29.2", origin: "SHIPPED" };
    expect(sameData([{ amount: "1", law }], [{ law: { origin: "SHIPPED", key: "119.29.2" }, amount: "1" }])).to.equal(
      true,
    );
    expect(sameData(null, null)).to.equal(true);
  });

  it("differ by a value, by a field that one of them lacks, and by the order of a list", () => {
    expect(sameData({ a: 1, b: 2 }, { a: 2, b: 1 })).to.equal(false);
    expect(sameData({ a: 1 }, { a: 1, b: null })).to.equal(false);
    expect(sameData(["a", "b"], ["b", "a"])).to.equal(false);
  });
});
