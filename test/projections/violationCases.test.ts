import { expect } from "chai";
import { workCalendarOf } from "../../src/domain/kernel/workCalendar.js";
import type { LawBook } from "../../src/domain/law/lawBook.js";
import type { ViolationCaseEvent } from "../../src/domain/violationCase/events.js";
import { SHOWN_CASE_STATUSES } from "../../src/domain/violationCase/terms.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { type ViolationCaseFilter, ViolationCaseQueries } from "../../src/projections/violationCase/queries.js";
import { ENFORCEMENT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import * as c from "../domain/violationCase/facts.js";
import { CLOCK, type Told } from "../support/given.js";
import { TestReadModel } from "../support/readModel.js";
import { allEntries } from "../support/figures.js";

/** Seven days for the decision, ten for one transferred, 22 for one that came back; only weekends are off. */
const DAYS = { DECISION: 7, DECISION_TRANSFERRED: 10, DECISION_RETURNED: 22 };
const law = {
  calendar: workCalendarOf([]),
  deadline: (key: keyof typeof DAYS) => c.deadline(key, DAYS[key]),
} as unknown as LawBook;

describe("the read model of violation cases", () => {
  let model: TestReadModel;
  let cases: ViolationCaseQueries;
  beforeEach(() => {
    model = new TestReadModel();
    cases = new ViolationCaseQueries(model.db);
  });

  const tell = (caseId: string, ...events: Told<ViolationCaseEvent>[]): number =>
    model.tell<ViolationCaseEvent>(
      `violationCase-${caseId}`,
      ...events.map((event) => ({ ...event, data: { ...event.data, caseId } }) as Told<ViolationCaseEvent>),
    );
  const ids = (filter: ViolationCaseFilter, at = NOW): string[] =>
    cases.list(filter, "ASC", { limit: 20 }, at, law).rows.map(({ row }) => row.id);
  /** Every entry as `unit measure code kind day amount cause`, in order. */
  const entries = (at = NOW): string[] =>
    allEntries(model.db, ENFORCEMENT_FIGURES, at).map(({ measure, values, on, amount, cause }) =>
      [values.UNIT, measure, values.VIOLATION_CODE ?? "-", values.SUBJECT_KIND ?? "-", on, amount, cause].join(" "),
    );
  const transferred = (on: string): Told<ViolationCaseEvent> =>
    c.event("ViolationCaseTransferred", {
      from: { unitId: "u-dic", name: "Sở" },
      to: { unitId: "u-province", name: "UBND tỉnh" },
      transferredOn: on,
    });
  const verified = (...violations: ReturnType<typeof c.recordedAct>[]): Told<ViolationCaseEvent> =>
    c.event("ViolationVerified", {
      record: {
        recordId: "r",
        madeOn: "2019-09-06",
        madeBy: "x",
        corrects: "x",
        parties: [c.recordedHousehold],
        violations,
      },
    });
  const decided = (sanctionId: string, caseId: string, partyId = "p-1"): void => {
    const row = {
      id: sanctionId,
      case_id: caseId,
      party_id: partyId,
      subject_kind: "INDIVIDUAL",
      issuer_id: "u-dic",
      kind: "SANCTION",
      number_folded: "1",
      signed_on: "2019-09-09",
      outstanding: 0,
      revision: 0,
      recorded_at: CLOCK,
      state_json: "{}",
      from_position: model.position,
      to_position: Number.MAX_SAFE_INTEGER,
    };
    const columns = Object.keys(row);
    model.db
      .prepare(
        `INSERT INTO sanction (status, ${columns.join(", ")}) VALUES ('SIGNED', ${columns.map((one) => `@${one}`).join(", ")})`,
      )
      .run(row);
  };

  it("answers as of any position what it answered then", () => {
    const positions = [
      tell("k", c.recorded()),
      tell("k", c.drawnUp(), c.opened()),
      tell("k", c.event("ExplanationExtended", { dueOn: "2019-09-18", law: c.reference("x") }, "x")),
      tell("k", verified(c.recordedAct({ copies: 7 }))),
      tell("k", transferred("2019-09-09")),
      tell("k", c.away("2019-09-09")),
      tell("k", c.event("ViolationCaseClosed", { ground: "PROSECUTED", closedOn: "2019-09-10" }, "x")),
      tell("k", c.event("ViolationCaseReopened", {}, "x")),
    ];
    expect(positions.map((at) => cases.get("k", at)?.shown)).to.deep.equal([
      "DETECTED",
      "EXPLANATION_OPEN",
      "EXPLANATION_OPEN",
      "EXPLANATION_OPEN",
      "EXPLANATION_OPEN",
      "IN_CRIMINAL_PROCEEDINGS",
      "CLOSED",
      "IN_CRIMINAL_PROCEEDINGS",
    ]);
    for (const at of positions) {
      const rebuilt = model.rebuilt(at);
      expect(new ViolationCaseQueries(rebuilt.db).get("k", NOW)).to.deep.equal(cases.get("k", at));
    }
    expect(cases.fact("k")).to.include({ unitId: "u-province", inCriminalProceedings: true, minutesMadeOn: c.MADE });
    expect(cases.fact("none")).to.equal(undefined);
  });

  it("lists by the day of detection and filters", () => {
    const company = { parties: [c.recordedCompany] };
    tell("k-2", c.recorded({ detectedOn: "2019-09-05", ...company }));
    tell("k-1", c.recorded({ detectedOn: "2019-09-02", inspectionId: "i-1" }), c.drawnUp());
    tell("k-3", c.recorded({ detectedOn: "2019-09-07" }));
    const before = tell("k-3", transferred("2019-09-08")) - 1;
    expect(ids({})).to.deep.equal(["k-1", "k-2", "k-3"]);
    expect(ids({ unit: { ids: ["u-dic"] } })).to.deep.equal(["k-1", "k-2"]);
    expect(ids({ unit: { ids: ["u-dic"] } }, before)).to.deep.equal(["k-1", "k-2", "k-3"]);
    expect(ids({ inspectionId: "i-1" })).to.deep.equal(["k-1"]);
    expect(ids({ statuses: ["DETECTED"] })).to.deep.equal(["k-2", "k-3"]);
    expect(ids({ partyKinds: ["ORGANISATION", "UNKNOWN"] })).to.deep.equal(["k-2"]);
    expect(ids({ violationCode: "159.1.1" })).to.deep.equal(["k-1"]);
    expect(ids({ detectedFrom: "2019-09-05", detectedTo: "2019-09-06" })).to.deep.equal(["k-2"]);
  });

  it("stands as its decisions make it stand", () => {
    tell("k", c.recorded({ parties: [c.recordedHousehold, c.recordedCompany] }), c.drawnUp());
    /** As it is shown, and as a list is filtered by it. */
    const status = (): string | undefined => {
      const shown = cases.get("k", NOW)?.shown;
      const found = SHOWN_CASE_STATUSES.values.filter((one) => ids({ statuses: [one] }).length > 0);
      expect(found).to.deep.equal([shown]);
      return shown;
    };
    const become = (id: string, to: string): void =>
      void model.db.prepare(`UPDATE sanction SET status = ? WHERE id = ?`).run(to, id);
    decided("s-1", "k");
    expect(status()).to.equal("DECIDED");
    become("s-1", "EXECUTED");
    expect(status(), "the other party has no decision").to.equal("IN_EXECUTION");
    decided("s-2", "k", "p-2");
    become("s-2", "EXECUTED");
    expect(status()).to.equal("EXECUTED");
    become("s-1", "ANNULLED");
    become("s-2", "ANNULLED");
    expect(status()).to.equal("MINUTES_MADE");
  });

  it("knows which cases wait for a decision past its last day", () => {
    // Seven working days from Wednesday the 4th: Friday the 13th.
    tell("due", c.recorded(), c.drawnUp());
    tell("transferred", c.recorded(), c.drawnUp(), transferred("2019-09-09"));
    tell(
      "closed",
      c.recorded(),
      c.drawnUp(),
      c.event("ViolationCaseClosed", { ground: "DEATH", closedOn: "2019-09-09" }),
    );
    tell("detected", c.recorded());
    tell("decided", c.recorded(), c.drawnUp());
    decided("s-1", "decided");
    tell(
      "back",
      c.recorded(),
      c.drawnUp(),
      c.away(),
      c.event("ViolationCaseReturnedFromProsecution", {
        document: "x",
        returnedOn: "2019-09-09",
        pausedDays: 4,
      }),
    );
    expect(ids({ decisionOverdueOn: "2019-09-13" })).to.deep.equal([]);
    expect(ids({ decisionOverdueOn: "2019-09-14" })).to.deep.equal(["due"]);
    expect(ids({ decisionOverdueOn: "2019-09-18" })).to.deep.equal(["due"]);
    expect(ids({ decisionOverdueOn: "2019-09-19" })).to.deep.equal(["due", "transferred"]);
    // The file that came back has a time of its own from then.
    expect(ids({ decisionOverdueOn: "2019-10-09" })).to.deep.equal(["due", "transferred"]);
    expect(ids({ decisionOverdueOn: "2019-10-10" })).to.deep.equal(["back", "due", "transferred"]);
  });

  it("counts a case from its detection and its violations from the minutes", () => {
    tell("k", c.recorded({ detectedOn: "2019-09-10" }));
    tell(
      "k",
      c.drawnUp({ madeOn: "2019-09-10", violations: [c.recordedAct(), c.recordedAct({ violationId: "v-2" })] }),
    );
    expect(entries()).to.deep.equal([
      "u-dic CASES - - 2019-09-10 1 NEW",
      "u-dic VIOLATIONS 159.1.1 HOUSEHOLD_BUSINESS 2019-09-10 2 NEW",
    ]);
  });

  it("counts what is told on a later day as late, and on the spot from the detection", () => {
    tell("k", c.recorded({ procedure: "ON_THE_SPOT", violations: [c.recordedAct()] }));
    expect(entries()).to.deep.equal([
      "u-dic CASES - - 2019-09-02 1 LATE",
      "u-dic VIOLATIONS 159.1.1 HOUSEHOLD_BUSINESS 2019-09-02 1 LATE",
    ]);
  });

  it("corrects the figures by what a verification record adds, changes and takes away", () => {
    const other = c.rule({ code: "159.2.2" });
    tell("k", c.recorded(), c.drawnUp({ violations: [c.recordedAct(), c.recordedAct({ violationId: "v-2" })] }));
    const before = entries().length;
    tell("k", verified(c.recordedAct({}, other)));
    expect(entries().slice(before)).to.deep.equal([
      "u-dic VIOLATIONS 159.1.1 HOUSEHOLD_BUSINESS 2019-09-04 -2 CORRECTED",
      "u-dic VIOLATIONS 159.2.2 HOUSEHOLD_BUSINESS 2019-09-04 1 CORRECTED",
    ]);
  });

  it("moves case and violations on the day of a transfer, and takes all of it back when the case is void", () => {
    tell("k", c.recorded(), c.drawnUp());
    const before = entries().length;
    tell("k", transferred("2019-09-10"));
    expect(entries().slice(before)).to.deep.equal([
      "u-dic CASES - - 2019-09-10 -1 NEW",
      "u-province CASES - - 2019-09-10 1 NEW",
      "u-dic VIOLATIONS 159.1.1 HOUSEHOLD_BUSINESS 2019-09-10 -1 NEW",
      "u-province VIOLATIONS 159.1.1 HOUSEHOLD_BUSINESS 2019-09-10 1 NEW",
    ]);
    const moved = entries().length;
    tell("k", c.event("ViolationCaseVoided", {}, "Nhập nhầm"));
    expect(entries().slice(moved)).to.have.length(6);
    expect(
      entries()
        .slice(moved)
        .every((entry) => entry.endsWith("VOIDED")),
    ).to.equal(true);
    const left = new Map<string, bigint>();
    for (const { measure, values, on, amount } of allEntries(model.db, ENFORCEMENT_FIGURES)) {
      const key = JSON.stringify([measure, values, on]);
      left.set(key, (left.get(key) ?? 0n) + amount);
    }
    expect(new Set(left.values())).to.deep.equal(new Set([0n]));
  });

  it("counts the violations of minutes made after a transfer for the unit that made them", () => {
    tell("k", c.recorded(), transferred("2019-09-03"));
    const before = entries().length;
    tell("k", c.drawnUp());
    expect(entries().slice(before)).to.deep.equal([
      "u-province VIOLATIONS 159.1.1 HOUSEHOLD_BUSINESS 2019-09-04 1 LATE",
    ]);
  });

  it("adds nothing for what counts for nothing", () => {
    tell("k", c.recorded(), c.drawnUp(), c.opened());
    const before = entries().length;
    tell("k", c.event("VerificationRequested", { what: "x" }));
    tell("k", c.event("ViolationCaseClosed", { ground: "DEATH", closedOn: "2019-09-10" }));
    expect(entries()).to.have.length(before);
  });
});
