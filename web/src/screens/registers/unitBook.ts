import { folded } from "../../forms/found.ts";
import { addDays } from "../../format.ts";
import type { UnitBookQuery } from "../../../generated/documents.ts";

/** All units with their days, and what each was and became: asked of once, answered as one types. */

export type BookUnit = UnitBookQuery["units"]["nodes"][number];
type Succession = BookUnit["successors"][number];

const collator = new Intl.Collator("vi");
export const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  collator.compare(one.name, other.name);

export const matches = (text: string, ...within: readonly (string | null | undefined)[]): boolean => {
  const found = folded(within.filter(Boolean).join(" "));
  return folded(text)
    .split(" ")
    .every((word) => found.includes(word));
};

export class UnitBook {
  private readonly byId: ReadonlyMap<string, BookUnit>;
  private readonly under = new Map<string, BookUnit[]>();

  constructor(
    readonly units: readonly BookUnit[],
    /** The day on which the clerk lives: by it is told what there is now. */
    readonly today: string,
  ) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      for (const placement of unit.placements) {
        const above = placement.unit?.id;
        if (above === undefined) continue;
        const there = this.under.get(above) ?? [];
        if (!there.includes(unit)) there.push(unit);
        this.under.set(above, there);
      }
    }
  }

  unit(id: string | undefined): BookUnit | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  isThere({ startsOn, endsOn }: BookUnit, day: string): boolean {
    return startsOn <= day && (endsOn == null || day < endsOn);
  }

  nameOn(unit: BookUnit, day: string): string {
    return lastFrom(unit.names, day)?.name ?? unit.names[0]?.name ?? unit.name;
  }

  /** Its other names, each with the day from which it held. */
  otherNames(unit: BookUnit, day: string): BookUnit["names"] {
    const now = this.nameOn(unit, day);
    return unit.names.filter(({ name }) => name !== now);
  }

  /** Where it stands on a day; what is no more stays where it stood on its last day. */
  parentOn(unit: BookUnit, day: string): BookUnit | undefined {
    const until = unit.endsOn != null && unit.endsOn <= day ? addDays(unit.endsOn, -1) : day;
    let above = this.unit(lastFrom(unit.placements, until)?.unit?.id);
    // A unit that was merged into another takes along what stood under it.
    for (
      let steps = 0;
      above?.ending === "MERGED" && above.endsOn != null && above.endsOn <= until && steps < 20;
      steps++
    )
      above = this.unit(above.successors[0]?.unit?.id);
    return above;
  }

  /** The units that stand under it on a day and are there on it. */
  childrenOn(parent: BookUnit, day: string): readonly BookUnit[] {
    const here = new Set([parent, ...this.mergedInto(parent, day)].flatMap(({ id }) => this.under.get(id) ?? []));
    return [...here]
      .filter((unit) => this.isThere(unit, day) && this.parentOn(unit, day) === parent)
      .sort((one, other) => collator.compare(this.nameOn(one, day), this.nameOn(other, day)));
  }

  /** Those of a day that stand under none. */
  rootsOn(day: string): readonly BookUnit[] {
    return this.units.filter((unit) => this.isThere(unit, day) && this.parentOn(unit, day) === undefined).sort(byName);
  }

  private mergedInto(unit: BookUnit, day: string, seen = new Set<string>()): readonly BookUnit[] {
    if (seen.has(unit.id)) return [];
    seen.add(unit.id);
    return this.cameFrom(unit, day).flatMap(({ unit: other }) => {
      const found = this.unit(other?.id);
      return found?.ending === "MERGED" ? [found, ...this.mergedInto(found, day, seen)] : [];
    });
  }

  /** What it was made of by then. */
  cameFrom(unit: BookUnit, day: string): readonly Succession[] {
    return unit.predecessors.filter(({ effectiveOn }) => effectiveOn <= day);
  }

  /** Which units are there on the day for what it was, over all steps in between; itself while it is there. */
  heirs(unit: BookUnit, day: string, seen = new Set<string>()): readonly BookUnit[] {
    if (unit.endsOn == null || day < unit.endsOn) return [unit];
    if (seen.has(unit.id)) return [];
    seen.add(unit.id);
    return unique(
      unit.successors.flatMap((step) => {
        const next = step.effectiveOn <= day ? this.unit(step.unit?.id) : undefined;
        return next ? this.heirs(next, day, seen) : [];
      }),
    );
  }

  /** Units that took it over and have ended since, without one that is there on the day. */
  lostIn(unit: BookUnit, day: string, seen = new Set<string>()): readonly BookUnit[] {
    if (unit.endsOn == null || day < unit.endsOn || seen.has(unit.id)) return [];
    seen.add(unit.id);
    return unique(
      unit.successors.flatMap((step) => {
        const next = step.effectiveOn <= day ? this.unit(step.unit?.id) : undefined;
        if (!next || next.endsOn == null || day < next.endsOn) return [];
        return next.successors.length === 0 ? [next] : this.lostIn(next, day, seen);
      }),
    );
  }

  /**
   * Where a unit ended without a successor: what became of those that stood under it. Of a district's ground its
   * communes, as they are on the day, are in charge.
   */
  groundOf(unit: BookUnit, day: string): readonly BookUnit[] {
    if (unit.endsOn == null || day < unit.endsOn) return [];
    return unique(this.childrenOn(unit, addDays(unit.endsOn, -1)).flatMap((child) => this.heirs(child, day))).sort(
      byName,
    );
  }
}

function lastFrom<T extends { readonly from: string }>(entries: readonly T[], day: string): T | undefined {
  let found: T | undefined;
  for (const entry of entries) if (entry.from <= day && (!found || entry.from >= found.from)) found = entry;
  return found;
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
