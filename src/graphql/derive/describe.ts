import type { Bilingual } from "../../domain/kernel/words.js";

/** What the schema says of a field, a term or a step: its words in both languages, and what else a caller should know. */
export const described = ({ vi, en }: Bilingual, note?: string): string =>
  `${capital(vi)} · ${capital(en)}.${note === undefined ? "" : ` ${note}`}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
