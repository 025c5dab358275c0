import { Child } from "../lib/child.mjs";
import { bigLedger } from "../lib/bigLedger.mjs";
import { mb, median, verdict } from "../lib/figures.mjs";
import { load, untilReady } from "../lib/load.mjs";
import { Random } from "../lib/random.mjs";
import { subjectOf } from "../lib/words.mjs";

/** The memory of a server that has built its read model, and then serves. */

const LIMIT_BYTES = 350 * 1_048_576;
const IN_FLIGHT = 16;
/** Grown by less than this from the second quarter of the time to the last: flat. */
const FLAT_GROWTH = 0.1;
const PAGE = `query ($filter: VisitFilter) { visits(first: 50, filter: $filter) { nodes { id status day subject hosts { name } reporters { name agencyName } } } }`;
const FIGURES = `query ($period: Period!) { visitFigures(period: $period, groupBy: [UNIT]) { rows { visits { value } } } }`;
const MUTATION = `mutation ($input: RegisterVisitInput!) { registerVisit(input: $input) { __typename } }`;

export async function memory(run) {
  const { folder, manifest } = await bigLedger(run, "memory");
  const server = await Child.start("servers/ledger.mjs", { dist: run.dist, folder });
  const rss = async () => (await server.ask({})).rssBytes;
  const whileBuilding = sampled(rss, 500);
  await untilReady(server.ready);
  const peak = Math.max(...(await whileBuilding()));
  const built = await rss();

  const seconds = run.quick ? 10 : 60;
  // Another seed than the fill has: command ids must be new.
  const random = new Random(run.seed + 1);
  const whileServing = sampled(rss, 250);
  const until = Date.now() + seconds * 1_000;
  let requests = 0;
  while (Date.now() < until) {
    const amount = 400;
    await load({
      ...server.ready,
      inFlight: IN_FLIGHT,
      amount,
      next: () => mixed(random, manifest),
      expect: (body) => !body.includes('"errors"') && !body.includes('"__typename":"InvalidInput"'),
    });
    requests += amount;
  }
  const served = await whileServing();
  await server.stop();
  const quarter = (n) =>
    median(served.slice(Math.floor((served.length * n) / 4), Math.floor((served.length * (n + 1)) / 4)));
  const growth = quarter(3) / quarter(1) - 1;
  const slope = ((quarter(3) - quarter(1)) / 1_048_576 / ((seconds / 60) * 0.5)).toFixed(1);
  const row = (what, ours, against, ratio, target, met) => ({
    what,
    ours,
    against,
    ratio,
    target,
    verdict: verdict(met),
  });
  return [
    row(
      `memory: RSS after rebuilding ${manifest.head.toLocaleString("en")} events (highest on the way ${mb(peak)})`,
      mb(built),
      "–",
      "–",
      "< 350 MB",
      Math.max(built, peak) < LIMIT_BYTES,
    ),
    row(
      `memory: then ${seconds} s of pages, figures and mutations (${requests.toLocaleString("en")} requests, ${slope} MB/min)`,
      `${mb(served[0])} → ${mb(served.at(-1))}`,
      `highest ${mb(Math.max(...served))}`,
      (1 + growth).toFixed(2),
      "flat",
      growth < FLAT_GROWTH,
    ),
  ];
}

/** Asks again and again; returns how to stop, which gives all answers. */
function sampled(measure, everyMs) {
  const samples = [];
  let going = true;
  const loop = (async () => {
    while (going) {
      samples.push(await measure());
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return async () => {
    going = false;
    await loop;
    return samples;
  };
}

function mixed(random, { unitIds, reporterIds }) {
  const kind = random.next();
  if (kind < 0.6) {
    const filter = random.chance(0.5) ? { hostId: `Unit:${random.pickSkewed(unitIds)}` } : null;
    return { query: PAGE, variables: { filter } };
  }
  if (kind < 0.65) return { query: FIGURES, variables: { period: { from: "2019-01-01", to: "2019-03-31" } } };
  const input = {
    commandId: random.uuid(),
    hostIds: [`Unit:${random.pickSkewed(unitIds)}`],
    reporterIds: [`Reporter:${random.pickSkewed(reporterIds)}`],
    topic: "LAND",
    subject: subjectOf(random),
    occurredAt: new Date(Date.now() - random.below(300) * 86_400_000 - 60_000).toISOString(),
    lateEntryReason: "Bổ sung sổ trực",
  };
  return { query: MUTATION, variables: { input } };
}
