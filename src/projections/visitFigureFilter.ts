import { type Position, START } from "../eventstore/contract.js";
import type { Names } from "./visitFigureBlocks.js";
import { dayNumber, type EntryColumns } from "./visitFigureColumns.js";
import type { FigureQuestion } from "./visitFigureTerms.js";

/** Which entries a question asks for, told by their numbers: a sum and its evidence go by the same ones. */
export class FigureFilter {
  /** The unit under which a unit is counted, by its number. */
  readonly countedAs: Int32Array;
  private readonly from: number;
  private readonly to: number;
  private readonly byReporter: boolean;
  private readonly units: Wanted;
  private readonly agencies: Wanted;
  private readonly reporters: Wanted;
  private readonly topics: Wanted;

  /**
   * @param names has a number for every name of the question from here on
   * @param since entries that came in after this position only
   */
  constructor(
    { from, to, groupBy, countedAs, unitIds, agencyIds, reporterIds, topics }: FigureQuestion,
    names: Names,
    private readonly at: Position,
    private readonly since: Position = START,
  ) {
    [this.from, this.to] = [dayNumber(from), dayNumber(to)];
    this.byReporter = groupBy.includes("REPORTER");
    const successors = [...countedAs].map(([unitId, into]) => [names.of(unitId), names.of(into)] as const);
    const codes = [unitIds, agencyIds, reporterIds, topics].map((some) => some?.map((name) => names.of(name)));
    // Every name has its number by now.
    const { size } = names;
    this.countedAs = Int32Array.from({ length: size }, (_, code) => code);
    for (const [unit, into] of successors) this.countedAs[unit] = into;
    [this.units, this.agencies, this.reporters, this.topics] = codes.map((some) => some && among(some, size));
  }

  /** Whether the entry that has this index in the columns is asked for. */
  asks({ position, day, unit, agency, reporter, topic }: EntryColumns, index: number): boolean {
    const on = day[index]!;
    if (on < this.from || on > this.to || position[index]! > this.at || position[index]! <= this.since) return false;
    const { units, agencies, reporters, topics } = this;
    if (units && units[this.countedAs[unit[index]!]!] === 0) return false;
    if (agencies && agencies[agency[index]!] === 0) return false;
    if (reporters && reporters[reporter[index]!] === 0) return false;
    if (topics && topics[topic[index]!] === 0) return false;
    // By reporter, only the entries that have one: visits and turns of hosts belong to no single person.
    return !this.byReporter || reporter[index]! !== 0;
  }
}

/** By the number of a name: 1 when it is one of those asked for. Undefined: any is. */
type Wanted = Uint8Array | undefined;

function among(codes: readonly number[], size: number): Uint8Array {
  const wanted = new Uint8Array(size);
  for (const code of codes) wanted[code] = 1;
  return wanted;
}
