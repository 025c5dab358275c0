import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from "openid-client";
import { messageOf } from "../auth.js";

/** DENIED: the issuer says no to somebody; REFUSED: to a code or a refresh token; NOT_SET_UP: to this server. */
export type IssuerFailureKind = "UNREACHABLE" | "DENIED" | "REFUSED" | "NOT_SET_UP";

export class IssuerFailed extends Error {
  override readonly name = "IssuerFailed";

  /** @param reason for the log: nothing of a token, of a code or of a state */
  constructor(
    readonly kind: IssuerFailureKind,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** By the error codes of OAuth 2: those that speak of the server, and those that pass. */
const OF_THIS_SERVER = ["invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];
const PASSING = ["temporarily_unavailable", "server_error", "slow_down"];

/** What answers is no issuer at its work: a proxy's page, half a text, nothing in time. */
const NO_ISSUER = ["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_PARSE_ERROR", "OAUTH_RESPONSE_IS_NOT_JSON"];

/** What came of asking the issuer something. The texts of the issuer itself are not repeated: they may name anything. */
export function issuerFailure(error: unknown): IssuerFailed {
  if (error instanceof IssuerFailed) return error;
  if (error instanceof AuthorizationResponseError) {
    return new IssuerFailed(kindOf(error.error, "DENIED"), `the issuer answers \`${plain(error.error)}\``);
  }
  if (error instanceof ResponseBodyError) {
    const kind = error.status >= 500 ? "UNREACHABLE" : kindOf(error.error, "REFUSED");
    return new IssuerFailed(kind, `the issuer answers ${error.status} \`${plain(error.error)}\``);
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new IssuerFailed("NOT_SET_UP", `the issuer answers ${error.status}: AUTH_CLIENT_ID or AUTH_CLIENT_SECRET`);
  }
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code !== "string") return new IssuerFailed("UNREACHABLE", messageOf(error));
  const status = cause instanceof Response ? cause.status : 0;
  const kind = NO_ISSUER.includes(code) || status >= 500 ? "UNREACHABLE" : "REFUSED";
  return new IssuerFailed(kind, `${(error as Error).message}${status > 0 ? ` (${status})` : ""}`);
}

const kindOf = (code: string, otherwise: IssuerFailureKind): IssuerFailureKind =>
  PASSING.includes(code) ? "UNREACHABLE" : OF_THIS_SERVER.includes(code) ? "NOT_SET_UP" : otherwise;

/** A code comes by way of the browser, so it may be any text. */
const plain = (code: string): string => (/^[a-z_]{1,40}$/.test(code) ? code : "an error");
