import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect } from "chai";
import { AGGREGATE_CATEGORIES } from "../../src/commands/categories.js";
import { ALL_REFUSAL_CODES } from "../../src/commands/refusalCodes.js";
import { filesUnder, importsOf, isOurs, SRC } from "./imports.js";

/** The rooms of the house and whom each may know. Whatever is not listed here is a wall. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ["domain"],
  eventstore: ["eventstore", "domain/kernel"],
  commands: ["commands", "domain", "eventstore"],
  projections: ["projections", "domain", "eventstore", "commands/facts.ts"],
  reference: ["reference", "domain"],
  graphql: ["graphql", "commands", "domain", "projections", "eventstore"],
};

/** What a command line may know before its flags are read: all of it is loaded in the time in which Node starts. */
const LIGHT = /^(node:.*|cli\/.*|reference\/fields\.ts|domain\/kernel\/.*|domain\/[^/]+\/terms\.ts)$/;

/** What a module of commands tells of the streams that it writes to. */
interface Written {
  readonly category?: string;
  readonly aggregate?: { readonly category?: string };
  readonly spec?: Written;
}

describe("the arrows between the rooms", () => {
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${room} knows only ${allowed.join(", ")}`, () => {
      const trespasses = filesUnder(join(SRC, room)).flatMap((file) =>
        importsOf(file)
          .filter((to) => isOurs(to) && !allowed.some((one) => to === one || to.startsWith(`${one}/`)))
          .map((to) => `${relative(SRC, file)} → ${to}`),
      );
      expect(trespasses).to.deep.equal([]);
    });
  }

  it("only graphql/, and the composition, know how a read model is read", () => {
    const readers = filesUnder(join(SRC, "commands")).flatMap((file) => importsOf(file));
    expect(readers.filter((to) => to.startsWith("projections/"))).to.deep.equal([]);
  });

  it("nothing below imports the server, the programs or main", () => {
    const rooms = Object.keys(MAY_IMPORT).flatMap((room) => filesUnder(join(SRC, room)));
    const upward = rooms.flatMap((file) =>
      importsOf(file)
        .filter((to) => /^(server|cli)\/|^main\.ts$/.test(to))
        .map((to) => `${relative(SRC, file)} → ${to}`),
    );
    expect(upward).to.deep.equal([]);
  });

  it("a command line has read its flags before it loads what does the work", () => {
    const programs = readdirSync(join(SRC, "cli")).filter(
      (file) => isOurs(file) && readFileSync(join(SRC, "cli", file), "utf8").includes("await run({"),
    );
    expect(programs).to.include.members(["demo.ts", "sdl.ts", "token.ts", "verify.ts"]);
    for (const program of programs) {
      const known = new Set([`cli/${program}`]);
      // A set that grows while it is walked is walked to its end.
      for (const file of known) if (isOurs(file)) importsOf(join(SRC, file)).forEach((to) => known.add(to));
      expect(
        [...known].filter((file) => !LIGHT.test(file)),
        program,
      ).to.deep.equal([]);
    }
  });

  it("the domain imports no package and touches no clock, chance, file or network", () => {
    const impure = filesUnder(join(SRC, "domain")).flatMap((file) => {
      const packages = importsOf(file).filter((to) => !isOurs(to));
      const text = readFileSync(file, "utf8");
      const calls = text.match(/Date\.now|new Date\(\)|Math\.random|randomUUID|process\.|setTimeout|\bfetch\(/g) ?? [];
      return [...packages, ...calls].map((what) => `${relative(SRC, file)}: ${what}`);
    });
    expect(impure).to.deep.equal([]);
  });

  it("every code with which the domain refuses is in the closed list", async () => {
    const catalogs = await Promise.all(
      filesUnder(join(SRC, "domain")).map(async (file) => {
        const compiled = new URL(`../../src/${relative(SRC, file).replace(/\.ts$/, ".js")}`, import.meta.url);
        const module = (await import(compiled.href)) as Record<string, object>;
        return Object.entries(module).flatMap(([name, value]) => (name.endsWith("Refusals") ? Object.keys(value) : []));
      }),
    );
    const codes = catalogs.flat();
    expect(codes).to.include("UNIT_ENDED");
    expect(ALL_REFUSAL_CODES).to.include.members(codes);
    expect(new Set(ALL_REFUSAL_CODES).size, "no code twice").to.equal(ALL_REFUSAL_CODES.length);
  });

  it("every category that a command writes to is among those that are read", async () => {
    const modules = await Promise.all(
      filesUnder(join(SRC, "commands")).map(
        (file) => import(new URL(`../../src/${relative(SRC, file).replace(/\.ts$/, ".js")}`, import.meta.url).href),
      ),
    );
    const written = modules
      .flatMap((module: object) => Object.values(module).flat() as Written[])
      .flatMap((value) => value?.aggregate?.category ?? value?.spec?.aggregate?.category ?? value?.category ?? []);
    expect([...new Set(written)].sort()).to.deep.equal([...AGGREGATE_CATEGORIES].sort());
  });
});
