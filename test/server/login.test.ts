import { expect } from "chai";
import { cleanUp } from "../eventstore/support/stores.js";
import { Browser } from "./support/browser.js";
import { type OpenIdProvider, openIdProvider, PUBLIC_WEB_CLIENT, WEB_CLIENT } from "./support/openIdProvider.js";
import { codes, start, type TestServer } from "./support/servers.js";

const AUDIENCE = "press-ledger-api";
const PAGE = "https://so.example.vn";
const HOST = "so.example.vn";
const ACCESS = "__Host-ledger-access";
const REFRESH = "__Host-ledger-refresh";
const UNDER_WAY = "__Host-ledger-login";
const FLAGS = ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"];

describe("a login by the issuer", () => {
  let provider: OpenIdProvider;
  let server: TestServer;
  let browser: Browser;
  const settings = (more: Readonly<Record<string, string>> = {}) => ({
    LEDGER_MODE: "production",
    AUTH_ISSUER: provider.issuer,
    AUTH_AUDIENCE: AUDIENCE,
    AUTH_JWKS_URL: provider.jwksUrl,
    AUTH_CLIENT_ID: WEB_CLIENT.id,
    AUTH_CLIENT_SECRET: WEB_CLIENT.secret,
    PUBLIC_URL: PAGE,
    ALLOWED_ORIGINS: "https://bao.example.vn",
    ...more,
  });
  const OFFICER = { role: "PRESS_OFFICER" };

  before(async () => {
    provider = await openIdProvider(AUDIENCE, PAGE);
    server = await start({ env: settings() });
  });
  beforeEach(() => {
    Object.assign(provider.person, { claims: OFFICER, audience: AUDIENCE, seconds: 3_600, declines: false });
    server.lines.length = 0;
    browser = new Browser({ [PAGE]: server.url });
  });
  after(cleanUp);

  const me = async (headers?: Record<string, string>) => browser.ask(PAGE, "{ me }", headers ? { headers } : {});
  const state = async (): Promise<unknown> => (await browser.send(`${PAGE}/login/state`)).json();
  const signIn = (to = "/visits") => browser.go(`${PAGE}/login?to=${encodeURIComponent(to)}`, `${PAGE}${to}`);
  /** Up to where the issuer sends the browser back, without going there. */
  const comeBack = async (to = "/"): Promise<string> =>
    (await browser.go(`${PAGE}/login?to=${encodeURIComponent(to)}`, `${PAGE}/login/callback`)).address;
  const logged = (): string => JSON.stringify(server.lines);
  const told = (): string[] => server.lines.filter(({ level }) => level === 40).map(({ msg }) => String(msg));

  async function page(response: Response, status: number, ...parts: readonly string[]): Promise<void> {
    const text = await response.text();
    expect([response.status, response.headers.get("content-type")]).to.deep.equal([status, "text/html; charset=utf-8"]);
    for (const part of ["Chưa đăng nhập được", "Not signed in", ...parts]) expect(text).to.contain(part);
    expect(text).not.to.match(/<script|style=|<form/);
    expect(response.headers.get("content-security-policy")).to.equal(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get("referrer-policy")).to.equal("no-referrer");
    expect(response.headers.get("cache-control")).to.equal("no-store");
  }

  it("leads to the issuer and back to where one was, and from then on one is somebody", async () => {
    expect(await state()).to.deep.equal({ login: "OPENID", signedIn: false });
    const { address, response } = await signIn("/visits?tu=2026-11-01#x");
    expect([address, response.status]).to.deep.equal([`${PAGE}/visits?tu=2026-11-01#x`, 302]);
    expect((await me()).data).to.deep.equal({ me: "PRESS_OFFICER nguoi-dung-1 null" });
    expect(await state()).to.deep.equal({ login: "OPENID", signedIn: true });
    expect((await me()).headers.get("cache-control")).to.equal("no-store");
  });

  it("asks the issuer with state, nonce and PKCE, by a cookie of ten minutes that no script reads", async () => {
    const response = await browser.send(`${PAGE}/login?to=/visits`);
    const asked = new URL(response.headers.get("location") ?? "");
    expect(asked.origin).to.equal(provider.issuer);
    expect(Object.fromEntries(asked.searchParams)).to.include({
      client_id: WEB_CLIENT.id,
      redirect_uri: `${PAGE}/login/callback`,
      response_type: "code",
      scope: "openid",
      code_challenge_method: "S256",
    });
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(asked.searchParams.get(name), name).to.have.length.greaterThan(40);
    }
    expect(browser.cookie(HOST, UNDER_WAY)?.attributes).to.have.members(["Max-Age=600", ...FLAGS]);
    expect(await response.text()).to.equal("");
  });

  it("keeps the tokens in cookies of this host alone, which no script reads, and shows them nowhere", async () => {
    await signIn();
    for (const name of [ACCESS, REFRESH]) {
      expect(browser.cookie(HOST, name)?.attributes, name).to.have.members(FLAGS);
    }
    expect(browser.cookie(HOST, UNDER_WAY), "it is used once").to.equal(undefined);
    const secrets = [ACCESS, REFRESH].map((name) => browser.cookie(HOST, name)?.value ?? "none");
    const shown = JSON.stringify([await state(), (await me()).text]);
    for (const secret of secrets) expect(shown + logged()).not.to.contain(secret.slice(0, 30));
  });

  it("is logged by its route: no code, no state, no place, no token", async () => {
    const address = await comeBack();
    const { searchParams } = new URL(address);
    await browser.send(address);
    const routes = server.lines.filter(({ msg }) => msg === "request").map(({ route }) => route);
    expect(routes).to.deep.equal(["/login", "/login/callback"]);
    for (const name of ["code", "state"]) expect(logged()).not.to.contain(searchParams.get(name));
    expect(logged()).not.to.match(/\?|verifier|eyJ/);
  });

  it("needs no secret where the client is public", async () => {
    const env = settings({ AUTH_CLIENT_ID: PUBLIC_WEB_CLIENT, AUTH_CLIENT_SECRET: "" });
    browser = new Browser({ [PAGE]: (await start({ env })).url });
    await signIn();
    expect((await me()).data).to.deep.equal({ me: "PRESS_OFFICER nguoi-dung-1 null" });
  });

  it("is by plain cookies where the page is on this machine without https", async () => {
    const origin = "http://localhost:4999";
    const near = await openIdProvider(AUDIENCE, origin);
    near.person.claims = OFFICER;
    const env = settings({ PUBLIC_URL: origin, AUTH_ISSUER: near.issuer, AUTH_JWKS_URL: near.jwksUrl });
    browser = new Browser({ [origin]: (await start({ env })).url });
    await browser.go(`${origin}/login`, `${origin}/login/callback`).then(({ address }) => browser.send(address));
    const { attributes } = browser.cookie("localhost:4999", "ledger-access") ?? {};
    expect(attributes).to.have.members(FLAGS.filter((flag) => flag !== "Secure"));
    expect((await browser.ask(origin, "{ me }")).data).to.deep.equal({ me: "PRESS_OFFICER nguoi-dung-1 null" });
  });

  for (const to of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/a\\..\\evil",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "javascript:alert(1)",
    "visits",
    "",
    "/login",
    "/login/callback?code=1",
    "/logout",
    `/${"a".repeat(2_001)}`,
  ]) {
    it(`does not lead to ${JSON.stringify(to.slice(0, 30))}`, async () => {
      const response = await browser.send(`${PAGE}/login?to=${encodeURIComponent(to)}`);
      await page(response, 400, "phải là một đường dẫn", "must be a path of this very site");
      expect(response.headers.get("location")).to.equal(null);
    });
  }

  it("does not lead to one of two places", async () => {
    await page(await browser.send(`${PAGE}/login?to=/a&to=//evil.example`), 400);
  });

  for (const to of ["/", "/visits?tu=//x&b=%2F%2Fy", "/đơn-vị/1?tên=Sở Y tế", "/a//b", "/loginx"]) {
    it(`leads back to ${to}`, async () => {
      const address = await comeBack(to);
      const { status, headers } = await browser.send(address);
      expect([status, headers.get("location")]).to.deep.equal([302, new URL(to, PAGE).href]);
    });
  }

  it("does not lead away by a cookie that somebody has changed", async () => {
    const address = await comeBack();
    const kept = browser.cookie(HOST, UNDER_WAY)?.value ?? "";
    const underWay = JSON.parse(Buffer.from(kept, "base64url").toString()) as object;
    for (const to of [`${PAGE}.evil.example/`, "https://evil.example/", `${PAGE}//evil.example`, 7]) {
      browser.put(HOST, UNDER_WAY, Buffer.from(JSON.stringify({ ...underWay, to })).toString("base64url"));
      await page(await browser.send(address), 400, "không bắt đầu từ trình duyệt này");
    }
  });

  it("is refused with another's state, without one, and in a browser where it was not begun", async () => {
    const address = new URL(await comeBack());
    const wrong = new URL(address);
    wrong.searchParams.set("state", "a".repeat(43));
    const without = new URL(address);
    without.searchParams.delete("state");
    const asked = provider.asked.tokens;
    for (const one of [wrong, without]) {
      await page(await browser.send(one.href), 400, "không bắt đầu từ trình duyệt này", "not begun in this browser");
    }
    await page(await new Browser({ [PAGE]: server.url }).send(address.href), 400, "not begun in this browser");
    expect(provider.asked.tokens, "the issuer is not even asked").to.equal(asked);
    expect(browser.cookie(HOST, ACCESS)).to.equal(undefined);
    // A forged link has not ended the real one.
    expect((await browser.send(address.href)).status).to.equal(302);
  });

  it("is good once: a code that is shown again is refused", async () => {
    const address = await comeBack();
    const kept = browser.cookie(HOST, UNDER_WAY)?.value ?? "";
    expect((await browser.send(address)).status).to.equal(302);
    await page(await browser.send(address), 400, "has been used");
    browser.put(HOST, UNDER_WAY, kept);
    await page(await browser.send(address), 400, "không chấp nhận lần đăng nhập này", "does not accept this login");
    expect(told()).to.deep.equal(["a login failed: the issuer answers 400 `invalid_grant`"]);
  });

  it("is refused when the answer names another issuer, or has another's nonce", async () => {
    const address = new URL(await comeBack());
    const mixed = new URL(address);
    mixed.searchParams.set("iss", "https://evil.example");
    await page(await browser.send(mixed.href), 400, "its answer is not right");
    const again = await comeBack();
    const kept = JSON.parse(
      Buffer.from(browser.cookie(HOST, UNDER_WAY)?.value ?? "", "base64url").toString(),
    ) as object;
    browser.put(HOST, UNDER_WAY, Buffer.from(JSON.stringify({ ...kept, nonce: "another" })).toString("base64url"));
    await page(await browser.send(again), 400, "its answer is not right");
    expect(browser.cookie(HOST, ACCESS)).to.equal(undefined);
  });

  it("is told when one was not let in at the issuer, by its code alone", async () => {
    provider.person.declines = true;
    const { response } = await browser.go(`${PAGE}/login`);
    await page(response, 403, "đã bị bỏ dở", "broken off");
    expect(told()).to.deep.equal(["a login failed: the issuer answers `access_denied`"]);
    expect(logged()).not.to.contain("not-for-the-log");
  });

  it("tells who would be refused from then on, with the line that the operator needs", async () => {
    provider.person.claims = { role: "<b>KING</b>" };
    const { response } = await browser.go(`${PAGE}/login`);
    await page(
      response,
      403,
      "sổ này không nhận mã truy cập của bạn",
      "does not take your access token",
      "It is refused: its claim `role` names no role of this ledger. (It has iss",
      "role &quot;&lt;b&gt;KING&lt;/b&gt;&quot;",
    );
    expect(browser.cookie(HOST, ACCESS)).to.equal(undefined);
    expect(told()).to.deep.equal([
      "a login failed: its access token is refused: its claim `role` names no role of this ledger",
    ]);
  });

  it("tells who has a token that no browser keeps", async () => {
    provider.person.claims = { ...OFFICER, groups: "x".repeat(2_600) };
    const { response } = await browser.go(`${PAGE}/login`);
    await page(response, 403, "quá dài", "too long for a browser");
  });

  it("tells the operator of a wrong secret, and the person that it is not theirs", async () => {
    const wrong = await start({ env: settings({ AUTH_CLIENT_SECRET: "wrong" }) });
    browser = new Browser({ [PAGE]: wrong.url });
    await page((await browser.go(`${PAGE}/login`)).response, 503, "không chấp nhận máy chủ này", "tell its operator");
    expect(JSON.stringify(wrong.lines)).to.contain("a login failed: the issuer answers 401");
  });

  it("is not there while the issuer is down, says so in both languages, and is there again by itself", async () => {
    const fresh = await start({ env: settings() });
    browser = new Browser({ [PAGE]: fresh.url });
    await provider.stop();
    try {
      for (let time = 0; time < 2; time++) {
        await page(await browser.send(`${PAGE}/login`), 503, "Hiện không liên lạc được", "cannot be reached now");
      }
      expect((await browser.ask(PAGE, "{ hello }")).data).to.deep.equal({ hello: "world" });
    } finally {
      await provider.start();
    }
    expect(JSON.stringify(fresh.lines)).to.contain("a login failed: the issuer cannot be found by AUTH_ISSUER");
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await signIn();
    expect((await me()).data).to.deep.equal({ me: "PRESS_OFFICER nguoi-dung-1 null" });
  });

  it("is not there when the issuer goes away in the middle of it", async () => {
    const address = await comeBack();
    await provider.stop();
    try {
      await page(await browser.send(address), 503, "cannot be reached now");
    } finally {
      await provider.start();
    }
  });

  it("is not offered without AUTH_CLIENT_ID", async () => {
    const without = await start({ env: settings({ AUTH_CLIENT_ID: "" }) });
    browser = new Browser({ [PAGE]: without.url });
    expect(await state()).to.deep.equal({ login: "NONE", signedIn: false });
    for (const path of ["/login", "/login/callback"]) {
      await page(await browser.send(`${PAGE}${path}`), 404, "không có đăng nhập", "There is no login");
    }
  });

  describe("and its end", () => {
    const logout = (headers: Record<string, string> = { "x-ledger-page": "1" }) =>
      browser.send(`${PAGE}/logout`, { method: "POST", headers });

    it("takes the cookies away, ends the refresh token, and says where the issuer's own login is ended", async () => {
      await signIn();
      const kept = browser.cookieHeader(HOST);
      const answer = await logout();
      const { to } = (await answer.json()) as { to: string };
      expect(to.startsWith(`${provider.issuer}/session/end?`)).to.equal(true);
      expect(new URL(to).searchParams.get("post_logout_redirect_uri")).to.equal(`${PAGE}/`);
      expect(browser.cookieHeader(HOST)).to.equal("");
      expect((await me()).data).to.deep.equal({ me: null });
      const { id, secret } = WEB_CLIENT;
      const refresh = new RegExp(`${REFRESH}=([^;]+)`).exec(kept)?.[1] ?? "";
      const again = await fetch(`${provider.issuer}/token`, {
        method: "POST",
        headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
        body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refresh }),
      });
      expect([again.status, ((await again.json()) as { error: string }).error]).to.deep.equal([400, "invalid_grant"]);
    });

    it("is there though the issuer is not", async () => {
      await signIn();
      await provider.stop();
      try {
        const answer = await logout();
        expect(answer.status).to.equal(200);
        expect(browser.cookieHeader(HOST)).to.equal("");
      } finally {
        await provider.start();
      }
      expect(told().join()).to.contain("a login was not ended at the issuer");
    });

    it("leads to the first page for who was nobody", async () => {
      expect(await (await logout()).json()).to.deep.equal({ to: "/" });
    });

    it("is for this page to ask: no other signs anybody out", async () => {
      await signIn();
      for (const headers of [
        {},
        { "sec-fetch-site": "cross-site" },
        { "x-ledger-page": "1", "sec-fetch-site": "same-site" },
        { origin: "https://bao.example.vn" },
      ] as Record<string, string>[]) {
        const answer = await logout(headers);
        const { errors } = (await answer.json()) as { errors: { messageVi: string; extensions: { code: string } }[] };
        expect([answer.status, errors[0]?.extensions.code]).to.deep.equal([403, "NOT_THIS_PAGE"]);
        expect(errors[0]?.messageVi).to.contain("chỉ trang của máy chủ này");
      }
      expect((await me()).data).to.deep.equal({ me: "PRESS_OFFICER nguoi-dung-1 null" });
      expect((await logout({ "sec-fetch-site": "same-origin" })).status).to.equal(200);
    });
  });

  it("gives way to an Authorization header, and a wrong one is refused whatever the cookie says", async () => {
    await signIn();
    const token = await provider.token({ role: "ANALYST" });
    expect((await me({ authorization: `Bearer ${token}` })).data?.["me"]).to.match(/^ANALYST /);
    const wrong = await me({ authorization: "Bearer abc" });
    expect([wrong.status, ...codes(wrong)]).to.deep.equal([401, "UNAUTHENTICATED"]);
    expect(wrong.headers.getSetCookie()).to.deep.equal([]);
  });
});
