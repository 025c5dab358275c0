import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast } from "../support/cast.js";

const INSPECTOR: Principal = { subject: "inspector-1", role: "INSPECTOR", unitId: null };
const SHOWN = `query ($id: InspectionId!, $on: LocalDate, $asOf: AsOf) { inspection(id: $id, asOf: $asOf) {
  id revision status kind title plan decisionNumber decidedOn lead { name unit { id } }
  coordinators { name role unit { id } } team { name role } targets { id kind name unit { id } }
  periodExamined { from to } onSite { from to } announcedOn startedOn report { on draftDueOn } draftedOn
  reservedOpinions { by opinion } conclusion { number signedOn } publication { on forms address } closedOn
  findings { id description isViolation target { name } }
  recommendations(first: 5) { nodes { id state what dueOn overdue(on: $on) addressee { name } assignee { name }
    progress { state } inspection { id } } }
  deadlines { key from dueOn isNotified doneOn late overdue(on: $on) }
  overlaps { target { name } inspection { id } } reinspects { id } reinspections { id }
  corrections { reason } duplicateOf { id } lateEntryReason } }`;

describe("inspections through the API", () => {
  let api: Api;
  let world: Cast;
  beforeEach(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  afterEach(() => api.close());

  const decision = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    kind: "SPECIALISED_INSPECTION",
    title: "Thanh tra hoạt động in, phát hành",
    lead: { unitId: world.land },
    coordinators: [
      { unitId: world.health, role: "TEAM_MEMBERS" },
      { name: "Đội liên ngành phòng, chống in lậu", role: "LOCAL_FORCES" },
    ],
    targets: [{ kind: "HOUSEHOLD_BUSINESS", name: "Nguyễn Văn Sách" }],
    onSite: { from: "2019-09-10", to: "2019-09-20" },
    decisionNumber: "45/QĐ-TTr",
    decidedOn: "2019-09-10",
    team: [{ name: "Lê Văn An", role: "HEAD" }],
    periodExamined: { from: "2018-01-01", to: "2019-06-30" },
    ...more,
  });
  const done = (name: string, input: Record<string, unknown>): Promise<string> => api.done(name, input, INSPECTOR);
  const shown = async (id: string, more: object = {}, principal: Principal = INSPECTOR): Promise<Json> =>
    (await api.ask(SHOWN, { id, ...more }, principal)).inspection;

  it("go all the way from the plan to the end, each step on its day", async () => {
    const { kind, title, lead, targets } = decision();
    const onSite = { from: "2019-09-15", to: "2019-09-25" };
    const id = await done("planInspection", { plan: "KH 01/KH-TTr", kind, title, lead, targets, onSite });
    const planned = await shown(id);
    expect(planned).to.include({ status: "PLANNED", plan: "KH 01/KH-TTr", decidedOn: null });
    const kept = [{ targetId: planned.targets[0].id, kind: "HOUSEHOLD_BUSINESS", name: "Nguyễn Văn Sách" }];
    expect(await done("decideInspection", decision({ plannedInspectionId: id, targets: kept }))).to.equal(id);
    const step = (name: string, more: object = {}): Promise<string> => {
      api.pass(86_400_000);
      return done(name, { inspectionId: id, ...more });
    };
    await step("announceInspection");
    await step("startFieldwork");
    await step("extendInspection", { until: "2019-09-30", document: "QĐ 50", reason: "Phức tạp" });
    await step("suspendInspection", { reason: "Thiên tai" });
    await step("resumeInspection");
    await step("recordFinding", {
      targetId: planned.targets[0].id,
      description: "Sách không có hóa đơn",
      isViolation: true,
    });
    await step("endFieldwork");
    await step("reportInspection", { summary: "Đã xong", draftDueOn: "2019-09-20" });
    await step("draftConclusion", { reservedOpinions: [{ by: "Trần Thị Bình", opinion: "Chưa đủ chứng cứ" }] });
    await step("concludeInspection", { number: "9/KL-TTr", signedOn: "2019-09-20", summary: "Có vi phạm" });
    const finding = (await shown(id)).findings[0];
    await step("makeRecommendation", {
      addressee: { unitId: world.health },
      what: "Chấn chỉnh",
      dueOn: "2019-10-01",
      findingId: finding.id,
    });
    await step("publishConclusion", { forms: ["PORTAL"], address: "https://thanhhoa.gov.vn/kl/9" });
    await step("startImplementation", { document: "CV 77" });
    const early = await api.command("closeInspection", { inspectionId: id }, INSPECTOR);
    expect(early).to.include({ __typename: "RuleRefused", code: "RECOMMENDATIONS_OPEN" });
    const { id: recommendationId } = (await shown(id)).recommendations.nodes[0];
    const progress = { recommendationId, assignee: { name: "Phòng Văn hóa" } };
    await step("recordRecommendationProgress", { ...progress, state: "ASSIGNED" });
    for (const state of ["IN_PROGRESS", "DONE", "VERIFIED"])
      await step("recordRecommendationProgress", { recommendationId, state });
    await step("closeInspection");

    const end = await shown(id);
    expect(end).to.deep.include({
      status: "CLOSED",
      periodExamined: { from: "2018-01-01", to: "2019-06-30" },
      onSite: { from: "2019-09-10", to: "2019-09-30" },
      announcedOn: "2019-09-11",
      startedOn: "2019-09-12",
      conclusion: { number: "09/KL-TTr", signedOn: "2019-09-20" },
      reservedOpinions: [{ by: "Trần Thị Bình", opinion: "Chưa đủ chứng cứ" }],
    });
    expect(end.recommendations.nodes[0]).to.deep.include({
      state: "VERIFIED",
      assignee: { name: "Phòng Văn hóa" },
      progress: ["ASSIGNED", "IN_PROGRESS", "DONE", "VERIFIED"].map((state) => ({ state })),
      inspection: { id },
    });
    expect(end.deadlines.map((one: Json) => [one.key, one.isNotified, one.late])).to.deep.equal([
      ["INSPECTION_DRAFT_CONCLUSION", true, false],
      ["INSPECTION_CONCLUSION", false, false],
      ["INSPECTION_PUBLICATION", false, false],
      ["INSPECTION_IMPLEMENTATION", false, false],
    ]);
  });

  it("a check is decided, done with minutes, and closed", async () => {
    const inspectionId = await done("decideInspection", decision({ kind: "CHECK" }));
    await done("recordCheckDone", { inspectionId, minutes: "BB 3", summary: "Không vi phạm" });
    await done("closeInspection", { inspectionId });
    expect((await shown(inspectionId)).status).to.equal("CLOSED");
  });

  it("report what is overdue by the day that is asked, and recommendations too", async () => {
    const inspectionId = await done("decideInspection", decision());
    for (const name of ["announceInspection", "startFieldwork", "endFieldwork"]) await done(name, { inspectionId });
    await done("reportInspection", { inspectionId, summary: "x", draftDueOn: "2019-09-16" });
    const [draft] = (await shown(inspectionId, { on: "2019-09-16" })).deadlines;
    expect(draft).to.deep.include({ dueOn: "2019-09-16", overdue: false, doneOn: null });
    expect((await shown(inspectionId, { on: "2019-09-17" })).deadlines[0].overdue).to.equal(true);
    await done("draftConclusion", { inspectionId });
    await done("concludeInspection", { inspectionId, number: "9", signedOn: "2019-09-10", summary: "x" });
    await done("makeRecommendation", {
      inspectionId,
      addressee: { unitId: world.health },
      what: "Chấn chỉnh",
      dueOn: "2019-10-01",
    });
    const list = `query ($on: LocalDate) { inspectionRecommendations(filter: { overdue: true }, on: $on) { nodes { what } } }`;
    const overdue = async (on: string): Promise<Json> => (await api.ask(list, { on })).inspectionRecommendations.nodes;
    expect(await overdue("2019-10-01")).to.deep.equal([]);
    expect(await overdue("2019-10-02")).to.deep.equal([{ what: "Chấn chỉnh" }]);
  });

  it("one target twice in a year is a warning in the answer; inspected again, it is none", async () => {
    const first = await done("decideInspection", decision());
    const second = await done("decideInspection", decision({ decisionNumber: "46/QĐ-TTr" }));
    expect((await shown(second)).overlaps).to.deep.equal([
      { target: { name: "Nguyễn Văn Sách" }, inspection: { id: first } },
    ]);
    const refused = await api.command("reinspect", decision({ reinspectsId: first }), INSPECTOR);
    expect(refused).to.include({ code: "REINSPECTION_OF_UNCONCLUDED" });
    const checked = await done(
      "decideInspection",
      decision({ kind: "CHECK", targets: [{ kind: "ORGANISATION", name: "In X" }] }),
    );
    await done("recordCheckDone", { inspectionId: checked, minutes: "BB", summary: "x" });
    const again = await done(
      "reinspect",
      decision({ kind: "CHECK", reinspectsId: checked, targets: [{ kind: "ORGANISATION", name: "In X" }] }),
    );
    expect(await shown(again)).to.deep.include({ reinspects: { id: checked }, overlaps: [] });
    expect((await shown(checked)).reinspections).to.deep.equal([{ id: again }]);
  });

  it("are corrected and voided with a reason; what was, can be asked as of then", async () => {
    const first = await api.command("decideInspection", decision(), INSPECTOR);
    const inspectionId = first.entity.id as string;
    const coordinators = [{ unitId: world.health, role: "EXPERTISE" }];
    await done("amendInspection", { inspectionId, coordinators, reason: "Không có đội liên ngành" });
    expect(await shown(inspectionId)).to.deep.include({
      coordinators: [{ name: "Sở Y tế", role: "EXPERTISE", unit: { id: world.health } }],
      corrections: [{ reason: "Không có đội liên ngành" }],
    });
    expect((await shown(inspectionId, { asOf: { position: first.position } })).coordinators).to.have.length(2);
    const other = await done("decideInspection", decision());
    await done("voidInspection", { inspectionId: other, duplicateOfId: inspectionId, reason: "Nhập hai lần" });
    expect(await shown(other)).to.deep.include({ status: "VOIDED", duplicateOf: { id: inspectionId } });
  });

  it("still show what was recommended in them when they are void, on a day too; no list has it", async () => {
    const inspectionId = await done("decideInspection", decision({ kind: "CHECK" }));
    await done("recordCheckDone", { inspectionId, minutes: "BB 3", summary: "Không vi phạm" });
    await done("makeRecommendation", { inspectionId, addressee: { unitId: world.health }, what: "Chấn chỉnh" });
    await done("voidInspection", { inspectionId, reason: "Nhập nhầm" });
    const text = `query ($id: InspectionId!, $on: LocalDate) { inspection(id: $id, validAt: $on) { status
      recommendations { nodes { state } } } inspectionRecommendations { nodes { id } } }`;
    for (const on of [null, "2019-09-10"]) {
      expect(await api.ask(text, { id: inspectionId, on }, INSPECTOR)).to.deep.equal({
        inspection: { status: "VOIDED", recommendations: { nodes: [{ state: "ISSUED" }] } },
        inspectionRecommendations: { nodes: [] },
      });
    }
  });

  it("are found by unit, role, target, words and id", async () => {
    const id = await done("decideInspection", decision());
    const list = async (filter: object | null, principal: Principal = INSPECTOR): Promise<string[]> => {
      const query = `query ($filter: InspectionFilter) { inspections(filter: $filter) { nodes { id } } }`;
      return (await api.ask(query, { filter }, principal)).inspections.nodes.map((node: Json) => node.id);
    };
    expect(await list({ unitId: world.health, role: "COORDINATOR" })).to.deep.equal([id]);
    expect(await list({ unitId: world.health, role: "LEAD" })).to.deep.equal([]);
    expect(await list({ target: "van sach" })).to.deep.equal([id]);
    expect(await list(null)).to.include(id);
    const noFilter = `{ inspectionRecommendations(filter: null) { nodes { id } } }`;
    expect((await api.ask(noFilter)).inspectionRecommendations.nodes).to.be.an("array");
    expect(await list({ target: "van sach" }, ANALYST)).to.deep.equal([]);
    const { search, node } = await api.ask(
      `query ($id: ID!) { search(text: "phat hanh", kinds: [INSPECTION]) { nodes { node { id } } } node(id: $id) { id } }`,
      { id },
    );
    expect([search.nodes, node]).to.deep.equal([[{ node: { id } }], { id }]);
    const { errors } = await api.tryAsk(`{ inspections(filter: { role: LEAD }) { nodes { id } } }`);
    expect(errors[0]?.code).to.equal("BAD_USER_INPUT");
  });

  it("show persons' names, and what was found of them, only to those who may read them; the public sees nothing", async () => {
    const inspectionId = await done("decideInspection", decision());
    await done("announceInspection", { inspectionId });
    await done("startFieldwork", { inspectionId });
    await done("recordFinding", { inspectionId, description: "Nguyễn Văn Sách bán sách lậu", isViolation: true });
    const seen = await shown(inspectionId, {}, ANALYST);
    expect([seen.targets[0].name, seen.findings[0].description]).to.deep.equal(["N••• V••• S•••", null]);
    const { errors } = await api.tryAsk(SHOWN, { id: inspectionId }, null);
    expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
  });

  const READ = `query ($id: InspectionId!) { inspection(id: $id) { suspensions { reason } report { summary }
    reservedOpinions { by opinion } conclusion { summary } cancelled { reason } lateEntryReason
    findings { description target { name } } recommendations { nodes { what progress { note } } } } }`;

  /** What a reader who may not read the names of offenders sees of an inspection of these, before and after it is public. */
  async function readBy(principal: Principal, targets: readonly object[]): Promise<readonly Json[]> {
    const id = await done(
      "decideInspection",
      decision({ decidedOn: "2019-09-09", lateEntryReason: "Nhập bù", targets }),
    );
    const step = (name: string, more: object = {}): Promise<string> => done(name, { inspectionId: id, ...more });
    const read = async (): Promise<Json> => (await api.ask(READ, { id }, principal)).inspection;
    for (const name of ["announceInspection", "startFieldwork"]) await step(name);
    await step("suspendInspection", { reason: "Vắng mặt" });
    await step("resumeInspection");
    await step("recordFinding", { description: "Chung", isViolation: true });
    for (const { id: targetId } of (await shown(id)).targets) {
      await step("recordFinding", { targetId, description: "Riêng", isViolation: true });
    }
    await step("endFieldwork");
    await step("reportInspection", { summary: "Báo cáo" });
    await step("draftConclusion", { reservedOpinions: [{ by: "Trần Thị Bình", opinion: "Không đồng ý" }] });
    await step("concludeInspection", { number: "9/KL", signedOn: "2019-09-10", summary: "Kết luận" });
    await step("makeRecommendation", { addressee: { unitId: world.health }, what: "Chấn chỉnh" });
    const [{ id: recommendationId }] = (await shown(id)).recommendations.nodes;
    const assigned = { state: "ASSIGNED", assignee: { unitId: world.health }, note: "Giao ngay" };
    await step("recordRecommendationProgress", { recommendationId, ...assigned });
    const before = await read();
    await step("publishConclusion", { forms: ["PORTAL"] });
    return [before, await read()];
  }

  it("show each text to whom it may be shown: of organisations all, of persons none but a conclusion that is public", async () => {
    const open = {
      suspensions: [{ reason: "Vắng mặt" }],
      report: { summary: "Báo cáo" },
      reservedOpinions: [{ by: "Trần Thị Bình", opinion: "Không đồng ý" }],
      conclusion: { summary: "Kết luận" },
      cancelled: null,
      lateEntryReason: "Nhập bù",
      recommendations: { nodes: [{ what: "Chấn chỉnh", progress: [{ note: "Giao ngay" }] }] },
    };
    const masked = {
      suspensions: [{ reason: null }],
      report: { summary: null },
      reservedOpinions: [{ by: null, opinion: null }],
      conclusion: { summary: null },
      cancelled: null,
      lateEntryReason: null,
      recommendations: { nodes: [{ what: null, progress: [{ note: null }] }] },
    };
    const organisation = { kind: "ORGANISATION", name: "Công ty in Lam Sơn" };
    const person = { kind: "INDIVIDUAL", name: "Nguyễn Văn Sách" };
    const findings = (all: string | null, ...named: readonly (readonly [string, string | null])[]): object => ({
      findings: [
        { description: all, target: null },
        ...named.map(([name, description]) => ({ description, target: { name } })),
      ],
    });
    const ofOrganisation = { ...open, ...findings("Chung", [organisation.name, "Riêng"]) };
    expect(await readBy(ANALYST, [organisation])).to.deep.equal([ofOrganisation, ofOrganisation]);
    const targets = [organisation, person];
    const all = { ...open, ...findings("Chung", [organisation.name, "Riêng"], [person.name, "Riêng"]) };
    expect(await readBy(INSPECTOR, targets)).to.deep.equal([all, all]);
    const some = { ...masked, ...findings(null, [organisation.name, "Riêng"], ["N••• V••• S•••", null]) };
    expect(await readBy(ANALYST, targets)).to.deep.equal([some, { ...some, conclusion: open.conclusion }]);
  });

  it("are for inspectors to keep, and take no careless input", async () => {
    const denied = await api.command("decideInspection", decision(), OFFICER);
    expect(denied).to.include({ __typename: "NotAllowed", code: "NOT_ALLOWED" });
    const wrong = await api.command(
      "decideInspection",
      decision({ title: " ", targets: [], team: [{ name: "\u200b", role: "HEAD" }] }),
      INSPECTOR,
    );
    const paths = wrong.issues.map((issue: Json) => issue.path.join("."));
    expect([...new Set(paths)]).to.have.members(["title", "targets", "team.0.name"]);
    const both = { unitId: world.land, name: "Sở TNMT" };
    for (const [more, code] of [
      [{ lead: both }, "INSPECTION_BODY_UNCLEAR"],
      [{ lead: {} }, "INSPECTION_BODY_UNCLEAR"],
      [{ targets: [{ kind: "ORGANISATION" }] }, "INSPECTION_TARGET_UNCLEAR"],
      [{ lead: { unitId: "Unit:00000000-0000-4000-8000-000000000000" } }, "UNIT_NOT_FOUND"],
      [{ decidedOn: "2019-09-11" }, "INSPECTION_PAPER_DAY_AHEAD"],
      [{ decidedOn: "2019-09-01" }, "LATE_ENTRY_NEEDS_REASON"],
    ] as const) {
      expect((await api.command("decideInspection", decision(more), INSPECTOR)).code).to.equal(code);
    }
    const ghost = "Inspection:00000000-0000-4000-8000-000000000000";
    const none = await api.command("announceInspection", { inspectionId: ghost }, INSPECTOR);
    expect(none).to.include({ __typename: "NotFound", code: "INSPECTION_NOT_FOUND" });
    const address = { inspectionId: ghost, forms: ["PORTAL"], address: "javascript:alert(1)" };
    expect((await api.command("publishConclusion", address, INSPECTOR)).__typename).to.equal("InvalidInput");
  });

  it("sent twice are done once; of two at once on one revision, one wins", async () => {
    const input = decision({ commandId: api.commandId("twice") });
    const first = await api.command("decideInspection", input, INSPECTOR);
    expect(await api.command("decideInspection", input, INSPECTOR)).to.deep.equal({ ...first, replayed: true });
    const announce = { inspectionId: first.entity.id, expectedRevision: first.entity.revision };
    const race = await Promise.all([1, 2].map(() => api.command("announceInspection", announce, INSPECTOR)));
    expect(race.map((answer) => answer.__typename).sort()).to.deep.equal(["InspectionChanged", "RevisionConflict"]);
  });

  it("are told by a feed, which resumes from its cursors and keeps to its filter", async () => {
    const FEED = `subscription ($after: String, $from: FeedStart! = BEGINNING, $filter: InspectionEventFilter) {
      inspectionEvents(after: $after, from: $from, filter: $filter) {
        ... on InspectionEventItem { cursor event { type } inspection { id status } } ... on CaughtUp { caughtUp: cursor } } }`;
    const drain = async (variables: Record<string, unknown>): Promise<Json[]> => {
      const feed = await api.subscribe(FEED, variables, INSPECTOR);
      const items: Json[] = [];
      for (;;) {
        const { value } = (await feed.next()) as { value: Json };
        if (value.errors) throw new Error(JSON.stringify(value.errors));
        if (value.data.inspectionEvents.caughtUp) break;
        items.push(value.data.inspectionEvents);
      }
      await feed.return?.();
      return items;
    };
    const id = await done("decideInspection", decision());
    await done("announceInspection", { inspectionId: id });
    await done("decideInspection", decision({ coordinators: [] }));
    const all = await drain({});
    expect(all.map((item) => `${item.event.type} ${item.inspection.status}`)).to.deep.equal([
      "InspectionDecided DECIDED",
      "InspectionAnnounced ANNOUNCED",
      "InspectionDecided DECIDED",
    ]);
    for (const [index, { cursor }] of all.entries())
      expect(await drain({ after: cursor })).to.deep.equal(all.slice(index + 1));
    expect(await drain({ filter: { unitId: world.health } })).to.have.length(2);
  });
});
