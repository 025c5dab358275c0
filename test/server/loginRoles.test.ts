import { expect } from "chai";
import { request } from "node:http";
import { startServer } from "../../src/server/server.js";
import { cleanUp, tracked } from "../eventstore/support/stores.js";
import { Api } from "../support/api.js";
import { cast, type Cast } from "../support/cast.js";
import { Browser } from "./support/browser.js";
import { start, withoutThreads } from "./support/servers.js";

const PRODUCTION = {
  LEDGER_MODE: "production",
  AUTH_ISSUER: "https://id.example.vn",
  AUTH_AUDIENCE: "ledger",
  AUTH_JWKS_URL: "https://localhost:1/keys",
};

interface Got {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookies: readonly string[];
}

/** fetch would not let a test choose the Host header. */
function send(address: string, headers: Record<string, string>, body?: unknown): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: body === undefined ? "GET" : "POST", headers }, (response) => {
      let text = "";
      response.on("data", (data) => (text += String(data)));
      response.on("end", () => {
        const read = JSON.parse(text) as Record<string, unknown>;
        resolve({ status: response.statusCode ?? 0, body: read, cookies: response.headers["set-cookie"] ?? [] });
      });
    });
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
  });
}

describe("taking a role, in development and on this machine", () => {
  let api: Api;
  let world: Cast;
  let url = "";
  let browser: Browser;
  const lines: string[] = [];

  before(async () => {
    api = await Api.open("2026-11-30T03:00:00.000Z");
    world = await cast(api);
    const config = withoutThreads({ DATA_DIR: api.folder });
    const logTo = { write: (line: string) => void lines.push(line) };
    ({ url } = tracked(await startServer({ config, ledger: api.ledger, logTo })));
  });
  beforeEach(() => {
    browser = new Browser();
  });
  after(async () => {
    await cleanUp();
    await api.close();
  });

  const JSON_PAGE = { "content-type": "application/json", "x-ledger-page": "1" };
  const take = (body: unknown, headers: Record<string, string> = JSON_PAGE): Promise<Got> =>
    send(`${url}/login/as`, headers, body);
  const state = async (): Promise<unknown> => (await browser.send(`${url}/login/state`)).json();
  const refusal = ({ status, body, cookies }: Got): readonly unknown[] => {
    const [error] = body["errors"] as { message: string; messageVi: string; extensions: { code: string } }[];
    expect(error?.message).to.match(/^[A-Z].+\.$/);
    expect(error?.messageVi).to.match(/^\p{Lu}.+\.$/u);
    expect(error?.messageVi).not.to.equal(error?.message);
    expect(cookies).to.deep.equal([]);
    return [status, error?.extensions.code];
  };

  it("begins with the roles that may be taken, in both languages", async () => {
    const { body } = await send(`${url}/login/roles`, {});
    const roles = body as unknown as { role: string; vi: string; en: string; needsUnit: boolean }[];
    expect(roles.map(({ role }) => role)).to.deep.equal([
      "CLERK",
      "PRESS_OFFICER",
      "INSPECTOR",
      "OVERSIGHT",
      "ANALYST",
      "ADMIN",
    ]);
    expect(roles[0]).to.deep.equal({ role: "CLERK", vi: "cán bộ của đơn vị", en: "clerk of a unit", needsUnit: true });
    expect(await state()).to.deep.equal({ login: "ROLES", signedIn: false });
  });

  it("makes one that role, for a unit, until one signs out", async () => {
    const body = JSON.stringify({ role: "CLERK", unitId: world.health });
    const taken = await browser.send(`${url}/login/as`, { method: "POST", headers: JSON_PAGE, body });
    expect([taken.status, await taken.json()]).to.deep.equal([200, { signedIn: true }]);
    const { host } = new URL(url);
    expect(browser.cookie(host, "ledger-access")?.attributes).to.have.members(["Path=/", "HttpOnly", "SameSite=Lax"]);
    const viewer = "{ viewer { subject role unit { name } } }";
    expect((await browser.ask(url, viewer)).data).to.deep.equal({
      viewer: { subject: "demo.clerk", role: "CLERK", unit: { name: "Sở Y tế" } },
    });
    expect(await state()).to.deep.equal({ login: "ROLES", signedIn: true });
    const token = browser.cookie(host, "ledger-access")?.value ?? "";
    const { exp = 0, iat = 0 } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
      exp?: number;
      iat?: number;
    };
    expect(exp - iat).to.be.closeTo(12 * 3_600, 2);
    expect(lines.join()).not.to.contain(token.slice(0, 30));
    const gone = await browser.send(`${url}/logout`, { method: "POST", headers: { "x-ledger-page": "1" } });
    expect(await gone.json()).to.deep.equal({ to: "/" });
    expect((await browser.ask(url, viewer)).data).to.deep.equal({ viewer: null });
  });

  it("needs no unit of those who act for none, and says subjects plainly", async () => {
    const body = JSON.stringify({ role: "PRESS_OFFICER", unitId: null });
    await browser.send(`${url}/login/as`, { method: "POST", headers: JSON_PAGE, body });
    expect((await browser.ask(url, "{ viewer { subject role unit { name } } }")).data).to.deep.equal({
      viewer: { subject: "demo.press-officer", role: "PRESS_OFFICER", unit: null },
    });
  });

  for (const [what, body, status, code] of [
    ["an unknown role", { role: "KING", unitId: null }, 400, "ROLE_UNKNOWN"],
    ["a role of programs", { role: "SUBSCRIBER", unitId: null }, 400, "ROLE_UNKNOWN"],
    ["the public", { role: "PUBLIC", unitId: null }, 400, "ROLE_UNKNOWN"],
    ["a name of every object", { role: "constructor", unitId: null }, 400, "ROLE_UNKNOWN"],
    ["a clerk without a unit", { role: "CLERK", unitId: null }, 400, "UNIT_NEEDED"],
    [
      "a unit that is not there",
      { role: "CLERK", unitId: "Unit:0b7c3c1e-5a55-4b7e-9d6b-3f0d9f6f2a11" },
      400,
      "UNIT_UNKNOWN",
    ],
    ["what is no unit", { role: "ANALYST", unitId: "Visit:1" }, 400, "UNIT_UNKNOWN"],
    ["a role that is no text", { role: ["ADMIN"], unitId: null }, 400, "MALFORMED"],
    ["a unit that is no text", { role: "ADMIN", unitId: 7 }, 400, "MALFORMED"],
    ["nothing", "", 400, "MALFORMED"],
    ["no JSON", "{", 400, "MALFORMED"],
    ["null", "null", 400, "MALFORMED"],
  ] as const) {
    it(`is refused for ${what}`, async () => {
      expect(refusal(await take(body))).to.deep.equal([status, code]);
    });
  }

  it("is refused to whoever is not our page, though a browser sends it", async () => {
    const body = { role: "ADMIN", unitId: null };
    const json = { "content-type": "application/json" };
    expect(refusal(await take(body, json))).to.deep.equal([403, "NOT_THIS_PAGE"]);
    const cross = { ...JSON_PAGE, "sec-fetch-site": "cross-site" };
    expect(refusal(await take(body, cross))).to.deep.equal([403, "NOT_THIS_PAGE"]);
    const form = { "content-type": "application/x-www-form-urlencoded", "x-ledger-page": "1" };
    expect(refusal(await take("role=ADMIN", form))).to.deep.equal([400, "MALFORMED"]);
  });

  for (const headers of [
    { host: "evil.example:4000" },
    { host: "localhost.evil.example" },
    { host: "127.0.0.1", "x-forwarded-for": "203.0.113.9" },
    { host: "localhost", forwarded: "for=203.0.113.9" },
    { host: "localhost", via: "1.1 proxy" },
  ] as Record<string, string>[]) {
    it(`is not there for ${JSON.stringify(headers)}`, async () => {
      const body = { role: "ADMIN", unitId: null };
      expect(refusal(await take(body, { ...JSON_PAGE, ...headers }))).to.deep.equal([403, "NO_ROLES"]);
      expect((await send(`${url}/login/roles`, headers)).body).to.deep.equal([]);
      expect((await send(`${url}/login/state`, headers)).body).to.deep.equal({ login: "NONE", signedIn: false });
    });
  }

  it("is not there in production, nor where an issuer signs the tokens", async () => {
    const issuer = { AUTH_JWKS_URL: "https://localhost:1/keys" };
    for (const env of [PRODUCTION, issuer]) {
      const server = await start({ env });
      const got = await send(`${server.url}/login/as`, JSON_PAGE, { role: "ADMIN", unitId: null });
      expect(refusal(got)).to.deep.equal([403, "NO_ROLES"]);
      expect((await send(`${server.url}/login/roles`, {})).body).to.deep.equal([]);
      expect((await send(`${server.url}/login/state`, {})).body).to.deep.equal({ login: "NONE", signedIn: false });
    }
  });

  it("shows nothing of what goes wrong inside, and is kept out of caches and frames", async () => {
    const { url: broken } = await start();
    const got = await send(`${broken}/login/as`, JSON_PAGE, { role: "CLERK", unitId: world.health });
    expect(got.status).to.equal(500);
    expect(JSON.stringify(got.body)).to.contain('"code":"INTERNAL_SERVER_ERROR"').and.not.contain("undefined");
    for (const path of ["state", "roles"]) {
      const { headers } = await fetch(`${url}/login/${path}`);
      expect(headers.get("content-type")).to.equal("application/json; charset=utf-8");
      expect(headers.get("cache-control")).to.equal("no-store");
      expect(headers.get("referrer-policy")).to.equal("no-referrer");
      expect(headers.get("content-security-policy")).to.contain("frame-ancestors 'none'");
    }
  });

  it("is not a login by an issuer: that is told in both languages", async () => {
    const answer = await fetch(`${url}/login?to=/`, { redirect: "manual" });
    expect(answer.status).to.equal(404);
    expect(await answer.text())
      .to.contain("không có đăng nhập")
      .and.contain("There is no login");
  });
});
