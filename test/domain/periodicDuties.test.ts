import { expect } from "chai";
import { periodsOf, servedBy, standingOfPeriod } from "../../src/domain/statementDuty/periodic.js";
import { mayOutlast } from "../../src/domain/law/duties.js";

describe("periodic duties", () => {
  it("have months of the calendar, from January on, by the rule of their first day", () => {
    const quarterly = periodsOf(() => 3, "2019-05-10", "2019-07-01");
    expect(quarterly).to.deep.equal([
      { from: "2019-04-01", to: "2019-06-30" },
      { from: "2019-07-01", to: "2019-09-30" },
    ]);
    const begun = (day: string): number | undefined => (day < "2017-03-30" ? undefined : 3);
    expect(periodsOf(begun, "2017-01-01", "2017-06-30")).to.deep.equal([{ from: "2017-04-01", to: "2017-06-30" }]);
  });

  it("are the same periods, whichever stretch is asked about", () => {
    const stricter = (day: string): number => (day < "2019-05-15" ? 3 : 1);
    const year = periodsOf(stricter, "2019-01-01", "2019-12-31");
    expect(year.map(({ from }) => from)).to.deep.equal([
      ...["2019-01-01", "2019-04-01", "2019-07-01", "2019-08-01"],
      ...["2019-09-01", "2019-10-01", "2019-11-01", "2019-12-01"],
    ]);
    expect(periodsOf(stricter, "2019-06-20", "2019-07-02")).to.deep.equal(year.slice(1, 3));
  });

  it("do not go on into another year: a rule of five months begins anew each January", () => {
    const periods = periodsOf(() => 5, "2019-11-01", "2020-01-01");
    expect(periods).to.deep.equal([
      { from: "2019-11-01", to: "2019-12-31" },
      { from: "2020-01-01", to: "2020-05-31" },
    ]);
  });

  it("are open, fulfilled, late, missed or excused by the day that is asked", () => {
    const period = { from: "2019-09-01", to: "2019-09-30" };
    const done = (on: string, of = on) => ({ on, for: of });
    const standing = (all: readonly { on: string; for: string }[], on: string, isExcused = false): string =>
      standingOfPeriod(period, { served: servedBy(period, all, on), isExcused }, on);
    expect(standing([], "2019-09-30")).to.equal("OPEN");
    expect(standing([], "2019-10-01")).to.equal("MISSED");
    expect(standing([done("2019-09-12")], "2019-09-11")).to.equal("OPEN");
    expect(standing([done("2019-09-12")], "2019-10-01")).to.equal("FULFILLED");
    expect(standing([done("2019-10-05", "2019-09-15")], "2019-10-04")).to.equal("MISSED");
    expect(standing([done("2019-10-05", "2019-09-15")], "2019-10-05")).to.equal("LATE");
    expect(standing([], "2019-10-01", true)).to.equal("NOT_APPLICABLE");
  });
});

describe("a unit's own period", () => {
  const HOURS = (amount: number) => ({ amount, unit: "HOURS" }) as const;
  const DAYS = (amount: number) => ({ amount, unit: "CALENDAR_DAYS" }) as const;
  const WORKING = (amount: number) => ({ amount, unit: "WORKING_DAYS" }) as const;
  const MONTHS = (amount: number) => ({ amount, unit: "MONTHS" }) as const;

  it("may not end later than the law's", () => {
    expect([mayOutlast(HOURS(24), HOURS(24)), mayOutlast(HOURS(25), HOURS(24))]).to.deep.equal([false, true]);
    // A day ends at midnight, so later than 24 hours after a moment of it.
    expect(mayOutlast(DAYS(1), HOURS(24))).to.equal(true);
    expect([mayOutlast(HOURS(24), DAYS(1)), mayOutlast(HOURS(25), DAYS(1))]).to.deep.equal([false, true]);
    expect([mayOutlast(DAYS(10), WORKING(10)), mayOutlast(DAYS(11), WORKING(10))]).to.deep.equal([false, true]);
    expect(mayOutlast(WORKING(1), DAYS(30))).to.equal(true);
    expect([mayOutlast(MONTHS(1), DAYS(31)), mayOutlast(MONTHS(1), DAYS(30))]).to.deep.equal([false, true]);
    expect([mayOutlast(DAYS(28), MONTHS(1)), mayOutlast(DAYS(29), MONTHS(1))]).to.deep.equal([false, true]);
  });
});
