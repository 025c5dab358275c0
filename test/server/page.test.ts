import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { type GraphQLSchema, isInputObjectType, isObjectType, parse, validate } from "graphql";
import { RECORDS } from "../../src/domain/records.js";
import { type Catalog, catalogOf, kindsIn } from "../../src/server/page/catalog.js";
import { workerOf } from "../../src/server/page/worker.js";
import type { FigureSheet, FormField, KindSheet, ShownShape } from "../../src/server/page/sheets.js";
import { ledgerSchema } from "../support/api.js";

describe("what the page knows of the API", () => {
  let schema: GraphQLSchema;
  let catalog: Catalog;
  before(async () => {
    schema = await ledgerSchema();
    catalog = await catalogOf(schema);
  });

  const sheetOf = <T>(address: string): T =>
    JSON.parse(catalog.sheets.get(address.split("/").pop() ?? "") ?? "null") as T;
  const sheets = (): readonly KindSheet[] => catalog.index.kinds.map(({ sheet }) => sheetOf<KindSheet>(sheet));

  /** As web/src/catalog.ts asks for them. */
  const selected = ({ name, as, paged, fields = [] }: ShownShape): string => {
    const inner = as === "BOTH" ? "vi en" : as === "LINK" ? "__typename id title" : fields.map(selected).join(" ");
    if (as !== "BOTH" && as !== "LINK" && as !== "PART") return name;
    return paged ? `${name}(first: 25) { nodes { ${inner} } pageInfo { hasNextPage } }` : `${name} { ${inner} }`;
  };

  it("has every kind of record, its list and what may be narrowed, and the steps that begin one", () => {
    expect(catalog.index.kinds.map(({ kind }) => kind)).to.have.members(RECORDS.map(({ kind }) => kind));
    expect(kindsIn(schema)).to.include.members(RECORDS.map(({ kind }) => kind));
    for (const { kind, list, one } of catalog.index.kinds) {
      expect(list, kind).to.not.equal(null);
      expect(schema.getQueryType()?.getFields(), kind).to.have.property(one);
    }
  });

  it("asks of each kind what the schema has, what may be done next among it", () => {
    for (const { kind, shapes } of sheets()) {
      const text = `query ($id: ID!) { node(id: $id) { ... on ${kind} { title revision nextSteps { mutation } ${shapes.map(selected).join(" ")} } } }`;
      expect(
        validate(schema, parse(text)).map(({ message }) => message),
        kind,
      ).to.deep.equal([]);
    }
  });

  it("shows first by what a part is known", () => {
    const { shapes = [] } = sheets().find(({ kind }) => kind === "Inspection") ?? {};
    const targets = shapes.find(({ name }) => name === "targets");
    expect(targets?.fields?.map(({ name }) => name)).to.deep.equal(["name", "id", "kind", "unit", "pressAgency"]);
  });

  it("knows of each step in which field of its input the record is named, if it is about one, and in which the part of it", () => {
    const mutations = schema.getMutationType()?.getFields() ?? {};
    const steps = sheets().flatMap(({ forms }) => forms);
    expect(steps.map(({ mutation }) => mutation).sort()).to.deep.equal(Object.keys(mutations).sort());
    for (const { mutation, begins, recordField, partField, fields } of steps) {
      if (partField !== null) {
        expect(
          fields.filter(({ shape, required }) => shape === "ID" && required).map(({ name }) => name),
          mutation,
        ).to.deep.equal([partField]);
      }
      const input = schema.getType(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`);
      if (recordField === null) expect(begins, mutation).to.equal(true);
      else expect(isInputObjectType(input) && recordField in input.getFields(), mutation).to.equal(true);
    }
  });

  it("knows of each field of a correction where in the record stands what it would change", () => {
    const corrections = sheets().flatMap(({ forms, shapes }) =>
      forms.filter(({ kind }) => kind === "CORRECTS").map((form) => ({ form, shapes })),
    );
    expect(corrections.length).to.be.greaterThan(15);
    for (const { form, shapes } of corrections) {
      // Why it is corrected is said of the correction itself.
      const stand = { ...form.stands, ...form.partsStand };
      const without = form.fields.filter(({ name }) => !(name in stand) && name !== form.recordField);
      expect(
        without.map(({ name }) => name),
        form.mutation,
      ).to.deep.equal(["reason"]);
      const known = ["title", ...shapes.map(({ name }) => name)];
      expect(known, form.mutation).to.include.members(Object.values(form.stands ?? {}));
    }
    const office = corrections.find(({ form }) => form.mutation === "amendRepresentativeOffice");
    expect(office?.form.stands).to.include({ headReporterId: "head", address: "address" });
    // A part of the record stands among others, by what says which it is.
    const parts = new Map(
      corrections.flatMap(({ form, shapes }) =>
        Object.entries(form.partsStand ?? {}).map(([name, stands]) => {
          const { fields = [] } = shapes.find((shape) => shape.name === stands.list) ?? {};
          const known = fields.map((field) => field.name);
          expect(known, form.mutation).to.include(stands.by);
          const inPart = form.fields.find((field) => field.name === name)?.fields?.map((field) => field.name) ?? [];
          const without = inPart.filter((one) => one !== stands.named && !known.includes(one));
          return [`${form.mutation}.${name}`, { ...stands, without }] as const;
        }),
      ),
    );
    expect(Object.fromEntries(parts)).to.deep.equal({
      "amendPressCard.card": { list: "cards", by: "number", named: "number", without: [] },
      // How many were seized stands among the quantities.
      "correctInventory.lines": { list: "lines", by: "id", named: "lineId", without: ["copies"] },
    });
    const card = corrections.find(({ form }) => form.mutation === "amendPressCard");
    expect(card?.form.stands).to.deep.equal({ number: "cards" });
  });

  it("has no note that is for programs, or says again what is said of every step of its kind", () => {
    type Noted = Pick<FormField, "note" | "fields">;
    const notesIn = ({ note, fields }: Noted): readonly string[] => [
      ...(note ? [note] : []),
      ...(fields ?? []).flatMap(notesIn),
    ];
    const notes = sheets().flatMap(({ forms }) => forms.flatMap(notesIn));
    expect(notes.length).to.be.greaterThan(300);
    expect(notes.filter((note) => /`|stays as it is|\b[A-Z]+_[A-Z]+\b|^[Aa]bsent/.test(note))).to.deep.equal([]);
    // What helps is told, without the marks of code.
    expect(notes).to.include.members([
      "Of a broadcast, such as 19:03:20.",
      "The last day; left empty: until it is ended.",
    ]);
  });

  it("has the words of each thing that it shows, in both languages", () => {
    const told = (shapes: readonly ShownShape[]): readonly ShownShape[] =>
      shapes.flatMap((shape) => [shape, ...told(shape.fields ?? [])]);
    const shown = sheets()
      .flatMap(({ shapes }) => told(shapes))
      .filter(({ as }) => as !== "ID");
    expect(shown.filter(({ words }) => words.vi === "" || words.en === "")).to.deep.equal([]);
    const terms = sheetOf<Record<string, unknown>>(catalog.index.terms);
    expect(shown.flatMap(({ terms: list }) => (list && !(list in terms) ? [list] : []))).to.deep.equal([]);
  });

  it("groups and narrows figures by what the schema takes, and asks for no movement of what has none", () => {
    for (const { book, sheet } of catalog.index.figures) {
      const { measures, dimensions } = sheetOf<FigureSheet>(sheet);
      const row = schema.getType(`${book.charAt(0).toUpperCase()}${book.slice(1)}FigureRow`);
      if (!isObjectType(row)) throw new Error(`There is no row of ${book}.`);
      const known = Object.keys(row.getFields());
      expect([...measures.map(({ name }) => name), ...dimensions.map(({ field }) => field)].sort(), book).to.deep.equal(
        known.sort(),
      );
      const moved = measures
        .filter(({ moves }) => moves)
        .map(({ name }) => `${name} { difference causes { cause sum } }`);
      const text = `query ($p: Period!, $s: AsOf!) { ${book}FigureMovement(period: $p, from: $s) { rows { ${moved.join(" ")} } } }`;
      expect(validate(schema, parse(text)), book).to.deep.equal([]);
    }
  });
});

