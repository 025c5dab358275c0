import { expect } from "chai";
import { type InspectionEvent, inspectionEvents, inspectionHistory } from "../../../src/domain/inspection/events.js";
import type { Inspection } from "../../../src/domain/inspection/inspection.js";
import { inspection } from "../../../src/domain/inspection/record.js";
import { isNone, sentenceOf } from "../../../src/domain/kernel/history.js";
import { commandMeta } from "../../support/given.js";
import * as i from "./facts.js";

function after(...events: InspectionEvent[]): Inspection {
  const state = events.reduce(inspectionHistory.evolve, { status: "NONE" });
  return isNone(state) ? expect.fail("no event begins it") : state;
}
const said = ({ type, data }: InspectionEvent) => sentenceOf(inspectionEvents[type], data);

describe("the words of an inspection", () => {
  const refusal = (name: string, state: Inspection) =>
    inspection.nextSteps(state, commandMeta()).find((next) => next.name === name)?.refusal;

  it("call a check a check, and an inspection an inspection, and say what comes next", () => {
    expect(refusal("StartFieldwork", after(i.decided({ kind: "CHECK" })))?.message).to.deep.equal({
      vi: "Cuộc kiểm tra đã có quyết định, chưa công bố nên không làm được việc này. Việc tiếp theo: công bố quyết định.",
      en: "The check is decided and not announced yet; that does not allow this. Next: announce the decision.",
    });
    expect(refusal("StartFieldwork", after(i.planned()))?.message).to.deep.equal({
      vi:
        "Cuộc thanh tra đã có trong kế hoạch, chưa có quyết định nên không làm được việc này. " +
        "Việc tiếp theo: ban hành quyết định thanh tra, kiểm tra.",
      en: "The inspection is planned and not decided yet; that does not allow this. Next: issue the decision to inspect.",
    });
  });

  it("offer the decision for what is planned, and for nothing else that is there", () => {
    expect(refusal("DecideInspection", after(i.planned()))).to.equal(undefined);
    const { code, path } = refusal("DecideInspection", after(i.decided())) ?? expect.fail("it may be decided again");
    expect([code, path]).to.deep.equal(["INSPECTION_STATUS_FORBIDS", ["plannedInspectionId"]]);
    expect(inspection.nextSteps(after(i.decided()), commandMeta()).map(({ name }) => name)).not.to.include.members([
      "PlanInspection",
      "Reinspect",
    ]);
  });

  it("tell numbers, days and the kind, each language in its own way", () => {
    expect(said(i.decided())).to.deep.equal({
      vi: "Ban hành quyết định thanh tra chuyên ngành số 45/QĐ-STTTT ngày 03/9/2019.",
      en: "It was decided (specialised inspection): decision 45/QĐ-STTTT of 3 September 2019.",
    });
    expect(said(i.planned({ kind: "CHECK" })).vi).to.equal(
      "Đưa một cuộc kiểm tra vào kế hoạch (KH 01/KH-STTTT), dự kiến từ ngày 05/9/2019.",
    );
    const forms = ["PORTAL", "POSTING"] as const;
    expect(said(i.event("InspectionConclusionPublished", { forms, address: null })).vi).to.equal(
      "Công khai kết luận: đăng trên cổng thông tin điện tử, niêm yết tại trụ sở.",
    );
  });

  it("name units of the register, and nobody outside it, who may be a person", () => {
    const made = (unitId: string | null, name: string): InspectionEvent =>
      i.event("InspectionRecommendationMade", {
        ...{ recommendationId: "r-1", findingId: null, what: "Chấn chỉnh", dueOn: "2019-10-10" },
        addressee: { unitId, name },
      });
    expect(said(made("u-culture", "Sở Văn hóa")).vi).to.equal(
      "Kiến nghị với Sở Văn hóa, thực hiện trước hết ngày 10/10/2019.",
    );
    const assigned = { state: "ASSIGNED", note: null, assignee: { unitId: null, name: "Nguyễn Văn Sách" } } as const;
    for (const event of [
      made(null, "Nguyễn Văn Sách"),
      i.event("InspectionRecommendationProgressed", { recommendationId: "r-1", ...assigned }),
    ]) {
      expect(Object.values(said(event)).join()).not.to.include("Sách");
    }
  });
});
