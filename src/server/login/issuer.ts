import * as client from "openid-client";
import type { LoginConfig } from "../../config.js";
import { IssuerFailed, issuerFailure } from "./issuerFailure.js";

const TIMEOUT_SECONDS = 5;
/** An issuer that could not be found is not looked for more often. */
const PAUSE_MS = 2_000;

export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
}

/** What must be known again when somebody comes back from the issuer. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The issuer, as a client of it asks. Whatever fails is an IssuerFailed. */
export class Issuer {
  private found: Promise<client.Configuration> | undefined;

  constructor(
    private readonly url: string,
    private readonly login: LoginConfig,
  ) {}

  async begin(): Promise<Begun & { readonly goTo: string }> {
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    const { scope } = this.login;
    const parameters = {
      redirect_uri: this.callback,
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      // Without being asked for consent an issuer leaves this scope out (OpenID Connect Core, 11).
      ...(scope.split(" ").includes("offline_access") ? { prompt: "consent" } : {}),
    };
    const { href: goTo } = await this.asked((issuer) => client.buildAuthorizationUrl(issuer, parameters));
    return { state, nonce, verifier, goTo };
  }

  /** @param query as the browser brings it back from the issuer */
  async finish(query: string, { state, nonce, verifier }: Begun): Promise<Tokens> {
    const came = new URL(this.callback);
    came.search = query;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    return tokensOf(await this.asked((issuer) => client.authorizationCodeGrant(issuer, came, checks)));
  }

  async renew(refresh: string): Promise<Tokens> {
    const { access, refresh: next } = tokensOf(await this.asked((issuer) => client.refreshTokenGrant(issuer, refresh)));
    return { access, refresh: next ?? refresh };
  }

  /** Where the issuer can be asked to. */
  async revoke(refresh: string): Promise<void> {
    await this.asked(async (issuer) => {
      if (issuer.serverMetadata().revocation_endpoint !== undefined) await client.tokenRevocation(issuer, refresh);
    });
  }

  /** Where the login at the issuer itself is ended; undefined where there is no such place. */
  async endOfSession(): Promise<string | undefined> {
    return this.asked((issuer) => {
      if (issuer.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(issuer, { post_logout_redirect_uri: `${this.login.publicUrl}/` }).href;
    });
  }

  private get callback(): string {
    return `${this.login.publicUrl}/login/callback`;
  }

  private async asked<T>(ask: (configuration: client.Configuration) => T | Promise<T>): Promise<T> {
    const configuration = await this.configuration();
    try {
      return await ask(configuration);
    } catch (error) {
      throw issuerFailure(error);
    }
  }

  /** Looked for when first needed, and again after a pause when it was not there. */
  private configuration(): Promise<client.Configuration> {
    if (this.found) return this.found;
    const found = this.discovered();
    this.found = found;
    const forget = (): void => void (this.found = undefined);
    found.catch(() => setTimeout(forget, PAUSE_MS).unref());
    return found;
  }

  private async discovered(): Promise<client.Configuration> {
    const { clientId, clientSecret } = this.login;
    const url = new URL(this.url);
    try {
      // The settings let only an issuer on this machine be asked in the clear.
      const execute = url.protocol === "http:" ? [client.allowInsecureRequests] : [];
      const found = await client.discovery(url, clientId, undefined, undefined, { execute, timeout: TIMEOUT_SECONDS });
      if (clientSecret === undefined) return found;
      const metadata = found.serverMetadata();
      const { token_endpoint_auth_methods_supported: methods = ["client_secret_basic"] } = metadata;
      const basic = methods.includes("client_secret_basic");
      const shown = basic ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
      return configured(new client.Configuration(metadata, clientId, clientSecret, shown), execute);
    } catch (error) {
      // Whatever stands in the way: it may be gone in a moment.
      throw new IssuerFailed(
        "UNREACHABLE",
        `the issuer cannot be found by AUTH_ISSUER: ${issuerFailure(error).reason}`,
      );
    }
  }
}

function configured(
  configuration: client.Configuration,
  execute: readonly ((configuration: client.Configuration) => void)[],
): client.Configuration {
  configuration.timeout = TIMEOUT_SECONDS;
  for (const step of execute) step(configuration);
  return configuration;
}

const tokensOf = ({ access_token: access, refresh_token: refresh }: client.TokenEndpointResponse): Tokens => ({
  access,
  refresh,
});
