import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast, checkedWalkIn, walkIn } from "../support/cast.js";

/** 18 November 2019, 16:40 in Vietnam. */
const THAT_AFTERNOON = "2019-11-18T09:40:00.000Z";
/** The next morning, 08:05. */
const NEXT_MORNING = "2019-11-19T01:05:00.000Z";

describe("a day's work", () => {
  let api: Api;
  let world: Cast;
  beforeEach(async () => {
    api = await Api.open(THAT_AFTERNOON);
    world = await cast(api);
  });
  afterEach(() => api.close());

  const eventOf = async (result: Json, principal: Principal = OFFICER): Promise<Json> => {
    const text = `query ($id: ID!) { recordEvents(id: $id, last: 1) {
      nodes { occurredAt recordedAt enteredAt reason } } }`;
    return (await api.ask(text, { id: result.entity.id }, principal)).recordEvents.nodes[0];
  };

  describe("as of the end of a day", () => {
    const LIST = `query ($asOf: AsOf) { visits(asOf: $asOf) { nodes { subject } basis { position recordedAt today } } }`;
    const asked = async (asOf: object): Promise<Json> => (await api.ask(LIST, { asOf })).visits;
    const subjects = async (asOf: object): Promise<string[]> =>
      (await asked(asOf)).nodes.map((visit: Json) => visit.subject);

    it("has what was recorded by midnight in Vietnam, on that day, and says what it rests on", async () => {
      api.now = "2019-11-18T16:59:59.999Z";
      await api.done("registerVisit", walkIn(world, { subject: "Trước nửa đêm" }));
      api.now = "2019-11-18T17:00:00.000Z";
      await api.done("registerVisit", walkIn(world, { subject: "Sau nửa đêm" }));
      api.now = "2019-12-01T03:00:00.000Z";
      const answer = await asked({ endOf: "2019-11-18" });
      expect(answer.nodes).to.deep.equal([{ subject: "Trước nửa đêm" }]);
      expect(answer.basis).to.include({ recordedAt: "2019-11-18T16:59:59.999Z", today: "2019-11-18" });
      expect(await asked({ time: "2019-11-18T16:59:59.999Z" })).to.deep.equal(answer);
      const { position, today } = answer.basis;
      expect(await asked({ position, today })).to.deep.equal(answer);
      expect(await subjects({ endOf: "2019-11-17" })).to.deep.equal([]);
      expect(await subjects({ endOf: "2019-11-19" })).to.have.length(2);
      expect((await asked({ endOf: "2019-11-18", today: "2019-11-20" })).basis.today).to.equal("2019-11-20");
    });

    it("of a day that has not ended has what there is so far", async () => {
      await api.done("registerVisit", walkIn(world));
      for (const endOf of ["2019-11-18", "2019-11-25"]) {
        const { nodes, basis } = await asked({ endOf });
        expect(nodes).to.have.length(1);
        expect(basis.today).to.equal(endOf);
      }
    });

    it("is taken wherever a moment is: of a record, between two of them, of figures, of the whole ledger", async () => {
      const id = await api.done("registerVisit", walkIn(world, { subject: "Ban đầu" }));
      api.now = NEXT_MORNING;
      await api.done("amendVisit", { visitId: id, subject: "Đã sửa", reason: "Nhầm" });
      const text = `query ($id: ID!, $visit: VisitId!) {
        visit(id: $visit, asOf: { endOf: "2019-11-18" }) { subject }
        node(id: $id, asOf: { endOf: "2019-11-18" }) { ... on Visit { subject } }
        record(id: $id, asOf: { endOf: "2019-11-18" }) { events { nodes { type } } }
        recordDifference(id: $id, from: { endOf: "2019-11-18" }, to: { endOf: "2019-11-19" }) {
          changes { path before after } fromBasis { today } toBasis { today } }
        visitFigures(period: { from: "2019-11-01", to: "2019-11-30" }, asOf: { endOf: "2019-11-17" }) { rows { visits { value } } }
        ledgerTimeline(asOf: { endOf: "2019-11-18" }, first: 1) { nodes { type } }
        search(text: "ban đầu", asOf: { endOf: "2019-11-18" }) { nodes { title } } }`;
      const answer = await api.ask(text, { id, visit: id });
      expect(answer.visit).to.deep.equal({ subject: "Ban đầu" });
      expect(answer.node).to.deep.equal({ subject: "Ban đầu" });
      expect(answer.record.events.nodes).to.deep.equal([{ type: "VisitRegistered" }]);
      expect(answer.recordDifference.changes[0]).to.deep.equal({
        path: "subject",
        before: "Ban đầu",
        after: "Đã sửa",
      });
      expect([answer.recordDifference.fromBasis, answer.recordDifference.toBasis]).to.deep.equal([
        { today: "2019-11-19" },
        { today: "2019-11-19" },
      ]);
      expect(answer.visitFigures.rows).to.deep.equal([{ visits: { value: 0 } }]);
      expect(answer.ledgerTimeline.nodes).to.deep.equal([{ type: "VisitRegistered" }]);
      expect(answer.search.nodes).to.deep.equal([{ title: "Ban đầu" }]);
    });

    it("is one way to name a moment, not one of two", async () => {
      const { position } = (await asked({})).basis;
      for (const more of [{ position }, { time: THAT_AFTERNOON }]) {
        const { errors } = await api.tryAsk(LIST, { asOf: { endOf: "2019-11-18", ...more } });
        expect(errors.map(({ code }) => code)).to.deep.equal(["BAD_USER_INPUT"]);
      }
      const { errors } = await api.tryAsk(LIST, { asOf: { endOf: "0000-01-01" } });
      expect(errors).to.have.length(1);
    });
  });

  describe("by a clock that is not ours", () => {
    const registered = (occurredAt: string, more: object = {}): Promise<Json> =>
      api.command("registerVisit", walkIn(world, { occurredAt, ...more }));

    it("up to five minutes ahead happened now, and is recorded so", async () => {
      for (const ahead of ["2019-11-18T09:40:05.000Z", "2019-11-18T09:45:00.000Z"]) {
        expect((await eventOf(await registered(ahead))).occurredAt).to.equal(THAT_AFTERNOON);
      }
      expect(await registered("2019-11-18T09:45:00.001Z")).to.deep.include({
        code: "OCCURRED_IN_FUTURE",
        path: ["occurredAt"],
      });
    });

    it("is the same command when it is sent again, later", async () => {
      const input = walkIn(world, { occurredAt: "2019-11-18T09:44:00.000Z", commandId: api.commandId("ahead") });
      const first = await api.command("registerVisit", input);
      api.pass(120_000);
      expect(await api.command("registerVisit", input)).to.deep.equal({ ...first, replayed: true });
    });

    it("corrects an arrival to now at the latest", async () => {
      const { entity } = await registered("2019-11-18T09:00:00.000Z");
      const amend = (arrivedAt: string): Promise<Json> =>
        api.command("amendVisit", { visitId: entity.id, arrivedAt, reason: "Nhầm giờ" });
      expect(await amend("2019-11-18T09:46:00.000Z")).to.deep.include({ code: "OCCURRED_IN_FUTURE" });
      await amend("2019-11-18T09:43:00.000Z");
      const { visit } = await api.ask(`query ($id: VisitId!) { visit(id: $id) { arrivedAt } }`, { id: entity.id });
      expect(visit.arrivedAt).to.equal(THAT_AFTERNOON);
    });

    it("a little behind comes after the step that came before it", async () => {
      const visitId = await api.done("registerVisit", checkedWalkIn(world));
      const start = (occurredAt: string): Promise<Json> => api.command("startVisitSession", { visitId, occurredAt });
      api.pass(10_000);
      expect(await start("2019-11-18T09:34:59.999Z")).to.deep.include({ code: "STEP_OUT_OF_ORDER" });
      const started = await start("2019-11-18T09:35:00.000Z");
      expect((await eventOf(started)).occurredAt).to.equal(THAT_AFTERNOON);
    });
  });

  describe("taken down on a device", () => {
    const FIGURE = `{ visitFigures(period: { from: "2019-11-18", to: "2019-11-18" }) { rows { visits { evidence {
      nodes { cause event { reason enteredAt occurredAt } } } } } } }`;

    it("and sent the next day is late, and accounts for it by itself", async () => {
      api.now = NEXT_MORNING;
      const entered = { occurredAt: "2019-11-18T09:30:00.000Z", enteredAt: THAT_AFTERNOON };
      const result = await api.command("registerVisit", walkIn(world, entered));
      const reason = "Ghi trên thiết bị lúc 16:40 ngày 18/11/2019, gửi vào sổ sau";
      expect(await eventOf(result)).to.deep.equal({ ...entered, recordedAt: NEXT_MORNING, reason });
      const [{ visits }] = (await api.ask(FIGURE)).visitFigures.rows;
      expect(visits.evidence.nodes).to.deep.equal([{ cause: "LATE", event: { ...entered, reason } }]);
      const { visit } = await api.ask(`query ($id: VisitId!) { visit(id: $id) { lateEntryReason arrivedAt } }`, {
        id: result.entity.id,
      });
      expect(visit).to.deep.equal({ lateEntryReason: reason, arrivedAt: entered.occurredAt });
    });

    it("happened then, unless it is said when", async () => {
      api.now = NEXT_MORNING;
      const result = await api.command("registerVisit", walkIn(world, { enteredAt: THAT_AFTERNOON }));
      expect(await eventOf(result)).to.include({ occurredAt: THAT_AFTERNOON, enteredAt: THAT_AFTERNOON });
    });

    it("and sent on the same day needs no reason, and gives none", async () => {
      api.pass(3_600_000);
      const result = await api.command("registerVisit", walkIn(world, { enteredAt: THAT_AFTERNOON }));
      expect(await eventOf(result)).to.include({ enteredAt: THAT_AFTERNOON, reason: null });
    });

    it("on a later day than it happened needs a reason all the same, and has both", async () => {
      api.now = NEXT_MORNING;
      const late = { occurredAt: "2019-11-17T09:00:00.000Z", enteredAt: THAT_AFTERNOON };
      expect(await api.command("registerVisit", walkIn(world, late))).to.deep.include({
        code: "LATE_ENTRY_NEEDS_REASON",
        path: ["lateEntryReason"],
      });
      const told = await api.command("registerVisit", walkIn(world, { ...late, lateEntryReason: "Sổ giấy" }));
      expect((await eventOf(told)).reason).to.equal(
        "Sổ giấy; Ghi trên thiết bị lúc 16:40 ngày 18/11/2019, gửi vào sổ sau",
      );
    });

    it("is a correction with its reason and the delay", async () => {
      const visitId = await api.done("registerVisit", walkIn(world));
      api.now = NEXT_MORNING;
      const amended = await api.command("amendVisit", {
        visitId,
        subject: "Khác",
        reason: "Nhầm",
        enteredAt: THAT_AFTERNOON,
      });
      expect(await eventOf(amended)).to.include({
        reason: "Nhầm; Ghi trên thiết bị lúc 16:40 ngày 18/11/2019, gửi vào sổ sau",
        occurredAt: THAT_AFTERNOON,
      });
    });

    it("lies after the fact, before now and in the last thirty days", async () => {
      const tried = (more: Record<string, unknown>): Promise<Json> => api.command("registerVisit", walkIn(world, more));
      const cases: readonly (readonly [Record<string, unknown>, string])[] = [
        [{ enteredAt: "2019-11-18T09:45:00.001Z" }, "ENTERED_IN_FUTURE"],
        [{ enteredAt: "2019-10-19T09:39:59.999Z" }, "ENTERED_TOO_LONG_AGO"],
        [
          { enteredAt: "2019-11-18T09:00:00.000Z", occurredAt: "2019-11-18T09:05:00.001Z" },
          "ENTERED_BEFORE_IT_HAPPENED",
        ],
      ];
      for (const [more, code] of cases) expect(await tried(more)).to.deep.include({ code, path: ["enteredAt"] });
      // By a device's clock too, five minutes are nobody's fault.
      const ahead = await eventOf(await tried({ enteredAt: "2019-11-18T09:45:00.000Z" }));
      expect(ahead).to.include({ enteredAt: THAT_AFTERNOON, occurredAt: THAT_AFTERNOON });
      const typed = { enteredAt: "2019-11-18T09:00:00.000Z", occurredAt: "2019-11-18T09:05:00.000Z" };
      expect((await eventOf(await tried(typed))).occurredAt).to.equal(typed.enteredAt);
      expect(await tried({ enteredAt: "2019-10-19T09:40:00.000Z" })).to.include({ __typename: "VisitChanged" });
    });

    it("is part of the command: the same id with another moment is another command", async () => {
      const input = walkIn(world, { commandId: api.commandId("device"), enteredAt: "2019-11-18T09:00:00.000Z" });
      const first = await api.command("registerVisit", input);
      expect(await api.command("registerVisit", input)).to.deep.equal({ ...first, replayed: true });
      expect(await api.command("registerVisit", { ...input, enteredAt: null })).to.include({
        code: "COMMAND_ID_REUSED",
      });
    });

    it("is told by feeds and timelines as the event tells it", async () => {
      await api.done("registerVisit", walkIn(world, { enteredAt: "2019-11-18T09:00:00.000Z" }));
      const { ledgerTimeline } = await api.ask(`{ ledgerTimeline(first: 1) { nodes { event { enteredAt } } } }`);
      expect(ledgerTimeline.nodes[0].event.enteredAt).to.equal("2019-11-18T09:00:00.000Z");
      const feed = await api.subscribe(
        `subscription { ledgerEvents(from: BEGINNING, filter: { types: ["VisitRegistered"] }) {
           ... on LedgerEventItem { item { event { enteredAt } } } } }`,
      );
      const { value } = await feed.next();
      expect(value.data.ledgerEvents.item.event.enteredAt.toISOString()).to.equal("2019-11-18T09:00:00.000Z");
      await feed.return?.();
    });
  });

  describe("of a clerk", () => {
    const withoutHosts = (more: object = {}): Record<string, unknown> => {
      const { hostIds: _, ...input } = walkIn(world);
      return { ...input, ...more };
    };

    it("is at the clerk's own unit, unless others are named", async () => {
      for (const more of [{}, { hostIds: null }]) {
        const { entity } = await api.command("registerVisit", withoutHosts(more), world.clerkOfHealth);
        const { visit } = await api.ask(`query ($id: VisitId!) { visit(id: $id) { hosts { unit { id } } } }`, {
          id: entity.id,
        });
        expect(visit.hosts).to.deep.equal([{ unit: { id: world.health } }]);
      }
      const other = await api.command("registerVisit", walkIn(world, { hostIds: [world.land] }), world.clerkOfHealth);
      expect(other).to.include({ code: "NOT_YOUR_UNIT" });
    });

    it("is at nobody's for whoever else names none", async () => {
      const officer = { ...OFFICER, unitId: world.clerkOfHealth.unitId };
      for (const principal of [OFFICER, officer]) {
        expect(await api.command("registerVisit", withoutHosts(), principal)).to.deep.include({
          code: "VISIT_NEEDS_HOST",
          path: ["hostIds"],
        });
      }
      expect(await api.command("registerVisit", withoutHosts({ hostIds: [] }), world.clerkOfHealth)).to.include({
        code: "INVALID_INPUT",
      });
    });

    it("ends with the unit", async () => {
      const ended = { unitId: world.health, legalBasis: "QĐ 1", effectiveOn: "2019-11-01" };
      await api.done("abolishUnit", ended);
      expect(await api.command("registerVisit", withoutHosts(), world.clerkOfHealth)).to.include({
        code: "YOUR_UNIT_ENDED",
      });
    });
  });
});
