import { readFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Program } from "../program/program.js";
import { Registered, visitToRegister } from "../program/registering.js";
import { StreamClient } from "../server/support/streams.js";
import { type Drill, Findings } from "./findings.js";

const MINUTES = 10;
const FEEDS = 200;
const IN_FLIGHT = 2;
/** Mutations wait so long for each other: a busy day, not a storm. */
const PAUSE_MS = 400;
const MOST_GROWTH = 1.2;
const QUIET_MS = 5_000;
const FEED = `subscription { ledgerEvents(from: NOW) { ... on LedgerEventItem { cursor item { position summary } } ... on CaughtUp { cursor } ... on Heartbeat { cursor } } }`;
const FIGURES = `{ visitFigures(period: { from: "2019-01-01", to: "2100-01-01" }, groupBy: [TOPIC]) { rows { visits { value } } } }`;

/**
 * Runs the program for so many minutes (`--runs`) with 200 feeds, mutations and questions, and looks at its memory after
 * the first minute and at the end.
 */
export const drill: Drill = async ({ runs = MINUTES }) => {
  const findings = new Findings();
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-drill-soak-"));
  const program = await Program.start(folder, { LEDGER_MAX_SOCKETS_PER_SUBJECT: String(FEEDS) });
  const registered = new Registered(await visitToRegister(program));
  const url = new URL(program.url).origin;
  const clients = await Promise.all(
    Array.from({ length: FEEDS }, () => StreamClient.open(url, FEED, { token: program.token })),
  );
  const taken = clients.map(() => 0);
  clients.forEach((client, nth) => void takeAll(client, () => (taken[nth]! += 1)));
  let isOver = false;
  const writing = registered.until(program, IN_FLIGHT, () => isOver, PAUSE_MS);
  const asking = (async () => {
    for (; !isOver; await pause(PAUSE_MS * 5)) await program.ask(FIGURES);
  })();
  const memory: number[] = [];
  for (let minute = 1; minute <= runs; minute++) {
    await pause(60_000);
    memory.push(residentMb(program.process.pid!));
    console.log(
      `minute ${minute}: ${memory.at(-1)} MB, ${registered.acknowledged.size} mutations, ${taken[0]} items a feed`,
    );
  }
  isOver = true;
  await Promise.all([writing, asking]);
  await quiet(taken);
  const [first = 0, last = 0] = [memory[0], memory.at(-1)];
  if (last > first * MOST_GROWTH) findings.found("memory", `${first} MB after a minute, ${last} MB after ${runs}`);
  else findings.ended(`memory: ${first} MB after a minute, ${last} MB after ${runs}`, "within 1.2 times");
  const whole = Math.max(...taken);
  const behind = taken.filter((items) => items !== whole).length;
  if (behind > 0) findings.found("feeds", `${behind} of ${FEEDS} have not the ${whole} items of the others`);
  else findings.ended(`${FEEDS} feeds`, `${whole} items each`);
  clients.forEach((client) => client.leave());
  if ((await program.stop()) !== 0) findings.found("stop", "the program did not end well");
  rmSync(folder, { recursive: true, force: true });
  return findings;
};

/** Until no feed is told anything any more: whoever is behind catches up first. */
async function quiet(taken: readonly number[]): Promise<void> {
  for (let last = ""; last !== taken.join(); await pause(QUIET_MS)) last = taken.join();
}

async function takeAll(client: StreamClient, take: () => void): Promise<void> {
  for (let event = await client.next(); event; event = await client.next()) {
    if ((event.data as { data?: { ledgerEvents?: { item?: object } } } | undefined)?.data?.ledgerEvents?.item) take();
  }
}

/** Memory that the process holds, of all its threads. */
function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1_024);
}
