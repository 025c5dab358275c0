import { readFileSync } from "node:fs";
import { expect } from "chai";
import { type Ask, CommandSender, RequestFailed } from "../../src/cli/commandSender.js";
import { load, type Loaded, told } from "../../src/cli/import/load.js";
import { planOf } from "../../src/cli/import/plan.js";
import { readRegisterFile } from "../../src/cli/import/readRegisterFile.js";
import type { RegisterFile } from "../../src/cli/import/registerFile.js";
import { InProcess } from "../../src/cli/inProcess.js";
import type { Principal } from "../../src/commands/bus.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import { removed, temporaryFolder } from "./support.js";

const ADMIN: Principal = { subject: "admin", role: "ADMIN", unitId: null };
const REFERENCE = readRegisterFile(readFileSync("reference/units-thanh-hoa.json", "utf8"));

describe("the import of a register file", () => {
  const folder = temporaryFolder();
  let ledger: Ledger;
  let api: InProcess;
  const as = (principal: Principal): Ask => api.as(principal);
  const importing = (file: RegisterFile, ask = as(ADMIN)): Promise<Loaded> =>
    load(planOf(file), new CommandSender(), ask);

  before(async () => {
    ledger = await openLedger({ folder });
    api = new InProcess(await buildLedgerSchema(), ledger);
  });

  after(async () => {
    await ledger.close();
    removed(folder);
  });

  it("loads the units of Thanh Hóa and all that became of them", async () => {
    const { added, alreadyThere, refused, notSent } = await importing(REFERENCE);
    expect({ refused, notSent, alreadyThere }).to.deep.equal({ refused: [], notSent: [], alreadyThere: [] });
    expect(added).to.have.length(planOf(REFERENCE).length);
  });

  it("leaves 27 districts in 2019, 26 on 1 January 2025 and none on 1 July 2025", async () => {
    const days = ["2019-11-18", "2020-06-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"];
    const counts = await Promise.all(days.map(async (day) => (await districtsOn(day)).length));
    expect(counts).to.deep.equal([27, 27, 27, 26, 26, 0]);
  });

  it("has each function where it went", async () => {
    const { data } = await as(ADMIN)(
      `{ units(first: 100, filter: { kinds: [DEPARTMENT] }) { nodes { name functions endsOn legalBasis } } }`,
      {},
    );
    const { nodes } = (data as { units: { nodes: { name: string; functions: string[]; endsOn: string | null }[] } })
      .units;
    const holders = nodes.filter(({ functions, endsOn }) => functions.length > 0 || endsOn !== null);
    expect(holders.map(({ name, functions, endsOn }) => [name, functions, endsOn])).to.deep.equal([
      ["Sở Khoa học và Công nghệ", ["INFORMATION_TECHNOLOGY", "POST_AND_TELECOM"], null],
      ["Sở Thông tin và Truyền thông", [], "2025-03-01"],
      ["Sở Văn hóa, Thể thao và Du lịch", ["PRESS_AND_PUBLISHING"], null],
    ]);
  });

  it("changes nothing when it is run again, and says so", async () => {
    const before = await ledger.log.head();
    const again = await importing(REFERENCE);
    expect(await ledger.log.head()).to.equal(before);
    expect(told(again)).to.deep.equal([`0 added, ${planOf(REFERENCE).length} already there.`]);
  });

  it("lists what is refused by entry, with code and sentence, and holds back what speaks of it", async () => {
    const { units } = REFERENCE;
    const [first] = units;
    if (!first) throw new Error("The file has units.");
    const other = { ...first, key: "another-key", parent: undefined };
    const child = { ...first, key: "child", parent: "another-key", name: "Xã X", kind: "COMMUNE" as const };
    const result = await importing({ ...REFERENCE, units: [other, child], changes: [] });
    expect(told(result)).to.deep.equal([
      `units "another-key": UNIT_NAME_TAKEN at unit.name: Another active unit of this kind is named “${first.name}”.`,
      `units "child": not sent, as unit:another-key is not there.`,
      "0 added, 0 already there, 1 refused, 1 not sent.",
    ]);
  });

  it("does not put other content under a key that is taken", async () => {
    const [first] = REFERENCE.units;
    if (!first) throw new Error("The file has units.");
    const lines = told(await importing({ ...REFERENCE, units: [{ ...first, name: "Khác" }], changes: [] }));
    expect(lines[0]).to.match(/^units "ubnd-tinh": COMMAND_ID_REUSED/);
  });

  it("stops at once when the account may not write the register", async () => {
    const analyst = as({ subject: "analyst", role: "ANALYST", unitId: null });
    const failure = await importing(REFERENCE, analyst).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(RequestFailed).with.property("code", "NOT_ALLOWED");
  });

  it("loads press agencies and reporters too", async () => {
    const sure = { source: "S", confidence: "HIGH" };
    const file = readRegisterFile(
      JSON.stringify({
        ...{ format: "press-ledger/register@1", register: "test", title: "A test", sources: { S: "the test" } },
        pressAgencies: [
          {
            ...{ key: "bao", name: "Báo Thử", kinds: ["PRINT", "ONLINE"], level: "LOCAL", governingBody: "Tỉnh ủy" },
            ...{ registeredOn: "2018-01-01", ...sure },
          },
        ],
        reporters: [
          {
            ...{ key: "a", name: "Nguyễn Văn Thử", kind: "CARD_HOLDER", agency: "bao", since: "2018-01-01", ...sure },
            card: { number: "T 1", issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" },
          },
        ],
      }),
    );
    expect(told(await importing(file))).to.deep.equal(["2 added, 0 already there."]);
    expect(told(await importing(file))).to.deep.equal(["0 added, 2 already there."]);
  });

  async function districtsOn(activeOn: string): Promise<unknown[]> {
    const query = `query ($activeOn: LocalDate) { units(first: 100, filter: { kinds: [DISTRICT], activeOn: $activeOn }) { nodes { id } } }`;
    const { data } = await as(ADMIN)(query, { activeOn });
    return (data as { units: { nodes: unknown[] } }).units.nodes;
  }
});
