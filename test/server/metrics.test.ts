import { expect } from "chai";
import { cleanUp } from "../eventstore/support/stores.js";
import { start, type TestServer } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";

describe("metrics", () => {
  afterEach(cleanUp);

  /** The samples by name and labels, as a scraper reads them. */
  async function scrape({ url }: TestServer): Promise<Map<string, number>> {
    const response = await fetch(`${url}/metrics`);
    expect(response.status).to.equal(200);
    expect(response.headers.get("content-type")).to.match(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).trimEnd().split("\n");
    const samples = lines.filter((line) => !line.startsWith("#"));
    for (const line of samples) expect(line).to.match(/^[a-z_]+(\{[a-z]+="[a-z-]+"\})? -?[0-9.e+-]+$/);
    // A family is described once, and before its samples.
    const described = lines.flatMap((line) => /^# TYPE (\S+) (?:gauge|counter)$/.exec(line)?.[1] ?? []);
    expect(new Set(described).size).to.equal(described.length);
    for (const line of samples) expect(described).to.include(/^[a-z_]+/.exec(line)![0]);
    return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]));
  }

  it("tell states, positions and what runs", async () => {
    const server = await start();
    Object.assign(server.ledger, {
      log: { head: () => Promise.resolve(12) },
      appends: () => ({ appended: 5, conflict: 1, unavailable: 0, refused: 0 }),
    });
    server.ledger.reads.position = 11;
    const samples = await scrape(server);
    expect(Object.fromEntries([...samples].filter(([name]) => name.startsWith("ledger_")))).to.deep.equal({
      'ledger_log_state{state="ok"}': 1,
      'ledger_log_state{state="unreachable"}': 0,
      'ledger_log_state{state="refusing"}': 0,
      'ledger_log_state{state="failed"}': 0,
      'ledger_clock_state{state="ok"}': 1,
      'ledger_clock_state{state="stepped"}': 0,
      'ledger_clock_state{state="behind-log"}': 0,
      ledger_clock_off_seconds: 0,
      'ledger_read_model_state{state="catching-up"}': 0,
      'ledger_read_model_state{state="live"}': 1,
      'ledger_read_model_state{state="log-unreachable"}': 0,
      'ledger_read_model_state{state="failed"}': 0,
      ledger_read_model_serving: 1,
      ledger_read_model_position: 11,
      ledger_log_position: 12,
      'ledger_appends_total{outcome="appended"}': 5,
      'ledger_appends_total{outcome="conflict"}': 1,
      'ledger_appends_total{outcome="unavailable"}': 0,
      'ledger_appends_total{outcome="refused"}': 0,
      ledger_open_streams: 0,
      ledger_open_sockets: 0,
      ledger_new_sockets: 0,
      'ledger_sent_away_total{kind="socket"}': 0,
      'ledger_sent_away_total{kind="http"}': 0,
      ledger_subscriptions: 0,
      ledger_unknown_events: 0,
    });
    expect(samples.get("process_resident_memory_bytes")).to.be.greaterThan(10_000_000);
    expect(samples.get("process_uptime_seconds")).to.be.greaterThan(0);
  });

  it("count sockets and subscriptions while they last", async () => {
    const server = await start();
    const client = await SocketClient.ready(server.endpoint);
    client.subscribe("1", "subscription { waits }");
    client.subscribe("2", "subscription { waits }");
    client.subscribe("3", "subscription { whoAmI }");
    await client.next("complete", "3");
    const running = await scrape(server);
    expect([running.get("ledger_open_sockets"), running.get("ledger_subscriptions")]).to.deep.equal([1, 2]);
    await client.close();
    for (let left = 1; left > 0;) left = (await scrape(server)).get("ledger_open_sockets") ?? 0;
    expect((await scrape(server)).get("ledger_subscriptions")).to.equal(0);
  });

  it("are there, soon, while the log does not answer; only its position is missing", async () => {
    for (const head of [() => new Promise<number>(() => undefined), () => Promise.reject(new Error("down"))]) {
      const server = await start();
      server.ledger.log = { head };
      server.ledger.health = { state: "unreachable" };
      const startedAt = performance.now();
      const samples = await scrape(server);
      expect(performance.now() - startedAt).to.be.below(5_000);
      expect(samples.get('ledger_log_state{state="unreachable"}')).to.equal(1);
      expect(samples.has("ledger_log_position")).to.equal(false);
    }
  });
});
