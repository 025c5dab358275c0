import { expect } from "chai";
import type { None } from "../../../src/domain/kernel/history.js";
import type { Term } from "../../../src/domain/kernel/deadline.js";
import { workCalendarOf } from "../../../src/domain/kernel/workCalendar.js";
import type { LawBook } from "../../../src/domain/law/lawBook.js";
import type { DeadlineKey } from "../../../src/domain/law/terms.js";
import {
  decisionDeadlineOf,
  decisionDueOn,
  fineableUntil,
  limitationEndsOn,
  minutesDueOn,
} from "../../../src/domain/violationCase/deadlines.js";
import { type ViolationCaseEvent, violationCaseHistory } from "../../../src/domain/violationCase/events.js";
import { factOf } from "../../../src/domain/violationCase/standing.js";
import type { CaseFact, ViolationCase } from "../../../src/domain/violationCase/violationCase.js";
import * as c from "./facts.js";

/** Before 2022 the periods ran in calendar days, since then in working days (Law 67/2020, Art. 66). */
const CHANGE = "2022-01-01";
const TERMS: Readonly<Partial<Record<DeadlineKey, readonly [before: Term, since: Term]>>> = {
  MINUTES: [
    { amount: 2, unit: "WORKING_DAYS" },
    { amount: 2, unit: "WORKING_DAYS" },
  ],
  MINUTES_COMPLEX: [
    { amount: 5, unit: "WORKING_DAYS" },
    { amount: 5, unit: "WORKING_DAYS" },
  ],
  MINUTES_APPRAISED: [
    { amount: 3, unit: "WORKING_DAYS" },
    { amount: 3, unit: "WORKING_DAYS" },
  ],
  DECISION_RETURNED: [
    { amount: 30, unit: "CALENDAR_DAYS" },
    { amount: 30, unit: "CALENDAR_DAYS" },
  ],
  DECISION_RETURNED_VERIFIED: [
    { amount: 45, unit: "CALENDAR_DAYS" },
    { amount: 45, unit: "CALENDAR_DAYS" },
  ],
  DECISION: [
    { amount: 7, unit: "CALENDAR_DAYS" },
    { amount: 7, unit: "WORKING_DAYS" },
  ],
  DECISION_TRANSFERRED: [
    { amount: 10, unit: "CALENDAR_DAYS" },
    { amount: 10, unit: "WORKING_DAYS" },
  ],
  DECISION_EXPLAINED: [
    { amount: 30, unit: "CALENDAR_DAYS" },
    { amount: 1, unit: "MONTHS" },
  ],
  DECISION_COMPLEX: [
    { amount: 60, unit: "CALENDAR_DAYS" },
    { amount: 2, unit: "MONTHS" },
  ],
  LIMITATION_PUBLISHING: [
    { amount: 2, unit: "YEARS", limitation: true },
    { amount: 2, unit: "YEARS", limitation: true },
  ],
  LIMITATION_IT: [
    { amount: 1, unit: "YEARS", limitation: true },
    { amount: 1, unit: "YEARS", limitation: true },
  ],
};
/** National Day 2019 was given back on the Tuesday; 30 April and 1 May 2022 fell on a weekend. */
const holidays = ["2019-09-02", "2022-05-02", "2022-05-03"].map((day) => ({
  day,
  kind: "OFF" as const,
  name: { vi: "Nghỉ lễ", en: "Holiday" },
}));
const law = {
  calendar: workCalendarOf(holidays),
  deadline: (key: DeadlineKey, on: string) => {
    const [before, since] = TERMS[key] ?? expect.fail(key);
    return { ...c.deadline(key, 0), term: on < CHANGE ? before : since };
  },
  violation: (code: string) => ({ "159.1.1": c.rule(), "15.101.1": c.rule({ field: "IT" }) })[code],
} as unknown as LawBook;

const minuted: CaseFact = {
  caseId: c.CASE,
  status: "MINUTES_MADE",
  procedure: "WITH_MINUTES",
  unitId: "u-dic",
  inspectionId: null,
  detectedOn: "2022-04-22",
  parties: [],
  violations: [],
  minutesMadeOn: "2022-04-22",
  explanation: { dueOn: null, state: "NONE", asked: false, hearingOn: null },
  transferredToUs: false,
  needsVerification: false,
  isComplex: false,
  returnedOn: null,
  inCriminalProceedings: false,
};

