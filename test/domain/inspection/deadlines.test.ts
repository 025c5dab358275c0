import { expect } from "chai";
import { deadlinesOf, isOverdue } from "../../../src/domain/inspection/deadlines.js";
import type { StepDays } from "../../../src/domain/inspection/periods.js";
import { lawBook } from "../../support/law.js";

const law = lawBook();
const NONE: StepDays = {
  reportedOn: null,
  assignedOn: null,
  draftDueOn: null,
  draftedOn: [],
  concludedOn: null,
  publishedOn: null,
  implementedOn: null,
};

describe("the deadlines of an inspection", () => {
  it("begin to run with the step before", () => {
    expect(deadlinesOf(NONE, law)).to.deep.equal([]);
    const days = {
      ...NONE,
      reportedOn: "2022-09-20",
      draftedOn: ["2022-09-22", "2022-09-26"],
      concludedOn: "2022-10-05",
    };
    expect(deadlinesOf(days, law).map(({ key, from, doneOn }) => [key, from, doneOn])).to.deep.equal([
      ["INSPECTION_DRAFT_CONCLUSION", "2022-09-20", "2022-09-22"],
      ["INSPECTION_CONCLUSION", "2022-09-20", "2022-10-05"],
      ["INSPECTION_PUBLICATION", "2022-10-05", null],
      ["INSPECTION_IMPLEMENTATION", "2022-10-05", null],
    ]);
  });

  it("the conclusion's runs from the report, since 1 July 2025 from the last draft, 15 days (Art. 50 of 2010; 36 of 2025)", () => {
    const conclusion = (reportedOn: string, draftedOn: readonly string[]): unknown[] =>
      deadlinesOf({ ...NONE, reportedOn, draftedOn }, law)
        .filter(({ key }) => key === "INSPECTION_CONCLUSION")
        .map(({ from, dueOn: due }) => [from, due]);
    // 5 October 2019 is a Saturday: the period ends on Monday.
    expect(conclusion("2019-09-20", [])).to.deep.equal([["2019-09-20", "2019-10-07"]]);
    expect(conclusion("2025-09-10", [])).to.deep.equal([]);
    expect(conclusion("2025-09-10", ["2025-09-11", "2025-09-15"])).to.deep.equal([["2025-09-15", "2025-09-30"]]);
  });

  it("since July 2025 the draft is assigned within five working days of the report, and is due when it is set", () => {
    const of = (more: Partial<StepDays>) =>
      deadlinesOf({ ...NONE, reportedOn: "2025-08-27", ...more }, law).map(
        ({ key, dueOn: due, doneOn, instrument }) => [key, due, doneOn, instrument],
      );
    const assignment = "INSPECTION_DRAFT_ASSIGNMENT";
    expect(of({})).to.deep.equal([[assignment, "2025-09-05", null, "INSP-2025"]]);
    expect(of({ assignedOn: "2025-08-29", draftDueOn: "2025-09-30" })).to.deep.equal([
      [assignment, "2025-09-05", "2025-08-29", "INSP-2025"],
      ["INSPECTION_DRAFT_CONCLUSION", "2025-09-30", null, null],
    ]);
    expect(of({ draftedOn: ["2025-09-08"] })[0]).to.deep.equal([assignment, "2025-09-05", "2025-09-08", "INSP-2025"]);
  });

  it("nothing is due by a law that the book does not have", () => {
    expect(deadlinesOf({ ...NONE, reportedOn: "1960-01-01" }, law)).to.deep.equal([]);
  });

  it("a day that was set goes before the law's period", () => {
    const [draft] = deadlinesOf({ ...NONE, reportedOn: "2019-09-20", draftDueOn: "2019-09-23" }, law);
    expect(draft).to.deep.include({ dueOn: "2019-09-23", isNotified: true });
  });

  it("are overdue after their last day while nothing is done, and late when done after it", () => {
    const [open] = deadlinesOf({ ...NONE, reportedOn: "2019-09-20", draftDueOn: "2019-09-23" }, law);
    const [done] = deadlinesOf(
      { ...NONE, reportedOn: "2019-09-20", draftDueOn: "2019-09-23", draftedOn: ["2019-09-24"] },
      law,
    );
    if (!open || !done) throw new Error("There is a deadline.");
    expect([isOverdue(open, "2019-09-23"), isOverdue(open, "2019-09-24"), open.late]).to.deep.equal([
      false,
      true,
      false,
    ]);
    expect([isOverdue(done, "2019-12-31"), done.late]).to.deep.equal([false, true]);
  });
});
