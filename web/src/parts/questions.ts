import { useEffect } from "preact/hooks";
import { useWatched, Watched } from "../watching.ts";

/** The questions that the page now shows answers of, to be copied; and its tables, to be taken along. */

export interface Question {
  readonly title: string;
  readonly document: string;
  readonly variables: object;
}

export interface TakenTable {
  readonly title: string;
  /** All rows, the head first; the further pages are asked for when it is called. */
  readonly rows: () => Promise<readonly (readonly string[])[]>;
}

interface PageParts {
  readonly questions: readonly Question[];
  readonly tables: readonly TakenTable[];
}

let parts: PageParts = { questions: [], tables: [] };
const watched = new Watched();
function become(now: PageParts): void {
  parts = now;
  watched.tell();
}

export function noteQuestion(question: Question): () => void {
  become({ ...parts, questions: [...parts.questions, question] });
  return () => become({ ...parts, questions: parts.questions.filter((one) => one !== question) });
}

export function noteTable(table: TakenTable): () => void {
  become({ ...parts, tables: [...parts.tables, table] });
  return () => become({ ...parts, tables: parts.tables.filter((one) => one !== table) });
}

export const usePageParts = (): PageParts => useWatched(watched, () => parts);

/** Of a page without a table of its own: what of it goes into a file. */
export function useTaken(title: string, rows: () => readonly (readonly string[])[], of: readonly unknown[]): void {
  useEffect(() => noteTable({ title, rows: () => Promise.resolve(rows()) }), [title, ...of]);
}
