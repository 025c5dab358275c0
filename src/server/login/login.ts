import fastifyCookie from "@fastify/cookie";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Config } from "../../config.js";
import type { Ledger } from "../../ledger.js";
import type { Authenticator } from "../auth.js";
import type { DevelopmentKey } from "../developmentKey.js";
import { refusedAsJson, refusedAsPage } from "./answers.js";
import { Cookies } from "./cookies.js";
import { Issuer } from "./issuer.js";
import { issuerFailure } from "./issuerFailure.js";
import { addOpenId } from "./openId.js";
import { comesFromHere, isPageRequest } from "./pageRequest.js";
import { Refresher } from "./refresher.js";
import { LoginRefused } from "./refusals.js";
import { addRoles, mayTakeRoles } from "./roles.js";
import { PageSession } from "./session.js";

export interface LoginParts {
  readonly config: Config;
  readonly auth: Authenticator;
  readonly ledger: Ledger;
  /** Undefined where tokens are an issuer's. */
  readonly development: DevelopmentKey | undefined;
}

/** How one becomes somebody on the page, and stays it. */
export interface Login {
  readonly session: PageSession;
  addRoutes(app: FastifyInstance): Promise<void>;
}

/** What is there of it, by the settings: a login by the issuer, roles to take, or neither. */
export function loginBy(parts: LoginParts, log: FastifyBaseLogger): Login {
  const { config, auth, ledger, development } = parts;
  const { login } = config;
  const told = (reason: string): void => log.warn(reason);
  const cookies = new Cookies(login?.publicUrl.startsWith("https:") ?? false);
  const issuer = login && new Issuer(config.auth.issuer, login);
  const refresher = issuer && new Refresher(issuer, told);
  const session = new PageSession({ auth, cookies, refresher, told });

  const addRoutes = async (app: FastifyInstance): Promise<void> => {
    // Cookies are looked at where they count for something, and nowhere else.
    await app.register(fastifyCookie, { hook: false });
    if (issuer) addOpenId(app, { issuer, auth, authConfig: config.auth, login, cookies, session, told });
    else addNoOpenId(app);
    addRoles(app, { key: development, session, ledger });
    app.get("/login/state", { errorHandler: refusedAsJson }, async (request, reply) => ({
      login: issuer ? "OPENID" : mayTakeRoles(development, request) ? "ROLES" : "NONE",
      signedIn: await isSignedIn(session, request, reply),
    }));
    app.post("/logout", { errorHandler: refusedAsJson }, async (request, reply) => {
      if (!isPageRequest(request.headers) && comesFromHere(request.headers) !== true) {
        throw new LoginRefused("NOT_THIS_PAGE");
      }
      const refresh = cookies.read(request, "refresh");
      const wasSignedIn = cookies.read(request, "access") !== undefined;
      session.forget(reply);
      const [end] = await Promise.all([
        wasSignedIn ? issuer?.endOfSession().catch((error: unknown) => void told(notEnded(error))) : undefined,
        refresh === undefined ? undefined : refresher?.end(refresh),
      ]);
      return { to: end ?? "/" };
    });
  };
  return { session, addRoutes };
}

const notEnded = (error: unknown): string => `a login was not ended at the issuer: ${issuerFailure(error).reason}`;

function addNoOpenId(app: FastifyInstance): void {
  for (const path of ["/login", "/login/callback"]) {
    app.get(path, { errorHandler: refusedAsPage }, () => Promise.reject(new LoginRefused("NO_LOGIN")));
  }
}

/** Whose login has ended is not signed in: no fault of the question. */
async function isSignedIn(session: PageSession, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  if (comesFromHere(request.headers) === false) return false;
  try {
    return (await session.signedIn(request, reply)) !== undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.extensions["code"] === "UNAUTHENTICATED") return false;
    throw new LoginRefused("TOKENS_UNCHECKED");
  }
}
