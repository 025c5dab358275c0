import { sameName } from "../kernel/names.js";
import type { Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { spokespersonRefusals as refusals } from "./refusals.js";
import { type SpokespersonFact, speaksOn } from "./spokesperson.js";

/** Who is to speak, and all who may speak for the unit on that day. */
export interface Speaking {
  readonly speaker: SpokespersonFact;
  readonly mayThen: readonly SpokespersonFact[];
}

interface Occasion {
  readonly unitId: string;
  readonly on: LocalDate;
  /** Of whoever was authorised for one; null: none was named. */
  readonly matter: string | null;
}

const SPEAKER = ["spokespersonId"];

/** By their posts: a refusal names no person. */
const posts = (all: readonly SpokespersonFact[]): string | undefined =>
  all.length === 0 ? undefined : [...new Set(all.map(({ post }) => post))].join("; ");

/** Whoever speaks for a unit may do so that day, and whoever was authorised for a matter speaks about that one. */
export function speaksForUnit({ speaker, mayThen }: Speaking, { unitId, on, matter }: Occasion): Refusal | undefined {
  if (speaker.unitId !== unitId) return refusals.SPEAKER_OF_ANOTHER_UNIT(SPEAKER, on, posts(mayThen));
  if (!speaksOn(speaker, on)) return refusals.SPEAKER_MAY_NOT_SPEAK(SPEAKER, on, posts(mayThen));
  if (speaker.role !== "AUTHORISED" || speaker.matter === null) return undefined;
  return matter !== null && sameName(matter, speaker.matter)
    ? undefined
    : refusals.SPEAKER_FOR_ANOTHER_MATTER(["matter"]);
}
