import { noteServerTime } from "./clock.ts";
import type { Document } from "./document.ts";
import type { Words } from "../words/words.ts";

/** Every request of the page has this header: by it the server knows that no foreign page has sent it. */
export const OURS = { "x-ledger-page": "1" } as const;
/** For whom the page is drawn that asks. */
const SUBJECT = "x-ledger-subject";

/** For whom the page is drawn. */
let reader: string | null = null;
let onGone: () => void = () => undefined;
/** @param gone is told when the server says that this one is signed in no longer: it has ended, or another tab is somebody else */
export function readAs(subject: string | null, gone: () => void): void {
  reader = subject;
  onGone = gone;
}

/** With for whom the page is drawn: the server takes nothing of one by the login of another. */
export const headersNow = (): Record<string, string> =>
  reader === null ? OURS : { ...OURS, [SUBJECT]: encodeURIComponent(reader) };

/** Of an answer to a request that had these headers. What was refused to one before tells nothing of whom one is now. */
export function noteFault(code: string, headers: Record<string, string>): void {
  const isOfReader = reader !== null && headers[SUBJECT] === encodeURIComponent(reader);
  if (code === "UNAUTHENTICATED" && isOfReader) onGone();
}
const TRIES = 3;
const PAUSE_MS = 400;
const KEPT_ANSWERS = 100;

/** Why a question has no answer. */
export class Fault extends Error {
  constructor(
    /** One of the API's closed list, or OFFLINE. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const OFFLINE = "OFFLINE";

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What was asked of a position, or of the end of a past day, has the same answer for ever. */
let kept = new Map<string, unknown>();
/** What is still under way was asked by whom one was before. */
export function forgetAnswers(): void {
  kept = new Map();
  underWay.clear();
}

/**
 * Asks the API. A question that cannot reach it is sent again; nothing else is, so a mutation is for `send`.
 * @param signal ends the trying: whoever asked does not want it any more
 * @throws Fault
 */
export async function ask<Answer, Variables extends object>(
  document: Document<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  headers: Record<string, string> = headersNow(),
): Promise<Answer> {
  const body = JSON.stringify({ query: document, variables });
  // What one may read is no answer to another.
  const key = JSON.stringify([headers, body]);
  const lasts = isOfThePast(variables);
  const mine = kept;
  if (lasts && mine.has(key)) return mine.get(key) as Answer;
  for (let tries = 1; ; tries++) {
    try {
      const answer = await together<Answer>(key, body, headers);
      if (lasts) keepIn(mine, key, answer);
      return answer;
    } catch (error) {
      const again = error instanceof Fault && (error.code === OFFLINE || error.code === "LEDGER_UNAVAILABLE");
      if (!again || tries === TRIES || signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** tries));
    }
  }
}

/** Questions under way: whoever asks the same meanwhile waits for the same answer. */
const underWay = new Map<string, Promise<unknown>>();

function together<Answer>(key: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const known = underWay.get(key);
  if (known) return known as Promise<Answer>;
  const asking = post<Answer>(body, headers).finally(() => underWay.get(key) === asking && underWay.delete(key));
  underWay.set(key, asking);
  return asking;
}

/** The ledger has moved: an answer that is under way may be of before. */
export const askAnew = (): void => underWay.clear();

/** A mutation, once: whoever sends it again does so with the same `commandId`. */
export const send = <Answer, Variables extends object>(
  document: Document<Answer, Variables>,
  variables: Variables,
): Promise<Answer> => post<Answer>(JSON.stringify({ query: document, variables }), headersNow());

async function post<Answer>(body: string, headers: Record<string, string>): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", accept: "application/json" },
      body,
    });
  } catch {
    throw new Fault(OFFLINE, "The ledger cannot be reached.");
  }
  noteServerTime(response.headers.get("date"));
  const answer = (await response.json().catch(() => ({}))) as Body;
  const [error] = answer.errors ?? [];
  if (error) {
    const code = error.extensions?.code ?? "INTERNAL_SERVER_ERROR";
    noteFault(code, headers);
    throw new Fault(code, error.message);
  }
  if (answer.data === undefined || answer.data === null) {
    throw new Fault(response.status >= 500 ? "LEDGER_UNAVAILABLE" : "INTERNAL_SERVER_ERROR", response.statusText);
  }
  return answer.data as Answer;
}

interface AsOfInput {
  readonly position?: string | null;
  readonly endOf?: string | null;
  readonly today?: string | null;
}

function isOfThePast(variables: object): boolean {
  const { asOf } = variables as { readonly asOf?: AsOfInput | null };
  // Without a day of its own an answer at a position tells what is overdue by the day of that position.
  return asOf?.position != null;
}

function keepIn(kept: Map<string, unknown>, key: string, answer: unknown): void {
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
}

/** What is said of a fault to people: the server's own sentence where it is about what they did. */
export function faultWords(error: unknown, words: Words): string {
  if (!(error instanceof Fault)) return words.faults.INTERNAL_SERVER_ERROR;
  return words.faults[error.code as keyof Words["faults"]] ?? words.faults.INTERNAL_SERVER_ERROR;
}
