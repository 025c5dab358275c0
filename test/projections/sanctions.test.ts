import { expect } from "chai";
import type { LawReference } from "../../src/domain/law/lawBook.js";
import type { LineDecided } from "../../src/domain/sanction/decision.js";
import type { SanctionEvent } from "../../src/domain/sanction/events.js";
import { outstandingOf, payableUntil } from "../../src/domain/sanction/fine.js";
import type { Sanction } from "../../src/domain/sanction/sanction.js";
import { ComplaintQueries } from "../../src/projections/sanction/complaintQueries.js";
import { type SanctionFilter, SanctionQueries } from "../../src/projections/sanction/queries.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { ENFORCEMENT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import { CLOCK, type Told } from "../support/given.js";
import { TestReadModel } from "../support/readModel.js";
import { allEntries } from "../support/figures.js";

type EventOf<T extends SanctionEvent["type"]> = Extract<SanctionEvent, { type: T }>;
type DataOf<T extends SanctionEvent["type"]> = Omit<EventOf<T>["data"], "sanctionId">;

const row: LawReference = {
  key: "159.27.5.a",
  instrument: "SANC-PRESS-159",
  validFrom: "2014-01-01",
  origin: "SHIPPED",
  confidence: "HIGH",
};
const line = (violationId: string, amount: string, more: Partial<LineDecided> = {}): LineDecided => ({
  violationId,
  code: "159.27.5.a",
  actEndedOn: "2019-09-04",
  title: "Sách Một",
  copies: 600,
  frame: { min: "10000000", max: "15000000" },
  subjectFactor: "HALF",
  circumstances: [],
  amount,
  warning: false,
  law: row,
  ...more,
});
const measure = { remedy: null, months: null, seizureIds: [], description: null, dueOn: null } as const;
const number = (text: string): EventOf<"SanctionIssued">["data"]["number"] => ({
  registerId: "r-1",
  year: 2019,
  symbol: "QĐ-XPVPHC",
  number: text,
  text: `${text}/QĐ-XPVPHC`,
});

const issued: DataOf<"SanctionIssued"> = {
  caseId: "c-1",
  kind: "SANCTION",
  number: number("12"),
  issuer: { unitId: "u-dic", name: "Sở Thông tin và Truyền thông" },
  signer: { name: "Lê Thị Chánh", post: "DEPARTMENT_CHIEF_INSPECTOR", delegation: null },
  power: row,
  party: { partyId: "p-1", kind: "HOUSEHOLD_BUSINESS", name: "Nguyễn Văn An" },
  content: { lines: [line("v-1", "10000000"), line("v-2", "2000000", { code: "159.27.1.a" })], measures: [] },
  fine: "12000000",
  signedOn: "2019-09-10",
  replacesId: null,
  noFineBecause: null,
};
const paid = (amount: string, more: Partial<DataOf<"FinePaymentRecorded">> = {}): DataOf<"FinePaymentRecorded"> => ({
  paymentId: "pay-1",
  paidOn: "2019-09-12",
  amount,
  toFine: amount,
  toInterest: "0",
  excess: "0",
  interestReturned: "0",
  receipt: { number: "AB 12", issuedBy: "Kho bạc", total: "20000000" },
  paidBy: null,
  ...more,
});

