import { ledgerOf } from "../lib/bigLedger.mjs";
import { Child } from "../lib/child.mjs";
import { interleaved, line, median, ms } from "../lib/figures.mjs";
import { ask, load, untilReady } from "../lib/load.mjs";

/**
 * Questions to a large ledger: as of its middle against now, and a page of a timeline against the same page in a small
 * ledger. Everything is asked one at a time; all sides take turns, in many short rounds.
 */

const SMALL_LEDGER = 10_000;
const PAGES = 10;
const VISITS = `query ($after: String, $asOf: AsOf) { visits(first: 50, after: $after, asOf: $asOf) {
  nodes { id status day subject hosts { name } reporters { name agencyName } } pageInfo { hasNextPage endCursor } } }`;
const FIGURES = `query ($period: Period!, $asOf: AsOf) { visitFigures(period: $period, groupBy: [UNIT], asOf: $asOf) {
  rows { unit { name } visits { value } reporterTurns { value } hostTurns { value } distinctReporters { value } } } }`;
const TIMELINE = `query ($subjects: [ID!]!, $after: String) {
  timeline(subjects: $subjects, direction: DESC, first: 20, after: $after) {
    nodes { position type summary occurredAt actor { unitName } subjects { id } event { reason } }
    pageInfo { hasNextPage endCursor } } }`;

export async function history(run) {
  const large = await ledgerOf(run, "history", run.quick ? 100_000 : 1_000_000);
  const small = await ledgerOf(run, "history-small", SMALL_LEDGER);
  const servers = [];
  for (const { folder } of [small, large]) {
    servers.push(await Child.start("servers/ledger.mjs", { dist: run.dist, folder }));
    await untilReady(servers.at(-1).ready);
  }
  const [few, many] = servers;
  const then = { asOf: { position: large.middle } };
  const year = { period: yearBefore(large.manifest.lastDay, 2) };
  const all = { period: { from: "2015-01-01", to: "2030-12-31" } };
  const unit = ({ manifest }) => ({ subjects: [`Unit:${manifest.unitIds[0]}`] });
  const reporter = ({ manifest }) => ({ subjects: [`Reporter:${manifest.reporterIds[0]}`] });

  const pairs = [
    ["as-of the middle / now: a page of 50 visits", await walk(many, VISITS, then), await walk(many, VISITS, {}), 1.3],
    [
      "as-of the middle / now: figures by unit, a year",
      asked(many, FIGURES, { ...year, ...then }),
      asked(many, FIGURES, year),
      1.3,
    ],
    [
      "as-of the middle / now: figures by unit, all years",
      asked(many, FIGURES, { ...all, ...then }),
      asked(many, FIGURES, all),
      1.3,
    ],
    [
      `a timeline page of a busy unit / the same of ${told(small)}`,
      await walk(many, TIMELINE, unit(large)),
      await walk(few, TIMELINE, unit(small)),
      1.5,
    ],
    [
      `a timeline page of a reporter / the same of ${told(small)}`,
      await walk(many, TIMELINE, reporter(large)),
      await walk(few, TIMELINE, reporter(small)),
      1.5,
    ],
  ];
  const sides = pairs.flatMap(([, ours, against]) => [ours(run), against(run)]);
  await interleaved(1, sides);
  const latencies = await interleaved(run.quick ? 10 : 20, sides);
  for (const server of servers) await server.stop();
  const p50 = latencies.map((rounds) => median(rounds.flatMap((one) => one.latenciesMs)));
  return pairs.map(([what, , , atMost], index) => {
    const [ours, against] = [p50[2 * index], p50[2 * index + 1]];
    return line({
      what: `history, ${told(large)}: ${what} (p50)`,
      ours: ms(ours),
      against: ms(against),
      ratio: ours / against,
      atMost,
    });
  });
}

const told = ({ manifest }) => `${manifest.head.toLocaleString("en")} events`;

/** A year of days that ends so many years before the last day. */
function yearBefore(lastDay, years) {
  const to = `${Number(lastDay.slice(0, 4)) - years}${lastDay.slice(4)}`;
  return { from: `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`, to };
}

const asked = (server, query, variables) => (run) => () => one(server, run, () => ({ query, variables }));

/** Pages of a list in turn, so that it is not one page that is measured. */
async function walk(server, query, variables) {
  const cursors = await cursorsOf(server, query, variables);
  let turn = 0;
  const next = () => ({ query, variables: { ...variables, after: cursors[turn++ % cursors.length] } });
  return (run) => () => one(server, run, next);
}

const one = ({ ready }, { quick }, next) =>
  load({ ...ready, inFlight: 1, amount: quick ? 15 : 25, next, expect: (body) => !body.includes('"errors"') });

/** Where full pages begin: the first ones, at most PAGES. */
async function cursorsOf(server, query, variables) {
  const cursors = [null];
  while (cursors.length < PAGES) {
    const [list] = Object.values(await ask(server.ready, query, { ...variables, after: cursors.at(-1) }));
    if (!list.pageInfo.hasNextPage) {
      cursors.pop();
      break;
    }
    cursors.push(list.pageInfo.endCursor);
  }
  return cursors;
}
