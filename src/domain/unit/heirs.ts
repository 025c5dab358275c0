import { addDays, type LocalDate, nameOn } from "../kernel/time.js";
import { termWords } from "../kernel/terms.js";
import { type Bilingual, say, enCount, viCount } from "../kernel/words.js";
import { UNIT_FUNCTIONS, type UnitFunction } from "./terms.js";
import type { Heir, Unit } from "./unit.js";

/**
 * Who carries on what a unit did that is no more: its successors; without any, those to whom its functions went; without
 * those, the units that stood under it, each by whoever carries it on. A district ended so: its communes were merged.
 */

/** As many are named in a sentence. */
const NAMED = 8;

/** How units are found: by their ids, and under another on a day. */
export interface UnitsAround {
  find(id: string): Unit | undefined;
  under(id: string, day: LocalDate): readonly Unit[];
}

/** None, while no end is recorded. */
export const heirsOf = (unit: Unit, around: UnitsAround): readonly Heir[] => heirsAfter(unit, around, new Set());

/** `before`: whose heirs these are, so that a log in which two carry on after each other is told to its end. */
function heirsAfter(unit: Unit, around: UnitsAround, before: ReadonlySet<string>): readonly Heir[] {
  const { unitId, endsOn, successorIds } = unit;
  if (endsOn === null || before.has(unitId)) return [];
  const known = new Set([...before, unitId]);
  const heir = (found: Unit | undefined, functions: readonly UnitFunction[] = []): readonly Heir[] => {
    if (!found) return [];
    const { names, endsOn: until } = found;
    return [{ unitId: found.unitId, names, endsOn: until, functions, heirs: heirsAfter(found, around, known) }];
  };
  if (successorIds.length > 0) return successorIds.flatMap((id) => heir(around.find(id)));
  const given = functionsGivenAtTheEnd(unit);
  if (given.size > 0) return [...given].flatMap(([id, functions]) => heir(around.find(id), functions));
  return around.under(unitId, addDays(endsOn, -1)).flatMap((child) => heir(child));
}

/** By whom they came to. */
function functionsGivenAtTheEnd({ functions, endsOn }: Unit): ReadonlyMap<string, readonly UnitFunction[]> {
  const given = new Map<string, readonly UnitFunction[]>();
  for (const { held, to, toId } of functions) {
    if (to === null || toId === undefined || endsOn === null || to < endsOn) continue;
    given.set(toId, [...(given.get(toId) ?? []), held]);
  }
  return given;
}

/** Those who are there on the day, each once. */
function thereOn(all: readonly Heir[], day: LocalDate): ReadonlyMap<string, Heir> {
  const there = new Map<string, Heir>();
  for (const heir of all) {
    if (heir.endsOn === null || heir.endsOn > day) there.set(heir.unitId, heir);
    else for (const [id, next] of thereOn(heir.heirs, day)) there.set(id, next);
  }
  return there;
}

/** By their names on the day, with what came to each where not all did; undefined: nobody is known. */
export function heirsInWords(all: readonly Heir[], day: LocalDate): Bilingual | undefined {
  const there = [...thereOn(all, day).values()];
  if (there.length === 0) return undefined;
  const named = there.slice(0, NAMED).map(({ names, functions }) => {
    const words = functions.map((held) => termWords(UNIT_FUNCTIONS, held));
    const told = (texts: readonly string[]): string => (texts.length === 0 ? "" : ` (${texts.join("; ")})`);
    const name = nameOn(names, day);
    return say(`${name}${told(words.map(({ vi }) => vi))}`, `${name}${told(words.map(({ en }) => en))}`);
  });
  const more = there.length - named.length;
  return say(
    `${named.map(({ vi }) => vi).join(", ")}${more > 0 ? ` và ${viCount(more)} đơn vị khác` : ""}`,
    `${named.map(({ en }) => en).join(", ")}${more > 0 ? ` and ${enCount(more)} more` : ""}`,
  );
}
