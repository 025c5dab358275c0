import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";

const PERIOD = { from: "2019-01-01", to: "2019-12-31" };
const FIGURES = `query ($groupBy: [VisitFigureDimension!]! = [], $asOf: AsOf, $filter: VisitFigureFilter, $unitBasis: UnitBasis! = AS_RECORDED,
    $period: Period!) {
  visitFigures(period: $period, groupBy: $groupBy, asOf: $asOf, filter: $filter, unitBasis: $unitBasis) {
    basis { position }
    rows {
      unit { name } agency { name } topic month reporter { name }
      visits { value evidence(first: 100) { nodes { amount cause event { type position reason } record { id } } } }
      reporterTurns { value evidence(first: 100) { nodes { amount reporter { id } } } }
      hostTurns { value evidence(first: 100) { nodes { amount unit { name } } } }
      distinctReporters { value evidence(first: 100) { nodes { amount reporter { id } } } }
    }
  }
}`;
const MEASURES = ["visits", "reporterTurns", "hostTurns", "distinctReporters"] as const;

const sum = (figure: Json): number =>
  figure.evidence.nodes.reduce((total: number, entry: { amount: number }) => total + entry.amount, 0);

describe("figures of visits", () => {
  let api: Api;
  let world: Cast;
  const figures = async (variables: Record<string, unknown> = {}): Promise<Json> =>
    (await api.ask(FIGURES, { period: PERIOD, ...variables })).visitFigures;
  const values = (row: Json): number[] => MEASURES.map((measure) => row[measure].value as number);

  beforeEach(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  afterEach(() => api.close());

  it("of an empty period are all zero, and open to nothing", async () => {
    const { rows } = await figures();
    expect(rows).to.have.length(1);
    expect(values(rows[0])).to.deep.equal([0, 0, 0, 0]);
  });

  it("end on the latest day up to today on which something counts, as far as the ledger knew, whoever asks", async () => {
    const last = async (asOf: object | null = null): Promise<Json> =>
      (await api.ask(`query ($asOf: AsOf) { lastFigureDay(asOf: $asOf) }`, { asOf }, null)).lastFigureDay;
    const { position } = await api.command(
      "registerVisit",
      walkIn(world, { appointmentAt: "2019-09-20T03:00:00.000Z" }),
    );
    const before = await last();
    await api.done("registerVisit", walkIn(world));
    expect([before, await last(), await last({ position })]).to.deep.equal([null, "2019-09-10", null]);
    api.now = "2021-01-05T03:00:00.000Z";
    expect(await last()).to.equal("2019-09-10");
    expect(await last({ endOf: "2019-01-01" })).to.equal(null);
    const { fines, reporters } = await api.ask(
      `{ fines: lastFigureDay(measures: [FINES_DECIDED]) reporters: lastFigureDay(measures: [FINES_DECIDED, DISTINCT_REPORTERS]) }`,
      {},
      null,
    );
    expect([fines, reporters]).to.deep.equal([null, "2019-09-10"]);
  });

  it("count each visit once, each reporter and each host of it, and each person once", async () => {
    const both = { reporterIds: [world.carded, world.uncarded], hostIds: [world.health, world.land] };
    await api.done("registerVisit", walkIn(world, both));
    await api.done("registerVisit", walkIn(world));
    await api.done("registerVisit", walkIn(world, { appointmentAt: "2019-09-20T03:00:00.000Z" }));
    const { rows } = await figures();
    expect(values(rows[0])).to.deep.equal([2, 3, 3, 2]);
    for (const measure of MEASURES) expect(sum(rows[0][measure])).to.equal(rows[0][measure].value);
  });

  it("of a table's lines are those of the evidence under each line", async () => {
    await api.done("registerVisit", walkIn(world, { hostIds: [world.land, world.health], topic: "LAND" }));
    await api.done("registerVisit", walkIn(world, { reporterIds: [world.uncarded] }));
    for (const groupBy of [["UNIT"], ["AGENCY", "TOPIC"], ["MONTH"], ["REPORTER"], ["UNIT", "TOPIC", "MONTH"]]) {
      const { rows } = await figures({ groupBy });
      for (const row of rows) {
        for (const measure of MEASURES.filter((name) => row[name] !== null))
          expect(sum(row[measure]), `${groupBy.join()} ${measure}`).to.equal(row[measure].value);
      }
    }
    const { rows } = await figures({ groupBy: ["UNIT"] });
    const byUnit = Object.fromEntries(rows.map((row: Json) => [row.unit.name, values(row)]));
    expect(byUnit).to.deep.equal({ "Sở Y tế": [1, 1, 2, 1], "Sở Tài nguyên và Môi trường": [1, 1, 1, 1] });
  });

  it("of one reporter tell what knows of reporters; visits and turns of hosts stand in a line of their own", async () => {
    await api.done("registerVisit", walkIn(world, { reporterIds: [world.carded, world.uncarded] }));
    const told = ({ rows }: Json): Json[] =>
      rows.map((row: Json) => [row.reporter !== null, ...MEASURES.map((measure) => row[measure]?.value ?? null)]);
    expect(told(await figures({ groupBy: ["REPORTER"] }))).to.deep.equal([
      [true, null, 1, null, 1],
      [true, null, 1, null, 1],
      [false, 1, 0, 1, 0],
    ]);
    expect(told(await figures({ filter: { reporterIds: [world.carded] } }))).to.deep.equal([[false, null, 1, null, 1]]);
  });

  it("stand in order of names, and of topics within them", async () => {
    for (const hostId of [world.health, world.land]) {
      for (const topic of ["LAND", "HEALTH"]) {
        await api.done("registerVisit", walkIn(world, { hostIds: [hostId], reporterIds: [world.uncarded], topic }));
      }
    }
    const { rows } = await figures({ groupBy: ["UNIT", "TOPIC"] });
    expect(rows.map((row: Json) => [row.unit.name, row.topic])).to.deep.equal([
      ["Sở Tài nguyên và Môi trường", "HEALTH"],
      ["Sở Tài nguyên và Môi trường", "LAND"],
      ["Sở Y tế", "HEALTH"],
      ["Sở Y tế", "LAND"],
    ]);
    await api.done("renameUnit", { unitId: world.land, name: "Sở Z", legalBasis: "QĐ 1", effectiveOn: "2019-09-01" });
    const renamed = await figures({ groupBy: ["UNIT"] });
    expect(renamed.rows.map((row: Json) => row.unit.name)).to.deep.equal(["Sở Y tế", "Sở Z"]);
  });

  it("after a correction tell the new sum, and the old one as of before; each entry says why it is there", async () => {
    const visitId = await api.done("registerVisit", walkIn(world));
    const before = (await figures()).basis.position as string;
    await api.done("amendVisit", { visitId, reason: "Nhập sai đơn vị", hostIds: [world.land] });
    const after = await figures({ groupBy: ["UNIT"] });
    expect(after.rows.map((row: Json) => [row.unit.name, ...values(row)])).to.deep.equal([
      ["Sở Tài nguyên và Môi trường", 1, 1, 1, 1],
    ]);
    const then = await figures({ groupBy: ["UNIT"], asOf: { position: before } });
    expect(then.rows.map((row: Json) => [row.unit.name, ...values(row)])).to.deep.equal([["Sở Y tế", 1, 1, 1, 1]]);
    const whole = await figures();
    expect(
      whole.rows[0].visits.evidence.nodes.map((entry: Json) => [entry.amount, entry.cause, entry.event.reason]),
    ).to.deep.equal([
      [1, "NEW", null],
      [-1, "CORRECTED", "Nhập sai đơn vị"],
      [1, "CORRECTED", "Nhập sai đơn vị"],
    ]);
  });

  it("as of a time are what had been recorded by then; a late entry belongs to its day, but not to what was known", async () => {
    await api.done("registerVisit", walkIn(world));
    api.now = "2019-11-25T03:00:00.000Z";
    const late = { occurredAt: "2019-10-02T03:00:00.000Z", lateEntryReason: "Sót hồ sơ" };
    await api.done("registerVisit", walkIn(world, late));
    const time = "2019-11-18T16:59:59.999Z";
    expect((await figures({ asOf: { time } })).rows[0].visits.value).to.equal(1);
    const today = (await figures()).rows[0].visits;
    expect(today.value).to.equal(2);
    expect(today.evidence.nodes.at(-1)).to.deep.include({ amount: 1, cause: "LATE" });
    const october = { from: "2019-10-01", to: "2019-10-31" };
    expect((await figures({ period: october })).rows[0].visits.value).to.equal(1);
  });

  it("when two entries of one reporter are merged, count one person from then on", async () => {
    await api.done("registerVisit", walkIn(world, { reporterIds: [world.carded, world.uncarded] }));
    const before = (await figures()).basis.position as string;
    await api.done("mergeReporter", { reporterId: world.uncarded, intoId: world.carded, reason: "Cùng một người" });
    expect(values((await figures()).rows[0])).to.deep.equal([1, 1, 1, 1]);
    expect(values((await figures({ asOf: { position: before } })).rows[0])).to.deep.equal([1, 2, 1, 2]);
    const visitId = await api.done("registerVisit", walkIn(world, { reporterIds: [world.uncarded] }));
    expect(values((await figures()).rows[0])).to.deep.equal([2, 2, 2, 1]);
    await api.done("voidVisit", { visitId, reason: "Nhập nhầm" });
    expect(values((await figures()).rows[0])).to.deep.equal([1, 1, 1, 1]);
  });

  it("by unit are told as recorded, or under the unit that came after", async () => {
    await api.done("registerVisit", walkIn(world));
    await api.done("registerVisit", walkIn(world, { hostIds: [world.land] }));
    await api.done("mergeUnits", {
      fromIds: [world.health],
      intoId: world.land,
      legalBasis: "NQ 1",
      effectiveOn: "2019-09-10",
    });
    const recorded = await figures({ groupBy: ["UNIT"] });
    expect(recorded.rows.map((row: Json) => [row.unit.name, row.visits.value])).to.have.deep.members([
      ["Sở Y tế", 1],
      ["Sở Tài nguyên và Môi trường", 1],
    ]);
    const succeeded = await figures({ groupBy: ["UNIT"], unitBasis: "AS_SUCCESSOR" });
    expect(succeeded.rows.map((row: Json) => [row.unit.name, row.visits.value, sum(row.visits)])).to.deep.equal([
      ["Sở Tài nguyên và Môi trường", 2, 2],
    ]);
    const filtered = await figures({ filter: { unitIds: [world.land] }, unitBasis: "AS_SUCCESSOR" });
    expect(filtered.rows[0].visits.value).to.equal(2);
  });

  it("are public; who made them is not", async () => {
    await api.done("registerVisit", walkIn(world));
    const open = await api.ask(
      `{ visitFigures(period: { from: "2019-01-01", to: "2019-12-31" }) { rows { visits { value } } } }`,
      {},
      null,
    );
    expect(open.visitFigures.rows[0].visits.value).to.equal(1);
    const { errors } = await api.tryAsk(FIGURES, { period: PERIOD }, null);
    expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
    const { errors: grouped } = await api.tryAsk(
      `{ visitFigures(period: { from: "2019-01-01", to: "2019-12-31" }, groupBy: [REPORTER]) { from } }`,
      {},
      null,
    );
    expect(grouped[0]?.code).to.equal("UNAUTHENTICATED");
  });
});
