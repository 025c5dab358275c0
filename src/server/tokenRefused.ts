import { errors } from "jose";

const NOT_VALID = "The access token is not valid here.";

/** Why a token is not taken. Neither sentence holds anything of the token but which of its claims is meant. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";

  /**
   * @param reason for the operator: in the log, and by `npm run token -- explain`
   * @param told for whoever sent it
   */
  constructor(
    readonly reason: string,
    readonly told = NOT_VALID,
  ) {
    super(told);
  }
}

export const EXPIRED = "The access token has expired.";

/** Of the claims that are checked together with the signature: where each must come from. */
const SETTING_OF: Readonly<Record<string, string>> = { iss: "AUTH_ISSUER", aud: "AUTH_AUDIENCE" };

/** What is wrong with the token itself; undefined: something else is, such as keys that cannot be fetched. */
export function refusedFor(error: unknown): TokenRefused | undefined {
  if (error instanceof TokenRefused) return error;
  // An ended token is a claim that fails, too.
  if (error instanceof errors.JWTExpired) return new TokenRefused("it has ended (`exp`)", EXPIRED);
  if (error instanceof errors.JWTClaimValidationFailed) return new TokenRefused(claimFault(error));
  const fault = FAULTS.find(([kind]) => error instanceof kind);
  return fault && new TokenRefused(fault[1]);
}

function claimFault({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === "missing") return `it has no claim \`${claim}\``;
  const setting = SETTING_OF[claim];
  if (setting !== undefined) return `its \`${claim}\` is not the one of ${setting}`;
  return claim === "nbf" ? "it is not valid yet (`nbf`)" : `its claim \`${claim}\` is malformed`;
}

const FAULTS = [
  [errors.JWTInvalid, "it is no JSON Web Token"],
  [errors.JWSInvalid, "it is no signed JSON Web Token"],
  [errors.JWSSignatureVerificationFailed, "its signature is not of the issuer's key"],
  [errors.JOSEAlgNotAllowed, "it is signed with an algorithm that AUTH_ALGORITHMS does not have"],
  [errors.JOSENotSupported, "it is signed in a way that is not known here"],
  [errors.JWKSNoMatchingKey, "the issuer (AUTH_JWKS_URL) has no such key as it is signed with"],
  [errors.JWKSMultipleMatchingKeys, "it does not say with which of the issuer's keys it is signed"],
] as const;
