import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect } from "chai";
import ts from "typescript";
import { sheetDdl } from "../../src/projections/figures/tables.js";
import { FIGURE_BOOKS } from "../../src/projections/readModel/figureBooks.js";
import {
  filesRun,
  fingerprintOfAll,
  fingerprintsOf,
  type ReadCode,
} from "../../src/projections/readModel/fingerprint.js";
import type { ReadModelPart } from "../../src/projections/table/part.js";
import { PARTS } from "../../src/projections/readModel/parts.js";

const BUILT = resolve("dist");
const asBuilt: ReadCode = (url) => readFileSync(new URL(url), "utf8");
const nameOf = (url: string): string => relative(`${BUILT}/src`, fileURLToPath(url));

const byName = (fingerprints: ReadonlyMap<ReadModelPart, string>): ReadonlyMap<string, string> =>
  new Map([...fingerprints].map(([{ name }, fingerprint]) => [name, fingerprint]));

/** The parts that another content of a file builds anew. */
function changedBy(file: string): string[] {
  const read: ReadCode = (url) => (nameOf(url) === file ? `${asBuilt(url)}export const more = 1;\n` : asBuilt(url));
  const after = byName(fingerprintsOf(PARTS, read));
  return [...byName(fingerprintsOf(PARTS))].filter(([name, was]) => after.get(name) !== was).map(([name]) => name);
}

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(resolve("tsconfig.json"), (path) => ts.sys.readFile(path)).config,
  ts.sys,
  resolve("."),
);

/** The file as it would be built from its source after an edit. */
function edited(edit: (source: string) => string): ReadCode {
  const built = new Map<string, string>();
  return (url) => {
    const known = built.get(url);
    if (known !== undefined) return known;
    const fileName = resolve(relative(BUILT, fileURLToPath(url)).replace(/\.js$/, ".ts"));
    const source = edit(readFileSync(fileName, "utf8"));
    // One file alone does not tell the compiler of what kind the package's modules are.
    const compilerOptions = { ...options, module: ts.ModuleKind.ESNext };
    const { outputText } = ts.transpileModule(source, { fileName, compilerOptions });
    built.set(url, outputText);
    return outputText;
  };
}

/** With a comment before each statement, on a line of its own. */
function commented(source: string): string {
  const places: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isSourceFile(node) || ts.isBlock(node)) places.push(...node.statements.map((one) => one.getStart()));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2022, true));
  return places
    .sort((a, b) => b - a)
    .reduce((text, at) => `${text.slice(0, at)}/** Another comment. */\n${text.slice(at)}`, source);
}

describe("the fingerprint of a part of the read model", function () {
  // All that the parts run is compiled anew.
  this.timeout(60_000);
  const all = PARTS.map(({ name }) => name);

  it("is not changed by a comment, in whatever file", () => {
    const read = edited(commented);
    expect(fingerprintOfAll(fingerprintsOf(PARTS, read))).to.equal(fingerprintOfAll(fingerprintsOf(PARTS)));
  });

  it("of every part is changed by the codec, the projector and what they run", () => {
    for (const file of ["eventstore/codec.js", "projections/readModel/projector.js", "projections/table/search.js"]) {
      expect(changedBy(file), file).to.have.members(all);
    }
  });

  it("is changed by a file of its subject, however far off, and that of no other subject", () => {
    expect(changedBy("projections/visit/part.js")).to.deep.equal(["visits"]);
    expect(changedBy("projections/visit/table.js")).to.deep.equal(["visits"]);
    expect(changedBy("projections/timeline/eventSubjectLinks.js")).to.deep.equal(["eventIndex"]);
    expect(changedBy("projections/seizure/lines.js")).to.deep.equal(["seizures"]);
    expect(changedBy("domain/seizure/quantities.js"), "what its events do").to.have.members(["eventIndex", "seizures"]);
    expect(changedBy("projections/inspection/figures.js")).to.deep.equal(["inspections"]);
    expect(changedBy("domain/visit/steps.js"), "decides, and makes no row").to.deep.equal([]);
    expect(changedBy("domain/sanction/contentRules.js"), "decides, and makes no row").to.deep.equal([]);
    const both = (name: string): string[] => [name, "eventIndex"];
    expect(changedBy("domain/visit/events.js"), "which also tell whom an event is about").to.have.members(
      both("visits"),
    );
    expect(changedBy("domain/sanction/interest.js"), "which an event's changes run").to.have.members(both("sanctions"));
  });

  it("is changed by what several subjects run, in these", () => {
    const tallies = FIGURE_BOOKS.flatMap(({ sheets }) => sheets.map(sheetDdl));
    const counted = PARTS.filter(({ ddl }) => tallies.some((tally) => ddl.includes(tally))).map(({ name }) => name);
    expect(counted).to.include.members(["visits", "sanctions"]);
    // What is declared whole runs it, even where it counts for nothing.
    expect(changedBy("projections/figures/writer.js")).to.have.members([...counted, "unit_rule"]);
    expect(changedBy("projections/figures/sums.js"), "adds up what stands there").to.deep.equal([]);
    expect(changedBy("domain/kernel/workCalendar.js")).to.have.members(["violationCases"]);
  });

  it("is changed with that of a part whose rows it reads or in whose tables it writes, and by its own tables", () => {
    const part = (name: string, more: Partial<ReadModelPart> = {}): ReadModelPart => ({
      ...{ name, source: import.meta.url, ddl: "", open: () => () => undefined },
      ...more,
    });
    const of = (...parts: readonly ReadModelPart[]) => byName(fingerprintsOf(parts));
    const [base, changed] = [part("base"), part("base", { ddl: "CREATE TABLE a (b)" })];
    expect(of(base).get("base")).not.to.equal(of(changed).get("base"));
    for (const resting of [
      (on: ReadModelPart) => part("resting", { reads: [on] }),
      (on: ReadModelPart) => part("resting", { ownRows: [{ of: on, table: "a", column: "b", value: "c" }] }),
    ]) {
      expect(of(base, resting(base)).get("resting")).to.equal(of(resting(part("base"))).get("resting"));
      expect(of(base, resting(base)).get("resting")).not.to.equal(of(changed, resting(changed)).get("resting"));
    }
  });

  it("is of every file that runs: no import of them is overlooked", () => {
    for (const part of PARTS) {
      const files = filesRun(part);
      for (const url of files) {
        const { importedFiles } = ts.preProcessFile(asBuilt(url), true, true);
        const ours = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith("."));
        const paths = ours.map((name) => pathToFileURL(resolve(dirname(fileURLToPath(url)), name)).href);
        expect([...files], nameOf(url)).to.include.members(paths);
      }
    }
  });
});
