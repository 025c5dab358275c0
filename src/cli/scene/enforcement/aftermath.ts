import { at } from "../calendar.js";
import { inspectorOf, type Step, step } from "../step.js";
import { LATE_CASES } from "./cases.js";
import { caseSteps, measures, orderedMeasures, sanctionLines, signerOf } from "./caseSteps.js";
import { inspectionSteps } from "./inspectionCourses.js";
import { LATER_INSPECTIONS } from "./inspections.js";
import { LATER_PAYMENTS } from "./payments.js";
import { caseOf, destroyed } from "./special.js";

/**
 * What came after 18 November 2019. What was entered late belongs to days of before, so today's figures of the same
 * period are others; what was annulled, replaced and amended counts on its own day, outside of it.
 */

const DEPARTMENT = inspectorOf("so-tttt");
const QUANG_XUONG = inspectorOf("huyen-quang-xuong");
const THACH_THANH = inspectorOf("huyen-thach-thanh");

export const laterEnforcement = (): Step[] => [
  ...LATER_INSPECTIONS.flatMap(inspectionSteps),
  ...LATE_CASES.flatMap((line) =>
    caseSteps(line, {
      on: "2019-11-28",
      number: "7",
      reason: "Huyện chuyển hồ sơ vụ việc về Sở sau khi đã tổng hợp báo cáo.",
    }),
  ),
  ...LATER_PAYMENTS,
  ...REPLACED,
  ...COMPLAINT,
  ...OTHERS,
];

/** The shop turned out to be a branch of a company: fined as a household, which is half of what it should have been. */
const REPLACED: readonly Step[] = [
  step(at("2019-12-03", "09:00"), QUANG_XUONG, "annulSanction", "k16", (idOf) => ({
    sanctionId: idOf("sanction:k16"),
    ground: "WRONG_SUBJECT",
    reason: "Hiệu sách là chi nhánh của công ty, không phải hộ kinh doanh.",
  })),
  step(
    at("2019-12-05", "10:00"),
    QUANG_XUONG,
    "addVerificationRecord",
    "k16",
    (idOf) => ({
      caseId: idOf("case:k16"),
      madeOn: "2019-12-05",
      madeBy: "Nguyễn Khắc Toàn",
      corrects: "Loại đối tượng vi phạm",
      parties: [
        {
          partyId: idOf("party:k16/HOUSEHOLD_BUSINESS"),
          kind: "ORGANISATION",
          name: "Chi nhánh Công ty TNHH Văn hóa phẩm Lưu Vệ",
          address: "Thị trấn Quảng Xương, huyện Quảng Xương",
        },
      ],
      reason: "Đối chiếu với giấy chứng nhận đăng ký hoạt động chi nhánh.",
    }),
    "case:k16",
  ),
  step(
    at("2019-12-09", "10:00"),
    QUANG_XUONG,
    "issueSanction",
    "k16 again",
    (idOf) => ({
      caseId: idOf("case:k16"),
      partyId: idOf("party:k16/ORGANISATION"),
      issuerId: idOf("unit:huyen-quang-xuong"),
      signer: signerOf("huyen-quang-xuong"),
      replacesId: idOf("sanction:k16"),
      lines: sanctionLines(caseOf("k16"), idOf, {
        "Phương pháp học Tiếng Anh": "4000000",
        "Ca dao xứ Thanh": "2000000",
      }),
      measures: measures(caseOf("k16"), idOf),
    }),
    "sanction:k16-again",
  ),
  step(at("2019-12-09", "10:20"), QUANG_XUONG, "revokeConfiscation", "k16", (idOf) => ({
    seizureId: idOf("seizure:k16"),
    sanctionId: idOf("sanction:k16"),
    carriedOverToId: idOf("sanction:k16-again"),
    revokedOn: "2019-12-09",
    reason: "Quyết định cũ bị hủy bỏ; quyết định thay thế vẫn tịch thu.",
  })),
  step(at("2019-12-10", "15:00"), QUANG_XUONG, "serveSanction", "k16 again", (idOf) => ({
    sanctionId: idOf("sanction:k16-again"),
    receivedOn: "2019-12-10",
  })),
  step(at("2019-12-17", "10:00"), QUANG_XUONG, "recordFineRefund", "k16", (idOf) => ({
    sanctionId: idOf("sanction:k16"),
    amount: "3000000",
    refundedOn: "2019-12-17",
    document: "Lệnh hoàn trả khoản thu ngân sách số 12 ngày 17/12/2019",
  })),
];

