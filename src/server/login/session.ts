import type { FastifyReply, FastifyRequest } from "fastify";
import { unauthenticated, unavailable } from "../../graphql/shared/faults.js";
import { type Authenticator, callerOf, type Verified } from "../auth.js";
import { EXPIRED, TokenRefused } from "../tokenRefused.js";
import { canBeKept, type Cookies } from "./cookies.js";
import type { Tokens } from "./issuer.js";
import { IssuerFailed } from "./issuerFailure.js";
import { isMeant, isPageRequest } from "./pageRequest.js";
import type { Refresher } from "./refresher.js";

/** A token that ends so soon is renewed before: a stream that it opens would end at once. */
const SOON_MS = 15_000;

/** Who sends a request; undefined: nobody said. @throws UNAUTHENTICATED, LEDGER_UNAVAILABLE */
export type CallerOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Verified | undefined>;

export interface SessionParts {
  readonly auth: Authenticator;
  readonly cookies: Cookies;
  /** Undefined: logins are not renewed. */
  readonly refresher: Refresher | undefined;
  /** For the log. */
  readonly told: (reason: string) => void;
}

/** Who one is on the page: the access token in a cookie, and the refresh token beside it. */
export class PageSession {
  constructor(private readonly parts: SessionParts) {}

  /** By the Authorization header, which goes before; or by the cookie, of a request that our own page sends. */
  readonly callerOf: CallerOf = async (request, reply) => {
    const { headers } = request;
    if (headers.authorization !== undefined) return callerOf(this.parts.auth, headers.authorization);
    if (!isPageRequest(headers)) return undefined;
    const caller = await this.signedIn(request, reply);
    if (isMeant(headers, caller?.principal.subject)) return caller;
    throw unauthenticated("Whoever this page is drawn for is signed in here no longer.");
  };

  /** By the cookie, whoever sends it. A login that has ended and cannot be renewed is forgotten. */
  async signedIn(request: FastifyRequest, reply: FastifyReply): Promise<Verified | undefined> {
    const { auth, cookies, told } = this.parts;
    const access = cookies.read(request, "access");
    if (access === undefined) return undefined;
    const judged = await auth.judge(access);
    const refresh = cookies.read(request, "refresh");
    if (refresh !== undefined && isOver(judged)) {
      const renewed = await this.renewed(refresh, reply);
      if (!(renewed instanceof IssuerFailed)) return renewed;
      if (judged instanceof TokenRefused && renewed.kind !== "REFUSED") {
        throw unavailable("Your login cannot be renewed now. Send the same request again in a moment.");
      }
    }
    if (!(judged instanceof TokenRefused)) return judged;
    told(`an access token is refused: ${judged.reason}`);
    this.forget(reply);
    throw unauthenticated(judged.told);
  }

  /** Keeps tokens in the browser. */
  keep(reply: FastifyReply, { access, refresh }: Tokens): void {
    const { cookies, told } = this.parts;
    cookies.set(reply, "access", access);
    if (refresh !== undefined && canBeKept(refresh)) return cookies.set(reply, "refresh", refresh);
    if (refresh !== undefined) told("a refresh token is too long for a cookie: this login will not be renewed");
    cookies.clear(reply, "refresh");
  }

  forget(reply: FastifyReply): void {
    this.parts.cookies.clear(reply, "access", "refresh");
  }

  private async renewed(refresh: string, reply: FastifyReply): Promise<Verified | IssuerFailed> {
    const { auth, refresher, told } = this.parts;
    const tokens = await refresher?.renew(refresh);
    if (tokens === undefined) return new IssuerFailed("REFUSED", "logins are not renewed here");
    if (tokens instanceof IssuerFailed) return tokens;
    const judged = canBeKept(tokens.access)
      ? await auth.judge(tokens.access)
      : new TokenRefused("it is too long for a cookie");
    if (judged instanceof TokenRefused) {
      told(`an access token is refused: ${judged.reason}`);
      return new IssuerFailed("REFUSED", judged.reason);
    }
    this.keep(reply, tokens);
    return judged;
  }
}

/** It has ended, or is about to. A token that is refused for anything else is not renewed: it may never have been one. */
const isOver = (judged: Verified | TokenRefused): boolean =>
  judged instanceof TokenRefused ? judged.told === EXPIRED : judged.expiresAt - Date.now() < SOON_MS;
