import { Field, InputType, registerEnumType } from "type-graphql";
import type { Basis } from "../../projections/basis.js";
import type { LedgerContext } from "./context.js";
import { enumOf } from "./enums.js";
import { badInput } from "./faults.js";
import { GraphQLLocalDate } from "./scalars.js";

/** What every table of figures is asked by. */

const MAX_LINES = 1_000;
const MAX_FILTER_VALUES = 1_000;
/** Every entry of the period is looked at for a table, however few lines it has. */
export const TABLE_COST = 1_000;
/** Counted as so many lines, since a table may be long and each of its figures may be opened. */
export const LINES_COST = 50;

@InputType({
  description: "Days of occurrence, both included: what was true on which days. Of records, `validAt` asks that.",
})
export class Period {
  @Field(() => GraphQLLocalDate)
  from!: string;
  @Field(() => GraphQLLocalDate)
  to!: string;
}

const UNIT_BASES = ["AS_RECORDED", "AS_SUCCESSOR"] as const;
export type UnitBasis = (typeof UNIT_BASES)[number];
export const UnitBasisEnum = enumOf(UNIT_BASES);
registerEnumType(UnitBasisEnum, {
  name: "UnitBasis",
  description:
    "Under which unit something is counted: the one recorded, or the one in whose hands its business is now. " +
    "What a split unit did stays under its own name, as nobody can say to which part it belongs.",
});

/** @throws BAD_USER_INPUT for a question that has no sensible answer. */
export function checkQuestion(period: Period, groupBy: readonly string[], filter: object | undefined): void {
  if (period.from > period.to) throw badInput("The period ends before it begins.");
  if (new Set(groupBy).size < groupBy.length) throw badInput("`groupBy` names a dimension twice.");
  const tooMany = Object.values(filter ?? {}).some(
    (values: readonly unknown[] | null) => (values?.length ?? 0) > MAX_FILTER_VALUES,
  );
  if (tooMany) throw badInput(`A filter takes at most ${MAX_FILTER_VALUES} values.`);
}

/** Ended units, each with the unit in whose name it is counted. */
export const countedAs = ({ reads }: LedgerContext, unitBasis: UnitBasis, basis: Basis): ReadonlyMap<string, string> =>
  unitBasis === "AS_SUCCESSOR" ? reads.units.soleSuccessors(basis.position) : new Map();

/**
 * The lines of a table that is not too long. @param read is given how many lines there may be, and answers with one
 * more when there are more.
 */
export function linesOf<Line>(read: (limit: number) => readonly Line[]): readonly Line[] {
  const lines = read(MAX_LINES);
  if (lines.length > MAX_LINES) throw badInput(`The table has more than ${MAX_LINES} rows; ask for less.`);
  return lines;
}
