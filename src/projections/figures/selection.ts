import { type Position, START } from "../../eventstore/contract.js";
import type { FigureBook } from "./book.js";
import { type EntryColumns, NONE } from "./columns.js";
import type { Dimension } from "./dimensions.js";
import type { Names } from "./names.js";
import { dayNumber } from "./periods.js";
import type { FigureQuestion } from "./question.js";

/** Which values of one dimension are asked for: by the number of a name, 1 when it is. */
interface Wanted {
  readonly place: number;
  readonly codes: Uint8Array;
}

/** Which entries a question asks for, told by their numbers: a sum and its evidence go by the same ones. */
export class Selection {
  /** The unit, or the agency, under which one is counted, by its number. */
  private readonly countedAs: Int32Array;
  private readonly from: number;
  private readonly to: number;
  private readonly wanted: readonly Wanted[];

  /**
   * @param names has a number for every name of the question from here on
   * @param since entries that came in after this position only
   */
  constructor(
    book: FigureBook,
    question: FigureQuestion,
    names: Names,
    private readonly at: Position,
    private readonly since: Position = START,
  ) {
    const { from, to, countedAs, among = {}, line = {} } = question;
    [this.from, this.to] = [dayNumber(from), dayNumber(to)];
    const successors = [...countedAs].map(([unit, into]) => [names.of(unit), names.of(into)] as const);
    const asked = book.dimensions.flatMap((dimension, place) => {
      const values = [among[dimension], dimension in line ? [line[dimension] ?? null] : undefined];
      return values.flatMap((some) =>
        some ? [{ dimension, place, codes: some.map((name) => (name === null ? NONE : names.of(name))) }] : [],
      );
    });
    // Every name has its number by now.
    this.countedAs = Int32Array.from({ length: names.size }, (_, code) => code);
    for (const [unit, into] of successors) this.countedAs[unit] = into;
    this.wanted = asked.map(({ dimension, place, codes }) => {
      const named = new Uint8Array(names.size);
      for (const code of codes) named[code] = 1;
      const counted = this.countedIn(dimension);
      return { place, codes: counted ? named.map((_, code) => named[counted[code]!]!) : named };
    });
  }

  /** Whether the entry that has this index in the columns is asked for. */
  asks({ position, day, values }: EntryColumns, index: number): boolean {
    const on = day[index]!;
    if (on < this.from || on > this.to || position[index]! > this.at || position[index]! <= this.since) return false;
    const { wanted } = this;
    // Every entry passes here: an index is faster than an iterator.
    for (let nth = 0; nth < wanted.length; nth++) {
      const { place, codes } = wanted[nth]!;
      if (codes[values[place]![index]!] === 0) return false;
    }
    return true;
  }

  /** By the number of a value: the number of the one under which it is counted; undefined: each under its own. */
  countedIn(dimension: Dimension): Int32Array | undefined {
    return dimension === "UNIT" || dimension === "AGENCY" ? this.countedAs : undefined;
  }
}
