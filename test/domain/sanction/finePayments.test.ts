import { expect } from "chai";
import { type FineAccount, outstandingOf } from "../../../src/domain/sanction/fine.js";
import { amended, annulled, fined, issued, lapse, payment, refund, Story } from "./fineScript.js";

const figures = ({ sanction: { fine } }: Story): object => ({
  decided: fine.decided,
  collected: fine.collected,
  outstanding: outstandingOf(fine),
  interest: fine.interestCollected,
  refundDue: fine.refundDue,
  refunded: fine.refunded,
});
const shares = ({ last }: Story): unknown => {
  const [event] = last;
  if (event?.type !== "FinePaymentRecorded") return undefined;
  const { toFine, toInterest, excess, interestReturned } = event.data;
  return [toFine, toInterest, excess, interestReturned];
};
const pays = (story: Story, amount: string, paidOn: string, enteredOn = paidOn): Story =>
  story.does("RecordFinePayment", payment(amount, paidOn), enteredOn);

describe("a payment", () => {
  it("in part leaves the rest outstanding", () => {
    expect(figures(pays(fined(), "10000000", "2023-03-10"))).to.deep.equal({
      decided: 22_500_000n,
      collected: 10_000_000n,
      outstanding: 12_500_000n,
      interest: 0n,
      refundDue: 0n,
      refunded: 0n,
    });
  });

  it("goes to the fine first, then to interest, and what is left is owed back", () => {
    const story = pays(fined(), "23000000", "2023-04-12");
    expect(shares(story)).to.deep.equal(["22500000", "326250", "173750", "0"]);
    expect(figures(story)).to.include({ collected: 22_500_000n, interest: 326_250n, refundDue: 173_750n });
  });

  it("of the fine alone leaves the interest, which does not grow any more", () => {
    const story = pays(pays(fined(), "22500000", "2023-04-12"), "400000", "2023-12-01");
    expect(shares(story)).to.deep.equal(["0", "326250", "73750", "0"]);
  });

  it("entered late shows that the fine was paid in time: the interest that was taken is owed back", () => {
    const story = pays(pays(fined(), "22826250", "2023-04-12"), "22500000", "2023-03-10", "2023-05-01");
    expect(shares(story)).to.deep.equal(["0", "0", "22500000", "326250"]);
    expect(figures(story)).to.include({ collected: 22_500_000n, interest: 0n, refundDue: 22_826_250n });
  });

  it("made before a lapse and entered after it takes so much of the lapse back", () => {
    const story = fined().does("RecordFineLapse", lapse("2024-03-05"), "2024-03-05");
    pays(story, "2500000", "2023-03-10", "2024-04-01");
    expect(story.sanction.fine).to.include({ collected: 2_500_000n, lapsed: 20_000_000n });
    pays(story, "20000000", "2023-03-11", "2024-04-01");
    expect(story.sanction.fine).to.include({ collected: 22_500_000n, lapsed: 0n, lapsedOn: null });
  });

  it("is refused when with it more came in than any sum of money here", () => {
    const story = pays(fined(), "999999999999999", "2023-03-10");
    story.refuses("RecordFinePayment", payment("1", "2023-03-11"), "2023-03-11", "FINE_PAID_BEYOND_REASON", ["amount"]);
  });

  it("made after a lapse is owed back", () => {
    const story = fined().does("RecordFineLapse", lapse("2024-03-05"), "2024-03-05");
    expect(shares(pays(story, "1000", "2024-03-06"))).to.deep.equal(["0", "0", "1000", "0"]);
  });

  it("on a decision annulled is owed back", () => {
    expect(shares(pays(fined().hear(annulled("2023-03-05")), "1000", "2023-03-06"))).to.deep.equal([
      "0",
      "0",
      "1000",
      "0",
    ]);
  });

  it("keeps who paid and which receipt", () => {
    const data = payment("1000", "2023-03-10", { paidBy: "Người thân" });
    const [event] = fined().does("RecordFinePayment", data, "2023-03-10").last;
    expect(event?.data).to.include({ paidBy: "Người thân", receipt: data.receipt, paymentId: data.paymentId });
  });

  it("with a receipt for several decisions uses what is left of it, to the last đồng", () => {
    const receipt = { number: "BL 9", issuedBy: "Kho bạc", total: "3000" };
    const elsewhere = { receiptElsewhere: { used: "1000", total: "3000" }, receipt };
    const story = fined();
    story.refuses(
      "RecordFinePayment",
      payment("2001", "2023-03-10", elsewhere),
      "2023-03-10",
      "FINE_RECEIPT_EXCEEDED",
      ["amount"],
    );
    story.does("RecordFinePayment", payment("2000", "2023-03-10", elsewhere), "2023-03-10");
  });
});

