import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isObjectType,
  parse,
} from "graphql";
import type { RecordKind } from "../../domain/kernel/fields.js";
import { isTitleMade } from "../derive/recordNode.js";

/**
 * What of each record its document holds: all that its type shows without being asked for a day. It is read as any
 * client reads it, through the same fields, so that a document hides from a reader whatever those hide.
 */

/** Left out of every record: what names it, and what counts its events. */
const OF_THE_LEDGER = ["id", "revision"];

/**
 * Left out besides, with titles that are made of other fields: what follows from the day of the answer (the name of the
 * day), and what other records say of this one. Lists of other records are left out by their type: each is asked for where it is.
 */
const NOT_ITS_OWN: Readonly<Record<string, readonly string[]>> = {
  Unit: ["name"],
  PressAgency: ["name"],
  RepresentativeOffice: ["obstacles"],
  Inspection: ["overlaps"],
  Sanction: ["replacedBy"],
};

/** By which link the elements of a list are named that have no id of their own. */
const KEYS: Readonly<Record<string, string>> = {
  VisitHost: "unit",
  VisitVisitor: "reporter",
  UnitSuccession: "unit",
  InspectionCoordinator: "unit",
  ExhibitConfiscation: "sanction",
};

/** Of a list: one page is read without a break, and each of its entries may hold a list of its own. */
const PAGE = 25;

export interface RecordSelection {
  /** Of the record with the first page of each of its lists. Variables: `id`, `asOf`, `validAt`. */
  readonly whole: DocumentNode;
  /** Of the further pages of each list, by the list's name. Variables: `after` besides. */
  readonly lists: ReadonlyMap<string, DocumentNode>;
}

export function selectionOf(schema: GraphQLSchema, typeName: RecordKind): RecordSelection {
  const type = schema.getType(typeName) as GraphQLObjectType;
  const made = isTitleMade(typeName) ? ["title"] : [];
  const left = [...OF_THE_LEDGER, ...made, ...(NOT_ITS_OWN[typeName] ?? [])];
  const own = Object.values(type.getFields()).filter(({ name }) => !left.includes(name));
  const query = (fields: string, more = ""): DocumentNode =>
    parse(`query ($id: ID!, $asOf: AsOf, $validAt: LocalDate${more}) {
      node(id: $id, asOf: $asOf, validAt: $validAt) { ... on ${typeName} { ${fields} } } }`);
  const lists = own.filter(isConnection);
  return {
    whole: query(own.map((field) => selected(field)).join(" ")),
    lists: new Map(
      lists.map((field) => [field.name, query(connected(field, ", after: $after"), ", $after: String")] as const),
    ),
  };
}

const fieldsOf = (type: GraphQLObjectType): string => {
  const key = KEYS[type.name];
  const named = key === undefined ? "" : `key: ${key} { link: id }`;
  return `${named} ${Object.values(type.getFields()).map(selected).join(" ")}`;
};

function selected(field: GraphQLField<unknown, unknown>): string {
  if (isConnection(field)) return connected(field, "");
  if (field.args.length > 0) return "";
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  // Who recorded what, and when, is told with each value.
  if (!isObjectType(type) || type.name === "LedgerEvent") return "";
  if (!isRecord(type)) return `${field.name} { ${fieldsOf(type)} }`;
  return isListType(getNullableType(field.type)) ? "" : `${field.name} { link: id }`;
}

function connected(field: GraphQLField<unknown, unknown>, after: string): string {
  const connection = getNamedType(field.type) as GraphQLObjectType;
  const node = getNamedType(connection.getFields()["nodes"]?.type) as GraphQLObjectType;
  const inOrder = field.args.some(({ name }) => name === "direction") ? ", direction: ASC" : "";
  const nodes = `nodes { ${fieldsOf(node)} }`;
  return `${field.name}(first: ${PAGE}${inOrder}${after}) { ${nodes} pageInfo { hasNextPage endCursor } }`;
}

const isRecord = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === "Node");
const isConnection = (field: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(field.type).name.endsWith("Connection");
