import { unitFact } from "../../support/facts.js";
import * as c from "./facts.js";

describe("explanation", () => {
  const submit = (more: object = {}): c.CaseCommand =>
    c.step("SubmitExplanation", {
      partyId: "p-1",
      form: "WRITTEN",
      submittedOn: "2019-09-09",
      requestedOn: null,
      summary: "Mua lại của người khác",
      ...more,
    });
  const waive = c.step("WaiveExplanation", { partyId: "p-1" });
  const extend = c.step("ExtendExplanation", {
    dueOn: "2019-09-18",
    rule: c.deadline("EXPLANATION_WRITTEN_EXTENSION", 5),
    reason: "Đang thu thập chứng từ",
  });
  const submitted = c.event("ExplanationSubmitted", {
    partyId: "p-1",
    form: "WRITTEN",
    submittedOn: "2019-09-09",
    requestedOn: null,
    summary: "Mua lại của người khác",
  });
  const both = c.theCase(
    c.recorded({ parties: [c.recordedHousehold, c.recordedCompany] }),
    c.drawnUp(),
    c.opened({ partyIds: ["p-1", "p-2"] }),
    submitted,
  );

  it("is given in writing, up to its last day, or at a hearing that was asked for in time", () => {
    c.explaining().when(submit()).then(submitted);
    const early = c.opened({ dueOn: "2019-09-09" });
    c.theCase(c.recorded(), c.drawnUp(), early).when(submit()).thenAccepted();
    c.explaining()
      .when(submit({ form: "ORAL", requestedOn: "2019-09-06" }))
      .thenAccepted();
  });

  it("is waived, and the case goes on", () => {
    c.explaining()
      .when(waive)
      .then(c.event("ExplanationWaived", { partyId: "p-1" }));
    c.theCase(c.recorded(), c.drawnUp(), c.opened(), c.event("ExplanationWaived", { partyId: "p-1" }))
      .when(submit())
      .thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
  });

  it("is extended once, while the period runs", () => {
    const extended = c.event(
      "ExplanationExtended",
      { dueOn: "2019-09-18", law: c.reference("EXPLANATION_WRITTEN_EXTENSION") },
      "Đang thu thập chứng từ",
    );
    c.explaining().when(extend).then(extended);
    c.theCase(c.recorded(), c.drawnUp(), c.opened(), extended)
      .when(extend)
      .thenRefused("EXPLANATION_EXTENDED", ["caseId"]);
    const over = c.opened({ dueOn: "2019-09-09" });
    c.theCase(c.recorded(), c.drawnUp(), over).when(extend).thenRefused("EXPLANATION_PERIOD_OVER", ["occurredAt"]);
    const untold = c.opened({ dueOn: null, oralRequestDueOn: null });
    c.theCase(c.recorded(), c.drawnUp(), untold).when(extend).thenRefused("EXPLANATION_NOT_NOTIFIED", ["caseId"]);
  });

  it("waits for everybody who has the right", () => {
    both.when(submit({ partyId: "p-2" })).thenAccepted();
    both.when(submit()).thenRefused("ALREADY_ANSWERED", ["partyId"]);
    both.when(waive).thenRefused("ALREADY_ANSWERED", ["partyId"]);
  });

  it("is refused to a stranger, to one without the right, and where nobody has it", () => {
    c.explaining()
      .when(submit({ partyId: "p-9" }))
      .thenRefused("PARTY_NOT_FOUND", ["partyId"]);
    const parties = [c.recordedHousehold, c.recordedCompany];
    c.theCase(c.recorded({ parties }), c.drawnUp(), c.opened())
      .when(submit({ partyId: "p-2" }))
      .thenRefused("NO_RIGHT_TO_EXPLAIN", ["partyId"]);
    c.minuted().when(submit()).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
  });

  it("is refused after the last day, before the minutes, and at a hearing that was not asked for in time", () => {
    const over = c.opened({ dueOn: "2019-09-08" });
    c.theCase(c.recorded(), c.drawnUp(), over).when(submit()).thenRefused("EXPLANATION_PERIOD_OVER", ["submittedOn"]);
    c.explaining()
      .when(submit({ submittedOn: "2019-09-03" }))
      .thenRefused("CASE_STEP_TOO_EARLY", ["submittedOn"]);
    const oral = { form: "ORAL", submittedOn: "2019-09-09" };
    c.explaining().when(submit(oral)).thenRefused("HEARING_NEEDS_REQUEST", ["requestedOn"]);
    c.explaining()
      .when(submit({ ...oral, requestedOn: "2019-09-07" }))
      .thenRefused("HEARING_ASKED_TOO_LATE", ["requestedOn"]);
    c.explaining()
      .when(submit({ form: "ORAL", submittedOn: "2019-09-05", requestedOn: "2019-09-06" }))
      .thenRefused("CASE_STEP_TOO_EARLY", ["submittedOn"]);
  });
});

