import type { Bilingual } from "./words.js";

export { type Bilingual, say } from "./words.js";

/** Where in the command the fault lies, e.g. `["hosts", 0]`. Empty: the command as a whole. */
export type Path = readonly (string | number)[];

/** Why a command changed nothing: a closed code, the field at fault, and a sentence for a person. */
export interface Refusal {
  readonly code: string;
  readonly path: Path;
  readonly message: Bilingual;
}

type Sentences = Record<string, (...args: never[]) => Bilingual>;
type Catalog<T extends Sentences> = { readonly [K in keyof T]: (path: Path, ...args: Parameters<T[K]>) => Refusal };

/**
 * The closed list of refusals of one subject: each code with its sentence, so that a code cannot be used
 * without one. `catalog({ X: () => say("…", "…") }).X(["field"])` makes the refusal.
 */
export function catalog<T extends Sentences>(sentences: T): Catalog<T> {
  const entries = Object.entries(sentences).map(([code, sentence]) => [
    code,
    (path: Path, ...args: never[]): Refusal => ({ code, path, message: sentence(...args) }),
  ]);
  return Object.fromEntries(entries) as Catalog<T>;
}

/** What stands in a sentence for what it will name. */
const OPEN = "…";
const MOST_NAMED = 4;

/** A refusal's sentence before anything is known of the case: what it would name is left open. */
export const openSentence = (refusal: (path: Path, ...named: never[]) => Refusal): Bilingual =>
  refusal([], ...(Array.from({ length: MOST_NAMED }, () => OPEN) as never[])).message;
