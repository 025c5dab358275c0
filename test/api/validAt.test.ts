import { expect } from "chai";
import { Api, type Json, OFFICER } from "../support/api.js";
import { walkIn } from "../support/cast.js";
import {
  act,
  decisionOn,
  enforcementWorld,
  type EnforcementWorld,
  type MinutedCase,
  minutedCase,
  payment,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const LATE = { lateEntryReason: "Nhập bù" };

describe("what was true on a day", () => {
  let api: Api;
  let world: EnforcementWorld;
  before(async () => {
    api = await Api.open("2019-09-20T03:00:00.000Z");
    world = await enforcementWorld(api);
  });
  after(() => api.close());

  const head = async (): Promise<string> => (await api.ask("{ ledger { position } }")).ledger.position as string;
  const nodeOn = async (id: string, type: string, fields: string, validAt: string, asOf?: object): Promise<Json> => {
    const query = `query ($id: ID!, $validAt: LocalDate, $asOf: AsOf) {
      node(id: $id, validAt: $validAt, asOf: $asOf) { ... on ${type} { ${fields} } } }`;
    return (await api.ask(query, { id, validAt, asOf }, INSPECTOR)).node;
  };

  describe("with a visit", () => {
    const FIELDS = "status subject arrivedAt pressItems { title } corrections { reason }";
    let id: string;
    let beforeCorrection: string;
    const on = (day: string, asOf?: object): Promise<Json> => nodeOn(id, "Visit", FIELDS, day, asOf);

    before(async () => {
      const appointment = {
        appointmentAt: "2019-09-12T02:00:00.000Z",
        occurredAt: "2019-09-05T02:00:00.000Z",
        ...LATE,
      };
      id = await api.done("registerVisit", walkIn(world.cast, appointment));
      await api.done("recordArrival", { visitId: id, occurredAt: "2019-09-12T02:30:00.000Z", ...LATE });
      await api.done("linkPressItem", { visitId: id, url: "https://x.vn/1", title: "Bài", publishedOn: "2019-09-14" });
      beforeCorrection = await head();
      const arrivedAt = "2019-09-10T02:30:00.000Z";
      await api.done("amendVisit", { visitId: id, reason: "Sai ngày", subject: "Nội dung khác", arrivedAt });
    });

    it("is what had happened by then; a correction tells what was true all along, and of which day", async () => {
      expect(await on("2019-09-04")).to.equal(null);
      expect(await on("2019-09-09")).to.deep.equal({
        status: "REGISTERED",
        subject: "Nội dung khác",
        arrivedAt: null,
        pressItems: [],
        corrections: [{ reason: "Sai ngày" }],
      });
      expect(await on("2019-09-10")).to.include({ status: "ARRIVED", arrivedAt: "2019-09-10T02:30:00.000Z" });
      expect((await on("2019-09-13")).pressItems).to.deep.equal([]);
      expect((await on("2019-09-14")).pressItems).to.deep.equal([{ title: "Bài" }]);
      expect(await on("2030-01-01")).to.include({ status: "ARRIVED" });
    });

    it("is known at a position as it was known there", async () => {
      const asOf = { position: beforeCorrection };
      expect(await on("2019-09-10", asOf)).to.include({ status: "REGISTERED", subject: "Công tác phòng dịch" });
      expect(await on("2019-09-12", asOf)).to.include({ status: "ARRIVED", arrivedAt: "2019-09-12T02:30:00.000Z" });
    });

    it("is in the list of a day from when it had begun, as it stood then, whatever page it is on", async () => {
      const list = async (day: string): Promise<Json[]> => {
        const query = `query ($validAt: LocalDate) { visits(validAt: $validAt, first: 1) {
          nodes { id status } pageInfo { hasNextPage } basis { validAt } } }`;
        const { visits } = await api.ask(query, { validAt: day });
        expect(visits.basis.validAt).to.equal(day);
        return visits.nodes as Json[];
      };
      expect(await list("2019-09-04")).to.deep.equal([]);
      expect(await list("2019-09-09")).to.deep.equal([{ id, status: "REGISTERED" }]);
      expect(await list("2019-09-10")).to.deep.equal([{ id, status: "ARRIVED" }]);
      const byStatus = `{ visits(validAt: "2019-09-10", filter: { statuses: [ARRIVED] }) { nodes { id } } }`;
      const [error] = (await api.tryAsk(byStatus)).errors;
      expect(error?.code).to.equal("BAD_USER_INPUT");
    });

    it("is void on every day once it is void", async () => {
      const other = await api.done("registerVisit", walkIn(world.cast));
      await api.done("voidVisit", { visitId: other, reason: "Nhập nhầm" });
      expect(await nodeOn(other, "Visit", "status", "2019-09-20")).to.deep.equal({ status: "VOIDED" });
      expect(await nodeOn(other, "Visit", "status", "2019-09-19"), "it had not begun").to.equal(null);
    });
  });

  it("with an inspection: planned, then decided on the day of its paper, as corrected", async () => {
    const target = { kind: "ORGANISATION", name: "Nhà xuất bản" };
    const onSite = { from: "2019-09-16", to: "2019-09-18" };
    const planned = { kind: "CHECK", title: "Kiểm tra", lead: { unitId: world.issuer }, targets: [target], onSite };
    const early = { occurredAt: "2019-09-02T03:00:00.000Z", ...LATE };
    const inspectionId = await act(api, "planInspection", { ...planned, plan: "KH 2019", ...early });
    const decided = { decisionNumber: "1/QĐ", team: [{ name: "Trần Thị Bình", role: "HEAD" }] };
    const periodExamined = { from: "2019-01-01", to: "2019-08-31" };
    const more = { ...decided, periodExamined, decidedOn: "2019-09-12", ...LATE };
    await act(api, "decideInspection", {
      ...planned,
      plannedInspectionId: inspectionId,
      ...more,
      occurredAt: "2019-09-12T03:00:00.000Z",
    });
    await act(api, "announceInspection", { inspectionId, occurredAt: "2019-09-15T03:00:00.000Z", ...LATE });
    const corrected = { title: "Kiểm tra hoạt động in", decidedOn: "2019-09-10" };
    await act(api, "amendInspection", { inspectionId, ...corrected, reason: "Ghi nhầm" });
    const on = (day: string): Promise<Json> =>
      nodeOn(inspectionId, "Inspection", "status title decidedOn recommendations { nodes { id } }", day);
    expect(await on("2019-09-01")).to.equal(null);
    expect(await on("2019-09-09")).to.include({ status: "PLANNED", title: "Kiểm tra", decidedOn: null });
    expect(await on("2019-09-10")).to.include({
      status: "DECIDED",
      title: "Kiểm tra hoạt động in",
      decidedOn: "2019-09-10",
    });
    expect(await on("2019-09-15")).to.include({ status: "ANNOUNCED" });
  });

  describe("with a case, its seizure and its decision", () => {
    let made: MinutedCase;
    let sanctionId: string;
    let seizureId: string;
    before(async () => {
      made = await minutedCase(api, world);
      const seizure = {
        caseId: made.caseId,
        unitId: world.issuer,
        grounds: "SECURE_EXECUTION",
        seizedOn: "2019-09-09",
      };
      const papers = { minutesNumber: "1/BB-TG", decisionNumber: "1/QĐ-TG", place: "Kho", custodian: "Lê Văn Kho" };
      const lines = [{ title: "Sách Một", copies: 600, condition: "Mới" }];
      seizureId = await act(api, "seizeExhibits", { ...seizure, ...papers, lines, ...LATE });
      const signed = { occurredAt: "2019-09-12T03:00:00.000Z", ...LATE };
      sanctionId = await act(api, "issueSanction", { ...decisionOn(world, made), ...signed });
      await act(api, "serveSanction", { sanctionId, receivedOn: "2019-09-13" });
      await act(api, "recordFinePayment", payment(sanctionId, "1000000", "2019-09-17", { number: "2" }));
      await act(api, "recordFinePayment", payment(sanctionId, "500000", "2019-09-15", { number: "1" }));
      await act(api, "annulSanction", { sanctionId, ground: "WRONG_PROCEDURE", reason: "Sai" });
    });

    it("each payment counts from the day it was made, and the annulment from its own", async () => {
      const fineOn = async (day: string): Promise<Json> =>
        nodeOn(sanctionId, "Sanction", "status fine { collected refundDue payments { paidOn } } receivedOn", day);
      expect(await fineOn("2019-09-11")).to.equal(null);
      expect(await fineOn("2019-09-12")).to.include({ status: "SIGNED", receivedOn: null });
      expect((await fineOn("2019-09-16")).fine).to.deep.equal({
        collected: "500000",
        refundDue: "0",
        payments: [{ paidOn: "2019-09-15" }],
      });
      expect(await fineOn("2019-09-19")).to.include({ status: "SERVED" });
      expect((await fineOn("2019-09-19")).fine.collected).to.equal("1500000");
      expect((await fineOn("2019-09-20")).fine).to.deep.include({ collected: "0", refundDue: "1500000" });
    });

    it("agrees with the figures, whose period is that same day", async () => {
      const figures = `query ($to: LocalDate!) { enforcementFigures(period: { from: "2019-01-01", to: $to }) {
        rows { finesCollected { value } } } }`;
      for (const day of ["2019-09-14", "2019-09-15", "2019-09-17", "2019-09-20"]) {
        const { collected } = (await nodeOn(sanctionId, "Sanction", "fine { collected }", day)).fine;
        const { rows } = (await api.ask(figures, { to: day })).enforcementFigures;
        expect(rows[0].finesCollected.value, day).to.equal(collected);
      }
    });

    it("the case is what its papers, and its decisions, made of it by then", async () => {
      const on = (day: string): Promise<Json> =>
        nodeOn(made.caseId, "ViolationCase", "status minutes { number } sanctions { id status } seizures { id }", day);
      expect(await on("2019-09-03")).to.equal(null);
      expect(await on("2019-09-05")).to.deep.equal({ status: "DETECTED", minutes: null, sanctions: [], seizures: [] });
      expect((await on("2019-09-08")).minutes).to.deep.equal({ number: "05/BB-VPHC" });
      expect((await on("2019-09-09")).seizures).to.deep.equal([{ id: seizureId }]);
      expect(await on("2019-09-12")).to.deep.include({
        status: "DECIDED",
        sanctions: [{ id: sanctionId, status: "SIGNED" }],
      });
      expect(await on("2019-09-13")).to.include({ status: "IN_EXECUTION" });
      expect(await on("2019-09-20")).not.to.include({ status: "IN_EXECUTION" });
    });

    it("exhibits are where the papers of that day say", async () => {
      const FIELDS =
        "status seizedOn quantities { inCustody returned } lines { nodes { title } } custody { nodes { kind } }";
      const on = (day: string): Promise<Json> => nodeOn(seizureId, "Seizure", FIELDS, day);
      const [line] = (await nodeOn(seizureId, "Seizure", "lines { nodes { id } }", "2019-09-20")).lines.nodes;
      const back = { returnedTo: "Ai đó", document: "1", returnedOn: "2019-09-18" };
      await act(api, "returnExhibits", { seizureId, lines: [{ lineId: line.id, copies: 100 }], ...back });
      await act(api, "correctInventory", {
        ...{ seizureId, seizedOn: "2019-09-08", reason: "Ghi nhầm" },
        lines: [{ lineId: line.id, title: "Sách Một, tập 1" }],
      });
      expect(await on("2019-09-07")).to.equal(null);
      const first = await on("2019-09-08");
      expect(first).to.deep.include({ status: "IN_CUSTODY", seizedOn: "2019-09-08" });
      expect(first.quantities).to.deep.equal({ inCustody: 600, returned: 0 });
      expect(first.lines.nodes).to.deep.equal([{ title: "Sách Một, tập 1" }]);
      expect(first.custody.nodes).to.deep.equal([{ kind: "SEIZED" }, { kind: "CORRECTED" }]);
      expect((await on("2019-09-18")).quantities).to.deep.equal({ inCustody: 500, returned: 100 });
    });

    it("lists leave out what had not begun, and choose by no status of another day", async () => {
      const list = (field: string, validAt: string): Promise<Json> =>
        api.ask(
          `query ($validAt: LocalDate) { list: ${field}(validAt: $validAt) { nodes { id } } }`,
          { validAt },
          INSPECTOR,
        );
      expect((await list("sanctions", "2019-09-11")).list.nodes).to.deep.equal([]);
      expect((await list("sanctions", "2019-09-12")).list.nodes).to.deep.equal([{ id: sanctionId }]);
      expect((await list("violationCases", "2019-09-03")).list.nodes).to.deep.equal([]);
      expect((await list("violationCases", "2019-09-04")).list.nodes).to.deep.equal([{ id: made.caseId }]);
      expect((await list("seizures", "2019-09-07")).list.nodes).to.deep.equal([]);
      expect((await list("inspections", "2019-09-01")).list.nodes).to.deep.equal([]);
      expect((await list("inspections", "2019-09-05")).list.nodes).to.have.length(1);
      const query = `{ sanctions(validAt: "2019-09-12", filter: { statuses: [SIGNED] }) { nodes { id } } }`;
      const [error] = (await api.tryAsk(query, {}, INSPECTOR)).errors;
      expect(error?.code).to.equal("BAD_USER_INPUT");
    });

    it("the three views tell it too, and how the knowledge of that day grew", async () => {
      const query = `query ($id: ID!) { record(id: $id, validAt: "2019-09-16") { basis { validAt } compiled { path value }
        versioned { fields { path values { value event { type } } } } } }`;
      const { record } = await api.ask(query, { id: sanctionId }, INSPECTOR);
      const at = (list: Json[], path: string): Json => list.find((one) => one.path === path);
      expect(at(record.compiled, "fine.collected").value).to.equal("500000");
      const values = at(record.versioned.fields, "fine.collected").values;
      expect(values.map((one: Json) => one.value)).to.deep.equal(["0", "500000"]);
      expect(record.basis.validAt).to.equal("2019-09-16");
      expect((await api.ask(query, { id: sanctionId }, OFFICER)).record.compiled).to.not.be.empty;
    });
  });
});
