import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast } from "../support/cast.js";

const HASH = "a".repeat(64);
const ANALYST: Principal = { subject: "analyst", role: "ANALYST", unitId: null };
const COMMITTEE: Principal = { subject: "committee", role: "OVERSIGHT", unitId: null };
const RULED = { source: "ASSIGNING_PAPER", dueOn: "2024-06-14", paper: "77/UBND-VX" };

describe("press items", () => {
  let api: Api;
  let world: Cast;
  let clerk: Principal;
  let nth = 0;
  before(async () => {
    api = await Api.open("2024-06-03T03:00:00.000Z");
    world = await cast(api);
    clerk = world.clerkOfHealth;
  });
  after(() => api.close());
  afterEach(() => {
    api.now = "2024-06-03T03:00:00.000Z";
  });

  const give = (name: string, input: Record<string, unknown>, by: Principal = OFFICER): Promise<Json> =>
    api.command(name, input, by);
  const done = (name: string, input: Record<string, unknown>, by: Principal = OFFICER): Promise<string> =>
    api.done(name, input, by);
  const codeOf = ({ code, path }: Json): unknown => [code, path];
  const given = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    ...{ title: `Bệnh viện quá tải, lần ${++nth}`, medium: "ONLINE", publishedOn: "2024-06-02", topic: "HEALTH" },
    ...{ agencyId: world.agency, unitIds: [world.health], ...more },
  });
  const capture = (more: Record<string, unknown> = {}): Promise<string> => done("capturePressItem", given(more));
  const classified = async (claims: readonly string[] = ["Thiếu thuốc"], tone = "ISSUE"): Promise<string> => {
    const pressItemId = await capture();
    await done("classifyPressItem", { pressItemId, tone, claims });
    return pressItemId;
  };
  const shown = async (id: string, fields: string, by: Principal | null = OFFICER, asOf?: object): Promise<Json> =>
    (
      await api.ask(
        `query ($id: PressItemId!, $asOf: AsOf) { pressItem(id: $id, asOf: $asOf) { ${fields} } }`,
        { id, asOf },
        by,
      )
    ).pressItem as Json;
  const assigned = async (more: Record<string, unknown> = {}): Promise<string> => {
    const pressItemId = await classified();
    await done("assignPressItem", { pressItemId, unitId: world.health, ...RULED, ...more });
    return pressItemId;
  };
  const claimsOf = async (pressItemId: string): Promise<readonly string[]> =>
    (await shown(pressItemId, "claims { claimId }")).claims.map(({ claimId }: Json) => claimId as string);
  const verified = async (verdict = "FALSE", more: Record<string, unknown> = {}): Promise<string> => {
    const pressItemId = await assigned(more);
    await done("acknowledgePressItem", { pressItemId }, clerk);
    const verdicts = (await claimsOf(pressItemId)).map((claimId) => ({ claimId, verdict, finding: "Đủ thuốc" }));
    await done("verifyPressItem", { pressItemId, verifiedOn: "2024-06-03", verdicts }, clerk);
    return pressItemId;
  };
  const lastRequest = async (pressItemId: string): Promise<string> =>
    (await shown(pressItemId, "requests { requestId }")).requests.at(-1).requestId as string;

  it("are captured with outlet, author, place and what was captured, as the registers called them", async () => {
    const id = await capture({
      ...{ reporterId: world.carded, section: "Y tế", issue: "số 112", page: "trang 3" },
      addresses: [
        { url: "https://baothanhhoa.vn/a.htm", capturedAt: "2024-06-02T05:00:00.000Z", sha256: HASH },
        { url: "https://m.baothanhhoa.vn/b.htm", capturedAt: "2024-06-02T05:01:00.000Z" },
      ],
    });
    const asked = "status outletName authorName agency { id } reporter { id } section issue page units { id }";
    expect(await shown(id, `${asked} addresses { url sha256 }`)).to.deep.equal({
      ...{ status: "CAPTURED", outletName: "Báo Thanh Hóa", authorName: "Lê Văn An" },
      ...{ agency: { id: world.agency }, reporter: { id: world.carded }, units: [{ id: world.health }] },
      ...{ section: "Y tế", issue: "số 112", page: "trang 3" },
      addresses: [
        { url: "https://baothanhhoa.vn/a.htm", sha256: HASH },
        { url: "https://m.baothanhhoa.vn/b.htm", sha256: null },
      ],
    });
    const other = await capture({ agencyId: null, outletName: "Trang tin Sao Mới", authorName: "Minh Tâm" });
    expect(await shown(other, "outletName authorName agency { id } reporter { id }")).to.deep.equal({
      ...{ outletName: "Trang tin Sao Mới", authorName: "Minh Tâm", agency: null, reporter: null },
    });
  });

  it("say what they lack", async () => {
    const of = async (more: Record<string, unknown>): Promise<unknown> =>
      codeOf(await give("capturePressItem", given(more)));
    const capturedAt = "2024-06-02T05:00:00.000Z";
    expect(await of({ agencyId: null })).to.deep.equal(["PRESS_ITEM_NEEDS_OUTLET", ["agencyId"]]);
    expect(await of({ publishedOn: "2024-06-04" })).to.deep.equal(["PRESS_ITEM_AHEAD", ["publishedOn"]]);
    expect(await of({ addresses: [{ capturedAt }] })).to.deep.equal([
      "PRESS_ITEM_ADDRESS_SAYS_NOTHING",
      ["addresses", "0", "url"],
    ]);
    const twice = ["https://www.x.vn/a/?utm_source=f", "http://x.vn/a"].map((url) => ({ url, capturedAt }));
    expect(await of({ addresses: twice })).to.deep.equal(["PRESS_ITEM_ADDRESS_KNOWN", ["addresses", "1", "url"]]);
    const strange = world.agency.replace("PressAgency", "Visit");
    expect(await of({ visitId: strange })).to.deep.equal(["VISIT_NOT_FOUND", ["visitId"]]);
    expect((await give("capturePressItem", given(), clerk)).code).to.equal("NOT_ALLOWED");
  });

  describe("are assigned by a deadline that says where it comes from, never thirty days by default", () => {
    const assign = async (more: Record<string, unknown>): Promise<Json> =>
      give("assignPressItem", { pressItemId: await classified(), unitId: world.health, ...more });
    const deadline = async ({ entity }: Json): Promise<Json> => {
      const { assignments } = await shown(
        entity.id,
        "assignments { source dueOn dueAt paper rule { key instrument } unitRule { id } }",
      );
      return assignments.at(-1) as Json;
    };

    it("as a paper or the province's rule sets it", async () => {
      expect(codeOf(await assign({ source: "ASSIGNING_PAPER" }))).to.deep.equal([
        "PRESS_DEADLINE_NEEDS_DAY",
        ["dueOn"],
      ]);
      expect(codeOf(await assign({ source: "PROVINCE_RULE", dueOn: "2024-06-14" }))).to.deep.equal([
        "PRESS_DEADLINE_NEEDS_DAY",
        ["paper"],
      ]);
      expect(codeOf(await assign({ ...RULED, dueOn: "2024-06-02" }))).to.deep.equal([
        "PRESS_DEADLINE_BEFORE_ASSIGNMENT",
        ["dueOn"],
      ]);
      expect(await deadline(await assign(RULED))).to.deep.equal({
        ...{ source: "ASSIGNING_PAPER", dueOn: "2024-06-14", dueAt: null, paper: "77/UBND-VX" },
        ...{ rule: null, unitRule: null },
      });
    });

    it("in 24 hours by the wall clock where it is urgent, Tết or not", async () => {
      api.now = "2024-02-09T15:10:00.000Z";
      const pressItemId = await capture({ publishedOn: "2024-02-09" });
      await done("classifyPressItem", { pressItemId, tone: "ISSUE" });
      const of = { pressItemId, unitId: world.health, source: "URGENT" };
      expect(codeOf(await give("assignPressItem", { ...of, dueOn: "2024-03-09" }))).to.deep.equal([
        "PRESS_DEADLINE_NOT_GIVEN",
        ["dueOn"],
      ]);
      expect(await deadline(await give("assignPressItem", of))).to.deep.include({
        ...{ dueOn: null, dueAt: "2024-02-10T15:10:00.000Z" },
        rule: { key: "PRESS_ITEM_URGENT", instrument: "SPOKE-2017" },
      });
    });

    it("L119: in thirty days from receipt only of what a press agency asks or passes on", async () => {
      api.now = "2024-06-05T03:00:00.000Z";
      const source = { source: "PRESS_FORWARDED", runsFrom: "2024-06-03T02:00:00.000Z" };
      expect(await deadline(await assign(source))).to.deep.include({
        ...{ dueOn: "2024-07-03", dueAt: null, rule: { key: "PRESS_ANSWER", instrument: "PRESS-2016" } },
      });
      expect(codeOf(await assign({ ...source, runsFrom: "2024-06-06T02:00:00.000Z" }))).to.deep.equal([
        "PRESS_ITEM_AHEAD",
        ["runsFrom"],
      ]);
      const early = { source: "URGENT", runsFrom: "2016-06-03T02:00:00.000Z" };
      expect(codeOf(await assign(early))).to.deep.equal(["PRESS_DEADLINE_WITHOUT_LAW", ["source"]]);
    });

    it("as the unit's own rule has it, where one is registered", async () => {
      const unitId = world.land;
      const of = { unitId, source: "UNIT_RULE" };
      expect(codeOf(await assign(of))).to.deep.equal(["PRESS_DEADLINE_NEEDS_DAY", ["dueOn"]]);
      const unitRuleId = await done("setUnitRule", {
        ...{ unitId, duty: "PRESS_ITEM_HANDLING", amount: 5, termUnit: "WORKING_DAYS" },
        ...{ document: "9/QĐ-STNMT", from: "2024-01-01" },
      });
      expect(await deadline(await assign(of))).to.deep.include({
        ...{ dueOn: "2024-06-10", dueAt: null, paper: "9/QĐ-STNMT", rule: null, unitRule: { id: unitRuleId } },
      });
    });

    it("extended, given to another unit, and never backwards", async () => {
      const pressItemId = await assigned();
      const more = { pressItemId, reason: "Phức tạp" };
      expect(codeOf(await give("extendPressItemDeadline", { ...more, dueOn: "2024-06-14" }))).to.deep.equal([
        "PRESS_DEADLINE_NOT_LATER",
        ["dueOn"],
      ]);
      await done("extendPressItemDeadline", { ...more, dueOn: "2024-06-20" });
      await done("reassignPressItem", { ...more, unitId: world.land, ...RULED, source: "PROVINCE_RULE" });
      expect((await give("acknowledgePressItem", { pressItemId }, clerk)).code).to.equal("NOT_YOUR_UNIT");
      const { assignments } = await shown(pressItemId, "assignments { unitName dueOn extensions { dueOn reason } }");
      expect(assignments).to.deep.equal([
        { unitName: "Sở Y tế", dueOn: "2024-06-20", extensions: [{ dueOn: "2024-06-20", reason: "Phức tạp" }] },
        { unitName: "Sở Tài nguyên và Môi trường", dueOn: "2024-06-14", extensions: [] },
      ]);
    });
  });

  it("are verified claim by claim, and the whole follows", async () => {
    const pressItemId = await classified(["Thiếu thuốc", "Thu sai"], "SUSPECTED_FALSE");
    await done("assignPressItem", { pressItemId, unitId: world.health, ...RULED });
    const [one = "", other = ""] = await claimsOf(pressItemId);
    const verify = (verdicts: readonly object[], more = {}): Promise<Json> =>
      give("verifyPressItem", { pressItemId, verifiedOn: "2024-06-03", verdicts, ...more }, clerk);
    expect((await verify([{ claimId: one, verdict: "TRUE" }])).code).to.equal("PRESS_ITEM_STATUS_FORBIDS");
    await done("acknowledgePressItem", { pressItemId }, clerk);
    expect(codeOf(await verify([{ claimId: one, verdict: "TRUE" }]))).to.deep.equal([
      "PRESS_ITEM_CLAIM_LEFT_OUT",
      ["verdicts"],
    ]);
    const twice = [one, one].map((claimId) => ({ claimId, verdict: "TRUE" }));
    expect(codeOf(await verify(twice))).to.deep.equal(["PRESS_ITEM_CLAIM_TWICE", ["verdicts", "1", "claimId"]]);
    const both = [
      { claimId: one, verdict: "TRUE" },
      { claimId: other, verdict: "FALSE", finding: "Thu đúng mức" },
    ];
    expect(codeOf(await verify(both, { verifiedOn: "2024-06-01" }))).to.deep.equal([
      "PRESS_ITEM_OUT_OF_ORDER",
      ["verifiedOn"],
    ]);
    expect((await verify(both)).entity).to.be.an("object");
    const asked = "status verdict claims { what verdict finding }";
    const open = await shown(pressItemId, asked, COMMITTEE);
    expect(open).to.deep.equal({
      ...{ status: "VERIFIED", verdict: "PARTLY" },
      claims: [
        { what: "Thiếu thuốc", verdict: "TRUE", finding: null },
        { what: "Thu sai", verdict: "FALSE", finding: "Thu đúng mức" },
      ],
    });
    const masked = await shown(pressItemId, asked, ANALYST);
    expect(masked.claims).to.deep.equal([
      { what: null, verdict: "TRUE", finding: null },
      { what: null, verdict: "FALSE", finding: null },
    ]);
    const verdicts = [{ claimId: one, verdict: "FALSE" }];
    await done("correctPressItemVerdicts", { pressItemId, verdicts, reason: "Ghi nhầm" }, clerk);
    expect((await shown(pressItemId, "verdict")).verdict).to.equal("FALSE");
  });

  it("are to be corrected on a written conclusion, and only what is false", async () => {
    const right = await verified("TRUE");
    const ask = (pressItemId: string, more = {}): Promise<Json> =>
      give("requestPressItemCorrection", { pressItemId, sentOn: "2024-06-03", document: "5/SYT", ...more }, clerk);
    expect(codeOf(await ask(right, { conclusion: "3/KL" }))).to.deep.equal([
      "PRESS_CORRECTION_OF_WHAT_IS_TRUE",
      ["pressItemId"],
    ]);
    const pressItemId = await verified();
    expect(codeOf(await ask(pressItemId))).to.deep.equal(["PRESS_CORRECTION_NEEDS_CONCLUSION", ["conclusion"]]);
    expect((await ask(pressItemId, { conclusion: "3/KL-SYT", answerBy: "2024-06-10" })).entity).to.be.an("object");
    const requestId = await lastRequest(pressItemId);
    const answer = { pressItemId, requestId, answeredOn: "2024-06-03" };
    await done("recordPressItemAnswer", { ...answer, isPublished: false, answer: "Không đồng ý" }, clerk);
    expect(codeOf(await give("recordPressItemAnswer", { ...answer, isPublished: true }))).to.deep.equal([
      "PRESS_REQUEST_ANSWERED",
      ["requestId"],
    ]);
    expect((await shown(pressItemId, "status")).status).to.equal("REFUSED");
    const on = "2024-06-03";
    await done("escalatePressItem", { pressItemId, on, to: "Cục Báo chí", what: "Từ chối cải chính" });
    const replied = { pressItemId, sentOn: on, document: "6/SYT" };
    await done("replyToPressItem", replied, clerk);
    await done("closePressItem", { pressItemId, closedOn: on });
    const late = { ...answer, requestId: await lastRequest(pressItemId), isPublished: true };
    await done("recordPressItemAnswer", { ...late, publishedAt: "https://baothanhhoa.vn/r.htm" }, clerk);
    expect(await shown(pressItemId, "status requests { kind outcome conclusion }")).to.deep.equal({
      status: "CLOSED",
      requests: [
        { kind: "CORRECTION", outcome: "REFUSED", conclusion: "3/KL-SYT" },
        { kind: "REPLY", outcome: "PUBLISHED", conclusion: null },
      ],
    });
    await done("reopenPressItem", { pressItemId, on, reason: "Tình tiết mới" });
    expect((await give("acknowledgePressItem", { pressItemId }, clerk)).code).to.equal("PRESS_ITEM_STATUS_FORBIDS");
    await done("assignPressItem", { pressItemId, unitId: world.health, ...RULED });
    expect((await shown(pressItemId, "status")).status).to.equal("ASSIGNED");
  });

  it("that raise an issue are not closed unhandled; others may be", async () => {
    const raised = await classified();
    expect(codeOf(await give("closePressItem", { pressItemId: raised, closedOn: "2024-06-03" }))).to.deep.equal([
      "PRESS_ITEM_IS_TO_BE_HANDLED",
      ["pressItemId"],
    ]);
    const good = await classified([], "POSITIVE");
    await done("closePressItem", { pressItemId: good, closedOn: "2024-06-03" });
    expect((await shown(good, "status")).status).to.equal("CLOSED");
  });

  describe("in a cluster", () => {
    const join = (pressItemId: string, headId: string): Promise<Json> =>
      give("joinPressItem", { pressItemId, headId, reason: "Đăng lại" });
    const figures = async (more = ""): Promise<Json> => {
      const asked = `query ($ids: [PressAgencyId!]) { pressItemFigures(period: { from: "2024-06-01", to: "2024-06-30" },
        filter: { agencyIds: $ids } ${more}) { rows { pressItems { value } pressClusters { value } } } }`;
      const { rows } = (await api.ask(asked, { ids: [world.agency] })).pressItemFigures as Json;
      return { items: rows[0].pressItems.value, clusters: rows[0].pressClusters.value } as Json;
    };

    it("count once, are handled at the head, and were two before", async () => {
      const before = await figures();
      const head = await classified();
      const reprint = await assigned();
      const two = (await api.ask("{ ledger { position } }")).ledger.position as string;
      expect(await figures()).to.deep.equal({ items: before.items + 2, clusters: before.clusters + 2 });
      expect((await join(reprint, head)).entity).to.be.an("object");
      expect(await figures()).to.deep.equal({ items: before.items + 2, clusters: before.clusters + 1 });
      expect(await figures(`, asOf: { position: "${two}" }`)).to.deep.equal({
        items: before.items + 2,
        clusters: before.clusters + 2,
      });
      expect((await shown(head, "members { id }")).members).to.deep.equal([{ id: reprint }]);
      expect((await shown(head, "members { id }", OFFICER, { position: two })).members).to.deep.equal([]);
      expect(codeOf(await give("acknowledgePressItem", { pressItemId: reprint }, clerk))).to.deep.equal([
        "PRESS_ITEM_JOINED",
        ["pressItemId"],
      ]);
      const heads = `{ pressItems(first: 100, filter: { isHead: true }) { nodes { id } } }`;
      const ids = (await api.ask(heads)).pressItems.nodes.map(({ id }: Json) => id as string);
      expect(ids).to.include(head).and.not.include(reprint);
      await done("splitPressItem", { pressItemId: reprint, reason: "Bài khác" });
      expect(await figures()).to.deep.equal({ items: before.items + 2, clusters: before.clusters + 2 });
      await done("acknowledgePressItem", { pressItemId: reprint }, clerk);
    });

    it("have one head, which belongs to none", async () => {
      const [head, reprint, third] = [await classified(), await classified(), await classified()];
      expect(codeOf(await join(head, head))).to.deep.equal(["PRESS_ITEM_JOINED_TO_ITSELF", ["headId"]]);
      await join(reprint, head);
      expect(codeOf(await join(reprint, third))).to.deep.equal(["PRESS_ITEM_JOINED", ["pressItemId"]]);
      expect(codeOf(await join(head, third))).to.deep.equal(["PRESS_ITEM_IS_HEAD", ["pressItemId"]]);
      expect(codeOf(await join(third, reprint))).to.deep.equal(["PRESS_ITEM_HEAD_BELONGS_ELSEWHERE", ["headId"]]);
      const voiding = { pressItemId: head, reason: "Nhập nhầm" };
      expect(codeOf(await give("voidPressItem", voiding))).to.deep.equal(["PRESS_ITEM_IS_HEAD", ["pressItemId"]]);
      await done("voidPressItem", { ...voiding, pressItemId: reprint });
      await done("voidPressItem", voiding);
      expect(codeOf(await give("splitPressItem", { pressItemId: third, reason: "x" }))).to.deep.equal([
        "PRESS_ITEM_NOT_JOINED",
        ["pressItemId"],
      ]);
    });

    it("are found by title, address or capture", async () => {
      const capturedAt = "2024-06-02T05:00:00.000Z";
      const first = await capture({ title: "Trạm y tế Hoà Lộc", addresses: [{ sha256: "b".repeat(64), capturedAt }] });
      const title = await capture({ title: "TRẠM Y TẾ HÒA LỘC" });
      const hash = await capture({ addresses: [{ sha256: "b".repeat(64), capturedAt }] });
      const other = await capture({ title: "Trạm y tế Hòa Lộc khang trang" });
      const alike = async (): Promise<readonly string[]> =>
        (await shown(first, "alike { id }")).alike.map(({ id }: Json) => id as string);
      expect(await alike())
        .to.have.members([title, hash])
        .and.not.include(other);
      await done("voidPressItem", { pressItemId: hash, reason: "Nhập nhầm" });
      expect(await alike()).to.deep.equal([title]);
      const url = "https://www.tinmoi.vn/bai-1.html";
      const addressed = await capture({ addresses: [{ url, capturedAt }] });
      const by = `{ pressItems(filter: { url: "http://tinmoi.vn/bai-1.html?utm_source=zalo" }) { nodes { id } } }`;
      expect((await api.ask(by)).pressItems.nodes).to.deep.equal([{ id: addressed }]);
      const search = `{ search(text: "tinmoi bai-1", kinds: [PRESS_ITEM]) { nodes { node { id } } } }`;
      expect((await api.ask(search)).search.nodes).to.deep.equal([{ node: { id: addressed } }]);
    });
  });

  it("lead to what was linked, and to what comes of that, unless it was unlinked", async () => {
    const pressItemId = await capture();
    const visit = { hostIds: [world.health], reporterIds: [world.carded], topic: "HEALTH", subject: "Làm rõ bài báo" };
    const visitId = await done("registerVisit", visit);
    const follow = async (id: string): Promise<readonly string[]> => {
      const asked =
        "query ($id: ID!) { consequences(commandId: $id) { items(first: 50) { nodes { item { type } } } } }";
      const { nodes } = (await api.ask(asked, { id })).consequences.items as Json;
      return nodes.map(({ item }: Json) => item.type as string);
    };
    const commandId = api.commandId("classify");
    await done("classifyPressItem", { commandId, pressItemId, tone: "ISSUE" });
    const nothing = "Visit:00000000-0000-4000-8000-000000000000";
    const link = (recordIds: readonly string[]): Promise<Json> =>
      give("linkPressItemConsequences", { pressItemId, recordIds });
    expect(codeOf(await link([nothing]))).to.deep.equal(["PRESS_ITEM_CONSEQUENCE_NOT_FOUND", ["recordIds", "0"]]);
    expect(codeOf(await link([pressItemId]))).to.deep.equal(["PRESS_ITEM_CONSEQUENCE_LINKED", ["recordIds", "0"]]);
    await link([visitId]);
    expect(codeOf(await link([visitId]))).to.deep.equal(["PRESS_ITEM_CONSEQUENCE_LINKED", ["recordIds", "0"]]);
    expect((await shown(pressItemId, "consequences { __typename id }")).consequences).to.deep.equal([
      { __typename: "Visit", id: visitId },
    ]);
    await done("voidVisit", { visitId, reason: "Nhập nhầm" });
    const followed = ["PressItemConsequencesLinked", "VisitRegistered", "VisitVoided"];
    expect(await follow(commandId)).to.include.members(followed);
    await done("unlinkPressItemConsequences", { pressItemId, recordIds: [visitId], reason: "Nhầm" });
    expect(await follow(commandId))
      .to.include("PressItemConsequencesUnlinked")
      .and.not.include("VisitRegistered");
  });

  it("are what came of a visit that they name, and stand on a day as they had been handled by then", async () => {
    const commandId = api.commandId("a visit that led to an item");
    const visit = { hostIds: [world.health], reporterIds: [world.carded], topic: "HEALTH", subject: "Phỏng vấn" };
    const visitId = await done("registerVisit", { commandId, ...visit });
    const pressItemId = await capture({ visitId });
    const asked = "query ($id: ID!) { consequences(commandId: $id) { items(first: 50) { nodes { item { type } } } } }";
    const { nodes } = (await api.ask(asked, { id: commandId })).consequences.items as Json;
    expect(nodes).to.deep.equal([{ item: { type: "PressItemCaptured" } }]);
    await done("classifyPressItem", { pressItemId, tone: "NEUTRAL" });
    api.now = "2024-06-05T03:00:00.000Z";
    await done("closePressItem", { pressItemId, closedOn: "2024-06-05" });
    const onDay = async (day: string): Promise<Json> =>
      (
        await api.ask(
          `query ($id: PressItemId!, $day: LocalDate) {
          pressItem(id: $id, validAt: $day) { status tone visit { id } } }`,
          { id: pressItemId, day },
        )
      ).pressItem as Json;
    expect(await onDay("2024-06-01")).to.equal(null);
    expect(await onDay("2024-06-02")).to.deep.equal({ status: "CAPTURED", tone: null, visit: null });
    expect(await onDay("2024-06-04")).to.deep.equal({ status: "CLASSIFIED", tone: "NEUTRAL", visit: { id: visitId } });
    expect((await onDay("2024-06-05")).status).to.equal("CLOSED");
  });

  it("say in their timeline what happened, and no title that may accuse somebody", async () => {
    const pressItemId = await capture({ title: "Ông Nguyễn Văn Tèo nhận tiền" });
    await done("classifyPressItem", { pressItemId, tone: "SUSPECTED_FALSE", claims: ["Ông Tèo nhận tiền"] });
    const asked = "query ($id: ID!) { timeline(subjects: [$id], first: 10) { nodes { type summary summaryVi } } }";
    const { nodes } = (await api.ask(asked, { id: pressItemId })).timeline as Json;
    expect(JSON.stringify(nodes)).to.not.contain("Tèo");
    expect(nodes.map(({ summaryVi }: Json) => summaryVi as string)).to.have.members([
      "Ghi nhận tin, bài của Báo Thanh Hóa ngày 02/6/2024.",
      "Phân loại tin, bài: nghi sai sự thật.",
    ]);
  });

  it("count by verdict, in time and late, by what was published and refused", async () => {
    const before = await tally();
    const inTime = await verified("TRUE");
    await done("remedyPressItem", { pressItemId: inTime, on: "2024-06-03", what: "Bổ sung thuốc" }, clerk);
    const late = await verified("FALSE", { dueOn: "2024-06-03" });
    api.now = "2024-06-05T03:00:00.000Z";
    const sent = { pressItemId: late, sentOn: "2024-06-05", document: "7/SYT" };
    await done("requestPressItemCorrection", { ...sent, conclusion: "4/KL" }, clerk);
    const requestId = await lastRequest(late);
    await done("recordPressItemAnswer", { pressItemId: late, requestId, isPublished: true, answeredOn: "2024-06-05" });
    const after = await tally();
    const moved = Object.fromEntries(Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]));
    expect(moved).to.deep.equal({
      ...{ pressHandledInTime: 1, pressHandledLate: 1, pressCorrectionsAsked: 1, pressCorrectionsPublished: 1 },
      ...{ pressAssignments: 2, TRUE: 1, FALSE: 1 },
    });
  });
  async function tally(): Promise<Record<string, number>> {
    const names = ["pressHandledInTime", "pressHandledLate", "pressCorrectionsAsked", "pressCorrectionsPublished"];
    const all = [...names, "pressAssignments"];
    const period = `period: { from: "2024-06-01", to: "2024-06-30" }`;
    const { one, each } = await api.ask(`{
      one: pressItemFigures(${period}) { rows { ${all.map((name) => `${name} { value }`).join(" ")} } }
      each: pressItemFigures(${period}, groupBy: [PRESS_VERDICT]) { rows { pressVerdict pressClustersVerified { value } } }
    }`);
    const of = (verdict: string): number =>
      each.rows.find((row: Json) => row.pressVerdict === verdict)?.pressClustersVerified.value ?? 0;
    return {
      ...Object.fromEntries(all.map((name) => [name, one.rows[0][name].value as number])),
      ...{ TRUE: of("TRUE"), FALSE: of("FALSE") },
    };
  }

  it("are what they are without an entry made in error, unless a later one rests on it", async () => {
    const pressItemId = await verified("FALSE");
    await done("replyToPressItem", { pressItemId, sentOn: "2024-06-03", document: "8/SYT" }, clerk);
    const entryOf = async (type: string): Promise<string> => {
      const asked = "query ($id: ID!) { timeline(subjects: [$id], first: 20) { nodes { type event { id } } } }";
      const { nodes } = (await api.ask(asked, { id: pressItemId })).timeline as Json;
      return nodes.find((one: Json) => one.type === type).event.id as string;
    };
    const takeBack = async (type: string): Promise<Json> =>
      give("takeBackPressItemEntry", { pressItemId, entryId: await entryOf(type), reason: "Ghi nhầm" });
    expect((await takeBack("PressItemCaptured")).code).to.equal("ENTRY_STAYS");
    expect((await takeBack("PressItemAssigned")).code).to.equal("ENTRY_RESTED_ON");
    expect((await takeBack("PressItemReplySent")).entity).to.be.an("object");
    expect(await shown(pressItemId, "status requests { document } assignments { handledOn }")).to.deep.equal({
      ...{ status: "VERIFIED", requests: [], assignments: [{ handledOn: null }] },
    });
  });

  it("are corrected and shown as they were recorded", async () => {
    const pressItemId = await capture({ reporterId: world.carded });
    const fix = (more: Record<string, unknown>): Promise<Json> =>
      give("correctPressItem", { pressItemId, reason: "Sai", ...more });
    expect(codeOf(await fix({ topic: "HEALTH" }))).to.deep.equal(["CORRECTION_CHANGES_NOTHING", []]);
    await fix({ outletName: "Trang tin", authorName: "An Lê", page: "5" });
    expect(await shown(pressItemId, "outletName agency { id } authorName reporter { id } page")).to.deep.equal({
      ...{ outletName: "Trang tin", agency: null, authorName: "An Lê", reporter: null, page: "5" },
    });
    const address = { pressItemId, url: "https://tin.vn/1", capturedAt: "2024-06-02T05:00:00.000Z" };
    await done("addPressItemAddress", address);
    expect(codeOf(await give("addPressItemAddress", address))).to.deep.equal(["PRESS_ITEM_ADDRESS_KNOWN", ["url"]]);
    await done("addPressItemAddress", { ...address, sha256: HASH });
    expect((await shown(pressItemId, "addresses { sha256 }")).addresses).to.have.length(2);
  });
});
