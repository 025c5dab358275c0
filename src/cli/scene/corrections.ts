import { at } from "./calendar.js";
import { clerkOf, PRESS_OFFICER, type Step, step } from "./step.js";

/** What was put right in the records, or added to them, up to the day of the report. */
export const CORRECTIONS: readonly Step[] = [
  step(at("2019-09-06", "09:10"), clerkOf("so-tnmt"), "amendVisit", "v04", (idOf) => ({
    visitId: idOf("visit:v04"),
    subject: "Tiến độ cấp giấy chứng nhận quyền sử dụng đất lần đầu và cấp đổi",
    reason: "Ghi thiếu nội dung làm việc.",
  })),
  // Moves the visit from one host to another: only the department may, as the first host would lose its own record.
  step(at("2019-09-25", "15:45"), PRESS_OFFICER, "amendVisit", "v18", (idOf) => ({
    visitId: idOf("visit:v18"),
    hostIds: [idOf("unit:so-khdt")],
    reason: "Sở Công Thương nhập thay: buổi làm việc diễn ra tại Sở Kế hoạch và Đầu tư.",
  })),
  step(at("2019-10-21", "10:20"), clerkOf("huyen-thuong-xuan"), "amendVisit", "v46", (idOf) => ({
    visitId: idOf("visit:v46"),
    reporterIds: [idOf("reporter:khac-dung"), idOf("reporter:thi-oanh")],
    documents: [
      { reporterId: idOf("reporter:khac-dung"), kind: "PRESS_CARD" },
      { reporterId: idOf("reporter:thi-oanh"), kind: "INTRODUCTION_LETTER", number: "214/GGT-NNVN" },
    ],
    reason: "Ghi thiếu một phóng viên cùng đi.",
  })),
  step(at("2019-10-18", "08:50"), PRESS_OFFICER, "judgeVisitDuplicate", "v45", (idOf) => ({
    visitId: idOf("visit:v45"),
    otherVisitId: idOf("visit:v43"),
    verdict: "DISTINCT",
    reason: "Hai buổi làm việc về hai nội dung khác nhau trong hai ngày liên tiếp.",
  })),
  step(at("2019-10-29", "16:10"), clerkOf("huyen-hau-loc"), "amendVisit", "v53", (idOf) => ({
    visitId: idOf("visit:v53"),
    topic: "AGRICULTURE",
    reason: "Chọn nhầm lĩnh vực: nội dung chính là nuôi trồng thủy sản.",
  })),
  step(at("2019-09-13", "16:00"), clerkOf("huyen-muong-lat"), "reportObstacle", "v05", (idOf) => ({
    visitId: idOf("visit:v05"),
    description: "Phóng viên phản ánh một số bản chưa có sóng điện thoại, khó gửi tin, ảnh về tòa soạn.",
  })),
  item("v07", "2019-09-12", "Sầm Sơn sau một mùa du lịch"),
  item("v22", "2019-09-27", "Pù Luông giữ rừng, đón khách"),
  item("v40", "2019-10-18", "Giữ bình yên cho dòng sông Mã"),
  item("v58", "2019-11-04", "Nghi Sơn: giám sát môi trường từ nguồn thải"),
];

/** Addresses of a domain that is kept free for examples: nobody is quoted with what they never wrote. */
function item(visit: string, publishedOn: string, title: string): Step {
  return step(at(publishedOn, "17:00"), PRESS_OFFICER, "linkPressItem", visit, (idOf) => ({
    visitId: idOf(`visit:${visit}`),
    url: `https://bao.example.vn/${publishedOn}/${visit}`,
    title,
    publishedOn,
  }));
}
