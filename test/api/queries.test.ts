import { expect } from "chai";
import { ANALYST, Api, type Json } from "../support/api.js";
import { cast, type Cast, SINCE, walkIn } from "../support/cast.js";

const PERIOD = { from: "2019-01-01", to: "2019-12-31" };
const FIGURES = `query ($groupBy: [FigureDimension!]! = [], $asOf: AsOf, $filter: VisitFigureFilter, $unitBasis: UnitBasis! = AS_RECORDED,
    $period: Period!) {
  visitFigures(period: $period, groupBy: $groupBy, asOf: $asOf, filter: $filter, unitBasis: $unitBasis) {
    basis { position }
    rows {
      unit { name } agency { name } topic month reporter { name }
      visits { value evidence(first: 100) { nodes { amount cause event { type position reason } visit { id } } } }
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
        for (const measure of MEASURES)
          expect(sum(row[measure]), `${groupBy.join()} ${measure}`).to.equal(row[measure].value);
      }
    }
    const { rows } = await figures({ groupBy: ["UNIT"] });
    const byUnit = Object.fromEntries(rows.map((row: Json) => [row.unit.name, values(row)]));
    expect(byUnit).to.deep.equal({ "Sở Y tế": [1, 1, 2, 1], "Sở Tài nguyên và Môi trường": [1, 1, 1, 1] });
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
      effectiveOn: "2019-10-01",
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

describe("lists", () => {
  let api: Api;
  let world: Cast;
  const subjects: string[] = [];

  before(async () => {
    api = await Api.open("2019-09-01T00:00:00.000Z");
    world = await cast(api);
    for (let n = 0; n < 23; n++) {
      api.now = new Date(Date.UTC(2019, 8, 1 + (n % 9), 1, n)).toISOString();
      if (n % 9 === 0) api.now = new Date(Date.UTC(2019, 8, 10, 1, n)).toISOString();
      subjects.push(`Việc số ${n}`);
      await api.done(
        "registerVisit",
        walkIn(world, { subject: `Việc số ${n}`, topic: n % 3 === 0 ? "LAND" : "HEALTH" }),
      );
    }
  });
  after(() => api.close());

  const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: VisitFilter, $direction: OrderDirection! = DESC, $asOf: AsOf) {
    visits(first: $first, after: $after, last: $last, before: $before, filter: $filter, direction: $direction, asOf: $asOf) {
      edges { cursor node { id subject } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } basis { position }
    }
  }`;
  const all = async (variables: Record<string, unknown>, size: number): Promise<string[]> => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { visits } = await api.ask(LIST, { ...variables, first: size, after });
      found.push(...visits.edges.map((edge: Json) => edge.node.subject as string));
      if (!visits.pageInfo.hasNextPage) return found;
      after = visits.pageInfo.endCursor as string;
    }
  };

  it("come whole and in the same order, however large the pages", async () => {
    const once = await all({}, 100);
    expect([...once].sort()).to.deep.equal([...subjects].sort());
    for (const size of [1, 2, 5, 23, 24]) expect(await all({}, size)).to.deep.equal(once);
    expect(await all({ direction: "ASC" }, 7)).to.deep.equal([...once].reverse());
  });

  it("are walked backwards with `last` and `before`", async () => {
    const once = await all({}, 100);
    const { visits: end } = await api.ask(LIST, { last: 5 });
    expect(end.edges.map((edge: Json) => edge.node.subject)).to.deep.equal(once.slice(-5));
    expect(end.pageInfo).to.include({ hasPreviousPage: true, hasNextPage: false });
    const { visits: earlier } = await api.ask(LIST, { last: 5, before: end.pageInfo.startCursor });
    expect(earlier.edges.map((edge: Json) => edge.node.subject)).to.deep.equal(once.slice(-10, -5));
  });

  it("can be narrowed, and the narrowing is part of the cursor", async () => {
    const land = await all({ filter: { topics: ["LAND"] } }, 3);
    expect(land).to.have.length(8);
    const hosted = await all(
      { filter: { hostId: world.health, topics: ["LAND"], from: "2019-09-02", to: "2019-09-10" } },
      2,
    );
    expect(hosted.every((subject) => land.includes(subject))).to.equal(true);
    const { visits } = await api.ask(LIST, { first: 2, filter: { topics: ["LAND"] } });
    const { errors } = await api.tryAsk(LIST, { first: 2, after: visits.pageInfo.endCursor });
    expect(errors[0]).to.deep.include({ code: "BAD_USER_INPUT" });
  });

  it("as of the basis of an answer stay as they were while the ledger goes on", async () => {
    const { visits } = await api.ask(LIST, { first: 10 });
    const asOf = { position: visits.basis.position };
    const before = await all({ asOf }, 10);
    await api.done("registerVisit", walkIn(world, { subject: "Việc mới" }));
    expect(await all({ asOf }, 4)).to.deep.equal(before);
    expect(await all({}, 100)).to.have.length(before.length + 1);
  });

  it("refuse what no list can be asked", async () => {
    const bad: readonly Record<string, unknown>[] = [
      { first: 0 },
      { first: 101 },
      { first: -1 },
      { first: 5, last: 5 },
      { first: 5, after: "" },
      { first: 5, after: "nonsense" },
      { first: 5, after: "c1.W10.xxxxxxxxxx" },
    ];
    for (const variables of bad) {
      const { errors } = await api.tryAsk(LIST, variables);
      expect(
        errors.map((error) => error.code),
        JSON.stringify(variables),
      ).to.deep.equal(["BAD_USER_INPUT"]);
    }
  });

  it("as of a position that the ledger has not reached are refused", async () => {
    const { errors } = await api.tryAsk(LIST, { first: 1, asOf: { position: "P1-999999" } });
    expect(errors[0]?.code).to.equal("POSITION_AHEAD");
  });
});

