import { expect } from "chai";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import { loadConfig } from "../../src/config.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import type { Json } from "../support/api.js";
import { ONE_THREAD, Program } from "./program.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PYTHON = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
const CHROMIUM = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
const PATIENCE_MS = 40_000;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** A client of docs/API.md, and what it has told so far, line by line. */
interface Client {
  lines(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** A program that prints a line for each notice. */
function program(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Client {
  const child: ChildProcess = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env } });
  let out = "";
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const gone = once(child, "close");
  return {
    lines: () => Promise.resolve(out.split("\n").slice(0, -1)),
    async stop() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** A page in Chromium, which is told what to do over its debugging port. */
async function page(address: string): Promise<Client> {
  const profile = mkdtempSync(join(tmpdir(), "press-ledger-chromium-"));
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0"];
  const child = spawn(CHROMIUM!, [...args, `--user-data-dir=${profile}`, address], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const port = await eventually(() => Promise.resolve(/DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1]));
  const debugged = await eventually(async () => {
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Json[];
    return pages.find(({ url }) => url.startsWith(address))?.webSocketDebuggerUrl as string | undefined;
  });
  const socket = new WebSocket(debugged);
  await once(socket, "open");
  let asked = 0;
  return {
    async lines() {
      const id = (asked += 1);
      const expression = `[...document.querySelectorAll("li")].map(({ textContent }) => textContent).join("\\n")`;
      socket.send(JSON.stringify({ id, method: "Runtime.evaluate", params: { expression } }));
      for (;;) {
        const [message] = (await once(socket, "message")) as [Buffer];
        const { id: answered, result } = JSON.parse(String(message)) as Json;
        if (answered === id) return (result.result.value as string).split("\n").filter((line) => line !== "");
      }
    },
    async stop() {
      socket.terminate();
      const gone = once(child, "close");
      child.kill("SIGKILL");
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error("It never came.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("the clients of docs/API.md", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-clients-"));
  const pages: Server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(readFileSync(join(ROOT, "examples/browser.html")));
  });
  let origin = "";
  let port = 0;
  let server: Program;
  let token = "";
  let [admin, unitId, inspections] = ["", "", 0];

  before(async () => {
    pages.listen(0, "127.0.0.1");
    await once(pages, "listening");
    origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
    port = await freePort();
    await start();
    const key = await developmentKey(folder, loadConfig({ DATA_DIR: folder }).auth);
    const scopes = { subjects: ["INSPECTION"], unitIds: ["*"] };
    token = await key.issue({ subject: "portal", role: "SUBSCRIBER", unitId: null, scopes, hours: 1 });
    admin = await key.issue({ subject: "admin-1", role: "ADMIN", unitId: null, hours: 1 });
    const unit = { kind: "DEPARTMENT", name: "Sở Thông tin và Truyền thông" };
    ({ id: unitId } = await give("registerUnit", "unit", { unit, legalBasis: "QĐ", effectiveOn: "2018-01-01" }));
  });
  after(async () => {
    await server.kill().catch(() => undefined);
    pages.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<void> => {
    server = await Program.start(folder, { PORT: String(port), ALLOWED_ORIGINS: origin, ...ONE_THREAD });
  };

  async function give(name: string, record: "unit" | "inspection", input: object): Promise<Json> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const changed = record === "unit" ? "UnitChanged" : "InspectionChanged";
    const told = `... on UserError { message } ... on ${changed} { ${record} { id } }`;
    const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${told} } }`;
    const body = JSON.stringify({ query, variables: { input: { commandId: crypto.randomUUID(), ...input } } });
    const headers = { "content-type": "application/json", authorization: `Bearer ${admin}` };
    const answer = (await (await fetch(server.url, { method: "POST", headers, body })).json()) as Json;
    if (!answer.data?.done[record]) throw new Error(JSON.stringify(answer));
    return answer.data.done[record];
  }

  /** Two events that a subscriber is told of, and one of them everybody. */
  async function announceInspection(): Promise<void> {
    const { id } = await give("decideInspection", "inspection", {
      ...{ kind: "SPECIALISED_INSPECTION", title: "Thanh tra in, phát hành", lead: { unitId } },
      ...{ decisionNumber: `${(inspections += 1)}/QĐ-TTr`, decidedOn: "2019-09-02" },
      periodExamined: { from: "2019-01-01", to: "2019-06-30" },
      onSite: { from: "2019-09-10", to: "2019-09-20" },
      targets: [{ kind: "ORGANISATION", name: "Công ty Sách" }],
      team: [{ name: "Lê Văn An", role: "HEAD" }],
      ...{ occurredAt: "2019-09-02T03:00:00.000Z", lateEntryReason: "Nhập sau" },
    });
    await give("announceInspection", "inspection", {
      inspectionId: id,
      occurredAt: "2019-09-03T03:00:00.000Z",
      lateEntryReason: "Nhập sau",
    });
  }

  /** What it is for, its file, what runs it, of how many events of an inspection it is told, and how it is opened. */
  const clients: readonly [string, string, string | undefined, number, () => Client | Promise<Client>][] = [
    ["for Node", "node.mjs", process.execPath, 2, () => program(process.execPath, ["examples/node.mjs"], told("ws"))],
    ["for Python", "client.py", PYTHON, 2, () => program(PYTHON!, ["examples/client.py"], told("http"))],
    ["for a browser", "browser.html", CHROMIUM, 1, () => page(`${origin}/?ledger=http://127.0.0.1:${port}`)],
  ];
  const told = (protocol: string): Record<string, string> => ({
    LEDGER: `${protocol}://127.0.0.1:${port}`,
    TOKEN: token,
    CURSOR: join(folder, `cursor-${protocol}.txt`),
  });

