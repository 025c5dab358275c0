import { expect } from "chai";
import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import {
  exportJWK,
  generateKeyPair,
  type GenerateKeyPairResult,
  importJWK,
  type JWK,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { OWN_CLAIMS } from "../../src/config.js";
import { authenticator } from "../../src/server/auth.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import { cleanUp, newFolder, tracked } from "../eventstore/support/stores.js";
import { codes, start, type TestServer } from "./support/servers.js";

const UNIT = "0b7c3c1e-5a55-4b7e-9d6b-3f0d9f6f2a11";
type PrivateKey = GenerateKeyPairResult["privateKey"];
const inAnHour = (): number => Math.floor(Date.now() / 1_000) + 3_600;

describe("access tokens", () => {
  let server: TestServer;
  before(async () => {
    server = await start();
  });
  after(cleanUp);

  /** A token of the server's own key, with claims changed. */
  async function signed(
    changes: object,
    header: { alg: string } = { alg: "EdDSA" },
    key?: PrivateKey,
  ): Promise<string> {
    const { dataDir, auth } = server.config;
    await developmentKey(dataDir, auth);
    const jwk = JSON.parse(readFileSync(join(dataDir, "development-key.json"), "utf8")) as JWK;
    const { issuer: iss, audience: aud } = auth;
    const claims = { iss, aud, sub: "officer-1", role: "PRESS_OFFICER", exp: inAnHour(), ...changes };
    const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    return new SignJWT(given).setProtectedHeader(header).sign(key ?? (await importJWK(jwk, "EdDSA")));
  }

  const me = async (headers: Record<string, string>) => server.ask("{ me }", { headers });

  it("are not needed for what is public", async () => {
    expect((await me({})).data).to.deep.equal({ me: null });
  });

  it("say who asks: subject, role and unit, the unit with or without its type", async () => {
    for (const unit of [UNIT, `Unit:${UNIT}`]) {
      const token = await signed({ sub: "clerk-9", role: "CLERK", unit });
      expect((await me({ authorization: `Bearer ${token}` })).data).to.deep.equal({ me: `CLERK clerk-9 ${UNIT}` });
    }
  });

  const refused: readonly [string, () => Promise<string>, RegExp][] = [
    ["nonsense", async () => "abc", /not valid here/],
    ["an expired one", () => signed({ exp: inAnHour() - 7_200 }), /has expired/],
    ["one without an end", () => signed({ exp: undefined }), /not valid here/],
    ["another issuer's", () => signed({ iss: "https://evil.example" }), /not valid here/],
    ["one for another audience", () => signed({ aud: "mail" }), /not valid here/],
    ["one without a subject", () => signed({ sub: undefined }), /not valid here/],
    ["one whose role is unknown", () => signed({ role: "KING" }), /role is none of CLERK, /],
    ["a clerk's without a unit", () => signed({ role: "CLERK" }), /must name the clerk's unit/],
    ["one whose unit is no unit", () => signed({ unit: "Visit:1" }), /not the id of a unit/],
    ["one not yet valid", () => signed({ nbf: inAnHour() }), /not valid here/],
    [
      "one without a signature",
      async () => new UnsecuredJWT({ role: "ADMIN" }).setSubject("x").setExpirationTime("1h").encode(),
      /not valid here/,
    ],
    [
      "another key's",
      async () => signed({}, { alg: "EdDSA" }, (await generateKeyPair("EdDSA")).privateKey),
      /not valid here/,
    ],
    [
      "one of an algorithm not allowed",
      async () => signed({}, { alg: "ES384" }, (await generateKeyPair("ES384")).privateKey),
      /not valid here/,
    ],
    ["a giant", async () => "a".repeat(6_000), /not valid here/],
  ];
  for (const [what, make, message] of refused) {
    it(`are refused, never passed over: ${what}`, async () => {
      const answer = await me({ authorization: `Bearer ${await make()}` });
      expect([answer.status, ...codes(answer)]).to.deep.equal([401, "UNAUTHENTICATED"]);
      expect(answer.errors[0]?.message).to.match(message);
      expect(answer.headers.get("www-authenticate")).to.equal("Bearer");
      expect(answer.data).to.equal(undefined);
    });
  }

  it("come as Bearer and in no other way", async () => {
    for (const authorization of ["Basic YTpi", "Bearer", `Bearer ${await signed({})} x`, await signed({})]) {
      expect((await me({ authorization })).status).to.equal(401);
    }
    expect((await me({ authorization: `bearer ${await signed({})}` })).status).to.equal(200);
  });

  it("count no longer than they last, though a good one is remembered", async () => {
    const { dataDir, auth } = server.config;
    const key = await developmentKey(dataDir, auth);
    let now = Date.now();
    let checks = 0;
    const counting: typeof key.keys = (...args) => {
      checks += 1;
      return key.keys(...args);
    };
    const { verify } = authenticator(auth, counting, () => now);
    const token = await key.issue({ subject: "a", role: "ANALYST", unitId: null, hours: 1 });
    await verify(token);
    await verify(token);
    expect(checks).to.equal(1);
    now += 6 * 60_000;
    await verify(token);
    expect(checks, "a withdrawn key stops counting").to.equal(2);
    now += 3_600_000;
    expect(await verify(token).catch((error: Error) => error.message)).to.match(/expired/);
  });
});

describe("the development key", () => {
  after(cleanUp);
  const auth = { issuer: "i", audience: "a", algorithms: ["EdDSA"], jwksUrl: undefined, claims: OWN_CLAIMS };

  it("is made once, for the owner alone, even when several make it at once", async () => {
    const folder = newFolder();
    await Promise.all(Array.from({ length: 5 }, () => developmentKey(folder, auth)));
    expect(readdirSync(folder)).to.deep.equal(["development-key.json"]);
    expect(statSync(join(folder, "development-key.json")).mode & 0o777).to.equal(0o600);
    const token = await (
      await developmentKey(folder, auth)
    ).issue({ subject: "s", role: "ADMIN", unitId: null, hours: 1 });
    const { verify } = authenticator(auth, (await developmentKey(folder, auth)).keys);
    expect((await verify(token)).principal).to.deep.equal({ subject: "s", role: "ADMIN", unitId: null });
    chmodSync(folder, 0o700);
  });
});

describe("the issuer's keys", () => {
  after(cleanUp);

  it("are fetched; while they cannot be, that is told as 503 and not as a bad token", async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    let up = false;
    const issuer = await serve((respond) => (up ? respond(200, { keys: [{ kid: "k1" }] }) : respond(500, {})));
    const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256" };
    issuer.keys = { keys: [jwk] };
    const server = await start({
      env: {
        LEDGER_MODE: "production",
        AUTH_ISSUER: "https://id.example.vn",
        AUTH_AUDIENCE: "ledger",
        AUTH_JWKS_URL: `${issuer.url}/keys`,
      },
    });
    const token = await new SignJWT({ role: "ANALYST" })
      .setProtectedHeader({ alg: "ES256", kid: "k1" })
      .setIssuer("https://id.example.vn")
      .setAudience("ledger")
      .setSubject("s-1")
      .setExpirationTime("1h")
      .sign(privateKey);
    const down = await server.ask("{ me }", { token });
    expect([down.status, ...codes(down)]).to.deep.equal([503, "LEDGER_UNAVAILABLE"]);
    up = true;
    expect((await server.ask("{ me }", { token })).data).to.deep.equal({ me: "ANALYST s-1 null" });
  });
});

/** An issuer's web server. */
async function serve(
  answer: (respond: (status: number, body: object) => void) => void,
): Promise<{ url: string; keys: object }> {
  const issuer = { url: "", keys: {} };
  const server: Server = createServer((_request, response) =>
    answer((status, body) => {
      response.writeHead(status, { "content-type": "application/json", connection: "close" });
      response.end(JSON.stringify(status === 200 ? issuer.keys : body));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  tracked({ close: () => new Promise<void>((resolve) => void server.close(() => resolve())) });
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}
