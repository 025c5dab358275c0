import { Fault, headersNow, noteFault } from "./ask.ts";
import type { Document } from "./document.ts";

/** A heartbeat comes every 20 s: what is silent for longer is gone. */
const SILENT_MS = 50_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

export type FeedState = "CONNECTING" | "LIVE" | "BROKEN";

export interface Following<Item> {
  /** Where it goes on; the feed's own start when null. */
  readonly after: string | null;
  readonly onItem: (item: Item) => void;
  readonly onState?: (state: FeedState) => void;
  /** What no new connection will mend: the question is wrong, or who asks may not. */
  readonly onFault: (fault: Fault) => void;
  readonly signal: AbortSignal;
}

interface Cursor {
  readonly cursor: string;
}

/**
 * Follows a feed until the signal ends it: over every break it goes on from the last cursor, so that nothing is lost and
 * nothing comes twice. `EventSource` cannot send our header; so the stream is read by hand.
 */
export async function follow<Answer extends Record<string, Cursor>, Variables extends object>(
  document: Document<Answer, Variables>,
  variables: Omit<Variables, "after">,
  { after, onItem, onState, onFault, signal }: Following<Answer[keyof Answer]>,
): Promise<void> {
  let cursor = after;
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    onState?.("CONNECTING");
    let hasTold = false;
    try {
      const body = JSON.stringify({ query: document, variables: { ...variables, after: cursor } });
      for await (const { event, data } of eventsOf(body, signal, () => onState?.("LIVE"))) {
        if (event === "complete") break;
        if (event !== "next") continue;
        const { data: answer, errors } = JSON.parse(data) as {
          data?: Answer | null;
          errors?: readonly { message: string; extensions?: { code?: string } }[];
        };
        const [error] = errors ?? [];
        if (error) throw new Fault(error.extensions?.code ?? "INTERNAL_SERVER_ERROR", error.message);
        const [item] = Object.values(answer ?? {});
        if (!item) continue;
        pause = FIRST_PAUSE_MS;
        hasTold = true;
        onItem(item as Answer[keyof Answer]);
        cursor = (item as Cursor).cursor;
      }
    } catch (error) {
      if (signal.aborted) return;
      // A login that ends in the middle may be one that the next request renews.
      const mayRenew = hasTold && error instanceof Fault && error.code === "UNAUTHENTICATED";
      if (error instanceof Fault && !PASSING.includes(error.code) && !mayRenew) return onFault(error);
    }
    onState?.("BROKEN");
    await Promise.race([
      new Promise((resolve) => setTimeout(resolve, pause)),
      new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true })),
    ]);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

const PASSING = ["LEDGER_UNAVAILABLE", "INTERNAL_SERVER_ERROR"];

interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

async function* eventsOf(body: string, signal: AbortSignal, onOpen: () => void): AsyncGenerator<StreamEvent> {
  const silence = new AbortController();
  const stop = (): void => silence.abort();
  signal.addEventListener("abort", stop, { once: true });
  let timer = setTimeout(stop, SILENT_MS);
  try {
    const headers = headersNow();
    const response = await fetch("/graphql/stream", {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", accept: "text/event-stream" },
      body,
      signal: silence.signal,
    });
    if (!response.ok || !response.body) {
      const fault = await faultOf(response);
      noteFault(fault.code, headers);
      throw fault;
    }
    onOpen();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(stop, SILENT_MS);
      const parts = (rest + value).split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) yield eventOf(part);
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    silence.abort();
  }
}

function eventOf(part: string): StreamEvent {
  let event = "message";
  const data: string[] = [];
  for (const line of part.split("\n")) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
  }
  return { event, data: data.join("\n") };
}

async function faultOf(response: Response): Promise<Fault> {
  const body = (await response.json().catch(() => ({}))) as {
    errors?: readonly { message: string; extensions?: { code?: string } }[];
  };
  const [error] = body.errors ?? [];
  const code = error?.extensions?.code ?? (response.status >= 500 ? "LEDGER_UNAVAILABLE" : "BAD_REQUEST");
  return new Fault(code, error?.message ?? response.statusText);
}
