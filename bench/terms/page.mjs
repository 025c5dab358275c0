import { Child } from "../lib/child.mjs";
import { bigLedger } from "../lib/bigLedger.mjs";
import { cpuRatio, interleaved, line, median, ms, perSecond } from "../lib/figures.mjs";
import { ask, load, untilReady } from "../lib/load.mjs";

/** A page of 50 visits: against Apollo from memory, and as-of the middle of the log against now. */

const IN_FLIGHT = 16;
const PAGES = 20;
const NODES = `nodes { id status day subject hosts { name } reporters { name agencyName } } pageInfo { hasNextPage endCursor }`;
const RIVALS_QUERY = `query ($after: String) { visits(first: 50, after: $after) { ${NODES} } }`;
const QUERY = `query ($after: String, $asOf: AsOf, $filter: VisitFilter) { visits(first: 50, after: $after, asOf: $asOf, filter: $filter) { ${NODES} } }`;

export async function page(run) {
  const { folder, manifest, middle } = await bigLedger(run, "read");
  const ours = await Child.start("servers/ledger.mjs", { dist: run.dist, folder });
  await untilReady(ours.ready);
  const rival = await Child.start("servers/apollo.mjs", { dist: run.dist, folder, count: 5_000 });

  const many = run.quick ? 600 : 3_000;
  const few = run.quick ? 150 : 500;
  const walk = async (server, query, variables = {}) => {
    const cursors = await cursorsOf(server.ready, query, variables);
    return (amount, inFlight) => () => {
      let turn = 0;
      const next = () => ({ query, variables: { ...variables, after: cursors[turn++ % cursors.length] } });
      const expect = (body) => body.includes('"hasNextPage":true') && !body.includes('"errors"');
      return server.timed(() => load({ ...server.ready, inFlight, amount, next, expect }));
    };
  };
  const host = { filter: { hostId: `Unit:${manifest.unitIds[0]}` } };
  const now = await walk(ours, QUERY);
  const then = await walk(ours, QUERY, { asOf: { position: middle } });
  const nowOfHost = await walk(ours, QUERY, host);
  const thenOfHost = await walk(ours, QUERY, { ...host, asOf: { position: middle } });
  const apollo = await walk(rival, RIVALS_QUERY);

  const rounds = run.quick ? 3 : 5;
  const sides = [now(many, IN_FLIGHT), apollo(many, IN_FLIGHT)];
  await interleaved(1, sides);
  const [served, rivals] = await interleaved(rounds, sides);
  const [a, b] = [served, rivals].map((side) => median(side.map((one) => one.perSecond)));
  const single = [now, then, nowOfHost, thenOfHost].map((side) => side(few, 1));
  await interleaved(1, single);
  const p50 = (await interleaved(rounds, single)).map((side) => median(side.map((one) => median(one.latenciesMs))));
  await ours.stop();
  await rival.stop();
  const asOf = (what, [fresh, past]) =>
    line({ what, ours: ms(past), against: ms(fresh), ratio: past / fresh, atMost: 1.5 });
  return [
    line({
      what: `page: 50 visits over HTTP, ${IN_FLIGHT} in flight / Apollo from memory (${cpuRatio(served, rivals)})`,
      ours: perSecond(a),
      against: perSecond(b),
      ratio: a / b,
      atLeast: 0.6,
    }),
    asOf("page: as-of the middle of the log / now (p50, one at a time)", [p50[0], p50[1]]),
    asOf("page: the same of one host unit", [p50[2], p50[3]]),
  ];
}

/** Where full pages begin: the first ones, at most PAGES. */
async function cursorsOf(server, query, variables) {
  const cursors = [null];
  while (cursors.length < PAGES) {
    const { visits } = await ask(server, query, { ...variables, after: cursors.at(-1) });
    if (!visits.pageInfo.hasNextPage) {
      cursors.pop();
      break;
    }
    cursors.push(visits.pageInfo.endCursor);
  }
  return cursors;
}
