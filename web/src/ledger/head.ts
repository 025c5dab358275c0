import { HeadFeed, type HeadFeedSubscription } from "../../generated/documents.ts";
import { viewerNow, watchViewer } from "../viewer.ts";
import { useWatched, Watched } from "../watching.ts";
import { askAnew } from "./ask.ts";
import { follow, type FeedState } from "./feed.ts";

/** Where the ledger stands, followed by one stream of the whole page as long as somebody sees it. */

/** Many entries at once are one reason to ask again; while they go on coming, as of an import, it is one now and then. */
const CALM_MS = 400;
const NO_OFTENER_MS = 2_000;
/** What was refused is asked again when the page is seen again or one is somebody else; by who begins to look, not sooner. */
const REFUSED_MS = 60_000;

/** Where it stands by what was heard, and by what was told: between them whoever is drawn anew asks nothing yet. */
let heard: string | null = null;
let head: string | null = null;
let state: FeedState = "CONNECTING";
const followers = new Watched(start, stop);
let running: AbortController | undefined;
/** As whom it is followed, or was last. */
let followedAs = "";
let refusedUntil = 0;
let calm: ReturnType<typeof setTimeout> | undefined;
let toldAt = 0;

function tellMoved(): void {
  clearTimeout(calm);
  calm = undefined;
  toldAt = Date.now();
  head = heard;
  askAnew();
  followers.tell();
}

/** It has moved, by more than is heard yet: as by what was entered here, which is seen at once. */
export function haveMoved(): void {
  heard = `${heard ?? ""}'`;
  tellMoved();
}

function start(): void {
  if (running || !viewerNow()?.mayFollow || Date.now() < refusedUntil) return;
  running = new AbortController();
  followedAs = reader();
  void follow<HeadFeedSubscription & Record<string, never>, { after?: string | null }>(
    HeadFeed as never,
    {},
    {
      after: null,
      signal: running.signal,
      onItem: (item) => {
        const moved = item as unknown as { readonly item?: { readonly position: string } };
        if (!moved.item) return;
        heard = moved.item.position;
        calm ??= setTimeout(tellMoved, Math.max(CALM_MS, toldAt + NO_OFTENER_MS - Date.now()));
      },
      onState: (now) => {
        state = now;
        followers.tell();
      },
      onFault: () => {
        running = undefined;
        refusedUntil = Date.now() + REFUSED_MS;
        state = "BROKEN";
        followers.tell();
      },
    },
  );
}

function stop(): void {
  running?.abort();
  running = undefined;
}

const reader = (): string => JSON.stringify(viewerNow() ?? null);

/** Who one is may have changed. Whoever is the same as before was refused as such: that is not asked again. */
function restartHead(): void {
  if (followedAs === reader()) return;
  stop();
  refusedUntil = 0;
  if (followers.isWatched) start();
}
watchViewer(restartHead);

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return stop();
  if (!followers.isWatched) return;
  refusedUntil = 0;
  start();
  // What came meanwhile was not heard.
  haveMoved();
});

/** A value that changes whenever the ledger has moved. */
export const useHead = (follows: boolean): string | null =>
  useWatched(follows ? followers : null, () => (follows ? head : null));

/** Whether the page hears of what is entered, for a sign in its head. */
export const useFeedState = (): FeedState => useWatched(followers, () => state);
