import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import fc from "fast-check";
import { ENFORCEMENT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import { openForWriting, readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { createParts } from "../../src/projections/readModel/partTable.js";
import { contentHash, takeInAll } from "../../src/projections/readModel/rebuild.js";
import { Api, type Json } from "../support/api.js";
import {
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  HEAVY,
  LIGHT,
  minutedCase,
  payment,
  tell,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";
import { allEntries } from "../support/figures.js";

const RUNS = 10;
const SEED = 20_190_910;
const PATIENCE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What the random acts play with. */
interface Play {
  readonly api: Api;
  readonly world: EnforcementWorld;
  readonly sanctions: { id: string; acts: readonly string[] }[];
  receipts: number;
}

interface Act {
  readonly name: string;
  /** Which decision, and numbers that the act makes of it what it likes. */
  readonly values: readonly number[];
}

const dayOf = ({ api }: Play, before = 0): string =>
  new Date(api.time.getTime() + 7 * 3_600_000 - before * DAY_MS).toISOString().slice(0, 10);

/** Every act may be refused: what a refusal must do is nothing. */
const ACTS: Readonly<
  Record<string, (play: Play, on: { id: string; acts: readonly string[] }, n: number) => Promise<unknown>>
> = {
  serve: (play, { id }) => tell(play.api, "serveSanction", { sanctionId: id, receivedOn: dayOf(play) }),
  pay: (play, { id }, n) => {
    const receipt = { number: `R${play.receipts++}` };
    const amount = String(((n * 977) % 9_000_000) + 1);
    return tell(play.api, "recordFinePayment", payment(id, amount, dayOf(play, n % 4), receipt));
  },
  refund: (play, { id }, n) =>
    tell(play.api, "recordFineRefund", {
      sanctionId: id,
      amount: String((n % 500_000) + 1),
      refundedOn: dayOf(play),
      document: "1",
    }),
  postpone: (play, { id }) =>
    tell(play.api, "grantFinePostponement", { sanctionId: id, from: dayOf(play), to: dayOf(play, -40), document: "2" }),
  // A reduction is asked for after a postponement, and granted after it was asked for.
  reduce: async (play, { id }, n) => {
    const by = n % 3 === 0 ? {} : { by: String((n % 3_000_000) + 1) };
    const [on, postponement] = [dayOf(play), { from: dayOf(play), to: dayOf(play, -40), document: "2" }];
    await tell(play.api, "grantFinePostponement", { sanctionId: id, ...postponement });
    await tell(play.api, "requestFineReduction", { sanctionId: id, requestedOn: on, requestText: "Khó khăn" });
    return tell(play.api, "grantFineReduction", { sanctionId: id, grantedOn: on, document: "3", ...by });
  },
  lapse: (play, { id }) =>
    tell(play.api, "recordFineLapse", { sanctionId: id, ground: "DEATH", lapsedOn: dayOf(play) }),
  amend: (play, { id, acts }, n) => {
    const lines = acts.slice(0, 1 + (n % acts.length)).map((violationId) => ({ violationId }));
    return tell(play.api, "amendSanction", { sanctionId: id, lines, reason: "Sửa đổi" });
  },
  annul: (play, { id }) =>
    tell(play.api, "annulSanction", { sanctionId: id, ground: "WRONG_PROCEDURE", reason: "Sai" }),
  complain: async (play, { id }, n) => {
    const { api } = play;
    const on = dayOf(play);
    const commandId = api.commandId();
    const lodged = { commandId, sanctionId: id, stage: "FIRST", lodgedOn: on, lodgedBy: "An", grounds: "Sai" };
    await tell(api, "lodgeComplaint", lodged);
    const { sanction } = await api.ask(`query ($id: SanctionId!) { sanction(id: $id) { complaints { id } } }`, { id });
    const about = { sanctionId: id, complaintId: sanction.complaints.at(-1)?.id ?? commandId };
    await tell(api, "acceptComplaint", { ...about, acceptedOn: on });
    const result = n % 2 === 0 ? "UPHELD" : "CANCELLED";
    return tell(api, "resolveComplaint", { ...about, result, resolvedOn: on, document: "4", reason: "Đã xem xét" });
  },
  takeBack: async ({ api }, { id }, n) => {
    const text = `query ($id: ID!) { record(id: $id) { events(first: 100) { nodes { id } } } }`;
    const { nodes } = (await api.ask(text, { id }, INSPECTOR)).record.events as { nodes: Json[] };
    return tell(api, "takeBackSanctionEntry", {
      sanctionId: id,
      entryId: nodes[n % nodes.length].id,
      reason: "Nhập nhầm",
    });
  },
  aDayPasses: ({ api }, _on, n) => Promise.resolve(api.pass((1 + (n % 9)) * DAY_MS)),
};

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    name: fc.constantFrom(
      ...Object.keys(ACTS),
      "pay",
      "pay",
      "pay",
      "takeBack",
      "takeBack",
      "reduce",
      "reduce",
      "amend",
    ),
    values: fc.tuple(fc.nat(1), fc.nat(10_000)),
  }),
  { minLength: 12, maxLength: 30 },
);

