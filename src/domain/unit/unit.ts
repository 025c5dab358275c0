import type { Entries } from "../kernel/register.js";
import { begunBy, type DatedName, type LocalDate } from "../kernel/time.js";
import type { UnitEnding, UnitFunction, UnitKind } from "./terms.js";

/**
 * A unit (cơ quan, đơn vị, địa phương) in the register of the province. All stand in one stream, because names, mergers
 * and splits are rules between units. A unit's identity is never its name: names are used again for other units.
 */

/** A function that a unit had from a day on, up to (not including) another. */
export interface DatedFunction {
  readonly held: UnitFunction;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** To whom it gave it; absent while it has it, and in logs that did not say. */
  readonly toId?: string;
}

/** Under which unit a unit was put, and from which day; null: under none. */
export interface DatedParent {
  readonly parentId: string | null;
  readonly from: LocalDate;
}

/**
 * A calendar of what is due to a unit, which whoever knows its secret may read until it is withdrawn. The ledger has the
 * secret's hash alone.
 */
export interface UnitCalendar {
  readonly calendarId: string;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly secretHash: string;
  /** For what it was issued. */
  readonly purpose: string;
}

export interface Unit {
  readonly unitId: string;
  readonly kind: UnitKind;
  /** The official code (mã đơn vị hành chính), where there is one. Codes are kept by one predecessor at a merger. */
  readonly code: string | null;
  /** Under whom it was put, in the order recorded. Where it stands follows who succeeded whom, too: see `parentOn`. */
  readonly parents: readonly DatedParent[];
  /** In the order recorded. */
  readonly names: readonly DatedName[];
  readonly startsOn: LocalDate;
  readonly registeredBasis: string;
  /** Those that it gave away, too. */
  readonly functions: readonly DatedFunction[];
  /** From this day on the unit is no more; it may lie ahead. */
  readonly endsOn: LocalDate | null;
  readonly ending: UnitEnding | null;
  readonly endingBasis: string | null;
  readonly successorIds: readonly string[];
  /** The last day on which it took in another unit or part of one. */
  readonly tookInOn: LocalDate | null;
  /** Those that were not withdrawn, in the order issued. */
  readonly calendars: readonly UnitCalendar[];
}

/** What a unit has none of at first. */
export const BLANK = {
  code: null,
  functions: [],
  endsOn: null,
  ending: null,
  endingBasis: null,
  successorIds: [],
  tookInOn: null,
  calendars: [],
} as const satisfies Partial<Unit>;

/** It held the function from its beginning on, and holds it. */
export const isOfTheBeginning = ({ startsOn }: Pick<Unit, "startsOn">, { from, to }: DatedFunction): boolean =>
  from === startsOn && to === null;

/** All units, by their ids. */
export type Units = Entries<Unit>;

/** The name recorded last; its day may lie ahead. */
export const latestName = ({ names }: Pick<Unit, "names">): string => names.at(-1)?.name ?? "";

/** Its functions on a day: neither those that it had given away by then, nor those that come to it later. */
export const functionsOn = ({ functions }: Unit, day: LocalDate): readonly UnitFunction[] =>
  functions.filter(({ from, to }) => from <= day && (to === null || day < to)).map(({ held }) => held);

/** The unit as it stood on a day; undefined: it had not begun. */
export function unitOn(unit: Unit, day: LocalDate): Unit | undefined {
  if (unit.startsOn > day) return undefined;
  const stands = unit.endsOn === null || day < unit.endsOn;
  return {
    ...unit,
    ...(stands ? { endsOn: null, ending: null, endingBasis: null, successorIds: [] } : {}),
    names: begunBy(unit.names, day),
    parents: begunBy(unit.parents, day),
    functions: unit.functions
      .filter(({ from }) => from <= day)
      .map((one) => (one.to !== null && one.to > day ? { held: one.held, from: one.from, to: null } : one)),
  };
}

/** What other subjects may know of a unit. */
export interface UnitFact {
  readonly unitId: string;
  readonly kind: UnitKind;
  /** The official code, where there is one. */
  readonly code: string | null;
  readonly names: readonly DatedName[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** Who carries on, of one that has an end; see ./heirs.ts. */
  readonly heirs: readonly Heir[];
}

/** One who carries on what a unit did that is no more, and who carries on after that one. */
export interface Heir extends Pick<UnitFact, "unitId" | "names" | "endsOn" | "heirs"> {
  /** The functions that came to it; none: all that there was. */
  readonly functions: readonly UnitFunction[];
}
