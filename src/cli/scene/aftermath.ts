import { at } from "./calendar.js";
import { PRESS_OFFICER, type Step, step } from "./step.js";
import { visitLines, type VisitLine } from "./visits.js";

/**
 * What came after 18 November 2019. The first two lines and the void speak of visits of before, so today's figure of the
 * same period is another one; the other visits lie outside of it.
 */
export const LATER_VISITS: readonly VisitLine[] = visitLines(`
  l01 | 10-17 09:00 | huyen-tho-xuan | ngoc-hieu, thi-quyen | AGRICULTURE | Vùng nguyên liệu mía và đời sống người trồng mía | late | @11-25 Sổ trực của huyện chuyển lên muộn, khi đối chiếu mới phát hiện.
  l02 | 11-14 14:00 | so-noi-vu | van-thang | ADMINISTRATION | Tuyển dụng công chức và thi nâng ngạch | late | @12-02 Cán bộ được giao nhập dữ liệu nghỉ phép.
  a01 | 11-20 08:30 | so-gddt | thi-nhan, xuan-loc | EDUCATION | Kỷ niệm Ngày Nhà giáo Việt Nam | oral |
  a02 | 11-26 09:00 | huyen-nga-son | thi-oanh | AGRICULTURE | Cây cói và làng nghề trước vụ Tết | oral |
  a03 | 12-03 08:30 | so-y-te | ha-mo | HEALTH | Phòng chống dịch bệnh mùa đông xuân | written |
  a04 | 12-11 08:00 | tp-sam-son | hai-nam | CULTURE_AND_TOURISM | Chương trình chào năm mới ở quảng trường biển | oral |
  a05 | 12-12 14:00 | tp-sam-son | hai-nam | CULTURE_AND_TOURISM | Chương trình chào năm mới ở quảng trường biển | oral |
`);

export const LATER_STEPS: readonly Step[] = [
  // One in, one out: the units' figures change, the province's does not.
  step(at("2019-12-04", "09:30"), PRESS_OFFICER, "amendVisit", "v67", (idOf) => ({
    visitId: idOf("visit:v67"),
    hostIds: [idOf("unit:so-cong-thuong"), idOf("unit:huyen-dong-son")],
    reason: "Đơn vị chủ trì buổi làm việc là Sở Công Thương.",
  })),
  step(at("2019-12-10", "15:00"), PRESS_OFFICER, "voidVisit", "v60", (idOf) => ({
    visitId: idOf("visit:v60"),
    reason: "Ghi nhầm: phóng viên dự hội nghị theo giấy mời, không phải đến tác nghiệp.",
  })),
];
