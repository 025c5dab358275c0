import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { Api, type Json } from "../support/api.js";
import { card } from "../support/facts.js";
import { walkIn } from "../support/cast.js";

/** Vietnam's midnight: 17:00 UTC of the day before. */
const BEFORE_MIDNIGHT = (day: string): string => `${day}T16:59:59.999Z`;

const SINCE = { legalBasis: "Danh mục đầu kỳ", effectiveOn: "2018-01-01" };
const from = (effectiveOn: string): object => ({ effectiveOn, legalBasis: "NQ 1" });

describe("today, where no basis is named", () => {
  let api: Api;
  beforeEach(async () => {
    api = await Api.open("2026-11-30T02:00:00.000Z");
  });
  afterEach(() => api.close());

  const unit = (name: string, more: object = {}): Promise<string> =>
    api.done("registerUnit", { unit: { kind: "DEPARTMENT", name, ...more }, ...SINCE });
  const clerkOf = (id: string): Principal => ({ subject: `clerk of ${id}`, role: "CLERK", unitId: id.slice(5) });
  const agency = (name: string): Promise<string> =>
    api.done("registerPressAgency", {
      ...{ name, kinds: ["PRINT"], level: "LOCAL", governingBody: "Tỉnh ủy", registeredOn: "2018-01-01" },
    });
  const reporterOf = (agencyId: string, more: object = {}): Promise<string> =>
    api.done("registerReporter", { name: "Lê Văn An", kind: "OCCASIONAL", agencyId, since: "2018-01-01", ...more });
  const node = async (id: string, type: string, fields: string, more: object = {}): Promise<Json> => {
    const text = `query ($id: ID!, $asOf: AsOf, $validAt: LocalDate) {
      node(id: $id, asOf: $asOf, validAt: $validAt) { ... on ${type} { ${fields} } } }`;
    return (await api.ask(text, { id, ...more })).node;
  };
  const visitTo = async (host: string): Promise<string> => {
    const reporter = await reporterOf(await agency(`Báo của ${host}`));
    return api.done("registerVisit", { ...walkIn({ health: host, carded: reporter } as never) });
  };
  const amendBy = async (principal: Principal, visitId: string, more: object = {}): Promise<string> => {
    const changed = { visitId, subject: `Lần ${api.commandId()}`, reason: "Ghi nhầm", ...more };
    const { __typename, code } = await api.command("amendVisit", changed, principal);
    return (code as string | undefined) ?? (__typename as string);
  };

  it("a successor keeps its predecessor's records from the day on which it succeeds, who ended until then", async () => {
    const [ending, going] = [await unit("Sở Một"), await unit("Sở Hai")];
    const visit = await visitTo(ending);
    await api.done("mergeUnits", { fromIds: [ending], intoId: going, ...from("2027-06-01") });
    expect(await amendBy(clerkOf(going), visit)).to.equal("NOT_YOUR_UNIT");
    expect(await amendBy(clerkOf(ending), visit)).to.equal("VisitChanged");
    api.now = BEFORE_MIDNIGHT("2027-05-31");
    expect(await amendBy(clerkOf(going), visit)).to.equal("NOT_YOUR_UNIT");
    expect(await amendBy(clerkOf(ending), visit)).to.equal("VisitChanged");
    api.pass(1);
    expect(await amendBy(clerkOf(going), visit)).to.equal("VisitChanged");
    expect(await amendBy(clerkOf(ending), visit)).to.equal("YOUR_UNIT_ENDED");
    // Rights are those of the day on which something is entered, whenever it happened.
    const late = { occurredAt: "2027-05-31T10:00:00.000Z", lateEntryReason: "Mất mạng" };
    const more = { subject: "Muộn", reason: "Ghi nhầm", ...late };
    expect((await api.command("amendVisit", { visitId: visit, ...more }, clerkOf(ending))).code).to.equal(
      "YOUR_UNIT_ENDED",
    );
    expect((await api.command("amendVisit", { visitId: visit, ...more }, clerkOf(going))).code).to.equal(undefined);
  });

  it("both parts of a split unit keep its records from its day on; an abolished one's are kept by the officers", async () => {
    const [whole, one, other, gone] = [
      await unit("Sở Chung"),
      await unit("Sở Ba"),
      await unit("Sở Bốn"),
      await unit("Sở Năm"),
    ];
    const [visit, last] = [await visitTo(whole), await visitTo(gone)];
    await api.done("splitUnit", { fromId: whole, intoIds: [one, other], ...from("2027-06-01") });
    await api.done("abolishUnit", { unitId: gone, ...from("2027-06-01") });
    const may = async (): Promise<string[]> => [
      await amendBy(clerkOf(whole), visit),
      await amendBy(clerkOf(one), visit),
      await amendBy(clerkOf(other), visit),
      await amendBy(clerkOf(gone), last),
    ];
    expect(await may()).to.deep.equal(["VisitChanged", "NOT_YOUR_UNIT", "NOT_YOUR_UNIT", "VisitChanged"]);
    api.now = "2027-05-31T17:00:00.000Z";
    expect(await may()).to.deep.equal(["YOUR_UNIT_ENDED", "VisitChanged", "VisitChanged", "YOUR_UNIT_ENDED"]);
    expect(await amendBy({ subject: "officer", role: "PRESS_OFFICER", unitId: null }, last)).to.equal("VisitChanged");
  });

  it("what may be done next follows the day that is asked", async () => {
    const [ending, going] = [await unit("Sở Một"), await unit("Sở Hai")];
    const visit = await visitTo(ending);
    const unmerged = (await api.ask("{ ledger { position } }")).ledger.position as string;
    await api.done("mergeUnits", { fromIds: [ending], intoId: going, ...from("2027-06-01") });
    const refused = async (principal: Principal, on?: string, asOf?: object): Promise<string | undefined> => {
      const text = `query ($id: VisitId!, $on: LocalDate, $asOf: AsOf) { visit(id: $id, asOf: $asOf) {
        nextSteps(on: $on) { mutation refusal { code } } } }`;
      const { nextSteps } = (await api.ask(text, { id: visit, on, asOf }, principal)).visit as Json;
      return nextSteps.find(({ mutation }: Json) => mutation === "amendVisit").refusal?.code;
    };
    expect(await refused(clerkOf(going))).to.equal("NOT_YOUR_UNIT");
    expect(await refused(clerkOf(going), "2027-06-01")).to.equal(undefined);
    expect(await refused(clerkOf(ending), "2027-06-01")).to.equal("YOUR_UNIT_ENDED");
    expect(await refused(clerkOf(going), undefined, { today: "2027-06-01" })).to.equal(undefined);
    // As of a position, by what was known there: the merger was not.
    const before = { position: unmerged, today: "2027-06-01" };
    expect(await refused(clerkOf(going), undefined, before)).to.equal("NOT_YOUR_UNIT");
    expect(await refused(clerkOf(ending), undefined, before)).to.equal(undefined);
    api.now = "2027-06-02T02:00:00.000Z";
    expect(await refused(clerkOf(going))).to.equal(undefined);
    expect(await refused(clerkOf(ending), "2027-05-31")).to.equal(undefined);
  });

  it("figures by successor, timelines with successors and lists follow the day, and the basis names it", async () => {
    const [ending, going] = [await unit("Sở Một"), await unit("Sở Hai")];
    const visit = await visitTo(ending);
    await api.done("mergeUnits", { fromIds: [ending], intoId: going, ...from("2027-06-01") });
    const counted = async (asOf?: object): Promise<Json> => {
      const text = `query ($asOf: AsOf) { visitFigures(period: { from: "2026-01-01", to: "2026-12-31" }, asOf: $asOf,
        groupBy: [UNIT], unitBasis: AS_SUCCESSOR) { rows { unit { name } hostTurns { value } } basis { position today } } }`;
      const { rows, basis } = (await api.ask(text, { asOf })).visitFigures as Json;
      return { units: rows.map((row: Json) => row.unit.name), basis };
    };
    const told = async (): Promise<string[]> => {
      const text = `query ($of: [ID!]!) { timeline(subjects: $of, includeSuccessors: true, first: 50) {
        nodes { type } } }`;
      return (await api.ask(text, { of: [ending] })).timeline.nodes.map((item: Json) => item.type);
    };
    await api.done("renameUnit", { unitId: going, name: "Sở Hai mới", ...from("2026-11-30") });
    const then = await counted();
    expect(then).to.deep.include({ units: ["Sở Một"] });
    expect(then.basis.today).to.equal("2026-11-30");
    expect(await told()).not.to.include("UnitRenamed");
    api.now = "2027-06-01T02:00:00.000Z";
    const now = await counted();
    expect(now).to.deep.include({ units: ["Sở Hai mới"] });
    expect(now.basis).to.deep.equal({ position: then.basis.position, today: "2027-06-01" });
    expect(await told()).to.include("UnitRenamed");
    // The same question again has the same answer, whatever the clock says and whatever has come since.
    await api.done("voidVisit", { visitId: visit, reason: "Nhập nhầm" });
    expect(await counted(then.basis)).to.deep.equal(then);
    expect(await counted(now.basis)).to.deep.equal(now);
    // A position alone means the day on which its last event was recorded; a time means its own day.
    expect(await counted({ position: then.basis.position })).to.deep.equal(then);
    expect((await counted({ time: "2027-05-31T17:00:00.000Z" })).units).to.deep.equal(["Sở Hai mới"]);
    expect((await counted({ time: BEFORE_MIDNIGHT("2027-05-31") })).units).to.deep.equal(["Sở Một"]);
  });

  it("children of a merged unit stand under its successor from its day on, and where they ended if they did so before", async () => {
    const district = await unit("Huyện Đ");
    const town = await unit("Thị xã T");
    const [commune, ended] = [await unit("Xã X", { parentId: district }), await unit("Xã Y", { parentId: district })];
    await api.done("abolishUnit", { unitId: ended, ...from("2026-12-01") });
    await api.done("mergeUnits", { fromIds: [district], intoId: town, ...from("2027-06-01") });
    const parent = async (id: string, more: object = {}): Promise<string> =>
      (await node(id, "Unit", "parent { name }", more)).parent.name;
    const under = async (parentId: string, asOf?: object): Promise<string[]> => {
      const text = `query ($id: UnitId!, $asOf: AsOf) { units(filter: { parentId: $id }, asOf: $asOf) { nodes { name } } }`;
      return (await api.ask(text, { id: parentId, asOf })).units.nodes.map(({ name }: Json) => name);
    };
    expect(await parent(commune)).to.equal("Huyện Đ");
    expect([await under(district), await under(town)]).to.deep.equal([["Xã X", "Xã Y"], []]);
    expect(await parent(commune, { validAt: "2027-06-01" })).to.equal("Thị xã T");
    expect(await parent(commune, { validAt: "2027-05-31" })).to.equal("Huyện Đ");
    expect(await parent(ended, { validAt: "2027-06-01" })).to.equal("Huyện Đ");
    const then = { today: "2027-06-01" };
    expect([await under(district, then), await under(town, then)]).to.deep.equal([["Xã Y"], ["Xã X"]]);
    // Under the successor too, units of one kind must be told apart.
    const twin = { unit: { kind: "DEPARTMENT", name: "xã x", parentId: town } };
    expect((await api.command("registerUnit", { ...twin, ...from("2027-06-01") })).code).to.equal("UNIT_NAME_TAKEN");
    await api.done("registerUnit", { ...twin, ...from("2026-12-01") });
  });

  it("an agency's status, in lists too, is that of the day", async () => {
    const [ending, going] = [await agency("Báo Một"), await agency("Báo Hai")];
    await api.done("suspendPressAgency", {
      agencyId: ending,
      from: "2026-12-01",
      until: "2026-12-31",
      legalBasis: "QĐ 1",
    });
    await api.done("mergePressAgency", { agencyId: ending, intoId: going, ...from("2027-06-01") });
    const stands = async (): Promise<Json> => {
      const { status } = await node(ending, "PressAgency", "status");
      const text = `query ($s: [PressAgencyStatus!]) { pressAgencies(filter: { statuses: $s }) { nodes { name } } }`;
      const listed = (await api.ask(text, { s: [status] })).pressAgencies.nodes.map(({ name }: Json) => name);
      return [status, listed.includes("Báo Một")];
    };
    expect(await stands()).to.deep.equal(["ACTIVE", true]);
    api.now = "2026-11-30T17:00:00.000Z";
    expect(await stands()).to.deep.equal(["SUSPENDED", true]);
    api.now = "2026-12-31T17:00:00.000Z";
    expect(await stands()).to.deep.equal(["ACTIVE", true]);
    api.now = "2027-05-31T17:00:00.000Z";
    expect(await stands()).to.deep.equal(["MERGED", true]);
    const { status } = await node(ending, "PressAgency", "status", { validAt: "2026-12-15" });
    expect(status).to.equal("SUSPENDED");
  });

  it("a unit's functions, and a reporter's agency and card, are those of the day", async () => {
    const function_ = "PRESS_AND_PUBLISHING";
    const giving = await unit("Sở Một", { functions: [function_] });
    const taking = await unit("Sở Hai");
    await api.done("moveUnitFunction", { fromId: giving, toId: taking, function: function_, ...from("2027-06-01") });
    const [one, other] = [await agency("Báo Một"), await agency("Báo Hai")];
    const more = { kind: "CARD_HOLDER", card: { ...card, issuedOn: "2026-01-01", validTo: "2027-05-31" } };
    const reporter = await reporterOf(one, more);
    await api.done("transferReporter", { reporterId: reporter, toAgencyId: other, effectiveOn: "2027-06-01" });
    const stand = async (): Promise<Json> => [
      (await node(giving, "Unit", "functions")).functions,
      (await node(taking, "Unit", "functions")).functions,
      await node(reporter, "Reporter", "agency { name } hasValidCard"),
    ];
    api.now = BEFORE_MIDNIGHT("2027-05-31");
    expect(await stand()).to.deep.equal([[function_], [], { agency: { name: "Báo Một" }, hasValidCard: true }]);
    api.pass(1);
    expect(await stand()).to.deep.equal([[], [function_], { agency: { name: "Báo Hai" }, hasValidCard: false }]);
  });

  it("an office's status and head are those of the day, and it may be changed until it closes", async () => {
    const of = await agency("Báo Một");
    const papers = { ...card, issuedOn: "2026-01-01", validTo: "2030-12-31" };
    const head = await reporterOf(of, { kind: "CARD_HOLDER", card: papers });
    const next = await reporterOf(of, { name: "Vũ Bình", kind: "CARD_HOLDER", card: { ...papers, number: "IBT 2" } });
    const notice = {
      agencyId: of,
      address: "1 Hạc Thành",
      headReporterId: head,
      startsOn: "2026-12-20",
      notifiedOn: "2026-11-30",
    };
    const id = await api.done("notifyRepresentativeOffice", notice);
    await api.done("acceptRepresentativeOffice", { officeId: id });
    await api.done("closeRepresentativeOffice", { officeId: id, effectiveOn: "2027-06-01", reason: "Đề nghị" });
    await api.done("changeRepresentativeOfficeHead", { officeId: id, effectiveOn: "2027-02-01" });
    await api.done("changeRepresentativeOfficeHead", { officeId: id, headReporterId: next, effectiveOn: "2027-03-01" });
    const stands = async (day: string): Promise<Json> => {
      api.now = `${day}T02:00:00.000Z`;
      const { status, head: now } = await node(id, "RepresentativeOffice", "status head { name }");
      const text = `query ($s: [RepresentativeOfficeStatus!]) {
        representativeOffices(filter: { statuses: $s }) { nodes { id } } }`;
      const { nodes } = (await api.ask(text, { s: [status] })).representativeOffices;
      return [status, now?.name ?? null, nodes.length];
    };
    expect(await stands("2027-01-31")).to.deep.equal(["ACCEPTED", "Lê Văn An", 1]);
    expect(await stands("2027-02-01")).to.deep.equal(["HEAD_VACANT", null, 1]);
    expect(await stands("2027-03-01")).to.deep.equal(["ACCEPTED", "Vũ Bình", 1]);
    expect(await stands("2027-06-01")).to.deep.equal(["CLOSED", "Vũ Bình", 1]);
  });

  it("a visit to a unit of its day may be entered once that unit has ended", async () => {
    const [ending, going] = [await unit("Sở Một"), await unit("Sở Hai")];
    const reporter = await reporterOf(await agency("Báo Một"));
    await api.done("mergeUnits", { fromIds: [ending], intoId: going, ...from("2027-06-01") });
    api.now = "2027-06-02T02:00:00.000Z";
    const visit = walkIn({ health: ending, carded: reporter } as never);
    expect((await api.command("registerVisit", visit)).code).to.equal("UNIT_ENDED");
    const late = { ...visit, occurredAt: BEFORE_MIDNIGHT("2027-05-31"), lateEntryReason: "Mất mạng" };
    await api.done("registerVisit", late, clerkOf(going));
  });

  it("an event names its actor's unit as it is called on the day of entry, and a search what bears a name then", async () => {
    const id = await unit("Sở Một");
    await api.done("renameUnit", { unitId: id, name: "Sở Mới", ...from("2027-06-01") });
    const visit = await api.done(
      "registerVisit",
      walkIn({ health: id, carded: await reporterOf(await agency("Báo Một")) } as never),
      clerkOf(id),
    );
    const text = `query ($id: ID!) { recordEvents(id: $id) { nodes { actor { unitName } } } }`;
    const [event] = (await api.ask(text, { id: visit })).recordEvents.nodes as Json[];
    expect(event.actor.unitName).to.equal("Sở Một");
    const found = `{ search(text: "so moi", kinds: [UNIT]) { nodes { title } } }`;
    expect((await api.ask(found)).search.nodes).to.deep.equal([{ title: "Sở Một" }]);
    api.now = "2027-06-01T02:00:00.000Z";
    expect((await api.ask(found)).search.nodes).to.deep.equal([{ title: "Sở Mới" }]);
  });

  it("a live figure by successor tells of the day that brings one, without an event", async () => {
    const [ending, going] = [await unit("Sở Một"), await unit("Sở Hai")];
    await visitTo(ending);
    await api.done("mergeUnits", { fromIds: [ending], intoId: going, ...from("2027-06-01") });
    const text = `subscription { visitFigureChanges(period: { from: "2026-01-01", to: "2026-12-31" }, groupBy: [UNIT],
      unitBasis: AS_SUCCESSOR) { ... on VisitFigureChange { table { rows { unit { name } } basis { today } } } } }`;
    const feed = await api.subscribe(text, {}, null, { heartbeatMs: 20 });
    const tables: Json[] = [];
    for await (const { data } of feed) {
      const { table } = data.visitFigureChanges as Json;
      if (!table) continue;
      tables.push({ units: table.rows.map((row: Json) => row.unit.name), ...table.basis });
      if (tables.length === 2) break;
      api.now = "2027-06-01T02:00:00.000Z";
    }
    expect(tables).to.deep.equal([
      { units: ["Sở Một"], today: "2026-11-30" },
      { units: ["Sở Hai"], today: "2027-06-01" },
    ]);
  });
});
