import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { dueOn } from "../../../src/domain/kernel/deadline.js";
import { startOfDay, type LocalDate } from "../../../src/domain/kernel/time.js";
import { lawBookOf, withOverrides } from "../../../src/domain/law/book.js";
import { type LawBook, stated, type ViolationRule } from "../../../src/domain/law/lawBook.js";
import type { LawField, ParameterKey, SignerPost, SubjectKind } from "../../../src/domain/law/terms.js";
import { averageOf, type Frame, frameForKind } from "../../../src/domain/sanction/frame.js";
import { rightByMinutes } from "../../../src/domain/violationCase/rightToExplain.js";
import { recordedViolation } from "../../../src/domain/violationCase/violations.js";
import { shippedRows } from "../../../src/reference/lawFiles.js";
import { unitFact } from "../../support/facts.js";
import { lawBook } from "../../support/law.js";
import * as s from "../sanction/decisionScript.js";
import { lawCases, testCase } from "./lawCases.js";

const law = lawBook();

const ruleOf = (code: string, on: LocalDate): ViolationRule =>
  law.violation(code, on) ?? expect.fail(`No row ${code} is in force on ${on}.`);
const written = ({ min, max }: Frame): string => `${min}-${max}`;
const frameOf = (code: string, kind: SubjectKind, on: LocalDate): Frame =>
  frameForKind(ruleOf(code, on), kind) ?? expect.fail(`${code} is not fined.`);

