import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import fc from "fast-check";
import type { DomainEvent } from "../../src/domain/kernel/decider.js";
import type { LedgerEvent } from "../../src/eventstore/codec.js";
import {
  openEventSubjects,
  type Subject,
  type SubjectKind,
  SUBJECTS_DDL,
} from "../../src/projections/timeline/eventSubjects.js";
import { contentHash } from "../../src/projections/readModel/rebuild.js";
import { NOW } from "../../src/projections/table/temporal.js";
import type { TimelineFilter } from "../../src/projections/timeline/timelineFilter.js";
import { TimelineQueries } from "../../src/projections/timeline/timelineQueries.js";
import type { Told } from "../support/given.js";
import { TestReadModel } from "../support/readModel.js";

const host = (unitId: string): object => ({ unitId, name: unitId });
const visitor = (reporterId: string, agencyId: string): object => ({
  reporterId,
  name: "x",
  agencyId,
  agencyName: "x",
});
const of = (kind: SubjectKind, ref: string): Subject => ({ kind, ref });

interface Step {
  readonly visit: number;
  readonly unit: number;
  readonly reporter: number;
  readonly type: string;
  readonly endsPage: boolean;
}

describe("the subjects of events", () => {
  let model: TestReadModel;
  let timeline: TimelineQueries;
  beforeEach(() => {
    model = new TestReadModel();
    timeline = new TimelineQueries(model.db);
  });

  /** Told raw: only what the projections read of an event matters here. */
  const tell = (stream: string, type: string, data: object): number => {
    const idName = `${stream.slice(0, stream.indexOf("-"))}Id`;
    const event = { type, data: { [idName]: stream.slice(stream.indexOf("-") + 1), ...data } };
    return model.tell<DomainEvent>(stream, event as unknown as Told<DomainEvent>);
  };
  const types = (subjects: readonly Subject[], filter: TimelineFilter = {}, at = NOW): string[] =>
    timeline.list(subjects, filter, "ASC", { limit: 100 }, at).rows.map(({ row }) => row.type);
  const subjectsAt = (position: number): string[] =>
    timeline.subjectsAt(position).map(({ kind, ref, own }) => `${own ? "*" : ""}${kind}:${ref}`);

  const register = (hosts: string[], reporters: object[]): number =>
    tell("visit-v", "VisitRegistered", {
      hosts: hosts.map(host),
      reporters,
      topic: "LAND",
      subject: "x",
      appointmentAt: "2019-09-12T03:00:00.000Z",
    });

  it("follow a visit: an event that names nobody is linked to all that stand with it", () => {
    register(["u-1", "u-2"], [visitor("r-1", "a-1")]);
    const confirmed = tell("visit-v", "VisitConfirmed", {});
    expect(subjectsAt(confirmed)).to.deep.equal([
      "*Visit:v",
      "PressAgency:a-1",
      "Reporter:r-1",
      "Unit:u-1",
      "Unit:u-2",
    ]);
  });

  it("link a correction to who is taken away by it, and nothing later", () => {
    register(["u-1", "u-2"], [visitor("r-1", "a-1")]);
    tell("visit-v", "VisitAmended", { changes: { hosts: [host("u-2")], reporters: [visitor("r-2", "a-1")] } });
    tell("visit-v", "VisitConfirmed", {});
    const whole = ["VisitRegistered", "VisitAmended", "VisitConfirmed"];
    expect(types([of("Unit", "u-1")])).to.deep.equal(whole.slice(0, 2));
    expect(types([of("Unit", "u-2")])).to.deep.equal(whole);
    expect(types([of("Reporter", "r-1")])).to.deep.equal(whole.slice(0, 2));
    expect(types([of("Reporter", "r-2")])).to.deep.equal(whole.slice(1));
    expect(types([of("PressAgency", "a-1")])).to.deep.equal(whole);
  });

  it("give each event once, though several subjects match, and the same page from either end", () => {
    register(["u-1", "u-2"], [visitor("r-1", "a-1")]);
    for (let count = 0; count < 6; count++) tell("visit-v", "VisitConfirmed", {});
    const subjects = [of("Unit", "u-1"), of("Unit", "u-2"), of("Reporter", "r-1"), of("Unit", "u-none")];
    const page = (window: object): number[] =>
      timeline.list(subjects, {}, "ASC", { limit: 3, ...window }, NOW).rows.map(({ row }) => row.position);
    expect(page({})).to.deep.equal([1, 2, 3]);
    expect(page({ after: [3] })).to.deep.equal([4, 5, 6]);
    expect(page({ fromEnd: true })).to.deep.equal([5, 6, 7]);
    expect(page({ fromEnd: true, before: [5] })).to.deep.equal([2, 3, 4]);
    expect(timeline.list(subjects, {}, "ASC", { limit: 7 }, NOW).more).to.equal(false);
    expect(timeline.list(subjects, {}, "ASC", { limit: 6 }, NOW).more).to.equal(true);
  });

  it("find a page by the key, and read no table whole", () => {
    const plan = model.db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT s.position FROM event_subject s CROSS JOIN event e ON e.position = s.position
         WHERE s.subject = ? AND s.position > ? AND s.position < ? AND e.actor_role = ?
         ORDER BY s.position DESC LIMIT 3`,
      )
      .all(1, 2, 9, "CLERK") as { detail: string }[];
    const steps = plan.map(({ detail }) => detail).join("\n");
    expect(steps).to.match(/SEARCH s USING PRIMARY KEY \(subject=\? AND position>\? AND position<\?\)/);
    expect(steps).to.not.match(/SCAN|TEMP B-TREE/);
  });

  it("know which events are a unit's own, in the register of all of them", () => {
    const registered = (unitId: string, parentId: string | null): number =>
      tell("unitRegister-one", "UnitRegistered", {
        unitId,
        parentId,
        kind: "DEPARTMENT",
        name: unitId,
        code: null,
        functions: [],
        legalBasis: "x",
        effectiveOn: "2018-01-01",
      });
    registered("u-1", null);
    registered("u-2", "u-1");
    tell("unitRegister-one", "UnitsMerged", {
      fromIds: ["u-1"],
      intoId: "u-2",
      legalBasis: "x",
      effectiveOn: "2019-01-01",
    });
    const own = (ref: string): number[] =>
      timeline.ofRecord(of("Unit", ref), "ASC", { limit: 9 }, NOW).rows.map(({ row }) => row.position);
    expect(own("u-1")).to.deep.equal([1, 3]);
    expect(own("u-2")).to.deep.equal([2, 3]);
    expect(types([of("Unit", "u-1")])).to.have.length(3);
  });

  it("link a number that is given back to the paper that it was drawn for", () => {
    const draw = { registerId: "d", issuerId: "u-1", year: 2019, symbol: "QĐ", forId: "p", attemptId: "a" };
    tell("decisionRegister-d", "DecisionNumberDrawn", { ...draw, sanctionId: "s", number: "1", given: false });
    tell("decisionRegister-d", "DecisionNumberDrawn", {
      ...draw,
      forId: "q",
      sanctionId: "t",
      number: "2",
      given: false,
    });
    const back = tell("decisionRegister-d", "DecisionNumberReleased", {
      registerId: "d",
      forId: "p",
      attemptId: "a",
      number: "1",
    });
    expect(subjectsAt(back)).to.deep.equal(["*DecisionRegister:d", "Sanction:s", "Unit:u-1"]);
  });

  it("answer as of any position what they answered then, and are the same when they are built anew", () => {
    register(["u-1"], [visitor("r-1", "a-1")]);
    tell("visit-v", "VisitAmended", { changes: { hosts: [host("u-2")] } });
    tell("visit-v", "VisitConfirmed", {});
    for (const at of [1, 2, 3]) {
      const then = model.rebuilt(at);
      const asked = new TimelineQueries(then.db).list([of("Unit", "u-1")], {}, "ASC", { limit: 9 }, NOW);
      expect(types([of("Unit", "u-1")], {}, at)).to.deep.equal(asked.rows.map(({ row }) => row.type));
    }
    expect(contentHash(model.rebuilt().db)).to.equal(contentHash(model.db));
  });

  it("are the same however few records are kept in memory, and wherever pages end", () => {
    const id = fc.integer({ min: 1, max: 6 });
    const told: fc.Arbitrary<Step> = fc.record({
      visit: id,
      unit: id,
      reporter: id,
      type: fc.constantFrom("VisitRegistered", "VisitRedirected", "VisitConfirmed"),
      endsPage: fc.boolean(),
    });
    const linked = (events: readonly Step[], kept?: number) => {
      const db = new BetterSqlite3(":memory:");
      db.exec(SUBJECTS_DDL);
      const subjects = openEventSubjects(db, kept);
      const said = events.map(({ visit, unit, reporter, type, endsPage }, index) => {
        const data = { hosts: [host(`u${unit}`)], reporters: [visitor(`r${reporter}`, "a")], to: host(`u${unit}`) };
        const event = { stream: `visit-${visit}`, type, data, position: index + 1 };
        const json = subjects.link(event as unknown as LedgerEvent);
        if (kept === undefined || endsPage) subjects.settle();
        return json;
      });
      subjects.settle();
      const rows = ["subject", "event_subject"].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
      db.close();
      return { said, rows };
    };
    fc.assert(
      fc.property(fc.array(told, { maxLength: 30 }), (events) => {
        const wanted = linked(events);
        expect(linked(events, 1)).to.deep.equal(wanted);
        expect(linked(events, 3)).to.deep.equal(wanted);
      }),
    );
  });
});
