import { expect } from "chai";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { OWN_CLAIMS } from "../../src/config.js";
import { authenticator, REMEMBERED_MS } from "../../src/server/auth.js";
import { KEY_TERMS, type KeyTerms, remoteKeys } from "../../src/server/remoteKeys.js";
import { cleanUp, tracked } from "../eventstore/support/stores.js";

const AUTH = {
  issuer: "https://id.example.vn",
  audience: "ledger",
  algorithms: ["ES256"],
  jwksUrl: undefined,
  claims: OWN_CLAIMS,
};
const MINUTE_MS = 60_000;
/** Nothing is fetched of itself, and nothing twice within a test, unless it says so. */
const TERMS: KeyTerms = { keptMs: MINUTE_MS, refreshMs: MINUTE_MS, pauseMs: MINUTE_MS };

interface SigningKey {
  readonly jwk: JWK;
  readonly token: string;
}

async function signingKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const token = await new SignJWT({ role: "ANALYST" })
    .setProtectedHeader({ alg: "ES256", kid })
    .setIssuer(AUTH.issuer)
    .setAudience(AUTH.audience)
    .setSubject("s-1")
    .setExpirationTime("99h")
    .sign(privateKey);
  return { jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256" }, token };
}

/** An issuer that publishes some keys, and counts how often they are fetched. */
async function issuer(...published: SigningKey[]) {
  const state = { published, fetched: 0, down: false };
  const server = createServer((_request, response) => {
    state.fetched += 1;
    response.writeHead(state.down ? 500 : 200, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify({ keys: state.published.map(({ jwk }) => jwk) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  tracked({ close: () => new Promise<void>((resolve) => void server.close(() => resolve())) });
  return Object.assign(state, { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`) });
}

/** What a caller with the token is told: a code, or that it is taken. */
async function told(auth: ReturnType<typeof authenticator>, { token }: SigningKey): Promise<unknown> {
  try {
    await auth.verify(token);
    return "taken";
  } catch (error) {
    return (error as { extensions: { code: unknown } }).extensions.code;
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("It never came true.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe("the keys of an issuer", () => {
  let [first, second, foreign]: SigningKey[] = [];
  before(async () => {
    [first, second, foreign] = await Promise.all(["first", "second", "foreign"].map(signingKey));
  });
  afterEach(cleanUp);

  it("that are new are fetched soon; until then a token is told to come again, and never that it is wrong", async () => {
    const from = await issuer(first!);
    const auth = authenticator(AUTH, remoteKeys(from.url, { ...TERMS, pauseMs: 1_000 }));
    expect(await told(auth, first!)).to.equal("taken");
    from.published = [first!, second!];
    expect(await told(auth, second!)).to.equal("LEDGER_UNAVAILABLE");
    await until(async () => (await told(auth, second!)) === "taken");
    expect(from.fetched).to.equal(2);
    expect(KEY_TERMS.pauseMs).to.be.at.most(2_000);
  });

  it("do not have the one of a token that somebody made up; that is told once they have been fetched again", async () => {
    const from = await issuer(first!);
    const auth = authenticator(AUTH, remoteKeys(from.url, { ...TERMS, pauseMs: 1_000 }));
    // It was asked for before they were fetched for the first time, so it is known at once.
    expect(await told(auth, foreign!)).to.equal("UNAUTHENTICATED");
    expect(await told(auth, foreign!)).to.equal("LEDGER_UNAVAILABLE");
    await until(async () => (await told(auth, foreign!)) === "UNAUTHENTICATED");
    expect(from.fetched).to.equal(2);
  });

  it("are not fetched once for each token that somebody makes up", async () => {
    const from = await issuer(first!);
    const auth = authenticator(AUTH, remoteKeys(from.url, TERMS));
    expect(await told(auth, first!)).to.equal("taken");
    const made = await Promise.all(Array.from({ length: 20 }, (_, index) => signingKey(`made-${index}`)));
    for (const one of made) expect(await told(auth, one)).to.equal("LEDGER_UNAVAILABLE");
    expect(from.fetched).to.equal(1);
    expect(await told(auth, first!)).to.equal("taken");
  });

  it("are fetched from time to time, while those that are there serve, also when the issuer does not answer", async () => {
    const from = await issuer(first!);
    const auth = authenticator(AUTH, remoteKeys(from.url, { ...TERMS, refreshMs: 50 }), laterEachTime());
    expect(await told(auth, first!)).to.equal("taken");
    from.down = true;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await told(auth, first!)).to.equal("taken");
    from.down = false;
    from.published = [second!];
    await until(async () => (await told(auth, second!)) === "taken");
  });

  it("that were withdrawn are good for five minutes at most: as long as they are kept, and a token is remembered", async () => {
    expect(KEY_TERMS.keptMs + REMEMBERED_MS).to.be.at.most(5 * MINUTE_MS);
    const from = await issuer(first!);
    let now = Date.now();
    const keptMs = 100;
    const auth = authenticator(AUTH, remoteKeys(from.url, { ...TERMS, keptMs, pauseMs: 0 }), () => now);
    expect(await told(auth, first!)).to.equal("taken");
    from.published = [second!];
    await new Promise((resolve) => setTimeout(resolve, 2 * keptMs));
    now += REMEMBERED_MS - 1;
    expect(await told(auth, first!), "remembered").to.equal("taken");
    now += 1;
    expect(await told(auth, first!), "withdrawn").to.equal("UNAUTHENTICATED");
  });

  it("are asked again when the clock was set back: what was remembered later than now is not believed", async () => {
    const from = await issuer(first!);
    let now = Date.now() + 1_000;
    const auth = authenticator(AUTH, remoteKeys(from.url, { ...TERMS, keptMs: 0, pauseMs: 0 }), () => now);
    expect(await told(auth, first!)).to.equal("taken");
    from.published = [second!];
    now -= 24 * 60 * MINUTE_MS;
    expect(await told(auth, first!)).to.equal("UNAUTHENTICATED");
  });
});

/** So that no token is remembered. */
function laterEachTime(): () => number {
  let now = Date.now();
  return () => (now += REMEMBERED_MS);
}
