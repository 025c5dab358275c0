import type { Basis } from "../../projections/basis.js";
import { compareKeys } from "../../projections/keyOrder.js";
import type { LedgerContext } from "./context.js";

interface Line {
  readonly key: Readonly<Partial<Record<string, string | null>>>;
}

/** What `rows` of every table says of its order. */
export const LINE_ORDER =
  "In order of the dimensions as they were named: units, agencies and reporters by name, as their lists are; " +
  "topics, months and codes by themselves. What has no such value comes last.";

/** The lines of a table as people look for them: each dimension in turn by its name, those of one name by their id. */
export function inOrderOfNames<L extends Line>(
  lines: readonly L[],
  groupBy: readonly string[],
  { reads }: LedgerContext,
  { position }: Basis,
): readonly L[] {
  const nameOf = (dimension: string, value: string): string => {
    switch (dimension) {
      case "UNIT":
        return reads.units.get(value, position)?.sort_name ?? "";
      case "AGENCY":
        return reads.pressAgencies.get(value, position)?.sort_name ?? "";
      case "REPORTER":
        return reads.reporters.get(value, position)?.sort_name ?? "";
      default:
        return value;
    }
  };
  const names = new Map<string, string>();
  const named = (dimension: string, value: string): string => {
    const known = `${dimension} ${value}`;
    const name = names.get(known) ?? nameOf(dimension, value);
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
