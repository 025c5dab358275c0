import { expect } from "chai";
import { factOf } from "../../../src/domain/violationCase/standing.js";
import { violationCaseHistory } from "../../../src/domain/violationCase/events.js";
import type { None } from "../../../src/domain/kernel/history.js";
import type { ViolationCase } from "../../../src/domain/violationCase/violationCase.js";
import type { Told } from "../../support/given.js";
import type { ViolationCaseEvent } from "../../../src/domain/violationCase/events.js";
import * as c from "./facts.js";

/** Minutes of 4 September; a hearing may be asked for until the 6th. */
const NOTICE_DUE = "2019-09-11";

const request = (more: object = {}): c.CaseCommand =>
  c.step("RequestHearing", {
    partyId: "p-1",
    requestedOn: "2019-09-06",
    noticeDueOn: NOTICE_DUE,
    rule: c.deadline("HEARING_NOTICE", 5),
    ...more,
  });
const notify = (more: object = {}): c.CaseCommand =>
  c.step("NotifyHearing", { partyId: "p-1", notifiedOn: "2019-09-09", heldOn: "2019-09-12", place: "Trụ sở", ...more });
const requested = c.event("HearingRequested", {
  partyId: "p-1",
  requestedOn: "2019-09-06",
  noticeDueOn: NOTICE_DUE,
  law: c.reference("HEARING_NOTICE"),
});
const notified = c.event("HearingNotified", {
  partyId: "p-1",
  notifiedOn: "2019-09-09",
  heldOn: "2019-09-12",
  place: "Trụ sở",
});
const wanting = () => c.theCase(c.recorded(), c.drawnUp(), c.opened(), requested);

const factAfter = (...events: Told<ViolationCaseEvent>[]) => {
  const state = events.reduce<ViolationCase | None>(
    (before, event) => violationCaseHistory.evolve(before, event as ViolationCaseEvent),
    { status: "NONE" },
  );
  if (state.status === "NONE") throw new Error("There is a case.");
  return factOf(state).explanation;
};

describe("a hearing", () => {
  it("is asked for once, in time, by who may explain; its notice has a last day", () => {
    c.explaining().when(request()).then(requested);
    c.explaining()
      .when(request({ requestedOn: "2019-09-07" }))
      .thenRefused("HEARING_ASKED_TOO_LATE", ["requestedOn"]);
    c.explaining()
      .when(request({ partyId: "p-2" }))
      .thenRefused("PARTY_NOT_FOUND", ["partyId"]);
    wanting().when(request()).thenRefused("HEARING_REQUESTED", ["partyId"]);
  });

  it("is notified after it was asked for and before it is held; again, if it is put off", () => {
    c.explaining().when(notify()).thenRefused("HEARING_NOT_REQUESTED", ["partyId"]);
    wanting().when(notify()).then(notified);
    wanting()
      .when(notify({ notifiedOn: "2019-09-05" }))
      .thenRefused("CASE_STEP_TOO_EARLY", ["notifiedOn"]);
    wanting()
      .when(notify({ heldOn: "2019-09-08" }))
      .thenRefused("HEARING_BEFORE_NOTICE", ["heldOn"]);
    c.theCase(c.recorded(), c.drawnUp(), c.opened(), requested, notified)
      .when(notify({ notifiedOn: "2019-09-10", heldOn: "2019-09-17" }))
      .thenAccepted();
  });

  it("needs no other request when what was said at it is recorded", () => {
    const heard = { partyId: "p-1", form: "ORAL", submittedOn: "2019-09-09", summary: "Có hóa đơn" } as const;
    wanting()
      .when(c.step("SubmitExplanation", { ...heard, requestedOn: null }))
      .then(c.event("ExplanationSubmitted", { ...heard, requestedOn: "2019-09-06" }));
  });

  it("is what a decision waits for, and gives it more time", () => {
    const before = [c.recorded(), c.drawnUp(), c.opened()];
    expect(factAfter(...before)).to.include({ asked: false, hearingOn: null });
    expect(factAfter(...before, requested)).to.include({ asked: true, hearingOn: "UNSET" });
    expect(factAfter(...before, requested, notified)).to.include({ asked: true, hearingOn: "2019-09-12" });
    const waived = c.event("ExplanationWaived", { partyId: "p-1" });
    expect(factAfter(...before, requested, notified, waived)).to.include({ state: "WAIVED", hearingOn: null });
  });
});

describe("the time for the minutes", () => {
  const lengthen = (more: object): c.CaseCommand =>
    c.step("LengthenMinutesPeriod", { ground: "COMPLEX_OR_WIDE", resultOn: null, reason: "Phạm vi rộng", ...more });
  const groundOf = (...events: Told<ViolationCaseEvent>[]) => {
    const state = events.reduce<ViolationCase | None>(
      (before, event) => violationCaseHistory.evolve(before, event as ViolationCaseEvent),
      { status: "NONE" },
    );
    return state.status === "NONE" ? null : state.minutesGround;
  };

  it("is longer where it is said why; an appraisal has the day of its result", () => {
    const detected = c.theCase(c.recorded());
    detected
      .when(lengthen({}))
      .then(c.event("MinutesPeriodLengthened", { ground: "COMPLEX_OR_WIDE", resultOn: null }, "Phạm vi rộng"));
    detected.when(lengthen({ ground: "APPRAISAL" })).thenRefused("MINUTES_GROUND_NEEDS_RESULT", ["resultOn"]);
    detected.when(lengthen({ resultOn: "2019-09-06" })).thenRefused("MINUTES_GROUND_TAKES_NO_RESULT", ["resultOn"]);
    const appraised = (resultOn: string) => detected.when(lengthen({ ground: "APPRAISAL", resultOn }));
    appraised("2019-09-06").thenAccepted();
    appraised("2019-09-01").thenRefused("CASE_STEP_TOO_EARLY", ["resultOn"]);
    appraised("2019-09-11").thenRefused("CASE_DAY_IN_FUTURE", ["resultOn"]);
  });

  it("is longer in a case that was marked as complex before they were made", () => {
    const complex = c.event("ViolationCaseMarkedComplex", {}, "Nhiều tình tiết");
    expect(groundOf(c.recorded(), complex)).to.equal("COMPLEX_OR_WIDE");
    expect(groundOf(c.recorded(), c.drawnUp(), complex)).to.equal(null);
  });
});
