import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import { tracked } from "../../eventstore/support/stores.js";

const SECRET = "a-secret-that-only-this-test-knows";

/** What our server is at the issuer, when people sign in: with a secret, and as a public client. */
export const WEB_CLIENT = { id: "ledger-page", secret: "another-secret-of-this-test" } as const;
export const PUBLIC_WEB_CLIENT = "ledger-page-public";
const RESOURCE = "https://ledger.example.vn";

/** Whoever signs in, and what becomes of it. */
export interface Person {
  claims: Readonly<Record<string, unknown>>;
  audience: string;
  /** How long an access token lasts. */
  seconds: number;
  /** Does not want to be signed in after all. */
  declines: boolean;
}

/** A real issuer, whose accounts are programs that ask for access tokens of their own. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** A token of an account with these claims. */
  token(claims: Readonly<Record<string, unknown>>, audience?: string): Promise<string>;
  /** Who signs in next, to be changed. */
  readonly person: Person;
  /** How often it was asked for tokens. */
  readonly asked: { tokens: number };
  /** Answers nobody, until it is started again at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** @param page the origin of the page to which people come back */
export async function openIdProvider(audience: string, page = "https://page.example.vn"): Promise<OpenIdProvider> {
  const server: Server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const account: Person = { claims: {}, audience, seconds: 3_600, declines: false };
  const asked = { tokens: 0 };
  const web = {
    grant_types: ["authorization_code", "refresh_token"],
    redirect_uris: [`${page}/login/callback`],
    post_logout_redirect_uris: [`${page}/`],
    // Addresses of this machine are for native programs only.
    application_type: page.startsWith("http:") ? ("native" as const) : ("web" as const),
  };
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: "k-1", use: "sig", alg: "RS256" }] },
    clients: [
      {
        client_id: "so-thong-tin",
        client_secret: SECRET,
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
      },
      { ...web, client_id: WEB_CLIENT.id, client_secret: WEB_CLIENT.secret },
      { ...web, client_id: PUBLIC_WEB_CLIENT, token_endpoint_auth_method: "none" },
    ],
    ttl: { ClientCredentials: 3_600, Session: 3_600, Grant: 3_600, Interaction: 600, RefreshToken: 3_600 },
    cookies: { keys: ["of this test"] },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    // As Keycloak does: whoever is signed in gets one, and each is good once.
    issueRefreshToken: (_ctx, client) => Promise.resolve(client.grantTypeAllowed("refresh_token")),
    rotateRefreshToken: true,
    extraTokenClaims: () => ({ ...account.claims }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: "",
          audience: account.audience,
          accessTokenFormat: "jwt",
          accessTokenTTL: account.seconds,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
  });
  const handle = provider.callback();
  server.on("request", (request, response) => {
    if (request.url === "/token") asked.tokens += 1;
    if (request.url?.startsWith("/interaction/")) void interact(provider, account, request, response);
    else void handle(request, response);
  });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  tracked({ close: stop });
  const discovered = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
    readonly token_endpoint: string;
    readonly jwks_uri: string;
  };
  return {
    issuer,
    jwksUrl: discovered.jwks_uri,
    person: account,
    asked,
    stop,
    start: async () => void (await once(server.listen(port, "127.0.0.1"), "listening")),
    async token(claims, wanted = audience) {
      Object.assign(account, { claims, audience: wanted });
      const answer = await fetch(discovered.token_endpoint, {
        method: "POST",
        headers: {
          authorization: `Basic ${Buffer.from(`so-thong-tin:${SECRET}`).toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams({ grant_type: "client_credentials" }),
      });
      const { access_token: token, ...rest } = (await answer.json()) as { access_token?: string };
      if (token === undefined) throw new Error(JSON.stringify(rest));
      return token;
    },
  };
}

/** What a person does at the issuer: signs in, and consents. */
async function interact(
  provider: Provider,
  { declines }: Person,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (declines) {
    const answer = { error: "access_denied", error_description: "not-for-the-log" };
    return provider.interactionFinished(request, response, answer);
  }
  if (prompt.name === "login") {
    return provider.interactionFinished(request, response, { login: { accountId: "nguoi-dung-1" } });
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? "", clientId: String(params["client_id"]) });
  grant.addOIDCScope(String(params["scope"]));
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}