describe("the deadlines of a violation case", () => {
  it("the minutes: two working days after the detection", () => {
    const due = (detectedOn: string): string =>
      minutesDueOn({ detectedOn, minutesGround: null, minutesResultOn: null }, law);
    expect(due("2019-08-30")).to.equal("2019-09-04");
    expect(due("2019-09-04")).to.equal("2019-09-06");
  });

  it("the decision: by what the case is, the longest period that anything gives", () => {
    const explained = { dueOn: "2022-04-29", state: "EXPLAINED", asked: true, hearingOn: null } as const;
    const cases: readonly (readonly [Partial<CaseFact>, DeadlineKey, string])[] = [
      [{}, "DECISION", "2022-05-05"],
      [{ transferredToUs: true }, "DECISION_TRANSFERRED", "2022-05-10"],
      [{ needsVerification: true }, "DECISION_EXPLAINED", "2022-05-23"],
      [{ explanation: explained, transferredToUs: true }, "DECISION_EXPLAINED", "2022-05-23"],
      [{ explanation: { ...explained, state: "OPEN", asked: false, hearingOn: null } }, "DECISION", "2022-05-05"],
      [{ isComplex: true, explanation: explained }, "DECISION_COMPLEX", "2022-06-22"],
    ];
    for (const [what, key, due] of cases) {
      expect(decisionDeadlineOf({ ...minuted, ...what })).to.equal(key);
      expect(decisionDueOn({ ...minuted, ...what }, law), key).to.equal(due);
    }
  });

  it("the decision: by the rule of the day of the minutes", () => {
    expect(decisionDueOn({ ...minuted, minutesMadeOn: "2021-12-30" }, law)).to.equal("2022-01-06");
    expect(decisionDueOn({ ...minuted, minutesMadeOn: "2022-01-04" }, law)).to.equal("2022-01-13");
  });

  it("the minutes: five in a case that is complex or wide, three from the result of an appraisal", () => {
    const wide = { detectedOn: "2022-04-22", minutesGround: "COMPLEX_OR_WIDE", minutesResultOn: null } as const;
    expect(minutesDueOn(wide, law)).to.equal("2022-04-29");
    const appraised = { ...wide, minutesGround: "APPRAISAL", minutesResultOn: "2022-06-01" } as const;
    expect(minutesDueOn(appraised, law)).to.equal("2022-06-06");
  });

  it("the decision: from the return of the file by the investigating body, in a time of its own", () => {
    const returned = { ...minuted, returnedOn: "2022-06-20", isComplex: true };
    expect(decisionDueOn(returned, law)).to.equal("2022-07-20");
    expect(decisionDueOn({ ...returned, needsVerification: true }, law)).to.equal("2022-08-04");
    expect(decisionDueOn({ ...returned, minutesMadeOn: null }, law)).to.equal(null);
  });

  it("the decision: none without minutes", () => {
    expect(decisionDueOn({ ...minuted, minutesMadeOn: null }, law)).to.equal(null);
  });

  it("the limitation: from the end of the act, or from the detection of one still going on, by the field", () => {
    const ended = { actEndedOn: "2019-03-15", detectedOn: "2019-09-02" };
    expect(limitationEndsOn(ended, { field: "PUBLISHING" }, law)).to.equal("2021-03-15");
    expect(limitationEndsOn(ended, { field: "IT" }, law)).to.equal("2020-03-15");
    expect(limitationEndsOn({ ...ended, actEndedOn: null }, { field: "PUBLISHING" }, law)).to.equal("2021-09-02");
    expect(limitationEndsOn({ ...ended, actEndedOn: "2020-02-29" }, { field: "IT" }, law)).to.equal("2021-02-28");
  });

  it("until when anything can be fined: the latest act, at most until the decision is due", () => {
    const act = c.act({ actEndedOn: "2021-04-25", detectedOn: "2022-04-22" });
    const it = { ...act, violationId: "v-2", code: "15.101.1" };
    const withActs = { ...minuted, violations: [act, it] };
    expect(fineableUntil({ ...withActs, minutesMadeOn: null }, law)).to.equal("2023-04-25");
    expect(fineableUntil(withActs, law)).to.equal("2022-05-05");
    expect(fineableUntil({ ...withActs, violations: [it] }, law)).to.equal("2022-04-25");
    expect(fineableUntil({ ...withActs, violations: [{ ...act, code: "0.0.0" }] }, law)).to.equal(null);
    expect(fineableUntil(minuted, law)).to.equal(null);
  });
});

