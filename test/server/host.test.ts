import { expect } from "chai";
import { request } from "node:http";
import { fromThisMachine } from "../../src/server/thisMachine.js";
import { cleanUp } from "../eventstore/support/stores.js";
import { start, type TestServer } from "./support/servers.js";

const status = async (url: string): Promise<number> => (await fetch(url)).status;

describe("health", () => {
  afterEach(cleanUp);

  it("is live as long as the process serves, ready only when it can answer and write", async () => {
    const { url, ledger } = await start();
    const ready = async () => {
      const response = await fetch(`${url}/health/ready`);
      return { status: response.status, ...((await response.json()) as object) };
    };
    expect(await ready()).to.deep.include({ status: "ok", readModel: "live", log: "ok" });
    expect(await status(`${url}/health/ready`)).to.equal(200);
    Object.assign(ledger.reads, { state: "catching-up", isServing: false });
    expect(await ready()).to.deep.include({ status: "not ready", readModel: "catching-up" });
    expect(await status(`${url}/health/ready`)).to.equal(503);
    Object.assign(ledger.reads, { state: "live", isServing: true });
    ledger.health = { state: "failed", reason: "The log /secret/path was deleted: put it back." };
    const answer = await (await fetch(`${url}/health/ready`)).text();
    expect(answer).to.contain('"log":"failed"').and.contain("The log … was deleted: put it back.");
    expect(answer).not.to.contain("secret");
    expect(await status(`${url}/health/ready`)).to.equal(503);
    expect(await status(`${url}/health/live`)).to.equal(200);
  });
});

describe("a node whose clock is wrong", () => {
  afterEach(cleanUp);

  it("says so once in its log, in its health and among its metrics, and goes on answering", async () => {
    const { url, ledger, lines } = await start();
    const told = () => lines.filter(({ clock }) => clock !== undefined).map(({ clock, level }) => [clock, level]);
    ledger.clock.health = { state: "stepped", offMs: 86_400_000 };
    await eventually(() => told().length > 0);
    const response = await fetch(`${url}/health/ready`);
    expect([response.status, await response.json()]).to.deep.equal([
      200,
      { status: "degraded", readModel: "live", log: "ok", clock: "stepped" },
    ]);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).to.contain('ledger_clock_state{state="stepped"} 1').and.contain("ledger_clock_off_seconds 86400\n");
    ledger.clock.health = { state: "ok", offMs: 0 };
    await eventually(() => told().length > 1);
    expect(told()).to.deep.equal([
      ["stepped", 40],
      ["ok", 40],
    ]);
  });
});

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("a node whose log cannot be reached for a while", () => {
  afterEach(cleanUp);

  it("goes on answering, and says that it is degraded", async () => {
    const { url, ledger } = await start();
    ledger.health = { state: "unreachable" };
    Object.assign(ledger.reads, { state: "log-unreachable" });
    const response = await fetch(`${url}/health/ready`);
    expect(response.status).to.equal(200);
    expect(await response.json()).to.deep.equal({
      status: "degraded",
      readModel: "log-unreachable",
      clock: "ok",
      log: "unreachable",
    });
  });
});

describe("stopping", () => {
  afterEach(cleanUp);

  it("lets a request that is under way end, and takes no other", async () => {
    const server = await start();
    const slow = server.ask("{ slow(ms: 300) }");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = server.close();
    expect((await slow).data).to.deep.equal({ slow: "done" });
    await closed;
    expect(await fetch(server.endpoint).catch(() => "refused")).to.equal("refused");
  });

  it("cuts what has not ended in time", async () => {
    const server = await start({ limits: { stopPatienceMs: 100 } });
    const stuck = server.ask("{ slow(ms: 5000) }").catch(() => "cut");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = performance.now();
    await server.close();
    expect(performance.now() - startedAt).to.be.below(3_000);
    expect(await stuck).to.equal("cut");
  });

  it("never was, on a port that is taken", async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const error = await start({ env: { PORT: port } }).catch((thrown: NodeJS.ErrnoException) => thrown.code);
    expect(error).to.equal("EADDRINUSE");
  });
});

describe("the explorer", () => {
  let server: TestServer;
  before(async () => {
    server = await start();
  });
  after(cleanUp);

  /** fetch would not let a test choose the Host header. */
  function page(headers: Record<string, string> = {}, at = server): Promise<{ text: string; policy: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(`${at.url}/explorer`, { headers }, (response) => {
        let text = "";
        response.on("data", (data) => (text += String(data)));
        response.on("end", () => resolve({ text, policy: String(response.headers["content-security-policy"]) }));
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  it("answers HEAD as GET, without a body", async () => {
    const head = await fetch(`${server.url}/explorer`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), await head.text()]).to.deep.equal([
      200,
      "text/html; charset=utf-8",
      "",
    ]);
    expect((await fetch(`${server.url}/metrics`, { method: "HEAD" })).status).to.equal(200);
    expect((await fetch(`${server.url}/nothing`, { method: "HEAD" })).status).to.equal(404);
  });

  it("opens with a token that works, on this machine in development", async () => {
    const token = /Bearer ([\w.-]+)/.exec((await page()).text)?.[1];
    expect((await server.ask("{ me }", { token: token ?? "none" })).data).to.deep.equal({
      me: "PRESS_OFFICER explorer null",
    });
  });

  for (const headers of [
    { host: "evil.example:4000" },
    { host: "localhost.evil.example" },
    { host: "127.0.0.1", "x-forwarded-for": "203.0.113.9" },
    { host: "localhost", forwarded: "for=203.0.113.9" },
    { host: "localhost", via: "1.1 proxy" },
  ]) {
    it(`has no token for ${JSON.stringify(headers)}`, async () => {
      const { text } = await page(headers);
      expect(text).to.contain("<title>press-ledger</title>").and.not.contain("Bearer");
    });
  }

  it("has no token for another machine, whatever it calls this one", () => {
    const from = (remoteAddress: string, host: string) =>
      fromThisMachine({ socket: { remoteAddress }, headers: { host } } as Parameters<typeof fromThisMachine>[0]);
    expect(from("203.0.113.9", "localhost:4000")).to.equal(false);
    expect(from("127.0.0.1", "localhost:4000") && from("::1", "[::1]:4000")).to.equal(true);
  });

  it("comes from this server alone, under a policy that lets nothing else run", async () => {
    const { text, policy } = await page();
    expect(policy).to.contain("default-src 'none'").and.contain("script-src 'self'");
    expect(policy).not.to.match(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    const files = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(files.every((file) => file.startsWith("/explorer/") || file.startsWith("data:"))).to.equal(true);
    for (const file of files.filter((one) => one.startsWith("/"))) {
      expect(await status(`${server.url}${file}`)).to.equal(200);
    }
    expect(await status(`${server.url}/explorer/none.js`)).to.equal(404);
  });

  it("has no token in production, and can be switched off", async () => {
    const env = {
      LEDGER_MODE: "production",
      AUTH_ISSUER: "https://id.example.vn",
      AUTH_AUDIENCE: "ledger",
      AUTH_JWKS_URL: "https://localhost:1/keys",
    };
    expect((await page({}, await start({ env }))).text)
      .to.contain("press-ledger")
      .and.not.contain("Bearer");
    const off = await start({ env: { ...env, LEDGER_EXPLORER: "off" } });
    expect(await status(`${off.url}/explorer`)).to.equal(404);
  });
});
