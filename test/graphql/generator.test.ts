import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { expect } from "chai";
import { isScalarType, isSpecifiedScalarType, parse } from "graphql";
import ts from "typescript";
import { examplesFor } from "../../src/server/examples.js";
import { ledgerSchema } from "../support/api.js";

interface Settings {
  readonly generates: Readonly<
    Record<string, { readonly plugins: readonly string[]; readonly config: { readonly scalars: object } }>
  >;
}

const schemaText = (): string => readFileSync("docs/schema.graphql", "utf8");
/** The explorer's operations, for a ledger that has everything. */
const operationsOf = (): string[] => {
  const ids = { unit: "Unit:…", agency: "PressAgency:…", reporter: "Reporter:…", began: "Visit:…", changed: "Visit:…" };
  const day = "2019-11-18";
  const there = { today: day, knownBy: day, period: { from: day, to: day }, newId: () => "…", ...ids };
  return examplesFor(there).map(({ query }) => query);
};

describe("the settings of a code generator in examples/codegen.mjs", () => {
  let settings: Settings["generates"][string];
  before(async () => {
    const { default: all } = (await import(pathToFileURL("examples/codegen.mjs").href)) as { default: Settings };
    settings = Object.values(all.generates)[0]!;
  });

  it("say of every scalar of the schema what it is, and of no other", async () => {
    const types = Object.values((await ledgerSchema()).getTypeMap());
    const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type)).map(({ name }) => name);
    expect(Object.keys(settings.config.scalars).sort()).to.deep.equal(scalars.sort());
  });

  it("make types of the schema that compile", async () => {
    expect(settings.plugins).to.deep.equal(["typescript-operations"]);
    const text = await codegen({
      filename: "api.ts",
      schema: parse(schemaText()),
      documents: operationsOf().map((query, index) => ({ location: `${index}.graphql`, document: parse(query) })),
      plugins: settings.plugins.map((plugin) => ({ [plugin]: {} })),
      pluginMap: { "typescript-operations": operations },
      config: { ...settings.config },
    });
    expect(text)
      .to.contain("export type VisitsQuery")
      .and.not.match(/\bany\b(?=[;,} ])(?!.*\*\/)/);
    expect(wrongIn(text)).to.deep.equal([]);
  }).timeout(60_000);

  it("stand in docs/API.md word for word", () => {
    const text = readFileSync("examples/codegen.mjs", "utf8");
    expect(readFileSync("docs/API.md", "utf8")).to.include(`\n${text}\`\`\``);
  });
});

/** What the compiler has against a file, by itself. */
function wrongIn(text: string): string[] {
  const language = { target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] };
  // The compiler's own files are not what is tried, and a browser's are the most of them.
  const options: ts.CompilerOptions = { ...language, strict: true, noEmit: true, skipDefaultLibCheck: true };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === "api.ts" ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram(["api.ts"], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
