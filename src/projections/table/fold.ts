import { nameKey } from "../../domain/kernel/names.js";

/**
 * How texts are found: wider than whether names are the same (`sameName`), as people look for `thanh hoa` and mean Thanh
 * Hóa. `Thanh  Hoá` and `THANH HOA` become `thanh hoa`, Đ a d.
 */
export const fold = (text: string): string => withoutMarks(nameKey(text));

/** What is found by it, of a name's key: see `nameKey`. */
export const withoutMarks = (key: string): string =>
  key
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d");

/** The words of a text, folded: letters and digits only. */
export const wordsOf = (text: string): string[] => wordsIn(fold(text));

/** The words of a text that is folded already. */
export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];
