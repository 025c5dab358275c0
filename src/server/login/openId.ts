import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AuthConfig, LoginConfig } from "../../config.js";
import type { Authenticator } from "../auth.js";
import { refusalExplained } from "../refusalExplained.js";
import { TokenRefused } from "../tokenRefused.js";
import { refusedAsPage } from "./answers.js";
import { canBeKept, type Cookies } from "./cookies.js";
import type { Begun, Issuer, Tokens } from "./issuer.js";
import { IssuerFailed, type IssuerFailureKind } from "./issuerFailure.js";
import { placeToReturn } from "./returnPath.js";
import { LoginRefused, type LoginRefusalCode } from "./refusals.js";
import type { PageSession } from "./session.js";

const LOGIN_SECONDS = 600;

const CODE_OF: Readonly<Record<IssuerFailureKind, LoginRefusalCode>> = {
  UNREACHABLE: "ISSUER_UNREACHABLE",
  DENIED: "LOGIN_DENIED",
  REFUSED: "LOGIN_FAILED",
  NOT_SET_UP: "LOGIN_NOT_SET_UP",
};

export interface OpenIdParts {
  readonly issuer: Issuer;
  readonly auth: Authenticator;
  readonly authConfig: AuthConfig;
  readonly login: LoginConfig;
  readonly cookies: Cookies;
  readonly session: PageSession;
  /** For the log. */
  readonly told: (reason: string) => void;
}

/** A login under way, as the browser keeps it until it comes back. */
interface UnderWay extends Begun {
  readonly to: string;
}

/** To the issuer and back: the authorization code flow of OpenID Connect, with PKCE. */
export function addOpenId(app: FastifyInstance, parts: OpenIdParts): void {
  const errorHandler = refusedAsPage;
  app.get("/login", { errorHandler }, (request, reply) => telling(parts, () => begin(parts, request, reply)));
  app.get("/login/callback", { errorHandler }, (request, reply) => telling(parts, () => finish(parts, request, reply)));
}

async function begin({ issuer, login, cookies }: OpenIdParts, request: FastifyRequest, reply: FastifyReply) {
  const { to: wanted } = request.query as { readonly to?: unknown };
  const to = placeToReturn(wanted, login.publicUrl);
  const { goTo, ...begun } = await issuer.begin();
  const kept = written({ ...begun, to });
  if (!canBeKept(kept)) throw new LoginRefused("PLACE_REFUSED");
  cookies.set(reply, "login", kept, LOGIN_SECONDS);
  return reply.redirect(goTo);
}

async function finish(parts: OpenIdParts, request: FastifyRequest, reply: FastifyReply) {
  const { issuer, login, cookies, session } = parts;
  const underWay = read(cookies.read(request, "login"), login.publicUrl);
  const { state } = request.query as { readonly state?: unknown };
  if (underWay?.state !== state || !underWay) throw new LoginRefused("LOGIN_NOT_BEGUN");
  // Used once, however it ends.
  cookies.clear(reply, "login");
  const tokens = await issuer.finish(request.url.slice(request.url.indexOf("?")), underWay);
  await requireTaken(parts, tokens);
  session.keep(reply, tokens);
  return reply.redirect(underWay.to);
}

/** Who has logged in, but would be refused at each step from here on, is told so, with what the operator needs. */
async function requireTaken({ auth, authConfig }: OpenIdParts, { access }: Tokens): Promise<void> {
  if (!canBeKept(access)) throw new LoginRefused("TOKEN_TOO_LONG", "its access token is too long for a cookie");
  const judged = await auth.judge(access).catch(() => {
    throw new LoginRefused("TOKENS_UNCHECKED");
  });
  if (judged instanceof TokenRefused) {
    const detail = refusalExplained(access, judged, authConfig);
    throw new LoginRefused("TOKEN_REFUSED", `its access token is refused: ${judged.reason}`, detail);
  }
}

/** Makes a refusal of whatever the issuer answers, and tells the operator. */
async function telling(parts: OpenIdParts, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    const refused = error instanceof IssuerFailed ? new LoginRefused(CODE_OF[error.kind], error.reason) : error;
    if (refused instanceof LoginRefused && refused.reason !== undefined)
      parts.told(`a login failed: ${refused.reason}`);
    throw refused;
  }
}

const written = (underWay: UnderWay): string => Buffer.from(JSON.stringify(underWay)).toString("base64url");

/** Undefined for what is no login of ours. The place to go to is looked at again: a cookie is what a browser says. */
function read(cookie: string | undefined, origin: string): UnderWay | undefined {
  try {
    const given = JSON.parse(Buffer.from(cookie ?? "", "base64url").toString()) as Partial<Record<string, unknown>>;
    const { state, nonce, verifier, to } = given;
    if (typeof state !== "string" || typeof nonce !== "string" || typeof verifier !== "string") return undefined;
    if (typeof to !== "string" || !to.startsWith(`${origin}/`)) return undefined;
    return { state, nonce, verifier, to: placeToReturn(to.slice(origin.length), origin) };
  } catch {
    return undefined;
  }
}
