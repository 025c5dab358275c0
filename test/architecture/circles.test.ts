import { expect } from "chai";
import { type Arrows, arrowsBetween, circlesOf } from "./imports.js";

describe("a circle of arrows", () => {
  const arrows = (...all: readonly [string, ...string[]][]): Arrows =>
    new Map(all.map(([from, ...to]) => [from, new Set(to)]));

  it("is found wherever the walk begins, and nothing else is one", () => {
    expect(circlesOf(arrows(["a", "b", "c"], ["b", "c"], ["c"]))).to.deep.equal([]);
    expect(circlesOf(arrows(["a", "b"], ["b", "c"], ["c", "b"]))).to.deep.equal(["b → c → b"]);
    expect(circlesOf(arrows(["c", "b"], ["a", "b"], ["b", "c"]))).to.deep.equal(["c → b → c"]);
  });

  it("is not among the imports of any files, types alone too", () => {
    const files = arrowsBetween((file) => file);
    expect([...(files.get("main.ts") ?? [])]).to.include("ledger.ts");
    expect(circlesOf(files)).to.deep.equal([]);
  });

  it("is not among the rooms: arrows between two of them run one way", () => {
    const rooms = arrowsBetween((file) => file.replace(/\/.*/, ""));
    expect([...(rooms.get("commands") ?? [])]).to.include.members(["domain", "eventstore"]);
    expect(circlesOf(rooms)).to.deep.equal([]);
  });

  it("is not among the folders of the read models either", () => {
    const folders = arrowsBetween((file) => /^projections\/[^/]+/.exec(file)?.[0] ?? "elsewhere");
    const inside = new Map([...folders].filter(([from]) => from !== "elsewhere"));
    expect([...(inside.get("projections/visit") ?? [])]).to.include("projections/table");
    expect(circlesOf(inside)).to.deep.equal([]);
  });
});
