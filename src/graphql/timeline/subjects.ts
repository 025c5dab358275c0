import type { RecordKind } from "../../domain/kernel/fields.js";
import type { Subject } from "../../projections/timeline/eventSubjects.js";
import type { Basis } from "../../projections/table/basis.js";
import { ONE_KINDS } from "../../projections/table/ones.js";
import type { LedgerContext } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { parseGlobalId } from "../shared/scalars.js";

/** Of whom or what a timeline is asked, and with those that came after them. */
export const MAX_SUBJECTS = 50;
const MAX_WITH_SUCCESSORS = 200;

type Reads = LedgerContext["reads"];

/** A subject that has a global id. */
export type RecordSubject = Subject & { readonly kind: RecordKind };

export function recordOf(globalId: string): RecordSubject {
  const parsed = parseGlobalId(globalId);
  if (!parsed) throw badInput("A subject is named by its global id, such as `Unit:<UUID>`.");
  return { kind: parsed.type, ref: parsed.id };
}

/** Each subject once, in an order of its own, so that the same question has the same cursors. */
export function subjectsOf(globalIds: readonly string[]): readonly Subject[] {
  if (globalIds.length === 0 || globalIds.length > MAX_SUBJECTS)
    throw badInput(`Give from 1 to ${MAX_SUBJECTS} subjects.`);
  return [...new Set(globalIds)].sort().map(recordOf);
}

/**
 * Each subject with all that are one with it at the basis: entries of one person, agencies and units that were merged.
 * @param parts also of the units into which a unit was split
 */
export function withOnes(subjects: readonly Subject[], reads: Reads, basis: Basis, parts = false): readonly Subject[] {
  const found = new Map(subjects.map((subject) => [keyOf(subject), subject]));
  // A Map goes on to what is added while it is walked; so each step is followed to its end, and no step twice.
  for (const subject of found.values()) {
    for (const next of nextOf(subject, reads, basis, parts)) if (!found.has(keyOf(next))) found.set(keyOf(next), next);
    if (found.size > MAX_WITH_SUCCESSORS) {
      throw badInput(
        `With all that are one with them these are more than ${MAX_WITH_SUCCESSORS} subjects; ask for fewer.`,
      );
    }
  }
  return [...found.values()];
}

const keyOf = ({ kind, ref }: Subject): string => `${kind}:${ref}`;

function nextOf({ kind, ref }: Subject, reads: Reads, basis: Basis, parts: boolean): readonly Subject[] {
  const oneKind = ONE_KINDS.find((one) => one === kind);
  if (!oneKind) return [];
  const splitInto = parts && kind === "Unit" ? reads.units.successorsOf(ref, basis.position, basis.today) : [];
  return [...reads.ones.of(oneKind, ref, basis).ids, ...splitInto].map((one) => ({ kind, ref: one }));
}
