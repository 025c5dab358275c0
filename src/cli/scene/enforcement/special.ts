import { at } from "../calendar.js";
import { inspectorOf, type Step, step } from "../step.js";
import { CASES } from "./cases.js";
import { orderedMeasures, sanctionLines } from "./caseSteps.js";

/** What some of the cases have besides, up to the day of the report. */

const chief = inspectorOf("so-tttt");

export const caseOf = (key: string): (typeof CASES)[number] => {
  const line = CASES.find((one) => one.key === key);
  if (!line) throw new Error(`The scene has no case ${key}.`);
  return line;
};

export const SPECIAL_STEPS: readonly Step[] = [
  // The frame of the printer's act goes up to 40 million đồng, so it may explain; the time for the decision is longer.
  step(at("2019-10-01", "14:00"), chief, "submitExplanation", "k3", (idOf) => ({
    caseId: idOf("case:k3"),
    partyId: idOf("party:k3/ORGANISATION"),
    form: "WRITTEN",
    submittedOn: "2019-10-01",
    summary: "Công ty thừa nhận chưa có quyết định xuất bản; đề nghị xem xét mức phạt vì vi phạm lần đầu.",
  })),
  // The city hands the case on: the lorry served shops in several districts.
  step(at("2019-10-25", "09:00"), inspectorOf("tp-thanh-hoa"), "transferCase", "k8", (idOf) => ({
    caseId: idOf("case:k8"),
    toUnitId: idOf("unit:so-tttt"),
    transferredOn: "2019-10-25",
    reason: "Vụ việc liên quan nhiều địa bàn; chuyển Thanh tra Sở Thông tin và Truyền thông xử lý theo thẩm quyền.",
  })),
  step(at("2019-10-29", "10:00"), chief, "countExhibits", "k8", (idOf) => ({
    seizureId: idOf("seizure:k8"),
    counts: [{ lineId: idOf("line:k8/Luyện thi trung học phổ thông Ngữ văn"), copies: 308 }],
    difference: "DISCREPANCY",
    countedOn: "2019-10-29",
    minutesNumber: "03/BB-KĐ",
    reason: "Hai bản thiếu khi bàn giao giữa hai kho; đã lập biên bản xác định trách nhiệm.",
  })),
  step(at("2019-10-07", "10:30"), inspectorOf("tx-bim-son"), "amendSanction", "k9", (idOf) => ({
    sanctionId: idOf("sanction:k9"),
    lines: sanctionLines(caseOf("k9"), idOf, { "Văn mẫu lớp 6": "1000000" }),
    measures: orderedMeasures(caseOf("k9"), idOf),
    reason: "Chưa xem xét tình tiết giảm nhẹ; mức phạt trung bình của khung.",
  })),
  destroyed("k1", "2019-11-12", "09:00", "so-tttt", "01/BB-TH"),
  // The lot of the market is kept on while its owner is sought.
  step(at("2019-11-18", "09:00"), inspectorOf("huyen-thach-thanh"), "extendSeizure", "k14", (idOf) => ({
    seizureId: idOf("seizure:k14"),
    extension: "ORDINARY",
    decisionNumber: "02/QĐ-GHTG",
    extendedOn: "2019-11-18",
    reason: "Chưa xác định được chủ sở hữu.",
  })),
];

/** Everything that a decision confiscated, before a council. */
export function destroyed(key: string, day: string, time: string, unit: string, minutesNumber: string): Step {
  const { acts } = caseOf(key);
  return step(at(day, time), inspectorOf(unit), "destroyExhibits", key, (idOf) => ({
    seizureId: idOf(`seizure:${key}`),
    sanctionId: idOf(`sanction:${key}`),
    lines: acts
      .filter(({ code, title }) => code !== "" && title !== "")
      .map(({ title, copies }) => ({ lineId: idOf(`line:${key}/${title}`), copies })),
    council: ["Lê Khả Tuân", "Phạm Thị Duyên", "Ngô Đình Phúc"],
    minutesNumber,
    method: "Nghiền, tái chế giấy",
    destroyedOn: day,
  }));
}
