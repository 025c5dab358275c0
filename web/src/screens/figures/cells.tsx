import { capital, type FigureDimension, type FigureMeasure, type FigureSheet, termWords } from "../../catalog.ts";
import { moneyText, numberText } from "../../format.ts";
import type { Column } from "../../parts/dataTable.tsx";
import { type Linked, RecordLink, titleOf } from "../../parts/shown.tsx";
import { href } from "../../place.ts";
import type { Language } from "../../words/words.ts";
import { type FigureRow, filterOf, narrowedTo } from "./asking.ts";
import { type Period, periodOfRow, periodParams, periodText } from "../../parts/period.ts";

/** What the tables of figures have in common: the columns of their dimensions, a figure's text, the way to its entries. */

/** Where a row stands in a dimension, in words. */
export function dimensionText(
  dimension: FigureDimension,
  row: FigureRow,
  language: Language,
  own: Parameters<typeof periodText>[1],
): string {
  const value = row[dimension.field];
  if (value === null || value === undefined) return "—";
  if (dimension.as === "LINK") return titleOf(value as Linked);
  if (dimension.as === "TERM") return termWords(dimension.terms, String(value), language);
  return dimension.filter === null ? periodText(periodOfRow(String(value), undefined), own) : String(value);
}

export function dimensionColumns(
  dimensions: readonly FigureDimension[],
  language: Language,
  own: Parameters<typeof periodText>[1],
): readonly Column<FigureRow>[] {
  return dimensions.map((dimension) => ({
    head: capital(dimension.words[language]),
    text: (row) => dimensionText(dimension, row, language, own),
    ...(dimension.as === "LINK"
      ? {
          cell: (row: FigureRow) =>
            row[dimension.field] ? (
              <RecordLink of={row[dimension.field] as Linked} />
            ) : (
              <>{dimensionText(dimension, row, language, own)}</>
            ),
        }
      : {}),
  }));
}

/** The address of a cell's entries; null when the row stands nowhere. */
export function entriesHref(
  sheet: FigureSheet,
  measure: string,
  row: FigureRow,
  dimensions: readonly FigureDimension[],
  period: Period,
  query: URLSearchParams,
): string | null {
  const narrowed = narrowedTo(row, dimensions, period);
  if (!narrowed) return null;
  return href(`/figures/${sheet.book}/${measure}`, {
    ...filterOf(sheet, query),
    ...narrowed.params,
    ...periodParams(narrowed.period),
    basis: query.get("basis"),
  });
}

export const figureText = (as: FigureMeasure["as"], value: number | string, language: Language): string =>
  as === "VND" ? moneyText(value, language) : numberText(value, language);
