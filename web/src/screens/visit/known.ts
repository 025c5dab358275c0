import { keep, keptOf } from "../../kept.ts";

/** Whom and what this device knows by name: found at once, and also without a network. */

export interface Option {
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the name. */
  readonly more: string;
}

const MOST = 80;
const what = (kind: string): string => `known:${kind}`;

export const knownOf = (subject: string | null, kind: string): readonly Option[] =>
  subject === null ? [] : (keptOf<readonly Option[]>(subject, what(kind)) ?? []);

/** The latest first. */
export function know(subject: string | null, kind: string, options: readonly Option[], { last = false } = {}): void {
  if (subject === null) return;
  const before = knownOf(subject, kind);
  const all = last ? [...before, ...options] : [...options, ...before];
  keep(
    subject,
    what(kind),
    [...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed().slice(0, MOST),
  );
}

/** Without marks and capitals: `Lê Thị Hoa` → `le thi hoa`. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim().replace(/\s+/g, " ");

/** Those of whose words each typed one begins one, the best first: whose name ends as it was typed, as people call people. */
export function amongKnown(options: readonly Option[], text: string): readonly Option[] {
  const typed = folded(text);
  const parts = typed.split(" ");
  const fits = options.filter(({ title }) => {
    const words = folded(title).split(/[\s,()–-]+/);
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
  const isOwn = ({ title }: Option): boolean => folded(title).endsWith(typed) || folded(title).startsWith(typed);
  return [...fits.filter(isOwn), ...fits.filter((one) => !isOwn(one))];
}