/** The company is right in part: it had papers for some of the copies, and the fine becomes smaller. */
const COMPLAINT: readonly Step[] = [
  step(
    at("2019-11-25", "09:00"),
    DEPARTMENT,
    "lodgeComplaint",
    "k5",
    (idOf) => ({
      sanctionId: idOf("sanction:k5"),
      stage: "FIRST",
      lodgedOn: "2019-11-25",
      lodgedBy: "Công ty cổ phần Sách và Thiết bị Đọi Sơn",
      grounds:
        "Công ty đã chủ động khai báo và nộp bổ sung chứng từ của một phần lô hàng; mức phạt chưa xét tình tiết này.",
    }),
    "sanction:k5",
  ),
  step(at("2019-12-02", "09:00"), DEPARTMENT, "acceptComplaint", "k5", (idOf) => ({
    sanctionId: idOf("sanction:k5"),
    complaintId: idOf("complaint:k5"),
    acceptedOn: "2019-12-02",
  })),
  step(at("2019-12-27", "14:00"), DEPARTMENT, "resolveComplaint", "k5", (idOf) => {
    const lines = sanctionLines(caseOf("k5"), idOf, { "Sách tham khảo Hóa học 12": "5500000" });
    return {
      sanctionId: idOf("sanction:k5"),
      complaintId: idOf("complaint:k5"),
      result: "AMENDED",
      resolvedOn: "2019-12-27",
      document: "Quyết định giải quyết khiếu nại số 05/QĐ-GQKN ngày 27/12/2019",
      reason: "Khiếu nại đúng một phần: có tình tiết giảm nhẹ chưa được xem xét.",
      amended: {
        lines: lines.map((one, index) => (index === 0 ? { ...one, circumstances: ["MITIGATING_COOPERATION"] } : one)),
        measures: orderedMeasures(caseOf("k5"), idOf),
      },
    };
  }),
  step(at("2020-01-15", "10:00"), DEPARTMENT, "recordFineRefund", "k5", (idOf) => ({
    sanctionId: idOf("sanction:k5"),
    amount: "2000000",
    refundedOn: "2020-01-15",
    document: "Lệnh hoàn trả khoản thu ngân sách số 02 ngày 15/01/2020",
  })),
];

const OTHERS: readonly Step[] = [
  step(at("2019-11-27", "10:40"), DEPARTMENT, "recordFineRefund", "k8", (idOf) => ({
    sanctionId: idOf("sanction:k8"),
    amount: "500000",
    refundedOn: "2019-11-27",
    document: "Lệnh hoàn trả khoản thu ngân sách số 10 ngày 27/11/2019",
  })),
  step(at("2019-11-20", "09:00"), THACH_THANH, "announceUnclaimedExhibits", "k14", (idOf) => ({
    seizureId: idOf("seizure:k14"),
    announcedOn: "2019-11-20",
    medium: "Đài Truyền thanh huyện; niêm yết tại trụ sở UBND thị trấn",
  })),
  step(at("2019-12-20", "14:00"), inspectorOf("tp-thanh-hoa"), "startFineEnforcement", "k6", (idOf) => ({
    sanctionId: idOf("sanction:k6"),
    measure: "ACCOUNT_DEDUCTION",
    startedOn: "2019-12-20",
    document: "Quyết định cưỡng chế số 03/QĐ-CC ngày 20/12/2019",
  })),
  destroyed("k2", "2019-12-19", "09:00", "tp-sam-son", "02/BB-TH"),
  destroyed("k15", "2019-12-24", "09:00", "huyen-nga-son", "03/BB-TH"),
];
