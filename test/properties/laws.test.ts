import { expect } from "chai";
import fc from "fast-check";
import type { RecordedEvent } from "../../src/eventstore/contract.js";
import { Api, type Json } from "../support/api.js";
import { acts } from "./commands.js";
import { answersAt } from "./answers.js";
import { builtAnewIsTheSame, readModelOf } from "./readModels.js";
import { newWorld, recount, type World } from "./world.js";

const RUNS = 12;
/** Shrinking a failure may take long; what is found by then is told. */
const PATIENCE_MS = 60_000;

/** Every figure is a recount of what happened, and the sum of its evidence. */
async function figuresAreARecount(api: Api, world: World): Promise<void> {
  const { visitFigures } = await api.ask(FIGURES);
  const [row] = visitFigures.rows as Json[];
  const told = Object.fromEntries(Object.entries(row).map(([name, figure]) => [name, (figure as Json).value]));
  expect(told, "figures").to.deep.equal(recount(world));
  for (const [name, figure] of Object.entries(row) as [string, Json][]) {
    const sum = figure.evidence.nodes.reduce((total: number, entry: Json) => total + entry.amount, 0);
    if (!figure.evidence.pageInfo.hasNextPage) expect(sum, `evidence of ${name}`).to.equal(figure.value);
  }
}

/** An answer as of a position is the answer of a ledger that ends there. */
async function asOfIsAPrefix(events: readonly RecordedEvent[]): Promise<void> {
  const whole = await readModelOf(events);
  for (const event of events.filter((_, index) => index % 5 === 0)) {
    const prefix = await readModelOf(events.filter(({ position }) => position <= event.position));
    expect(answersAt(whole, event.position), `as of ${event.position}`).to.deep.equal(
      answersAt(prefix, event.position),
    );
    prefix.close();
  }
  whole.close();
}

describe("after any sequence of commands", function () {
  this.timeout(120_000);

  it("figures are a recount, a read model built anew is the same, and an answer as of a position is that of a ledger that ends there", () =>
    fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const api = await Api.open();
        try {
          const world = await newWorld(api);
          for (const act of sequence) await act.run(api, world);
          const { events } = await api.ledger.log.readAll({ limit: 100_000 });
          await figuresAreARecount(api, world);
          await builtAnewIsTheSame(api, events);
          await asOfIsAPrefix(events);
        } finally {
          await api.close();
        }
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS },
    ));
});

const FIGURES = `{
  visitFigures(period: { from: "2019-01-01", to: "2020-12-31" }) { rows {
    visits { value evidence(first: 100) { nodes { amount } pageInfo { hasNextPage } } }
    reporterTurns { value evidence(first: 100) { nodes { amount } pageInfo { hasNextPage } } }
    hostTurns { value evidence(first: 100) { nodes { amount } pageInfo { hasNextPage } } }
    distinctReporters { value evidence(first: 100) { nodes { amount } pageInfo { hasNextPage } } }
  } }
}`;
