import { expect } from "chai";
import { sentenceOf } from "../../../src/domain/kernel/history.js";
import { type SeizureEvent, seizureEvents } from "../../../src/domain/seizure/events.js";
import { seizure } from "../../../src/domain/seizure/record.js";
import { commandMeta } from "../../support/given.js";
import * as x from "./facts.js";

const told = (event: SeizureEvent): [vi: string, en: string] => {
  const { vi, en } = sentenceOf(seizureEvents[event.type], event.data);
  return [vi, en];
};

describe("a timeline tells of a seizure", () => {
  it("what was seized, in each unit of counting, and until when", () => {
    const sheets = x.line("l-4", { unit: "SHEET", copies: 500 });
    expect(told(x.seized([...x.inventory(), sheets]))).to.deep.equal([
      "Tạm giữ tang vật đến hết ngày 10/9/2019: khoảng 2.740 bản, 500 tờ.",
      "Exhibits were seized until 10 September 2019: copies of a publication, about 2,740; sheets of a semi-finished one, 500.",
    ]);
    expect(told(x.seized([sheets]))[0]).to.equal("Tạm giữ tang vật đến hết ngày 10/9/2019: 500 tờ.");
  });

  it("whether a count found what was recorded", () => {
    const counted = (difference: number): SeizureEvent =>
      x.event("ExhibitsCounted", {
        countedOn: "2019-09-05",
        minutesNumber: "02/BB-KK",
        lines: [
          { lineId: "l-1", counted: 100, difference: 0, as: "CORRECTION" },
          { lineId: "l-3", counted: 2600 + difference, difference, as: "CORRECTION" },
        ],
      });
    expect(told(counted(0))[0]).to.equal("Kiểm đếm tang vật, số lượng 2.700, khớp với số đã ghi.");
    expect(told(counted(82))[1]).to.equal("The exhibits were counted: 2,782; lines that differ from the record: 1.");
  });

  it("how many were returned, destroyed, sold or missing, and for how much", () => {
    expect(told(x.returned(1200))[0]).to.equal("Trả lại tang vật, số lượng 1.200.");
    expect(told(x.destroyed(10))[1]).to.equal("Exhibits were destroyed: 10.");
    const { sanction: _, ...sale } = x.good.sell;
    expect(told(x.event("ExhibitsSold", sale))).to.deep.equal([
      "Bán tang vật, số lượng 5, thu được 250.000 đồng.",
      "Exhibits were sold: 5, for 250,000 đồng.",
    ]);
    const { reason, ...missing } = x.good.discrepancy;
    const found = (sanctionId: string | null): SeizureEvent =>
      x.event("ExhibitDiscrepancyRecorded", { ...missing, sanctionId }, reason);
    expect(told(found(null))[0]).to.equal("Ghi nhận tang vật thiếu, số lượng 3.");
    expect(told(found("d-1"))[1]).to.equal("Confiscated exhibits were missing: 3.");
  });

  it("what became of a confiscation that was revoked", () => {
    const revoked = (carriedOverTo: { sanctionId: string; decisionNumber: string } | null): SeizureEvent =>
      x.event("ConfiscationRevoked", {
        sanctionId: "d-1",
        revokedOn: "2019-09-08",
        carriedOverTo,
        lines: [x.of("l-1", 50)],
        compensable: [x.of("l-1", 10)],
      });
    expect(told(revoked(null))).to.deep.equal([
      "Hủy việc tịch thu tang vật: đưa về tạm giữ 50, không còn để trả lại 10.",
      "The confiscation was revoked: back in custody 50, gone already 10.",
    ]);
    expect(told(revoked({ sanctionId: "d-2", decisionNumber: "13/QĐ" }))[0]).to.equal(
      "Việc tịch thu tang vật từ nay căn cứ vào quyết định thay thế.",
    );
  });
});

describe("what may be done next with a seizure", () => {
  const { decider, nextSteps } = seizure;
  const open = (...events: SeizureEvent[]): string[] => {
    const state = events.reduce(decider.evolve, decider.initial);
    if (state.status === "NONE") throw new Error("There is no seizure.");
    return nextSteps(state, commandMeta()).flatMap(({ name, refusal }) => (refusal ? [] : [name]));
  };
  const DISPOSALS = ["DestroyExhibits", "TransferExhibits", "SellExhibits"];
  const IN_CUSTODY = ["ExtendSeizure", "ReturnExhibits", "ConfiscateExhibits", "SplitExhibitLot", "MergeExhibitLots"];

  it("follows from what is held", () => {
    const one = x.seized([x.line("l-1")]);
    expect(open(one)).to.include.members([...IN_CUSTODY, "VoidSeizure"]);
    const confiscated = open(one, x.confiscated(100));
    expect(confiscated).to.include.members([...DISPOSALS, "RevokeConfiscation", "MoveExhibits"]);
    expect(confiscated).not.to.include.oneOf([...IN_CUSTODY, "VoidSeizure"]);
    const closed = open(one, x.returned(100));
    expect(closed).not.to.include.oneOf([...IN_CUSTODY, ...DISPOSALS, "MoveExhibits", "VoidSeizure"]);
    expect(closed).to.include.members(["CorrectInventory", "RecordExhibitDiscrepancy"]);
    expect(open(one, x.voided())).to.deep.equal(["TakeBackSeizureEntry"]);
  });

  it("is refused in words of what the seizure has come to", () => {
    const state = [x.seized([x.line("l-1")]), x.returned(100)].reduce(decider.evolve, decider.initial);
    if (state.status === "NONE") throw new Error("There is no seizure.");
    const extend = nextSteps(state, commandMeta()).find(({ name }) => name === "ExtendSeizure");
    expect(extend?.refusal?.message).to.deep.equal({
      vi: "Lần tạm giữ đã xử lý xong tang vật nên không làm được việc này.",
      en: "The seizure is closed: nothing is held any more; that does not allow this.",
    });
  });
});
