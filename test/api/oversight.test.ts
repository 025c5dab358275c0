import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import { SINCE } from "../support/cast.js";
import { enforcementWorld, type EnforcementWorld } from "../support/enforcement.js";

const DAY = "2019-09-10";
const COMMITTEE: Principal = { subject: "committee-1", role: "OVERSIGHT", unitId: null };
const PERIOD = { from: "2018-01-01", to: "2019-11-18" };

describe("oversight", () => {
  let api: Api;
  let world: EnforcementWorld;
  beforeEach(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  afterEach(() => api.close());

  const give = (name: string, input: Record<string, unknown>, by = COMMITTEE): Promise<Json> =>
    api.command(name, input, by);
  const done = (name: string, input: Record<string, unknown>, by = COMMITTEE): Promise<string> =>
    api.done(name, input, by);
  async function session(): Promise<string> {
    const oversightId = await done("decideOversight", {
      ...{ title: "Phát ngôn, cung cấp thông tin", committee: "Ban Văn hóa – Xã hội", matters: ["STATEMENTS"] },
      ...{ supervisedIds: [world.cast.health], decision: "12/QĐ-HĐND", decidedOn: DAY },
    });
    await done("holdOversightSession", { oversightId, sessionAt: "2019-09-10T02:00:00.000Z" });
    return oversightId;
  }
  const FIGURE = `... on CountFigure { value evidence(first: 5) { nodes { event { type } } } }`;
  const shown = async (id: string, fields: string, by: Principal | null = COMMITTEE): Promise<Json> =>
    (await api.ask(`query ($id: OversightId!) { oversight(id: $id) { ${fields} } }`, { id }, by)).oversight;

  it("keeps a figure as it was laid, with its evidence, beside today's and why it moved", async () => {
    const oversightId = await session();
    const visitId = await done(
      "registerVisit",
      {
        ...{ hostIds: [world.cast.health], reporterIds: [world.cast.carded], topic: "HEALTH", subject: "Dịch bệnh" },
      },
      OFFICER,
    );
    await done("layOversightFigure", { oversightId, label: "Lượt phóng viên", measure: "REPORTER_TURNS", ...PERIOD });
    await done("voidVisit", { visitId, reason: "Nhập nhầm" }, OFFICER);
    const { figures } = await shown(
      oversightId,
      `figures { label value asLaid { ${FIGURE} } today { ${FIGURE} } movement { ... on CountMovement { before after causes { cause sum } } } }`,
    );
    const [{ movement, ...figure }] = figures;
    expect(figure).to.deep.equal({
      ...{ label: "Lượt phóng viên", value: "1" },
      asLaid: { value: 1, evidence: { nodes: [{ event: { type: "VisitRegistered" } }] } },
      today: {
        value: 0,
        evidence: { nodes: [{ event: { type: "VisitRegistered" } }, { event: { type: "VisitVoided" } }] },
      },
    });
    expect([movement.before, movement.after]).to.deep.equal([1, 0]);
    expect(movement.causes.filter(({ sum }: Json) => sum !== 0)).to.deep.equal([{ cause: "ANNULMENTS", sum: -1 }]);
    const [{ figureId }] = (await shown(oversightId, "figures { figureId }")).figures;
    const one = (id: string): Promise<Json> =>
      shown(oversightId, `figure(figureId: "${id}") { label asLaid { ${FIGURE} } }`);
    expect((await one(figureId)).figure).to.deep.equal({ label: figure.label, asLaid: figure.asLaid });
    expect((await one(oversightId)).figure).to.equal(null);
  });

  it("asks a figure as it stood, of some units, and refuses what is no figure", async () => {
    const oversightId = await session();
    const lay = (more: Record<string, unknown>): Promise<Json> =>
      give("layOversightFigure", { oversightId, label: "Số liệu", measure: "VISITS", ...PERIOD, ...more });
    const of = ({ code, path }: Json): unknown => [code, path];
    expect(of(await lay({ measure: "VISIT" }))).to.deep.equal(["OVERSIGHT_FIGURE_UNKNOWN", ["measure"]]);
    const byReporter = { filters: [{ dimension: "REPORTER", values: ["x"] }] };
    expect(of(await lay(byReporter))).to.deep.equal(["OVERSIGHT_FIGURE_NOT_SO", ["filters"]]);
    expect(of(await lay({ from: "2020-01-01", to: "2019-01-01" }))).to.deep.equal([
      "OVERSIGHT_PERIOD_BACKWARDS",
      ["to"],
    ]);
    await done("layOversightFigure", {
      ...{ oversightId, label: "Trước đây", measure: "FINES_DECIDED", ...PERIOD, asOf: "2019-01-01T00:00:00.000Z" },
    });
    const { figures } = await shown(oversightId, "figures { value on }");
    expect(figures).to.deep.equal([{ value: "0", on: "2019-01-01" }]);
  });

  it("follows each recommendation on two axes, with any record as evidence", async () => {
    const oversightId = await session();
    const { health, education } = { health: world.cast.health, education: world.issuer };
    await done("makeOversightRecommendation", { oversightId, unitId: health, what: "Chấn chỉnh", dueOn: "2019-12-31" });
    const [{ recommendationId }] = (await shown(oversightId, "recommendations { recommendationId }")).recommendations;
    const clerk = (unitId: string): Principal => ({ subject: "c", role: "CLERK", unitId: unitId.split(":")[1]! });
    const it = { oversightId, recommendationId };
    const open = await give("concludeOversight", {
      ...{ oversightId, conclusion: "5/KL", concludedOn: DAY, conclusionText: "Cơ bản chấp hành" },
    });
    expect(open.entity, JSON.stringify(open)).to.be.an("object");
    const answer = { ...it, accepts: true, responseOn: DAY };
    expect((await give("answerOversightRecommendation", answer, clerk(education))).code).to.equal("NOT_YOUR_UNIT");
    await done("answerOversightRecommendation", answer, clerk(health));
    await done("planOversightRecommendation", { ...it, plannedFor: "2019-11-30" }, clerk(health));
    const nothing = "Visit:00000000-0000-4000-8000-000000000000";
    const reported = { ...it, doneOn: DAY, how: "Đã tập huấn", evidenceIds: [nothing] };
    expect(await give("reportOversightRecommendationDone", reported, clerk(health))).to.deep.include({
      ...{ code: "OVERSIGHT_EVIDENCE_NOT_FOUND", path: ["evidenceIds", "0"] },
    });
    await done("reportOversightRecommendationDone", { ...reported, evidenceIds: [health] }, clerk(health));
    await done("confirmOversightRecommendation", { ...it, confirmedOn: DAY });
    const fields = "recommendations { response progress evidence { __typename id } unit { id } }";
    expect((await shown(oversightId, fields)).recommendations).to.deep.equal([
      {
        ...{ response: "ACCEPTED", progress: "CONFIRMED", unit: { id: health } },
        evidence: [{ __typename: "Unit", id: health }],
      },
    ]);
    await done("reopenOversightRecommendation", { ...it, reason: "Chưa đạt" });
    const { recommendations } = await shown(oversightId, "recommendations { progress evidence { id } }");
    expect(recommendations).to.deep.equal([{ progress: "OPEN", evidence: [] }]);
  });

  it("is written by the committee, under the law of the day", async () => {
    const oversightId = await session();
    expect((await shown(oversightId, "law status")) as Json).to.deep.equal({ law: "SUP-2015", status: "IN_SESSION" });
    const refused = await give("cancelOversight", { oversightId, endedOn: DAY, reason: "x" }, OFFICER);
    expect(refused.code).to.equal("NOT_ALLOWED");
    api.now = "2026-04-01T03:00:00.000Z";
    const later = await done("programmeOversight", {
      ...{ title: "Giám sát lại", committee: "Ban VHXH", matters: ["STAFF"], supervisedIds: [world.cast.health] },
    });
    expect((await shown(later, "law")).law).to.equal("SUP-2025");
  });

  it("of what was entered in error leaves nothing, and history shows it", async () => {
    const oversightId = await session();
    await done("layOversightFigure", { oversightId, label: "Lượt", measure: "VISITS", ...PERIOD });
    const [{ figureId }] = (await shown(oversightId, "figures { figureId }")).figures;
    await done("recordOversightFinding", { oversightId, matter: "STATEMENTS", what: "Tốt", figureIds: [figureId] });
    const [{ findingId }] = (await shown(oversightId, "findings { findingId }")).findings;
    expect((await give("withdrawOversightFigure", { oversightId, figureId, reason: "x" })).code).to.equal(
      "OVERSIGHT_FIGURE_IN_FINDING",
    );
    await done("withdrawOversightFinding", { oversightId, findingId, reason: "Nhầm" });
    await done("withdrawOversightFigure", { oversightId, figureId, reason: "Nhầm" });
    expect(await shown(oversightId, "figures { label } findings { what }")).to.deep.equal({
      figures: [],
      findings: [],
    });
    const unit = await done(
      "registerUnit",
      { unit: { kind: "DEPARTMENT", name: "Sở X" }, ...SINCE },
      {
        ...COMMITTEE,
        role: "ADMIN",
      },
    );
    await done("correctOversight", { oversightId, supervisedIds: [unit], reason: "Ghi nhầm đơn vị" });
    await done("voidOversight", { oversightId, reason: "Nhập nhầm" });
    const { oversightFigures } = await api.ask(
      `{ oversightFigures(period: { from: "2019-01-01", to: "2019-12-31" }) { rows { supervisions { value } unitsSupervised { value } } } }`,
    );
    expect(oversightFigures.rows).to.deep.equal([{ supervisions: { value: 0 }, unitsSupervised: { value: 0 } }]);
  });
});
