import { visit as declared } from "../../../src/domain/visit/record.js";
import type { VisitEvent } from "../../../src/domain/visit/events.js";
import { type commandMeta, given } from "../../support/given.js";
import type { PressLaw } from "../../../src/domain/law/pressLaw.js";
import type { DeclineGround } from "../../../src/domain/visit/terms.js";
import * as v from "./facts.js";

const visitDecider = declared.decider;

const visit = (...events: VisitEvent[]): ReturnType<typeof given<typeof visitDecider>> =>
  given(visitDecider, ...events);
const appointment = (): VisitEvent => v.registered(v.TOMORROW);
const come = (): VisitEvent[] => [v.registeredAsArrived()];
const cardShown = { reporterId: "r-carded", kind: "PRESS_CARD", number: null, validTo: null } as const;

describe("the steps of a visit", () => {
  it("an appointment is confirmed", () => {
    visit(appointment())
      .when(v.step("ConfirmVisit", {}))
      .then(v.event("VisitConfirmed", {}, v.NOW));
  });

  it("an appointment is declined, on a ground", () => {
    visit(appointment())
      .when(
        v.step("DeclineVisit", { ground: "NOT_COMPETENT", reason: "Không thuộc thẩm quyền", pressLaw: v.PRESS_2016 }),
      )
      .then(v.event("VisitDeclined", { ground: "NOT_COMPETENT" }, v.NOW, "Không thuộc thẩm quyền"));
  });

  it("reporters are sent to the competent unit", () => {
    visit(appointment())
      .when(v.step("RedirectVisit", { to: v.land, oneWithTo: ["u-land"], reason: "Việc đất đai" }))
      .then(v.event("VisitRedirected", { to: { unitId: "u-land", name: v.land.name } }, v.NOW, "Việc đất đai"));
  });

  it("the reporters of an appointment arrive", () => {
    visit(appointment())
      .when(v.step("RecordArrival", { hosts: [v.health] }))
      .then(v.arrived(v.NOW));
  });

  it("the documents are checked against the day of the arrival", () => {
    visit(...come())
      .when(v.step("CheckDocuments", { documents: [cardShown], ...v.checking(v.carded) }))
      .then(
        v.event(
          "VisitDocumentsChecked",
          { documents: [{ reporterId: "r-carded", kind: "PRESS_CARD", numberEnd: null, validTo: null }] },
          v.NOW,
        ),
      );
  });

  it("the session begins and the outcome is recorded", () => {
    visit(...come(), v.checked())
      .when(v.step("StartSession", {}))
      .then(v.event("VisitSessionStarted", {}, v.NOW));
    visit(...come(), v.checked(), v.inSession())
      .when(v.step("RecordOutcome", { outcome: v.outcome }))
      .then(v.event("VisitOutcomeRecorded", { outcome: v.outcome }, v.NOW));
  });

  it("information is promised and given; with the last promise the visit is closed", () => {
    const promise = { promiseId: "p-1", what: "Số liệu tiêm chủng", dueOn: "2019-09-20" };
    visit(...come(), v.checked(), v.completed())
      .when(v.step("PromiseInformation", promise))
      .then(v.event("VisitInformationPromised", promise, v.NOW));
    visit(...come(), v.checked(), v.completed(), v.promised())
      .when(v.step("FulfilPromise", { promiseId: "p-1", how: "Gửi thư" }))
      .then(v.event("VisitPromiseFulfilled", { promiseId: "p-1", how: "Gửi thư" }, v.NOW));
    visit(...come(), v.checked(), v.completed(), v.promised(), v.fulfilled())
      .when(v.step("CloseVisit", {}))
      .thenRefused("VISIT_STATUS_FORBIDS", ["visitId"]);
  });

  it("a completed visit is closed", () => {
    visit(...come(), v.checked(), v.completed())
      .when(v.step("CloseVisit", {}))
      .then(v.event("VisitClosed", {}, v.NOW));
  });

  it("nobody came to a due appointment", () => {
    const due = v.registered(v.EARLIER_TODAY, v.YESTERDAY);
    visit(due)
      .when(v.step("RecordNoShow", {}))
      .then(v.event("VisitorsDidNotCome", {}, v.NOW));
  });

  it("an appointment is cancelled", () => {
    visit(appointment())
      .when(v.step("CancelVisit", { reason: "Báo bận" }))
      .then(v.event("VisitCancelled", {}, v.NOW, "Báo bận"));
  });

  it("a press item is linked, an obstacle is reported", () => {
    const item = { url: "https://bao.example/1", title: "Bài 1", publishedOn: "2019-09-09" };
    visit(...come())
      .when(v.step("LinkPressItem", item))
      .then(v.event("VisitPressItemLinked", item, v.NOW));
    visit(...come())
      .when(v.step("ReportObstacle", { description: "Phải chờ lâu" }))
      .then(v.event("VisitObstacleReported", { description: "Phải chờ lâu" }, v.NOW));
  });
});

