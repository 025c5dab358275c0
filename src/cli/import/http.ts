import { setTimeout as sleep } from "node:timers/promises";
import { type Ask, type GraphQLAnswer, RequestFailed } from "../commandSender.js";

const TIMEOUT_MS = 30_000;
/** A server that cannot write now is asked again: the same command twice is once. */
const WAITS_MS = [250, 1_000, 3_000];

/** Asks a server over HTTP. */
export const askOverHttp =
  (url: string, token: string | undefined): Ask =>
  async (query, variables) => {
    for (const wait of WAITS_MS) {
      const answer = await once(url, token, query, variables);
      if (answer.errors?.[0]?.extensions?.["code"] !== "LEDGER_UNAVAILABLE") return answer;
      await sleep(wait);
    }
    return once(url, token, query, variables);
  };

async function once(
  url: string,
  token: string | undefined,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphQLAnswer> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new RequestFailed("NO_CONNECTION", `Nothing answers at ${url} (${reasonOf(error)}).`);
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as GraphQLAnswer;
  } catch {
    throw new RequestFailed("NO_GRAPHQL", `What answers at ${url} is no GraphQL server (status ${response.status}).`);
  }
}

/** Node says "fetch failed" and keeps what happened one level below. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? cause?.message ?? message;
}