describe("the text of a question of the page", () => {
  it("is in one line, with the fragments that it uses, and without comments, wherever they stand", async () => {
    const { textsOf } = (await import(pathToFileURL(resolve("web/questionTexts.mjs")).href)) as {
      textsOf: (source: string) => readonly { name: string; kind: string; text: string }[];
    };
    const [told] = textsOf(`
      # Of a file.
      query One($id: ID!) { # the head
        node(id: $id) {
          id # of all
          # said of the next
          ...Named
        }
      }
      fragment Named on Unit { name # as it is now
        code }
      fragment Unused on Unit { id }
    `);
    expect(told).to.include({ name: "One", kind: "Query" });
    expect(told?.text).to.equal(
      "query One($id: ID!) { node(id: $id) { id ...Named } } fragment Named on Unit { name code }",
    );
    expect(() => parse(told?.text ?? "")).to.not.throw();
  });
});

describe("the service worker of the page", () => {
  it("is another one for every change of the page or of its parts, and only then", () => {
    const page = { html: "<p>", files: ["/page/assets/a.js"], pages: ["today"] };
    const text = workerOf("work();", page);
    expect(workerOf("work();", { ...page })).to.equal(text);
    expect(text).to.match(/^const PAGE = \{"version":"[\w-]{12}",.*\};\nwork\(\);$/);
    const others = [{ html: "<b>" }, { files: ["/page/assets/b.js"] }].map((more) =>
      workerOf("work();", { ...page, ...more }),
    );
    expect(new Set([text, ...others]).size).to.equal(3);
  });
});

describe("what is loaded first of the page", () => {
  it("is 80 KB at most: its html, scripts, style and the fonts of its text", () => {
    const html = readFileSync(resolve("dist/web/index.html"), "utf8");
    const parts = [...html.matchAll(/(?:href|src)="\/page\/(assets\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(parts.length).to.be.greaterThan(5);
    const sizes = [html, ...parts.map((path) => readFileSync(resolve("dist/web", path)))].map(
      (text) => gzipSync(text, { level: 9 }).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).to.be.at.most(80_000);
  });
});
