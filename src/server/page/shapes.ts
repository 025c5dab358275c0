import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from "graphql";
import type { Bilingual } from "../../domain/kernel/words.js";
import type { ShownAs, ShownShape } from "./sheets.js";

export type WordsOf = (type: string, field: string) => Bilingual;

/** Of a record: what names it, what counts its events, and what is asked for by itself. */
const NOT_SHOWN = ["id", "title", "revision", "nextSteps", "basis"];
/** By what the program names a row of law; people read its instrument and article. */
const CODES = ["key"];
/** The terms by which legal instruments are named: their keys in the law that the server has read. */
export const INSTRUMENTS = "LegalInstrument";
/** Texts that are terms: the figure's measure is kept as it was named when it was laid. */
const TERMS_AS_TEXT: Readonly<Record<string, string>> = { "LaidFigure.measure": "FigureMeasure" };
/** A paper's number in parts, and whole. */
const WHOLE_NUMBER = ["text", "symbol"];
/** Parts lie in parts: a visit's promises in a reporter's visits in an agency would have no end. */
const DEEPEST = 4;

const SCALARS: Readonly<Record<string, ShownAs>> = {
  LocalDate: "DAY",
  DateTime: "MOMENT",
  Vnd: "VND",
  SignedVnd: "VND",
  Int: "COUNT",
  Float: "COUNT",
  Boolean: "YES",
  Position: "POSITION",
  ID: "ID",
};

/** It is not shown. */
const NAMELESS: Bilingual = { vi: "", en: "" };

type Shown = GraphQLObjectType | GraphQLInterfaceType;

/** The fields of a type that can be asked for without saying more, and what each is. */
export function shapesOf(type: Shown, words: WordsOf, above: readonly string[] = []): readonly ShownShape[] {
  const path = [...above, type.name];
  return Object.values(type.getFields())
    .filter(({ name }) => !(isRecord(type) ? NOT_SHOWN : CODES).includes(name))
    .filter((field) => !needsMore(field) && (!isNumber(type) || field.name === "text"))
    .sort((one, other) => Number(isName(other)) - Number(isName(one)))
    .flatMap((field) => shapeOf(field, type.name, words, path));
}

/** By what a part is known stands first. */
const isName = ({ name }: GraphQLField<unknown, unknown>): boolean => name === "name";

const isNumber = (type: Shown): boolean => WHOLE_NUMBER.every((name) => name in type.getFields());

const needsMore = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);

function shapeOf(
  field: GraphQLField<unknown, unknown>,
  owner: string,
  words: WordsOf,
  path: readonly string[],
): readonly ShownShape[] {
  const type = getNamedType(field.type);
  // Who recorded what, and when, is told by the record's history; a refusal by the sentence beside its code.
  if (isUnionType(type) || ["LedgerEvent", "RefusalCode"].includes(type.name)) return [];
  if (field.name === "id") return [{ name: "id", words: NAMELESS, as: "ID" }];
  const told = { name: field.name, words: words(owner, field.name) };
  const list = isListType(getNullableType(field.type)) ? { list: true as const } : {};
  const terms = field.name === "instrument" ? INSTRUMENTS : TERMS_AS_TEXT[`${owner}.${field.name}`];
  if (terms) return [{ ...told, as: "TERM", terms, ...list }];
  // A year is a number that nobody counts.
  if (field.name === "year") return [{ ...told, as: "TEXT", ...list }];
  if (isEnumType(type)) return [{ ...told, as: "TERM", terms: type.name, ...list }];
  if (isScalarType(type)) return [{ ...told, as: SCALARS[type.name] ?? "TEXT", ...list }];
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  if (type.name === "Bilingual" || type.name === "Words") return [{ ...told, as: "BOTH", ...list }];
  if (isRecord(type)) return [{ ...told, as: "LINK", ...list }];
  const node = type.name.endsWith("Connection") ? getNamedType(type.getFields()["nodes"]?.type) : undefined;
  if (node && isObjectType(node)) return partOf(node, { ...told, list: true, paged: true }, words, path);
  return partOf(type, { ...told, ...list }, words, path);
}

function partOf(
  type: Shown,
  told: Omit<ShownShape, "as">,
  words: WordsOf,
  path: readonly string[],
): readonly ShownShape[] {
  if (isRecord(type)) return told.paged && path.length > 1 ? [] : [{ ...told, as: "LINK" }];
  if (path.includes(type.name) || path.length >= DEEPEST) return [];
  const fields = shapesOf(type, words, path);
  return fields.length === 0 ? [] : [{ ...told, as: "PART", fields }];
}

export const isRecord = (type: Shown): boolean =>
  type.name === "Node" || type.getInterfaces().some(({ name }) => name === "Node");
