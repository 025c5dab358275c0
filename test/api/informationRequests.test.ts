import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast, checkedWalkIn } from "../support/cast.js";

const ANALYST: Principal = { subject: "analyst-1", role: "ANALYST", unitId: null };
const ADMIN: Principal = { subject: "admin", role: "ADMIN", unitId: null };

describe("requests for information", () => {
  let api: Api;
  let world: Cast;
  beforeEach(async () => {
    api = await Api.open();
    world = await cast(api);
    api.now = "2024-07-15T03:00:00.000Z";
  });
  afterEach(() => api.close());

  const late = { lateEntryReason: "Nhập sau" };
  const asked = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    ...{ unitId: world.health, regime: "CITIZEN", askerName: "Nguyễn Văn Dân", channel: "INTERNET" },
    ...{ subject: "Kết quả kiểm tra an toàn thực phẩm", receivedOn: "2024-06-03", ...more },
  });
  const byAgency = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    ...{ unitId: world.health, regime: "PRESS", pressAsker: "AGENCY_HEAD", agencyId: world.agency, channel: "POST" },
    ...{ subject: "Đơn của công dân phường A", number: "15/CV-BTH", receivedOn: "2024-06-03", ...more },
  });
  const give = (name: string, input: Record<string, unknown>, by = OFFICER): Promise<Json> =>
    api.command(name, { ...late, ...input }, by);
  const done = (name: string, input: Record<string, unknown>, by = OFFICER): Promise<string> =>
    api.done(name, { ...late, ...input }, by);
  const register = (input: Record<string, unknown>, by = OFFICER): Promise<string> =>
    done("registerInformationRequest", input, by);
  const shown = async (id: string, fields: string, by: Principal | null = OFFICER): Promise<Json> =>
    (await api.ask(`query ($id: InformationRequestId!) { informationRequest(id: $id) { ${fields} } }`, { id }, by))
      .informationRequest;
  const of = ({ code, path }: Json): unknown => [code, path];
  const CLOCK = "clock { dueOn noticeBy ownRule law { key instrument } }";
  const ANSWER = { answeredOn: "2024-06-05", form: "WRITTEN", document: "20/SYT" };

  it("of citizens run by their channel; told in time they take longer, and are extended once within the law", async () => {
    const requestId = await register(asked());
    expect((await shown(requestId, CLOCK)).clock).to.deep.equal({
      ...{ dueOn: "2024-06-06", noticeBy: "2024-06-06", ownRule: null },
      law: { key: "ACCESS_INTERNET", instrument: "ACCESS-2016" },
    });
    const extend = { requestId, extendedOn: "2024-06-06", dueOn: "2024-06-20", reason: "Phải lấy ý kiến" };
    expect(of(await give("extendInformationRequest", extend))).to.deep.equal([
      "INFORMATION_REQUEST_EXTENSION_NEEDS_NOTICE",
      ["requestId"],
    ]);
    await done("notifyInformationRequestTime", { requestId, noticeOn: "2024-06-05", document: "21/SYT" });
    expect((await shown(requestId, CLOCK)).clock).to.deep.include({
      ...{ dueOn: "2024-06-17", law: { key: "ACCESS_INTERNET_ANSWER", instrument: "ACCESS-2016" } },
    });
    expect(of(await give("notifyInformationRequestTime", { requestId, noticeOn: "2024-06-05" }))).to.deep.equal([
      "INFORMATION_REQUEST_NOTIFIED",
      ["requestId"],
    ]);
    const to = (dueOn: string, extendedOn = "2024-06-17") =>
      give("extendInformationRequest", { requestId, extendedOn, dueOn, reason: "Phải lấy ý kiến" });
    expect(of(await to("2024-07-09"))).to.deep.equal(["INFORMATION_REQUEST_EXTENDED_TOO_FAR", ["dueOn"]]);
    expect(of(await to("2024-06-17"))).to.deep.equal(["INFORMATION_REQUEST_EXTENDED_TOO_FAR", ["dueOn"]]);
    expect(of(await to("2024-07-08", "2024-06-18"))).to.deep.equal([
      "INFORMATION_REQUEST_EXTENDED_TOO_LATE",
      ["extendedOn"],
    ]);
    expect((await to("2024-07-08")).entity).to.be.an("object");
    expect((await shown(requestId, CLOCK)).clock).to.deep.include({ dueOn: "2024-07-08" });
    expect(of(await to("2024-07-10"))).to.deep.equal(["INFORMATION_REQUEST_EXTENDED_ALREADY", ["requestId"]]);
  });

  it("told too late stay due when they were, and the press has neither notice nor extension", async () => {
    const requestId = await register(asked({ channel: "FAX" }));
    await done("notifyInformationRequestTime", { requestId, noticeOn: "2024-06-07" });
    const { clock, noticeOn } = await shown(requestId, `noticeOn ${CLOCK}`);
    expect([noticeOn, clock.dueOn]).to.deep.equal(["2024-06-07", "2024-06-10"]);
    const press = await register(byAgency());
    expect((await shown(press, CLOCK)).clock).to.deep.equal({
      ...{ dueOn: "2024-07-03", noticeBy: null, ownRule: null },
      law: { key: "PRESS_ANSWER", instrument: "PRESS-2016" },
    });
    expect(of(await give("notifyInformationRequestTime", { requestId: press, noticeOn: "2024-06-07" }))).to.deep.equal([
      "INFORMATION_REQUEST_HAS_NO_NOTICE",
      ["requestId"],
    ]);
    const extend = { requestId: press, extendedOn: "2024-06-07", dueOn: "2024-08-03", reason: "x" };
    expect(of(await give("extendInformationRequest", extend))).to.deep.equal([
      "INFORMATION_REQUEST_NOT_EXTENDABLE",
      ["requestId"],
    ]);
  });

  it("of a reporter have the unit's own period, or none", async () => {
    const byReporter = { agencyId: undefined, pressAsker: "REPORTER", reporterId: world.carded };
    const before = await register(byAgency(byReporter));
    expect((await shown(before, `agency { id } agencyName ${CLOCK}`)) as Json).to.deep.equal({
      ...{ agency: { id: world.agency }, agencyName: "Báo Thanh Hóa" },
      clock: { dueOn: null, noticeBy: null, ownRule: null, law: null },
    });
    await done("setUnitRule", {
      ...{ unitId: world.health, duty: "PRESS_ANSWER", amount: 24, termUnit: "HOURS", document: "QC 5/SYT" },
      from: "2024-01-01",
    });
    const after = await register(byAgency(byReporter));
    expect((await shown(after, CLOCK)).clock).to.deep.equal({
      ...{ dueOn: "2024-06-04", noticeBy: null, ownRule: "QC 5/SYT", law: null },
    });
  });

  it("are refused where the asker is not as the regime has it, or the law was not in force", async () => {
    const register = async (input: Record<string, unknown>): Promise<unknown> =>
      of(await give("registerInformationRequest", input));
    expect(await register(asked({ askerName: null }))).to.deep.equal(["ASKER_NAME_NEEDED", ["askerName"]]);
    expect(await register(asked({ agencyId: world.agency }))).to.deep.equal(["ASKER_NOT_OF_REGIME", ["agencyId"]]);
    expect(await register(byAgency({ pressAsker: null }))).to.deep.equal(["PRESS_ASKER_NEEDED", ["pressAsker"]]);
    expect(await register(byAgency({ agencyId: null }))).to.deep.equal(["PRESS_AGENCY_NEEDED", ["agencyId"]]);
    expect(await register(byAgency({ pressAsker: "REPORTER" }))).to.deep.equal(["REPORTER_NEEDED", ["reporterId"]]);
    expect(await register(byAgency({ askerName: "Ai" }))).to.deep.equal(["ASKER_NOT_OF_REGIME", ["askerName"]]);
    expect(await register(asked({ receivedOn: "2018-06-30" }))).to.deep.equal([
      "ACCESS_LAW_NOT_IN_FORCE",
      ["receivedOn"],
    ]);
    expect(await register(asked({ receivedOn: "2024-07-16" }))).to.deep.equal([
      "INFORMATION_REQUEST_AHEAD",
      ["receivedOn"],
    ]);
    expect(await register(byAgency({ promiseId: "00000000-0000-4000-8000-000000000000" }))).to.deep.equal([
      "INFORMATION_REQUEST_PROMISE_NOT_FOUND",
      ["promiseId"],
    ]);
  });

  it("are refused on a ground of the regime and of the day only, with the reason", async () => {
    const citizen = await register(asked());
    const press = await register(byAgency());
    const refuse = (requestId: string, ground: string, refusedOn = "2024-06-05"): Promise<Json> =>
      give("refuseInformationRequest", { requestId, ground, refusedOn, reason: "Đang kiểm tra" });
    expect(of(await refuse(citizen, "DISPUTE_WITHOUT_CONCLUSION"))).to.deep.equal([
      "INFORMATION_REQUEST_GROUND_NOT_OF_ACCESS_LAW",
      ["ground"],
    ]);
    for (const ground of ["GIVEN_TWICE", "PERSONAL_SECRET"]) {
      expect(of(await refuse(press, ground))).to.deep.equal([
        "INFORMATION_REQUEST_GROUND_NOT_OF_PRESS_LAW",
        ["ground"],
      ]);
    }
    await refuse(press, "INSPECTION_WITHOUT_CONCLUSION");
    await refuse(citizen, "GIVEN_TWICE", "2024-06-10");
    const fields = "status outcomes { kind ground reason dueOn law { instrument } }";
    expect(await shown(press, fields)).to.deep.equal({
      status: "REFUSED",
      outcomes: [
        {
          ...{ kind: "REFUSED", ground: "INSPECTION_WITHOUT_CONCLUSION", reason: "Đang kiểm tra" },
          ...{ dueOn: "2024-07-03", law: { instrument: "PRESS-2016" } },
        },
      ],
    });
    expect(await shown(citizen, "outcomes { law { instrument } }")).to.deep.equal({
      outcomes: [{ law: { instrument: "ACCESS-2016" } }],
    });
  });

  it("are forwarded: who receives it has its own clock, who had it owes no more, both are found by it", async () => {
    const requestId = await register(asked());
    await done("forwardInformationRequest", { requestId, toUnitId: world.land, forwardedOn: "2024-06-05" });
    expect((await shown(requestId, CLOCK)).clock.dueOn).to.equal(null);
    const taken = { requestId, receivedOn: "2024-06-10" };
    expect(of(await give("takeOverInformationRequest", taken, world.clerkOfHealth))).to.deep.equal([
      "NOT_YOUR_UNIT",
      ["requestId"],
    ]);
    expect(of(await give("takeOverInformationRequest", { ...taken, receivedOn: "2024-06-04" }))).to.deep.equal([
      "INFORMATION_REQUEST_STEP_OUT_OF_ORDER",
      ["receivedOn"],
    ]);
    await done("takeOverInformationRequest", taken);
    expect(await shown(requestId, `status unit { id } ${CLOCK}`)).to.deep.include({
      ...{ status: "RECEIVED", unit: { id: world.land } },
    });
    expect((await shown(requestId, CLOCK)).clock.dueOn).to.equal("2024-06-13");
    for (const unitId of [world.health, world.land]) {
      const { informationRequests } = await api.ask(
        `query ($unitId: UnitId) { informationRequests(filter: { unitId: $unitId }) { nodes { id } } }`,
        { unitId },
        ANALYST,
      );
      expect(informationRequests.nodes).to.deep.equal([{ id: requestId }]);
    }
    const back = { requestId, toUnitId: world.land, forwardedOn: "2024-06-11" };
    expect(of(await give("forwardInformationRequest", back))).to.deep.equal([
      "INFORMATION_REQUEST_FORWARDED_TO_ITSELF",
      ["toUnitId"],
    ]);
  });

  it("begin from a promise in a visit, and their answer keeps it", async () => {
    const visitId = await api.done("registerVisit", {
      ...{ occurredAt: "2024-06-03T02:00:00.000Z", ...late },
      ...checkedWalkIn(world, {
        documents: [{ reporterId: world.carded, kind: "INTRODUCTION_LETTER", number: "GGT 1", validTo: "2024-12-31" }],
        outcome: { answerForm: "ORAL", summary: "Trả lời một phần" },
      }),
    });
    const promised = { visitId, what: "Số liệu mẫu kiểm nghiệm", dueOn: "2024-07-20" };
    await done("promiseInformation", { ...promised, occurredAt: "2024-06-03T03:00:00.000Z" });
    const ofVisit = `query ($id: VisitId!) { visit(id: $id) { status informationRequests { id promiseId status } promises { id request { id } fulfilment } } }`;
    const visit = async (): Promise<Json> => (await api.ask(ofVisit, { id: visitId })).visit;
    const [{ id: promiseId }] = (await visit()).promises;
    const from = { visitId, promiseId, agencyId: undefined, pressAsker: "REPORTER", reporterId: world.carded };
    expect(of(await give("registerInformationRequest", byAgency({ ...from, unitId: world.land })))).to.deep.equal([
      "INFORMATION_REQUEST_VISIT_ELSEWHERE",
      ["visitId"],
    ]);
    const requestId = await register(byAgency(from));
    const keep = { visitId, promiseId, how: "Công văn 20/SYT", requestId };
    expect(of(await give("fulfilPromise", keep))).to.deep.equal(["PROMISE_REQUEST_UNANSWERED", ["requestId"]]);
    const commandId = api.commandId("answer");
    await done("answerInformationRequest", { commandId, requestId, ...ANSWER });
    const other = await register(asked());
    await done("answerInformationRequest", { requestId: other, ...ANSWER });
    await done("fulfilPromise", { ...keep, causedBy: commandId });
    expect(await visit()).to.deep.equal({
      ...{ status: "CLOSED", informationRequests: [{ id: requestId, promiseId, status: "ANSWERED" }] },
      promises: [{ id: promiseId, request: { id: requestId }, fulfilment: "Công văn 20/SYT" }],
    });
    const { timeline } = await api.ask(`query ($id: ID!) { timeline(subjects: [$id]) { nodes { event { type } } } }`, {
      id: requestId,
    });
    expect(timeline.nodes.map(({ event }: Json) => event.type)).to.include.members([
      "InformationRequestReceived",
      "InformationRequestAnswered",
      "VisitPromiseFulfilled",
    ]);
  });

  it("name a citizen to those only who may read such names, in search and in what was asked before too", async () => {
    const first = await register(asked({ askerContact: "0912 345 678" }));
    const again = await register(
      asked({ subject: "Kết quả kiểm tra về an toàn thực phẩm", askerName: "NGUYEN VAN DAN" }),
    );
    const same = await register(asked({ askerName: "Trần Thị Khác", receivedOn: "2024-06-10" }));
    const names = "askerName askerContact askedBefore { id }";
    expect(await shown(again, names)).to.deep.equal({
      ...{ askerName: "NGUYEN VAN DAN", askerContact: null, askedBefore: [{ id: first }] },
    });
    expect(await shown(again, names, ANALYST)).to.deep.equal({ askerName: null, askerContact: null, askedBefore: [] });
    expect(await shown(first, names, ANALYST)).to.deep.equal({ askerName: null, askerContact: null, askedBefore: [] });
    expect((await shown(same, "askedBefore { id }", ANALYST)).askedBefore).to.deep.equal([{ id: first }]);
    const found = async (text: string): Promise<unknown> =>
      (await api.ask(`query ($text: String!) { search(text: $text) { nodes { node { id } } } }`, { text })).search
        .nodes;
    expect(await found("Nguyễn Văn Dân")).to.deep.equal([]);
    const press = await register(byAgency());
    expect(await found("15/CV-BTH")).to.deep.equal([{ node: { id: press } }]);
    expect(await found("đơn của công dân")).to.deep.equal([{ node: { id: press } }]);
  });

  it("are kept by the unit's clerk, answered in part, closed, taken up again, corrected, and void", async () => {
    const clerk = world.clerkOfHealth;
    const refused = await give("registerInformationRequest", asked({ unitId: world.land }), clerk);
    expect(of(refused)).to.deep.equal(["NOT_YOUR_UNIT", ["unitId"]]);
    const requestId = await register(asked(), clerk);
    await done("classifyInformationRequest", { requestId, topic: "HEALTH", complexity: "COMPLEX" }, clerk);
    await done("assignInformationRequest", { requestId, assignedTo: "Thanh tra Sở", assignedOn: "2024-06-03" }, clerk);
    const part = { requestId, ...ANSWER, remaining: "Kết quả tháng năm" };
    await done("answerInformationRequestInPart", part, clerk);
    await done("escalateInformationRequest", { requestId, escalatedOn: "2024-06-06", reason: "Khó" }, clerk);
    await done("answerInformationRequest", { requestId, ...ANSWER, answeredOn: "2024-06-10" }, clerk);
    await done("closeInformationRequest", { requestId, closedOn: "2024-06-11" }, clerk);
    const reopen = { requestId, reopenedOn: "2024-06-12", dueOn: "2024-06-20", reason: "Trả lời thiếu" };
    await done("reopenInformationRequest", reopen, clerk);
    expect(await shown(requestId, "status closedOn outcomes { kind dueOn } clock { dueOn law { key } }")).to.deep.equal(
      {
        ...{ status: "REOPENED", closedOn: null, clock: { dueOn: "2024-06-20", law: null } },
        outcomes: [
          { kind: "PARTLY_ANSWERED", dueOn: "2024-06-06" },
          { kind: "ANSWERED", dueOn: "2024-06-06" },
        ],
      },
    );
    const early = { requestId, ...ANSWER };
    expect(of(await give("answerInformationRequest", early, clerk))).to.deep.equal([
      "INFORMATION_REQUEST_STEP_OUT_OF_ORDER",
      ["answeredOn"],
    ]);
    const other = await register(asked({ subject: "Việc khác" }), clerk);
    const nothing = { requestId: other, channel: "INTERNET", reason: "x" };
    expect(of(await give("correctInformationRequest", nothing, clerk))).to.deep.equal([
      "CORRECTION_CHANGES_NOTHING",
      [],
    ]);
    await done("correctInformationRequest", {
      requestId: other,
      channel: "POST",
      receivedOn: "2024-06-04",
      reason: "Sai",
    });
    expect((await shown(other, `channel receivedOn ${CLOCK}`)) as Json).to.deep.include({
      ...{ channel: "POST", receivedOn: "2024-06-04" },
      clock: {
        ...{ dueOn: "2024-06-11", noticeBy: "2024-06-07", ownRule: null },
        law: { key: "ACCESS_POST", instrument: "ACCESS-2016" },
      },
    });
    await done("voidInformationRequest", { requestId: other, reason: "Nhập nhầm" }, clerk);
    expect((await shown(other, "status")).status).to.equal("VOIDED");
  });

  it("whose answer was entered in error owe it again, and no figure has it", async () => {
    const requestId = await register(asked());
    await done("answerInformationRequest", { requestId, ...ANSWER });
    const text = `query ($id: ID!) { recordEvents(id: $id, last: 1) { nodes { id } } }`;
    const [{ id: entryId }] = (await api.ask(text, { id: requestId })).recordEvents.nodes;
    await done("takeBackInformationRequestEntry", { requestId, entryId, reason: "Nhầm hồ sơ" });
    expect(await shown(requestId, "status outcomes { kind } clock { dueOn }")).to.deep.equal({
      ...{ status: "RECEIVED", outcomes: [], clock: { dueOn: "2024-06-06" } },
    });
    const { informationRequestFigures } = await api.ask(
      `{ informationRequestFigures(period: { from: "2024-06-01", to: "2024-06-30" }) { rows { informationRequests { value } informationRequestsAnswered { value } informationRequestsOnTime { value } } } }`,
    );
    expect(informationRequestFigures.rows).to.deep.equal([
      {
        informationRequests: { value: 1 },
        informationRequestsAnswered: { value: 0 },
        informationRequestsOnTime: { value: 0 },
      },
    ]);
  });

  it("are late by the day that stands once an entry that moved it is taken back", async () => {
    const requestId = await register(asked());
    await done("correctInformationRequest", { requestId, receivedOn: "2024-06-05", reason: "Nhầm ngày" });
    const text = `query ($id: ID!) { recordEvents(id: $id, last: 1) { nodes { id } } }`;
    const [{ id: entryId }] = (await api.ask(text, { id: requestId })).recordEvents.nodes;
    await done("answerInformationRequest", { requestId, ...ANSWER, answeredOn: "2024-06-07" });
    const counted = async (): Promise<Json> =>
      (
        await api.ask(
          `{ informationRequestFigures(period: { from: "2024-06-01", to: "2024-06-30" }) { rows { informationRequestsOnTime { value } informationRequestsLate { value } } } }`,
        )
      ).informationRequestFigures.rows[0];
    expect((await shown(requestId, "outcomes { dueOn }")).outcomes).to.deep.equal([{ dueOn: "2024-06-10" }]);
    expect(await counted()).to.deep.equal({
      ...{ informationRequestsOnTime: { value: 1 }, informationRequestsLate: { value: 0 } },
    });
    await done("takeBackInformationRequestEntry", { requestId, entryId, reason: "Ngày trước là đúng" });
    expect((await shown(requestId, "outcomes { dueOn }")).outcomes).to.deep.equal([{ dueOn: "2024-06-06" }]);
    expect(await counted()).to.deep.equal({
      ...{ informationRequestsOnTime: { value: 0 }, informationRequestsLate: { value: 1 } },
    });
  });

  it("count by regime, channel, ground and unit, on time or late, with what makes each figure", async () => {
    const [one, two, three] = [
      await register(asked()),
      await register(asked({ channel: "POST" })),
      await register(byAgency()),
    ];
    await done("answerInformationRequest", { requestId: one, ...ANSWER, answeredOn: "2024-06-07" });
    await done("answerInformationRequestInPart", { requestId: two, ...ANSWER, remaining: "Phần còn lại" });
    await done("answerInformationRequest", { requestId: two, ...ANSWER, answeredOn: "2024-06-10" });
    await done("refuseInformationRequest", {
      ...{ requestId: three, ground: "SECRET", refusedOn: "2024-06-20", reason: "Bí mật" },
    });
    const four = await register(asked());
    await done("forwardInformationRequest", { requestId: four, toUnitId: world.land, forwardedOn: "2024-06-05" });
    const five = await register(asked());
    await done("voidInformationRequest", { requestId: five, reason: "Nhập nhầm" });
    const MEASURES = [
      ...["informationRequests", "informationRequestsAnswered", "informationRequestsPartlyAnswered"],
      ...["informationRequestsRefused", "informationRequestsForwarded", "informationRequestsOnTime"],
      ...["informationRequestsLate", "informationRequestsExtended"],
    ];
    const period = `period: { from: "2024-06-01", to: "2024-06-30" }`;
    const counted = async (groupBy: string): Promise<Json[]> => {
      const fields = MEASURES.map((one) => `${one} { value }`).join(" ");
      const asked = `{ informationRequestFigures(${period}, groupBy: [${groupBy}]) { rows { regime ${fields} } } }`;
      return (await api.ask(asked)).informationRequestFigures.rows;
    };
    const valuesOf = (row: Json): number[] => MEASURES.map((one) => row[one].value as number);
    const rows = await counted("REGIME");
    expect(rows.map((row) => [row.regime, valuesOf(row)])).to.deep.equal([
      ["CITIZEN", [3, 2, 1, 0, 1, 1, 1, 0]],
      ["PRESS", [1, 0, 0, 1, 0, 1, 0, 0]],
    ]);
    const refused = await api.ask(
      `{ informationRequestFigures(${period}, groupBy: [GROUND], filter: { grounds: [SECRET] }) { rows { ground informationRequestsRefused { value evidence(first: 5) { nodes { event { type } } } } } } }`,
    );
    expect(refused.informationRequestFigures.rows).to.deep.equal([
      {
        ground: "SECRET",
        informationRequestsRefused: {
          value: 1,
          evidence: { nodes: [{ event: { type: "InformationRequestRefused" } }] },
        },
      },
    ]);
  });

  describe("the median of the days to answer", () => {
    const text = `query ($period: Period!, $unitId: UnitId, $asOf: AsOf) {
      daysToAnswer(period: $period, unitId: $unitId, asOf: $asOf) {
        answers medianWorkingDays slowest { workingDays on request { id subject } } basis { position } } }`;
    const JUNE = { from: "2024-06-01", to: "2024-06-30" };
    const days = async (variables: Record<string, unknown>, by: Principal | null = ANALYST): Promise<Json> =>
      (await api.ask(text, { period: JUNE, ...variables }, by)).daysToAnswer;

    it("is of the answers of a period, by one unit or by all, each from its receipt by who gave it, and opens to them", async () => {
      expect(await days({})).to.deep.include({ answers: 0, medianWorkingDays: null, slowest: [] });
      const [quick, slow, passedOn] = [
        await register(asked({ subject: "Một" })),
        await register(asked({ subject: "Hai" })),
        await register(asked({ subject: "Ba" })),
      ];
      // From Monday the 3rd: two working days, and ten over two weekends.
      await done("answerInformationRequest", { ...ANSWER, requestId: quick });
      const parted = { ...ANSWER, requestId: slow, answeredOn: "2024-06-04", remaining: "Phần còn lại" };
      await done("answerInformationRequestInPart", parted);
      await done("answerInformationRequest", { ...ANSWER, requestId: slow, answeredOn: "2024-06-17" });
      expect(await days({})).to.deep.include({ answers: 2, medianWorkingDays: 6 });
      const forwarded = { requestId: passedOn, toUnitId: world.land, forwardedOn: "2024-06-10" };
      await done("forwardInformationRequest", forwarded);
      await done("takeOverInformationRequest", { requestId: passedOn, receivedOn: "2024-06-12" });
      await done("answerInformationRequest", { ...ANSWER, requestId: passedOn, answeredOn: "2024-06-17" });

      const all = await days({});
      expect(all).to.deep.include({ answers: 3, medianWorkingDays: 3 });
      expect(all.slowest.map(({ workingDays, request }: Json) => [request.subject, workingDays])).to.deep.equal([
        ["Hai", 10],
        ["Ba", 3],
        ["Một", 2],
      ]);
      expect(await days({ unitId: world.land })).to.deep.include({ answers: 1, medianWorkingDays: 3 });
      expect(await days({ unitId: world.health })).to.deep.include({ answers: 2, medianWorkingDays: 6 });
      expect(await days({ period: { from: "2024-06-06", to: "2024-06-17" } })).to.deep.include({ answers: 2 });
    });

    it("stands on the board of the unit too, with the answers of units that have become one with it", async () => {
      for (const unitId of [world.health, world.land]) {
        const answeredOn = unitId === world.health ? "2024-06-05" : "2024-06-07";
        await done("answerInformationRequest", { ...ANSWER, requestId: await register(asked({ unitId })), answeredOn });
      }
      const onBoard = async (unitId: string): Promise<Json> => {
        const board = `query ($period: Period!, $unitId: UnitId!) { unitBoard(period: $period, unitId: $unitId) {
          daysToAnswer { answers medianWorkingDays slowest { workingDays on request { id subject } } basis { position } } } }`;
        return (await api.ask(board, { period: JUNE, unitId }, ANALYST)).unitBoard.daysToAnswer;
      };
      expect(await onBoard(world.health)).to.deep.include({ answers: 1, medianWorkingDays: 2 });
      const { entity } = await give(
        "mergeUnits",
        {
          ...{ fromIds: [world.health, world.land], newUnit: { kind: "DEPARTMENT", name: "Sở Mới" } },
          ...{ effectiveOn: "2024-07-01", legalBasis: "NQ 1" },
        },
        ADMIN,
      );
      for (const unitId of [entity.id, world.health]) {
        const waited = await onBoard(unitId);
        expect(waited).to.deep.include({ answers: 2, medianWorkingDays: 3 });
        expect(waited).to.deep.equal(await days({ unitId }));
      }
    });

    it("stays as it was as of then, whatever is corrected or void since; and is for who may read records", async () => {
      const requestId = await register(asked());
      await done("answerInformationRequest", { ...ANSWER, requestId });
      const { basis } = await days({});
      await done("correctInformationRequest", { requestId, receivedOn: "2024-05-31", reason: "Ghi sai ngày" });
      expect(await days({})).to.deep.include({ answers: 1, medianWorkingDays: 3 });
      expect(await days({ asOf: { position: basis.position } })).to.deep.include({ answers: 1, medianWorkingDays: 2 });
      await done("voidInformationRequest", { requestId, reason: "Nhập nhầm" });
      expect(await days({})).to.deep.include({ answers: 0, medianWorkingDays: null });
      expect((await api.tryAsk(text, { period: JUNE }, null)).errors[0]?.code).to.equal("UNAUTHENTICATED");
      const backwards = { period: { from: "2024-06-30", to: "2024-06-01" } };
      expect((await api.tryAsk(text, backwards, ANALYST)).errors[0]?.code).to.equal("BAD_USER_INPUT");
    });
  });
});
