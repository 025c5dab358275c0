import { inspection } from "../../../src/domain/inspection/record.js";
import type { InspectionEvent } from "../../../src/domain/inspection/events.js";
import { unitFact } from "../../support/facts.js";
import { given, type Given } from "../../support/given.js";
import * as i from "./facts.js";

const after = (...events: InspectionEvent[]): Given<(typeof inspection)["decider"]> =>
  given(inspection.decider, ...events);
const LATE = { lateEntryReason: "Nhập bù" };

describe("findings and recommendations", () => {
  const finding = { findingId: "f-1", targetId: "t-1", description: "Sách không hóa đơn", isViolation: true };
  const found = i.event("InspectionFindingRecorded", finding);
  const recommendation = {
    recommendationId: "r-1",
    findingId: "f-1",
    addressee: { unit: i.culture },
    what: "Chấn chỉnh",
    dueOn: "2019-10-10",
  };
  const made = i.event("InspectionRecommendationMade", {
    ...recommendation,
    addressee: { unitId: "u-culture", name: "Sở Văn hóa" },
  });
  const progressed = (...states: ("ASSIGNED" | "IN_PROGRESS" | "DONE" | "PARTLY" | "VERIFIED")[]): InspectionEvent[] =>
    states.map((state) =>
      i.event("InspectionRecommendationProgressed", { recommendationId: "r-1", state, assignee: null, note: null }),
    );
  const progress = (state: "ASSIGNED" | "IN_PROGRESS" | "DONE" | "VERIFIED", more: object = {}, meta = {}) =>
    i.step(
      "RecordRecommendationProgress",
      { recommendationId: "r-1", state, assignee: null, note: null, ...more },
      meta,
    );
  const concluded = [...i.upTo("started"), found, ...i.upTo("concluded").slice(3)];

  it("a finding is of a target, and of the time of the inspection", () => {
    const record = (more: object = {}, meta = {}): i.InspectionCommand =>
      i.step("RecordFinding", { ...finding, ...more }, meta);
    after(...i.upTo("started"))
      .when(record())
      .then(i.event("InspectionFindingRecorded", finding, i.TODAY));
    after(...i.upTo("started"))
      .when(record({ targetId: "t-x" }))
      .thenRefused("INSPECTION_TARGET_NOT_FOUND", ["targetId"]);
    after(...i.upTo("concluded"))
      .when(record())
      .thenRefused("INSPECTION_FINDING_OUT_OF_TIME", ["occurredAt"]);
    after(...i.upTo("concluded"))
      .when(record({}, { occurredAt: i.EARLIER, ...LATE }))
      .thenAccepted();
    after(...i.upTo("started"))
      .when(record({}, { occurredAt: "2019-09-03T03:00:00.000Z", ...LATE }))
      .thenRefused("INSPECTION_FINDING_OUT_OF_TIME", ["occurredAt"]);
  });

  it("a recommendation is made with the conclusion or later, on a finding or none", () => {
    const make = (more: object = {}, meta = {}): i.InspectionCommand =>
      i.step("MakeRecommendation", { ...recommendation, ...more }, meta);
    after(...concluded)
      .when(make())
      .then({ ...made, occurredAt: i.TODAY });
    after(...concluded)
      .when(make({ findingId: null }))
      .thenAccepted();
    after(...concluded)
      .when(make({ findingId: "f-x" }))
      .thenRefused("INSPECTION_FINDING_NOT_FOUND", ["findingId"]);
    after(...concluded)
      .when(make({ dueOn: "2019-09-09" }))
      .thenRefused("RECOMMENDATION_DUE_IN_PAST", ["dueOn"]);
    after(...concluded)
      .when(make({}, { occurredAt: "2019-09-03T03:00:00.000Z", ...LATE }))
      .thenRefused("RECOMMENDATION_BEFORE_CONCLUSION", ["occurredAt"]);
    const gone = unitFact("u-gone", "Huyện Đông Sơn", { endsOn: "2019-09-01" });
    after(...concluded)
      .when(make({ addressee: { unit: gone } }))
      .thenRefused("UNIT_ENDED", ["addressee", "unitId"]);
  });

  it("a recommendation is followed step by step", () => {
    const assignee = { unit: i.culture };
    after(...concluded, made)
      .when(progress("ASSIGNED", { assignee }))
      .then(
        i.event(
          "InspectionRecommendationProgressed",
          {
            recommendationId: "r-1",
            state: "ASSIGNED",
            assignee: { unitId: "u-culture", name: "Sở Văn hóa" },
            note: null,
          },
          i.TODAY,
        ),
      );
    after(...concluded, made, ...progressed("ASSIGNED", "IN_PROGRESS", "PARTLY"))
      .when(progress("IN_PROGRESS"))
      .thenAccepted();
    after(...concluded, made)
      .when(progress("DONE"))
      .thenRefused("RECOMMENDATION_STATE_FORBIDS", ["state"]);
    after(...concluded)
      .when(progress("DONE"))
      .thenRefused("RECOMMENDATION_NOT_FOUND", ["recommendationId"]);
    after(...concluded, made)
      .when(progress("ASSIGNED"))
      .thenRefused("RECOMMENDATION_ASSIGNMENT", ["assignee"]);
    after(...concluded, made, ...progressed("ASSIGNED"))
      .when(progress("IN_PROGRESS", { assignee }))
      .thenRefused("RECOMMENDATION_ASSIGNMENT", ["assignee"]);
    const gone = unitFact("u-gone", "Huyện Đông Sơn", { endsOn: "2019-09-01" });
    after(...concluded, made)
      .when(progress("ASSIGNED", { assignee: { unit: gone } }))
      .thenRefused("UNIT_ENDED", ["assignee", "unitId"]);
    after(...concluded, made)
      .when(progress("ASSIGNED", { assignee }, { occurredAt: "2019-09-03T03:00:00.000Z", ...LATE }))
      .thenRefused("RECOMMENDATION_PROGRESS_OUT_OF_ORDER", ["occurredAt"]);
  });

  it("an inspection is closed when every recommendation has been verified", () => {
    const rest = i.upTo("implementing").slice(7);
    const states = ["ASSIGNED", "IN_PROGRESS", "DONE"] as const;
    after(...concluded, ...rest, made, ...progressed(...states))
      .when(i.step("CloseInspection", {}))
      .thenRefused("RECOMMENDATIONS_OPEN", ["inspectionId"]);
    after(...concluded, ...rest, made, ...progressed(...states, "VERIFIED"))
      .when(i.step("CloseInspection", {}))
      .thenAccepted();
  });
});

