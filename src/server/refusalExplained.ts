import { decodeJwt } from "jose";
import type { AuthConfig } from "../config.js";
import { claimAt } from "./claims.js";
import type { TokenRefused } from "./tokenRefused.js";

/** In one line why a token is refused, with what it has: for whoever has it at hand, and nobody else. */
export const refusalExplained = (token: string, { reason }: TokenRefused, auth: AuthConfig): string =>
  `It is refused: ${reason}.${compared(token, auth)}`;

/** What the token has where it had to be something else. */
function compared(token: string, { issuer, audience, claims }: AuthConfig): string {
  try {
    const payload = decodeJwt(token);
    const role = claimAt(payload, claims.role);
    return ` (It has iss ${JSON.stringify(payload.iss)}, wanted ${JSON.stringify(issuer)}; aud ${JSON.stringify(payload.aud)}, wanted ${JSON.stringify(audience)}; ${claims.role} ${JSON.stringify(role)}.)`;
  } catch {
    return "";
  }
}
