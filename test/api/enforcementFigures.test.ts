import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast } from "../support/cast.js";

const INSPECTOR: Principal = { subject: "inspector-1", role: "INSPECTOR", unitId: null };
const PERIOD = { from: "2019-01-01", to: "2019-12-31" };
const FIGURES = `query ($period: Period!, $groupBy: [EnforcementFigureDimension!]! = [], $filter: EnforcementFigureFilter,
    $unitBasis: UnitBasis! = AS_RECORDED, $asOf: AsOf) {
  enforcementFigures(period: $period, groupBy: $groupBy, filter: $filter, unitBasis: $unitBasis, asOf: $asOf) {
    from to basis { position }
    rows {
      unit { name } inspectionKind month violationCode
      inspectionsLed { value }
      finesDecided { value }
      inspectionsCoordinated {
        value
        evidence(first: 50) {
          nodes { id measure amount cause occurredOn recordId record { id } unitName inspectionKind event { type reason } }
          pageInfo { hasNextPage }
        }
      }
    }
  }
}`;

describe("figures of enforcement", () => {
  let api: Api;
  let world: Cast;
  beforeEach(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  afterEach(() => api.close());

  const figures = async (variables: Record<string, unknown> = {}, principal: Principal = INSPECTOR): Promise<Json> =>
    (await api.ask(FIGURES, { period: PERIOD, ...variables }, principal)).enforcementFigures;

  const decide = (more: Record<string, unknown> = {}): Promise<string> =>
    api.done(
      "decideInspection",
      {
        kind: "CHECK",
        title: "Kiểm tra các cửa hàng sách",
        lead: { unitId: world.health },
        coordinators: [{ unitId: world.land, role: "TEAM_MEMBERS" }],
        onSite: { from: "2019-09-11", to: "2019-09-12" },
        decisionNumber: "12/QĐ-KT",
        decidedOn: "2019-09-10",
        targets: [{ kind: "HOUSEHOLD_BUSINESS", name: "Hiệu sách" }],
        team: [{ name: "Lê Văn Hùng", role: "HEAD" }],
        periodExamined: { from: "2019-01-01", to: "2019-09-10" },
        ...more,
      },
      INSPECTOR,
    );

  it("of an empty period are all zero: counts as numbers, money as text", async () => {
    const { rows, from, to } = await figures();
    expect({ from, to }).to.deep.equal(PERIOD);
    expect(rows).to.have.length(1);
    expect(rows[0].inspectionsCoordinated).to.deep.include({ value: 0 });
    expect(rows[0].inspectionsCoordinated.evidence.nodes).to.deep.equal([]);
    expect(rows[0].finesDecided).to.deep.equal({ value: "0" });
  });

  it("open to entries, each with its event and its record", async () => {
    const id = await decide();
    const [{ inspectionsCoordinated, inspectionsLed }] = (await figures()).rows;
    expect(inspectionsLed.value).to.equal(1);
    expect(inspectionsCoordinated.value).to.equal(1);
    const [entry, ...more] = inspectionsCoordinated.evidence.nodes;
    expect(more).to.deep.equal([]);
    expect(entry).to.deep.include({
      ...{ measure: "INSPECTIONS_COORDINATED", amount: 1, cause: "NEW", occurredOn: "2019-09-10" },
      ...{ recordId: id, unitName: "Sở Tài nguyên và Môi trường", inspectionKind: "CHECK" },
    });
    expect(entry.record).to.deep.equal({ id });
    expect(entry.event).to.deep.include({ type: "InspectionDecided" });
  });

  it("take back what was void, and stay as they were as of before", async () => {
    const inspectionId = await decide();
    const before = (await figures()).basis.position as string;
    await api.done("voidInspection", { inspectionId, reason: "Nhập nhầm" }, INSPECTOR);
    const [now] = (await figures()).rows;
    expect(now.inspectionsCoordinated.value).to.equal(0);
    const entries = now.inspectionsCoordinated.evidence.nodes;
    expect(entries.map(({ amount, cause }: Json) => [amount, cause])).to.deep.equal([
      [1, "NEW"],
      [-1, "VOIDED"],
    ]);
    expect(new Set(entries.map(({ id }: Json) => id)).size).to.equal(2);
    const [then] = (await figures({ asOf: { position: before } })).rows;
    expect(then.inspectionsCoordinated.value).to.equal(1);
  });

  it("are told apart in lines that add up, also for what has no such value", async () => {
    await decide();
    const byUnit = (await figures({ groupBy: ["UNIT", "INSPECTION_KIND", "MONTH"] })).rows;
    const told = byUnit.map((row: Json) => [
      ...[row.unit.name, row.inspectionKind, row.month],
      ...[row.inspectionsLed.value, row.inspectionsCoordinated.value, row.inspectionsCoordinated.evidence.nodes.length],
    ]);
    expect(told).to.have.deep.members([
      ["Sở Y tế", "CHECK", "2019-09", 1, 0, 0],
      ["Sở Tài nguyên và Môi trường", "CHECK", "2019-09", 0, 1, 1],
    ]);
    const byCode = (await figures({ groupBy: ["VIOLATION_CODE"] })).rows;
    expect(byCode).to.have.length(1);
    expect(byCode[0].violationCode).to.equal(null);
    expect(byCode[0].inspectionsCoordinated.value).to.equal(1);
    expect(byCode[0].inspectionsCoordinated.evidence.nodes).to.have.length(1);
  });

  it("are asked for some units only, and under the unit that came after", async () => {
    await decide();
    const filter = { unitIds: [world.health] };
    const ofHealth = async (more: object = {}): Promise<number> =>
      (await figures({ filter, ...more })).rows[0].inspectionsCoordinated.value;
    expect(await ofHealth()).to.equal(0);
    await api.done("mergeUnits", {
      fromIds: [world.land],
      intoId: world.health,
      legalBasis: "NQ 1",
      effectiveOn: "2019-09-10",
    });
    expect(await ofHealth()).to.equal(0);
    expect(await ofHealth({ unitBasis: "AS_SUCCESSOR" })).to.equal(1);
    expect((await figures({ filter: { inspectionKinds: ["INSPECTION"] } })).rows[0].inspectionsLed.value).to.equal(0);
    const none = await figures({ filter: { violationCodes: ["159.27.1.a' OR 1=1 --"] } });
    expect(none.rows[0].finesDecided.value).to.equal("0");
    expect(none.rows[0].inspectionsLed, "inspections have no violation's code").to.equal(null);
  });

  it("are public; whose they are is not", async () => {
    await decide();
    const query = (below: string): string =>
      `{ enforcementFigures(period: { from: "2019-01-01", to: "2019-12-31" }) { rows { inspectionsLed { ${below} } } } }`;
    const { data } = await api.tryAsk(query("value"), {}, null);
    expect(data.enforcementFigures.rows[0].inspectionsLed.value).to.equal(1);
    const { errors } = await api.tryAsk(query("evidence { nodes { recordId } }"), {}, null);
    expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
  });

  it("refuse what has no sensible answer", async () => {
    const wrong: Record<string, unknown>[] = [
      { period: { from: "2019-12-31", to: "2019-01-01" } },
      { groupBy: ["UNIT", "UNIT"] },
      { filter: { violationCodes: Array.from({ length: 1_001 }, (_, index) => `c${index}`) } },
    ];
    for (const variables of wrong) {
      const { errors } = await api.tryAsk(FIGURES, { period: PERIOD, ...variables }, INSPECTOR);
      expect(errors[0]?.code).to.equal("BAD_USER_INPUT");
    }
  });
});
