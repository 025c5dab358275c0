import { expect } from "chai";
import { deadlinesOf } from "../../../src/domain/inspection/deadlines.js";
import { dueOn } from "../../../src/domain/kernel/deadline.js";
import type { LocalDate } from "../../../src/domain/kernel/time.js";
import { lawBookOf, withOverrides } from "../../../src/domain/law/book.js";
import type { LawBook, LawRows, ViolationRule } from "../../../src/domain/law/lawBook.js";
import type { DeadlineKey } from "../../../src/domain/law/terms.js";
import { acceptanceDueOn, complaintReckoning } from "../../../src/domain/sanction/complaintRules.js";
import type { FineAccount } from "../../../src/domain/sanction/fine.js";
import { openAccount } from "../../../src/domain/sanction/fineAccount.js";
import { frameFor, rangeIn } from "../../../src/domain/sanction/frame.js";
import { interestDue, isPausedOn } from "../../../src/domain/sanction/interest.js";
import { serviceTerms, unprovenServiceTerms } from "../../../src/domain/sanction/service.js";
import type { Circumstance } from "../../../src/domain/sanction/terms.js";
import {
  decisionDueOn,
  explanationPeriods,
  limitationEndsOn,
  minutesDueOn,
} from "../../../src/domain/violationCase/deadlines.js";
import { shippedRows } from "../../../src/reference/lawFiles.js";
import { lawBook } from "../../support/law.js";
import { caseFact, stateOf } from "../sanction/decisionScript.js";
import { issued, served, told } from "../sanction/fineScript.js";
import { testCase } from "./lawCases.js";

/**
 * The worked cases of law on periods, late interest, circumstances, inspections and complaints, each by its id with its
 * expected value, by the rows that the product ships. Those on frames and powers are in ./cases.test.ts.
 *
 * Thought wrong: none. Where a case says that the law can be read in two ways, the ledger has chosen, and a row says so:
 * - L34 (90 days for a complaint that end on a holiday): 2 January 2020. COMPLAINT_LODGING is let run on to the next
 *   working day, in favour of who complains; its row says that the law calls it a limitation.
 * - L49 (part of a đồng): dropped, once for each stretch of days on the same sum. Circular 18/2023 has no rule.
 * - L50 (tenth day in Tết): 16,000 đồng. LATE_INTEREST_AFTER_MOVED_DUE_DAY (LOW) reads Civil Code Art. 148.5 through Art. 8
 *   of the Law; with 0 in its place the 40,000 of a strict reading of the circular come of it, as is tried below.
 */

const law = lawBook();

const last = (key: DeadlineKey, from: LocalDate, book: LawBook = law): LocalDate => {
  const rule = book.deadlineOn(key, from) ?? expect.fail(key);
  return dueOn(rule.term, from, book.calendar);
};
const limited = (
  field: ViolationRule["field"],
  actEndedOn: LocalDate | null,
  detectedOn: LocalDate = actEndedOn ?? "",
): LocalDate => limitationEndsOn({ actEndedOn, detectedOn }, { field }, law);

/** Of a fine that could be paid until a day, and is not paid by another. */
const interest = (fine: string, until: LocalDate, on: LocalDate, more: Partial<FineAccount> = {}): string => {
  const account = { ...openAccount(fine, "2020-01-01"), ...more };
  return String(interestDue(account, until, on, law.parameter("LATE_INTEREST_PER_DAY", on).value));
};

/** Minimum and maximum for a household business under 119.29.2 in 2022. */
const range = (...circumstances: Circumstance[]): string => {
  const rule = law.violation("119.29.2", "2022-06-01") ?? expect.fail();
  const frame = frameFor(rule, { kind: "HOUSEHOLD_BUSINESS" }) ?? expect.fail();
  const { min, max } = rangeIn(frame, circumstances, law.parameter("CIRCUMSTANCES_TO_FRAME_END", "2022-06-01").value);
  return `${min}-${max}`;
};

