import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Tokens } from "./issuer.js";
import { IssuerFailed, issuerFailure } from "./issuerFailure.js";

/**
 * So long the answer to a refresh token is given again: a page asks several things at once, and an issuer that rotates
 * takes a refresh token for stolen when it sees it twice.
 */
const REMEMBERED_MS = 30_000;
/** An issuer that could not be reached is asked again sooner. */
const PAUSE_MS = 1_000;
const MAX_REMEMBERED = 5_000;

/** New tokens, or why there are none. */
export type Renewal = Tokens | IssuerFailed;

interface Asked {
  renew(refresh: string): Promise<Tokens>;
  revoke(refresh: string): Promise<void>;
}

/** Renews logins, each once for all requests that need it at the same time. */
export class Refresher {
  private readonly renewals = new LRUCache<string, Promise<Renewal>>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS });
  /** Of who has signed out: a request still under way must not sign in again. */
  private readonly ended = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: 2 * REMEMBERED_MS });

  constructor(
    private readonly issuer: Asked,
    private readonly told: (reason: string) => void,
  ) {}

  async renew(refresh: string): Promise<Renewal> {
    const key = keyOf(refresh);
    const renewal = await (this.renewals.get(key) ?? this.begun(key, refresh));
    return this.hasEnded(refresh) || (!(renewal instanceof IssuerFailed) && this.hasEnded(renewal.refresh))
      ? new IssuerFailed("REFUSED", "signed out")
      : renewal;
  }

  /** Signs out whoever has this token, and whoever got another for it a moment ago. */
  async end(refresh: string): Promise<void> {
    this.ended.set(keyOf(refresh), true);
    const renewal = await this.renewals.get(keyOf(refresh));
    const last = renewal && !(renewal instanceof IssuerFailed) ? (renewal.refresh ?? refresh) : refresh;
    this.ended.set(keyOf(last), true);
    await this.issuer.revoke(last).catch((error: unknown) => {
      this.told(`a login was not ended at the issuer: ${issuerFailure(error).reason}`);
    });
  }

  private begun(key: string, refresh: string): Promise<Renewal> {
    const renewal = this.asked(key, refresh);
    this.renewals.set(key, renewal);
    return renewal;
  }

  private async asked(key: string, refresh: string): Promise<Renewal> {
    try {
      return await this.issuer.renew(refresh);
    } catch (error) {
      const failed = issuerFailure(error);
      this.told(`a login is not renewed: ${failed.reason}`);
      if (failed.kind !== "REFUSED") this.renewals.set(key, Promise.resolve(failed), { ttl: PAUSE_MS });
      return failed;
    }
  }

  private hasEnded(refresh: string | undefined): boolean {
    return refresh !== undefined && this.ended.has(keyOf(refresh));
  }
}

/** Tokens themselves are no keys: what is remembered by them would keep them. */
const keyOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