describe("a step of a visit is refused", () => {
  it("when there is no such visit", () => {
    visit().when(v.step("ConfirmVisit", {})).thenRefused("VISIT_NOT_FOUND", ["visitId"]);
  });

  it("when the visit does not stand where the step begins", () => {
    const cases: readonly (readonly [VisitEvent[], v.VisitCommand])[] = [
      [come(), v.step("ConfirmVisit", {})],
      [[...come(), v.checked()], v.step("DeclineVisit", { ground: "OTHER", reason: "x", pressLaw: v.PRESS_2016 })],
      [[...come(), v.checked()], v.step("RedirectVisit", { to: v.land, oneWithTo: ["u-land"], reason: "x" })],
      [come(), v.step("RecordArrival", { hosts: [v.health] })],
      [[appointment()], v.step("CheckDocuments", { documents: [cardShown], ...v.checking(v.carded) })],
      [come(), v.step("StartSession", {})],
      [come(), v.step("RecordOutcome", { outcome: v.outcome })],
      [come(), v.step("PromiseInformation", { promiseId: "p", what: "x", dueOn: "2019-09-20" })],
      [come(), v.step("CloseVisit", {})],
      [come(), v.step("RecordNoShow", {})],
      [come(), v.step("CancelVisit", { reason: "x" })],
      [[appointment()], v.step("LinkPressItem", { url: "https://a.example", title: "x", publishedOn: "2019-09-09" })],
      [[...come(), v.voided()], v.step("ReportObstacle", { description: "x" })],
      [[...come(), v.voided()], v.step("VoidVisit", { reason: "x" })],
    ];
    for (const [events, command] of cases)
      visit(...events)
        .when(command)
        .thenRefused("VISIT_STATUS_FORBIDS", ["visitId"]);
  });

  it("when it happened before the step it follows", () => {
    const morning = "2019-09-10T01:00:00.000Z";
    visit(appointment())
      .when(v.step("ConfirmVisit", {}, { occurredAt: morning }))
      .thenRefused("STEP_OUT_OF_ORDER", ["occurredAt"]);
  });

  it("when it lies in the future, or on an earlier day without a reason", () => {
    visit(appointment())
      .when(v.step("ConfirmVisit", {}, { occurredAt: v.TOMORROW }))
      .thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    visit(v.registered(v.TOMORROW, "2019-09-01T00:00:00.000Z"))
      .when(v.step("ConfirmVisit", {}, { occurredAt: v.YESTERDAY }))
      .thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
  });

  it("when a clerk of another unit takes it; not when the clerk's unit succeeded the host", () => {
    const clerk = { subject: "s", role: "CLERK", unitId: "u-new", unitName: "Sở Mới" } as const;
    visit(appointment())
      .when(v.step("ConfirmVisit", {}, { actor: clerk, actsFor: ["u-new"] }))
      .thenRefused("NOT_YOUR_UNIT", ["visitId"]);
    visit(appointment())
      .when(v.step("ConfirmVisit", {}, { actor: clerk, actsFor: ["u-new", "u-health"] }))
      .thenAccepted();
  });

  it("when reporters are redirected to where they are, or to a unit that is no more", () => {
    visit(appointment())
      .when(v.step("RedirectVisit", { to: v.health, oneWithTo: ["u-health"], reason: "x" }))
      .thenRefused("REDIRECTED_TO_HOST", ["toUnitId"]);
    visit(appointment())
      .when(
        v.step("RedirectVisit", {
          to: v.unit("u-gone", "Sở Cũ", { endsOn: "2019-01-01" }),
          oneWithTo: ["u-gone"],
          reason: "x",
        }),
      )
      .thenRefused("UNIT_ENDED", ["toUnitId"]);
  });

  it("when the host has ended since the appointment was made", () => {
    const gone = v.unit("u-health", "Sở Y tế", { endsOn: "2019-09-10" });
    visit(appointment())
      .when(v.step("RecordArrival", { hosts: [gone] }))
      .thenRefused("UNIT_ENDED", ["hostIds", 0]);
  });

  it("when the ground is none of the press law of the day", () => {
    const declining = (ground: DeclineGround, pressLaw: PressLaw) =>
      visit(...come()).when(v.step("DeclineVisit", { ground, reason: "x", pressLaw }));
    declining("PERSONAL_SECRET", v.PRESS_2016).thenRefused("DECLINE_GROUND_NOT_OF_LAW", ["ground"]);
    declining("PAPER_BEING_DRAFTED", v.PRESS_2025).thenRefused("DECLINE_GROUND_NOT_OF_LAW", ["ground"]);
    declining("PAPER_BEING_DRAFTED", v.PRESS_2016).thenAccepted();
    declining("PERSONAL_SECRET", v.PRESS_2025).thenAccepted();
    declining("DISPUTE_WITHOUT_CONCLUSION", v.PRESS_2016).then(
      v.event("VisitDeclined", { ground: "DISPUTE_WITHOUT_CONCLUSION", law: v.PRESS_2016 }, v.NOW, "x"),
    );
  });

  it("when the documents do not suffice", () => {
    visit(...come())
      .when(v.step("CheckDocuments", { documents: [], ...v.checking(v.carded) }))
      .thenRefused("REPORTER_WITHOUT_DOCUMENT", ["documents"]);
  });

  it("when a promise is due before it is made, unknown or kept already", () => {
    const open = visit(...come(), v.checked(), v.completed(), v.promised("p-1"), v.promised("p-2"), v.fulfilled("p-1"));
    open
      .when(v.step("PromiseInformation", { promiseId: "p-3", what: "x", dueOn: "2019-09-09" }))
      .thenRefused("PROMISE_DUE_IN_PAST", ["dueOn"]);
    open.when(v.step("FulfilPromise", { promiseId: "p-9", how: "x" })).thenRefused("PROMISE_NOT_FOUND", ["promiseId"]);
    open.when(v.step("FulfilPromise", { promiseId: "p-1", how: "x" })).thenRefused("PROMISE_FULFILLED", ["promiseId"]);
  });

  it("when nobody could have come yet, or no hour was agreed", () => {
    visit(appointment()).when(v.step("RecordNoShow", {})).thenRefused("APPOINTMENT_NOT_YET_DUE", ["occurredAt"]);
    visit(v.registered()).when(v.step("RecordNoShow", {})).thenRefused("NO_APPOINTMENT", ["visitId"]);
  });

  it("when a press item is to be published yet", () => {
    const item = { url: "https://bao.example/1", title: "Bài 1", publishedOn: "2019-09-11" };
    visit(...come())
      .when(v.step("LinkPressItem", item))
      .thenRefused("PRESS_ITEM_NOT_PUBLISHED_YET", ["publishedOn"]);
  });

  it("when a press item is linked twice", () => {
    const item = { url: "https://bao.example/1", title: "Bài 1", publishedOn: "2019-09-09" };
    visit(...come(), v.event("VisitPressItemLinked", item))
      .when(v.step("LinkPressItem", item))
      .thenRefused("PRESS_ITEM_LINKED", ["url"]);
  });
});