const inspected = (reportedOn: LocalDate): string => {
  const none = { draftDueOn: null, draftedOn: [], concludedOn: null, publishedOn: null, implementedOn: null };
  const running = deadlinesOf({ ...none, reportedOn, assignedOn: null }, law);
  const due = (key: DeadlineKey): LocalDate | undefined => running.find((one) => one.key === key)?.dueOn;
  const draft = due("INSPECTION_DRAFT_CONCLUSION");
  return `assign by ${due("INSPECTION_DRAFT_ASSIGNMENT")}; draft ${draft ? `due ${draft}` : "not due that day"}`;
};

/** The first day on which interest stands still. */
const stopsWithTheRequest = (): string => {
  const asked = told("FineInstalmentsRequested", { requestedOn: "2023-08-01", requestText: "Khó khăn" }, "2023-08-01");
  const granted = told(
    "FineInstalmentsGranted",
    { grantedOn: "2023-08-15", instalments: [{ dueOn: "2023-09-01", amount: "22500000" }], document: "4", law: [] },
    "2023-08-15",
  );
  const state = stateOf(issued(), served(), asked, granted);
  if (state.status === "NONE") return expect.fail();
  const days = ["2023-07-31", "2023-08-01", "2023-08-02", "2023-08-14", "2023-08-15"];
  const paused = days.filter((day) => isPausedOn(state.fine, day));
  expect(paused).to.deep.equal(days.slice(1));
  return `interest stops ${paused[0]}`;
};

const complained = (unitCode: string, acceptedOn: LocalDate): LocalDate => {
  const remote = law.isRemote(unitCode, acceptedOn);
  const { resolution } = complaintReckoning(acceptedOn, law, { complex: false, remote }).terms.FIRST;
  return dueOn((resolution ?? expect.fail()).term, acceptedOn, law.calendar);
};

const returned = { ...caseFact(), minutesMadeOn: "2023-03-01", returnedOn: "2023-05-05" };
const usual = { minutesGround: null, minutesResultOn: null };
const wide = { minutesGround: "COMPLEX_OR_WIDE", minutesResultOn: null } as const;
const appraised = { minutesGround: "APPRAISAL", minutesResultOn: "2023-06-01" } as const;
const postponed = { pauses: [{ kind: "POSTPONED", from: "2023-02-01", to: "2023-04-30" }] } as const;

/** The cases that are tried here. */
const PERIODS: readonly string[] = [
  "L01",
  "L02",
  "L03",
  "L05",
  "L06",
  "L08",
  "L09",
  "L10",
  "L11",
  "L12",
  "L13",
  "L16",
  "L17",
  "L18",
  "L19",
  "L20",
  "L21",
  "L22",
  "L24",
  "L25",
  "L26",
  "L27",
  "L28",
  "L29",
  "L30",
  "L31",
  "L32",
  "L33",
  "L34",
  "L35",
  "L36",
  "L37",
  "L38",
  "L39",
  "L40",
  "L41",
  "L42",
  "L43",
  "L44",
  "L45",
  "L46",
  "L48",
  "L49",
  "L50",
  "L52",
  "L84",
  "L86",
  "L105",
  "L106",
  "L107",
  "L108",
  "L109",
  "L110",
  "L111",
  "L112",
];

