import { expect } from "chai";
import { cleanUp } from "../eventstore/support/stores.js";
import { Browser } from "./support/browser.js";
import { type OpenIdProvider, openIdProvider, WEB_CLIENT } from "./support/openIdProvider.js";
import { type Answer, codes, start, type TestServer } from "./support/servers.js";
import { StreamClient } from "./support/streams.js";

const AUDIENCE = "press-ledger-api";
const PAGE = "https://so.example.vn";
const HOST = "so.example.vn";
const ACCESS = "__Host-ledger-access";
const REFRESH = "__Host-ledger-refresh";
const ME = { me: "PRESS_OFFICER nguoi-dung-1 null" };

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("a login whose access token has ended", () => {
  let provider: OpenIdProvider;
  let server: TestServer;
  let browser: Browser;

  before(async () => {
    provider = await openIdProvider(AUDIENCE, PAGE);
    const env = {
      LEDGER_MODE: "production",
      AUTH_ISSUER: provider.issuer,
      AUTH_AUDIENCE: AUDIENCE,
      AUTH_JWKS_URL: provider.jwksUrl,
      AUTH_CLIENT_ID: WEB_CLIENT.id,
      AUTH_CLIENT_SECRET: WEB_CLIENT.secret,
      AUTH_LOGIN_SCOPE: "openid offline_access",
      PUBLIC_URL: PAGE,
    };
    server = await start({ env });
  });
  beforeEach(() => {
    Object.assign(provider.person, { claims: { role: "PRESS_OFFICER" }, audience: AUDIENCE, declines: false });
    server.lines.length = 0;
    browser = new Browser({ [PAGE]: server.url });
  });
  after(cleanUp);

  /** Signs in with an access token that ends in so many seconds; those after it last an hour. */
  async function signIn(seconds: number): Promise<void> {
    provider.person.seconds = seconds;
    await browser.go(`${PAGE}/login?to=/visits`, `${PAGE}/visits`);
    provider.person.seconds = 3_600;
    provider.asked.tokens = 0;
  }
  const me = (): Promise<Answer> => browser.ask(PAGE, "{ me }");
  const kept = (name: string): string | undefined => browser.cookie(HOST, name)?.value;
  const told = (): string[] => server.lines.filter(({ level }) => level === 40).map(({ msg }) => String(msg));

  it("is renewed, once for all requests that come at the same time, though the issuer rotates", async () => {
    await signIn(2);
    const [access, refresh] = [kept(ACCESS), kept(REFRESH)];
    await wait(2_100);
    const late = new Browser({ [PAGE]: server.url });
    for (const name of [ACCESS, REFRESH]) late.put(HOST, name, kept(name) ?? "");
    const answers = await Promise.all(Array.from({ length: 10 }, me));
    expect(answers.map(({ status, data }) => ({ status, data }))).to.deep.equal(
      Array.from({ length: 10 }, () => ({ status: 200, data: ME })),
    );
    expect(provider.asked.tokens).to.equal(1);
    expect(kept(ACCESS)).not.to.equal(access);
    expect(kept(REFRESH)).to.be.a("string").and.not.equal(refresh);
    // One that was sent before the new cookies were there comes in after them.
    expect((await late.ask(PAGE, "{ me }")).data).to.deep.equal(ME);
    expect(late.cookie(HOST, REFRESH)?.value).to.equal(kept(REFRESH));
    expect((await me()).data, "and the issuer has not taken it for a theft").to.deep.equal(ME);
    expect(provider.asked.tokens).to.equal(1);
    expect(told()).to.deep.equal([]);
  });

  it("is renewed again with the token that the issuer gave last", async () => {
    await signIn(5);
    for (let time = 1; time <= 3; time++) {
      provider.person.seconds = 5;
      expect((await me()).data).to.deep.equal(ME);
      expect(provider.asked.tokens).to.equal(time);
    }
  });

  it("is renewed a little before, and for an event stream too, whose answer brings the cookies", async () => {
    await signIn(10);
    // As a browser sends it, by way of a proxy that asks by another name.
    const headers = { "x-ledger-page": "1", origin: PAGE, cookie: browser.cookieHeader(HOST) };
    const client = await StreamClient.open(server.url, "subscription { whoAmI }", { headers });
    expect((await client.next())?.data).to.deep.equal({ data: { whoAmI: "nguoi-dung-1" } });
    client.leave();
    const brought = client.response.headers["set-cookie"] ?? [];
    expect(brought.map((line) => line.split("=")[0])).to.deep.equal([ACCESS, REFRESH]);
    expect(client.response.headers["cache-control"]).to.equal("no-store");
    expect(provider.asked.tokens).to.equal(1);
  });

  it("is renewed when the page asks whether one is signed in", async () => {
    await signIn(2);
    await wait(2_100);
    expect(await (await browser.send(`${PAGE}/login/state`)).json()).to.deep.equal({ login: "OPENID", signedIn: true });
    expect(provider.asked.tokens).to.equal(1);
  });

  it("is over when the issuer does not renew it: as with an ended token, and the cookies are gone", async () => {
    await signIn(2);
    browser.put(HOST, REFRESH, "made-up");
    await wait(2_100);
    const answers = await Promise.all(Array.from({ length: 5 }, me));
    for (const answer of answers) {
      expect([answer.status, ...codes(answer)]).to.deep.equal([401, "UNAUTHENTICATED"]);
      expect(answer.errors[0]?.message).to.equal("The access token has expired.");
    }
    expect(provider.asked.tokens).to.equal(1);
    expect(browser.cookieHeader(HOST)).to.equal("");
    expect((await me()).data).to.deep.equal({ me: null });
    expect(told()).to.include("a login is not renewed: the issuer answers 400 `invalid_grant`");
    expect(JSON.stringify(server.lines)).not.to.contain("made-up");
  });

  it("is over when what the issuer gives then is refused here", async () => {
    await signIn(2);
    provider.person.claims = { role: "KING" };
    await wait(2_100);
    const answer = await me();
    expect([answer.status, ...codes(answer)]).to.deep.equal([401, "UNAUTHENTICATED"]);
    expect(browser.cookieHeader(HOST)).to.equal("");
  });

  it("is over without a refresh token, and says so once", async () => {
    await signIn(2);
    browser.put(HOST, REFRESH, "");
    await wait(2_100);
    expect(codes(await me())).to.deep.equal(["UNAUTHENTICATED"]);
    expect(provider.asked.tokens).to.equal(0);
    expect((await me()).data).to.deep.equal({ me: null });
  });

  it("waits for an issuer that is down: nobody is signed out for that", async () => {
    await signIn(2);
    await wait(2_100);
    await provider.stop();
    try {
      const answer = await me();
      expect([answer.status, ...codes(answer)]).to.deep.equal([503, "LEDGER_UNAVAILABLE"]);
      expect(kept(REFRESH)).to.be.a("string");
    } finally {
      await provider.start();
    }
    await wait(1_100);
    expect((await me()).data).to.deep.equal(ME);
  });

  it("is not asked for by who never had one: a made-up access token renews nothing", async () => {
    await signIn(3_600);
    browser.put(HOST, ACCESS, `${kept(ACCESS)}x`);
    expect((await me()).status).to.equal(401);
    expect(provider.asked.tokens).to.equal(0);
  });

  it("stays ended after a logout, whatever is still under way", async () => {
    await signIn(2);
    await wait(2_100);
    const [under, other] = [new Browser({ [PAGE]: server.url }), new Browser({ [PAGE]: server.url })];
    for (const one of [under, other]) for (const name of [ACCESS, REFRESH]) one.put(HOST, name, kept(name) ?? "");
    expect((await me()).data).to.deep.equal(ME);
    await browser.send(`${PAGE}/logout`, { method: "POST", headers: { "x-ledger-page": "1" } });
    expect((await under.ask(PAGE, "{ me }")).status).to.equal(401);
    expect(under.cookieHeader(HOST)).to.equal("");
  });

  it("ends the event stream that was opened by it, saying why", async () => {
    await signIn(2);
    browser.put(HOST, REFRESH, "");
    const headers = { "x-ledger-page": "1", "sec-fetch-site": "same-origin", cookie: browser.cookieHeader(HOST) };
    const client = await StreamClient.open(server.url, "subscription { waits }", { headers });
    const [expired, complete] = await client.rest();
    expect(JSON.stringify(expired?.data)).to.contain("UNAUTHENTICATED");
    expect(complete?.event).to.equal("complete");
  });
});
