import { expect } from "chai";
import type { DecisionGiven } from "../../../src/domain/inspection/inspection.js";
import { inspection } from "../../../src/domain/inspection/record.js";
import type { InspectionEvent } from "../../../src/domain/inspection/events.js";
import { INSPECTION_KINDS } from "../../../src/domain/inspection/terms.js";
import type { Command, Decider, DomainEvent } from "../../../src/domain/kernel/decider.js";
import { commandMeta, given } from "../../support/given.js";
import { unitFact } from "../../support/facts.js";
import { Entered } from "../../support/takeBack.js";
import * as i from "./facts.js";

const nothing = given(inspection.decider);

describe("planning an inspection", () => {
  it("records the plan, under the names of that day", () => {
    nothing.when(i.plan()).then(i.planned({}, i.TODAY));
  });

  it("is refused in the future, and late without a reason", () => {
    nothing.when(i.plan({}, { occurredAt: i.TOMORROW })).thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    nothing.when(i.plan({}, { occurredAt: i.EARLIER })).thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
  });

  it("is refused for a kind that the law will not have on the first day on site", () => {
    nothing
      .when(i.plan({ onSite: { from: "2025-07-01", to: "2025-07-05" } }))
      .thenRefused("INSPECTION_KIND_NOT_IN_FORCE", ["kind"]);
  });
});

describe("deciding an inspection", () => {
  it("records an unplanned one, and one that was planned", () => {
    nothing.when(i.decide()).then({ ...i.decided({}, i.TODAY), reason: "Nhập bù" });
    given(inspection.decider, i.planned())
      .when(i.decide({}, { plannedInspectionId: i.ID }))
      .then({ ...i.decided({}, i.TODAY), reason: "Nhập bù" });
  });

  it("names a unit as it was called on the day of the decision", () => {
    const renamed = unitFact("u-ict", "Sở Mới", {
      names: [
        { name: i.department.name, from: "2010-01-01" },
        { name: "Sở Mới", from: "2019-09-10" },
      ],
    });
    nothing.when(i.decide({ lead: { unit: renamed } })).then({ ...i.decided({}, i.TODAY), reason: "Nhập bù" });
  });

  it("does again one that was concluded", () => {
    nothing.when(i.reinspect(i.fact())).then({
      ...i.decided({}, i.TODAY),
      data: { ...i.decided().data, reinspectsId: i.fact().inspectionId },
      reason: "Nhập bù",
    } as InspectionEvent);
    nothing
      .when(i.reinspect(i.fact({ status: "IN_PROGRESS" })))
      .thenRefused("REINSPECTION_OF_UNCONCLUDED", ["reinspectsId"]);
  });

  it("may be led by a body outside the register, if some unit of it takes part", () => {
    nothing
      .when(i.decide({ lead: i.team, coordinators: [{ unit: i.department, role: "TEAM_MEMBERS" }] }))
      .thenAccepted();
    nothing.when(i.decide({ lead: i.team, coordinators: [] })).thenRefused("INSPECTION_WITHOUT_UNIT", ["lead"]);
  });

  it("is refused when there is no such plan, or the plan was decided already", () => {
    nothing
      .when(i.decide({}, { plannedInspectionId: i.ID }))
      .thenRefused("INSPECTION_NOT_FOUND", ["plannedInspectionId"]);
    given(inspection.decider, i.decided())
      .when(i.decide({}, { plannedInspectionId: i.ID }))
      .thenRefused("INSPECTION_STATUS_FORBIDS", ["plannedInspectionId"]);
    given(inspection.decider, i.planned({}, "2019-09-04T03:00:00.000Z"))
      .when(i.decide({}, { plannedInspectionId: i.ID }))
      .thenRefused("INSPECTION_STEP_OUT_OF_ORDER", ["decidedOn"]);
  });

  it("is refused in the future, and when the paper is of another day than is told", () => {
    nothing.when(i.decide({}, {}, { occurredAt: i.TOMORROW })).thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    nothing.when(i.decide({ decidedOn: "2019-09-11" })).thenRefused("INSPECTION_PAPER_DAY_AHEAD", ["decidedOn"]);
    nothing.when(i.decide({}, {}, {})).thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
    nothing
      .when(i.decide({}, {}, { occurredAt: i.EARLIER }))
      .thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
  });

  it("is refused when a unit does not exist on the day", () => {
    const gone = unitFact("u-ict", "Sở Cũ", { endsOn: "2019-09-03" });
    const coming = unitFact("u-culture", "Sở Mới", { startsOn: "2019-09-04" });
    nothing.when(i.decide({ lead: { unit: gone } })).thenRefused("UNIT_ENDED", ["lead", "unitId"]);
    nothing
      .when(i.decide({ coordinators: [{ unit: coming, role: "OTHER" }] }))
      .thenRefused("UNIT_NOT_YET_STARTED", ["coordinators", 0, "unitId"]);
  });

  it("is refused when a body or a target is named twice", () => {
    const twice = { unit: i.department, role: "OTHER" } as const;
    nothing.when(i.decide({ coordinators: [twice] })).thenRefused("INSPECTION_BODY_NAMED_TWICE", ["coordinators", 0]);
    const spelt = [
      { name: "Công an tỉnh", role: "LOCAL_FORCES" },
      { name: "CÔNG AN  tỉnh", role: "OTHER" },
    ] as const;
    nothing.when(i.decide({ coordinators: spelt })).thenRefused("INSPECTION_BODY_NAMED_TWICE", ["coordinators", 1]);
    const again = { ...i.shop, targetId: "t-9", name: "NHÀ SÁCH MINH ANH" };
    nothing.when(i.decide({ targets: [i.shop, again] })).thenRefused("INSPECTION_TARGET_NAMED_TWICE", ["targets", 1]);
  });

  it("is refused when a target is said to be of the plan, and is not", () => {
    nothing
      .when(i.decide({ targets: [{ ...i.shop, isKept: true }] }))
      .thenRefused("INSPECTION_TARGET_NOT_FOUND", ["targets", 0, "targetId"]);
  });

  it("is refused when days are out of order", () => {
    const onSite = { from: "2019-09-06", to: "2019-09-05" };
    const before = { from: "2019-09-02", to: "2019-09-20" };
    nothing.when(i.decide({ onSite })).thenRefused("INSPECTION_PERIOD_REVERSED", ["onSite", "to"]);
    nothing.when(i.decide({ onSite: before })).thenRefused("INSPECTION_ON_SITE_BEFORE_DECISION", ["onSite", "from"]);
    nothing
      .when(i.decide({ periodExamined: { from: "2019-01-02", to: "2019-01-01" } }))
      .thenRefused("INSPECTION_PERIOD_REVERSED", ["periodExamined", "to"]);
    nothing
      .when(i.decide({ periodExamined: { from: "2019-01-02", to: "2019-09-21" } }))
      .thenRefused("INSPECTION_EXAMINES_FUTURE", ["periodExamined", "to"]);
  });

  it("is refused for a team with no head, or two", () => {
    const head = { name: "Lê Văn An", role: "HEAD" } as const;
    nothing.when(i.decide({ team: [] })).thenRefused("INSPECTION_NEEDS_ONE_HEAD", ["team"]);
    nothing.when(i.decide({ team: [head, head] })).thenRefused("INSPECTION_NEEDS_ONE_HEAD", ["team"]);
  });
});