/** What the product says to each; of those that give a period by its key, the key and the day are in `given`. */
const ANSWERS: Readonly<Record<string, () => string | null>> = {
  L28: () => limited("PUBLISHING", "2020-03-01"),
  L29: () => limited("PUBLISHING", null, "2020-02-01"),
  L30: () => limited("PUBLISHING", "2019-11-30", "2020-02-01"),
  L31: () => limited("IT", "2024-03-15"),
  L32: () => limited("PRESS", "2023-02-05"),
  L34: () => last("COMPLAINT_LODGING", "2019-10-03"),
  L35: () => last("COURT_ACTION", "2024-02-29"),
  L36: () => minutesDueOn({ detectedOn: "2022-01-28", ...usual }, law),
  L37: () => minutesDueOn({ detectedOn: "2024-02-06", ...usual }, law),
  L38: () => minutesDueOn({ detectedOn: "2022-01-28", ...wide }, law),
  L39: () => minutesDueOn({ detectedOn: "2023-05-02", ...appraised }, law),
  L41: () => inspected("2025-08-27"),
  L43: () => decisionDueOn(returned, law),
  L44: () => explanationPeriods("2023-03-01", "2023-03-06", law).dueOn,
  L45: () => interest("22500000", "2022-06-06", "2022-06-07"),
  L46: () => interest("22500000", "2022-06-06", "2022-07-06"),
  L48: () => interest("20000000", "2023-01-20", "2023-05-10", postponed),
  L49: () => interest("1234567", "2023-01-16", "2023-01-20"),
  L50: () => interest("8000000", serviceTerms("2024-01-30", law).interestAfter, "2024-02-20"),
  L52: stopsWithTheRequest,
  L84: () => range("MITIGATING_COOPERATION", "MITIGATING_REMEDIED"),
  L86: () => range("MITIGATING_COOPERATION", "AGGRAVATING_REPEATED"),
  L108: () => complained("384", "2024-06-03"),
  L109: () => acceptanceDueOn({ stage: "FIRST", lodgedOn: "2024-06-03" }, law),
};

/** What is chosen where a case gives two values, and the value where it stands among words. */
const VALUES: Readonly<Record<string, string>> = {
  L34: "2020-01-02",
  L43: "2023-06-05",
  L49: "1851",
  L50: "16000",
};

const BY_KEY = /^([A-Z_]+) from (\d{4}-\d\d-\d\d)/;

describe("worked cases of law on periods", () => {
  for (const id of PERIODS) {
    testCase(id, (expected, given) => {
      const [, key, from] = BY_KEY.exec(given) ?? [];
      const answer = ANSWERS[id]?.() ?? (key && from ? last(key as DeadlineKey, from) : expect.fail("no answer"));
      const value = VALUES[id] ?? expected;
      expect(expected).to.include(value);
      expect(answer).to.equal(value);
    });
  }
});

describe("what an operator may choose otherwise", () => {
  const NONE: LawRows = {
    instruments: [],
    violations: [],
    powers: [],
    deadlines: [],
    parameters: [],
    remoteAreas: [],
    duties: [],
    holidays: [],
  };
  const withZero = (key: LawRows["parameters"][number]["key"]): LawBook => {
    const shipped = shippedRows();
    const rows = shipped.parameters.filter((row) => row.key === key).map((row) => ({ ...row, value: 0n }));
    return lawBookOf(withOverrides(shipped, { ...NONE, parameters: rows }));
  };

  it("interest after the tenth day, though days off move the due day (L50)", () => {
    const strict = withZero("LATE_INTEREST_AFTER_MOVED_DUE_DAY");
    const { lawfulDueOn, interestAfter } = serviceTerms("2024-01-30", strict);
    expect([lawfulDueOn, interestAfter]).to.deep.equal(["2024-02-15", "2024-02-09"]);
    expect(interest("8000000", interestAfter, "2024-02-20")).to.equal("40000");
  });

  it("a period to explain that is over before it is told stays over", () => {
    expect(explanationPeriods("2023-03-01", "2023-03-20", law).dueOn).to.equal("2023-03-27");
    const over = explanationPeriods("2023-03-01", "2023-03-20", withZero("EXPLANATION_ANEW_WHEN_TOLD_LATE"));
    expect([over.dueOn, over.anew]).to.deep.equal(["2023-03-08", undefined]);
  });
});

