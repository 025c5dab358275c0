import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect } from "chai";
import { arrowsBetween, circlesOf, filesUnder, importsOf } from "./imports.js";

const PAGE = resolve("web/src");

/** The rooms of the page: which of its rooms, and of the files beside them, each may know. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  words: ["words", "place.ts"],
  ledger: ["ledger", "words", "viewer.ts", "watching.ts", "parts/questions.ts"],
  forms: [
    "forms",
    "ledger",
    "words",
    "asOf.ts",
    "catalog.ts",
    "format.ts",
    "kept.ts",
    "place.ts",
    "viewer.ts",
    "watching.ts",
    "parts/shown.tsx",
  ],
  parts: [
    "parts",
    "ledger",
    "words",
    "asOf.ts",
    "catalog.ts",
    "format.ts",
    "kept.ts",
    "place.ts",
    "viewer.ts",
    "watching.ts",
    "forms/dayInput.tsx",
    "forms/selectInput.tsx",
  ],
};

/** Screens that show what another one shows, and where that is kept. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  live: ["timeline/asked.ts", "timeline/entry.tsx", "timeline/filter.tsx"],
};

const GENERATED = "../generated/documents.ts";

const trespasses = (room: string, mayKnow: (to: string) => boolean): string[] =>
  filesUnder(join(PAGE, room)).flatMap((file) =>
    importsOf(file, PAGE)
      .filter((to) => /\.tsx?$/.test(to) && to !== GENERATED && !mayKnow(to))
      .map((to) => `${relative(PAGE, file)} → ${to}`),
  );

const isIn = (to: string, places: readonly string[]): boolean =>
  places.some((one) => to === one || to.startsWith(`${one}/`));

describe("the arrows of the page", () => {
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${room}/ knows ${allowed.join(", ")}, and no screen`, () => {
      expect(trespasses(room, (to) => isIn(to, allowed))).to.deep.equal([]);
    });
  }

  it("a screen knows no other, but where it is said here", () => {
    const screens = new Set(filesUnder(join(PAGE, "screens")).map((file) => screenOf(relative(PAGE, file)) ?? ""));
    expect([...screens]).to.include.members(["desk", "live", "registers"]);
    for (const screen of screens) {
      const shared = (SHARED[screen] ?? []).map((one) => `screens/${one}`);
      const found = trespasses(
        `screens/${screen}`,
        (to) => [screen, undefined].includes(screenOf(to)) || isIn(to, shared),
      );
      expect(found).to.deep.equal([]);
    }
  });

  it("the list of routes alone loads screens, each when it is needed", () => {
    const beside = filesUnder(PAGE).filter((file) => !relative(PAGE, file).startsWith("screens/"));
    const knowing = beside.filter((file) => importsOf(file, PAGE).some(screenOf));
    expect(knowing).to.deep.equal([]);
    const loading = filesUnder(PAGE).filter((file) => /\bimport\("/.test(readFileSync(file, "utf8")));
    expect(loading.map((file) => relative(PAGE, file))).to.deep.equal(["routes.ts"]);
  });

  it("there is no circle among its files, types alone too", () => {
    const arrows = arrowsBetween((file) => file, PAGE);
    expect([...(arrows.get("app.tsx") ?? [])]).to.include("routes.ts");
    expect(circlesOf(arrows)).to.deep.equal([]);
  });

  it("what several parts look at is watched in one way, for a change between drawing and watching is easily missed", () => {
    const own = filesUnder(PAGE).filter((file) =>
      /new Set<\(\) => void>|useState\(\{\}\)/.test(readFileSync(file, "utf8")),
    );
    expect(own.map((file) => relative(PAGE, file))).to.deep.equal(["watching.ts"]);
  });

  it("there is no circle among its screens", () => {
    const arrows = arrowsBetween((file) => screenOf(file) ?? "beside", PAGE);
    expect(circlesOf(new Map([...arrows].filter(([from]) => from !== "beside")))).to.deep.equal([]);
  });
});

function screenOf(file: string): string | undefined {
  return /^screens\/([^/]+)\//.exec(file)?.[1];
}