describe("what others may know of a violation case", () => {
  const after = (...events: unknown[]): CaseFact => {
    const all = [c.recorded(), c.drawnUp(), ...events] as ViolationCaseEvent[];
    const state = all.reduce<ViolationCase | None>((before, one) => violationCaseHistory.evolve(before, one), {
      status: "NONE",
    });
    return state.status === "NONE" ? expect.fail("no case") : factOf(state);
  };
  const submitted = (partyId: string): unknown =>
    c.event("ExplanationSubmitted", {
      partyId,
      form: "WRITTEN",
      submittedOn: "2019-09-09",
      requestedOn: null,
      summary: "x",
    });
  const waived = (partyId: string): unknown => ({ ...c.event("ExplanationWaived", { partyId }) });

  it("follows its explanation", () => {
    expect(after().explanation).to.deep.equal({ dueOn: null, state: "NONE", asked: false, hearingOn: null });
    expect(after(c.opened()).explanation).to.deep.equal({ dueOn: c.DUE, state: "OPEN", asked: false, hearingOn: null });
    const extended = c.event("ExplanationExtended", { dueOn: "2019-09-18", law: c.reference("x") });
    expect(after(c.opened(), extended).explanation).to.deep.equal({
      dueOn: "2019-09-18",
      state: "OPEN",
      asked: true,
      hearingOn: null,
    });
    expect(after(c.opened(), submitted("p-1")).explanation).to.include({
      state: "EXPLAINED",
      asked: true,
      hearingOn: null,
    });
    expect(after(c.opened(), waived("p-1")).explanation).to.include({ state: "WAIVED", asked: false, hearingOn: null });
    const two = c.opened({ partyIds: ["p-1", "p-2"] });
    expect(after(two, waived("p-2")).explanation.state).to.equal("OPEN");
    expect(after(two, waived("p-2"), submitted("p-1")).explanation.state).to.equal("EXPLAINED");
    expect(after(two, waived("p-2"), submitted("p-1")).status).to.equal("EXPLAINED");
    expect(after(c.opened(), c.event("ExplanationDropped", {})).status).to.equal("MINUTES_MADE");
  });

  it("follows its way to the investigating body and back, twice", () => {
    expect(after(c.away())).to.include({
      status: "IN_CRIMINAL_PROCEEDINGS",
      inCriminalProceedings: true,
      returnedOn: null,
    });
    const back = (returnedOn: string, pausedDays: number): unknown =>
      c.event("ViolationCaseReturnedFromProsecution", { document: "x", returnedOn, pausedDays });
    const twice = after(c.away(), back("2019-09-07", 2), c.away("2019-09-08"), back("2019-09-10", 2));
    expect(twice).to.include({ status: "MINUTES_MADE", inCriminalProceedings: false, returnedOn: "2019-09-10" });
  });

  it("is what was verified, and whose it is now", () => {
    const record = {
      recordId: "r",
      madeOn: c.MADE,
      madeBy: "x",
      corrects: "x",
      parties: [c.recordedCompany],
      violations: [c.recordedAct({ copies: 7 })],
    };
    const to = { unitId: "u-province", name: "UBND tỉnh" };
    const from = { unitId: "u-dic", name: "Sở" };
    const fact = after(
      c.event("ViolationVerified", { record }),
      c.event("ViolationCaseTransferred", { from, to, transferredOn: "2019-09-09" }),
      c.event("VerificationRequested", { what: "x" }),
      c.event("ViolationCaseMarkedComplex", {}),
    );
    expect(fact).to.include({ unitId: "u-province", transferredToUs: true, needsVerification: true, isComplex: true });
    expect(fact.parties).to.deep.equal([c.recordedCompany]);
    expect(fact.violations.map(({ copies }) => copies)).to.deep.equal([7]);
  });
});
