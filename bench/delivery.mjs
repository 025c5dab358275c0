/**
 * registerVisit over HTTP with 64 in flight, and from commit to delivery on a feed, on the embedded store and, if
 * EVENTSTORE_URL names one, on EventStoreDB. Reported, without a target.
 *
 *   [EVENTSTORE_URL=esdb://…] node bench/delivery.mjs [visits]
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const IN_FLIGHT = 64;
const visits = Number(process.argv[2] ?? 2_000);
const dist = new URL("../dist/", import.meta.url);
const { developmentKey } = await import(new URL("src/server/developmentKey.js", dist));
const { loadConfig } = await import(new URL("src/config.js", dist));

const stores = [["embedded", undefined]];
if (process.env.EVENTSTORE_URL) stores.push(["EventStoreDB", process.env.EVENTSTORE_URL]);
console.log("| store | registerVisit/s, 64 in flight | commit to delivery p50 | p99 |\n|---|---|---|---|");
for (const [name, url] of stores) {
  const { rate, delays } = await measure(url);
  const at = (share) => `${delays[Math.floor(delays.length * share)]} ms`;
  console.log(`| ${name} | ${Math.round(rate)} | ${at(0.5)} | ${at(0.99)} |`);
}

async function measure(eventStoreUrl) {
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-bench-"));
  const env = { ...process.env, DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error", LEDGER_MODE: "development" };
  delete env.EVENTSTORE_URL;
  if (eventStoreUrl) env.EVENTSTORE_URL = eventStoreUrl;
  const child = spawn(process.execPath, [new URL("src/main.js", dist).pathname], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await new Promise((resolve, reject) => {
      child.stdout.on("data", (chunk) => {
        const found = /GraphQL (http:\S+)/.exec(chunk.toString())?.[1];
        if (found) resolve(found);
      });
      child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
    });
    return await load(url, folder);
  } finally {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(url, folder) {
  const key = await developmentKey(folder, loadConfig({ DATA_DIR: folder }).auth);
  const authorization = `Bearer ${await key.issue({ subject: "bench", role: "PRESS_OFFICER", unitId: null, hours: 1 })}`;
  const give = async (mutation, input, entity) => {
    const type = `${mutation[0].toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { ... on CommandDone { position node { id } } ... on UserError { code message } } }`;
    const body = JSON.stringify({ query, variables: { input: { commandId: randomUUID(), ...input } } });
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body,
    });
    const { data, errors } = await response.json();
    if (errors || data.answer.code) throw new Error(`${entity}: ${JSON.stringify(errors ?? data.answer)}`);
    return data.answer.node.id;
  };
  const tag = randomUUID().slice(0, 8);
  const since = { legalBasis: "bench", effectiveOn: "2018-01-01" };
  const unit = await give("registerUnit", { unit: { kind: "DEPARTMENT", name: `Sở ${tag}` }, ...since }, "unit");
  const agency = await give(
    "registerPressAgency",
    { name: `Báo ${tag}`, kinds: ["PRINT"], level: "LOCAL", governingBody: "x", registeredOn: "2018-01-01" },
    "agency",
  );
  const reporters = [];
  for (let n = 0; n < 200; n++)
    reporters.push(
      await give(
        "registerReporter",
        { name: `Người ${n}`, kind: "OCCASIONAL", agencyId: agency, since: "2018-01-01" },
        "reporter",
      ),
    );

  const delays = [];
  const client = createClient({
    url: url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: authorization },
    lazy: false,
  });
  let ready;
  const caughtUp = new Promise((resolve) => (ready = resolve));
  client.subscribe(
    { query: `subscription { visitEvents { __typename ... on VisitEventItem { event { recordedAt } } } }` },
    {
      next: ({ data }) => {
        if (data.visitEvents.__typename === "CaughtUp") ready();
        else delays.push(Date.now() - Date.parse(data.visitEvents.event.recordedAt));
      },
      error: (error) => console.error(error),
      complete: () => undefined,
    },
  );
  await caughtUp;

  let sent = 0;
  const began = performance.now();
  const lane = async () => {
    while (sent < visits) {
      const n = sent++;
      const day = new Date(Date.UTC(2019, 0, 1 + (n % 330), 3)).toISOString();
      await give(
        "registerVisit",
        {
          hostIds: [unit],
          reporterIds: [reporters[n % reporters.length]],
          topic: "HEALTH",
          subject: `Việc ${n}`,
          occurredAt: day,
          lateEntryReason: "bench",
        },
        "visit",
      );
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  const rate = visits / ((performance.now() - began) / 1_000);
  const deadline = Date.now() + 10_000;
  while (delays.length < 2 * visits && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  if (delays.length !== 2 * visits) throw new Error(`${delays.length} events were delivered of ${2 * visits}.`);
  await client.dispose();
  return { rate, delays: delays.sort((a, b) => a - b) };
}
