export interface DrillOptions {
  readonly seed: number;
  /** How many of what is tried by chance; the drill's own number when absent. */
  readonly runs?: number;
}

export type Drill = (options: DrillOptions) => Promise<Findings>;

/** What a drill tried, how it ended, and what should not have been. */
export class Findings {
  readonly findings: string[] = [];
  private readonly counts = new Map<string, Map<string, number>>();

  /** One try of this kind ended so. */
  ended(kind: string, how: string): void {
    const ends = this.counts.get(kind) ?? new Map<string, number>();
    ends.set(how, (ends.get(how) ?? 0) + 1);
    this.counts.set(kind, ends);
  }

  found(kind: string, what: string): void {
    this.ended(kind, "FOUND");
    this.findings.push(`${kind}: ${what}`);
    console.log(`FOUND ${kind}: ${what}`);
  }

  print(): void {
    for (const [kind, ends] of this.counts) {
      console.log(`${kind}: ${[...ends].map(([how, count]) => `${count} ${how}`).join(", ")}`);
    }
    const tried = [...this.counts.values()].flatMap((ends) => [...ends.values()]).reduce((sum, one) => sum + one, 0);
    console.log(`${tried} tried, ${this.findings.length} found.`);
  }
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32), so that a finding can be had again. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
