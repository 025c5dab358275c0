import { Child } from "../lib/child.mjs";
import { bigLedger } from "../lib/bigLedger.mjs";
import { interleaved, line, median, ms } from "../lib/figures.mjs";
import { load, untilReady } from "../lib/load.mjs";

/** The table of all units over the whole period, now and as-of the middle of the log. Nothing is promised of it yet. */

const QUERY = `query ($asOf: AsOf) {
  visitFigures(period: { from: "2015-01-01", to: "2030-12-31" }, groupBy: [UNIT], asOf: $asOf) {
    rows { unit { name } visits { value } reporterTurns { value } hostTurns { value } distinctReporters { value } }
  }
}`;

export async function figures(run) {
  const { folder, manifest, middle } = await bigLedger(run, "read");
  const server = await Child.start("servers/ledger.mjs", { dist: run.dist, folder });
  await untilReady(server.ready);
  const side = (variables) => () =>
    load({
      ...server.ready,
      inFlight: 1,
      amount: run.quick ? 5 : 10,
      next: () => ({ query: QUERY, variables }),
      expect: (body) => body.includes('"rows":[{') && !body.includes('"errors"'),
    });
  const rounds = await interleaved(3, [side({}), side({ asOf: { position: middle } })]);
  await server.stop();
  const [now, then] = rounds.map((some) => median(some.flatMap((one) => one.latenciesMs)));
  return [
    line({
      what: `figures: by unit over all ${manifest.visits.toLocaleString("en")} visits, as-of the middle / now (p50)`,
      ours: ms(then),
      against: ms(now),
      ratio: then / now,
    }),
  ];
}
