import { relative } from "node:path";
import { expect } from "chai";
import { filesUnder, importsOf, isOurs, SRC } from "./imports.js";

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** One way round each knot of arrows that lead back to where they came from. */
function circlesOf(arrows: Arrows): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (at: string, path: readonly string[]): void => {
    const before = path.indexOf(at);
    if (before >= 0) circles.push([...path.slice(before), at].join(" → "));
    if (before >= 0 || done.has(at)) return;
    for (const next of arrows.get(at) ?? []) walk(next, [...path, at]);
    done.add(at);
  };
  for (const at of arrows.keys()) walk(at, []);
  return circles;
}

function arrowsBetween(placeOf: (file: string) => string): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const path of filesUnder(SRC)) {
    const from = placeOf(relative(SRC, path));
    const to = importsOf(path).filter(isOurs).map(placeOf);
    arrows.set(from, new Set([...(arrows.get(from) ?? []), ...to.filter((one) => one !== from)]));
  }
  return arrows;
}

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
