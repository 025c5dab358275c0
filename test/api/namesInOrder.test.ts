import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast, SINCE, walkIn } from "../support/cast.js";

const ORDERED = ["An", "Anh", "Ăng", "Ân", "Dũng", "Đào", "Đức", "Oanh", "Ôn", "Ơn", "Út", "Ước"];
const MIXED = [7, 2, 11, 0, 5, 9, 3, 8, 1, 10, 4, 6].map((at) => ORDERED[at] ?? "");

describe("Vietnamese names", () => {
  let api: Api;
  let world: Cast;
  const reporterIds: string[] = [];
  const hostIds: string[] = [];

  before(async () => {
    api = await Api.open();
    world = await cast(api);
    const parentId = await api.done("registerUnit", { unit: { kind: "DISTRICT", name: "Huyện" }, ...SINCE });
    for (const name of MIXED) {
      hostIds.push(
        await api.done("registerUnit", { unit: { kind: "COMMUNE", name: `Xã ${name}`, parentId }, ...SINCE }),
      );
      const agency = { name: `Báo ${name}`, kinds: ["PRINT"], level: "CENTRAL", governingBody: "Bộ" };
      const agencyId = await api.done("registerPressAgency", { ...agency, registeredOn: "2018-01-01" });
      const person = { name: `Lê ${name}`, kind: "COLLABORATOR", agencyId, since: "2018-01-01" };
      reporterIds.push(await api.done("registerReporter", { ...person }));
    }
  });
  after(() => api.close());

  const LISTS = {
    units: `units(filter: { kinds: [COMMUNE] }, first: $first, after: $after, direction: $direction)`,
    pressAgencies: `pressAgencies(filter: { levels: [CENTRAL] }, first: $first, after: $after, direction: $direction)`,
    reporters: `reporters(filter: { kinds: [COLLABORATOR] }, first: $first, after: $after, direction: $direction)`,
  };
  const last = (name: string): string => name.split(" ").at(-1) ?? "";

  for (const [list, asked] of Object.entries(LISTS)) {
    it(`stand in their order in ${list}, however large the pages`, async () => {
      const text = `query ($first: Int, $after: String, $direction: OrderDirection!) { list: ${asked} {
        nodes { name } pageInfo { endCursor hasNextPage } } }`;
      const all = async (first: number, direction: string): Promise<string[]> => {
        const found: string[] = [];
        for (let after: string | null = null; ;) {
          const answer: Json = (await api.ask(text, { first, after, direction })).list;
          found.push(...answer.nodes.map((one: Json) => last(one.name as string)));
          if (!answer.pageInfo.hasNextPage) return found;
          after = answer.pageInfo.endCursor as string;
        }
      };
      expect(await all(50, "ASC")).to.deep.equal(ORDERED);
      expect(await all(5, "ASC")).to.deep.equal(ORDERED);
      expect(await all(5, "DESC")).to.deep.equal(ORDERED.toReversed());
    });
  }

  it("stand in their order in tables of figures", async () => {
    await api.done("registerVisit", walkIn(world, { hostIds, reporterIds }));
    const text = `query ($by: VisitFigureDimension!) { visitFigures(period: { from: "2019-01-01", to: "2019-12-31" }, groupBy: [$by]) {
      rows { unit { name } agency { name } reporter { name } } } }`;
    for (const [by, field] of [
      ["UNIT", "unit"],
      ["AGENCY", "agency"],
      ["REPORTER", "reporter"],
    ] as const) {
      const { rows } = (await api.ask(text, { by })).visitFigures;
      expect(
        rows.flatMap((row: Json) => (row[field] ? [last(row[field].name as string)] : [])),
        by,
      ).to.deep.equal(ORDERED);
    }
  });

  it("are the same wherever the tone is typed, and others with another tone", async () => {
    const agency = { kinds: ["PRINT"], level: "LOCAL", governingBody: "Sở", registeredOn: "2018-01-01" };
    const unit = { kind: "DEPARTMENT" };
    const registered: readonly ((name: string) => Promise<Json>)[] = [
      (name) => api.command("registerUnit", { unit: { ...unit, name }, ...SINCE }),
      (name) => api.command("registerPressAgency", { ...agency, name }),
    ];
    for (const register of registered) {
      expect(await register("Sở Văn hóa Thử")).to.include({ replayed: false });
      expect((await register("Sở Văn hoá Thử")).code).to.match(/_NAME_TAKEN$/);
      expect(await register("Sở Văn hòa Thử")).to.include({ replayed: false });
    }
  });
});
