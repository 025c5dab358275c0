import { expect } from "chai";
import { Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast, SINCE, walkIn } from "../support/cast.js";

const on = (effectiveOn: string): object => ({ effectiveOn, legalBasis: `QĐ ngày ${effectiveOn}` });

describe("the registers on a day", () => {
  let api: Api;
  let world: Cast;
  before(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  after(() => api.close());

  const nodeOn = async (id: string, type: string, fields: string, validAt?: string): Promise<Json> => {
    const query = `query ($id: ID!, $validAt: LocalDate) { node(id: $id, validAt: $validAt) { ... on ${type} { ${fields} } } }`;
    return (await api.ask(query, { id, validAt })).node;
  };

  it("know a unit's names, functions, end and successors of the day, future ones too", async () => {
    const held = "PRESS_AND_PUBLISHING";
    const unit = { kind: "DEPARTMENT", name: "Sở Thông tin", functions: [held] };
    const id = await api.done("registerUnit", { unit, ...SINCE });
    await api.done("renameUnit", { unitId: id, name: "Sở Thông tin và Truyền thông", ...on("2019-06-01") });
    await api.done("moveUnitFunction", { fromId: id, toId: world.land, function: held, ...on("2019-08-01") });
    await api.done("mergeUnits", { fromIds: [id], intoId: world.health, ...on("2020-01-01") });
    const then = (day?: string): Promise<Json> =>
      nodeOn(id, "Unit", "name names { name } functions endsOn ending legalBasis successors { unit { id } }", day);
    expect(await then("2017-12-31")).to.equal(null);
    expect(await then("2019-05-31")).to.deep.equal({
      name: "Sở Thông tin",
      names: [{ name: "Sở Thông tin" }],
      functions: [held],
      endsOn: null,
      ending: null,
      legalBasis: SINCE.legalBasis,
      successors: [],
    });
    expect(await then("2019-08-01")).to.include({ name: "Sở Thông tin và Truyền thông", endsOn: null });
    expect((await then("2019-08-01")).functions).to.deep.equal([]);
    expect(await nodeOn(world.land, "Unit", "functions", "2019-07-31")).to.deep.equal({ functions: [] });
    expect(await nodeOn(world.land, "Unit", "functions", "2019-08-01")).to.deep.equal({ functions: [held] });
    const ended = await then("2020-01-01");
    expect(ended).to.deep.include({ endsOn: "2020-01-01", ending: "MERGED", legalBasis: "QĐ ngày 2020-01-01" });
    expect(ended.successors).to.deep.equal([{ unit: { id: world.health } }]);
    expect((await then()).endsOn, "without a day, what was last recorded").to.equal("2020-01-01");
  });

  it("know under which unit one stands: where it was put, or who has succeeded that one", async () => {
    const unit = (name: string, kind = "DISTRICT", parentId?: string): Promise<string> =>
      api.done("registerUnit", { unit: { kind, name, parentId }, ...SINCE });
    const [district, town, third] = [await unit("Huyện Đ"), await unit("Thành phố T"), await unit("Huyện B")];
    const commune = await unit("Xã X", "COMMUNE", district);
    await api.done("mergeUnits", { fromIds: [district], intoId: town, ...on("2025-01-01") });
    await api.done("placeUnit", { unitId: commune, parentId: third, ...on("2025-07-01") });
    const parent = async (day: string): Promise<string> =>
      (await nodeOn(commune, "Unit", "parent { name }", day)).parent.name;
    const under = async (id: string, day: string): Promise<string[]> => {
      const text = `query ($id: UnitId!, $day: LocalDate) { units(filter: { parentId: $id }, validAt: $day) { nodes { name } } }`;
      return (await api.ask(text, { id, day })).units.nodes.map(({ name }: Json) => name);
    };
    const all = async (day: string): Promise<unknown[]> => [
      await parent(day),
      ...(await Promise.all([district, town, third].map((id) => under(id, day)))),
    ];
    expect(await all("2024-06-01")).to.deep.equal(["Huyện Đ", ["Xã X"], [], []]);
    expect(await all("2025-03-01")).to.deep.equal(["Thành phố T", [], ["Xã X"], []]);
    expect(await all("2025-07-01")).to.deep.equal(["Huyện B", [], [], ["Xã X"]]);
    const placements = (await nodeOn(commune, "Unit", "placements { from unit { name } }", "2025-07-01")).placements;
    expect(placements).to.deep.equal([
      { from: "2018-01-01", unit: { name: "Huyện Đ" } },
      { from: "2025-07-01", unit: { name: "Huyện B" } },
    ]);
    const wrong = { unitId: commune, from: "2025-07-01", parentId: town, reason: "Nhập nhầm huyện" };
    await api.done("correctUnitParent", wrong);
    expect(await all("2025-07-01")).to.deep.equal(["Thành phố T", [], ["Xã X"], []]);
    await api.done("placeUnit", { unitId: commune, ...on("2026-01-01") });
    expect(await nodeOn(commune, "Unit", "parent { name }", "2026-01-01")).to.deep.equal({ parent: null });
    expect([await under(town, "2025-12-31"), await under(town, "2026-01-01")]).to.deep.equal([["Xã X"], []]);
  });

  it("name who carries on, when a unit or an agency that has ended is spoken of, and to a clerk whose unit has", async () => {
    const unit = (name: string): Promise<string> =>
      api.done("registerUnit", { unit: { kind: "SECTOR", name }, ...SINCE });
    const [ended, next] = [await unit("Ban Một"), await unit("Ban Hai")];
    await api.done("mergeUnits", { fromIds: [ended], intoId: next, ...on("2019-01-01") });
    const visit = await api.command("registerVisit", walkIn(world, { hostIds: [ended] }));
    expect([visit.code, visit.messageVi]).to.deep.equal([
      "UNIT_ENDED",
      "Ban Một đã kết thúc hoạt động từ ngày 01/01/2019: từ ngày đó hãy nêu đơn vị kế tục: Ban Hai; việc xảy ra trước đó thì nêu ngày xảy ra.",
    ]);
    const clerk = { subject: "clerk-9", role: "CLERK", unitId: ended.replace("Unit:", "") } as const;
    const refused = await api.command("registerVisit", walkIn(world, { hostIds: [next] }), clerk);
    expect(refused.code).to.equal("YOUR_UNIT_ENDED");
    expect(refused.messageVi).to.contain("hồ sơ do đơn vị kế tục ghi: Ban Hai.");
    const agency = (name: string): Promise<string> =>
      api.done("registerPressAgency", {
        ...{ name, kinds: ["PRINT"], level: "LOCAL", governingBody: "Tỉnh ủy", registeredOn: "2018-01-01" },
      });
    const [first, second, last] = [await agency("Báo A"), await agency("Báo B"), await agency("Báo C")];
    await api.done("mergePressAgency", { agencyId: first, intoId: second, ...on("2019-01-01") });
    await api.done("mergePressAgency", { agencyId: second, intoId: last, ...on("2019-06-01") });
    const person = { name: "Phạm Văn Đ", kind: "OCCASIONAL", agencyId: first };
    const since = async (day: string): Promise<string> =>
      (await api.command("registerReporter", { ...person, since: day })).messageVi;
    expect(await since("2019-02-01")).to.equal(
      "Báo A đã kết thúc hoạt động từ ngày 01/01/2019; cơ quan kế tục: Báo B.",
    );
    expect(await since("2019-07-01")).to.equal(
      "Báo A đã kết thúc hoạt động từ ngày 01/01/2019; cơ quan kế tục: Báo C.",
    );
  });

  it("know how a press agency stood, whether or not it was known at the time", async () => {
    const about = { agencyId: world.agency };
    const before = (await api.ask("{ ledger { position } }")).ledger.position;
    await api.done("suspendPressAgency", {
      ...about,
      from: "2019-03-01",
      until: "2019-05-31",
      legalBasis: "QĐ đình bản",
    });
    await api.done("reinstatePressAgency", { ...about, ...on("2019-04-15") });
    await api.done("renamePressAgency", { ...about, name: "Báo Thanh Hóa điện tử", ...on("2019-10-01") });
    const FIELDS = "name status legalBasis suspensions { lastDay liftedOn }";
    const then = (day: string): Promise<Json> => nodeOn(world.agency, "PressAgency", FIELDS, day);
    expect(await then("2019-02-28")).to.deep.include({ status: "ACTIVE", legalBasis: null, suspensions: [] });
    expect(await then("2019-04-01")).to.deep.equal({
      name: "Báo Thanh Hóa",
      status: "SUSPENDED",
      legalBasis: "QĐ đình bản",
      suspensions: [{ lastDay: "2019-05-31", liftedOn: null }],
    });
    expect(await then("2019-04-15")).to.deep.include({ status: "ACTIVE", legalBasis: "QĐ ngày 2019-04-15" });
    expect(await then("2019-10-01")).to.include({ name: "Báo Thanh Hóa điện tử" });
    const known = `{ pressAgency(id: "${world.agency}", asOf: { position: "${before}" }, validAt: "2019-04-01") { status } }`;
    expect((await api.ask(known)).pressAgency, "nobody knew it then").to.deep.equal({ status: "ACTIVE" });
  });

  it("know for whom a reporter worked, and with which papers", async () => {
    const agency = { name: "Báo Mới", kinds: ["ONLINE"], level: "CENTRAL", governingBody: "Hội" };
    const toAgencyId = await api.done("registerPressAgency", { ...agency, registeredOn: "2018-01-01" });
    const reporterId = world.carded;
    await api.done("transferReporter", { reporterId, toAgencyId, effectiveOn: "2019-07-01" });
    const withdrawal = { withdrawnOn: "2019-08-01", legalBasis: "QĐ thu hồi" };
    await api.done("recordPressCardWithdrawal", { reporterId, number: "IBT 00123", ...withdrawal });
    const FIELDS = "agency { name } engagements { agencyName } cards { withdrawnOn } hasValidCard";
    const then = (day: string): Promise<Json> => nodeOn(reporterId, "Reporter", FIELDS, day);
    expect(await then("2017-12-31")).to.equal(null);
    expect(await then("2019-06-30")).to.deep.equal({
      agency: { name: "Báo Thanh Hóa" },
      engagements: [{ agencyName: "Báo Thanh Hóa" }],
      cards: [{ withdrawnOn: null }],
      hasValidCard: true,
    });
    const after = await then("2019-08-01");
    expect(after).to.deep.include({ agency: { name: "Báo Mới" }, hasValidCard: false });
    expect(after.cards).to.deep.equal([{ withdrawnOn: "2019-08-01" }]);
  });

  it("know an office from its notice to its closing", async () => {
    const agencyId = world.agency;
    const notice = { agencyId, address: "1 Lê Lợi", notifiedOn: "2019-09-01", startsOn: "2019-09-15" };
    const officeId = await api.done("notifyRepresentativeOffice", { ...notice, headReporterId: world.uncarded });
    await api.command("acceptRepresentativeOffice", { officeId });
    const then = (day: string): Promise<Json> =>
      nodeOn(officeId, "RepresentativeOffice", "status decidedOn head { id } closedOn", day);
    expect(await then("2019-08-31")).to.equal(null);
    expect(await then("2019-09-09")).to.deep.equal({
      status: "NOTIFIED",
      decidedOn: null,
      head: { id: world.uncarded },
      closedOn: null,
    });
  });

  it("are listed as of the day, with what had begun; the answer says the day, and its cursors are of that day", async () => {
    const LIST = `query ($validAt: LocalDate, $after: String) { units(first: 2, after: $after, validAt: $validAt) {
      nodes { name } pageInfo { endCursor } basis { position validAt } } }`;
    await api.done("registerUnit", { unit: { kind: "SECTOR", name: "Ban mới" }, ...on("2019-09-01") });
    const { units } = await api.ask(LIST, { validAt: "2019-08-31" });
    expect(units.basis.validAt).to.equal("2019-08-31");
    expect(units.nodes.map(({ name }: Json) => name)).not.to.include("Ban mới");
    const after = units.pageInfo.endCursor as string;
    expect((await api.ask(LIST, { validAt: "2019-08-31", after })).units.nodes).to.not.be.empty;
    expect((await api.tryAsk(LIST, { validAt: "2019-09-30", after })).errors[0]?.code).to.equal("BAD_USER_INPUT");
    expect((await api.ask(LIST)).units.basis.validAt).to.equal(null);
    const byStatus = `{ pressAgencies(validAt: "2019-04-01", filter: { statuses: [SUSPENDED] }) { nodes { id } } }`;
    expect((await api.ask(byStatus)).pressAgencies.nodes).to.deep.equal([{ id: world.agency }]);
  });

  it("answer for the day wherever a record leads to them", async () => {
    const id = await api.done("registerVisit", walkIn(world, { reporterIds: [world.uncarded] }));
    const query = `query ($id: VisitId!) { visit(id: $id, validAt: "2019-09-10") {
      reporters { agency { name status legalBasis } } } }`;
    const { visit } = await api.ask(query, { id }, OFFICER);
    expect(visit.reporters[0].agency).to.deep.equal({
      name: "Báo Thanh Hóa",
      status: "ACTIVE",
      legalBasis: "QĐ ngày 2019-04-15",
    });
  });
});