describe("the read model of sanction decisions", () => {
  let model: TestReadModel;
  let sanctions: SanctionQueries;
  beforeEach(() => {
    model = new TestReadModel();
    sanctions = new SanctionQueries(model.db);
  });

  const event = <T extends SanctionEvent["type"]>(
    type: T,
    data: DataOf<T>,
    more: Partial<Told<SanctionEvent>> = {},
  ): Told<SanctionEvent> => ({ type, data, ...more }) as unknown as Told<SanctionEvent>;
  const tell = (id: string, ...events: Told<SanctionEvent>[]): number =>
    model.tell<SanctionEvent>(
      `sanction-${id}`,
      ...events.map((one) => ({ ...one, data: { ...one.data, sanctionId: id } }) as Told<SanctionEvent>),
    );
  const issue = (id: string, more: Partial<DataOf<"SanctionIssued">> = {}): number =>
    tell(id, event("SanctionIssued", { ...issued, ...more }));
  const serve = (id: string): number =>
    tell(id, event("SanctionServed", { receivedOn: "2019-09-10", executionDueOn: "2019-09-20", law: row }));
  const annul = (id: string, on = CLOCK): number =>
    tell(
      id,
      event(
        "SanctionAnnulled",
        { number: null, ground: "WRONG_SUBJECT", complaintId: null },
        { occurredAt: on, reason: "Sai" },
      ),
    );
  function standing(id: string, at = NOW): Sanction {
    const found = sanctions.get(id, at);
    if (!found) throw new Error("A decision was expected.");
    return found.state;
  }
  const ids = (filter: SanctionFilter, at = NOW): string[] =>
    sanctions.list(filter, "ASC", { limit: 20 }, at).rows.map((found) => found.row.id);
  /** Every entry as `measure code day amount cause`, in order. */
  const entries = (from = 0): string[] =>
    allEntries(model.db, ENFORCEMENT_FIGURES)
      .filter(({ position }) => position > from)
      .map(({ measure, values, on, amount, cause }) =>
        [measure, values.VIOLATION_CODE ?? "-", on, amount, cause].join(" "),
      );

  it("keeps each version, and tells as of then what was then", () => {
    const first = issue("s-1");
    const second = serve("s-1");
    expect(sanctions.get("s-1", first)?.state.status).to.equal("SIGNED");
    const then = standing("s-1", second);
    expect(then.status).to.equal("SERVED");
    expect(payableUntil(then)).to.equal("2019-09-20");
    expect(outstandingOf(then.fine)).to.equal(12_000_000n);
    expect(sanctions.get("s-1", first - 1)).to.equal(undefined);
    expect(standing("s-1").fine.decided).to.equal(12_000_000n);
    expect(model.rebuilt().db.prepare(`SELECT * FROM sanction ORDER BY from_position`).all()).to.deep.equal(
      model.db.prepare(`SELECT * FROM sanction ORDER BY from_position`).all(),
    );
  });

  it("finds decisions by the acts that they are about, as they were at each time", () => {
    const first = issue("s-1");
    issue("s-2", {
      caseId: "c-2",
      number: number("13"),
      signedOn: "2019-09-11",
      content: { ...issued.content, lines: [line("v-9", "12000000")] },
    });
    const content = { lines: [line("v-1", "10000000")], measures: [] };
    tell("s-1", event("SanctionAmended", { number: null, content, fine: "10000000", signer: null, complaintId: null }));
    expect(ids({ violationCode: "159.27.5.a" })).to.deep.equal(["s-1", "s-2"]);
    expect(ids({ violationCode: "159.27.1.a" })).to.deep.equal([]);
    expect(ids({ violationCode: "159.27.1.a" }, first)).to.deep.equal(["s-1"]);
    expect(ids({ number: "13/QD" })).to.deep.equal(["s-2"]);
    expect(ids({ number: "3/QD" })).to.deep.equal([]);
    expect(ids({ signedTo: "2019-09-10" })).to.deep.equal(["s-1"]);
    expect(ids({ caseId: "c-2", kinds: ["SANCTION"], subjectKinds: ["HOUSEHOLD_BUSINESS"] })).to.deep.equal(["s-2"]);
    expect(ids({ kinds: ["REMEDY_ONLY"] })).to.deep.equal([]);
  });

  it("moves the last day for the payment with a postponement, and with instalments to the first that is not covered", () => {
    issue("s-1");
    serve("s-1");
    tell("s-1", event("FinePostponed", { from: "2019-09-15", to: "2019-11-15", document: "1/QĐ", law: [row] }));
    expect(ids({ overdueOn: "2019-11-15" })).to.deep.equal([]);
    expect(ids({ overdueOn: "2019-11-16" })).to.deep.equal(["s-1"]);

    issue("s-2", { number: number("13") });
    serve("s-2");
    const instalments = [
      { dueOn: "2019-10-01", amount: "5000000" },
      { dueOn: "2019-12-01", amount: "7000000" },
    ];
    const plan = { instalments, document: "2/QĐ", law: [row] } as unknown as DataOf<"FineInstalmentsGranted">;
    tell("s-2", event("FineInstalmentsGranted", plan));
    expect(payableUntil(standing("s-2"))).to.equal("2019-10-01");
    tell("s-2", event("FinePaymentRecorded", paid("5000000")));
    expect(payableUntil(standing("s-2"))).to.equal("2019-12-01");
    const stop = { from: "2019-09-20", complaintId: null, ground: "Khiếu nại" };
    tell("s-2", event("SanctionExecutionSuspended", stop));
    expect(payableUntil(standing("s-2"))).to.equal(null);
    expect(ids({ outstandingOnly: true })).to.deep.equal(["s-1", "s-2"]);
  });

  it("tells commands what they may know of a decision", () => {
    issue("s-1", {
      content: {
        lines: issued.content.lines,
        measures: [
          { ...measure, measureId: "m-1", kind: "CONFISCATION", seizureIds: ["z-1", "z-2"] },
          { ...measure, measureId: "m-2", kind: "REMEDY", remedy: "DESTROY" },
        ],
      },
    });
    expect(sanctions.fact("s-1")).to.deep.equal({
      sanctionId: "s-1",
      caseId: "c-1",
      partyId: "p-1",
      status: "SIGNED",
      issuerId: "u-dic",
      signerPost: "DEPARTMENT_CHIEF_INSPECTOR",
      numberText: "12/QĐ-XPVPHC",
      signedOn: "2019-09-10",
      annulledOn: null,
      replacedById: null,
      violationIds: ["v-1", "v-2"],
      confiscates: ["z-1", "z-2"],
      ordersDestruction: true,
      basis: "INDIVIDUAL",
    });
    annul("s-1");
    issue("s-2", { replacesId: "s-1", number: number("13") });
    expect(sanctions.fact("s-1")).to.deep.include({
      annulledOn: "2019-09-10",
      replacedById: "s-2",
      confiscates: [],
      ordersDestruction: false,
    });
    expect(sanctions.factsOfCase("c-1").map((fact) => fact.sanctionId)).to.deep.equal(["s-1", "s-2"]);
    expect(sanctions.fact("s-9")).to.equal(undefined);
  });

  it("knows what other decisions hold of a receipt, however it is spelt", () => {
    for (const id of ["s-1", "s-2", "s-3"]) issue(id);
    tell("s-1", event("FinePaymentRecorded", paid("5000000")));
    tell("s-1", event("FinePaymentRecorded", paid("1000000", { paymentId: "pay-2" })));
    tell("s-2", event("FinePaymentRecorded", paid("3000000")));
    const held = (number_: string, except: string): unknown => sanctions.receiptElsewhere(number_, "KHO BẠC", except);
    expect(held("ab  12", "s-3")).to.deep.equal({ used: "9000000", total: "20000000" });
    expect(held("AB 12", "s-1")).to.deep.equal({ used: "3000000", total: "20000000" });
    expect(held("AB 13", "s-3")).to.equal(null);
  });

  it("counts a decision once, its fine line by line, and its money on the days of the money", () => {
    issue("s-1");
    expect(entries()).to.deep.equal([
      "DECISIONS - 2019-09-10 1 NEW",
      "SUBJECTS_SANCTIONED - 2019-09-10 1 NEW",
      "FINES_DECIDED 159.27.5.a 2019-09-10 10000000 NEW",
      "FINES_DECIDED 159.27.1.a 2019-09-10 2000000 NEW",
      "FINES_OUTSTANDING - 2019-09-10 12000000 NEW",
    ]);
    const served = serve("s-1");
    const money = { toFine: "9000000", toInterest: "40000", excess: "10000", paidOn: "2019-09-08" };
    tell("s-1", event("FinePaymentRecorded", paid("9050000", money)));
    expect(entries(served)).to.deep.equal([
      "FINES_OUTSTANDING - 2019-09-08 -9000000 LATE",
      "FINES_COLLECTED - 2019-09-08 9000000 LATE",
      "INTEREST_COLLECTED - 2019-09-08 40000 LATE",
      "REFUNDS_DUE - 2019-09-08 10000 LATE",
    ]);
    const after = tell("s-1", event("FineReduced", { by: "1000000", grantedOn: "2019-09-10", document: "1/QĐ" })) - 1;
    tell("s-1", event("FineLapsed", { ground: "DEATH", lapsedOn: "2019-09-10", amount: "2000000" }));
    expect(entries(after)).to.deep.equal([
      "FINES_OUTSTANDING - 2019-09-10 -1000000 NEW",
      "FINES_REDUCED - 2019-09-10 1000000 NEW",
      "FINES_OUTSTANDING - 2019-09-10 -2000000 NEW",
      "FINES_LAPSED - 2019-09-10 2000000 NEW",
    ]);
  });

  it("adds what an amendment changes and takes back what an annulment ends, on its own day", () => {
    issue("s-1");
    tell("s-1", event("FinePaymentRecorded", paid("3000000", { paidOn: "2019-09-10" })));
    const warned = line("v-2", "0", { code: "159.27.1.a", warning: true, frame: null });
    const content = { lines: [line("v-1", "11000000"), warned], measures: [] };
    const on = { occurredAt: "2019-10-02T03:00:00.000Z", reason: "Giảm nhẹ" };
    const amended = { number: null, content, fine: "11000000", signer: null, complaintId: null };
    const before = tell("s-1", event("SanctionAmended", amended, on)) - 1;
    expect(entries(before).sort()).to.deep.equal([
      "FINES_DECIDED 159.27.1.a 2019-10-02 -2000000 CORRECTED",
      "FINES_DECIDED 159.27.5.a 2019-10-02 1000000 CORRECTED",
      "FINES_OUTSTANDING - 2019-10-02 -1000000 CORRECTED",
      "WARNINGS 159.27.1.a 2019-10-02 1 CORRECTED",
    ]);
    const last = annul("s-1", "2019-11-05T03:00:00.000Z") - 1;
    expect(entries(last).sort()).to.deep.equal([
      "DECISIONS - 2019-11-05 -1 ANNULLED",
      "FINES_COLLECTED - 2019-11-05 -3000000 ANNULLED",
      "FINES_DECIDED 159.27.5.a 2019-11-05 -11000000 ANNULLED",
      "FINES_OUTSTANDING - 2019-11-05 -8000000 ANNULLED",
      "REFUNDS_DUE - 2019-11-05 3000000 ANNULLED",
      "SUBJECTS_SANCTIONED - 2019-11-05 -1 ANNULLED",
      "WARNINGS 159.27.1.a 2019-11-05 -1 ANNULLED",
    ]);
  });

  it("counts suspensions, and no subject where only remedies are ordered", () => {
    const suspension = { ...measure, measureId: "m-1", kind: "SUSPENSION", months: 3 } as const;
    const content = { lines: [line("v-1", "0", { frame: null })], measures: [suspension] };
    issue("s-1", { kind: "REMEDY_ONLY", noFineBecause: "TIME_BARRED", power: null, fine: "0", content });
    expect(entries()).to.deep.equal(["DECISIONS - 2019-09-10 1 NEW", "SUSPENSIONS - 2019-09-10 1 NEW"]);
  });

  it("counts complaints on the days of lodging and of resolution, and lists them by where they stand", () => {
    const before = issue("s-1");
    const on = { complaintId: "k-1" };
    tell(
      "s-1",
      event("ComplaintLodged", { ...on, stage: "FIRST", lodgedOn: "2019-09-09", grounds: "Sai", lodgedBy: "An" }),
    );
    const accepted = tell(
      "s-1",
      event("ComplaintAccepted", { ...on, acceptedOn: "2019-09-10", resolutionDueOn: "2019-10-10", law: row }),
    );
    tell(
      "s-1",
      event("ComplaintResolved", {
        ...on,
        result: "UPHELD",
        resolvedOn: "2019-09-10",
        document: "1",
      } as DataOf<"ComplaintResolved">),
    );
    expect(entries(before)).to.deep.equal(["COMPLAINTS - 2019-09-09 1 LATE", "COMPLAINTS_RESOLVED - 2019-09-10 1 NEW"]);
    const complaints = new ComplaintQueries(model.db);
    const overdue = (at: number): string[] =>
      complaints.list({ overdueOn: "2019-10-11" }, "ASC", { limit: 9 }, at).rows.map((found) => found.row.id);
    expect([overdue(accepted), overdue(NOW)]).to.deep.equal([["k-1"], []]);
  });
});