describe("the way of a case", () => {
  const transfer = (to = c.province, transferredOn = "2019-09-09"): c.CaseCommand =>
    c.step("TransferCase", { to, transferredOn, reason: "Vượt thẩm quyền" });
  const toProsecution = (transferredOn = "2019-09-05"): c.CaseCommand =>
    c.step("TransferToProsecution", { body: "Công an tỉnh", document: "7/BC", transferredOn });
  const back = (returnedOn = "2019-09-09"): c.CaseCommand =>
    c.step("ReturnFromProsecution", { document: "12/QĐ", returnedOn });
  const transferred = c.event(
    "ViolationCaseTransferred",
    {
      from: { unitId: "u-dic", name: c.department.name },
      to: { unitId: "u-province", name: c.province.name },
      transferredOn: "2019-09-09",
    },
    "Vượt thẩm quyền",
  );

  it("leads to verification, and to more time for what is complex, each once", () => {
    const verification = c.step("RequestVerification", { what: "Nguồn gốc sách" });
    c.minuted()
      .when(verification)
      .then(c.event("VerificationRequested", { what: "Nguồn gốc sách" }));
    c.theCase(c.recorded(), c.drawnUp(), c.event("VerificationRequested", { what: "Nguồn gốc sách" }))
      .when(verification)
      .thenRefused("VERIFICATION_REQUESTED", ["caseId"]);
    const complex = c.step("MarkComplex", { reason: "Nhiều địa bàn" });
    const marked = c.event("ViolationCaseMarkedComplex", {}, "Nhiều địa bàn");
    c.minuted().when(complex).then(marked);
    c.theCase(c.recorded(), marked).when(complex).thenRefused("CASE_IS_COMPLEX", ["caseId"]);
  });

  it("leads to another unit that exists, and not to the same one", () => {
    c.minuted().when(transfer()).then(transferred);
    c.minuted().when(transfer(c.department)).thenRefused("TRANSFERRED_TO_SAME_UNIT", ["toUnitId"]);
    const ended = unitFact("u-old", "Phòng cũ", { endsOn: "2019-09-09" });
    c.minuted().when(transfer(ended)).thenRefused("UNIT_ENDED", ["toUnitId"]);
    c.minuted().when(transfer(c.province, "2019-09-03")).thenRefused("CASE_STEP_TOO_EARLY", ["transferredOn"]);
    c.theCase(c.recorded(), transferred)
      .when(c.drawUp({ madeOn: "2019-09-08" }))
      .thenRefused("CASE_STEP_TOO_EARLY", ["madeOn"]);
  });

  it("leads to the investigating body and back, with the days it was away", () => {
    c.minuted().when(toProsecution()).then(c.away());
    c.theCase(c.recorded(), c.drawnUp(), c.away())
      .when(back())
      .then(
        c.event("ViolationCaseReturnedFromProsecution", {
          document: "12/QĐ",
          returnedOn: "2019-09-09",
          pausedDays: 4,
        }),
      );
    c.theCase(c.recorded(), c.drawnUp(), c.away())
      .when(back("2019-09-04"))
      .thenRefused("CASE_STEP_TOO_EARLY", ["returnedOn"]);
    c.minuted().when(back()).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
  });

  it("with the investigating body nothing is done but to take it back or close it", () => {
    const steps: readonly c.CaseCommand[] = [
      c.drawUp(),
      c.verify({}),
      c.step("NotifyRightToExplain", { notifiedOn: "2019-09-09", periods: c.periods }),
      c.step("RequestVerification", { what: "x" }),
      c.step("MarkComplex", { reason: "x" }),
      transfer(),
      toProsecution("2019-09-09"),
      c.step("ReopenCase", { reason: "x" }),
      c.step("VoidCase", { reason: "x", decisions: [], seizureIds: [] }),
    ];
    const away = c.theCase(c.recorded(), c.drawnUp(), c.opened(), c.away());
    for (const step of steps) away.when(step).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
  });
});
