import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../../src/config.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import { type Drill, Findings } from "./findings.js";

/**
 * The program itself on a small disk of its own (a mount of memory, for which this must run as root): full at the start,
 * after a clean stop and after a kill; filled while it runs, and with room again; read-only; its folder deleted under it.
 */
const MAIN = fileURLToPath(new URL("../../src/main.js", import.meta.url));
const DISK_MIB = 24;
const PATIENCE_MS = 30_000;

export const drill: Drill = async () => {
  const findings = new Findings();
  const mount = mkdtempSync(join(tmpdir(), "press-ledger-disk-"));
  if (spawnSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MIB}m`, "tmpfs", mount]).status !== 0) {
    console.log("This machine lets nobody mount a small disk here; run the drill as root.");
    rmSync(mount, { recursive: true });
    return findings;
  }
  try {
    await stages(mount, findings);
  } finally {
    spawnSync("umount", ["-l", mount]);
    rmSync(mount, { recursive: true, force: true });
  }
  return findings;
};

async function stages(mount: string, findings: Findings): Promise<void> {
  const folder = join(mount, "data");
  const filler = join(mount, "filler");
  const expectThat = (stage: string, holds: boolean, what: string): void => {
    if (holds) findings.ended(stage, what);
    else findings.found(stage, `not so: ${what}`);
  };
  const serves = async (stage: string, node: Node): Promise<void> => {
    expectThat(stage, (await node.ready()).status === 200, "ready");
    expectThat(stage, (await node.units()) >= 1, "read");
  };

  let node = await Node.start(folder);
  expectThat("an empty disk with room", await node.registers("Sở Một"), "written");
  await serves("an empty disk with room", node);

  fill(filler);
  let stage = "filled while it runs";
  let refused = false;
  for (let n = 0; n < 2_000 && !refused; n++) refused = !(await node.registers(`Sở ${n}`));
  expectThat(stage, refused, "mutations are refused");
  await serves(stage, node);
  const health = await node.ready();
  expectThat(stage, health.text.includes("refusing") && health.text.includes("no room"), "and health says why");
  rmSync(filler);
  expectThat("room again", await node.registers("Sở Hai"), "written");
  expectThat("room again", !(await node.ready()).text.includes("refusing"), "and health is well");

  for (const [how, end] of [
    ["after a clean stop", () => node.stop()],
    ["after a kill", () => node.kill()],
  ] as const) {
    stage = `full at the start, ${how}`;
    await end();
    fill(filler);
    const started = await Node.tryStart(folder);
    if (typeof started === "string") {
      findings.found(stage, `does not start: ${started}`);
      rmSync(filler);
      node = await Node.start(folder);
      continue;
    }
    node = started;
    await serves(stage, node);
    rmSync(filler);
    expectThat(stage, await node.registers(`Sở ${how}`), "written once there is room");
  }

  await node.stop();
  stage = "a read-only disk";
  spawnSync("mount", ["-o", "remount,ro", mount]);
  const why = await Node.tryStart(folder);
  if (typeof why !== "string") await why.kill();
  expectThat(
    stage,
    typeof why === "string" && /read-only file system/.test(why) && isOneLine(why),
    "named in one line",
  );
  spawnSync("mount", ["-o", "remount,rw", mount]);

  stage = "a file in the place of the folder";
  writeFileSync(join(mount, "file"), "");
  const file = await Node.tryStart(join(mount, "file"));
  expectThat(stage, typeof file === "string" && /is a file/.test(file) && isOneLine(file), "named in one line");

  stage = "the folder deleted under it";
  node = await Node.start(folder);
  rmSync(folder, { recursive: true, force: true });
  expectThat(stage, !(await node.registers("Sở Mất")), "nothing acknowledged");
  const gone = await node.ready();
  expectThat(stage, gone.status === 503 && gone.text.includes("deleted or replaced"), "not ready, and health says why");
  await node.kill();
}

const isOneLine = (text: string): boolean => !text.trimEnd().includes("\n");

/** Takes what room there is, to the last byte. */
function fill(path: string): void {
  const file = openSync(path, "a");
  for (const bytes of [1_048_576, 4_096, 1]) {
    const block = Buffer.alloc(bytes);
    try {
      for (;;) writeSync(file, block);
    } catch {
      // Full, for pieces of this size.
    }
  }
  closeSync(file);
}

class Node {
  private commands = 0;

  private constructor(
    private readonly child: ReturnType<typeof spawn>,
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async start(folder: string): Promise<Node> {
    const started = await Node.tryStart(folder);
    if (typeof started === "string") throw new Error(started);
    return started;
  }

  /** What it said, when it did not start. */
  static async tryStart(folder: string): Promise<Node | string> {
    const env = { ...process.env, DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error", NODE_ENV: "development" };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
    let [said, complained] = ["", ""];
    child.stdout.on("data", (chunk) => (said += String(chunk)));
    child.stderr.on("data", (chunk) => (complained += String(chunk)));
    const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const url = /GraphQL (http:\S+)/.exec(said)?.[1];
      if (url) {
        const key = await developmentKey(folder, loadConfig({}).auth);
        return new Node(
          child,
          url,
          await key.issue({ subject: "drill", role: "PRESS_OFFICER", unitId: null, hours: 1 }),
        );
      }
      if (child.exitCode !== null) {
        await closed;
        return complained;
      }
      await setTimeout(20);
    }
    child.kill("SIGKILL");
    return `It said nothing for ${PATIENCE_MS} ms.`;
  }

  async ready(): Promise<{ readonly status: number; readonly text: string }> {
    const address = new URL("/health/ready", this.url);
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const response = await fetch(address);
      const text = await response.text();
      if (response.status === 200 || Date.now() > end || text.includes('"reasons"'))
        return { status: response.status, text };
      await setTimeout(50);
    }
  }

  async units(): Promise<number> {
    const { data } = await this.ask("{ units { nodes { id } } }", {});
    return (data as { units: { nodes: unknown[] } } | undefined)?.units.nodes.length ?? 0;
  }

  /** Whether it was acknowledged. */
  async registers(name: string): Promise<boolean> {
    const input = {
      commandId: `00000000-0000-4000-8000-${String(Node.sent++).padStart(12, "0")}`,
      unit: { kind: "DEPARTMENT", name: `${name} ${Node.sent} ${this.commands++}` },
      legalBasis: "Diễn tập",
      effectiveOn: "2018-01-01",
    };
    const text = `mutation ($input: RegisterUnitInput!) { registerUnit(input: $input) { __typename ... on UnitChanged { position } } }`;
    const { data } = await this.ask(text, { input });
    return (data as { registerUnit?: { __typename: string } } | undefined)?.registerUnit?.__typename === "UnitChanged";
  }

  stop(): Promise<void> {
    return this.end("SIGTERM");
  }

  kill(): Promise<void> {
    return this.end("SIGKILL");
  }

  private static sent = 0;

  private async end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill(signal);
    await gone;
  }

  private async ask(query: string, variables: object): Promise<{ data?: unknown }> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data?: unknown };
  }
}
