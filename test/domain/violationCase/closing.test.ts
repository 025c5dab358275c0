import * as c from "./facts.js";

describe("the end of a case", () => {
  const close = (more: c.CommandData<"CloseCase"> = {}): c.CaseCommand =>
    c.step("CloseCase", {
      ground: "NOT_A_VIOLATION",
      closedOn: "2019-09-10",
      reason: "Có hóa đơn",
      decisions: [],
      fineableUntil: "2019-09-13",
      ...more,
    });
  const closed = c.event("ViolationCaseClosed", { ground: "NOT_A_VIOLATION", closedOn: "2019-09-10" }, "Có hóa đơn");

  it("is a closing without a sanction, which may be taken back", () => {
    c.minuted().when(close()).then(closed);
    const file = c.theCase(c.recorded(), c.drawnUp(), closed);
    file.when(close()).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
    file
      .when(c.step("ReopenCase", { reason: "Hóa đơn giả" }))
      .then(c.event("ViolationCaseReopened", {}, "Hóa đơn giả"));
    c.minuted()
      .when(c.step("ReopenCase", { reason: "x" }))
      .thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
  });

  it("is not before the minutes, nor ahead", () => {
    c.minuted()
      .when(close({ closedOn: "2019-09-03" }))
      .thenRefused("CASE_STEP_TOO_EARLY", ["closedOn"]);
    c.minuted()
      .when(close({ closedOn: "2019-09-11" }))
      .thenRefused("CASE_DAY_IN_FUTURE", ["closedOn"]);
  });

  it("is EXECUTED when every standing decision has been carried out", () => {
    const ground = "EXECUTED";
    const done = c.decision({ status: "EXECUTED" });
    const annulled = c.decision({ sanctionId: "s-0", status: "ANNULLED", annulledOn: "2019-09-08" });
    c.minuted()
      .when(close({ ground, decisions: [annulled, done] }))
      .thenAccepted();
    for (const decisions of [[], [annulled], [done, c.decision({ sanctionId: "s-2", status: "SERVED" })]])
      c.minuted().when(close({ ground, decisions })).thenRefused("CASE_NOT_EXECUTED", ["ground"]);
  });

  it("is no other while a decision stands", () => {
    c.minuted()
      .when(close({ decisions: [c.decision()] }))
      .thenRefused("CASE_HAS_DECISIONS", ["ground"]);
    c.minuted()
      .when(close({ decisions: [c.decision({ annulledOn: "2019-09-09" })] }))
      .thenAccepted();
  });

  it("is STATE_TASK only where a state body did it in its task", () => {
    const ground = "STATE_TASK";
    c.minuted().when(close({ ground })).thenRefused("CASE_NOT_OF_STATE_BODY", ["ground"]);
    const body = { ...c.recordedHousehold, kind: "STATE_BODY" } as const;
    c.theCase(c.recorded({ parties: [body] }))
      .when(close({ ground }))
      .thenAccepted();
  });

  it("is TIME_BARRED only when nothing can be fined any more", () => {
    const ground = "TIME_BARRED";
    c.minuted()
      .when(close({ ground, fineableUntil: "2019-09-10" }))
      .thenRefused("CASE_NOT_TIME_BARRED", ["ground"]);
    c.minuted()
      .when(close({ ground, fineableUntil: "2019-09-09" }))
      .thenAccepted();
    c.detected()
      .when(close({ ground, fineableUntil: null }))
      .thenAccepted();
  });

  it("is PROSECUTED with the investigating body, and only there", () => {
    const away = c.theCase(c.recorded(), c.drawnUp(), c.away());
    away.when(close({ ground: "PROSECUTED" })).thenAccepted();
    away.when(close()).thenRefused("CLOSING_GROUND_WRONG", ["ground"]);
    c.minuted()
      .when(close({ ground: "PROSECUTED" }))
      .thenRefused("CLOSING_GROUND_WRONG", ["ground"]);
  });

  it("is to be void when it was entered in error, unless a decision or exhibits hang on it", () => {
    const voids = (more: object = {}): c.CaseCommand =>
      c.step("VoidCase", { reason: "Nhập trùng", decisions: [], seizureIds: [], ...more });
    const voided = c.event("ViolationCaseVoided", {}, "Nhập trùng");
    c.minuted().when(voids()).then(voided);
    c.theCase(c.recorded(), c.drawnUp(), closed).when(voids()).then(voided);
    c.minuted()
      .when(voids({ decisions: [c.decision()] }))
      .thenRefused("CASE_HAS_DECISIONS", ["caseId"]);
    c.minuted()
      .when(voids({ seizureIds: ["z-1"] }))
      .thenRefused("CASE_HAS_SEIZURES", ["caseId"]);
    const file = c.theCase(c.recorded(), voided);
    for (const step of [c.drawUp(), voids(), close(), c.step("ReopenCase", { reason: "x" })])
      file.when(step).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
  });

  it("is nothing that happens in the future", () => {
    const tomorrow = { occurredAt: "2019-09-11T03:00:00.000Z" };
    c.minuted()
      .when(c.step("VoidCase", { reason: "x", decisions: [], seizureIds: [] }, tomorrow))
      .thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    c.minuted()
      .when(c.step("MarkComplex", { reason: "x" }, { occurredAt: "2019-09-01T03:00:00.000Z", lateEntryReason: "x" }))
      .thenRefused("CASE_STEP_TOO_EARLY", ["occurredAt"]);
  });
});
