import {
  blankOf,
  choice,
  type DataOf,
  day,
  id,
  many,
  NOBODY,
  optional,
  part,
  ref,
  shownAs,
  text,
} from "../kernel/fields.js";
import type { Entries } from "../kernel/register.js";
import { datedNames } from "../kernel/registerFields.js";
import { begunBy, type LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { UNIT_ENDINGS, UNIT_KINDS, type UnitFunction } from "./terms.js";

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

/** Under which unit one stands. */
export const parentId = optional(
  ref("Unit", say("đơn vị cấp trên", "parent unit"), "Null or absent: it stands under none."),
);

const PLACEMENT = part(
  "UnitPlacement",
  {
    parentId: shownAs("unit", parentId),
    from: day(say("từ ngày", "from")),
  },
  "A unit under which another was put, and the day from which it stands there.",
);
/** Under which unit a unit was put, and from which day; null: under none. */
export type DatedParent = DataOf<typeof PLACEMENT.fields>;

/**
 * A calendar of what is due to a unit, which whoever knows its secret may read until it is withdrawn. The ledger has the
 * secret's hash alone.
 */
export const CALENDAR = part(
  "UnitCalendar",
  {
    calendarId: id(say("lịch", "calendar"), "Give it to `withdrawUnitCalendar`."),
    purpose: text(
      say("mục đích sử dụng", "purpose"),
      200,
      NOBODY,
      "For what it is, such as the calendar of an office.",
    ),
  },
  "A calendar of what is due to a unit. Its secret is in no ledger.",
);
export interface UnitCalendar extends DataOf<typeof CALENDAR.fields> {
  /** SHA-256 of the secret, in hexadecimal. */
  readonly secretHash: string;
}

/** What is known of a unit, and shown to everyone. */
export const UNIT = {
  kind: choice(UNIT_KINDS, say("loại", "kind")),
  names: datedNames("UnitName"),
  code: optional(
    text(
      say("mã đơn vị", "code"),
      30,
      NOBODY,
      "The official code (mã đơn vị hành chính), where there is one: one predecessor keeps it at a merger.",
    ),
  ),
  parents: shownAs(
    "placements",
    many(
      PLACEMENT,
      say("quá trình trực thuộc", "placements"),
      { most: 100 },
      "Under which units it was put, in the order in which that was recorded. Who succeeded them shows in `parent`.",
    ),
  ),
  startsOn: day(say("hoạt động từ ngày", "starts on")),
  endsOn: optional(day(say("chấm dứt từ ngày", "ends on"), "From this day on the unit is no more; it may lie ahead.")),
  ending: optional(choice(UNIT_ENDINGS, say("hình thức kết thúc", "way it ended"))),
};
export interface Unit extends DataOf<typeof UNIT> {
  readonly unitId: string;
  readonly registeredBasis: string;
  /** Those that it gave away, too. */
  readonly functions: readonly DatedFunction[];
  readonly endingBasis: string | null;
  readonly successorIds: readonly string[];
  /** The last day on which it took in another unit or part of one. */
  readonly tookInOn: LocalDate | null;
  /** Those that were not withdrawn, in the order issued. */
  readonly calendars: readonly UnitCalendar[];
}

/** Of a unit that goes on. */
export const NO_END = { endsOn: null, ending: null, endingBasis: null, successorIds: [] } as const;

/** What a unit has none of at first. */
export const BLANK = {
  ...blankOf(UNIT),
  ...NO_END,
  functions: [],
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
    ...(stands ? NO_END : {}),
    names: begunBy(unit.names, day),
    parents: begunBy(unit.parents, day),
    functions: unit.functions
      .filter(({ from }) => from <= day)
      .map((one) => (one.to !== null && one.to > day ? { held: one.held, from: one.from, to: null } : one)),
  };
}

/** What other subjects may know of a unit. */
export interface UnitFact extends Pick<Unit, "unitId" | "kind" | "code" | "names" | "startsOn" | "endsOn"> {
  /** Who carries on, of one that has an end; see ./heirs.ts. */
  readonly heirs: readonly Heir[];
}

/** One who carries on what a unit did that is no more, and who carries on after that one. */
export interface Heir extends Pick<UnitFact, "unitId" | "names" | "endsOn" | "heirs"> {
  /** The functions that came to it; none: all that there was. */
  readonly functions: readonly UnitFunction[];
}
