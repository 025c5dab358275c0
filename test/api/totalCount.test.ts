import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { walkIn } from "../support/cast.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  minutedCase,
  payment,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

/** Each list, with what it is asked besides its page; `{` to the list itself. */
const LISTS: Readonly<Record<string, string>> = {
  units: "units(PAGE)",
  pressAgencies: "pressAgencies(PAGE)",
  reporters: "reporters(PAGE)",
  "reporters with a filter": `reporters(PAGE filter: { kinds: [OCCASIONAL] })`,
  representativeOffices: "representativeOffices(PAGE)",
  visits: "visits(PAGE)",
  "visits of a host": "visits(PAGE filter: { hostId: $health })",
  probableDuplicates: "probableDuplicates(PAGE)",
  inspections: "inspections(PAGE)",
  inspectionRecommendations: "inspectionRecommendations(PAGE)",
  violationCases: "violationCases(PAGE)",
  sanctions: "sanctions(PAGE)",
  complaints: "complaints(PAGE)",
  seizures: "seizures(PAGE)",
  timeline: "timeline(PAGE subjects: [$unit, $other])",
  ledgerTimeline: "ledgerTimeline(PAGE)",
  "ledgerTimeline in another order": "ledgerTimeline(PAGE order: OCCURRED, filter: { kinds: [VISIT] })",
  recordEvents: "recordEvents(PAGE id: $sanction)",
  search: `search(PAGE text: "so")`,
  violationRules: `violationRules(PAGE on: "2019-09-01", field: PUBLISHING)`,
  finingPowers: `finingPowers(PAGE on: "2019-09-01")`,
  deadlineRules: `deadlineRules(PAGE on: "2019-09-01")`,
};

describe("how many a list has", () => {
  let api: Api;
  let world: EnforcementWorld;
  let variables: Record<string, string>;

  before(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
    const { cast } = world;
    for (let n = 0; n < 5; n++) {
      api.pass(3_600_000);
      await api.done("registerVisit", walkIn(cast, { subject: `Sở hỏi ${n}`, reporterIds: [cast.carded] }));
    }
    await api.done("registerVisit", walkIn(cast, { hostIds: [cast.land], reporterIds: [cast.uncarded] }));
    const made = await minutedCase(api, world);
    const sanction = await act(api, "issueSanction", decisionOn(world, made));
    await act(api, "serveSanction", { sanctionId: sanction, receivedOn: "2019-09-10" });
    for (const [amount, number] of [
      ["1000000", "1"],
      ["2000000", "2"],
      ["3000000", "3"],
    ] as const) {
      await act(api, "recordFinePayment", payment(sanction, amount, "2019-09-10", { number }));
    }
    const lodged = { stage: "FIRST", lodgedOn: "2019-09-10", lodgedBy: "Nguyễn Văn An", grounds: "Có hóa đơn" };
    await act(api, "lodgeComplaint", { sanctionId: sanction, ...lodged });
    variables = { health: cast.health, unit: cast.health, other: cast.land, sanction };
  });
  after(() => api.close());

  /** Every page of the list, one after the other, and what each says of all. */
  const paged = async (list: string, size: number): Promise<{ nodes: number; counts: Json[] }> => {
    const given = Object.entries({ health: "UnitId!", unit: "ID!", other: "ID!", sanction: "ID!" }).filter(([name]) =>
      list.includes(`$${name}`),
    );
    const declared = ["$after: String", ...given.map(([name, type]) => `$${name}: ${type}`)].join(", ");
    const asked = list.replace("PAGE", `first: ${size}, after: $after,`);
    const text = `query (${declared}) { list: ${asked} { nodes { __typename } pageInfo { endCursor hasNextPage }
      totalCount { value isExact } } }`;
    const values = Object.fromEntries(given.map(([name]) => [name, variables[name]]));
    let nodes = 0;
    const counts: Json[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Json = (await api.ask(text, { ...values, after }, INSPECTOR)).list;
      nodes += page.nodes.length as number;
      counts.push(page.totalCount);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    return { nodes, counts };
  };

  for (const [name, list] of Object.entries(LISTS)) {
    it(`is what all pages of ${name} have together, whichever page says it`, async () => {
      for (const size of [2, 100]) {
        const { nodes, counts } = await paged(list, size);
        for (const count of counts) expect(count).to.deep.equal({ value: nodes, isExact: true });
      }
    });
  }

  it("is told of evidence, of what moved a figure, and of what different ones rest on", async () => {
    const text = `{
      visitFigures(period: { from: "2019-09-01", to: "2019-09-30" }) { rows {
        visits { value evidence(first: 2) { totalCount { value isExact } } }
        distinctReporters { value evidence(first: 1) { totalCount { value isExact } } } } }
      visitFigureMovement(period: { from: "2019-09-01", to: "2019-09-30" }, from: { endOf: "2019-09-09" }) { rows {
        visits { causes { sum entries(first: 1) { totalCount { value isExact } } } } } } }`;
    const { visitFigures, visitFigureMovement } = await api.ask(text, {}, INSPECTOR);
    const [{ visits, distinctReporters }] = visitFigures.rows;
    for (const { value, evidence } of [visits, distinctReporters]) {
      expect(evidence.totalCount).to.deep.equal({ value, isExact: true });
    }
    expect([visits.value, distinctReporters.value]).to.deep.equal([6, 2]);
    const [{ visits: moved }] = visitFigureMovement.rows;
    for (const { sum, entries } of moved.causes) expect(entries.totalCount.value).to.equal(sum);
  });

  it("is of the day, where what had begun by a day is asked", async () => {
    const text = `query ($validAt: LocalDate!) { units(validAt: $validAt, first: 1) { totalCount { value isExact } }
      visits(validAt: $validAt, first: 1) { nodes { id } totalCount { value isExact } }
      violationCases(validAt: $validAt) { nodes { id } totalCount { value isExact } } }`;
    const on = async (validAt: string): Promise<Json> => api.ask(text, { validAt }, INSPECTOR);
    const of = (value: number): object => ({ value, isExact: true });
    const before = await on("2017-12-31");
    expect([before.units.totalCount, before.visits.totalCount]).to.deep.equal([of(0), of(0)]);
    const then = await on("2019-09-10");
    expect(then.visits.totalCount).to.deep.equal(of(6));
    expect(then.units.totalCount).to.deep.equal(of(2));
    expect(then.violationCases.totalCount).to.deep.equal(of(1));
  });
});
