import "reflect-metadata";
import { expect } from "chai";
import { type OperationDefinitionNode, parse } from "graphql";
import { costOf, measure } from "../../src/server/measure.js";
import { Api, type Json, ledgerSchema } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";
import { act, decisionOn, enforcementWorld, LIGHT, minutedCase, payment, titleOf } from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const PERIOD = { from: "2019-01-01", to: "2019-12-31" };
const CAUSES = `causes { cause sum entries(first: 100) { nodes { amount cause event { type position } } } }`;
const VISITS = `query ($groupBy: [VisitFigureDimension!]! = [], $filter: VisitFigureFilter, $from: AsOf!, $to: AsOf, $period: Period!) {
  visitFigureMovement(period: $period, groupBy: $groupBy, filter: $filter, from: $from, to: $to) {
    fromBasis { position } toBasis { position }
    rows {
      unit { name } topic month
      visits { before after difference ${CAUSES} }
      reporterTurns { before after difference ${CAUSES} }
      hostTurns { before after difference ${CAUSES} }
      distinctReporters { before after difference }
    }
  }
}`;
const MONEY = `query ($from: AsOf!, $to: AsOf, $period: Period!, $filter: EnforcementFigureFilter) {
  enforcementFigureMovement(period: $period, filter: $filter, from: $from, to: $to) { rows {
    decisions { before after difference ${CAUSES} }
    finesDecided { before after difference ${CAUSES} }
    finesOutstanding { before after difference ${CAUSES} }
    finesCollected { before after difference ${CAUSES} }
  } }
}`;

const sumOf = (numbers: readonly (number | string)[]): number =>
  numbers.reduce((sum: number, one) => sum + Number(one), 0);

/** The sums of the causes that have entries; each is the sum of its entries, and together they are the difference. */
function causesOf(figure: Json): Record<string, number | string> {
  const { before, after, difference, causes } = figure;
  expect(Number(difference)).to.equal(Number(after) - Number(before));
  expect(sumOf(causes.map((one: Json) => one.sum))).to.equal(Number(difference));
  for (const { sum, entries } of causes) {
    expect(sumOf(entries.nodes.map((one: Json) => one.amount))).to.equal(Number(sum));
  }
  const touched = causes.filter((one: Json) => one.entries.nodes.length > 0);
  return Object.fromEntries(touched.map((one: Json) => [one.cause, one.sum]));
}

