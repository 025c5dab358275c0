import { type JWTPayload, jwtVerify, type JWTVerifyGetKey } from "jose";
import { LRUCache } from "lru-cache";
import type { Principal } from "../commands/bus.js";
import type { AuthConfig } from "../config.js";
import { unauthenticated, unavailable } from "../graphql/shared/faults.js";
import { principalIn, type UnitsOfCode } from "./claims.js";
import { KeysAreLate } from "./remoteKeys.js";
import { EXPIRED, refusedFor, TokenRefused } from "./tokenRefused.js";

/** Who a token speaks for, and until when. */
export interface Verified {
  readonly principal: Principal;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Authenticator {
  /**
   * Checks a bearer token.
   * @throws UNAUTHENTICATED for a token that is no good, LEDGER_UNAVAILABLE when it cannot be checked now.
   */
  verify(token: string): Promise<Verified>;
  /** The same, but who asks is told why it is refused, and the log is not. @throws LEDGER_UNAVAILABLE as above */
  judge(token: string): Promise<Verified | TokenRefused>;
}

/** Checking a signature is the dearest part of a small request, so a token found good is remembered. */
const REMEMBERED_TOKENS = 5_000;
/** With the time for which keys are kept (remoteKeys.ts), a signing key that its issuer withdrew is good for 5 min. */
export const REMEMBERED_MS = 60_000;
const MAX_TOKEN_CHARS = 4_096;

export interface AuthenticatorParts {
  readonly config: AuthConfig;
  readonly keys: JWTVerifyGetKey;
  /** Units that tokens name by their official codes. */
  readonly unitsOf: UnitsOfCode;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * @param now milliseconds since 1970; the machine's clock when absent
 * @param told takes why a token is refused, or cannot be checked, for the operator: nothing of the token
 */
export function authenticator(
  config: AuthConfig,
  keys: JWTVerifyGetKey,
  now: () => number = Date.now,
  unitsOf: UnitsOfCode = () => [],
  told: (reason: string) => void = () => undefined,
): Authenticator {
  const remembered = new LRUCache<string, Verified & { readonly at: number }>({ max: REMEMBERED_TOKENS });
  const judge = async (token: string): Promise<Verified | TokenRefused> => {
    const known = remembered.get(token);
    if (known && isRecent(known.at, now()) && now() < known.expiresAt) return known;
    try {
      const verified = await verifiedBy({ config, keys, unitsOf, now }, token);
      remembered.set(token, { ...verified, at: now() });
      return verified;
    } catch (error) {
      if (error instanceof TokenRefused) return error;
      // A key that may be new is fetched: nothing is wrong yet.
      if (!(error instanceof KeysAreLate)) told(`access tokens cannot be checked: ${messageOf(error)}`);
      throw unavailable("Access tokens cannot be checked now. Send the same request again in a moment.");
    }
  };
  return {
    judge,
    async verify(token) {
      const judged = await judge(token);
      if (!(judged instanceof TokenRefused)) return judged;
      told(`an access token is refused: ${judged.reason}`);
      throw unauthenticated(judged.told);
    },
  };
}

/** What was found at a time that is still to come was found by a clock that has since been set back: it is not believed. */
const isRecent = (at: number, now: number): boolean => now >= at && now < at + REMEMBERED_MS;

/** The token of an Authorization header; undefined when there is none. Any other scheme is no token of ours. */
export function bearerOf(header: string | undefined): string | undefined {
  if (header === undefined || header === "") return undefined;
  const token = /^Bearer +([\w\-.~+/]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) throw unauthenticated("The Authorization header must be `Bearer` and an access token.");
  return token;
}

/** Nobody without a token; never nobody because of a wrong one. */
export async function callerOf(auth: Authenticator, header: string | undefined): Promise<Verified | undefined> {
  const token = bearerOf(header);
  return token === undefined ? undefined : await auth.verify(token);
}

/** With what stopped a fetch: its own message does not say. */
export const messageOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
};

/** @throws TokenRefused; anything else (keys that cannot be fetched, a key set that is none) is not the token's fault. */
export async function verifiedBy(parts: AuthenticatorParts, token: string): Promise<Verified> {
  const { config, unitsOf, now } = parts;
  const payload = await payloadOf(parts, token);
  const principal = principalIn(payload, config.claims, unitsOf);
  const expiresAt = (payload.exp ?? 0) * 1_000;
  if (expiresAt <= now()) throw new TokenRefused("it has ended (`exp`)", EXPIRED);
  return { principal, expiresAt };
}

async function payloadOf({ config, keys, now }: AuthenticatorParts, token: string): Promise<JWTPayload> {
  const { issuer, audience, algorithms } = config;
  if (token.length > MAX_TOKEN_CHARS) throw new TokenRefused(`it is longer than ${MAX_TOKEN_CHARS} characters`);
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ["exp", "sub"],
      currentDate: new Date(now()),
    });
    return payload;
  } catch (error) {
    throw refusedFor(error) ?? error;
  }
}
