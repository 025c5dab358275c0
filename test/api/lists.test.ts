import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";

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

  it("as of a time whose year does not have four digits are refused, not answered wrongly", async () => {
    for (const time of ["9999-12-31T23:59:59-10:00", "0000-01-01T00:00:00Z"]) {
      const { errors } = await api.tryAsk(LIST, { first: 1, asOf: { time } });
      expect(errors, time).to.have.length(1);
    }
  });

  it("of persons and their papers have cursors that hold neither names nor numbers", async () => {
    const { reporters } = await api.ask(
      `{ reporters(first: 1) { pageInfo { endCursor } nodes { name letters(first: 5) { edges { cursor } } } } }`,
    );
    const body = Buffer.from(reporters.pageInfo.endCursor.split(".")[1], "base64url").toString();
    expect(JSON.parse(body)).to.have.length(2);
    expect(body.toLowerCase()).not.to.match(/an|bình|binh/u);
    const { reporters: next } = await api.ask(
      `query ($after: String) { reporters(first: 5, after: $after) { nodes { name } } }`,
      { after: reporters.pageInfo.endCursor },
    );
    expect(next.nodes.map((one: Json) => one.name)).not.to.include(reporters.nodes[0].name);
    expect(next.nodes).to.have.length(1);
  });

  it("as of a position that the ledger has not reached are refused", async () => {
    const { errors } = await api.tryAsk(LIST, { first: 1, asOf: { position: "P1-999999" } });
    expect(errors[0]?.code).to.equal("POSITION_AHEAD");
  });
});
