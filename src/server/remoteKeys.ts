import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from "jose";
import { LRUCache } from "lru-cache";

/** How long an issuer's keys are believed. */
export interface KeyTerms {
  /** After so long without news of the issuer its keys count no more. */
  readonly keptMs: number;
  /** After so long they are fetched again, while those that we have are used. */
  readonly refreshMs: number;
  /** They are not fetched more often, whatever keys tokens name: anybody can make up such a token. */
  readonly pauseMs: number;
}

/** With the time for which a token is remembered (auth.ts), a key that its issuer withdrew is good for five minutes. */
export const KEY_TERMS: KeyTerms = { keptMs: 4 * 60_000, refreshMs: 60_000, pauseMs: 2_000 };

const TIMEOUT_MS = 5_000;
/** So many names of unknown keys are remembered, and so long. */
const ASKED = { max: 1_000, ttl: 60_000 };

/** The token names a key that was not among the issuer's a moment ago. It may be new: they are fetched again. */
export class KeysAreLate extends Error {
  override readonly name = "KeysAreLate";
}

/**
 * The issuer's keys. Fetched when first needed, and then from time to time; and soon when a token names a key that is not
 * among them. Whether that key is new or made up is known only then, so until then nobody is told that a token is wrong.
 */
export function remoteKeys(url: URL, { keptMs, refreshMs, pauseMs }: KeyTerms = KEY_TERMS): JWTVerifyGetKey {
  // Fetches are numbered, so that what was asked before one began is told from what was asked since, by no clock.
  let [begun, ended] = [0, 0];
  let begunAt = -Infinity;
  const fetchCounted: FetchImplementation = async (...request) => {
    const number = (begun += 1);
    begunAt = performance.now();
    const response = await fetch(...request);
    if (response.status === 200) ended = Math.max(ended, number);
    return response;
  };
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: TIMEOUT_MS,
    cacheMaxAge: keptMs,
    cooldownDuration: pauseMs,
    [customFetch]: fetchCounted,
  });
  const sinceBegun = (): number => performance.now() - begunAt;
  // Who needs the keys fetches them and is told why that failed; this is only to have them in time.
  const fetchAgain = (): void => void keys.reload().catch(() => undefined);
  let soon: NodeJS.Timeout | undefined;
  const fetchSoon = (): void => {
    soon ??= setTimeout(
      () => {
        soon = undefined;
        fetchAgain();
      },
      Math.max(0, pauseMs - sinceBegun()),
    ).unref();
  };
  /** By the name of a key that was not there: how many fetches had begun when it was first asked for. */
  const asked = new LRUCache<string, number>(ASKED);

  return async (header, token) => {
    if (begun > 0 && sinceBegun() > refreshMs) fetchAgain();
    const before = begun;
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const name = `${header.alg} ${header.kid}`;
      const first = asked.get(name) ?? before;
      if (ended > first) {
        asked.delete(name);
        throw error;
      }
      asked.set(name, first);
      fetchSoon();
      throw new KeysAreLate("The keys of the issuer are being fetched.");
    }
  };
}
