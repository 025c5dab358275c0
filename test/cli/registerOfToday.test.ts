import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { CommandSender } from "../../src/cli/commandSender.js";
import { load, told } from "../../src/cli/import/load.js";
import { planOf } from "../../src/cli/import/plan.js";
import { readRegisterFile } from "../../src/cli/import/readRegisterFile.js";
import { InProcess } from "../../src/cli/inProcess.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import type { Json } from "../support/api.js";
import { removed, temporaryFolder } from "./support.js";

const ADMIN = { subject: "admin", role: "ADMIN", unitId: null } as const;
const OF_2019 = readRegisterFile(readFileSync("reference/units-thanh-hoa.json", "utf8"));
const OF_TODAY = readRegisterFile(readFileSync("reference/register-thanh-hoa.json", "utf8"));

/** More than a thousand commands, each on the disk before the next. */
describe("the register of today", function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  let ledger: Ledger;
  let api: InProcess;
  let sums: string[];

  before(async () => {
    ledger = await openLedger({ folder });
    api = new InProcess(await buildLedgerSchema(), ledger);
    // The older file first: what it says is what this one says, so that nothing of it is refused or entered twice.
    sums = [];
    for (const file of [OF_2019, OF_TODAY]) {
      sums.push(...told(await load(planOf(file), new CommandSender(), api.as(ADMIN))));
    }
  });
  after(async () => {
    await ledger.close();
    removed(folder);
  });

  const ask = async (query: string, variables: object = {}): Promise<Json> => {
    const { data, errors } = await api.as(ADMIN)(query, { ...variables });
    expect(errors).to.equal(undefined);
    return data;
  };
  const UNITS = `query ($kind: UnitKind!, $day: LocalDate!, $parentId: UnitId, $after: String) {
    units(filter: { kinds: [$kind], activeOn: $day, parentId: $parentId }, validAt: $day, first: 100, after: $after) {
      nodes { id name code parent { id name } } pageInfo { hasNextPage endCursor } } }`;
  async function unitsOn(kind: string, day: string, parentId?: string): Promise<Json[]> {
    const found: Json[] = [];
    for (let after: string | null = null; ;) {
      const { units } = await ask(UNITS, { kind, day, parentId, after });
      found.push(...units.nodes);
      if (!units.pageInfo.hasNextPage) return found;
      after = units.pageInfo.endCursor as string;
    }
  }
  const named = async (name: string, day: string, kind = "COMMUNE"): Promise<Json> => {
    const [found, ...others] = (await unitsOn(kind, day)).filter((unit) => unit.name === name);
    expect(others, name).to.deep.equal([]);
    return found;
  };
  const beginning = (units: Json[], word: string): number => units.filter(({ name }) => name.startsWith(word)).length;

  it("is taken whole, and has all that the register of 2019 has, word for word", () => {
    const [older, all] = [planOf(OF_2019).length, planOf(OF_TODAY).length];
    expect(sums).to.deep.equal([`${older} added, 0 already there.`, `${all - older} added, ${older} already there.`]);
  });

  // NQ 786 (635 → 559), NQ 939 (558), NQ 1238 (547), NQ 1686 (166 = 147 xã + 19 phường); 12 departments since March 2025.
  const COUNTS = [
    ["2019-11-18", { communes: 635, wards: 34, townships: 28, districts: 27, departments: 16 }],
    ["2024-06-01", { communes: 558, wards: 60, townships: 31, districts: 27, departments: 16 }],
    ["2025-03-01", { communes: 547, wards: 63, townships: 32, districts: 26, departments: 12 }],
    ["2025-07-01", { communes: 166, wards: 19, townships: 0, districts: 0, departments: 12 }],
    ["2026-11-30", { communes: 166, wards: 19, townships: 0, districts: 0, departments: 12 }],
  ] as const;
  for (const [day, counts] of COUNTS) {
    it(`has ${counts.communes} communes and ${counts.districts} districts on ${day}, each commune under one of them or the province`, async () => {
      const communes = await unitsOn("COMMUNE", day);
      const districts = await unitsOn("DISTRICT", day);
      expect({
        communes: communes.length,
        wards: beginning(communes, "Phường"),
        townships: beginning(communes, "Thị trấn"),
        districts: districts.length,
        departments: (await unitsOn("DEPARTMENT", day)).length,
      }).to.deep.equal(counts);
      const above = districts.length > 0 ? districts : await unitsOn("PROVINCE", day);
      expect(new Set(communes.map(({ parent }) => parent.id))).to.deep.equal(new Set(above.map(({ id }) => id)));
      const below = await Promise.all(above.map(({ id }) => unitsOn("COMMUNE", day, id)));
      expect(below.flat().length).to.equal(communes.length);
      if (day >= "2025-07-01") expect(new Set(communes.map(({ code }) => code)).size, "codes").to.equal(166);
    });
  }

  it("tells what a commune of today came from, and who carries on an older one, in part too", async () => {
    const SUCCESSION = `query ($id: UnitId!) { unit(id: $id) {
      predecessors { kind unit { name } } successors { effectiveOn unit { name } } } }`;
    const namesOf = (steps: Json[]): string[] => steps.map(({ unit }) => unit.name).sort();
    const today = await named("Xã Thiệu Trung", "2026-11-30");
    const { unit } = await ask(SUCCESSION, { id: today.id });
    expect(namesOf(unit.predecessors)).to.deep.equal(
      ["Thị trấn Thiệu Hóa", "Xã Thiệu Lý", "Xã Thiệu Trung", "Xã Thiệu Viên", "Xã Thiệu Vận"].sort(),
    );
    const township = await named("Thị trấn Thiệu Hóa", "2025-03-01");
    const { successors } = (await ask(SUCCESSION, { id: township.id })).unit;
    expect(namesOf(successors)).to.deep.equal(["Xã Thiệu Hóa", "Xã Thiệu Quang", "Xã Thiệu Trung"]);
    const whole = await named("Xã Mường Lát", "2026-11-30");
    expect(
      (await ask(`query ($id: UnitId!) { unit(id: $id) { names { name from } } }`, { id: whole.id })).unit.names,
    ).to.deep.equal([
      { name: "Thị trấn Mường Lát", from: "2018-01-01" },
      { name: "Xã Mường Lát", from: "2025-07-01" },
    ]);
  });

  it("has communes of Đông Sơn under Thanh Hóa city from 1 January 2025, and not before", async () => {
    expect((await named("Xã Đông Minh", "2024-12-31")).parent.name).to.equal("Huyện Đông Sơn");
    expect((await named("Xã Đông Minh", "2025-01-01")).parent.name).to.equal("Thành phố Thanh Hóa");
    const city = await named("Thành phố Thanh Hóa", "2025-03-01", "DISTRICT");
    expect(await unitsOn("COMMUNE", "2024-12-31", city.id)).to.have.length(34);
    expect(await unitsOn("COMMUNE", "2025-01-01", city.id)).to.have.length(47);
  });

  it("names who carries on when a district or a department of then is spoken of today", async () => {
    const RENAME = `mutation ($input: RenameUnitInput!) { renameUnit(input: $input) { ... on UserError { code messageVi } } }`;
    const refusal = async (name: string, kind: string): Promise<string> => {
      const { id } = await named(name, "2024-06-01", kind);
      const input = {
        commandId: randomUUID(),
        unitId: id,
        name: "Khác",
        effectiveOn: "2026-11-30",
        legalBasis: "QĐ",
      };
      const { renameUnit } = await ask(RENAME, { input });
      expect(renameUnit.code).to.equal("UNIT_ENDED");
      return renameUnit.messageVi as string;
    };
    expect(await refusal("Huyện Mường Lát", "DISTRICT")).to.contain("Xã Mường Lát");
    expect(await refusal("Sở Thông tin và Truyền thông", "DEPARTMENT")).to.contain(
      "Sở Văn hóa, Thể thao và Du lịch (báo chí, xuất bản)",
    );
  });

  it("has the press of the province, which became one agency on 1 June 2025", async () => {
    const on = async (day: string): Promise<string[]> => {
      const text = `query ($day: LocalDate!) { pressAgencies(filter: { levels: [LOCAL], liveOn: $day }, validAt: $day) { nodes { name } } }`;
      return (await ask(text, { day })).pressAgencies.nodes.map(({ name }: Json) => name);
    };
    expect(await on("2025-05-31")).to.include.members(["Báo Thanh Hóa", "Đài Phát thanh và Truyền hình Thanh Hóa"]);
    expect(await on("2025-06-01")).to.include("Báo và Đài Phát thanh - Truyền hình Thanh Hóa");
    expect(await on("2025-06-01")).to.have.length(4);
  });
});
