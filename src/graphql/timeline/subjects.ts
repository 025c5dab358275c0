import type { RecordKind } from "../../domain/kernel/fields.js";
import type { Subject } from "../../projections/timeline/eventSubjects.js";
import type { Basis } from "../../projections/table/basis.js";
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

export function withSuccessors(subjects: readonly Subject[], reads: Reads, basis: Basis): readonly Subject[] {
  const found = new Map(subjects.map((subject) => [keyOf(subject), subject]));
  // A Map goes on to what is added while it is walked; so each step is followed to its end, and no step twice.
  for (const subject of found.values()) {
    for (const next of nextOf(subject, reads, basis)) if (!found.has(keyOf(next))) found.set(keyOf(next), next);
    if (found.size > MAX_WITH_SUCCESSORS) {
      throw badInput(`With their successors these are more than ${MAX_WITH_SUCCESSORS} subjects; ask for fewer.`);
    }
  }
  return [...found.values()];
}

const keyOf = ({ kind, ref }: Subject): string => `${kind}:${ref}`;

function nextOf({ kind, ref }: Subject, reads: Reads, { position: at, today }: Basis): readonly Subject[] {
  const named = (refs: readonly string[]): readonly Subject[] => refs.map((one) => ({ kind, ref: one }));
  if (kind === "Unit") return named(reads.units.successorsOf(ref, at, today));
  if (kind === "PressAgency") return named([reads.pressAgencies.successorOf(ref, at, today) ?? ref]);
  // A duplicate's entry and the one that goes on are the same person, whichever came first.
  if (kind === "Reporter") {
    return named([reads.reporters.survivorOf(ref, at) ?? ref, ...reads.reporters.mergedInto(ref, at)]);
  }
  return [];
}
