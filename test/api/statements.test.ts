import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import { SINCE } from "../support/cast.js";

const ADMIN: Principal = { subject: "admin", role: "ADMIN", unitId: null };

describe("statements and duties to speak", () => {
  let api: Api;
  let unitId: string;
  let communeId: string;
  let agencyId: string;
  let headId: string;
  before(async () => {
    api = await Api.open("2024-05-10T03:00:00.000Z");
    const unit = (kind: string, name: string): Promise<string> =>
      api.done("registerUnit", { unit: { kind, name }, ...SINCE }, ADMIN);
    unitId = await unit("DEPARTMENT", "Sở Y tế");
    communeId = await unit("COMMUNE", "Xã Hoằng Lộc");
    agencyId = await api.done("registerPressAgency", {
      ...{
        name: "Báo Thanh Hóa",
        kinds: ["PRINT"],
        level: "LOCAL",
        governingBody: "Tỉnh ủy",
        registeredOn: "2018-01-01",
      },
    });
    headId = await appoint({ role: "HEAD", post: "Giám đốc Sở" });
  });
  after(() => api.close());

  const appoint = (more: Record<string, unknown>): Promise<string> =>
    api.done("appointSpokesperson", {
      ...{ unitId, name: "Lê Văn Nam", post: "Chánh Văn phòng", document: "12/QĐ", from: "2024-01-01", ...more },
    });
  const make = (more: Record<string, unknown> = {}): Promise<Json> =>
    api.command("makeStatement", {
      ...{ unitId, spokespersonId: headId, form: "INTERVIEW", madeAt: "2024-05-09T02:00:00.000Z" },
      ...{ topic: "HEALTH", title: "Tình hình dịch bệnh", ...more },
    });
  const codeOf = ({ code, path }: Json): readonly unknown[] => [code, path];
  const duty = async (id: string, at?: string, asOf?: object): Promise<Json> =>
    (
      await api.ask(
        `query ($id: StatementDutyId!, $at: DateTime, $asOf: AsOf) { statementDuty(id: $id, asOf: $asOf) {
          status dueAt standing(at: $at) ground { instrument } unitRule { id } statement { id } } }`,
        { id, at, asOf },
      )
    ).statementDuty as Json;

  it("are made by who may speak that day, else it is said by post who may", async () => {
    const { entity } = await make();
    const shown = await api.ask(
      `query ($id: StatementId!) { statement(id: $id) { status form unitName spokespersonPost spokesperson { id } } }`,
      { id: entity.id },
    );
    expect(shown.statement).to.deep.equal({
      ...{ status: "MADE", form: "INTERVIEW", unitName: "Sở Y tế", spokespersonPost: "Giám đốc Sở" },
      spokesperson: { id: headId },
    });
    const ended = await appoint({ role: "REGULAR", to: "2024-04-30" });
    const refused = await make({ spokespersonId: ended });
    expect(codeOf(refused)).to.deep.equal(["SPEAKER_MAY_NOT_SPEAK", ["spokespersonId"]]);
    expect(refused.message).to.equal(
      "On 9 May 2024 this person may not speak for the unit. Who may speak on 9 May 2024: Giám đốc Sở.",
    );
    expect(refused.messageVi).to.contain("Giám đốc Sở").and.not.contain("Lê Văn Nam");
    expect(codeOf(await make({ unitId: communeId }))).to.deep.equal(["SPEAKER_OF_ANOTHER_UNIT", ["spokespersonId"]]);
    expect(codeOf(await make({ madeAt: "2024-05-10T04:00:00.000Z" }))).to.deep.equal(["STATEMENT_AHEAD", ["madeAt"]]);
  });

  it("are made by who has spoken for long, however many were authorised since", async () => {
    const unit = { kind: "COMMUNE", name: "Xã Quảng Phú" };
    const own = { unitId: await api.done("registerUnit", { unit, ...SINCE }, ADMIN), post: "Giám đốc" };
    const chair = await appoint({ ...own, role: "HEAD" });
    await api.done("publishSpokesperson", { spokespersonId: chair, publishedOn: "2024-01-02" });
    const since = { ...own, role: "AUTHORISED", post: "Công chức", from: "2024-02-01", to: "2024-02-02" };
    for (let nth = 0; nth < 101; nth++) await appoint({ ...since, matter: `Việc ${nth}` });
    const board = `query ($unitId: UnitId!) {
      unitBoard(unitId: $unitId, period: { from: "2024-01-01", to: "2024-12-31" }) { spokespersons { id } } }`;
    expect((await api.ask(board, { unitId: own.unitId })).unitBoard.spokespersons).to.deep.equal([{ id: chair }]);
    const refused = await make({
      unitId: own.unitId,
      spokespersonId: await appoint({ ...since, matter: "Việc cuối" }),
    });
    expect(refused.message).to.contain("Who may speak on 9 May 2024: Giám đốc.");
  });

  it("of somebody authorised are about that matter only", async () => {
    const authorised = await appoint({
      ...{ role: "AUTHORISED", matter: "Vụ ngộ độc tại Hoằng Hóa", to: "2024-06-30", authorisedById: headId },
    });
    const at = (matter: string | null): Promise<Json> => make({ spokespersonId: authorised, matter });
    expect(codeOf(await at(null))).to.deep.equal(["SPEAKER_FOR_ANOTHER_MATTER", ["matter"]]);
    expect(codeOf(await at("Vụ khác"))).to.deep.equal(["SPEAKER_FOR_ANOTHER_MATTER", ["matter"]]);
    expect((await at("Vụ ngộ độc tại Hoằng Hoá")).entity).to.be.an("object");
    const shown = await api.ask(`query ($id: SpokespersonId!) { spokesperson(id: $id) { publishBy } }`, {
      id: authorised,
    });
    expect(shown.spokesperson.publishBy).to.equal("2024-05-10T15:00:00.000Z");
    await api.done("endSpokesperson", { spokespersonId: authorised, endedOn: "2024-05-10", reason: "Xong" });
  });

  it("that ask for a correction name the agency, and end with what came of it", async () => {
    expect(codeOf(await make({ form: "CORRECTION_REQUEST" }))).to.deep.equal(["STATEMENT_NEEDS_OUTLET", ["outletId"]]);
    const statementId = (await make({ form: "CORRECTION_REQUEST", outletId: agencyId })).entity.id as string;
    const outcome = { statementId, outcome: "PUBLISHED", on: "2024-05-08" };
    expect(codeOf(await api.command("recordStatementOutcome", outcome))).to.deep.equal([
      ...["STATEMENT_CHANGE_OUT_OF_ORDER", ["on"]],
    ]);
    await api.done("recordStatementOutcome", { ...outcome, on: "2024-05-10" });
    const other = (await make()).entity.id as string;
    expect(codeOf(await api.command("recordStatementOutcome", { ...outcome, statementId: other }))).to.deep.equal([
      ...["STATEMENT_IS_NO_REQUEST", ["statementId"]],
    ]);
  });

  it("L113: an urgent duty is due after 24 hours by the wall clock, on Tết too; late and missed follow from the moment", async () => {
    const since = "2024-02-09T15:10:00.000Z";
    const statementDutyId = await api.done("openStatementDuty", { unitId, trigger: "EVENT", since, what: "Sự cố" });
    expect(await duty(statementDutyId, "2024-02-10T15:10:00.000Z")).to.deep.equal({
      ...{ status: "OPEN", dueAt: "2024-02-10T15:10:00.000Z", standing: "OPEN", unitRule: null, statement: null },
      ground: { instrument: "SPOKE-2017" },
    });
    expect((await duty(statementDutyId, "2024-02-10T15:10:01.000Z")).standing).to.equal("MISSED");
    expect((await duty(statementDutyId, "2024-02-09T15:00:00.000Z")).standing).to.equal(null);
    const early = (await make({ madeAt: "2024-02-09T15:00:00.000Z" })).entity.id as string;
    const fulfil = (statementId: string): Promise<Json> =>
      api.command("fulfilStatementDuty", { statementDutyId, statementId });
    expect(codeOf(await fulfil(early))).to.deep.equal(["STATEMENT_BEFORE_DUTY", ["statementId"]]);
    const late = (await make({ madeAt: "2024-02-10T15:11:00.000Z", occasion: "URGENT" })).entity.id as string;
    expect((await fulfil(late)).entity).to.be.an("object");
    expect((await duty(statementDutyId)).standing).to.equal("LATE");
    expect((await duty(statementDutyId, "2024-02-10T15:10:30.000Z")).standing).to.equal("MISSED");
    const reason = "Nhầm";
    expect(codeOf(await api.command("voidStatement", { statementId: late, reason }))).to.deep.equal([
      ...["STATEMENT_FULFILS_DUTY", ["statementId"]],
    ]);
    await api.done("reopenStatementDuty", { statementDutyId, reason });
    await api.done("voidStatement", { statementId: late, reason });
    expect((await duty(statementDutyId)).standing).to.equal("MISSED");
  });

  it("are bound by a unit's own stricter rule, and by none that is longer than the law", async () => {
    const rule = {
      ...{ unitId: communeId, duty: "URGENT_STATEMENT", termUnit: "HOURS", document: "QC 01", from: "2024-01-01" },
    };
    const longer = await api.command("setUnitRule", { ...rule, amount: 36 });
    expect(codeOf(longer)).to.deep.equal(["UNIT_RULE_LONGER_THAN_LAW", ["amount"]]);
    expect(longer.message).to.contain("24 hours");
    const inMonths = { ...rule, duty: "MONTHLY_INFORMATION", amount: 20, termUnit: "CALENDAR_DAYS" };
    expect(codeOf(await api.command("setUnitRule", inMonths))).to.deep.equal([
      ...["UNIT_RULE_PERIOD_IN_MONTHS", ["termUnit"]],
    ]);
    const unitRuleId = await api.done("setUnitRule", { ...rule, amount: 6 });
    const open = { unitId: communeId, trigger: "PRESS_REQUEST", what: "Hỏi về vụ cháy" };
    const since = "2024-05-09T01:00:00.000Z";
    expect(await duty(await api.done("openStatementDuty", { ...open, since }))).to.deep.include({
      ...{ dueAt: "2024-05-09T07:00:00.000Z", ground: null, unitRule: { id: unitRuleId } },
    });
    await api.done("endUnitRule", { unitRuleId, to: "2024-05-08", reason: "Thay" });
    expect((await duty(await api.done("openStatementDuty", { ...open, since }))).dueAt).to.equal(
      "2024-05-10T01:00:00.000Z",
    );
  });

  it("that are periodic need not be opened: each period stands as the day says", async () => {
    const department = await api.done(
      "registerUnit",
      { unit: { kind: "DEPARTMENT", name: "Sở Nội vụ" }, ...SINCE },
      ADMIN,
    );
    const spokespersonId = await appoint({ unitId: department, role: "HEAD" });
    const inform = (madeAt: string, more: object = {}): Promise<Json> =>
      make({ unitId: department, spokespersonId, form: "PORTAL", occasion: "PERIODIC", madeAt, ...more });
    await inform("2024-01-20T02:00:00.000Z");
    await inform("2024-03-05T02:00:00.000Z", { forPeriodOf: "2024-02-15" });
    await api.done("excusePeriodicDuty", {
      unitId: department,
      duty: "MONTHLY_INFORMATION",
      day: "2024-03-10",
      excuse: "Bầu cử",
    });
    const pressConferenceId = await api.done("planPressConference", {
      ...{ unitId: department, topic: "ADMINISTRATION", title: "Quý I", place: "Hội trường" },
      heldAt: "2024-03-20T02:00:00.000Z",
    });
    await api.done("holdPressConference", { pressConferenceId, heldAt: "2024-03-20T02:00:00.000Z", spokespersonId });
    const standing = async (on: string, asOf?: object): Promise<Json> => {
      const { periodicDuties } = await api.ask(
        `query ($unitId: UnitId, $on: LocalDate, $asOf: AsOf) { periodicDuties(from: "2024-01-01", to: "2024-05-31", unitId: $unitId, on: $on, asOf: $asOf) {
          duties { duty from standing excuse law { key } unitRule { id } statement { title } conference { id } } } }`,
        { unitId: department, on, asOf },
      );
      return (periodicDuties.duties as Json[]).map((one) => [one.duty, one.from, one.standing]);
    };
    const M = "MONTHLY_INFORMATION";
    expect(await standing("2024-05-10")).to.deep.equal([
      [M, "2024-01-01", "FULFILLED"],
      [M, "2024-02-01", "LATE"],
      [M, "2024-03-01", "NOT_APPLICABLE"],
      [M, "2024-04-01", "MISSED"],
      [M, "2024-05-01", "OPEN"],
      ["PERIODIC_CONFERENCE", "2024-01-01", "FULFILLED"],
      ["PERIODIC_CONFERENCE", "2024-04-01", "OPEN"],
    ]);
    expect((await standing("2024-03-01"))[1]).to.deep.equal([M, "2024-02-01", "MISSED"]);
    const of = (kind: string): Promise<Json> =>
      api.ask(
        `query ($unitId: UnitId) { periodicDuties(from: "2024-01-01", to: "2024-05-31", unitId: $unitId) { duties { duty } } }`,
        {
          unitId: kind,
        },
      );
    expect((await of(communeId)).periodicDuties.duties).to.deep.equal([]);
    const all = await api.ask(
      `{ periodicDuties(from: "2024-04-01", to: "2024-04-30") { duties { unit { name } duty } } }`,
    );
    expect(all.periodicDuties.duties).to.have.length(4);
  });

  it("L114: a notice 23 hours before is late, one of 24 is not; silence lets it be held", async () => {
    const notice = (noticedAt: string): Promise<string> =>
      api.done("registerConferenceNotice", {
        ...{ unitId, organiser: "Công ty cổ phần A", topic: "HEALTH", title: "Ra mắt thuốc", place: "Khách sạn" },
        ...{ heldAt: "2024-05-02T01:00:00.000Z", noticedAt },
      });
    const shown = async (id: string): Promise<Json> =>
      (
        await api.ask(
          `query ($id: PressConferenceId!) { pressConference(id: $id) { status noticeBy noticeHours noticeLate mayBeHeld } }`,
          { id },
        )
      ).pressConference;
    const late = await notice("2024-05-01T02:00:00.000Z");
    expect(await shown(late)).to.deep.equal({
      ...{
        status: "NOTIFIED",
        noticeBy: "2024-05-01T01:00:00.000Z",
        noticeHours: 23,
        noticeLate: true,
        mayBeHeld: true,
      },
    });
    const inTime = await notice("2024-05-01T01:00:00.000Z");
    expect(await shown(inTime)).to.deep.include({ noticeHours: 24, noticeLate: false });
    await api.done("answerConferenceNotice", {
      ...{ pressConferenceId: inTime, answer: "NOT_AGREED", answeredOn: "2024-05-01", answerText: "Trái quy định" },
    });
    expect(await shown(inTime)).to.deep.include({ status: "ANSWERED", mayBeHeld: false });
    await api.done("correctPressConference", {
      ...{ pressConferenceId: late, heldAt: "2024-05-02T02:00:00.000Z", reason: "Sai giờ" },
    });
    expect(await shown(late)).to.deep.include({ noticeBy: "2024-05-01T02:00:00.000Z", noticeLate: false });
  });

  it("are held by a unit under who may speak that day", async () => {
    const pressConferenceId = await api.done("planPressConference", {
      ...{ unitId, topic: "HEALTH", title: "Quý II", place: "Sở", heldAt: "2024-05-09T02:00:00.000Z" },
    });
    const hold = (spokespersonId: string | null): Promise<Json> =>
      api.command("holdPressConference", { pressConferenceId, heldAt: "2024-05-09T02:00:00.000Z", spokespersonId });
    expect(codeOf(await hold(null))).to.deep.equal(["PRESS_CONFERENCE_NEEDS_SPEAKER", ["spokespersonId"]]);
    const ended = await appoint({ role: "REGULAR", to: "2024-05-08" });
    expect(codeOf(await hold(ended))).to.deep.equal(["SPEAKER_MAY_NOT_SPEAK", ["spokespersonId"]]);
    expect((await hold(headId)).entity).to.be.an("object");
    const said = await make({ form: "PRESS_CONFERENCE", conferenceId: pressConferenceId });
    expect(said.entity).to.be.an("object");
    expect(codeOf(await api.command("voidPressConference", { pressConferenceId, reason: "Nhầm" }))).to.deep.equal([
      ...["PRESS_CONFERENCE_STATEMENT_RESTS_ON_IT", ["pressConferenceId"]],
    ]);
  });

  it("show which units have no valid, published spokesperson, on any day and as of any moment", async () => {
    const without = async (on: string, asOf?: object): Promise<Json> =>
      (
        await api.ask(
          `query ($on: LocalDate, $asOf: AsOf) { unitsWithoutSpokesperson(on: $on, kinds: [COMMUNE], asOf: $asOf) { nodes { name } } }`,
          { on, asOf },
          null,
        )
      ).unitsWithoutSpokesperson.nodes.map(({ name }: Json) => name);
    expect(await without("2024-05-10")).to.deep.equal(["Xã Hoằng Lộc"]);
    const spokespersonId = await appoint({ unitId: communeId, role: "REGULAR", from: "2024-03-01", to: "2024-04-30" });
    expect(await without("2024-03-20")).to.deep.equal(["Xã Hoằng Lộc"]);
    const { position } = await api.command("publishSpokesperson", { spokespersonId, publishedOn: "2024-03-10" });
    expect([await without("2024-03-09"), await without("2024-03-10"), await without("2024-05-01")]).to.deep.equal([
      ...[["Xã Hoằng Lộc"], [], ["Xã Hoằng Lộc"]],
    ]);
    await api.done("suspendSpokesperson", { spokespersonId, from: "2024-03-15", reason: "Đi học" });
    await api.done("resumeSpokesperson", { spokespersonId, from: "2024-03-18" });
    expect([await without("2024-03-14"), await without("2024-03-15"), await without("2024-03-18")]).to.deep.equal([
      ...[[], ["Xã Hoằng Lộc"], []],
    ]);
    expect(await without("2024-03-16", { position })).to.deep.equal([]);
    expect(await without("2017-12-31")).to.deep.equal([]);
  });

  it("are corrected to what can be, and stand on a day as they stood then", async () => {
    const statementId = (await make({ madeAt: "2024-05-06T02:00:00.000Z" })).entity.id as string;
    const correct = (more: Record<string, unknown>): Promise<Json> =>
      api.command("correctStatement", { statementId, reason: "Nhầm", ...more });
    expect(codeOf(await correct({ madeAt: "2023-12-31T02:00:00.000Z" }))).to.deep.equal([
      ...["SPEAKER_MAY_NOT_SPEAK", ["spokespersonId"]],
    ]);
    expect(codeOf(await correct({ title: "Tình hình dịch bệnh" }))).to.deep.equal([
      ...["CORRECTION_CHANGES_NOTHING", []],
    ]);
    expect(codeOf(await correct({ forPeriodOf: "2024-04-10" }))).to.deep.equal([
      ...["STATEMENT_PERIOD_OF_ANOTHER_OCCASION", ["forPeriodOf"]],
    ]);
    expect((await correct({ topic: "LAND" })).entity).to.be.an("object");
    await api.done("withdrawStatement", { statementId, withdrawnOn: "2024-05-09", reason: "Sai số liệu" });
    const on = async (validAt: string): Promise<Json> =>
      (
        await api.ask(
          `query ($id: StatementId!, $validAt: LocalDate) { statement(id: $id, validAt: $validAt) { status topic } }`,
          { id: statementId, validAt },
        )
      ).statement;
    expect([await on("2024-05-05"), await on("2024-05-08"), await on("2024-05-09")]).to.deep.equal([
      null,
      { status: "MADE", topic: "LAND" },
      { status: "WITHDRAWN", topic: "LAND" },
    ]);
  });

  it("are kept by a clerk of the unit only", async () => {
    const clerk: Principal = { subject: "clerk-1", role: "CLERK", unitId: unitId.replace("Unit:", "") };
    const said = { spokespersonId: headId, form: "PORTAL", madeAt: "2024-05-09T02:00:00.000Z", topic: "HEALTH" };
    const own = await api.command("makeStatement", { unitId, ...said, title: "Tin" }, clerk);
    expect(own.entity).to.be.an("object");
    const other = { unitId: communeId, trigger: "EVENT", since: "2024-05-09T02:00:00.000Z", what: "Cháy" };
    expect((await api.command("openStatementDuty", other, clerk)).code).to.equal("NOT_YOUR_UNIT");
  });

  it("and duties and conferences are counted: in time, late, noticed late", async () => {
    const at = "2024-03-11T02:00:00.000Z";
    for (const madeAt of ["2024-03-11T03:00:00.000Z", "2024-03-12T03:00:00.000Z", null]) {
      const statementDutyId = await api.done("openStatementDuty", {
        unitId,
        trigger: "EVENT",
        since: at,
        what: "Sự cố",
      });
      if (madeAt === null) continue;
      const statementId = (await make({ madeAt, occasion: "URGENT" })).entity.id as string;
      await api.done("fulfilStatementDuty", { statementDutyId, statementId });
    }
    const notice = { organiser: "Hội A", topic: "HEALTH", title: "Họp", place: "Khách sạn", heldAt: at };
    for (const noticedAt of ["2024-03-10T02:00:00.000Z", "2024-03-10T03:00:00.000Z"]) {
      await api.done("registerConferenceNotice", { unitId, ...notice, noticedAt });
    }
    const { statementFigures } = await api.ask(
      `{ statementFigures(period: { from: "2024-03-10", to: "2024-03-12" }) { rows {
        statements { value } urgentDuties { value } urgentDutiesInTime { value } urgentDutiesLate { value }
        conferenceNotices { value } conferenceNoticesLate { value } pressConferencesHeld { value } } } }`,
    );
    const [row] = statementFigures.rows as Json[];
    expect(Object.values(row as object).map(({ value }: Json) => value as number)).to.deep.equal([2, 3, 1, 1, 2, 1, 0]);
  });

  it("are counted by unit, form and topic; a void one no more", async () => {
    const statementId = (await make({ form: "IN_WRITING", madeAt: "2024-03-03T02:00:00.000Z", topic: "LAND" })).entity
      .id as string;
    const counted = async (): Promise<Json> => {
      const { statementFigures } = await api.ask(
        `query ($unitIds: [UnitId!]) { statementFigures(period: { from: "2024-03-03", to: "2024-03-03" }, groupBy: [STATEMENT_FORM, TOPIC], filter: { unitIds: $unitIds }) {
          rows { statementForm topic statements { value } } } }`,
        { unitIds: [unitId] },
      );
      return statementFigures.rows;
    };
    expect(await counted()).to.deep.equal([{ statementForm: "IN_WRITING", topic: "LAND", statements: { value: 1 } }]);
    await api.done("voidStatement", { statementId, reason: "Nhầm" }, OFFICER);
    expect(await counted()).to.deep.equal([]);
  });

  it("are made for a unit by whom it has appointed itself, not by who spoke for one that it has taken in", async () => {
    const [old, other] = await Promise.all(
      ["Sở Cũ", "Sở Khác"].map((name) =>
        api.done("registerUnit", { unit: { kind: "DEPARTMENT", name }, ...SINCE }, ADMIN),
      ),
    );
    const spokespersonId = await appoint({ unitId: old, role: "HEAD" });
    await api.done("publishSpokesperson", { spokespersonId, publishedOn: "2024-01-02" });
    const into = await api.done("mergeUnits", {
      ...{ fromIds: [old, other], newUnit: { kind: "DEPARTMENT", name: "Sở Mới" } },
      ...{ effectiveOn: "2024-05-01", legalBasis: "NQ 1" },
    });
    const speaking = async (of: string | undefined, on: string): Promise<Json> => {
      const text = `query ($unitId: UnitId!, $on: LocalDate) {
        unitBoard(unitId: $unitId, on: $on, period: { from: "2024-01-01", to: "2024-12-31" }) { spokespersons { id } } }`;
      return (await api.ask(text, { unitId: of, on })).unitBoard.spokespersons;
    };
    expect(await speaking(old, "2024-04-30")).to.deep.equal([{ id: spokespersonId }]);
    expect(await speaking(into, "2024-05-09")).to.deep.equal([]);
    expect(codeOf(await make({ unitId: into, spokespersonId }))[0]).to.equal("SPEAKER_OF_ANOTHER_UNIT");
  });
});
