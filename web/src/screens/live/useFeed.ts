import { useEffect, useRef, useState } from "preact/hooks";
import type { Fault } from "../../ledger/ask.ts";
import type { Document } from "../../ledger/document.ts";
import { type FeedState, follow } from "../../ledger/feed.ts";

/** So many stay on the page; what is older is on the timeline. */
export const KEPT = 300;
/** What comes within a moment is drawn at once; and browsers let a page change its address only so often. */
const TOGETHER_MS = 400;
/** Whoever has the page read out hears of news no more often. */
const CALM_MS = 5_000;

export interface Arrived {
  readonly __typename: string;
  readonly cursor: string;
}

interface Feed<Item> {
  /** The latest first. */
  readonly items: readonly Item[];
  /** How many there were since it began, with those that are no longer kept. */
  readonly count: number;
  /** Of a paused feed: how many wait. */
  readonly waiting: number;
  /** How many were shown since the last time that it was said. */
  readonly news: number;
  readonly state: FeedState;
  readonly caughtUp: boolean;
  readonly isDelayed: boolean;
  readonly fault: Fault | undefined;
}

const BEGINNING: Feed<never> = {
  ...{ items: [], count: 0, waiting: 0, news: 0 },
  ...{ state: "CONNECTING", caughtUp: false, isDelayed: false, fault: undefined },
};

interface Followed<Item extends Arrived, Variables> {
  readonly document: Document<Record<string, Item>, Variables>;
  readonly variables: Omit<Variables, "after">;
  /** The cursor in the address. One that is not of our own making begins the feed anew. */
  readonly after: string | null;
  /** All up to there is on the page. */
  readonly onCursor: (cursor: string) => void;
  /** Which items tell of something. */
  readonly tells: (item: Item) => boolean;
  readonly isPaused: boolean;
}

/**
 * A feed on a page. Its cursor is told when what came up to there is shown: whoever opens the address again goes on
 * there, so that nothing is lost and nothing comes twice. A page that nobody sees listens to nothing, and then goes on.
 */
export function useFeed<Item extends Arrived, Variables extends object>({
  document: question,
  variables,
  after,
  onCursor,
  tells,
  isPaused,
}: Followed<Item, Variables>): Feed<Item> & { readonly begunAfter: string | null; readonly again: () => void } {
  const [feed, setFeed] = useState<Feed<Item>>(BEGINNING);
  const begun = useRef({ after, times: 0 });
  const own = useRef(after);
  if (after !== own.current) {
    own.current = after;
    begun.current = { after, times: begun.current.times + 1 };
  }
  const asked = JSON.stringify([question, variables, begun.current.times]);
  // What a render has made out of date must not tell its cursor any more.
  const latest = useRef(asked);
  latest.current = asked;
  const paused = useRef(isPaused);
  paused.current = isPaused;
  const controls = useRef<{ show: () => void; again: () => void } | null>(null);

  useEffect(() => {
    let running: AbortController | undefined;
    let [cursor, shown] = [begun.current.after, begun.current.after];
    let waiting: Item[] = [];
    let [waits, unsaid] = [0, 0];
    let showing: ReturnType<typeof setTimeout> | undefined;
    let saying: ReturnType<typeof setTimeout> | undefined;
    const tell = (told: Partial<Feed<Item>>): void => setFeed((now) => ({ ...now, ...told }));
    const show = (): void => {
      showing = undefined;
      if (latest.current !== asked) return;
      if (paused.current && waits > 0) return tell({ waiting: waits });
      const [coming, number] = [waiting.reverse(), waits];
      [waiting, waits] = [[], 0];
      if (number > 0) {
        setFeed((now) => ({
          ...now,
          items: [...coming, ...now.items].slice(0, KEPT),
          count: now.count + number,
          waiting: 0,
        }));
        say(number);
      }
      if (cursor !== null && cursor !== shown) {
        own.current = shown = cursor;
        onCursor(cursor);
      }
    };
    const say = (number: number): void => {
      unsaid += number;
      saying ??= setTimeout(() => {
        saying = undefined;
        tell({ news: unsaid });
        unsaid = 0;
      }, CALM_MS);
    };
    const onItem = (item: Item): void => {
      cursor = item.cursor;
      if (tells(item)) {
        waiting.push(item);
        waits++;
        if (waiting.length > 2 * KEPT) waiting = waiting.slice(-KEPT);
      } else if (item.__typename === "CaughtUp") tell({ caughtUp: true, isDelayed: false });
      else tell({ isDelayed: (item as { delayedBy?: string | null }).delayedBy != null });
      showing ??= setTimeout(show, TOGETHER_MS);
    };
    const begin = (): void => {
      if (running && !running.signal.aborted) return;
      running = new AbortController();
      tell({ fault: undefined });
      void follow<Record<string, Item>, Variables>(question, variables, {
        after: cursor,
        signal: running.signal,
        onItem,
        onState: (state) => tell({ state }),
        onFault: (fault) => {
          running?.abort();
          tell({ fault, state: "BROKEN" });
        },
      });
    };
    const onVisible = (): void => {
      if (document.hidden) running?.abort();
      else begin();
    };
    setFeed(BEGINNING);
    controls.current = { show, again: begin };
    if (!document.hidden) begin();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      running?.abort();
      clearTimeout(showing);
      clearTimeout(saying);
    };
  }, [asked]);

  useEffect(() => {
    if (!isPaused) controls.current?.show();
  }, [isPaused]);
  return { ...feed, begunAfter: begun.current.after, again: () => controls.current?.again() };
}
