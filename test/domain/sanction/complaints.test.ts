import { expect } from "chai";
import type { ComplaintStage } from "../../../src/domain/sanction/terms.js";
import { caseFact, freely, line } from "./decisionScript.js";
import { annulled, type DataOf, fined, issued, payment, reckoning, served, Story, suspended } from "./fineScript.js";

const ID = "0e000000-0000-4000-8000-000000000001";
const OTHER = "0e000000-0000-4000-8000-000000000002";

const lodging = (lodgedOn: string, stage: ComplaintStage = "FIRST", complaintId = ID): DataOf<"LodgeComplaint"> => ({
  complaintId,
  stage,
  lodgedOn,
  grounds: "Không đúng đối tượng",
  lodgedBy: "Chủ hộ",
});
const accepting = (acceptedOn: string, complaintId = ID): DataOf<"AcceptComplaint"> => ({
  complaintId,
  acceptedOn,
  ...reckoning,
});
const rejecting = (ground: "OUT_OF_TIME" | "OTHER", rejectedOn: string): DataOf<"RejectComplaint"> => ({
  complaintId: ID,
  ground,
  rejectedOn,
  reason: "Không đủ điều kiện",
  ...reckoning,
});
const withdrawing = (withdrawnOn: string): DataOf<"WithdrawComplaint"> => ({
  complaintId: ID,
  withdrawnOn,
  reason: "Đã rõ",
});
const resolving = (
  result: "UPHELD" | "AMENDED" | "CANCELLED",
  resolvedOn: string,
  amended: DataOf<"ResolveComplaint">["amended"] = null,
  complaintId = ID,
): DataOf<"ResolveComplaint"> => ({
  complaintId,
  result,
  resolvedOn,
  document: "11/QĐ-GQKN",
  reason: "Kết quả xác minh",
  amended,
});

const lodged = (on = "2023-03-20", stage: ComplaintStage = "FIRST"): Story =>
  fined().does("LodgeComplaint", lodging(on, stage), on);
const accepted = (stage: ComplaintStage = "FIRST"): Story =>
  lodged("2023-03-20", stage).does("AcceptComplaint", accepting("2023-03-22"), "2023-03-22");
const resolved = (): Story => accepted().does("ResolveComplaint", resolving("UPHELD", "2023-04-10"), "2023-04-10");
const stands = (story: Story, complaintId = ID): string | undefined =>
  story.sanction.complaints.find((one) => one.complaintId === complaintId)?.status;
const content = (amount: string): DataOf<"ResolveComplaint">["amended"] => ({
  seizures: [],
  standing: [],
  staying: [],
  violationCase: caseFact(),
  lines: [line("v-1", { amount, circumstances: ["MITIGATING_HARDSHIP"] })],
  others: [],
  toFrameEnd: freely,
  measures: [],
});

describe("a complaint", () => {
  it("is accepted, with the day by which it is resolved: 30 days from 22 March are 21 April", () => {
    const [event] = accepted().last;
    expect(event?.data).to.include({ acceptedOn: "2023-03-22", resolutionDueOn: "2023-04-21" });
  });
  it("in court has no such day, and is judged", () => {
    const story = accepted("COURT");
    expect([stands(story), story.sanction.complaints[0]?.resolutionDueOn]).to.deep.equal(["IN_COURT", null]);
    story.does("ResolveComplaint", resolving("UPHELD", "2023-08-10"), "2023-08-10");
    expect(stands(story)).to.equal("JUDGED");
  });
  it("is not lodged on an annulled decision, before its signing, or ahead of time", () => {
    const no = (story: Story, on: string, code: string): Story =>
      story.refuses("LodgeComplaint", lodging(on), "2023-03-20", code);
    no(fined().hear(annulled("2023-03-10")), "2023-03-20", "SANCTION_STATUS_FORBIDS");
    no(fined(), "2023-02-28", "SANCTION_DAY_BEFORE_SIGNING");
    no(fined(), "2023-03-21", "SANCTION_DAY_IN_FUTURE");
  });
  it("is one of its stage at a time; a court action runs beside it", () => {
    accepted()
      .refuses("LodgeComplaint", lodging("2023-03-25", "FIRST", OTHER), "2023-03-25", "COMPLAINT_OPEN", ["stage"])
      .does("LodgeComplaint", lodging("2023-03-25", "COURT", OTHER), "2023-03-25");
  });
  it("is not lodged again once its stage is resolved; after a withdrawal it is", () => {
    resolved().refuses(
      "LodgeComplaint",
      lodging("2023-04-11", "FIRST", OTHER),
      "2023-04-11",
      "COMPLAINT_STAGE_CONCLUDED",
    );
    lodged()
      .does("WithdrawComplaint", withdrawing("2023-03-21"), "2023-03-21")
      .does("LodgeComplaint", lodging("2023-03-25", "FIRST", OTHER), "2023-03-25");
  });
  it("is a second one only after the first was resolved, or ought to have been", () => {
    const no = (story: Story, on: string): Story =>
      story.refuses("LodgeComplaint", lodging(on, "SECOND", OTHER), on, "COMPLAINT_WITHOUT_FIRST", ["stage"]);
    no(fined(), "2023-03-20");
    no(accepted(), "2023-04-20");
    accepted().does("LodgeComplaint", lodging("2023-04-22", "SECOND", OTHER), "2023-04-22");
    resolved().does("LodgeComplaint", lodging("2023-04-11", "SECOND", OTHER), "2023-04-11");
  });
});

