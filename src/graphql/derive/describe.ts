import { type Bilingual, capital } from "../../domain/kernel/words.js";

/** What the schema says of a field, a term or a step: its words in both languages, and what else a caller should know. */
export const described = ({ vi, en }: Bilingual, note?: string): string =>
  `${capital(vi)} · ${capital(en)}.${note === undefined ? "" : ` ${note}`}`;
