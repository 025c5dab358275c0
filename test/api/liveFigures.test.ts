import { expect } from "chai";
import { ANALYST, Api, type Json } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";
import { act, decisionOn, minutedCase } from "../support/enforcement.js";
import { FeedReader } from "../support/feeds.js";
import { CasePlay } from "../support/violationCases.js";

const PERIOD = { from: "2019-09-01", to: "2019-09-30" };
const WORDS = `... on CaughtUp { cursor } ... on Heartbeat { cursor position }`;
const VISITS = `subscription ($after: String, $period: Period!, $groupBy: [VisitFigureDimension!]! = [], $filter: VisitFigureFilter,
    $unitBasis: UnitBasis! = AS_RECORDED) {
  visitFigureChanges(after: $after, period: $period, groupBy: $groupBy, filter: $filter, unitBasis: $unitBasis) {
    __typename
    ... on VisitFigureChange { cursor table { basis { position } rows { unit { name } visits { value } } } }
    ${WORDS}
  }
}`;
const MOVED = VISITS.replace("table {", "movedBy { type } table {");
const FINES = `subscription ($period: Period!) {
  enforcementFigureChanges(period: $period) {
    __typename
    ... on EnforcementFigureChange { cursor movedBy { type } table { rows { decisions { value } finesDecided { value } } } }
    ${WORDS}
  }
}`;

