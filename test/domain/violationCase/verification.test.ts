import * as c from "./facts.js";

const heavy = c.rule({ code: "159.8.1", fine: { min: "20000000", max: "30000000" } });

describe("a verification record", () => {
  const parties = [c.recordedHousehold];
  const record = (violations: ReturnType<typeof c.recordedAct>[], of = parties): ReturnType<typeof c.event> =>
    c.event(
      "ViolationVerified",
      {
        record: {
          recordId: "vr-1",
          madeOn: "2019-09-06",
          madeBy: "Trần Thị Bình",
          corrects: "Số bản",
          parties: of,
          violations,
        },
      },
      "Đếm lại",
    );

  it("changes, adds and takes away violations; what it does not name stands", () => {
    const second = c.recordedAct({ violationId: "v-2", title: "Sách Hai" });
    const third = c.recordedAct({ violationId: "v-3", title: "Sách Ba" });
    c.theCase(c.recorded(), c.drawnUp({ violations: [c.recordedAct(), second, third] }))
      .when(
        c.verify({
          changed: [c.stated({ violationId: "v-2", title: "Sách Hai", copies: 55 })],
          removed: ["v-3"],
          added: [c.stated({ violationId: "v-4", title: "Sách Bốn" })],
        }),
      )
      .then(
        record([c.recordedAct(), { ...second, copies: 55 }, c.recordedAct({ violationId: "v-4", title: "Sách Bốn" })]),
      );
  });

  it("names who was not known", () => {
    const unknown = { ...c.recordedHousehold, kind: "UNKNOWN", name: "Không xác định được" } as const;
    c.theCase(c.recorded({ parties: [unknown] }), c.drawnUp())
      .when(c.verify({ parties: [c.household] }))
      .then(record([c.recordedAct()]));
  });

  it("opens the right to explain that the minutes did not see; it is yet to be notified", () => {
    const more = c.stated({ violationId: "v-2", title: "Sách Hai" }, heavy);
    const law = [c.reference("EXPLANATION_FROM_INDIVIDUAL")];
    c.minuted()
      .when(c.verify({ added: [more] }))
      .then(record([c.recordedAct(), c.recordedAct({ violationId: "v-2", title: "Sách Hai" }, heavy)]), {
        ...c.opened({ dueOn: null, oralRequestDueOn: null, law, since: "2019-09-06" }),
        reason: "Đếm lại",
      });
  });

  it("drops a right that nobody has any more, keeps one that stands", () => {
    const minutes = c.drawnUp({ violations: [c.recordedAct({}, heavy)] });
    c.theCase(c.recorded(), minutes, c.opened())
      .when(c.verify({ changed: [c.stated()] }))
      .then(record([c.recordedAct()]), c.event("ExplanationDropped", {}, "Đếm lại"));
    c.theCase(c.recorded(), minutes, c.opened())
      .when(c.verify({ changed: [c.stated({ copies: 41 }, heavy)] }))
      .then(record([c.recordedAct({ copies: 41 }, heavy)]));
  });

  it("is refused without minutes, and before them", () => {
    c.detected().when(c.verify({})).thenRefused("CASE_STATUS_FORBIDS", ["caseId"]);
    c.minuted()
      .when(c.verify({}, { madeOn: "2019-09-03" }))
      .thenRefused("CASE_STEP_TOO_EARLY", ["madeOn"]);
    c.minuted()
      .when(c.verify({}, { madeOn: "2019-09-11" }))
      .thenRefused("CASE_DAY_IN_FUTURE", ["madeOn"]);
  });

  it("is refused for what is not there, or twice for one", () => {
    const strange = c.stated({ violationId: "v-9" });
    c.minuted()
      .when(c.verify({ changed: [strange] }))
      .thenRefused("VIOLATION_NOT_FOUND", ["changed", 0, "violationId"]);
    c.minuted()
      .when(c.verify({ removed: ["v-9"] }))
      .thenRefused("VIOLATION_NOT_FOUND", ["removed", 0]);
    c.minuted()
      .when(c.verify({ parties: [c.company] }))
      .thenRefused("PARTY_NOT_FOUND", ["parties", 0, "partyId"]);
    const twice = { changed: [c.stated()], removed: ["v-1"] };
    c.minuted().when(c.verify(twice)).thenRefused("VERIFICATION_CHANGES_ONE_TWICE", []);
  });

  it("is refused for violations and parties that the minutes could not have either", () => {
    const banded = c.stated({ copies: 10 }, c.rule({ code: "159.9.2", copies: { from: 50, to: 99 } }));
    c.minuted()
      .when(c.verify({ changed: [banded] }))
      .thenRefused("VIOLATION_COPIES_OUTSIDE_BAND", ["changed", 0, "copies"]);
    const stranger = c.stated({ violationId: "v-2", partyId: "p-9" });
    c.minuted()
      .when(c.verify({ added: [stranger] }))
      .thenRefused("VIOLATION_OF_STRANGER", ["added", 0, "partyId"]);
    const same = c.stated({ violationId: "v-2" });
    c.minuted()
      .when(c.verify({ added: [same] }))
      .thenRefused("VIOLATION_STATED_TWICE", ["added", 0]);
    const nameless = { ...c.household, name: null };
    c.minuted()
      .when(c.verify({ parties: [nameless] }))
      .thenRefused("PARTY_NEEDS_NAME", ["parties", 0, "name"]);
    const unknown = { ...c.nobody };
    c.theCase(c.recorded({ parties: [c.recordedHousehold, c.recordedCompany] }), c.drawnUp())
      .when(c.verify({ parties: [unknown] }))
      .thenRefused("UNKNOWN_PARTY_NOT_ALONE", ["parties", 0]);
  });

  it("is refused for what a standing decision rests on, not for an annulled one", () => {
    const changed = [c.stated({ copies: 41 })];
    const decisions = [c.decision()];
    c.minuted().when(c.verify({ changed }, { decisions })).thenRefused("VIOLATION_IS_DECIDED", ["changed", 0]);
    c.minuted()
      .when(c.verify({ removed: ["v-1"] }, { decisions }))
      .thenRefused("VIOLATION_IS_DECIDED", ["removed", 0]);
    c.minuted()
      .when(c.verify({ parties: [c.household] }, { decisions }))
      .thenRefused("VIOLATION_IS_DECIDED", ["parties", 0]);
    c.minuted()
      .when(c.verify({ changed }, { decisions: [c.decision({ annulledOn: "2019-09-09" })] }))
      .thenAccepted();
  });
});