describe("corrections of an inspection", () => {
  it("tell what is changed, and only that", () => {
    after(i.decided())
      .when(
        i.amend({
          title: "Tên đúng",
          coordinators: [{ unit: i.culture, role: "EXPERTISE" }],
          decisionNumber: "45/QĐ-STTTT",
        }),
      )
      .then(
        i.event(
          "InspectionAmended",
          {
            changes: {
              title: "Tên đúng",
              coordinators: [{ unitId: "u-culture", name: "Sở Văn hóa", role: "EXPERTISE" }],
            },
          },
          i.TODAY,
          "Nhập sai",
        ),
      );
  });

  it("name bodies as of the right day when the day is corrected", () => {
    const renamed = unitFact("u-culture", "Sở Mới", {
      names: [
        { name: "Sở Cũ", from: "2010-01-01" },
        { name: "Sở Văn hóa", from: "2019-09-03" },
      ],
    });
    after(i.decided({ coordinators: [{ unit: renamed, role: "OTHER" }] }))
      .when(i.amend({ decidedOn: "2019-09-02" }, [i.department, renamed]))
      .then(
        i.event(
          "InspectionAmended",
          {
            changes: { decidedOn: "2019-09-02", coordinators: [{ unitId: "u-culture", name: "Sở Cũ", role: "OTHER" }] },
          },
          i.TODAY,
          "Nhập sai",
        ),
      );
  });

  it("are refused when they change nothing, lie ahead, or break what holds of a decision", () => {
    after(i.decided())
      .when(i.amend({ title: i.decision().title }))
      .thenRefused("CORRECTION_CHANGES_NOTHING");
    after(i.decided())
      .when(i.amend({ title: "x" }, [], { occurredAt: i.TOMORROW }))
      .thenRefused("OCCURRED_IN_FUTURE");
    after(i.decided())
      .when(i.amend({ decidedOn: "2019-09-11" }))
      .thenRefused("INSPECTION_PAPER_DAY_AHEAD", ["decidedOn"]);
    after(...i.upTo("announced"))
      .when(i.amend({ decidedOn: "2019-09-05" }))
      .thenRefused("INSPECTION_DECIDED_AFTER_STEPS", ["decidedOn"]);
    after(i.decided())
      .when(i.amend({ team: [] }))
      .thenRefused("INSPECTION_NEEDS_ONE_HEAD", ["team"]);
    after(i.planned())
      .when(i.amend({ decisionNumber: "1" }))
      .thenRefused("INSPECTION_NOT_DECIDED_YET", ["decisionNumber"]);
    after(i.planned())
      .when(i.amend({ onSite: { from: "2019-09-05", to: "2019-09-04" } }))
      .thenRefused("INSPECTION_PERIOD_REVERSED", ["onSite", "to"]);
  });

  it("keep targets on which there are findings, and know those that stay", () => {
    const found = i.event("InspectionFindingRecorded", {
      findingId: "f-1",
      targetId: "t-1",
      description: "x",
      isViolation: false,
    });
    after(...i.upTo("started"), found)
      .when(i.amend({ targets: [i.printer] }))
      .thenRefused("INSPECTION_TARGET_HAS_FINDINGS", ["targets"]);
    after(...i.upTo("started"), found)
      .when(i.amend({ targets: [{ ...i.shop, name: "Nhà sách Minh Ánh", isKept: true }, i.printer] }))
      .thenAccepted();
    after(i.decided())
      .when(i.amend({ targets: [{ ...i.printer, isKept: true }] }))
      .thenRefused("INSPECTION_TARGET_NOT_FOUND", ["targets", 0, "targetId"]);
  });

  it("void what was entered twice, once", () => {
    const voided = (duplicateOf = i.fact()): i.InspectionCommand =>
      i.step("VoidInspection", { duplicateOf, reason: "Nhập hai lần" });
    after(i.decided())
      .when(voided())
      .then(i.event("InspectionVoided", { duplicateOfId: i.fact().inspectionId }, i.TODAY, "Nhập hai lần"));
    after(i.decided())
      .when(voided(i.fact({ inspectionId: i.ID })))
      .thenRefused("INSPECTION_DUPLICATE_OF_ITSELF", ["duplicateOfId"]);
    after(i.decided())
      .when(voided(i.fact({ status: "VOIDED" })))
      .thenRefused("OTHER_INSPECTION_VOIDED", ["duplicateOfId"]);
    after(i.decided(), i.event("InspectionVoided", { duplicateOfId: null }))
      .when(voided())
      .thenRefused("INSPECTION_STATUS_FORBIDS", ["inspectionId"]);
  });
});