describe("finding by words and by id", () => {
  let api: Api;
  let world: Cast;

  before(async () => {
    api = await Api.open();
    world = await cast(api);
    const unit = (name: string): Promise<string> =>
      api.done("registerUnit", { unit: { kind: "DISTRICT", name }, ...SINCE });
    for (const name of ["Huyện Hoằng Hóa", "Huyện Thiệu Hoá", "Thành phố Thanh Hóa", "Thanh Hoa", "Huyện Đông Sơn"])
      await unit(name);
    await api.done("registerVisit", walkIn(world, { subject: "Thanh Hóa phát triển du lịch" }));
  });
  after(() => api.close());

  const titles = async (text: string, more = "", principal?: Parameters<Api["ask"]>[2]): Promise<string[]> => {
    const { search } = await api.ask(
      `query ($text: String!) { search(text: $text ${more}) { nodes { title } } }`,
      { text },
      principal,
    );
    return search.nodes.map((node: { title: string }) => node.title);
  };

  it("meets Vietnamese however it is typed", async () => {
    for (const text of ["dong son", "ĐÔNG SƠN", "Đông Sơn".normalize("NFD"), "huyện đông", "son dong"]) {
      expect(await titles(text), text).to.deep.equal(["Huyện Đông Sơn"]);
    }
    expect(await titles("thiệu hóa")).to.deep.equal(["Huyện Thiệu Hoá"]);
  });

  it("ranks what is exactly so first, then what begins so, then what has it somewhere", async () => {
    expect(await titles("Thanh Hoa")).to.deep.equal([
      "Thanh Hoa",
      "Thanh Hóa phát triển du lịch",
      "Thành phố Thanh Hóa",
      "Báo Thanh Hóa",
    ]);
  });

  it("pages through all ranks without loss", async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { search } = await api.ask(
        `query ($after: String) { search(text: "hoa", first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      found.push(...search.nodes.map((node: { title: string }) => node.title));
      if (!search.pageInfo.hasNextPage) break;
      after = search.pageInfo.endCursor as string;
    }
    expect(found).to.deep.equal(await titles("hoa", ", first: 100"));
    expect(new Set(found).size).to.equal(found.length);
  });

  it("takes any text without a fault", async () => {
    for (const text of ["", "   ", '"', "a* OR b", "NEAR(x)", "-", "%_", "'; DROP TABLE unit", "\u0000", "🙂"]) {
      expect(await titles(text), text).to.be.an("array");
    }
  });

  it("shows the public neither visits nor reporters", async () => {
    expect(await titles("thanh hoa", "", null)).to.deep.equal(["Thanh Hoa", "Thành phố Thanh Hóa", "Báo Thanh Hóa"]);
    const { errors } = await api.tryAsk(`{ search(text: "an", kinds: [REPORTER]) { nodes { title } } }`, {}, null);
    expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
    const { node, nodes } = await api.ask(
      `query ($reporter: ID!, $unit: ID!) { node(id: $reporter) { id } nodes(ids: [$unit, $reporter, "x", "Unit:1"]) { id } }`,
      { reporter: world.carded, unit: world.health },
      null,
    );
    expect(node).to.equal(null);
    expect(nodes).to.deep.equal([{ id: world.health }, null, null, null]);
  });

  it("an id of another type is refused before anything is looked up", async () => {
    const { errors } = await api.tryAsk(
      `query ($id: VisitId!) { visit(id: $id) { id } }`,
      { id: world.health },
      ANALYST,
    );
    expect(errors).to.have.length(1);
  });
});
