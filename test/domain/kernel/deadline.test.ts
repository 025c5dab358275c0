import { expect } from "chai";
import { dueAt, dueOn, type Term } from "../../../src/domain/kernel/deadline.js";
import { addMonths } from "../../../src/domain/kernel/time.js";
import {
  addWorkingDays,
  workCalendarOf,
  workingDayFrom,
  workingDaysBetween,
} from "../../../src/domain/kernel/workCalendar.js";
import { lawBook } from "../../support/law.js";

const calendar = lawBook().calendar;
const term = (amount: number, unit: Term["unit"]): Term => ({ amount, unit });

/** Worked by hand on the calendars of the years; the ground is in the Civil Code 2015 where nothing else is named. */
const EXAMPLES: readonly [what: string, term: Term, from: string, dueOn: string][] = [
  ["Art. 147.2: the first day is not counted", term(1, "CALENDAR_DAYS"), "2019-09-10", "2019-09-11"],
  ["Art. 148.5: ten days from receipt end on a Sunday", term(10, "CALENDAR_DAYS"), "2019-10-03", "2019-10-14"],
  ["Art. 148.5: the last day is Saturday 30 April 2022", term(10, "CALENDAR_DAYS"), "2022-04-20", "2022-05-04"],
  ["days within the period are not left out", term(10, "CALENDAR_DAYS"), "2019-02-01", "2019-02-11"],
  ["Law 15/2012 Art. 66: 7 days before 2022", term(7, "CALENDAR_DAYS"), "2019-10-14", "2019-10-21"],
  ["Law 67/2020: 7 working days over Tết 2019", term(7, "WORKING_DAYS"), "2019-01-30", "2019-02-15"],
  ["Law 67/2020: 7 working days over Tết 2022", term(7, "WORKING_DAYS"), "2022-01-27", "2022-02-14"],
  ["a Saturday worked for 29 April 2019 counts", term(3, "WORKING_DAYS"), "2019-05-02", "2019-05-06"],
  ["a period may end on a Saturday that is worked", term(10, "CALENDAR_DAYS"), "2019-04-24", "2019-05-04"],
  ["the Monday given in exchange does not count", term(1, "WORKING_DAYS"), "2019-04-26", "2019-05-02"],
  ["Art. 148.2: 31 January + 1 month", term(1, "MONTHS"), "2022-01-31", "2022-02-28"],
  ["Art. 148.2: the same in a leap year", term(1, "MONTHS"), "2024-01-31", "2024-02-29"],
  ["two months …", term(2, "MONTHS"), "2022-06-10", "2022-08-10"],
  ["… are not sixty days", term(60, "CALENDAR_DAYS"), "2022-06-10", "2022-08-09"],
  ["months over the turn of the year", term(3, "MONTHS"), "2019-11-18", "2020-02-18"],
  ["one year from 29 February ends on Sunday the 28th", term(1, "YEARS"), "2020-02-29", "2021-03-01"],
  [
    "Art. 151: a limitation does not move on",
    { amount: 1, unit: "YEARS", limitation: true },
    "2020-02-29",
    "2021-02-28",
  ],
];

describe("deadlines", () => {
  for (const [what, given, from, expected] of EXAMPLES) {
    it(`${what}: ${given.amount} ${given.unit} from ${from} → ${expected}`, () => {
      expect(dueOn(given, from, calendar)).to.equal(expected);
    });
  }

  it("hours are the clock's, over a holiday too", () => {
    expect(dueAt(term(24, "HOURS"), "2019-09-01T20:30:00.000Z", calendar)).to.equal("2019-09-02T20:30:00.000Z");
  });

  it("a period of days has run out when its last day in Vietnam has", () => {
    // 23:30 of 3 October in Vietnam; the tenth day is Sunday the 13th, so Monday is the last one.
    expect(dueAt(term(10, "CALENDAR_DAYS"), "2019-10-03T16:30:00.000Z", calendar)).to.equal("2019-10-14T17:00:00.000Z");
  });

  it("a period in hours has no last day", () => {
    expect(() => dueOn(term(24, "HOURS"), "2019-09-01", calendar)).to.throw("HOURS");
  });

  it("months go by the calendar, backwards too", () => {
    expect(addMonths("2020-03-31", -1)).to.equal("2020-02-29");
    expect(addMonths("2019-12-31", 2)).to.equal("2020-02-29");
    expect(addMonths("2019-08-31", 12)).to.equal("2020-08-31");
  });
});

describe("the work calendar", () => {
  it("takes Saturdays and Sundays off, but for the days worked in exchange", () => {
    expect(calendar.isWorkingDay("2019-05-03")).to.equal(true);
    expect(calendar.isWorkingDay("2019-05-04")).to.equal(true);
    expect(calendar.isWorkingDay("2019-05-05")).to.equal(false);
    expect(calendar.isWorkingDay("2019-05-11")).to.equal(false);
    expect(calendar.isWorkingDay("2019-04-29")).to.equal(false);
  });

  it("knows the public holidays of every year from 2018 to 2027", () => {
    for (let year = 2018; year <= 2027; year++) {
      expect(calendar.covers(year), String(year)).to.equal(true);
      for (const day of ["01-01", "04-30", "05-01", "09-02"]) {
        expect(calendar.isWorkingDay(`${year}-${day}`), `${year}-${day}`).to.equal(false);
      }
      const special = lawBook().specialDays(year);
      // Five days of Tết, the Hùng Kings' day, four fixed ones, and from 2021 on one more beside National Day.
      expect(special.filter(({ kind }) => kind === "OFF").length).to.be.at.least(year < 2021 ? 10 : 11);
    }
    expect(calendar.covers(2017)).to.equal(false);
  });

  it("makes good every working day that was given in exchange, with a day of the weekend", () => {
    const years = Array.from({ length: 10 }, (_, index) => 2018 + index);
    const special = years.flatMap((year) => lawBook().specialDays(year));
    const worked = special.filter(({ kind }) => kind === "WORKED");
    expect(worked.map(({ day }) => workCalendarOf([]).isWorkingDay(day))).to.deep.equal(worked.map(() => false));
    const exchanged = special.filter(({ kind, name }) => kind === "OFF" && name.en.includes("in exchange"));
    expect(worked.length).to.equal(exchanged.length).and.be.greaterThan(3);
  });

  it("counts working days between two days, the first one not", () => {
    expect(workingDaysBetween("2019-01-30", "2019-02-15", calendar)).to.equal(7);
    expect(workingDaysBetween("2019-02-15", "2019-01-30", calendar)).to.equal(0);
    expect(addWorkingDays("2019-02-03", 0, calendar)).to.equal("2019-02-03");
    expect(workingDayFrom("2019-02-02", calendar)).to.equal("2019-02-11");
  });

  it("says that something is wrong rather than look for a working day for ever", () => {
    const never = { isWorkingDay: () => false, covers: () => true };
    expect(() => workingDayFrom("2019-02-02", never)).to.throw("no working day");
  });
});
