import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { ledgerOf } from "../lib/bigLedger.mjs";
import { Child } from "../lib/child.mjs";
import { line, ms } from "../lib/figures.mjs";
import { ask, untilReady } from "../lib/load.mjs";

/**
 * What one caller does to another: an officer who opens a page of visits now and then, alone and while one or four
 * connections send the worst that the gate lets through. The figures are the worst of all shapes.
 */

const PAUSE_MS = 25;
const PAGE = `{ visits(first: 20) { nodes { id day subject hosts { name } reporters { name } } } }`;
const PERIOD = `period: { from: "2015-01-01", to: "2027-12-31" }`;
const many = (count, field) => Array.from({ length: count }, (_, nth) => `f${nth}: ${field(nth)}`).join(" ");

/** @param known ids and positions of the ledger */
function shapes({ units, reporters, visits, middle }) {
  const list = (ids) => JSON.stringify(ids);
  const letters = (nth) => ["ng", "th", "tr", "nh", "ph", "ch", "kh"][nth % 7];
  return [
    [
      "public",
      "16 tables of figures",
      `{ ${many(16, () => `visitFigures(${PERIOD}) { rows { visits { value } } }`)} }`,
    ],
    [
      "public",
      "5 movements",
      `{ ${many(5, () => `visitFigureMovement(${PERIOD}, from: { position: "${middle}" }) { rows { visits { difference } } }`)} }`,
    ],
    [
      "public",
      "20 searches",
      `{ ${many(20, (nth) => `search(text: "${letters(nth)}", first: 20) { nodes { title } }`)} }`,
    ],
    ["public", "9 schemas", `{ ${many(9, () => `__schema { types { name fields { name type { name } } } }`)} }`],
    [
      "public",
      "figures by unit, topic and month",
      `{ visitFigures(${PERIOD}, groupBy: [UNIT]) { rows { visits { value } } } m: visitFigures(${PERIOD}, groupBy: [MONTH, TOPIC]) { rows { visits { value } } } }`,
    ],
    [
      "public",
      "schemas that are never the same",
      (nth) =>
        `query Q${nth} { ${many(9, (at) => `__schema { a${nth}${at}: types { name fields { name args { name } } } }`)} }`,
    ],
    [
      "public",
      "a document that is wrong in many places",
      (nth) => `{ ${many(28, (at) => `nothing${nth}${at} { a b c d }`)} }`,
    ],
    [
      "analyst",
      "28 searches",
      `{ ${many(28, (nth) => `search(text: "${letters(nth)}", first: 20) { nodes { title } }`)} }`,
    ],
    [
      "analyst",
      "8 timelines of 50 units, of a type that is not there",
      `{ ${many(8, () => `timeline(subjects: ${list(units.slice(0, 50))}, filter: { types: ["Nothing"] }, first: 1) { nodes { type } }`)} }`,
    ],
    [
      "analyst",
      "evidence under each reporter",
      `{ visitFigures(period: { from: "2019-01-01", to: "2019-12-31" }, groupBy: [REPORTER]) { rows { reporterTurns { evidence(last: 3) { nodes { amount } } } } } }`,
    ],
    [
      "analyst",
      "what a page of a timeline led to",
      `{ timeline(subjects: ${list(units.slice(0, 50))}, first: 50) { nodes { ledTo { items(first: 1) { nodes { link } } } } } }`,
    ],
    [
      "analyst",
      "5 histories",
      `{ ${many(5, (nth) => `record(id: "${visits[nth]}") { versioned { fields { path } } }`)} }`,
    ],
    [
      "analyst",
      "28 lists in which nothing is found",
      `{ ${many(28, (nth) => `visits(first: 1, filter: { from: "2015-01-01", topics: [OTHER], statuses: [VOIDED], reporterId: "${reporters[nth]}" }) { nodes { id } }`)} }`,
    ],
    [
      "analyst",
      "as long a page as there may be",
      `{ visits(first: 100) { nodes { id status day subject hosts { name unit { name parent { name } } } reporters { name agencyName reporter { name agency { name } } } } } }`,
    ],
    [
      "oversight",
      "evidence of 12 figures from the end",
      `{ ${many(12, () => `visitFigures(${PERIOD}) { rows { visits { evidence(last: 50) { nodes { amount } } } } }`)} }`,
    ],
    [
      "oversight",
      "differences of records",
      `{ ${many(5, (nth) => `recordDifference(id: "${visits[nth]}", from: { position: "${middle}" }) { changes { path } }`)} }`,
    ],
    [
      "oversight",
      "probable duplicates",
      `{ ${many(20, () => `probableDuplicates(first: 20, judged: true) { nodes { __typename } }`)} }`,
    ],
    [
      "oversight",
      "100 nodes",
      `query ($ids: [ID!]!) { ${many(4, () => `nodes(ids: $ids) { ... on Visit { id subject nextSteps { mutation allowed } } }`)} }`,
      { ids: visits.slice(0, 50) },
    ],
    [
      "oversight",
      "figures of another basis each time",
      (nth) =>
        `{ ${many(10, (at) => `visitFigures(${PERIOD}, groupBy: [TOPIC], asOf: { position: "P1-${10_000 + nth * 10 + at}" }) { rows { visits { value } } }`)} }`,
    ],
    [
      "oversight",
      "all that happened to 50 units",
      `{ ${many(6, () => `timeline(subjects: ${list(units.slice(0, 50))}, last: 50) { nodes { summary subjects { id } } }`)} }`,
    ],
  ];
}

