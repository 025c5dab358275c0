import { FindRecords } from "../../generated/documents.ts";
import { ask } from "../ledger/ask.ts";

/** Records found by part of a name, or by a number that they bear. */

export const OFFERED = 8;

export interface Found {
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the name. */
  readonly more: string;
}

/** `PressAgency` → `PRESS_AGENCY`. */
export const searchKindOf = (kind: string): string => kind.replace(/(?!^)([A-Z])/g, "_$1").toUpperCase();

export async function findRecords(text: string, kind: string | null, signal?: AbortSignal): Promise<readonly Found[]> {
  const kinds = kind === null ? null : [searchKindOf(kind) as never];
  const { search } = await ask(FindRecords, { text, kinds, first: OFFERED }, signal);
  return search.nodes.flatMap(({ title, node, why }) => {
    if (!node) return [];
    const agency = "agency" in node ? (node.agency?.name ?? "") : "";
    // It was found by something else than its name: a card's number, another name.
    const by = why.map((reason) => reason.text).find((text) => text !== node.title && text !== title) ?? "";
    return [{ id: node.id, title: node.title, more: [agency, by].filter((one) => one !== "").join(" · ") }];
  });
}

/** Without marks and capitals: `Lê Thị Hoa` → `le thi hoa`. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim().replace(/\s+/g, " ");

/** Those of whose words each typed one begins one, the best first: whose name ends as it was typed, as people call people. */
export function amongKnown(options: readonly Found[], text: string): readonly Found[] {
  const typed = folded(text);
  const parts = typed.split(" ");
  const fits = options.filter(({ title }) => {
    const words = folded(title).split(/[\s,()–-]+/);
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
  const isOwn = ({ title }: Found): boolean => folded(title).endsWith(typed) || folded(title).startsWith(typed);
  return [...fits.filter(isOwn), ...fits.filter((one) => !isOwn(one))];
}
