import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from "jose";
import { LRUCache } from "lru-cache";
import type { Principal } from "../commands/bus.js";
import type { AuthConfig } from "../config.js";
import { ROLES } from "../domain/kernel/actor.js";
import { unauthenticated, unavailable } from "../graphql/shared/faults.js";
import { parseGlobalId } from "../graphql/shared/scalars.js";

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
}

/** Checking a signature is the dearest part of a small request, so a token found good is remembered. */
const REMEMBERED_TOKENS = 5_000;
/** With the time for which keys are kept (remoteKeys.ts), a signing key that its issuer withdrew is good for 5 min. */
export const REMEMBERED_MS = 60_000;
const MAX_TOKEN_CHARS = 4_096;
const MAX_SUBJECT_CHARS = 200;

/** @param now milliseconds since 1970; the machine's clock when absent */
export function authenticator(config: AuthConfig, keys: JWTVerifyGetKey, now: () => number = Date.now): Authenticator {
  const remembered = new LRUCache<string, Verified & { readonly at: number }>({ max: REMEMBERED_TOKENS });
  return {
    async verify(token) {
      const known = remembered.get(token);
      if (known && isRecent(known.at, now()) && now() < known.expiresAt) return known;
      const verified = verifiedFrom(await payloadOf(token, config, keys, now), now);
      remembered.set(token, { ...verified, at: now() });
      return verified;
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

async function payloadOf(
  token: string,
  { issuer, audience, algorithms }: AuthConfig,
  keys: JWTVerifyGetKey,
  now: () => number,
): Promise<JWTPayload> {
  if (token.length > MAX_TOKEN_CHARS) throw notValid();
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ["exp", "sub", "role"],
      currentDate: new Date(now()),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated("The access token has expired.");
    if (isTokensFault(error)) throw notValid();
    throw unavailable("Access tokens cannot be checked now. Send the same request again in a moment.");
  }
}

const notValid = (): ReturnType<typeof unauthenticated> => unauthenticated("The access token is not valid here.");

const TOKENS_FAULTS = [
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

/** Anything else (keys that cannot be fetched, a key set that is none) is not the caller's doing. */
const isTokensFault = (error: unknown): boolean => TOKENS_FAULTS.some((kind) => error instanceof kind);

function verifiedFrom({ sub, exp, role: given, unit }: JWTPayload, now: () => number): Verified {
  const role = ROLES.values.find((known) => known === given);
  if (!role) throw unauthenticated(`The access token's role is none of ${ROLES.values.join(", ")}.`);
  if (typeof sub !== "string" || sub.length > MAX_SUBJECT_CHARS || !/^[^\p{C}]+$/u.test(sub)) {
    throw unauthenticated("The access token's subject is empty, too long or no plain text.");
  }
  const unitId = unit === undefined || unit === null ? null : unitIdOf(unit);
  if (role === "CLERK" && unitId === null) {
    throw unauthenticated("The access token of a CLERK must name the clerk's unit in the claim `unit`.");
  }
  const expiresAt = (exp ?? 0) * 1_000;
  if (expiresAt <= now()) throw unauthenticated("The access token has expired.");
  return { principal: { subject: sub, role, unitId }, expiresAt };
}

/** The claim is the unit's global id, or its UUID alone. */
export function unitIdOf(claim: unknown): string {
  const text = typeof claim === "string" ? claim.toLowerCase().replace(/^unit:/, "") : "";
  const parsed = parseGlobalId(`Unit:${text}`);
  if (!parsed) throw unauthenticated("The access token's `unit` is not the id of a unit.");
  return parsed.id;
}