describe("a payment is refused", () => {
  const no = (more: Parameters<typeof payment>[2], code: string, path: readonly string[], story = fined()): Story =>
    story.refuses("RecordFinePayment", { ...payment("1000", "2023-03-10"), ...more }, "2023-03-10", code, path);

  it("where there is no fine", () => void no({}, "FINE_NONE", ["sanctionId"], new Story(issued("0"))));
  it("of nothing", () => void no({ amount: "0" }, "FINE_AMOUNT_ZERO", ["amount"]));
  it("made before the signing", () => void no({ paidOn: "2023-02-28" }, "SANCTION_DAY_BEFORE_SIGNING", ["paidOn"]));
  it("not made yet", () => void no({ paidOn: "2023-03-11" }, "SANCTION_DAY_IN_FUTURE", ["paidOn"]));
  it("beyond its receipt", () =>
    void no({ receipt: { number: "1", issuedBy: "K", total: "999" } }, "FINE_RECEIPT_EXCEEDED", ["amount"]));
  it("whose receipt is over another sum elsewhere", () =>
    void no({ receiptElsewhere: { used: "0", total: "5000" } }, "FINE_RECEIPT_TOTAL_DIFFERS", ["receipt", "total"]));
  it("with a receipt that was recorded, however it is written", () => {
    const receipt = { number: "bl 7", issuedBy: "Kho  bạc", total: "2000" };
    const story = fined().does("RecordFinePayment", payment("1000", "2023-03-10", { receipt }), "2023-03-10");
    const again = { ...receipt, number: " BL  7", issuedBy: "KHO BẠC" };
    no({ receipt: again }, "FINE_RECEIPT_RECORDED", ["receipt", "number"], story);
  });
});

describe("money owed back", () => {
  it("after an amendment to less than was paid", () => {
    const story = pays(fined(), "22500000", "2023-03-10").hear(amended("7500000", "2023-04-01"));
    expect(figures(story)).to.include({
      decided: 7_500_000n,
      collected: 7_500_000n,
      outstanding: 0n,
      refundDue: 15_000_000n,
    });
  });

  it("after an annulment is all that was kept, interest too", () => {
    const story = pays(fined(), "22826250", "2023-04-12").hear(annulled("2024-01-05"));
    expect(figures(story)).to.include({
      decided: 0n,
      collected: 0n,
      interest: 0n,
      outstanding: 0n,
      refundDue: 22_826_250n,
    });
  });

  it("is refunded in parts, and not beyond what is due", () => {
    const story = pays(fined(), "22826250", "2023-04-12").hear(annulled("2024-01-05"));
    story.does("RecordFineRefund", refund("22000000", "2024-01-06"), "2024-01-06");
    expect(figures(story)).to.include({ refundDue: 826_250n, refunded: 22_000_000n });
    story.refuses("RecordFineRefund", refund("826251", "2024-01-07"), "2024-01-07", "FINE_REFUND_BEYOND_DUE", [
      "amount",
    ]);
  });

  it("is not refunded as nothing, ahead of time, or before the signing", () => {
    const story = pays(fined(), "1000", "2023-03-06").hear(annulled("2023-03-07"));
    const no = (amount: string, on: string, code: string): Story =>
      story.refuses("RecordFineRefund", refund(amount, on), "2023-03-10", code);
    no("0", "2023-03-10", "FINE_AMOUNT_ZERO");
    no("1", "2023-03-11", "SANCTION_DAY_IN_FUTURE");
    no("1", "2023-02-28", "SANCTION_DAY_BEFORE_SIGNING");
  });
});

describe("a fine amended", () => {
  const account = (story: Story): FineAccount => story.sanction.fine;

  it("upwards: what is owed back already does not pay it", () => {
    const story = pays(fined("1000"), "1500", "2023-03-10").hear(amended("2000", "2023-03-11"));
    expect(figures(story)).to.include({ decided: 2_000n, collected: 1_000n, outstanding: 1_000n, refundDue: 500n });
  });

  it("after it lapsed: all of it stays lapsed, paid money stays collected", () => {
    const story = pays(fined("1000"), "400", "2023-03-10").does("RecordFineLapse", lapse("2024-03-05"), "2024-03-05");
    expect(account(story.hear(amended("2000", "2024-03-06")))).to.include({ collected: 400n, lapsed: 1_600n });
    expect(account(story.hear(amended("300", "2024-03-07")))).to.include({
      collected: 300n,
      lapsed: 0n,
      refundDue: 100n,
    });
  });
});
