import { expect } from "chai";
import { dong, MOST_VND } from "../../../src/domain/kernel/money.js";
import { lawBookOf, withOverrides } from "../../../src/domain/law/book.js";
import { type LawRows, provisionWords, stated, type ViolationRule } from "../../../src/domain/law/lawBook.js";
import {
  DEADLINE_KEYS,
  LAW_FIELDS,
  PARAMETER_KEYS,
  PASSING_DEADLINES,
  SIGNER_POSTS,
} from "../../../src/domain/law/terms.js";
import { LawConflict } from "../../../src/domain/law/versions.js";
import { shippedRows } from "../../../src/reference/lawFiles.js";
import { lawBook } from "../../support/law.js";

const shipped = shippedRows();
const NONE: LawRows = {
  instruments: [],
  violations: [],
  powers: [],
  deadlines: [],
  parameters: [],
  remoteAreas: [],
  holidays: [],
  duties: [],
};
const rule = shipped.violations.find(({ code }) => code === "119.29.1")!;
const conflictOf = (rows: LawRows): string => {
  try {
    lawBookOf(rows);
  } catch (error) {
    expect(error).to.be.instanceOf(LawConflict);
    return (error as Error).message;
  }
  return expect.fail("The book was made.");
};

describe("the law book, asked by day", () => {
  const law = lawBook();

  it("has the catalogue of 2013 until 30 November 2020 and that of 2020 from the day after", () => {
    expect(law.violation("159.27.1.a", "2020-11-30")?.instrument).to.equal("SANC-PRESS-159");
    expect(law.violation("119.29.1", "2020-11-30")).to.equal(undefined);
    expect(law.violation("159.27.1.a", "2020-12-01")).to.equal(undefined);
    expect(law.violation("119.29.1", "2020-12-01")?.instrument).to.equal("SANC-PRESS-119");
  });

  it("raises the frame for impersonation on 27 January 2022", () => {
    expect(law.violation("119.6.2.a", "2022-01-26")?.fine?.max).to.equal("20000000");
    expect(law.violation("119.6.2.a", "2022-01-27")?.fine?.max).to.equal("30000000");
  });

  it("changes days to working days, and thirty days to a month, on 1 January 2022", () => {
    const term = (on: string) => [law.deadline("DECISION", on).term, law.deadline("DECISION_EXPLAINED", on).term];
    expect(term("2021-12-31")).to.deep.equal([
      { amount: 7, unit: "CALENDAR_DAYS" },
      { amount: 30, unit: "CALENDAR_DAYS" },
    ]);
    expect(term("2022-01-01")).to.deep.equal([
      { amount: 7, unit: "WORKING_DAYS" },
      { amount: 1, unit: "MONTHS" },
    ]);
  });

  it("lowers the thresholds of instalments and postponement on 1 January 2022", () => {
    const value = (key: Parameters<typeof law.parameter>[0], on: string) => law.parameter(key, on).value;
    expect(value("INSTALMENTS_FROM_INDIVIDUAL", "2021-12-31")).to.equal(20_000_000n);
    expect(value("INSTALMENTS_FROM_INDIVIDUAL", "2022-01-01")).to.equal(15_000_000n);
    expect(value("POSTPONEMENT_FROM_INDIVIDUAL", "2021-12-31")).to.equal(3_000_000n);
    expect(value("POSTPONEMENT_FROM_INDIVIDUAL", "2022-01-01")).to.equal(2_000_000n);
    expect(value("POSTPONEMENT_FROM_ORGANISATION", "2022-01-01")).to.equal(100_000_000n);
  });

  it("has a threshold that no fine reaches where organisations had no postponement", () => {
    const threshold = law.parameter("POSTPONEMENT_FROM_ORGANISATION", "2021-12-31").value;
    expect(threshold).to.equal(MOST_VND);
    expect(law.violations().every(({ fine }) => fine === null || dong(fine.max) < threshold)).to.equal(true);
  });

  it("says on every day of every post and field whether there is a power, none, or one that is not known", () => {
    const days = ["2014-01-15", "2019-11-18", "2020-04-15", "2020-12-01", "2022-01-27", "2025-06-30", "2025-07-01"];
    for (const on of days) {
      for (const post of SIGNER_POSTS.values) {
        for (const field of LAW_FIELDS.values) {
          expect(law.power(post, field, on), `${post} ${field} ${on}`).to.not.equal(undefined);
        }
      }
    }
  });

  it("lets a chair of a commune order destruction alone, and confiscate twice the fine's amount from 2022 on", () => {
    const chair = (on: string) => stated(law.power("COMMUNE_CHAIR", "PUBLISHING", on));
    expect(chair("2021-06-01")).to.deep.include({ remedies: ["DESTROY"], confiscationUpTo: "5000000" });
    expect(chair("2022-06-01")).to.deep.include({ remedies: ["DESTROY"], confiscationUpTo: "10000000" });
    expect(chair("2025-07-01")).to.deep.include({ remedies: null, confiscationUpTo: null });
  });

  it("says where in the decree each act stands", () => {
    const words = (code: string, on: string): string => provisionWords(law.violation(code, on)!.provision!).vi;
    expect(words("119.6.2.a", "2022-06-01")).to.equal("điểm a khoản 2 Điều 6");
    expect(words("119.28b.1", "2022-06-01")).to.equal("khoản 1 Điều 28b");
    const nowhere = law
      .violations()
      .filter(({ code, provision }) => !provision?.article || !code.includes(provision.article));
    expect(nowhere).to.deep.equal([]);
  });

  it("has every period and parameter on every day, those before the law of 2012 too", () => {
    for (const on of [
      "1990-01-01",
      "2013-07-01",
      "2019-11-18",
      "2021-12-31",
      "2022-01-01",
      "2025-07-01",
      "2150-01-01",
    ]) {
      const passing: readonly string[] = PASSING_DEADLINES;
      for (const key of DEADLINE_KEYS.values) {
        if (!passing.includes(key)) expect(law.deadlineOn(key, on)?.key, `${key} ${on}`).to.equal(key);
      }
      for (const key of PARAMETER_KEYS.values) expect(law.parameter(key, on).key, `${key} ${on}`).to.equal(key);
    }
  });

  it("lists what is in force on a day, in order of number, or all versions", () => {
    const codes = law.violations("2021-01-01").map(({ code }) => code);
    expect(codes.indexOf("119.7.1")).to.be.lessThan(codes.indexOf("119.11.1"));
    expect(codes.filter((code) => code.startsWith("159."))).to.deep.equal([]);
    expect(law.violations().length).to.equal(shipped.violations.length).and.be.greaterThan(codes.length);
  });

  it("bands the copies of one title without gap or overlap, each with a higher frame", () => {
    const banded = law.violations().filter(({ copies }) => copies !== null);
    for (const article of ["159.27.", "159.25.", "119.29."]) {
      const ofArticle = banded.filter(({ code }) => code.startsWith(article));
      for (const point of new Set(ofArticle.map(({ provision }) => provision?.point))) {
        // What is no publication has its last band in a clause that was not seen.
        if (article === "159.25." && point === "b") continue;
        const bands = ofArticle.filter(({ provision }) => provision?.point === point);
        bands.forEach((band, index) => {
          const next: ViolationRule | undefined = bands[index + 1];
          expect(band.copies?.to ?? null, band.code).to.equal(next ? next.copies!.from - 1 : null);
          if (next) expect(dong(band.fine!.max)).to.equal(dong(next.fine!.min));
        });
        expect(bands.length).to.be.greaterThan(3);
      }
    }
  });
});