describe("the time for a complaint", () => {
  it("is 90 days from receipt: 2 March to 31 May", () => {
    lodged("2023-05-31").does("AcceptComplaint", accepting("2023-06-01"), "2023-06-01");
    lodged("2023-06-01").refuses("AcceptComplaint", accepting("2023-06-01"), "2023-06-01", "COMPLAINT_OUT_OF_TIME");
  });
  it("does not run before the decision is served", () => {
    const unserved = new Story(issued()).does("LodgeComplaint", lodging("2023-12-01"), "2023-12-01");
    unserved.refuses("RejectComplaint", rejecting("OUT_OF_TIME", "2023-12-02"), "2023-12-02", "COMPLAINT_IN_TIME");
    unserved.does("AcceptComplaint", accepting("2023-12-02"), "2023-12-02");
  });
  it("of a second one is 30 days from the first resolution: 10 April to 10 May", () => {
    const second = (on: string): Story => resolved().does("LodgeComplaint", lodging(on, "SECOND", OTHER), on);
    second("2023-05-10").does("AcceptComplaint", accepting("2023-05-11", OTHER), "2023-05-11");
    second("2023-05-11").refuses(
      "AcceptComplaint",
      accepting("2023-05-11", OTHER),
      "2023-05-11",
      "COMPLAINT_OUT_OF_TIME",
    );
  });
  it("for a court is a year from receipt, or from a resolution", () => {
    const court = (story: Story, on: string): Story => story.does("LodgeComplaint", lodging(on, "COURT", OTHER), on);
    court(fined(), "2024-03-05").refuses(
      "AcceptComplaint",
      accepting("2024-03-05", OTHER),
      "2024-03-05",
      "COMPLAINT_OUT_OF_TIME",
    );
    court(resolved(), "2024-04-10").does("AcceptComplaint", accepting("2024-04-10", OTHER), "2024-04-10");
  });
  it("must really be over for a rejection on that ground", () => {
    lodged("2023-06-01").does("RejectComplaint", rejecting("OUT_OF_TIME", "2023-06-02"), "2023-06-02");
    lodged("2023-05-31").refuses(
      "RejectComplaint",
      rejecting("OUT_OF_TIME", "2023-06-02"),
      "2023-06-02",
      "COMPLAINT_IN_TIME",
      ["ground"],
    );
    lodged("2023-05-31").does("RejectComplaint", rejecting("OTHER", "2023-06-02"), "2023-06-02");
  });
});

