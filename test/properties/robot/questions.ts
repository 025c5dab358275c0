import { getNamedType, type GraphQLField, type GraphQLObjectType, isObjectType, isRequiredArgument } from "graphql";
import { RECORD_KINDS, type RecordKind } from "../../../src/domain/kernel/fields.js";
import { capital } from "../../../src/domain/kernel/words.js";
import type { FigureBook } from "../../../src/projections/figures/book.js";
import { FIGURE_BOOKS } from "../../../src/projections/readModel/figureBooks.js";
import { MASKED_HERE } from "../../../src/graphql/derive/shown.js";
import { ledgerSchema } from "../../support/api.js";

/** What can be asked of every subject, found in the schema: no list of subjects stands here. */

type Field = GraphQLField<unknown, unknown>;
const schema = await ledgerSchema();

const typeOf = (name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
  return type;
};
const fieldsOf = (name: string): readonly Field[] => Object.values(typeOf(name).getFields());
const takes = ({ args }: Field, name: string): boolean => args.some((arg) => arg.name === name);

/** The type of what a list has in it; undefined: it is no list. */
const listed = ({ type }: Field): GraphQLObjectType | undefined => {
  const name = getNamedType(type).name;
  const nodes = name.endsWith("Connection") ? typeOf(name).getFields()["nodes"] : undefined;
  const node = nodes && getNamedType(nodes.type);
  return isObjectType(node) ? node : undefined;
};

/** Every list of what was recorded that can be asked for without saying more. */
const LISTS = fieldsOf("Query").filter(
  (field) => listed(field) !== undefined && takes(field, "asOf") && !field.args.some(isRequiredArgument),
);

/** The list of all records of a kind. */
export const LIST_OF = Object.fromEntries(
  RECORD_KINDS.map((kind) => [kind, LISTS.find((field) => listed(field)?.name === kind)?.name ?? `no list of ${kind}`]),
) as Readonly<Record<RecordKind, string>>;

/** The kinds of records of which some text is open or not by whom the record names, not by the reader alone. */
export const MASKED_BY_NAMES: ReadonlySet<RecordKind> = new Set(
  RECORD_KINDS.filter((kind) => masksItself(typeOf(kind))),
);
function masksItself(type: GraphQLObjectType, met = new Set<string>()): boolean {
  if (met.has(type.name)) return false;
  met.add(type.name);
  return Object.values(type.getFields()).some(({ type: shown, extensions, args }) => {
    if (extensions["names"] === MASKED_HERE) return true;
    const below = getNamedType(shown);
    const isPart = isObjectType(below) && args.length === 0 && below.getInterfaces().length === 0;
    return isPart && masksItself(below, met);
  });
}

/** What of each entry of a list tells it from others: its leaves that stand with it. */
const leaves = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument) && "parseValue" in getNamedType(field.type))
    .map(({ name }) => name)
    .join(" ");

const DAY = "$today: LocalDate!";
const AS_OF = "asOf: { position: $at, today: $today }";

/** Every list, each entry with all that it shows by itself. */
export const ALL_LISTS = `query ($at: Position!, ${DAY}) { ${LISTS.map(
  (field) =>
    `${field.name}(first: 100, ${AS_OF}) { nodes { ${leaves(listed(field) as GraphQLObjectType)} } totalCount { value isExact } }`,
).join("\n")} }`;

/** What is written down of one record: all that it shows, what was true of it on a day, and how it came to be. */
export const ONE_RECORD = `query ($id: ID!, $at: Position!, ${DAY}, $day: LocalDate!) {
  record(id: $id, ${AS_OF}) { compiled { path value }
    events(first: 100) { nodes { id type occurredAt recordedAt reason } } }
  onDay: record(id: $id, asOf: { position: $at }, validAt: $day) { compiled { path value } } }`;

/** The same, with each field's values in the course of time and what the timeline says: for those who look for a text. */
export const ALL_OF_RECORD = `query ($id: ID!, $at: Position!, ${DAY}, $day: LocalDate!) {
  record(id: $id, ${AS_OF}) { compiled { path value } events(first: 100) { nodes { reason } }
    versioned { fields { path values { value event { reason } } } } }
  onDay: record(id: $id, asOf: { position: $at }, validAt: $day) { compiled { path value }
    versioned { fields { path values { value event { reason } } } } }
  timeline(subjects: [$id], first: 100, ${AS_OF}) { nodes { summary summaryVi event { reason } } } }`;

export interface Measure {
  readonly field: string;
  /** Of what counts different values the lines do not add up. */
  readonly isDistinct: boolean;
}

/** The measures of a book, as the API calls them. */
export function measuresOf(book: FigureBook): readonly Measure[] {
  const shown = fieldsOf(`${capital(book.name)}FigureRow`).filter(({ type }) =>
    /^(Count|Money)Figure!?$/.test(String(type)),
  );
  const kindOf = new Map(book.measures.map(({ name, kind }) => [camel(name), kind]));
  return shown.map(({ name }) => ({ field: name, isDistinct: kindOf.get(name) === "DISTINCT" }));
}
const camel = (name: string): string =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const PERIOD = `period: { from: "2017-01-01", to: "2030-12-31" }`;

/** A table of a book, each figure with what it rests on. */
export function tableOf(book: FigureBook, groupBy: readonly string[], entry = "amount"): string {
  const figures = measuresOf(book).map(
    ({ field }) =>
      `${field} { value evidence(first: 100) { nodes { ${entry} } totalCount { value } pageInfo { hasNextPage } } }`,
  );
  return `query ($at: Position!, ${DAY}) { table: ${book.name}Figures(${PERIOD}, groupBy: [${groupBy.join(", ")}], ${AS_OF}) {
    rows { ${figures.join("\n")} } } }`;
}

/** The values alone, by every dimension of every book. */
export const ALL_FIGURES = `query ($at: Position!, ${DAY}) { ${FIGURE_BOOKS.flatMap((book) =>
  [undefined, ...book.lineDimensions].map((dimension) => {
    const name = `${book.name}_${dimension ?? "all"}`;
    const values = measuresOf(book).map(({ field }) => `${field} { value }`);
    return `${name}: ${book.name}Figures(${PERIOD}, groupBy: [${dimension ?? ""}], ${AS_OF}) { rows { ${values.join(" ")} } }`;
  }),
).join("\n")} }`;

export const BOOKS = FIGURE_BOOKS;