describe("the law book, made of rows", () => {
  it("refuses two rows of one key on one day", () => {
    const twice = { ...rule, validFrom: "2022-01-27" };
    expect(conflictOf({ ...shipped, violations: [...shipped.violations, twice] })).to.equal(
      'violations "119.29.1": the rows from 2020-12-01 and from 2022-01-27 hold on the same days',
    );
  });

  it("refuses a row that ends before it begins", () => {
    const back = { ...rule, code: "119.99.1", validFrom: "2022-01-27", validTo: "2022-01-26" };
    expect(conflictOf({ ...shipped, violations: [back] })).to.match(/119\.99\.1.*ends on 2022-01-26/);
  });

  it("refuses a row of an instrument that is not there", () => {
    expect(conflictOf({ ...shipped, violations: [{ ...rule, instrument: "SANC-200" }] })).to.match(
      /no instrument "SANC-200"/,
    );
  });

  it("refuses a period without a row on some day, and says on which", () => {
    const until = shipped.deadlines.filter(({ key, validTo }) => key !== "DECISION" || validTo !== null);
    expect(conflictOf({ ...shipped, deadlines: until })).to.equal('deadlines "DECISION": no row holds on 2022-01-01');
    const since = shipped.parameters.filter(({ key }) => key !== "INSTALMENTS_AT_MOST");
    expect(conflictOf({ ...shipped, parameters: since })).to.match(/INSTALMENTS_AT_MOST.*2013-07-01/);
  });

  it("refuses a day of the calendar that stands there twice", () => {
    const again = [...shipped.holidays, shipped.holidays[0]!];
    expect(conflictOf({ ...shipped, holidays: again })).to.equal('holidays "2018-01-01": the day stands here twice');
  });
});

