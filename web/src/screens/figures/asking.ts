import type { FigureDimension, FigureSheet } from "../../catalog.ts";
import type { AsOf } from "../../asOf.ts";
import type { MadeDocument } from "../../ledger/document.ts";
import type { Params } from "../../place.ts";
import { type Period, periodOfRow, within } from "../../parts/period.ts";

/** The questions about figures, made of what the catalog tells of a book. */

export interface Figure {
  readonly value: number | string;
}
export type FigureRow = Readonly<Record<string, unknown>>;

export interface FigureTable {
  readonly basis: { readonly position: string; readonly today: string; readonly recordedAt: string | null };
  readonly from: string;
  readonly to: string;
  readonly rows: readonly FigureRow[];
}

const typeOf = (book: string): string => book.charAt(0).toUpperCase() + book.slice(1);

/**
 * What is asked of a book, and how. Where nothing groups the lines the question itself says so: it has one line, and may
 * ask for all the more of it.
 */
function askedOf(book: string, isGrouped: boolean): { readonly variables: string; readonly with: string } {
  const type = typeOf(book);
  const groupBy = isGrouped ? [`, $groupBy: [${type}FigureDimension!]!`, ", groupBy: $groupBy"] : ["", ""];
  return {
    variables: `$period: Period!${groupBy[0]}, $filter: ${type}FigureFilter, $asOf: AsOf, $unitBasis: UnitBasis!`,
    with: `period: $period${groupBy[1]}, filter: $filter, asOf: $asOf, unitBasis: $unitBasis`,
  };
}

/** The variables of such a question. */
export function variablesFor(
  sheet: FigureSheet,
  dimensions: readonly FigureDimension[],
  period: Period,
  asOf: AsOf,
  query: URLSearchParams,
): Record<string, unknown> {
  const common = { period, filter: filterOf(sheet, query), asOf, unitBasis: unitBasisOf(query) };
  return dimensions.length === 0 ? common : { ...common, groupBy: dimensions.map(({ name }) => name) };
}

const dimensionsText = (dimensions: readonly FigureDimension[]): string =>
  dimensions.map(({ field, as }) => (as === "LINK" ? `${field} { __typename id title }` : field)).join(" ");

/** A table of all measures of a book. */
export function tableDocument({ book, measures }: FigureSheet, dimensions: readonly FigureDimension[]): MadeDocument {
  const values = measures.map(({ name }) => `${name} { value }`).join(" ");
  const asked = askedOf(book, dimensions.length > 0);
  return `query (${asked.variables}) { ${book}Figures(${asked.with}) {
    basis { position today recordedAt } from to rows { ${dimensionsText(dimensions)} ${values} } } }` as MadeDocument;
}

/** Some measures beside the period before and the same a year before. */
export function comparisonDocument(
  { book }: FigureSheet,
  measures: readonly string[],
  dimensions: readonly FigureDimension[],
): MadeDocument {
  const change = "{ difference growth figure { value } }";
  const values = measures
    .map((name) => `${name} { share figure { value } before ${change} yearBefore ${change} }`)
    .join(" ");
  const asked = askedOf(book, dimensions.length > 0);
  return `query (${asked.variables}) { ${book}FigureComparison(${asked.with}) {
    basis { position today recordedAt } period { from to } before { from to } yearBefore { from to }
    rows { ${dimensionsText(dimensions)} ${values} } } }` as MadeDocument;
}

const ENTRY = `id amount cause occurredOn unitName unit { __typename id title } record { __typename id title }
  event { id position type occurredAt recordedAt reason summary summaryVi actor { subject role unitName } }`;

/** The entries of one measure, in pages. */
export function entriesDocument({ book }: FigureSheet, measure: string): MadeDocument {
  const asked = askedOf(book, false);
  return `query (${asked.variables}, $first: Int, $after: String) { ${book}Figures(${asked.with}) {
    basis { position today recordedAt } from to rows { ${measure} { value evidence(first: $first, after: $after) {
      totalCount { value isExact } pageInfo { hasNextPage endCursor } nodes { ${ENTRY} } } } } } }` as MadeDocument;
}

/** How all measures of a book have moved since. */
export function movementDocument({ book, measures }: FigureSheet): MadeDocument {
  const values = measures
    .filter(({ moves }) => moves)
    .map(({ name }) => `${name} { before after difference causes { cause sum } }`)
    .join(" ");
  const type = typeOf(book);
  return `query ($period: Period!, $filter: ${type}FigureFilter, $since: AsOf!, $until: AsOf, $unitBasis: UnitBasis!) {
    ${book}FigureMovement(period: $period, filter: $filter, from: $since, to: $until, unitBasis: $unitBasis) {
      fromBasis { position today recordedAt } toBasis { position today recordedAt } rows { ${values} } } }` as MadeDocument;
}

/** The entries by which one measure has moved since, by their cause. */
export function movedDocument({ book }: FigureSheet, measure: string): MadeDocument {
  const type = typeOf(book);
  return `query ($period: Period!, $filter: ${type}FigureFilter, $since: AsOf!, $until: AsOf, $unitBasis: UnitBasis!) {
    ${book}FigureMovement(period: $period, filter: $filter, from: $since, to: $until, unitBasis: $unitBasis) {
      rows { ${measure} { causes { cause sum entries(first: 50) { nodes { ${ENTRY} } } } } } } }` as MadeDocument;
}

/** What narrows the figures, in the address, by the names of the API's filter. */
export function filterOf(sheet: FigureSheet, query: URLSearchParams): Record<string, readonly string[]> {
  const names = sheet.dimensions.flatMap(({ filter }) => filter ?? []);
  return Object.fromEntries(names.flatMap((name) => (query.has(name) ? [[name, query.getAll(name)] as const] : [])));
}

export const unitBasisOf = (query: URLSearchParams): "AS_SUCCESSOR" | "AS_RECORDED" =>
  query.get("basis") === "successor" ? "AS_SUCCESSOR" : "AS_RECORDED";

/** Where a row stands, as what narrows to it; null when it stands nowhere (of no unit), and so cannot be asked for. */
export function narrowedTo(
  row: FigureRow,
  dimensions: readonly FigureDimension[],
  period: Period,
): { readonly period: Period; readonly params: Params } | null {
  let narrowed = period;
  const params: Record<string, readonly string[]> = {};
  for (const { field, as, filter } of dimensions) {
    const value = row[field];
    if (value === null || value === undefined) return null;
    const text = as === "LINK" ? (value as { readonly id: string }).id : String(value);
    if (filter === null) narrowed = within(narrowed, periodOfRow(text, period.cutOff));
    else params[filter] = [text];
  }
  return { period: narrowed, params };
}