  for (const [what, file] of clients) {
    it(`${what} stands there word for word`, () => {
      const text = readFileSync(join(ROOT, "examples", file), "utf8");
      expect(readFileSync(join(ROOT, "docs/API.md"), "utf8")).to.include(`\n${text}\`\`\``);
    });
  }

  const open: { readonly what: string; readonly eventsEach: number; readonly client: Client }[] = [];
  after(() => Promise.all(open.map(({ client }) => client.stop())));

  it("are told every event once, across restarts of the server", async () => {
    for (const [what, , needs, eventsEach, opening] of clients) {
      if (needs !== undefined) open.push({ what, eventsEach, client: await opening() });
      else console.log(`      The client ${what} is not tried: this machine has nothing to run it.`);
    }
    for (const then of ["killed", "stopped", "up"]) {
      await announceInspection();
      for (const { what, eventsEach, client } of open) {
        const lines = await linesOf(client, inspections * eventsEach);
        expect(lines, what).to.have.length(inspections * eventsEach);
      }
      if (then === "killed") await server.kill();
      if (then === "stopped") await server.stop();
      if (then !== "up") await start();
    }
    // Whatever would come twice has come by now, or comes before this.
    await announceInspection();
    for (const { what, eventsEach, client } of open) {
      const lines = await linesOf(client, inspections * eventsEach);
      const positions = lines.map((line) => Number(/^P1-(\d+) /.exec(line)?.[1]));
      expect(positions, what).to.deep.equal([...new Set(positions)].sort((a, b) => a - b));
      expect(positions, what).to.have.length(inspections * eventsEach);
    }
  });

  const linesOf = (client: Client, atLeast: number): Promise<readonly string[]> =>
    eventually(async () => {
      const lines = await client.lines();
      return lines.length >= atLeast ? lines : undefined;
    });

  it("go on from their cursor when they are started again themselves", async () => {
    const runs: readonly (readonly [string, string | undefined, string])[] = [
      ["ws", process.execPath, "examples/node.mjs"],
      ["http", PYTHON, "examples/client.py"],
    ];
    for (const [protocol, command, file] of runs) {
      if (command === undefined) continue;
      const env = { ...told(protocol), CURSOR: join(folder, `cursor-again-${protocol}.txt`) };
      let known = 0;
      for (const _time of ["first", "again"]) {
        await announceInspection();
        const client = program(command, [file], env);
        const expected = inspections * 2 - known;
        await linesOf(client, expected);
        // The cursor is kept after the line was told.
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        expect(await client.lines(), file).to.have.length(expected);
        await client.stop();
        known += expected;
      }
    }
  });
});
