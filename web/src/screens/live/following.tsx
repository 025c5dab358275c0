import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { momentText, numberText } from "../../format.ts";
import { Labelled } from "../../forms/labelled.tsx";
import { faultWords } from "../../ledger/ask.ts";
import type { Document } from "../../ledger/document.ts";
import { CopyButton } from "../../parts/copyButton.tsx";
import { noteQuestion } from "../../parts/questions.ts";
import { currentPlace, goTo, hrefWith, type Params, usePlace } from "../../place.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { type Arrived, KEPT, useFeed } from "./useFeed.ts";
import { WORDS } from "./words.ts";

interface Told<Item extends Arrived> {
  readonly document: Document<Record<string, Item>, Record<string, unknown>>;
  readonly variables: Record<string, unknown>;
  /** From where it can begin: what each is called, and its address. */
  readonly ways: readonly (readonly [string, Params])[];
  readonly tells: (item: Item) => boolean;
  readonly keyOf: (item: Item) => string;
  readonly recordedAt: (item: Item) => string;
  /** Where what came before can be read. */
  readonly earlier: string | null;
  readonly rowOf: (item: Item) => ComponentChildren;
}

/** A feed with its sign, its place and its rows. */
export function Following<Item extends Arrived>(told: Told<Item>) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { path, query } = usePlace();
  const [isPaused, setPaused] = useState(false);
  const after = query.get("after");
  const { document, variables, tells } = told;
  const feed = useFeed({
    ...{ document, variables, after, tells, isPaused },
    onCursor: (cursor) => {
      if (currentPlace().path === path) goTo(hrefWith({ after: cursor }), { replace: true });
    },
  });
  useEffect(
    () => noteQuestion({ title: own.title, document, variables: { ...variables, after } }),
    [document, JSON.stringify(variables), after, language],
  );
  const { items, count, waiting, fault } = feed;
  const [latest] = items;
  const isBadPlace = after !== null && ["BAD_USER_INPUT", "POSITION_AHEAD"].includes(fault?.code ?? "");
  return (
    <>
      <div class="feed-head">
        <Sign feed={feed} />
        <button type="button" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {isPaused ? own.goOn : own.pause}
        </button>
        {isPaused && (
          <span class="waits" role="status">
            {waiting > 0 ? own.paused(numberText(waiting, language)) : own.pausedNone}
          </span>
        )}
      </div>
      {fault && (
        <p class="notice fault" role="alert">
          {isBadPlace ? own.badPlace : faultWords(fault, words)}{" "}
          {!isBadPlace && (
            <button type="button" onClick={feed.again}>
              {words.common.again}
            </button>
          )}
        </p>
      )}
      <p class="starts">
        {own.start}:{" "}
        {told.ways.map(([text, params]) => (
          <a key={text} href={hrefWith({ ...params, after: null })}>
            {text}
          </a>
        ))}
      </p>
      <CursorPlace after={after} />
      <h2>{own.list}</h2>
      <p class="only-read" role="status">
        {feed.news > 0 && latest ? own.news(numberText(feed.news, language), momentText(told.recordedAt(latest))) : ""}
      </p>
      {feed.begunAfter !== null && (
        <p class="quiet">
          {own.goesOn} {told.earlier !== null && <a href={told.earlier}>{own.earlier}</a>}
        </p>
      )}
      <p class="quiet">
        {count === 0
          ? own.nothingYet
          : [own.count(numberText(count, language)), count > KEPT ? own.onlyLast(numberText(KEPT, language)) : ""]
              .filter((text) => text !== "")
              .join(", ")}
      </p>
      <ol class="timeline feed">
        {items.map((item) => (
          <li key={told.keyOf(item)}>{told.rowOf(item)}</li>
        ))}
      </ol>
    </>
  );
}

function Sign({
  feed: { state, caughtUp, isDelayed, fault },
}: {
  readonly feed: Pick<ReturnType<typeof useFeed>, "state" | "caughtUp" | "isDelayed" | "fault">;
}) {
  const own = usePair(WORDS);
  const [wasLive, setWasLive] = useState(false);
  useEffect(() => {
    if (state === "LIVE") setWasLive(true);
  }, [state]);
  if (fault) return null;
  const [sign, text] =
    state === "LIVE"
      ? isDelayed
        ? ["slow", own.delayed]
        : caughtUp
          ? ["live", own.live]
          : ["slow", own.reading]
      : wasLive || state === "BROKEN"
        ? ["broken", own.broken]
        : ["slow", own.connecting];
  return (
    <span class={`sign ${sign}`} role="status">
      {text}
    </span>
  );
}

/** Where it goes on, to be kept elsewhere, or taken from there. */
function CursorPlace({ after }: { readonly after: string | null }) {
  const own = usePair(WORDS);
  return (
    <details class="place">
      <summary>{own.place}</summary>
      <p>{own.placeNote}</p>
      {after !== null && (
        <p class="cursor">
          {own.placeNow}: <code>{after}</code> <CopyButton text={after} />
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = String(new FormData(event.currentTarget).get("cursor") ?? "").trim();
          if (text !== "") goTo(hrefWith({ after: text }));
        }}
      >
        <Labelled label={own.placeGiven}>
          {({ required: _required, ...props }) => <input {...props} name="cursor" type="text" autocomplete="off" />}
        </Labelled>
        <button type="submit">{own.placeGo}</button>
      </form>
    </details>
  );
}