describe("an operator's rows", () => {
  const own = (from: string, to: string | null): ViolationRule => ({
    ...rule,
    validFrom: from,
    validTo: to,
    origin: "OPERATOR",
    fine: { min: "4000000", max: "6000000" },
  });
  const originsOn = (rows: readonly ViolationRule[], ...days: string[]) => {
    const law = lawBookOf(withOverrides(shipped, { ...NONE, violations: rows }));
    return days.map((day) => law.violation("119.29.1", day)?.origin);
  };

  it("hold on their days; the shipped row keeps the others", () => {
    expect(
      originsOn([own("2022-01-01", "2022-12-31")], "2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01"),
    ).to.deep.equal(["SHIPPED", "OPERATOR", "OPERATOR", "SHIPPED"]);
    expect(originsOn([own("2022-01-01", null)], "2021-12-31", "2022-01-01", "2030-01-01")).to.deep.equal([
      "SHIPPED",
      "OPERATOR",
      "OPERATOR",
    ]);
  });

  it("take a shipped row away whole where they hold on all of its days", () => {
    expect(originsOn([own("2020-01-01", null)], "2020-01-01", "2020-12-01", "2030-01-01")).to.deep.equal([
      "OPERATOR",
      "OPERATOR",
      "OPERATOR",
    ]);
    const law = lawBookOf(withOverrides(shipped, { ...NONE, violations: [own("2020-12-01", null)] }));
    expect(law.violations().filter(({ code }) => code === "119.29.1").length).to.equal(1);
  });

  it("leave rows of other keys and other days alone", () => {
    expect(originsOn([own("2010-01-01", "2010-12-31")], "2010-06-01", "2020-12-01")).to.deep.equal([
      "OPERATOR",
      "SHIPPED",
    ]);
    expect(originsOn([{ ...own("2022-01-01", null), code: "119.29.7" }], "2022-01-01")).to.deep.equal(["SHIPPED"]);
  });

  it("replace a day of the calendar", () => {
    const day = {
      ...shipped.holidays.find((row) => row.day === "2027-09-03")!,
      kind: "WORKED",
      origin: "OPERATOR",
    } as const;
    const law = lawBookOf(withOverrides(shipped, { ...NONE, holidays: [day] }));
    expect(law.calendar.isWorkingDay("2027-09-03")).to.equal(true);
    expect(law.specialDays(2027).filter((row) => row.day === "2027-09-03").length).to.equal(1);
  });
});
