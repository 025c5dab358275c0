import { expect } from "chai";
import { pressItemHistory, type PressItemEvent } from "../../src/domain/pressItem/events.js";
import {
  addressKey,
  type PressItem,
  type PressItemAssignment,
  verdictOn,
} from "../../src/domain/pressItem/pressItem.js";
import { pressItemOwes } from "../../src/domain/pressItem/owes.js";
import { isNone, NONE, type None } from "../../src/domain/kernel/history.js";

const occurredAt = "2024-06-03T03:00:00.000Z";
const pressItemId = "item";

function itemAfter(...events: readonly PressItemEvent[]): PressItem {
  const state = events.reduce<PressItem | None>((before, event) => pressItemHistory.evolve(before, event), NONE);
  if (isNone(state)) throw new Error("It has not begun.");
  return state;
}
const captured: PressItemEvent = {
  type: "PressItemCaptured",
  occurredAt,
  data: {
    ...{
      pressItemId,
      title: "Thiếu thuốc",
      agencyId: "agency",
      outletName: "Báo A",
      reporterId: null,
      authorName: null,
    },
    ...{ medium: "ONLINE", publishedOn: "2024-06-02", issue: null, page: null, timeCode: null, section: null },
    ...{ addresses: [], topic: "HEALTH", unitIds: ["health"], visitId: null },
  },
};
const assigned = (more: Partial<PressItemAssignment> = {}): PressItemEvent => ({
  type: "PressItemAssigned",
  occurredAt,
  data: {
    ...{ pressItemId, unitId: "health", unitName: "Sở Y tế", assignedAt: occurredAt, source: "ASSIGNING_PAPER" },
    ...{ paper: "1/UBND", instruction: null, dueOn: "2024-06-14", dueAt: null, rule: null, unitRuleId: null },
    ...{ acknowledgeBy: "2024-06-05", acknowledgedAt: null, extensions: [], handledOn: null, handledAt: null },
    ...more,
  },
});
const acknowledged: PressItemEvent = { type: "PressItemAcknowledged", occurredAt, data: { pressItemId } };
const asked: PressItemEvent = {
  type: "PressItemCorrectionRequested",
  occurredAt,
  data: {
    ...{ pressItemId, requestId: "request", kind: "CORRECTION", document: "5/SYT", conclusion: "3/KL" },
    ...{ sentOn: "2024-06-07", answerBy: "2024-06-12", outcome: "PENDING", answeredOn: null, publishedAt: null },
    ...{ place: null, answer: null },
  },
};

describe("press item", () => {
  it("owes its acknowledgement by the day that was set, and its handling by the deadline", () => {
    const common = { unitIds: ["health"], since: "2024-06-03", rule: null };
    const handling = { kind: "PRESS_ITEM_HANDLING", ...common, by: "2024-06-14" };
    expect(pressItemOwes(itemAfter(captured))).to.deep.equal([]);
    expect(pressItemOwes(itemAfter(captured, assigned()))).to.deep.equal([
      { kind: "PRESS_ITEM_ACKNOWLEDGEMENT", ...common, by: "2024-06-05" },
      handling,
    ]);
    expect(pressItemOwes(itemAfter(captured, assigned(), acknowledged))).to.deep.equal([handling]);
    const dueAt = "2024-06-04T03:00:00.000Z";
    const urgent = itemAfter(captured, assigned({ dueOn: null, dueAt, acknowledgeBy: null }));
    expect(pressItemOwes(urgent)).to.deep.equal([{ ...handling, by: dueAt }]);
  });

  it("owes nothing as a reprint; of what a press agency is asked, the unit awaits the answer", () => {
    const joined: PressItemEvent = { type: "PressItemJoined", occurredAt, data: { pressItemId, headId: "head" } };
    expect(pressItemOwes(itemAfter(captured, assigned(), joined))).to.deep.equal([]);
    const answer = { kind: "PRESS_REQUEST_ANSWER", partId: "request", unitIds: ["health"], since: "2024-06-07" };
    expect(pressItemOwes(itemAfter(captured, assigned(), acknowledged, asked))).to.deep.equal([
      { ...answer, by: "2024-06-12", rule: null },
    ]);
    const published: PressItemEvent = {
      type: "PressItemRequestPublished",
      occurredAt,
      data: {
        ...{ pressItemId, requestId: "request", kind: "CORRECTION", answeredOn: "2024-06-10" },
        ...{ publishedAt: null, place: null, answer: null },
      },
    };
    expect(pressItemOwes(itemAfter(captured, assigned(), acknowledged, asked, published))).to.deep.equal([]);
  });

  it("has the verdict that its claims have", () => {
    expect(verdictOn(["TRUE", "TRUE"])).to.equal("TRUE");
    expect(verdictOn(["TRUE", "FALSE"])).to.equal("PARTLY");
    expect(verdictOn(["PARTLY", "UNDETERMINED"])).to.equal("PARTLY");
    expect(verdictOn(["FALSE", "UNDETERMINED"])).to.equal("UNDETERMINED");
    expect(verdictOn(["FALSE"])).to.equal("FALSE");
  });

  it("is at one address however that is written", () => {
    expect(addressKey("https://www.Tin.vn/Bai-1/?utm_source=x#top")).to.equal("tin.vn/Bai-1");
    expect(addressKey("http://m.tin.vn/Bai-1")).to.equal("tin.vn/Bai-1");
    expect(addressKey("https://tin.vn/?id=7&fbclid=q")).to.equal("tin.vn?id=7");
    expect(addressKey("https://tin.vn/?id=8")).to.not.equal(addressKey("https://tin.vn/?id=7"));
  });
});
