import { HISTORIES } from "../domain/histories.js";
import type { RecordKind, RecordReference } from "../domain/kernel/fields.js";
import { type Position, START, StoreUnavailable } from "../eventstore/contract.js";
import type { Facts } from "./facts.js";
import type { Holds } from "./turns.js";

/** References of one kind to those of the ids that were given. */
export const refs = (kind: RecordKind, ...ids: readonly (string | null | undefined)[]): readonly RecordReference[] =>
  ids.filter((id) => id != null).map((id) => ({ kind, id }));

const HISTORY_OF = new Map(HISTORIES.map((history) => [history.kind, history]));

/** The stream in which the record changes. */
function streamOf({ kind, id }: RecordReference): string {
  const history = HISTORY_OF.get(kind);
  if (!history) throw new Error(`There is no history of a ${kind}.`);
  return `${history.category}-${history.register ?? id}`;
}

/** Whoever leans on a record may be led on by it: to the reporter who goes on, to the agencies the reporter is with. */
const LEADS_TO: { readonly [K in RecordKind]?: (id: string, facts: Facts) => readonly RecordReference[] } = {
  PressAgency: (id, facts) => refs("PressAgency", facts.pressAgency(id)?.mergedIntoId),
  Reporter(id, facts) {
    const { mergedIntoId, engagements = [] } = facts.reporter(id) ?? {};
    return [...refs("Reporter", mergedIntoId), ...refs("PressAgency", ...engagements.map(({ agencyId }) => agencyId))];
  },
};

/** The streams of these records and of all that they lead to. */
export function streamsOf(references: readonly RecordReference[], facts: Facts): ReadonlySet<string> {
  const streams = new Set<string>();
  const waiting = [...references];
  for (const reference of waiting) {
    const { kind, id } = reference;
    const stream = streamOf(reference);
    if (streams.has(stream)) continue;
    streams.add(stream);
    waiting.push(...(LEADS_TO[kind]?.(id, facts) ?? []));
  }
  return streams;
}

interface Late {
  /** The last event of who held the key alone, and of those who shared it, that the read model did not hold in time. */
  alone: Position;
  shared: Position;
}

/**
 * What commands know of other records is the read model's, and a turn ends when the read model holds its events. If it
 * was too late for that, the next one waits here: who leans on a record for its last change, who changes it for the last
 * that leaned on it. (Its own record it reads from its stream.)
 */
export class Freshness {
  private readonly late = new Map<string, Late>();

  constructor(private readonly reached: (position: Position) => Promise<boolean>) {}

  /** A command's last event, and whether the read model held it when its turn ended. */
  ended(holds: Holds, position: Position, readable: boolean): void {
    if (readable) return this.caughtUp(position);
    for (const [key, hold] of holds) {
      const late = this.late.get(key) ?? { alone: START, shared: START };
      this.late.set(key, { ...late, [hold]: Math.max(late[hold], position) });
    }
  }

  /** @throws StoreUnavailable while the read model does not hold what a command with these turns must know. */
  async ensure(holds: Holds): Promise<void> {
    if (this.late.size === 0) return;
    let position = START;
    for (const [key, hold] of holds) {
      const late = this.late.get(key);
      if (late) position = Math.max(position, hold === "shared" ? late.alone : late.shared);
    }
    if (position > START) await this.reach(position);
  }

  /** @throws StoreUnavailable when it takes too long. */
  async reach(position: Position): Promise<void> {
    if (!(await this.reached(position))) {
      throw new StoreUnavailable("The read model is late in taking in what this command leans on.", "nothing-written");
    }
    this.caughtUp(position);
  }

  private caughtUp(position: Position): void {
    for (const [key, late] of this.late) if (late.alone <= position && late.shared <= position) this.late.delete(key);
  }
}
