import type { Basis } from "../../projections/table/basis.js";
import type { LineDimension } from "../../projections/figures/dimensions.js";
import type { LineKey } from "../../projections/figures/question.js";
import { isTimePart } from "../../projections/figures/periods.js";
import { compareKeys } from "../../projections/table/keyOrder.js";
import type { LedgerContext } from "../shared/context.js";
import { SHOWN } from "./dimensions.js";

/** What `rows` of every table says of its order. */
export const LINE_ORDER =
  "In order of the dimensions as they were named: units, agencies and reporters by name, as their lists are; " +
  "topics, parts of the year and codes by themselves. What has no such value comes last.";

/** The lines of a table as people look for them: each dimension in turn by its name, those of one name by their id. */
export function inOrderOfNames<L extends { readonly key: LineKey }>(
  lines: readonly L[],
  groupBy: readonly LineDimension[],
  { reads }: LedgerContext,
  { position }: Basis,
): readonly L[] {
  const names = new Map<string, string>();
  const named = (dimension: LineDimension, value: string): string => {
    if (isTimePart(dimension)) return value;
    const known = `${dimension} ${value}`;
    const name = names.get(known) ?? SHOWN[dimension].orderAt(reads, value, position);
    names.set(known, name);
    return name;
  };
  const sortable = lines.map((line) => ({
    line,
    terms: groupBy.flatMap((dimension) => {
      const value = line.key[dimension];
      return value == null ? ["1", "", ""] : ["0", named(dimension, value), value];
    }),
  }));
  return sortable.sort((a, b) => compareKeys(a.terms, b.terms)).map(({ line }) => line);
}