describe("why a figure moved", () => {
  let api: Api;
  beforeEach(async () => {
    api = await Api.open();
  });
  afterEach(() => api.close());

  const here = async (): Promise<Json> => {
    const period = `{ from: "2019-01-01", to: "2019-01-01" }`;
    return (await api.ask(`{ visitFigures(period: ${period}) { basis { position } } }`)).visitFigures.basis;
  };

  describe("of visits", () => {
    let world: Cast;
    beforeEach(async () => {
      world = await cast(api);
    });
    const moved = async (variables: Record<string, unknown>): Promise<Json> =>
      (await api.ask(VISITS, { period: PERIOD, ...variables })).visitFigureMovement;

    it("is told by cause, each with its entries and their events", async () => {
      await api.done("registerVisit", walkIn(world, { hostIds: [world.health, world.land] }));
      const wrong = await api.done("registerVisit", walkIn(world));
      const from = await here();
      api.now = "2019-09-20T03:00:00.000Z";
      await api.done("registerVisit", walkIn(world, { reporterIds: [world.carded, world.uncarded] }));
      const late = { occurredAt: "2019-09-12T03:00:00.000Z", lateEntryReason: "Sót hồ sơ" };
      await api.done("registerVisit", walkIn(world, { ...late, subject: "Làm việc khác" }));
      await api.done("voidVisit", { visitId: wrong, reason: "Nhập nhầm" });
      await api.done("mergeReporter", { reporterId: world.uncarded, intoId: world.carded, reason: "Cùng một người" });

      const { rows, fromBasis, toBasis } = await moved({ from });
      const [row] = rows as Json[];
      expect(fromBasis).to.deep.equal(from);
      expect(toBasis).to.deep.equal(await here());
      expect(causesOf(row.visits)).to.deep.equal({ NEW_FACTS: 1, LATE_FACTS: 1, ANNULMENTS: -1 });
      expect(causesOf(row.reporterTurns)).to.deep.equal({
        ...{ NEW_FACTS: 2, LATE_FACTS: 1, CORRECTIONS: -1, ANNULMENTS: -1 },
      });
      expect(causesOf(row.hostTurns)).to.deep.equal({ NEW_FACTS: 1, LATE_FACTS: 1, ANNULMENTS: -1 });
      expect(row.distinctReporters).to.deep.equal({ before: 1, after: 1, difference: 0 });
      const annulled = row.visits.causes.find((one: Json) => one.cause === "ANNULMENTS").entries.nodes;
      expect(annulled.map((one: Json) => [one.cause, one.event.type])).to.deep.equal([["VOIDED", "VisitVoided"]]);
    });

    it("has the lines that stand at only one of the points", async () => {
      const visitId = await api.done("registerVisit", walkIn(world));
      const from = await here();
      await api.done("amendVisit", { visitId, reason: "Nhập sai đơn vị", hostIds: [world.land] });
      const to = await here();
      await api.done("registerVisit", walkIn(world));
      const { rows } = await moved({ from, to, groupBy: ["UNIT"] });
      const told = Object.fromEntries(
        rows.map((row: Json) => [row.unit.name, [row.visits.before, row.visits.after, causesOf(row.visits)]]),
      );
      expect(told).to.deep.equal({
        "Sở Y tế": [1, 0, { CORRECTIONS: -1 }],
        "Sở Tài nguyên và Môi trường": [0, 1, { CORRECTIONS: 1 }],
      });
      const one = await moved({ from, to, filter: { unitIds: [world.land] } });
      expect(causesOf(one.rows[0].visits)).to.deep.equal({ CORRECTIONS: 1 });
    });

    it("is nothing between a point and itself, and an error backwards", async () => {
      await api.done("registerVisit", walkIn(world));
      const from = await here();
      const { rows } = await moved({ from, to: from });
      expect(causesOf(rows[0].visits)).to.deep.equal({});
      expect(rows[0].visits).to.include({ before: 1, after: 1 });
      await api.done("registerVisit", walkIn(world, { reporterIds: [world.uncarded] }));
      const { errors } = await api.tryAsk(VISITS, { period: PERIOD, from: await here(), to: from });
      expect(errors.map(({ code, message }) => [code, message])).to.deep.equal([
        ["BAD_USER_INPUT", "`from` lies after `to`."],
      ]);
    });

    it("costs the gate what it reads: one line may be opened in long pages, a table of lines may not", async () => {
      const cost = async (more: string): Promise<number> => {
        const document = parse(`query ($from: AsOf!, $period: Period!) {
          visitFigureMovement(period: $period, from: $from${more}) { rows { visits { ${CAUSES} } } } }`);
        const [operation] = document.definitions as OperationDefinitionNode[];
        return costOf(measure(await ledgerSchema(), document, operation!, 1_000), {});
      };
      expect(await cost("")).to.be.within(3_000, 10_000);
      expect(await cost(", groupBy: [UNIT]")).to.be.greaterThan(20_000);
    });

    it("is public; its entries are not, nor what one reporter did", async () => {
      const from = await here();
      await api.done("registerVisit", walkIn(world));
      const sums = `query ($from: AsOf!, $period: Period!, $filter: VisitFigureFilter) {
        visitFigureMovement(period: $period, from: $from, filter: $filter) { rows { visits { causes { cause sum } } } } }`;
      const open = await api.ask(sums, { period: PERIOD, from }, null);
      expect(open.visitFigureMovement.rows[0].visits.causes[0]).to.deep.equal({ cause: "NEW_FACTS", sum: 1 });
      const asked = { period: PERIOD, from };
      const { errors } = await api.tryAsk(VISITS, asked, null);
      expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
      const personal = await api.tryAsk(sums, { ...asked, filter: { reporterIds: [world.carded] } }, null);
      expect(personal.errors[0]?.code).to.equal("UNAUTHENTICATED");
    });
  });

  describe("of enforcement", () => {
    it("tells money by cause: an annulment takes back what the decision brought in", async () => {
      const world = await enforcementWorld(api);
      const made = await minutedCase(api, world, [titleOf(LIGHT, "Sách Một")]);
      const start = await here();
      const sanctionId = await act(api, "issueSanction", decisionOn(world, made));
      const issued = await here();
      await act(api, "annulSanction", { sanctionId, ground: "WRONG_PROCEDURE", reason: "Sai" });
      const ask = async (from: Json, to?: Json): Promise<Json> =>
        (await api.ask(MONEY, { period: PERIOD, from, to }, INSPECTOR)).enforcementFigureMovement.rows[0];

      const first = await ask(start, issued);
      const fine = first.finesDecided.after as string;
      expect(Number(fine)).to.be.greaterThan(0);
      expect(causesOf(first.decisions)).to.deep.equal({ NEW_FACTS: 1 });
      expect(causesOf(first.finesDecided)).to.deep.equal({ NEW_FACTS: fine });
      const second = await ask(issued);
      expect(causesOf(second.decisions)).to.deep.equal({ ANNULMENTS: -1 });
      expect(second.finesDecided).to.include({ before: fine, after: "0", difference: `-${fine}` });
      expect(causesOf(second.finesDecided)).to.deep.equal({ ANNULMENTS: `-${fine}` });
      const whole = await ask(start);
      expect(causesOf(whole.finesOutstanding)).to.deep.equal({ NEW_FACTS: fine, ANNULMENTS: `-${fine}` });
    });

    it("tells a payment entered later than it was made as late", async () => {
      const world = await enforcementWorld(api);
      const sanctionId = await act(api, "issueSanction", decisionOn(world, await minutedCase(api, world)));
      await act(api, "serveSanction", { sanctionId, receivedOn: "2019-09-10" });
      api.now = "2019-09-16T03:00:00.000Z";
      const from = await here();
      await act(api, "recordFinePayment", payment(sanctionId, "1000000", "2019-09-12", { number: "R1" }));
      const { rows } = (await api.ask(MONEY, { period: PERIOD, from }, INSPECTOR)).enforcementFigureMovement;
      expect(causesOf(rows[0].finesCollected)).to.deep.equal({ LATE_FACTS: "1000000" });
      expect(causesOf(rows[0].finesOutstanding)).to.deep.equal({ LATE_FACTS: "-1000000" });
    });
  });
});
