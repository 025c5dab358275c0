import { useEffect, useRef } from "preact/hooks";
import { currentPlace, usePlace } from "../place.ts";
import { useWatched, Watched } from "../watching.ts";
import { useWords } from "../words/words.ts";

/**
 * That a step was saved, where it cannot be said beside its form: what the step was about is gone by it (a line that was
 * taken back), or one is on another page by then (that of the record which it began).
 */

interface Saved {
  /** It was in the ledger before. */
  readonly replayed: boolean;
  /** The page that says so. */
  readonly path: string;
}

const SAID_MS = 10_000;
let saved: Saved | null = null;
let forgetting: ReturnType<typeof setTimeout> | undefined;
const notices = new Watched();

export function saySaved(replayed: boolean): void {
  clearTimeout(forgetting);
  saved = { replayed, path: currentPlace().path };
  forgetting = setTimeout(() => {
    saved = null;
    notices.tell();
  }, SAID_MS);
  notices.tell();
}

/**
 * For a part of the page that says itself what was saved: if it goes away by that, the page says it in its place.
 * @returns told what was saved, or (undefined) that something else is begun
 */
export function useSavedThoughGone(): (replayed: boolean | undefined) => void {
  const last = useRef<(Saved & { readonly at: number }) | undefined>(undefined);
  useEffect(
    () => () => {
      const { current: said } = last;
      if (said && said.path === currentPlace().path && Date.now() - said.at < SAID_MS) saySaved(said.replayed);
    },
    [],
  );
  return (replayed) => {
    last.current = replayed === undefined ? undefined : { replayed, path: currentPlace().path, at: Date.now() };
  };
}

/** Stands there all the time, so that whoever hears the page is told when it is filled. */
export function SavedNotice() {
  const words = useWords();
  const { path } = usePlace();
  const now = useWatched(notices, () => saved);
  return (
    <div class="saved-notice" aria-live="polite">
      {now?.path === path && <p class="notice done">{now.replayed ? words.form.savedAlready : words.form.saved}</p>}
    </div>
  );
}
