import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./ask.ts";
import type { Document } from "./document.ts";
import { useHead } from "./head.ts";
import { watchTurns } from "./turns.ts";
import { noteQuestion } from "../parts/questions.ts";

const SLOW_MS = 1_000;

export interface Answer<T> {
  /** While a new answer is on its way, the one before. */
  readonly data: T | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  /** It takes longer than a second. */
  readonly slow: boolean;
  readonly again: () => void;
}

interface State<T> {
  readonly of: string;
  readonly data?: T;
  readonly error?: unknown;
}

interface Asking {
  /** What it asks, for whoever takes the page's questions along. */
  readonly title?: string;
  /** It is not asked again when the ledger has moved. */
  readonly still?: boolean;
  /** It is not one of what the page shows. */
  readonly noted?: boolean;
}

/**
 * The answer to a question, asked anew when the question changes, and for "now" when the ledger has moved or what it tells turns.
 * @param variables null: nothing is asked
 */
export function useAnswer<T, Variables extends object>(
  document: Document<T, Variables> | null,
  variables: Variables | null,
  { title = "", still = false, noted = true }: Asking = {},
): Answer<T> {
  const key = document === null || variables === null ? null : JSON.stringify([document, variables]);
  const [state, setState] = useState<State<T> | undefined>();
  const [slow, setSlow] = useState(false);
  const [times, setTimes] = useState(0);
  const asOf = (variables as { readonly asOf?: unknown } | null)?.asOf ?? null;
  // An answer of the past stands; one of now is asked again when somebody has entered something.
  const isOfNow = asOf === null && !still;
  const head = useHead(isOfNow);
  const latest = useRef<string | null>(null);
  latest.current = key;

  useEffect(() => {
    if (!noted || key === null || document === null || variables === null) return;
    const forget = noteQuestion({ title, document, variables });
    return forget;
  }, [key]);

  useEffect(() => {
    if (key === null || document === null || variables === null) return;
    const gone = new AbortController();
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    const done = (next: (before: State<T> | undefined) => State<T>): void => {
      clearTimeout(timer);
      if (latest.current !== key || gone.signal.aborted) return;
      setSlow(false);
      setState(next);
    };
    ask(document, variables, gone.signal).then(
      (data) => done(() => ({ of: key, data })),
      // An answer that cannot be renewed stays: a form that somebody fills in stands in it.
      (error: unknown) => done((before) => ({ ...(before?.of === key ? before : {}), of: key, error })),
    );
    return () => {
      clearTimeout(timer);
      setSlow(false);
      gone.abort();
    };
  }, [key, times, head]);

  const fits = state?.of === key;
  const told = fits ? state?.data : undefined;
  useEffect(() => {
    if (told !== undefined && isOfNow) return watchTurns(told);
    return undefined;
  }, [told, isOfNow]);

  return {
    data: state?.data,
    error: fits ? state?.error : undefined,
    loading: key !== null && !fits,
    slow,
    again: () => setTimes((number) => number + 1),
  };
}