describe("periods that no worked case has", () => {
  it("without proof of receipt interest runs from the thirteenth day after the signing, days off or not", () => {
    // 12 + 12 days end on Saturday, 24 June 2023.
    const { executionDueOn, rule } = unprovenServiceTerms("2023-06-12", law);
    expect([executionDueOn, rule.instrument]).to.deep.equal(["2023-06-24", "LATEFEE-18"]);
    expect(interest("10000000", executionDueOn, "2023-06-26")).to.equal("5000");
    expect(unprovenServiceTerms("2022-06-12", law).rule.instrument).to.equal("LATEFEE-153");
  });

  it("a seizure in a case whose file was passed on: ten working days since 2022, seven days before", () => {
    expect(last("SEIZURE_TRANSFERRED", "2022-08-29")).to.equal("2022-09-14");
    expect(last("SEIZURE_TRANSFERRED", "2019-09-13")).to.equal("2019-09-20");
  });

  it("a file that came back, with more to verify: 45 days", () => {
    expect(decisionDueOn({ ...returned, needsVerification: true }, law)).to.equal("2023-06-19");
  });

  it("the notice of a hearing: five days from the request", () => {
    expect(last("HEARING_NOTICE", "2023-03-02")).to.equal("2023-03-07");
  });

  it("complaints in remote areas: 45 and 60 days, to lodge a second one 45, to resolve it 60 and 70", () => {
    const remote = (complex: boolean) => complaintReckoning("2024-06-03", law, { complex, remote: true }).terms;
    const days = [remote(false), remote(true)].flatMap(({ FIRST, SECOND }) => [
      FIRST.resolution?.term.amount,
      SECOND.lodging.term.amount,
      SECOND.resolution?.term.amount,
    ]);
    expect(days).to.deep.equal([45, 45, 60, 60, 45, 70]);
  });

  it("remote are the eleven mountain districts, as long as there were districts", () => {
    const codes = Array.from({ length: 40 }, (_, index) => String(375 + index));
    expect(codes.filter((code) => law.isRemote(code, "2025-06-30")).length).to.equal(11);
    expect(codes.filter((code) => law.isRemote(code, "2025-07-01"))).to.deep.equal([]);
    expect(law.isRemote(null, "2024-01-01")).to.equal(false);
  });

  it("the draft of a conclusion: by the report until June 2025, since then by the day that is set", () => {
    expect(law.deadlineOn("INSPECTION_DRAFT_CONCLUSION", "2025-06-30")?.instrument).to.equal("INSP-2022");
    expect(law.deadlineOn("INSPECTION_DRAFT_CONCLUSION", "2025-07-01")).to.equal(undefined);
    expect(law.deadlineOn("INSPECTION_DRAFT_ASSIGNMENT", "2025-06-30")).to.equal(undefined);
  });
});

describe("every row of a period that changed holds from its day", () => {
  const changes: readonly (readonly [DeadlineKey, LocalDate, before: string, since: string])[] = [
    ["MINUTES", "2022-01-01", "AVH-2012", "AVH-118"],
    ["MINUTES_COMPLEX", "2022-01-01", "AVH-2012", "AVH-118"],
    ["MINUTES_APPRAISED", "2022-01-01", "AVH-2012", "AVH-118"],
    ["SEIZURE_TRANSFERRED", "2022-01-01", "AVH-2012", "AVH-67"],
    ["SERVICE_UNPROVEN", "2023-05-05", "LATEFEE-153", "LATEFEE-18"],
    ["INSPECTION_CONCLUSION", "2025-07-01", "INSP-2022", "INSP-2025"],
  ];
  for (const [key, day, before, since] of changes) {
    it(key, () => {
      const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      expect(law.deadlineOn(key, eve)?.instrument).to.equal(before);
      expect(law.deadlineOn(key, day)?.instrument).to.equal(since);
    });
  }

  it("CIRCUMSTANCES_TO_FRAME_END", () => {
    expect(law.parameter("CIRCUMSTANCES_TO_FRAME_END", "2021-12-31").value).to.equal(0n);
    expect(law.parameter("CIRCUMSTANCES_TO_FRAME_END", "2022-01-01").value).to.equal(2n);
  });
});
