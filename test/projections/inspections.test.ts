import { expect } from "chai";
import { decidedContent, plannedContent } from "../../src/domain/inspection/content.js";
import type { InspectionEvent } from "../../src/domain/inspection/events.js";
import type { DecisionGiven } from "../../src/domain/inspection/inspection.js";
import { InspectionQueries } from "../../src/projections/inspection/queries.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { ENFORCEMENT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import * as i from "../domain/inspection/facts.js";
import type { Told } from "../support/given.js";
import { TestReadModel } from "../support/readModel.js";
import { allEntries } from "../support/figures.js";

describe("the read model of inspections", () => {
  let model: TestReadModel;
  let inspections: InspectionQueries;
  beforeEach(() => {
    model = new TestReadModel();
    inspections = new InspectionQueries(model.db);
  });

  const tell = (id: string, type: InspectionEvent["type"], data: object = {}, more: object = {}): number =>
    model.tell<InspectionEvent>(`inspection-${id}`, {
      type,
      data: { inspectionId: id, ...data },
      ...more,
    } as unknown as Told<InspectionEvent>);
  const decide = (id: string, more: Partial<DecisionGiven> = {}, reinspectsId: string | null = null): number =>
    tell(id, "InspectionDecided", { content: decidedContent(i.decision(more)), reinspectsId });
  const entries = () =>
    allEntries(model.db, ENFORCEMENT_FIGURES).map(({ measure, values, on, amount, cause }) => {
      return { measure, unit_id: values.UNIT, occurred_on: on, amount: Number(amount), cause };
    });
  const sum = (measure: string, unitId: string): number =>
    entries()
      .filter((entry) => entry.measure === measure && entry.unit_id === unitId)
      .reduce((total, { amount }) => total + amount, 0);
  const ids = (filter: Parameters<InspectionQueries["list"]>[0], persons = true): string[] =>
    inspections
      .list(filter, { direction: "ASC", window: { limit: 50 }, at: NOW, persons })
      .rows.map(({ row }) => row.id);

  describe("counts", () => {
    it("once as led with its targets, and once for each coordinating unit of the register", () => {
      decide("a", { targets: [i.shop, i.printer], decidedOn: "2019-09-10" });
      const on = { occurred_on: "2019-09-10", cause: "NEW" };
      expect(entries()).to.deep.equal([
        { measure: "INSPECTIONS_LED", unit_id: "u-ict", amount: 1, ...on },
        { measure: "INSPECTION_TARGETS", unit_id: "u-ict", amount: 2, ...on },
        { measure: "INSPECTIONS_COORDINATED", unit_id: "u-culture", amount: 1, ...on },
      ]);
    });

    it("nothing while it is only planned, and nothing for a lead outside the register", () => {
      const { kind, title, lead, coordinators, targets, onSite } = i.decision();
      const content = plannedContent({ kind, title, lead, coordinators, targets, onSite }, "2019-09-02");
      tell("p", "InspectionPlanned", { plan: "KH", content });
      expect(entries()).to.deep.equal([]);
      decide("x", { lead: i.team, coordinators: [{ unit: i.department, role: "TEAM_MEMBERS" }] });
      expect(entries().map(({ measure, unit_id }) => [measure, unit_id])).to.deep.equal([
        ["INSPECTIONS_COORDINATED", "u-ict"],
      ]);
    });

    it("late, when the decision is of an earlier day than its entry", () => {
      decide("a");
      expect(new Set(entries().map(({ cause, occurred_on }) => `${cause} ${occurred_on}`))).to.deep.equal(
        new Set(["LATE 2019-09-03"]),
      );
    });

    it("the difference when coordinators are corrected", () => {
      decide("a");
      const coordinators = [{ unitId: "u-commune", name: "Xã Hoằng Lộc", role: "LOCAL_FORCES" }];
      tell("a", "InspectionAmended", { changes: { coordinators } }, { reason: "Nhập sai" });
      expect(entries().slice(3)).to.deep.equal([
        {
          measure: "INSPECTIONS_COORDINATED",
          unit_id: "u-culture",
          occurred_on: "2019-09-03",
          amount: -1,
          cause: "CORRECTED",
        },
        {
          measure: "INSPECTIONS_COORDINATED",
          unit_id: "u-commune",
          occurred_on: "2019-09-03",
          amount: 1,
          cause: "CORRECTED",
        },
      ]);
    });

    it("no more when it is cancelled before it was announced, or voided; still when cancelled after", () => {
      decide("before");
      tell("before", "InspectionCancelled");
      expect(
        entries()
          .slice(3)
          .map(({ amount, cause }) => [amount, cause]),
      ).to.deep.equal(Array.from({ length: 3 }, () => [-1, "CORRECTED"]));
      decide("after");
      tell("after", "InspectionAnnounced");
      tell("after", "InspectionCancelled");
      expect(sum("INSPECTIONS_LED", "u-ict")).to.equal(1);
      tell("after", "InspectionVoided", { duplicateOfId: null });
      expect(sum("INSPECTIONS_LED", "u-ict") + sum("INSPECTIONS_COORDINATED", "u-culture")).to.equal(0);
      expect(entries().at(-1)?.cause).to.equal("VOIDED");
    });

    it("27 inspections coordinated are 27 entries of one unit", () => {
      for (let n = 0; n < 27; n++) {
        decide(`c-${n}`, { lead: i.team, coordinators: [{ unit: i.department, role: "TEAM_MEMBERS" }] });
      }
      expect(sum("INSPECTIONS_COORDINATED", "u-ict")).to.equal(27);
      expect(sum("INSPECTIONS_LED", "u-ict")).to.equal(0);
    });
  });

  it("finds by unit and role, kind, state, day and target", () => {
    decide("a");
    decide("b", {
      kind: "CHECK",
      lead: { unit: i.culture },
      coordinators: [{ unit: i.department, role: "EXPERTISE" }],
      targets: [i.printer],
      decidedOn: "2019-09-04",
    });
    tell("b", "InspectionAnnounced");
    expect(ids({ unit: { ids: ["u-ict"] } })).to.deep.equal(["a", "b"]);
    expect(ids({ unit: { ids: ["u-ict"] }, role: "LEAD" })).to.deep.equal(["a"]);
    expect(ids({ unit: { ids: ["u-ict"] }, role: "COORDINATOR" })).to.deep.equal(["b"]);
    expect(ids({ kinds: ["CHECK"] })).to.deep.equal(["b"]);
    expect(ids({ statuses: ["DECIDED"] })).to.deep.equal(["a"]);
    expect(ids({ decidedFrom: "2019-09-04", decidedTo: "2019-09-04" })).to.deep.equal(["b"]);
    expect(ids({ target: "cong ty IN" })).to.deep.equal(["b"]);
    expect(ids({ target: "Minh Ánh" })).to.deep.equal(["a"]);
    expect(ids({ target: "Minh Anh" }, false)).to.deep.equal([]);
    expect(model.found("thanh tra hoat dong")).to.deep.equal(["INSPECTION:b", "INSPECTION:a"]);
  });

  it("warns of a target examined twice in a year, not of one inspected again or of another year", () => {
    decide("a");
    decide("b", { targets: [{ ...i.shop, targetId: "t-b", name: "NHÀ SÁCH MINH ANH" }], decidedOn: "2019-10-03" });
    decide("again", {}, "a");
    decide("later", { decidedOn: "2020-01-02" });
    decide("void");
    tell("void", "InspectionVoided", { duplicateOfId: "a" });
    const overlaps = (id: string): string[] => {
      const version = inspections.get(id, NOW);
      return version
        ? inspections.overlapsOf(version, { position: NOW, today: "2020-01-02" }).map(({ inspection }) => inspection.id)
        : [];
    };
    expect(overlaps("a")).to.deep.equal(["b"]);
    expect(overlaps("b").sort()).to.deep.equal(["a", "again"]);
    expect(overlaps("later")).to.deep.equal([]);
    expect(inspections.reinspectionsOf("a", NOW).map(({ id }) => id)).to.deep.equal(["again"]);
  });

  it("lists recommendations by when they are due, open and overdue ones, of inspections that stand", () => {
    decide("a");
    const make = (recommendationId: string, dueOn: string | null, id = "a"): number =>
      tell(id, "InspectionRecommendationMade", {
        recommendationId,
        findingId: null,
        addressee: { unitId: "u-culture", name: "Sở Văn hóa" },
        what: "Chấn chỉnh",
        dueOn,
      });
    const progress = (recommendationId: string, state: string): number =>
      tell("a", "InspectionRecommendationProgressed", { recommendationId, state, assignee: null, note: null });
    make("never", null);
    make("late", "2019-10-02");
    make("early", "2019-10-01");
    const before = progress("early", "DONE");
    progress("late", "VERIFIED");
    decide("v");
    make("of-void", "2019-09-30", "v");
    tell("v", "InspectionVoided", { duplicateOfId: null });
    const list = (filter: object, today = "2019-10-03", at = NOW): string[] =>
      inspections
        .recommendations(filter, today, { direction: "ASC", window: { limit: 9 }, at })
        .rows.map(({ row }) => row.recommendation.recommendationId);
    expect(list({})).to.deep.equal(["early", "late", "never"]);
    expect(list({ open: true })).to.deep.equal(["early", "never"]);
    expect(list({ overdue: true })).to.deep.equal([]);
    expect(list({ overdue: true }, "2019-10-03", before)).to.deep.equal(["late"]);
    expect(list({ overdue: true }, "2019-10-02", before)).to.deep.equal([]);
    expect(list({ states: ["VERIFIED"], unitId: "u-culture", inspectionId: "a" })).to.deep.equal(["late"]);
  });

  it("answers as of any position what it answered then", () => {
    decide("a");
    for (const type of ["InspectionAnnounced", "InspectionFieldworkStarted", "InspectionFieldworkEnded"] as const) {
      tell("a", type);
    }
    tell("a", "InspectionReported", { summary: "x", draftDueOn: null });
    tell("a", "InspectionAmended", { changes: { title: "Tên đúng" } }, { reason: "Sai" });
    for (let at = 1; at <= model.position; at++) {
      const then = new InspectionQueries(model.rebuilt(at).db);
      expect(inspections.get("a", at)).to.deep.equal(then.get("a", NOW));
    }
    expect(inspections.fact("a")).to.deep.equal({
      inspectionId: "a",
      status: "REPORTED",
    });
  });
});
