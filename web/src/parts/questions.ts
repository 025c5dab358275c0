import { useEffect, useState } from "preact/hooks";

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

const questions = new Set<Question>();
const tables = new Set<TakenTable>();
const watchers = new Set<() => void>();
const tell = (): void => {
  for (const watcher of watchers) watcher();
};

function noteIn<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  tell();
  return () => {
    set.delete(one);
    tell();
  };
}

export const noteQuestion = (question: Question): (() => void) => noteIn(questions, question);
export const noteTable = (table: TakenTable): (() => void) => noteIn(tables, table);

export function usePageParts(): { readonly questions: readonly Question[]; readonly tables: readonly TakenTable[] } {
  const [, draw] = useState({});
  useEffect(() => {
    const watcher = (): void => draw({});
    watchers.add(watcher);
    watcher();
    return () => void watchers.delete(watcher);
  }, []);
  return { questions: [...questions], tables: [...tables] };
}

/** Of a page without a table of its own: what of it goes into a file. */
export function useTaken(title: string, rows: () => readonly (readonly string[])[], of: readonly unknown[]): void {
  useEffect(() => noteTable({ title, rows: () => Promise.resolve(rows()) }), [title, ...of]);
}