describe("the corrections of a visit", () => {
  const unnamed = { hosts: null, reporters: null, topic: null, subject: null, arrivedAt: null, appointmentAt: null };
  const nothing = { ...unnamed, documents: null, ...v.checking(v.carded) };
  const amend = (data: object, meta: Parameters<typeof commandMeta>[0] = {}): v.VisitCommand =>
    v.step("AmendVisit", { reason: "Nhập sai", ...nothing, ...data }, meta);

  it("an amendment keeps what it does not speak of", () => {
    visit(...come())
      .when(amend({ topic: "LAND", subject: "Công tác phòng dịch", hosts: [v.land] }))
      .then(
        v.event(
          "VisitAmended",
          { changes: { hosts: [{ unitId: "u-land", name: v.land.name }], topic: "LAND" } },
          v.NOW,
          "Nhập sai",
        ),
      );
  });

  it("a wrong hour of arrival is corrected", () => {
    const arrivedAt = "2019-09-10T01:00:00.000Z";
    visit(...come())
      .when(amend({ arrivedAt }))
      .then(v.event("VisitAmended", { changes: { arrivedAt } }, v.NOW, "Nhập sai"));
  });

  it("an amendment is refused when it changes nothing, lies ahead, or tells the impossible", () => {
    visit(...come())
      .when(amend({ topic: "HEALTH" }))
      .thenRefused("CORRECTION_CHANGES_NOTHING", []);
    visit(...come())
      .when(amend({ arrivedAt: v.TOMORROW }))
      .thenRefused("OCCURRED_IN_FUTURE", ["arrivedAt"]);
    visit(appointment())
      .when(amend({ arrivedAt: v.EARLIER_TODAY }))
      .thenRefused("NOT_ARRIVED_YET", ["arrivedAt"]);
    visit(...come())
      .when(amend({ hosts: [v.land, v.land] }))
      .thenRefused("HOST_NAMED_TWICE", ["hostIds", 1]);
    const twice = [v.visitorFact(v.carded), v.visitorFact(v.carded)];
    visit(...come())
      .when(amend({ reporters: twice }))
      .thenRefused("REPORTER_NAMED_TWICE", ["reporterIds", 1]);
    const gone = v.unit("u-gone", "Sở Cũ", { endsOn: "2019-01-01" });
    visit(...come())
      .when(amend({ hosts: [gone] }))
      .thenRefused("UNIT_ENDED", ["hostIds", 0]);
    visit(...come(), v.voided())
      .when(amend({ topic: "LAND" }))
      .thenRefused("VISIT_STATUS_FORBIDS", ["visitId"]);
    visit(...come())
      .when(amend({ topic: "LAND" }, { occurredAt: v.TOMORROW }))
      .thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
  });

  it("other reporters of a visit whose documents were checked need their documents told", () => {
    const shown = v.event("VisitDocumentsChecked", {
      documents: [{ reporterId: "r-carded", kind: "PRESS_CARD", numberEnd: null, validTo: null }],
    });
    const others = { reporters: [v.visitorFact(v.uncarded)], ...v.checking(v.uncarded) };
    visit(...come(), shown)
      .when(amend(others))
      .thenRefused("AMENDMENT_NEEDS_DOCUMENTS", ["documents"]);
    const letter = { reporterId: "r-uncarded", kind: "INTRODUCTION_LETTER", number: "1", validTo: "2019-09-30" };
    visit(...come(), shown)
      .when(amend({ ...others, documents: [letter] }))
      .thenAccepted();
    const expired = { ...letter, validTo: "2019-09-01" };
    visit(...come(), shown)
      .when(amend({ ...others, documents: [expired] }))
      .thenRefused("LETTER_NOT_VALID", ["documents", 0]);
    visit(...come())
      .when(amend(others))
      .thenAccepted();
  });

  it("a clerk cannot give a visit away to another unit", () => {
    const actor = { subject: "s", role: "CLERK", unitId: "u-health", unitName: "Sở Y tế" } as const;
    visit(...come())
      .when(amend({ hosts: [v.land] }, { actor, actsFor: ["u-health"] }))
      .thenRefused("NOT_YOUR_UNIT", ["hostIds"]);
  });

  const other = {
    visitId: v.OTHER_VISIT,
    status: "COMPLETED",
    day: "2019-09-10",
    hostIds: ["u-health"],
    reporterIds: ["r-carded"],
    promiseIds: [],
  } as const;
  const oneWithOther = { hosts: ["u-health"], reporters: ["r-carded"] };

  it("two visits are judged distinct, or one of them is voided as a duplicate", () => {
    const judged = (verdict: "DISTINCT" | "DUPLICATE"): VisitEvent =>
      v.event("VisitDuplicateJudged", { otherVisitId: v.OTHER_VISIT, verdict }, v.NOW, "Đã đối chiếu");
    visit(...come())
      .when(v.step("JudgeVisitDuplicate", { other, oneWithOther, verdict: "DISTINCT", reason: "Đã đối chiếu" }))
      .then(judged("DISTINCT"));
    visit(...come())
      .when(v.step("JudgeVisitDuplicate", { other, oneWithOther, verdict: "DUPLICATE", reason: "Đã đối chiếu" }))
      .then(judged("DUPLICATE"), v.event("VisitVoided", { duplicateOfId: v.OTHER_VISIT }, v.NOW, "Đã đối chiếu"));
  });

  it("no verdict on a visit itself, on a void one, or on two that have nothing in common", () => {
    const judge = (changes: object): v.VisitCommand =>
      v.step("JudgeVisitDuplicate", { other, oneWithOther, verdict: "DUPLICATE", reason: "x", ...changes });
    visit(...come())
      .when(judge({ other: { ...other, visitId: v.VISIT } }))
      .thenRefused("DUPLICATE_OF_ITSELF", ["otherVisitId"]);
    visit(...come())
      .when(judge({ other: { ...other, status: "VOIDED" } }))
      .thenRefused("OTHER_VISIT_VOIDED", ["otherVisitId"]);
    visit(...come())
      .when(judge({ oneWithOther: { ...oneWithOther, hosts: ["u-land"] } }))
      .thenRefused("NOTHING_IN_COMMON", ["otherVisitId"]);
    visit(...come())
      .when(judge({ oneWithOther: { ...oneWithOther, reporters: ["r-x"] } }))
      .thenRefused("NOTHING_IN_COMMON", ["otherVisitId"]);
  });

  it("a visit entered in error is voided", () => {
    visit(...come())
      .when(v.step("VoidVisit", { reason: "Nhập nhầm" }))
      .then(v.event("VisitVoided", { duplicateOfId: null }, v.NOW, "Nhập nhầm"));
  });
});
