import { expect } from "chai";
import { dueAt, dueOn } from "../../../src/domain/kernel/deadline.js";
import { lawBook } from "../../support/law.js";

describe("duties towards the press and citizens, asked by day", () => {
  const law = lawBook();

  it("L113: an urgent statement is due within 24 hours by the wall clock, Tết or not", () => {
    const rule = law.duty("URGENT_STATEMENT", "2024-02-09")!;
    expect(rule.instrument).to.equal("SPOKE-2017");
    expect(dueAt(rule.term, "2024-02-09T15:10:00.000Z", law.calendar)).to.equal("2024-02-10T15:10:00.000Z");
  });

  it("has the day of 2013 up to 29 March 2017, the 24 hours from the day after, and nothing before July 2013", () => {
    expect(law.duty("URGENT_STATEMENT", "2017-03-29")?.term).to.deep.equal({ amount: 1, unit: "CALENDAR_DAYS" });
    expect(law.duty("URGENT_STATEMENT", "2017-03-30")?.term).to.deep.equal({ amount: 24, unit: "HOURS" });
    expect(law.duty("URGENT_STATEMENT", "2013-06-30")).to.equal(undefined);
  });

  it("knows which kinds of units inform every month and hold a conference every three", () => {
    const monthly = law.duty("MONTHLY_INFORMATION", "2019-09-01")!;
    expect([monthly.term, monthly.unitKinds]).to.deep.equal([
      { amount: 1, unit: "MONTHS" },
      ["PROVINCE", "DEPARTMENT"],
    ]);
    expect(law.duty("PERIODIC_CONFERENCE", "2019-09-01")?.term).to.deep.equal({ amount: 3, unit: "MONTHS" });
    expect(law.duty("PERIODIC_CONFERENCE", "2017-03-29")).to.equal(undefined);
  });

  it("L115: what is asked by internet and at hand is given in three working days", () => {
    const on = "2024-04-25";
    expect(dueOn(law.duty("ACCESS_INTERNET", on)!.term, on, law.calendar)).to.equal("2024-05-03");
    expect(law.duty("ACCESS_INTERNET", "2018-06-30")).to.equal(undefined);
  });

  it("changes the instrument of conferences and answers with the Press Law of 2025", () => {
    expect(law.duty("CONFERENCE_NOTICE", "2026-06-30")?.instrument).to.equal("PRESS-2016");
    expect(law.duty("CONFERENCE_NOTICE", "2026-07-01")?.instrument).to.equal("PRESS-2025");
    expect(law.duty("PRESS_ANSWER", "2024-06-03")?.term).to.deep.equal({ amount: 30, unit: "CALENDAR_DAYS" });
  });
});
