import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import { tracked } from "../../eventstore/support/stores.js";

const SECRET = "a-secret-that-only-this-test-knows";

/** A real issuer, whose accounts are programs that ask for access tokens of their own. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** A token of an account with these claims. */
  token(claims: Readonly<Record<string, unknown>>, audience?: string): Promise<string>;
}

export async function openIdProvider(audience: string): Promise<OpenIdProvider> {
  const server: Server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const account = { claims: {} as Readonly<Record<string, unknown>>, audience };
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
    ],
    ttl: { ClientCredentials: 3_600 },
    extraTokenClaims: () => ({ ...account.claims }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => "https://ledger.example.vn",
        getResourceServerInfo: () => ({
          scope: "",
          audience: account.audience,
          accessTokenFormat: "jwt",
          accessTokenTTL: 3_600,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
  });
  const handle = provider.callback();
  server.on("request", (request, response) => void handle(request, response));
  tracked({
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  const discovered = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
    readonly token_endpoint: string;
    readonly jwks_uri: string;
  };
  return {
    issuer,
    jwksUrl: discovered.jwks_uri,
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
