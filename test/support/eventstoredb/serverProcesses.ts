import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type IncomingMessage, get as getPlain } from "node:http";
import { get as getOverTls } from "node:https";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { HurtServer } from "./outages.js";

/** Starting a node with a large log takes this long at most. */
const START_MS = 60_000;
const LOOK_MS = 100;
const AFTERMATH_MS = 5_000;

interface Node {
  readonly number: number;
  /** `host:port`, as the URL has it. */
  readonly address: string;
  readonly get: (path: string) => Promise<Answer>;
  process: ChildProcess | undefined;
  wanted: boolean;
}

/**
 * Servers as processes of this machine, started by a command of the caller's in which `{node}` stands for 1, 2, … in
 * the order of the hosts in the URL. The command must `exec` the server, so that a signal reaches it.
 */
export async function hurtProcesses(url: string, command: string): Promise<HurtServer> {
  const hosts = /\/\/(?:[^@/]*@)?([^/?]+)/.exec(url)?.[1]?.split(",") ?? [];
  const nodes = hosts.map((address, n): Node => {
    const get = (path: string) => answerOf(url, address, path);
    return { number: n + 1, address, get, process: undefined, wanted: false };
  });
  let hurt: Node | undefined;
  const signalLeader = async (signal: NodeJS.Signals): Promise<void> => {
    hurt = await leaderOf(nodes);
    hurt.process?.kill(signal);
  };
  for (const node of nodes) run(node, command);
  await Promise.all(nodes.map(isLive));
  await allReady(nodes);
  return {
    url,
    nodes: nodes.length,
    kill: async () => {
      const node = await leaderOf(nodes);
      hurt = node;
      await end(node);
    },
    restart: async () => {
      if (hurt === undefined) return;
      run(hurt, command);
      await isLive(hurt);
      // With fewer than all nodes, the next loss would leave no majority.
      if (nodes.length > 1) await allReady(nodes);
    },
    freeze: () => signalLeader("SIGSTOP"),
    thaw: async () => {
      hurt?.process?.kill("SIGCONT");
      if (nodes.length === 1) return;
      // What it knew before it was stopped it goes on telling for a while, and it may yet end to cut back its log.
      await sleep(AFTERMATH_MS);
      await allReady(nodes);
    },
    stop: async () => {
      await Promise.all(nodes.map(end));
    },
  };
}

function run(node: Node, command: string): void {
  const [program = "", ...parts] = command.replaceAll("{node}", String(node.number)).split(" ");
  const child = spawn(program, parts, { stdio: "ignore", env: environmentOfServer() });
  node.process = child;
  node.wanted = true;
  // A deposed leader cuts back its log, ends by itself with 0, and expects to be started again.
  child.once("exit", (code) => {
    if (code === 0 && node.wanted && node.process === child) run(node, command);
  });
}

/** A server reads every `EVENTSTORE_…` as an option of its own and ends at one that it does not know: ours are taken out. */
function environmentOfServer(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  delete environment["EVENTSTORE_URL"];
  delete environment["EVENTSTORE_RUN_COMMAND"];
  return environment;
}

async function end(node: Node): Promise<void> {
  node.wanted = false;
  const child = node.process;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGCONT");
  child.kill("SIGKILL");
  await gone;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`In ${START_MS} ms this did not come about: ${what}.`);
    await sleep(LOOK_MS);
  }
}

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** Asks one node over HTTP, with TLS where the URL has it. */
async function answerOf(url: string, address: string, path: string): Promise<Answer> {
  const options = new URLSearchParams(url.split("?")[1]);
  const authority = options.get("tlsCAFile");
  const tls = options.get("tls") !== "false";
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const signal = AbortSignal.timeout(1_000);
    const request = tls
      ? getOverTls(`https://${address}${path}`, { signal, ...(authority !== null && { ca: readFileSync(authority) }) })
      : getPlain(`http://${address}${path}`, { signal });
    request.once("response", resolve).once("error", reject);
  });
  return { status: response.statusCode, body: await text(response) };
}

const isLive = (node: Node): Promise<void> =>
  until(`node ${node.number} lives`, async () => (await node.get("/health/live")).status === 204);

interface Member {
  readonly state: string;
  readonly isAlive: boolean;
  readonly httpEndPointPort: number;
}

/** What a node's gossip says of each node that it holds for alive. */
async function statesSeenBy(node: Node): Promise<readonly { readonly state: string; readonly port: string }[]> {
  const { body } = await node.get("/gossip");
  const { members } = JSON.parse(body) as { readonly members: readonly Member[] };
  return members.filter((m) => m.isAlive).map((m) => ({ state: m.state, port: String(m.httpEndPointPort) }));
}

async function leaderOf(nodes: readonly Node[]): Promise<Node> {
  let found: Node | undefined;
  await until("a leader", async () => {
    for (const node of nodes) {
      const states = await statesSeenBy(node).catch(() => []);
      const port = states.find(({ state }) => state === "Leader")?.port;
      found = nodes.find(({ address }) => address.endsWith(`:${port}`));
      if (found !== undefined) return true;
    }
    return false;
  });
  return found!;
}

/** One leader in the eyes of all, and all others following: the cluster can lose any node. */
const allReady = (nodes: readonly Node[]): Promise<void> =>
  until("all nodes agree on one leader and follow it", async () => {
    const views = await Promise.all(nodes.map(statesSeenBy));
    const leaders = new Set(
      views.map((states) =>
        states
          .filter(({ state }) => state === "Leader")
          .map((m) => m.port)
          .join(),
      ),
    );
    const following = views.every(
      (states) => states.filter(({ state }) => state === "Follower").length === nodes.length - 1,
    );
    return following && leaders.size === 1 && nodes.some(({ address }) => address.endsWith(`:${[...leaders][0]}`));
  });