describe("worked cases of law: the rows", () => {
  describe("the calendar", () => {
    testCase("L07", (expected) => {
      const days = /^(\S+) if the day off has no legal act yet; (\S+) if it has$/.exec(expected)!;
      const decidedBy = ({ deadline, calendar }: LawBook): LocalDate =>
        dueOn(deadline("DECISION", "2026-11-18").term, "2026-11-18", calendar);
      // The choice: a day off, of LOW confidence; an operator takes it out by a row.
      expect(decidedBy(law)).to.equal(days[2]);
      const shipped = shippedRows();
      const day = shipped.holidays.find((one) => one.day === "2026-11-24")!;
      expect(day.confidence).to.equal("LOW");
      const none = {
        instruments: [],
        violations: [],
        powers: [],
        deadlines: [],
        parameters: [],
        remoteAreas: [],
        duties: [],
      };
      const worked = { ...none, holidays: [{ ...day, kind: "WORKED", origin: "OPERATOR" } as const] };
      expect(decidedBy(lawBookOf(withOverrides(shipped, worked)))).to.equal(days[1]);
    });
  });

  describe("thresholds", () => {
    const threshold = (id: string, key: ParameterKey, on: LocalDate): void =>
      testCase(id, (expected) => expect(law.parameter(key, on).value).to.equal(BigInt(expected)));
    threshold("L53", "POSTPONEMENT_FROM_INDIVIDUAL", "2021-12-31");
    threshold("L54", "POSTPONEMENT_FROM_INDIVIDUAL", "2022-01-01");
    threshold("L55", "POSTPONEMENT_FROM_ORGANISATION", "2022-01-01");
    threshold("L56", "INSTALMENTS_FROM_INDIVIDUAL", "2022-01-01");
    threshold("L57", "INSTALMENTS_FROM_ORGANISATION", "2022-01-01");
    threshold("L58", "ON_THE_SPOT_UP_TO_INDIVIDUAL", "2025-06-30");
    threshold("L59", "ON_THE_SPOT_UP_TO_INDIVIDUAL", "2025-07-01");
  });

  describe("the right to explain", () => {
    const right = (id: string, code: string, kind: SubjectKind, on: LocalDate): void =>
      testCase(id, (expected) => {
        const party = { ...s.shop, kind, idNumberEnd: null, taxCode: null, address: null, minor: null };
        const violation = s.act("v-1", { code, actEndedOn: on, detectedOn: on });
        const found = { parties: [party], violations: [recordedViolation({ violation, rule: ruleOf(code, on) })] };
        const thresholds = {
          individual: law.parameter("EXPLANATION_FROM_INDIVIDUAL", on),
          organisation: law.parameter("EXPLANATION_FROM_ORGANISATION", on),
        };
        expect(String(rightByMinutes(found, thresholds, null) !== null)).to.equal(expected);
      });
    right("L60", "119.29.3", "ORGANISATION", "2022-06-01");
    right("L61", "119.29.4", "ORGANISATION", "2022-06-01");
    right("L62", "119.7.2", "INDIVIDUAL", "2022-06-01");
    right("L63", "119.9.3", "INDIVIDUAL", "2022-06-01");
  });

  describe("frames", () => {
    const frame = (id: string, code: string, kind: SubjectKind, on: LocalDate): void =>
      testCase(id, (expected) => expect(written(frameOf(code, kind, on))).to.equal(expected));
    frame("L65", "119.29.2", "HOUSEHOLD_BUSINESS", "2022-05-17");
    frame("L66", "119.29.1", "HOUSEHOLD_BUSINESS", "2023-02-21");
    frame("L67", "119.6.2.a", "INDIVIDUAL", "2022-06-01");
    frame("L68", "119.6.2.a", "INDIVIDUAL", "2021-05-01");
    frame("L69", "159.27.1.a", "HOUSEHOLD_BUSINESS", "2019-09-10");
    frame("L70", "159.27.1.a", "ORGANISATION", "2019-09-10");
    frame("L71", "159.24.7.a", "ORGANISATION", "2019-09-10");
    frame("L72", "159.7.1", "INDIVIDUAL", "2019-09-10");
    frame("L73", "159.7.2", "INDIVIDUAL", "2019-09-10");
    frame("L74", "159.8.2", "ORGANISATION", "2019-09-10");
    testCase("L76", (expected) => {
      const warned = ruleOf("159.9.1", "2019-09-10").warningAllowed ? " or warning" : "";
      expect(written(frameOf("159.9.1", "INDIVIDUAL", "2019-09-10")) + warned).to.equal(expected);
    });
    frame("L77", "119.8.5.b", "ORGANISATION", "2022-04-07");
    testCase("L78", (expected) => {
      expect(written(frameOf("119.5.4", "ORGANISATION", "2022-01-26"))).to.equal("30000000-50000000");
      expect(written(frameOf("119.5.4", "ORGANISATION", "2022-06-01"))).to.equal(expected);
    });
  });

  describe("rows that are there", () => {
    /** The bands of an article in the words of the case: millions, for organisations. */
    const bands = (codes: readonly string[], on: LocalDate): readonly string[] =>
      codes.map((code) => {
        const { min, max } = frameOf(code, "ORGANISATION", on);
        return `${min / 1_000_000n}-${max / 1_000_000n}`;
      });
    testCase("L79", (expected) => {
      expect(expected).to.equal("3000000-5000000 etc. (4 bands)");
      expect(written(frameOf("119.10.3", "ORGANISATION", "2023-01-01"))).to.equal("3000000-5000000");
      expect(ruleOf("119.10.1", "2023-01-01")).to.include({ fine: null, warningAllowed: true });
      expect(bands(["119.10.2", "119.10.4"], "2023-01-01")).to.deep.equal(["1-3", "10-20"]);
    });
    testCase("L80", (expected) => {
      const five = bands(["119.24.1", "119.24.2", "119.24.3", "119.24.4", "119.24.5"], "2023-01-01");
      expect(`${five[0]}M per title (5 bands to ${five[4]}M)`).to.equal(expected);
      expect(five.slice(1, 4)).to.deep.equal(["20-40", "40-80", "80-140"]);
    });
    testCase("L81", (expected) => {
      const three = bands(["119.32.1", "119.32.2", "119.32.3"], "2023-01-01");
      expect(`${three.map((one) => `${one}M`).join(" / ")} late report`).to.equal(expected);
    });
    testCase("L82", (expected) => {
      const four = bands(["119.28b.1", "119.28b.2", "119.28b.3", "119.28b.4"], "2023-01-01");
      expect(`${four.map((one) => `${one}M`).join(" / ")} printing (ND 14/2022)`).to.equal(expected);
      expect(law.violation("119.28b.1", "2022-01-26")).to.equal(undefined);
    });
    testCase("L83", (expected) => {
      expect(expected).to.equal("before 2020-04-15: ND 174/2013");
      const instruments = (on: LocalDate): readonly string[] =>
        law.violations(on).flatMap(({ field, instrument }) => (field === "IT" ? [instrument] : []));
      expect(instruments("2020-03-01")).to.deep.equal(["SANC-IT-174"]);
      expect(instruments("2020-04-15")).to.deep.equal(["SANC-IT-15"]);
      expect(law.violation("15.101.1", "2020-03-01")).to.equal(undefined);
      expect(law.power("DEPARTMENT_CHIEF_INSPECTOR", "IT", "2020-03-01")?.instrument).to.equal("SANC-IT-174");
    });
  });

  describe("powers", () => {
    const power = (id: string, post: SignerPost, field: LawField, on: LocalDate): void =>
      testCase(id, (expected) => {
        const row = law.power(post, field, on);
        const known = stated(row);
        const answer = known ? `${known.maxIndividual}/${known.maxOrganisation}` : row?.extent.toLowerCase();
        expect(answer).to.equal(expected);
      });
    power("L87", "DEPARTMENT_CHIEF_INSPECTOR", "PUBLISHING", "2021-06-01");
    power("L88", "PROVINCE_CHAIR", "PUBLISHING", "2021-06-01");
    power("L89", "PROVINCE_CHAIR", "PRESS", "2021-06-01");
    power("L91", "DISTRICT_CHAIR", "PRESS", "2022-06-01");
    power("L92", "COMMUNE_CHAIR", "PRESS", "2019-09-10");
    power("L93", "COMMUNE_CHAIR", "PRESS", "2025-06-30");
    power("L94", "COMMUNE_CHAIR", "PUBLISHING", "2025-07-01");
    power("L95", "COMMUNE_CHAIR", "PRESS", "2025-07-01");
    power("L96", "DEPARTMENT_DIRECTOR", "PUBLISHING", "2025-07-01");
    power("L97", "DEPARTMENT_DIRECTOR", "PRESS", "2025-07-01");
    power("L98", "DEPARTMENT_DIRECTOR", "PRESS", "2025-06-30");
    power("L99", "DISTRICT_CHAIR", "PUBLISHING", "2025-07-01");
  });

  describe("decisions", () => {
    const UNIT_OF = {
      DEPARTMENT_DIRECTOR: "DEPARTMENT",
      DEPARTMENT_CHIEF_INSPECTOR: "DEPARTMENT",
      INSPECTION_TEAM_HEAD: "DEPARTMENT",
      COMMUNE_CHAIR: "COMMUNE",
      DISTRICT_CHAIR: "DISTRICT",
    } as const;
    interface Signed {
      readonly code: string;
      readonly kind: SubjectKind;
      readonly post: keyof typeof UNIT_OF;
      readonly on: LocalDate;
      /** Absent: the average of the frame. */
      readonly amount?: bigint;
    }
    const decision = ({ code, kind, post, on, amount }: Signed) => {
      const rule = ruleOf(code, on);
      const party = { ...s.company, kind };
      const act = s.act("c-1", { partyId: party.partyId, code, actEndedOn: on, title: null, copies: null });
      const power = law.power(post, rule.field, on);
      const at = startOfDay(on);
      return s.issuing(
        {
          party,
          violationCase: s.caseFact({ parties: [party], violations: [act], minutesMadeOn: on, detectedOn: on }),
          issuer: unitFact(s.ISSUER, "Cơ quan ra quyết định", { kind: UNIT_OF[post] }),
          signer: { name: "Nguyễn Văn Ký", post, delegation: null },
          lines: [s.line("c-1", { rule, power, limitationEndsOn: null, amount: amount?.toString() ?? null })],
          decisionDueOn: null,
        },
        { now: at, occurredAt: at },
      );
    };
    const average = (code: string, kind: SubjectKind, on: LocalDate): bigint => averageOf(frameOf(code, kind, on));

    const distortion = { code: "119.8.9", kind: "ORGANISATION" } as const;
    testCase("L100", (expected) => {
      expect(expected).to.match(/^ACCEPTED/);
      expect(average("119.8.9", "ORGANISATION", "2025-09-01")).to.equal(175_000_000n);
      decision({ ...distortion, post: "DEPARTMENT_DIRECTOR", on: "2025-09-01" }).thenAccepted();
    });
    testCase("L101", (expected) => {
      expect(expected).to.match(/^ACCEPTED/);
      decision({ ...distortion, post: "COMMUNE_CHAIR", on: "2025-09-01" }).thenAccepted();
      // Two months earlier it was far beyond what the same chair might fine.
      decision({ ...distortion, post: "COMMUNE_CHAIR", on: "2025-06-30" }).thenRefused("SANCTION_BEYOND_POWER");
    });
    testCase("L102", (expected) => {
      expect(expected).to.match(/^ACCEPTED/);
      decision({ ...distortion, post: "DISTRICT_CHAIR", on: "2022-06-01" }).thenAccepted();
      decision({ ...distortion, post: "DISTRICT_CHAIR", on: "2022-01-26" }).thenRefused("SANCTION_BEYOND_POWER");
    });
    testCase("L103", (expected) => {
      expect(expected).to.equal("ACCEPTED");
      const by = { kind: "ORGANISATION", post: "DEPARTMENT_CHIEF_INSPECTOR", on: "2022-04-07" } as const;
      for (const code of ["119.8.6", "119.8.5.b"]) decision({ ...by, code, amount: 60_000_000n }).thenAccepted();
    });
    testCase("L104", (expected) => {
      expect(expected).to.match(/^some power exists/);
      const on = "2025-09-01";
      expect(law.power("INSPECTION_TEAM_HEAD", "PRESS", on)?.extent).to.equal("UNKNOWN");
      decision({ code: "119.9.1", kind: "INDIVIDUAL", post: "INSPECTION_TEAM_HEAD", on }).thenRefused(
        "SANCTION_POWER_UNKNOWN",
        ["lines", 0],
      );
    });
  });

  it("are all tests, here or among those on periods, each in one place", () => {
    const folder = new URL("../../../../test/domain/law/", import.meta.url);
    const idsIn = (...files: readonly string[]): readonly string[] => {
      const texts = files.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
      return [...new Set([...texts.matchAll(/"(L\d+)"/g)].map(([, id]) => id!))];
    };
    const onPeriods = readdirSync(folder).filter((file) => /^periodCase.*\.ts$/.test(file));
    const tested = [...idsIn("cases.test.ts"), ...idsIn(...onPeriods)];
    expect(tested.sort()).to.deep.equal(lawCases.map(({ id }) => id).sort());
    expect(lawCases.length).to.equal(102);
  });
});
