import { expect } from "chai";
import Database from "../../src/eventstore/embedded/sqlite.js";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../../src/config.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import { cleanUp, newFolder, tracked } from "../eventstore/support/stores.js";
import { removed, temporaryFolder } from "../cli/support.js";
import { ONE_THREAD } from "../program/program.js";
import type { Json } from "../support/api.js";
import { ask } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";

const built = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

/** A program that is ended after the test, should the test not have come to it. */
function run(program: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Run {
  const started = spawned(program, env, args);
  tracked({ close: () => killed(started) });
  return started;
}

async function killed({ child, ended }: Run): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}

function spawned(program: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Run {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [built(program), ...args], { env: { PATH, HOME, ...env } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += String(chunk)));
  child.stderr.on("data", (chunk) => (said.err += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, said, ended };
}

async function ready(program: Run): Promise<string> {
  for (;;) {
    const url = /GraphQL (http:\S+)/.exec(program.said.out)?.[1];
    if (url !== undefined) return url;
    if (program.child.exitCode !== null || program.child.killed) throw new Error(`It ended: ${program.said.err}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Running {
  readonly folder: string;
  readonly program: Run;
  readonly url: Promise<string>;
}
let shared: Running | undefined;

/** A start costs as much as a hundred tests: those who need no more than a program that runs share one, until one of them stops it. */
async function running(): Promise<{ readonly folder: string; readonly program: Run; readonly url: string }> {
  if (shared?.program.child.exitCode !== null) {
    await endShared();
    const folder = temporaryFolder();
    const program = spawned("main.js", { PORT: "0", DATA_DIR: folder, ...ONE_THREAD });
    shared = { folder, program, url: ready(program) };
  }
  return { ...shared, url: await shared.url };
}

async function endShared(): Promise<void> {
  if (!shared) return;
  await killed(shared.program);
  removed(shared.folder);
  shared = undefined;
}

after(endShared);

describe("npm run token", () => {
  afterEach(cleanUp);
  const UNIT = "Unit:0b7c3c1e-5a55-4b7e-9d6b-3f0d9f6f2a11";

  it("prints a token that the server takes", async () => {
    const { folder, url } = await running();
    const made = run("cli/token.js", { DATA_DIR: folder }, ["--role", "CLERK", "--unit", UNIT, "--subject", "clerk-1"]);
    expect(await made.ended).to.equal(0);
    const answer = await ask(url, "{ viewer { role subject } }", { token: made.said.out.trim() });
    expect(answer.data).to.deep.equal({ viewer: { role: "CLERK", subject: "clerk-1" } });
  });

  it("prints a subscriber's with its scopes, and explains it", async () => {
    const folder = newFolder();
    const args = ["--role", "SUBSCRIBER", "--subjects", "VISIT,SANCTION", "--units", `${UNIT},14758`];
    const made = run("cli/token.js", { DATA_DIR: folder }, args);
    expect(await made.ended).to.equal(0);
    const { scopes } = JSON.parse(Buffer.from(made.said.out.split(".")[1]!, "base64url").toString()) as Json;
    expect(scopes).to.deep.equal({ subjects: ["VISIT", "SANCTION"], unitIds: [UNIT, "14758"] });
    const everywhere = run("cli/token.js", { DATA_DIR: folder }, [...args.slice(0, -1), "*"]);
    await everywhere.ended;
    const told = run("cli/token.js", { DATA_DIR: folder }, ["explain", everywhere.said.out.trim()]);
    expect(await told.ended).to.equal(0);
    expect(told.said.out).to.match(/: SUBSCRIBER of VISIT, SANCTION, of every unit, as "dev-subscriber"\.\n$/);
  });

  for (const [args, message] of [
    [["--role", "KING"], /--role must be one of CLERK/],
    [["--role", "CLERK"], /give --unit/],
    [["--role", "CLERK", "--unit", "x"], /--unit must be the id of a unit/],
    [["--role", "ADMIN", "--hours", "0"], /--hours must be/],
    [["--role", "SUBSCRIBER"], /would be refused: its claim `scopes` has no `subjects`/],
    [["--role", "SUBSCRIBER", "--subjects", "VISIT"], /has no `unitIds`/],
    [["explain"], /Usage:/],
    [["explain", "a", "b"], /Usage:/],
    [["--rolle", "ADMIN"], /Unknown option '--rolle'/],
  ] as const) {
    it(`says what is wrong with ${args.join(" ")}`, async () => {
      const made = run("cli/token.js", { DATA_DIR: newFolder() }, args);
      expect(await made.ended).to.equal(1);
      expect(made.said.err).to.match(message).and.contain("Usage:");
      expect(made.said.out).to.equal("");
    });
  }
});

describe("the program", () => {
  afterEach(cleanUp);

  it("listens without the server of its log, is not ready, and says once what is wrong", async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const EVENTSTORE_URL = `esdb://user:secret@127.0.0.1:${port}?tls=true`;
    const program = run("main.js", { PORT: "0", DATA_DIR: newFolder(), EVENTSTORE_URL, ...ONE_THREAD });
    const address = (): string | undefined => /is starting: .* at (http:\S+)/.exec(program.said.out)?.[1];
    while (address() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    const url = address()!;
    expect(program.said.out).not.to.contain(" is ready:");
    const told = (): string[] => program.said.out.split("\n").filter((line) => line.includes("the event log is"));
    while (told().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told()[0]).to.contain(`unreachable: 127.0.0.1:${port}: nothing listens there`);
    const answer = await fetch(new URL("/health/ready", url));
    expect(answer.status).to.equal(503);
    expect(await answer.json()).to.include({ status: "not ready", log: "unreachable" });
    // Longer than it takes to look again.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(told()).to.have.lengthOf(1);
    expect(program.said.out + program.said.err).not.to.contain("secret");
  });

  /** Ended with 1 and one line that says what to do. */
  async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
    const program = run("main.js", { PORT: "0", DATA_DIR: newFolder(), ...ONE_THREAD, ...env });
    expect(await program.ended).to.equal(1);
    expect(program.said.err.trimEnd()).not.to.contain("\n");
    expect(program.said.err).not.to.match(/\.js:\d+|^\s+at /m);
    return program.said.err;
  }

  it("does not start with a wrong setting", async () => {
    expect(await refusal({ PORT: "web" })).to.contain("PORT is wrong: expected a whole number from 0 to 65535");
    expect(await refusal({ LEDGER_PORT: "1" })).to.contain("LEDGER_PORT is wrong");
    expect(await refusal({ NODE_ENV: "production" })).to.contain("AUTH_ISSUER");
  });

  it("does not start on a port that is taken", async () => {
    const { port } = new URL((await running()).url);
    expect(await refusal({ PORT: port })).to.contain(`Port ${port} of 127.0.0.1 is taken`);
  });

  it("does not start on a data folder that another has", async () => {
    const { folder, program } = await running();
    expect(await refusal({ DATA_DIR: folder })).to.contain(`in use by process ${program.child.pid}`);
  });

  it("does not start where the data folder is a file, with EventStoreDB neither", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    for (const more of [{}, { EVENTSTORE_URL: "esdb://127.0.0.1:1?tls=false" }]) {
      expect(await refusal({ DATA_DIR: file, ...more })).to.contain(
        `${file} (DATA_DIR) is a file or lies below one: name a folder.`,
      );
    }
  });

  it("does not start on the log of a newer version", async () => {
    const folder = join(newFolder(), "data");
    mkdirSync(folder);
    const db = new Database(join(folder, "ledger.db"));
    db.exec("CREATE TABLE events (x); PRAGMA application_id = 0x504c4731; PRAGMA user_version = 999;");
    db.close();
    expect(await refusal({ DATA_DIR: folder })).to.contain("newer version");
  });

  it("says where it listens, serves, and stops when it is told to, with goodbye to its sockets", async () => {
    const { folder, program, url } = await running();
    expect((await fetch(url.replace("/graphql", "/health/ready"))).status).to.equal(200);
    const key = await developmentKey(folder, loadConfig({}).auth);
    const token = await key.issue({ subject: "s", role: "ADMIN", unitId: null, hours: 1 });
    expect((await ask(url, "{ viewer { role } }", { token })).data).to.deep.equal({ viewer: { role: "ADMIN" } });
    const socket = await SocketClient.ready(url, { token });
    socket.subscribe("1", "subscription { visitEvents { __typename } }");
    await socket.next("next", "1");
    program.child.kill("SIGTERM");
    expect((await socket.closed).code).to.equal(1001);
    expect(await program.ended).to.equal(0);
    expect(program.said.err).to.equal("");
  });
});