async function played({ api, world }: Pick<Play, "api" | "world">, sequence: readonly Act[]): Promise<void> {
  const play: Play = { api, world, sanctions: [], receipts: 1 };
  for (const codes of [[HEAVY, LIGHT], [LIGHT]]) {
    const made = await minutedCase(
      api,
      world,
      codes.map((code, index) => titleOf(code, `Sách ${index}`)),
    );
    const issued = await tell(api, "issueSanction", decisionOn(world, made));
    play.sanctions.push({ id: issued.entity.id as string, acts: made.violationIds });
    await tell(api, "serveSanction", { sanctionId: issued.entity.id, receivedOn: "2019-09-10" });
  }
  for (const { name, values } of sequence) {
    const [which = 0, n = 0] = values;
    const on = play.sanctions[which % play.sanctions.length];
    if (on) await ACTS[name]?.(play, on, n);
  }
}

/** What the decisions count for at a position, as the entries have it. */
function sumsAt(db: Database, position: number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { measure, amount } of allEntries(db, ENFORCEMENT_FIGURES, position)) {
    sums[measure] = (sums[measure] ?? 0) + Number(amount);
  }
  return sums;
}

const LIST = `query ($asOf: AsOf) { sanctions(first: 100, asOf: $asOf) { nodes {
  status fine { decided collected outstanding reduced lapsed interestCollected refundDue } complaints { status } } } }`;

/** What the decisions themselves say at a position, summed here. */
function recount(sanctions: readonly Json[]): Record<string, number> {
  const sum = (of: (sanction: Json) => number): number => sanctions.reduce((total: number, one) => total + of(one), 0);
  const money = (name: string): number => sum((one) => Number(one.fine[name]));
  return {
    DECISIONS: sum((one) => (one.status === "ANNULLED" ? 0 : 1)),
    FINES_DECIDED: money("decided"),
    FINES_COLLECTED: money("collected"),
    FINES_OUTSTANDING: money("outstanding"),
    FINES_REDUCED: money("reduced"),
    FINES_LAPSED: money("lapsed"),
    INTEREST_COLLECTED: money("interestCollected"),
    REFUNDS_DUE: money("refundDue"),
    COMPLAINTS: sum((one) => one.complaints.length),
    COMPLAINTS_RESOLVED: sum((one) => one.complaints.filter((of: Json) => of.status === "RESOLVED").length),
  };
}

describe("after any sequence of commands on decisions", function () {
  this.timeout(180_000);

  // One play for all that must hold after it: to play is what takes the time.
  it("the figures are the decisions' own at every position, and a read model built anew is the same", () =>
    fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const api = await Api.open();
        try {
          await played({ api, world: await enforcementWorld(api) }, sequence);
          expect(await api.ledger.reads.reached(await api.ledger.log.head())).to.equal(true);
          await figuresAreTheDecisions(api);
          await builtAnewIsTheSame(api);
        } finally {
          await api.close();
        }
      }),
      { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: PATIENCE_MS },
    ));
});

async function figuresAreTheDecisions(api: Api): Promise<void> {
  const db = openForWriting(readModelPath(api.folder));
  const { events } = await api.ledger.log.readAll({ limit: 100_000 });
  for (const { position } of events.filter(({ stream }) => stream.startsWith("sanction-"))) {
    const sums = sumsAt(db, position);
    const { sanctions } = await api.ask(LIST, { asOf: { position: `P1-${position}` } });
    for (const [measure, told] of Object.entries(recount(sanctions.nodes as Json[]))) {
      expect(sums[measure] ?? 0, `${measure} at ${position}`).to.equal(told);
    }
    const of = (name: string): number => sums[`FINES_${name}`] ?? 0;
    expect(of("DECIDED")).to.equal(of("COLLECTED") + of("OUTSTANDING") + of("REDUCED") + of("LAPSED"));
  }
  db.close();
}

async function builtAnewIsTheSame({ folder, ledger: { log } }: Api): Promise<void> {
  const live = openForWriting(readModelPath(folder));
  const grown = contentHash(live);
  live.close();
  for (const limit of [1, 1_000]) {
    const built = new BetterSqlite3(":memory:");
    createParts(built, PARTS);
    const checkpointAt = (position: number): string => log.checkpointAt(position);
    const readStream = (stream: string) => log.readStream(stream);
    await takeInAll(built, { checkpointAt, readStream, readAll: (options) => log.readAll({ ...options, limit }) });
    expect(contentHash(built), `pages of ${limit}`).to.equal(grown);
    built.close();
  }
}
