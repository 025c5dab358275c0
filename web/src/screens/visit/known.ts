import type { Found } from "../../forms/found.ts";
import { keep, keptOf } from "../../kept.ts";

/** Whom and what this device knows by name: found at once, and also without a network. */

const MOST = 80;
const what = (kind: string): string => `known:${kind}`;

export const knownOf = (subject: string | null, kind: string): readonly Found[] =>
  subject === null ? [] : (keptOf<readonly Found[]>(subject, what(kind)) ?? []);

/** The latest first. */
export function know(subject: string | null, kind: string, options: readonly Found[], { last = false } = {}): void {
  if (subject === null) return;
  const before = knownOf(subject, kind);
  const all = last ? [...before, ...options] : [...options, ...before];
  keep(subject, what(kind), [...new Map(all.reverse().map((one) => [one.id, one])).values()].reverse().slice(0, MOST));
}