describe("the steps of a complaint", () => {
  it("are for one that is there", () => {
    fined().refuses("WithdrawComplaint", withdrawing("2023-03-20"), "2023-03-20", "COMPLAINT_NOT_FOUND", [
      "complaintId",
    ]);
  });
  it("come in their order", () => {
    const today = "2023-04-20";
    lodged().refuses("ResolveComplaint", resolving("UPHELD", today), today, "COMPLAINT_STATUS_FORBIDS");
    accepted().refuses("AcceptComplaint", accepting(today), today, "COMPLAINT_STATUS_FORBIDS");
    accepted().refuses("RejectComplaint", rejecting("OTHER", today), today, "COMPLAINT_STATUS_FORBIDS");
    resolved().refuses("WithdrawComplaint", withdrawing(today), today, "COMPLAINT_STATUS_FORBIDS");
  });
  it("are days one after the other, and none ahead", () => {
    const today = "2023-04-20";
    lodged().refuses("AcceptComplaint", accepting("2023-03-19"), today, "COMPLAINT_BEFORE_LODGING", ["acceptedOn"]);
    lodged().refuses("RejectComplaint", rejecting("OTHER", "2023-03-19"), today, "COMPLAINT_BEFORE_LODGING");
    lodged().refuses("WithdrawComplaint", withdrawing("2023-04-21"), today, "SANCTION_DAY_IN_FUTURE");
    accepted().refuses("ResolveComplaint", resolving("UPHELD", "2023-03-21"), today, "COMPLAINT_BEFORE_ACCEPTANCE");
  });
  it("give new content where the decision is amended, and only there", () => {
    const today = "2023-04-20";
    accepted().refuses("ResolveComplaint", resolving("AMENDED", today), today, "COMPLAINT_AMENDMENT_MISSING", [
      "amended",
    ]);
    accepted().refuses(
      "ResolveComplaint",
      resolving("UPHELD", today, content("3000000")),
      today,
      "COMPLAINT_AMENDMENT_WITHOUT_NEED",
    );
  });
  it("amend within the law only", () => {
    const decision = accepted().ask("ResolveComplaint", resolving("AMENDED", "2023-04-20", content("1")), "2023-04-20");
    if (!("refusal" in decision)) expect.fail("accepted");
    expect([decision.refusal.code, decision.refusal.path[0]]).to.deep.equal([
      "SANCTION_AMOUNT_OUTSIDE_FRAME",
      "amended",
    ]);
  });
  it("change no decision that was annulled meanwhile, but leave it as it is", () => {
    const story = accepted().hear(annulled("2023-04-01"));
    story.refuses("ResolveComplaint", resolving("CANCELLED", "2023-04-20"), "2023-04-20", "COMPLAINT_ABOUT_ANNULLED");
    story.does("ResolveComplaint", resolving("UPHELD", "2023-04-20"), "2023-04-20");
    lodged()
      .hear(annulled("2023-04-01"))
      .refuses("AcceptComplaint", accepting("2023-04-20"), "2023-04-20", "SANCTION_STATUS_FORBIDS");
  });
});

describe("what a complaint leads to", () => {
  const types = ({ last }: Story): string[] => last.map((event) => event.type);

  it("amends the decision in the same breath; what was paid beyond is owed back", () => {
    const story = fined()
      .does("RecordFinePayment", payment("22500000", "2023-03-10"), "2023-03-10")
      .does("LodgeComplaint", lodging("2023-03-20"), "2023-03-20")
      .does("AcceptComplaint", accepting("2023-03-22"), "2023-03-22")
      .does("ResolveComplaint", resolving("AMENDED", "2023-04-20", content("3000000")), "2023-04-20");
    expect(types(story)).to.deep.equal(["ComplaintResolved", "SanctionAmended"]);
    expect(story.sanction.fine).to.include({ decided: 3_000_000n, collected: 3_000_000n, refundDue: 19_500_000n });
  });
  for (const [stage, ground] of [
    ["FIRST", "COMPLAINT_UPHELD"],
    ["COURT", "COURT_JUDGMENT"],
  ] as const) {
    it(`annuls the decision: ${ground}`, () => {
      const story = accepted(stage).does("ResolveComplaint", resolving("CANCELLED", "2023-04-20"), "2023-04-20");
      expect(types(story)).to.deep.equal(["ComplaintResolved", "SanctionAnnulled"]);
      expect(story.last[1]?.data).to.include({ ground, complaintId: ID, number: null });
      expect(story.sanction.status).to.equal("ANNULLED");
    });
  }
  it("ends the suspension that was ordered for it, however it ends", () => {
    const held = (): Story => lodged().hear(suspended("2023-03-25", ID));
    const ends = (story: Story): void => {
      expect(types(story)[1]).to.equal("SanctionExecutionResumed");
      expect(story.last[1]?.data).to.include({ from: "2023-04-10", complaintId: ID });
      expect(story.sanction.suspendedFrom).to.equal(null);
    };
    ends(held().does("WithdrawComplaint", withdrawing("2023-04-10"), "2023-04-10"));
    ends(held().does("RejectComplaint", rejecting("OTHER", "2023-04-10"), "2023-04-10"));
    const open = held().does("AcceptComplaint", accepting("2023-03-26"), "2023-03-26");
    ends(open.does("ResolveComplaint", resolving("UPHELD", "2023-04-10"), "2023-04-10"));
  });
  it("leaves a suspension for something else", () => {
    const story = new Story(issued(), served(), suspended("2023-03-10"));
    story
      .does("LodgeComplaint", lodging("2023-03-20"), "2023-03-20")
      .does("WithdrawComplaint", withdrawing("2023-03-21"), "2023-03-21");
    expect(types(story)).to.deep.equal(["ComplaintWithdrawn"]);
    expect(story.sanction.suspendedFrom).to.equal("2023-03-10");
  });
});