describe("a decision that was entered in error", () => {
  const takenBack = (corrected: Partial<DecisionGiven>): { code: string | undefined; state: object } => {
    const decider = inspection.decider as unknown as Decider<Command, object, DomainEvent>;
    const entered = new Entered(decider, [i.planned()]);
    entered.enter({ events: [i.decided()] });
    expect(entered.enter({ command: i.amend(corrected) as unknown as Command })).to.equal(true);
    const code = entered.takeBack("TakeBackInspectionEntry", 1, { inspectionId: i.ID }, commandMeta());
    return { code, state: entered.state };
  };

  it("is taken back, and it is planned again as it was; but not while what only the decision said is corrected", () => {
    const { code, state } = takenBack({ title: "Kiểm tra" });
    expect(code).to.equal(undefined);
    expect(state).to.deep.include({
      status: "PLANNED",
      title: "Kiểm tra",
      decisionNumber: null,
      decidedOn: null,
      team: [],
    });
    for (const corrected of [{ decisionNumber: "46/QĐ" }, { decidedOn: "2019-09-04", team: [...i.decision().team] }]) {
      expect(takenBack(corrected).code).to.equal("ENTRY_RESTED_ON");
    }
  });
});

describe("the kinds of inspection", () => {
  const dated = (day: string): Parameters<typeof i.decide>[0] => ({
    decidedOn: day,
    onSite: { from: day, to: day },
    periodExamined: { from: "2019-01-01", to: day },
  });
  const on = (day: string): Parameters<typeof i.decide>[2] => ({
    now: `${day}T03:00:00.000Z`,
    occurredAt: `${day}T03:00:00.000Z`,
  });
  const LAST_OLD_DAY = ["ADMINISTRATIVE_INSPECTION", "SPECIALISED_INSPECTION", "CHECK"];
  const FIRST_NEW_DAY = ["CHECK", "SPECIALISED_CHECK"];

  for (const kind of INSPECTION_KINDS.values) {
    it(`${kind}: led by a department, to and from 1 July 2025`, () => {
      const old = nothing.when(i.decide({ ...dated("2025-06-30"), kind }, {}, on("2025-06-30")));
      if (LAST_OLD_DAY.includes(kind)) old.thenAccepted();
      else old.thenRefused("INSPECTION_KIND_NOT_IN_FORCE", ["kind"]);
      const fresh = nothing.when(i.decide({ ...dated("2025-07-01"), kind }, {}, on("2025-07-01")));
      if (FIRST_NEW_DAY.includes(kind)) fresh.thenAccepted();
      else if (kind === "INSPECTION") fresh.thenRefused("INSPECTION_LEAD_NOT_COMPETENT", ["lead"]);
      else fresh.thenRefused("INSPECTION_KIND_NOT_IN_FORCE", ["kind"]);
    });
  }

  it("since then inspection is the province's", () => {
    const province = unitFact("u-p", "Thanh tra tỉnh", { kind: "SECTOR" });
    const since = dated("2025-07-01");
    nothing
      .when(i.decide({ ...since, kind: "INSPECTION", lead: { unit: province } }, {}, on("2025-07-01")))
      .thenAccepted();
  });

  it("a commune leads checks only", () => {
    nothing.when(i.decide({ kind: "CHECK", lead: { unit: i.commune } })).thenAccepted();
    nothing.when(i.decide({ lead: { unit: i.commune } })).thenRefused("INSPECTION_LEAD_NOT_COMPETENT", ["lead"]);
  });
});
