import { expect } from "chai";
import { interestAccrued, interestDue, stretchesOf } from "../../../src/domain/sanction/interest.js";
import {
  amended,
  annulled,
  DUE_ON,
  fined,
  instalments,
  lapse,
  payment,
  postponement,
  rate,
  reduction,
  request,
  type Story,
  suspended,
  told,
} from "./fineScript.js";

const due = ({ sanction }: Story, on: string): bigint =>
  interestDue(sanction.fine, sanction.executionDueOn, on, rate.value);

/**
 * Worked examples. Law on Handling Administrative Violations, Art. 78.1: 0.05 % of the unpaid fine a day. Circular
 * 18/2023/TT-BTC: from the day after the deadline to the day before the payment, days off counted; not while postponed,
 * while a reduction is considered, while in instalments. The due day of all of them is 13 March 2023.
 */
const EXAMPLES: readonly [what: string, story: () => Story, on: string, interest: bigint][] = [
  ["paid on the last day: none", () => fined(), "2023-03-13", 0n],
  ["paid on the day after: its own day is not counted", () => fined(), "2023-03-14", 0n],
  ["one day late: 22,500,000 × 5 ÷ 10,000", () => fined(), "2023-03-15", 11_250n],
  ["14 March to 11 April, 29 days: 29 × 11,250", () => fined(), "2023-04-12", 326_250n],
  [
    "29 April to 3 May are days off, and counted: 14 March to 4 May, 52 × 11,250",
    () => fined(),
    "2023-05-05",
    585_000n,
  ],
  [
    "10,000,000 paid on 20 March: 6 × 11,250, then 21 × 6,250 to 9 April",
    () => fined().does("RecordFinePayment", payment("10000000", "2023-03-20"), "2023-03-20"),
    "2023-04-10",
    198_750n,
  ],
  [
    "the same when the receipt is entered long after",
    () => fined().does("RecordFinePayment", payment("10000000", "2023-03-20"), "2023-05-30"),
    "2023-04-10",
    198_750n,
  ],
  [
    "postponed 20 March to 19 June: 14 to 19 March and 20 to 30 June, 17 × 11,250",
    () => fined().does("GrantFinePostponement", postponement("2023-03-20", "2023-06-19"), "2023-03-20"),
    "2023-07-01",
    191_250n,
  ],
  [
    "suspended 20 March, resumed 30 March: 14 to 19 and 30 to 31 March, 8 × 11,250",
    () =>
      fined().hear(
        suspended("2023-03-20"),
        told("SanctionExecutionResumed", { from: "2023-03-30", complaintId: null }, "2023-03-30"),
      ),
    "2023-04-01",
    90_000n,
  ],
  ["still suspended since 20 March: 6 × 11,250", () => fined().hear(suspended("2023-03-20")), "2023-12-31", 67_500n],
  [
    "in instalments until 10 August, from before the deadline: 11 to 20 August on all of it, 10 × 11,250",
    () =>
      fined().does(
        "GrantFineInstalments",
        instalments([
          ["2023-04-10", "9000000"],
          ["2023-08-10", "13500000"],
        ]),
        "2023-03-10",
      ),
    "2023-08-21",
    112_500n,
  ],
  [
    "a reduction asked for on the postponement's last day and refused on 30 June: 6 + 1 × 11,250",
    () =>
      fined()
        .does("GrantFinePostponement", postponement("2023-03-20", "2023-06-19"), "2023-03-20")
        .does("RequestFineReduction", request("2023-06-19"), "2023-06-19")
        .does("RefuseFineReduction", { refusedOn: "2023-06-30", document: "07" }, "2023-06-30"),
    "2023-07-01",
    78_750n,
  ],
  [
    "reduced by 12,500,000 on 30 June: 6 × 11,250, then 2 × 5,000",
    () =>
      fined()
        .does("GrantFinePostponement", postponement("2023-03-20", "2023-06-19"), "2023-03-20")
        .does("RequestFineReduction", request("2023-06-19"), "2023-06-19")
        .does("GrantFineReduction", reduction("12500000", "2023-06-30"), "2023-06-30"),
    "2023-07-02",
    77_500n,
  ],
  [
    "amended to 10,000,000 on 20 March: 6 × 11,250 stay, then 2 × 5,000",
    () => fined().hear(amended("10000000", "2023-03-20")),
    "2023-03-22",
    77_500n,
  ],
  ["annulled: none, of the days before either", () => fined().hear(annulled("2023-04-20")), "2023-05-01", 0n],
  ["lapsed with the fine", () => fined().does("RecordFineLapse", lapse("2024-03-05"), "2024-03-05"), "2024-04-01", 0n],
];

describe("late interest", () => {
  for (const [what, story, on, interest] of EXAMPLES) {
    it(what, () => expect(due(story(), on)).to.equal(interest));
  }

  it("is none before the decision is served", () => {
    expect(interestAccrued(fined().sanction.fine, null, "2024-01-01", rate.value)).to.equal(0n);
  });

  it("is rounded down once a stretch, not once a day: 1,999 × 5 × 3 ÷ 10,000 = 2.9985", () => {
    const { fine } = fined("1999").sanction;
    expect(interestAccrued(fine, DUE_ON, "2023-03-17", rate.value)).to.equal(2n);
  });

  it("is rounded for each base apart: 0.9995 and 0.9990 make none", () => {
    const { fine } = fined("1999").does("RecordFinePayment", payment("1", "2023-03-15"), "2023-03-15").sanction;
    expect(stretchesOf(fine, DUE_ON, "2023-03-16")).to.deep.equal([
      { base: 1_999n, days: 1 },
      { base: 1_998n, days: 1 },
    ]);
    expect(interestAccrued(fine, DUE_ON, "2023-03-16", rate.value)).to.equal(0n);
  });

  it("counts a stretch on across a pause", () => {
    const story = fined().does("GrantFinePostponement", postponement("2023-03-20", "2023-06-19"), "2023-03-20");
    expect(stretchesOf(story.sanction.fine, DUE_ON, "2023-07-01")).to.deep.equal([{ base: 22_500_000n, days: 17 }]);
  });
});