describe("live figures", () => {
  let api: Api;
  let world: Cast;

  beforeEach(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  afterEach(() => api.close());

  const open = (text: string, variables = {}, principal: Parameters<Api["subscribe"]>[2] = null): Promise<FeedReader> =>
    FeedReader.open(api, text, { period: PERIOD, ...variables }, principal);
  const visitsOf = ({ table }: Json): number[] => table.rows.map(({ visits }: Json) => visits.value);

  it("tell the value first, then each change of it, on the same basis as a question", async () => {
    await api.done("registerVisit", walkIn(world));
    const reader = await open(VISITS);
    const [first] = await reader.untilCaughtUp();
    expect(visitsOf(first)).to.deep.equal([1]);
    const visit = await api.done("registerVisit", walkIn(world, { topic: "LAND" }));
    const second = await reader.next();
    expect(visitsOf(second)).to.deep.equal([2]);
    const asked = `query ($period: Period!, $at: Position!) { visitFigures(period: $period, asOf: { position: $at }) { basis { position } rows { unit { name } visits { value } } } }`;
    const answer = await api.ask(asked, { period: PERIOD, at: second.table.basis.position });
    expect(second.table).to.deep.equal(answer.visitFigures);
    await api.done("voidVisit", { visitId: visit, reason: "Nhập nhầm" });
    expect(visitsOf(await reader.next())).to.deep.equal([1]);
    await reader.leave();
  });

  it("say nothing of events that do not move them", async () => {
    const reader = await open(VISITS, { filter: { topics: ["LAND"] } });
    await reader.untilCaughtUp();
    await api.done("registerVisit", walkIn(world));
    await api.done("registerVisit", walkIn(world, { topic: "LAND" }));
    expect(visitsOf(await reader.next())).to.deep.equal([1]);
    await reader.leave();
  });

  it("of a unit tell that a visit goes to another; of a person, of a merger and that it was taken back", async () => {
    const visitId = await api.done("registerVisit", walkIn(world));
    await api.done("registerVisit", walkIn(world, { reporterIds: [world.uncarded] }));
    const ofUnit = await open(VISITS, { filter: { unitIds: [world.health] } });
    expect(visitsOf((await ofUnit.untilCaughtUp())[0])).to.deep.equal([2]);
    await api.done("amendVisit", { visitId, hostIds: [world.land], reason: "Sai đơn vị" });
    expect(visitsOf(await ofUnit.next())).to.deep.equal([1]);
    await ofUnit.leave();
    const turns = VISITS.replaceAll("visits {", "visits: reporterTurns {");
    const ofPerson = await open(turns, { filter: { reporterIds: [world.uncarded] } }, ANALYST);
    expect(visitsOf((await ofPerson.untilCaughtUp())[0])).to.deep.equal([1]);
    await api.done("mergeReporter", { reporterId: world.uncarded, intoId: world.carded, reason: "Nhập hai lần" });
    expect(visitsOf(await ofPerson.next())).to.deep.equal([2]);
    await api.done("takeBackReporterMerger", { reporterId: world.uncarded, reason: "Hai người" });
    expect(visitsOf(await ofPerson.next())).to.deep.equal([1]);
    await ofPerson.leave();
  });

  it("tell those who may read the records which events moved them, and nobody else", async () => {
    const reader = await open(MOVED, {}, ANALYST);
    const [first] = await reader.untilCaughtUp();
    expect(first.movedBy).to.deep.equal([]);
    await api.done("registerVisit", walkIn(world));
    expect((await reader.next()).movedBy).to.deep.equal([{ type: "VisitRegistered" }]);
    await reader.leave();
    const nobody = await open(MOVED);
    expect(visitsOf((await nobody.untilCaughtUp())[0])).to.deep.equal([1]);
    await api.done("registerVisit", walkIn(world, { topic: "LAND" }));
    expect(await nobody.next().catch((error: Error) => error.message)).to.contain("token");
    await nobody.leave();
  });

  it("resume: the value is told again only when it has changed since", async () => {
    const reader = await open(VISITS);
    const [{ cursor }] = await reader.untilCaughtUp();
    await reader.leave();
    const same = await open(VISITS, { after: cursor });
    expect(await same.untilCaughtUp()).to.deep.equal([]);
    await same.leave();
    await api.done("registerVisit", walkIn(world));
    const changed = await open(VISITS, { after: cursor });
    expect((await changed.untilCaughtUp()).map(visitsOf)).to.deep.equal([[1]]);
    await changed.leave();
  });

  it("move with a merger of units when they are counted under successors", async () => {
    await api.done("registerVisit", walkIn(world));
    const reader = await open(VISITS, { groupBy: ["UNIT"], unitBasis: "AS_SUCCESSOR" });
    expect((await reader.untilCaughtUp())[0].table.rows[0].unit.name).to.equal("Sở Y tế");
    const newUnit = { kind: "DEPARTMENT", name: "Sở Y tế và Môi trường" };
    const fromIds = [world.health, world.land];
    await api.done("mergeUnits", { fromIds, newUnit, legalBasis: "NQ", effectiveOn: "2019-09-10" });
    expect((await reader.next()).table.rows[0].unit.name).to.equal("Sở Y tế và Môi trường");
    await reader.leave();
  });

  it("are public, but for the question which reporter went where", async () => {
    const refused = open(VISITS, { groupBy: ["REPORTER"] });
    expect(await refused.catch((error: Error) => error.message)).to.contain("token");
    const wrong = open(VISITS, { period: { from: "2019-09-30", to: "2019-09-01" } });
    expect(await wrong.catch((error: Error) => error.message)).to.contain("ends before");
  });

  it("tell of enforcement: decisions and their fines", async () => {
    const enforcement = { cast: world, cases: new CasePlay(api, world), issuer: world.land };
    const reader = await open(FINES, {}, ANALYST);
    expect((await reader.untilCaughtUp())[0].table.rows).to.deep.equal([
      { decisions: { value: 0 }, finesDecided: { value: "0" } },
    ]);
    const found = await minutedCase(api, enforcement);
    await act(api, "issueSanction", decisionOn(enforcement, found));
    let change = await reader.next();
    while (change.table.rows[0].decisions.value === 0) change = await reader.next();
    expect(change.table.rows).to.deep.equal([{ decisions: { value: 1 }, finesDecided: { value: "25000000" } }]);
    expect(change.movedBy).to.deep.include({ type: "SanctionIssued" });
    await reader.leave();
  });
});
