import { createHash } from "node:crypto";
import {
  getNamedType,
  graphql,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  getNullableType,
} from "graphql";
import type { LegalInstrument } from "../../domain/law/lawBook.js";
import { RECORDS } from "../../domain/records.js";
import { uncapital } from "../../domain/kernel/words.js";
import { figuresOf } from "./figures.js";
import { FORMS_QUERY, type FormAnswer } from "./forms.js";
import { formForPeople } from "./notes.js";
import { INSTRUMENTS, isRecord, shapesOf, type WordsOf } from "./shapes.js";
import { standingIn } from "./stands.js";
import type {
  CatalogIndex,
  FigureSheet,
  FiguresEntry,
  FilterField,
  Form,
  KindEntry,
  KindSheet,
  Terms,
} from "./sheets.js";

/** What the page knows of each kind of record without asking: all of it follows from the schema and its words. */

export interface Catalog {
  readonly index: CatalogIndex;
  /** By the last part of their address; they never change under it. */
  readonly sheets: ReadonlyMap<string, string>;
}

export const SHEETS_PATH = "/page/sheets";

/** @param instruments the law's, as they are called */
export async function catalogOf(
  schema: GraphQLSchema,
  instruments: readonly Pick<LegalInstrument, "key" | "name">[] = [],
): Promise<Catalog> {
  const { terms: listed, forms, words } = await asked(schema);
  const terms = { ...listed, [INSTRUMENTS]: Object.fromEntries(instruments.map(({ key, name }) => [key, name])) };
  const sheets = new Map<string, string>();
  const keep = (name: string, sheet: unknown): string => {
    const text = JSON.stringify(sheet);
    const file = `${name}-${createHash("sha256").update(text).digest("base64url").slice(0, 10)}.json`;
    sheets.set(file, text);
    return `${SHEETS_PATH}/${file}`;
  };

  const kinds = RECORDS.map(({ kind, words: called, steps }): KindEntry => {
    const type = schema.getType(kind) as GraphQLObjectType;
    const shapes = shapesOf(type, words);
    const own = (forms.get(kind) ?? []).map((form) =>
      form.kind === "CORRECTS" ? { ...form, ...standingIn(form, steps, shapes) } : form,
    );
    const list = listOf(schema, kind);
    const filterType = list && (schema.getType(list.filter) as GraphQLInputObjectType);
    const sheet: KindSheet = {
      kind,
      shapes,
      filter: filterType ? filterOf(filterType, words) : [],
      forms: own,
    };
    const begins = own
      .filter((form) => form.begins)
      .map(({ mutation, words: does, roles }) => ({ mutation, words: does, roles }));
    return { kind, words: called, one: oneOf(schema, kind), list, begins, sheet: keep(kind, sheet) };
  });
  const figures = figuresOf(schema, words).map((sheet: FigureSheet): FiguresEntry => ({
    book: sheet.book,
    words: sheet.words,
    sheet: keep(`figures-${sheet.book}`, sheet),
  }));
  return { index: { kinds, figures, terms: keep("terms", terms) }, sheets };
}

interface Asked {
  readonly terms: Terms;
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly words: WordsOf;
}

/** The API's own answer: the words of all terms and of all that is shown, and the forms of all steps. */
async function asked(schema: GraphQLSchema): Promise<Asked> {
  const { data, errors } = await graphql({ schema, source: FORMS_QUERY, contextValue: {} });
  if (errors || !data) throw errors?.[0] ?? new Error("The vocabulary has no answer.");
  const { vocabulary } = data as unknown as FormAnswer;
  const terms = vocabulary.terms.map(
    ({ name, terms }) => [name, Object.fromEntries(terms.map(({ value, words }) => [value, words]))] as const,
  );
  return {
    terms: Object.fromEntries(terms),
    forms: new Map(vocabulary.records.map(({ type, steps }) => [type, steps.map(formForPeople)])),
    words: wordsFrom(vocabulary.types),
  };
}

function wordsFrom(types: FormAnswer["vocabulary"]["types"]): WordsOf {
  const all = new Map(types.flatMap(({ type, fields }) => fields.map(({ name, words }) => [`${type}.${name}`, words])));
  return (type, field) => {
    const words = all.get(`${type}.${field}`);
    if (!words) throw new Error(`The vocabulary does not say what ${type}.${field} is called.`);
    return words;
  };
}

function oneOf(schema: GraphQLSchema, kind: string): string {
  const fields = schema.getQueryType()?.getFields() ?? {};
  return fields[uncapital(kind)]?.name ?? "node";
}

/** The list whose entries are of this kind and which can be narrowed by a filter. */
function listOf(schema: GraphQLSchema, kind: string): KindEntry["list"] {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const filter = getNamedType(field.args.find(({ name }) => name === "filter")?.type);
    if (filter && getNamedType(field.type).name === `${kind}Connection`) {
      return { query: field.name, filter: filter.name };
    }
  }
  return null;
}

function filterOf(type: GraphQLInputObjectType, words: WordsOf): readonly FilterField[] {
  return Object.values(type.getFields()).flatMap((field): FilterField[] => {
    const named = getNamedType(field.type);
    const list = isListType(getNullableType(field.type)) ? { list: true as const } : {};
    const told = { name: field.name, words: words(type.name, field.name), ...list };
    if (isInputObjectType(named)) return [];
    if (isEnumType(named)) return [{ ...told, as: "TERM", terms: named.name }];
    const kind = /^(\w+)Id$/.exec(named.name)?.[1];
    if (kind) return [{ ...told, as: "LINK", kind }];
    return [{ ...told, as: FILTERED[named.name] ?? "TEXT" }];
  });
}

const FILTERED: Readonly<Record<string, FilterField["as"]>> = { LocalDate: "DAY", Boolean: "YES", Int: "COUNT" };

/** For tests: the kinds of records that the schema has and the catalog does not tell. */
export const kindsIn = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && isRecord(type))
    .map(({ name }) => name);
