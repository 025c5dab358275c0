import { expect } from "chai";
import { encode } from "../../src/eventstore/codec.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";
// After the API itself, which brings what decorators need.
import { MAX_VERSIONS } from "../../src/graphql/record/documents.js";

const VIEWS = `query ($id: ID!, $asOf: AsOf, $validAt: LocalDate, $since: Position) {
  record(id: $id, asOf: $asOf, validAt: $validAt) {
    id basis { position validAt } events { nodes { type revision } } compiled { path value }
    versioned(since: $since) { fields { path values {
      value until event { type position occurredAt recordedAt actor { subject role } } } } } } }`;
const DIFFERENCE = `query ($id: ID!, $from: AsOf!, $to: AsOf, $validAt: LocalDate) {
  recordDifference(id: $id, from: $from, to: $to, validAt: $validAt) {
    changes { path before after event { type } } fromBasis { position } toBasis { position } } }`;

describe("a record in three views", () => {
  let api: Api;
  let world: Cast;
  let visit: string;
  const at: Record<string, string> = {};

  before(async () => {
    api = await Api.open();
    world = await cast(api);
    visit = await api.done("registerVisit", walkIn(world, { subject: "Công tác phòng dịch" }));
    at["registered"] = await head();
    api.pass(3_600_000);
    const outcome = { answerForm: "ORAL", summary: "Đã trả lời" };
    const documents = [{ reporterId: world.carded, kind: "PRESS_CARD", number: "IBT 00123" }];
    await api.done("checkDocuments", { visitId: visit, documents });
    await api.done("startVisitSession", { visitId: visit });
    await api.done("recordVisitOutcome", { visitId: visit, outcome });
    api.pass(3_600_000);
    const amended = { visitId: visit, reason: "Ghi nhầm", subject: "Công tác tiêm chủng", hostIds: [world.land] };
    await api.done("amendVisit", amended);
  });
  after(() => api.close());

  const head = async (): Promise<string> => (await api.ask("{ ledger { position } }")).ledger.position as string;
  const views = async (id: string, more: object = {}, principal = OFFICER): Promise<Json> =>
    (await api.ask(VIEWS, { id, ...more }, principal)).record;
  const fieldsOf = (compiled: Json[]): Json => Object.fromEntries(compiled.map(({ path, value }) => [path, value]));
  const historyOf = ({ versioned }: Json): Json =>
    Object.fromEntries(versioned.fields.map(({ path, values }: Json) => [path, values]));

  it("tells its events, its fields, and each field's values with who is responsible, on both clocks", async () => {
    const record = await views(visit);
    expect(record.events.nodes.map((event: Json) => event.type)).to.deep.equal([
      "VisitRegistered",
      "VisitDocumentsChecked",
      "VisitSessionStarted",
      "VisitOutcomeRecorded",
      "VisitAmended",
    ]);
    const fields = fieldsOf(record.compiled);
    expect(fields).to.include({ status: "COMPLETED", subject: "Công tác tiêm chủng", "outcome.summary": "Đã trả lời" });
    expect(fields[`reporters[${world.carded}].agencyName`]).to.equal("Báo Thanh Hóa");
    expect(fields[`hosts[${world.land}].name`]).to.equal("Sở Tài nguyên và Môi trường");
    const { subject, [`hosts[${world.health}].name`]: host, status } = historyOf(record);
    expect(subject.map((one: Json) => [one.value, one.event.type])).to.deep.equal([
      ["Công tác phòng dịch", "VisitRegistered"],
      ["Công tác tiêm chủng", "VisitAmended"],
    ]);
    expect(subject[0].until).to.equal(subject[1].event.position);
    expect(subject[1].event).to.deep.include({
      actor: { subject: "officer-1", role: "PRESS_OFFICER" },
      occurredAt: "2019-09-10T05:00:00.000Z",
      recordedAt: "2019-09-10T05:00:00.000Z",
    });
    expect(host.map((one: Json) => one.value)).to.deep.equal(["Sở Y tế", null]);
    expect(status.map((one: Json) => one.value)).to.deep.equal([
      "ARRIVED",
      "DOCUMENTS_CHECKED",
      "IN_SESSION",
      "COMPLETED",
    ]);
  });

  it("compiled is what is versioned last; what stood at `since` has no event", async () => {
    const { compiled, versioned } = await views(visit, { since: at["registered"] });
    const last = versioned.fields.map(({ path, values }: Json) => [path, values.at(-1).value]);
    const standing = last.filter(([, value]: Json) => value !== null);
    expect(Object.fromEntries(standing)).to.deep.equal(fieldsOf(compiled));
    const { subject } = historyOf({ versioned });
    expect(subject.map((one: Json) => one.event?.type ?? null)).to.deep.equal([null, "VisitAmended"]);
  });

  it("as of a position is what the same question answered then", async () => {
    const now = await views(visit);
    await api.done("reportObstacle", { visitId: visit, description: "Bị chậm trả lời" });
    expect(await views(visit, { asOf: { position: now.basis.position } })).to.deep.equal(now);
    expect(fieldsOf((await views(visit)).compiled)).to.include({ "obstacles[0]": "Bị chậm trả lời" });
  });

  it("differs between two points by these fields, for which these events are responsible", async () => {
    const { recordDifference } = await api.ask(DIFFERENCE, { id: visit, from: { position: at["registered"] } });
    const told = Object.fromEntries(
      recordDifference.changes.map(({ path, before, after, event }: Json) => [path, [before, after, event.type]]),
    );
    expect(told).to.deep.include({
      status: ["ARRIVED", "COMPLETED", "VisitOutcomeRecorded"],
      subject: ["Công tác phòng dịch", "Công tác tiêm chủng", "VisitAmended"],
      [`hosts[${world.health}].name`]: ["Sở Y tế", null, "VisitAmended"],
    });
    expect(told).not.to.have.any.keys("topic", `reporters[${world.carded}].name`);
    const backwards = await api.tryAsk(DIFFERENCE, {
      id: visit,
      from: { position: recordDifference.toBasis.position },
      to: { position: at["registered"] },
    });
    expect(backwards.errors).to.deep.equal([{ message: "`from` lies after `to`.", code: "BAD_USER_INPUT" }]);
  });

  it("is there for registers too, and for nobody without a role", async () => {
    for (const id of [world.health, world.agency, world.carded]) {
      const record = await views(id, {}, ANALYST);
      expect(record.compiled, id).to.not.be.empty;
      const history = historyOf(record);
      for (const { path, value } of record.compiled as Json[]) {
        expect(history[path].at(-1).value, `${id} ${path}`).to.equal(value);
        expect(history[path].at(-1).event, `${id} ${path}`).not.to.equal(null);
      }
    }
    expect((await api.tryAsk(VIEWS, { id: world.health }, null)).errors[0]?.code).to.equal("UNAUTHENTICATED");
    expect(await views("Visit:00000000-0000-4000-8000-000000000000")).to.equal(null);
    expect((await api.tryAsk(VIEWS, { id: "Visit" })).errors[0]?.code).to.equal("BAD_USER_INPUT");
    expect((await api.tryAsk(DIFFERENCE, { id: visit, from: { position: "P1-999999" } })).errors[0]?.code).to.equal(
      "POSITION_AHEAD",
    );
  });

  it("of hundreds of events is told in stretches; its difference over all of them names no event", async () => {
    const other = await api.done("registerVisit", walkIn(world, { reporterIds: [world.uncarded] }));
    const begun = await head();
    const middle = await withObstacles(other, MAX_VERSIONS);
    await withObstacles(other, 3);
    const tooMany = await api.tryAsk(VIEWS, { id: other });
    expect(tooMany.errors[0]?.code).to.equal("BAD_USER_INPUT");
    expect(tooMany.errors[0]?.message).to.match(/since/);
    const { compiled, versioned } = await views(other, { since: middle });
    expect(versioned.fields.length).to.equal(compiled.length);
    const { changes } = (await api.ask(DIFFERENCE, { id: other, from: { position: begun } })).recordDifference;
    expect(changes.length).to.equal(MAX_VERSIONS + 3);
    expect(changes.every(({ event }: Json) => event === null)).to.equal(true);
    const last = await api.ask(DIFFERENCE, { id: other, from: { position: middle } });
    expect(last.recordDifference.changes.map(({ event }: Json) => event.type)).to.deep.equal(
      Array(3).fill("VisitObstacleReported"),
    );
  });

  it("of many fields is told in shorter stretches, however often one answer asks for it", async () => {
    const long = await api.done("registerVisit", walkIn(world, { reporterIds: [world.uncarded] }));
    const begun = await withObstacles(long, 600);
    const middle = await withObstacles(long, MAX_VERSIONS - 10);
    await withObstacles(long, 5);
    const { errors } = await api.tryAsk(VIEWS, { id: long, since: begun });
    expect(errors.map(({ code }) => code)).to.deep.equal(["BAD_USER_INPUT"]);
    expect(errors[0]?.message).to.match(/since/);
    const { compiled, versioned } = await views(long, { since: middle });
    expect(versioned.fields.length).to.equal(compiled.length);
    const { changes } = (await api.ask(DIFFERENCE, { id: long, from: { position: begun } })).recordDifference;
    expect(changes.length).to.equal(MAX_VERSIONS - 5);
    expect(changes.every(({ event }: Json) => event === null)).to.equal(true);
    const again = [1, 2, 3].map((nth) => `again${nth}: versioned(since: "${begun}") { fields { path } }`).join(" ");
    const often = await api.tryAsk(`query ($id: ID!) { record(id: $id) { ${again} } }`, { id: long });
    expect(often.errors.some(({ message }) => message.includes("too many fields for one answer"))).to.equal(true);
  });

  /** Obstacles of a visit, straight into the log, in one append. Answers with the position of the last. */
  async function withObstacles(id: string, count: number): Promise<string> {
    const { log, reads } = api.ledger;
    const visitId = id.slice(id.indexOf(":") + 1);
    const stream = `visit-${visitId}`;
    const commandId = api.commandId();
    const actor = { subject: "officer-1", role: "PRESS_OFFICER", unitId: null, unitName: null } as const;
    const events = Array.from({ length: count }, (_, nth) => ({
      type: "VisitObstacleReported",
      data: { visitId, description: `Trở ngại ${nth}` },
      occurredAt: api.time.toISOString(),
    }));
    const envelope = { actor, commandId, commandHash: "hash", correlationId: commandId };
    const expected = (await log.readStream(stream)).length - 1;
    const { position } = await log.append(stream, expected, encode(events, envelope));
    expect(await reads.reached(position)).to.equal(true);
    return `P1-${position}`;
  }

  it("shows the numbers of papers as the reader may see them, in every view", async () => {
    const number = (record: Json): string => fieldsOf(record.compiled)["cards[0].number"] as string;
    expect(number(await views(world.carded))).to.equal("IBT00123");
    const masked = await views(world.carded, {}, ANALYST);
    expect(number(masked)).to.equal("•••• 123");
    expect(JSON.stringify(masked)).not.to.include("IBT00123");
  });
});