export async function neighbours(run) {
  const lines = [];
  for (const events of run.quick ? [60_000] : [60_000, 1_000_000]) {
    const ledger = await ledgerOf(run, `neighbours-${events}`, events);
    const server = await Child.start("servers/ledger.mjs", { dist: run.dist, folder: ledger.folder, roles: true });
    try {
      await untilReady(server.ready);
      lines.push(...(await withNeighbours(run, server.ready, ledger, events)));
    } finally {
      await server.stop();
    }
  }
  return lines;
}

async function withNeighbours(run, server, { manifest, middle }, events) {
  const { visits } = await ask(server, `{ visits(first: 100) { nodes { id } } }`);
  const { reporters } = await ask(server, `{ reporters(first: 100) { nodes { id } } }`);
  const ids = ({ nodes }) => nodes.map(({ id }) => id);
  const units = manifest.unitIds.map((id) => `Unit:${id}`);
  const known = { units, reporters: ids(reporters), visits: ids(visits), middle };
  const lookMs = run.quick ? 2_500 : 5_000;
  const found = [];
  await look(server, lookMs);
  for (const [who, what, query, variables] of shapes(known)) {
    const bodies = Array.from({ length: typeof query === "string" ? 1 : 500 }, (_, nth) =>
      JSON.stringify({ query: typeof query === "string" ? query : query(nth), variables }),
    );
    for (const connections of [1, 4]) {
      const idle = await look(server, lookMs);
      const crowd = await Child.start("servers/crowd.mjs", {
        ...{ url: server.url, token: server.tokens[who], connections },
      });
      await crowd.ask({ bodies });
      const crowded = await look(server, lookMs);
      const told = await crowd.ask({});
      await crowd.stop();
      found.push({ who, what, connections, idle, crowded });
      process.stdout.write(
        `  ${events} events, ${who}, ${connections} × ${what}: p50 ${ms(idle.p50)} → ${ms(crowded.p50)} (×${(crowded.p50 / idle.p50).toFixed(1)}), ` +
          `p99 ${ms(idle.p99)} → ${ms(crowded.p99)} (×${(crowded.p99 / idle.p99).toFixed(1)}); ${JSON.stringify(told)}\n`,
      );
      await pause(200);
    }
  }
  const worst = (name, atMost) => {
    const by = ({ idle, crowded }) => crowded[name] / idle[name];
    const one = found.reduce((most, next) => (by(next) > by(most) ? next : most));
    const over = found.filter((each) => by(each) > atMost).length;
    return line({
      what: `neighbours: ${name} of a page beside the worst of ${found.length} (${over} over), ${events} events: ${one.who}, ${one.connections} × ${one.what}`,
      ours: ms(one.crowded[name]),
      against: ms(one.idle[name]),
      ratio: by(one),
      atMost,
    });
  };
  return [worst("p50", 3), worst("p99", 10)];
}

/** An officer opens a page again and again, with a pause in between. */
async function look({ url, token }, forMs) {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: PAGE });
  const tookMs = [];
  const endsAt = performance.now() + forMs;
  while (performance.now() < endsAt) {
    const startedAt = performance.now();
    await new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path: "/graphql", method: "POST", agent, headers }, (response) => {
        let text = "";
        response.on("data", (chunk) => (text += chunk));
        response.on("end", () =>
          response.statusCode === 200 && text.includes('"nodes"') ? resolve() : reject(new Error(text.slice(0, 300))),
        );
      });
      asked.on("error", reject);
      asked.end(body);
    });
    tookMs.push(performance.now() - startedAt);
    await pause(PAUSE_MS);
  }
  agent.destroy();
  tookMs.sort((a, b) => a - b);
  const at = (share) => tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}
