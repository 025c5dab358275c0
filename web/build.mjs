/**
 * Builds the page into dist/web: the types of its questions from the schema, then one script with parts that are
 * loaded when they are needed, one style sheet, the fonts. `node web/build.mjs --types` makes the types only.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { build, transform } from "esbuild";
import { buildASTSchema, parse } from "graphql";
import { textsOf } from "./questionTexts.mjs";

const WEB = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(WEB);
const OUT = join(ROOT, "dist", "web");

const filesUnder = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();

/** What the API's own kinds of values are in JSON. */
const SCALARS = {
  LocalDate: "string",
  DateTime: "string",
  Vnd: "string",
  SignedVnd: "string",
  Position: "string",
  RecordValue: "unknown",
};

/** Each document of a .graphql file, under its name, with the types of its answer and its variables. */
async function makeDocuments() {
  const schema = parse(readFileSync(join(ROOT, "docs", "schema.graphql"), "utf8"), { noLocation: true });
  const files = filesUnder(join(WEB, "src"), ".graphql");
  const documents = files.map((location) => ({ location, document: parse(readFileSync(location, "utf8")) }));
  const built = buildASTSchema(schema, { assumeValid: true });
  const ids = Object.keys(built.getTypeMap()).filter((name) => /^\w+Id$/.test(name));
  const scalars = { ...SCALARS, ...Object.fromEntries(ids.map((name) => [name, "string"])) };
  const types = await codegen({
    filename: "documents.ts",
    schema,
    schemaAst: built,
    documents,
    config: {},
    plugins: [
      {
        operations: {
          scalars,
          strictScalars: true,
          enumsAsTypes: true,
          skipTypename: true,
          immutableTypes: true,
          avoidOptionals: { field: true },
        },
      },
    ],
    pluginMap: { operations },
  });
  const named = textsOf(files.map((file) => readFileSync(file, "utf8")).join("\n"));
  const constants = named.map(
    ({ name, kind, text }) =>
      `export const ${name} = ${JSON.stringify(text)} as Document<${name}${kind}, ${name}${kind}Variables>;`,
  );
  const folder = join(WEB, "generated");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "documents.ts"),
    [
      "// Made by web/build.mjs from the .graphql files under web/src.",
      'import type { Document } from "../src/ledger/document.ts";',
      types,
      ...constants,
      "",
    ].join("\n"),
  );
}

async function bundle() {
  rmSync(OUT, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { page: "web/src/main.tsx", style: "web/src/style.css", icon: "web/src/icon.svg" },
    outdir: join(OUT, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome109", "firefox115", "safari16"],
    minify: true,
    sourcemap: false,
    metafile: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".woff2": "file", ".svg": "copy" },
    legalComments: "none",
    logLevel: "warning",
  });
  const made = Object.entries(metafile.outputs).map(([path, output]) => ({ name: basename(path), path, ...output }));
  const script = made.find(({ entryPoint }) => entryPoint === "web/src/main.tsx");
  const style = made.find(({ entryPoint }) => entryPoint === "web/src/style.css");
  const icon = made.find(({ name }) => name.endsWith(".svg"));
  const at = (path) => `/page/assets/${basename(path)}`;
  const first = script.imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => path);
  const fonts = made.filter(({ name }) => /-(latin|vietnamese)-400.*\.woff2$/.test(name)).map(({ path }) => path);
  const preloads = [
    ...first.map((path) => `<link rel="modulepreload" href="${at(path)}" />`),
    ...fonts.map((path) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${at(path)}" />`),
  ].join("\n    ");
  const html = readFileSync(join(WEB, "index.html"), "utf8")
    .replace("__JS__", script.name)
    .replace("__CSS__", style.name)
    .replace("__ICON__", icon.name)
    .replace("<!--preloads-->", preloads);
  writeFileSync(join(OUT, "index.html"), html);
  const worker = await transform(readFileSync(join(WEB, "worker.js"), "utf8"), { target: "es2022", minify: true });
  writeFileSync(join(OUT, "worker.js"), worker.code);
  writeFileSync(join(OUT, "meta.json"), JSON.stringify(metafile));
}

await makeDocuments();
if (!process.argv.includes("--types")) await bundle();
process.stderr.write(`  the page is in ${relative(process.cwd(), OUT) || "."}\n`);
