import { items, rows } from "../table.js";

/**
 * The inspections and checks of the scene, one a line: when they were decided, on which days they were on site, who led
 * (a key of the register, or a body by its name), whom they examined (H a household business, O an organisation,
 * U a unit), and how they went. The department coordinates in all but those that it leads itself. All of it is made up.
 */
export interface InspectionLine {
  readonly key: string;
  readonly decidedOn: string;
  readonly from: string;
  readonly to: string;
  readonly lead: string;
  readonly kind: string;
  readonly title: string;
  readonly targets: readonly string[];
  /** Names a course of ./inspectionCourses.ts. */
  readonly how: string;
  readonly note: string;
}

const COLUMNS = ["key", "days", "lead", "kind", "title", "targets", "how", "note"] as const;
const KINDS: Readonly<Record<string, string>> = {
  check: "CHECK",
  special: "SPECIALISED_INSPECTION",
  admin: "ADMINISTRATIVE_INSPECTION",
};

const inspectionLines = (text: string): InspectionLine[] =>
  rows(COLUMNS, text).map(({ days, kind, targets, ...line }) => {
    const [decidedOn = "", from = "", to = from] = days.split(" ").map((day) => `2019-${day}`);
    return { ...line, decidedOn, from, to, kind: KINDS[kind] ?? kind, targets: items(targets) };
  });

/** Recorded by the day of the report. */
export const INSPECTIONS: readonly InspectionLine[] = inspectionLines(`
  # September
  i01 | 09-04 09-05 09-06 | tp-thanh-hoa | check | Kiểm tra các cửa hàng sách, văn phòng phẩm đầu năm học | H Hiệu sách Tân Sơn, H Văn phòng phẩm Hạc Thành | check | Không phát hiện vi phạm; nhắc nhở lưu giữ hóa đơn, chứng từ.
  i02 | 09-05 09-09 09-10 | so-gddt | check | Kiểm tra việc sử dụng sách giáo khoa, sách tham khảo trong trường học | O Công ty cổ phần Thiết bị trường học Lam Kinh | check | Chưa phát hiện sách không rõ nguồn gốc trong các thư viện được kiểm tra.
  i03 | 09-09 09-10 | cong-an-tinh | check | Kiểm tra theo tin báo về nơi tập kết sách in lậu | H Hiệu sách Bình Minh | found | Phát hiện nhiều đầu sách in lậu, không có hóa đơn, chứng từ.
  i04 | 09-11 09-13 | tp-sam-son | check | Kiểm tra điểm bán sách báo, văn hóa phẩm ở khu du lịch biển | H Hiệu sách Hồng Đức | found | Phát hiện xuất bản phẩm không có hóa đơn, chứng từ.
  i05 | 09-12 09-17 | huyen-hoang-hoa | check | Kiểm tra liên ngành văn hóa - thông tin trên địa bàn huyện | H Hiệu sách Hồng Đức cơ sở Bút Sơn | found | Phát hiện xuất bản phẩm không có hóa đơn, chứng từ.
  i06 | 09-16 09-18 09-20 | so-vhttdl | special | Thanh tra hoạt động quảng cáo và tờ rơi, tờ gấp có tính chất xuất bản phẩm | O Công ty TNHH Quảng cáo Sao Mai | full | Chấp hành cơ bản đúng quy định; còn thiếu thông tin bắt buộc trên tờ gấp.
  i07 | 09-17 09-20 | huyen-tho-xuan | check | Kiểm tra các cửa hàng sách và dịch vụ phô tô | H Cửa hàng sách Thanh Tâm | found | Phát hiện xuất bản phẩm không có hóa đơn, chứng từ.
  i08 | 09-18 09-23 | so-cong-thuong | check | Kiểm tra hàng hóa là văn phòng phẩm, đồ dùng học tập | H Văn phòng phẩm Minh Khai | check | Hàng hóa có hóa đơn, chứng từ.
  i09 | 09-19 09-24 | tx-bim-son | check | Kiểm tra liên ngành văn hóa - thông tin trên địa bàn thị xã | H Nhà sách Ngọc Trạo | found | Phát hiện xuất bản phẩm không có hóa đơn, chứng từ.
  i10 | 09-23 09-25 | huyen-yen-dinh | check | Kiểm tra các điểm phô tô gần trường học | H Dịch vụ phô tô Quán Lào | check | Nhắc nhở việc sao chụp sách tham khảo; không thu giữ.
  i11 | 09-24 09-26 09-27 | cong-an-tinh | check | Kiểm tra điều kiện hoạt động của cơ sở in | O Công ty TNHH In và Bao bì Sông Chu | found | Phát hiện in xuất bản phẩm không có quyết định xuất bản và in vượt số lượng.
  i12 | 09-25 09-30 | huyen-nga-son | check | Kiểm tra các cửa hàng sách ở thị trấn | H Nhà sách Vân Thủy | found | Phát hiện xuất bản phẩm in lậu.
  i13 | 09-27 10-01 10-10 | thanh-tra-tinh | admin | Thanh tra việc chấp hành quy chế phát ngôn và cung cấp thông tin cho báo chí | U huyen-nhu-thanh | full | Có phân công người phát ngôn; việc cung cấp thông tin định kỳ chưa đều.
  i14 | 09-30 10-03 | huyen-quang-xuong | check | Kiểm tra các cửa hàng sách và văn hóa phẩm | H Hiệu sách Lưu Vệ | found | Phát hiện xuất bản phẩm không có hóa đơn, chứng từ.

  # October
  i15 | 10-02 10-07 | tp-thanh-hoa | check | Kiểm tra kho sách ở phường Đông Vệ | H Kho sách Đông Vệ | found | Phát hiện xuất bản phẩm in lậu trong kho.
  i16 | 10-03 10-08 | huyen-trieu-son | check | Kiểm tra hoạt động phát thanh của các đài truyền thanh xã và đại lý sách báo | H Đại lý sách báo Giắt | check | Không phát hiện vi phạm.
  i17 | 10-07 10-09 10-10 | so-y-te | check | Kiểm tra tờ rơi, ấn phẩm quảng cáo thuốc và thực phẩm chức năng | O Công ty cổ phần Dược phẩm Hàm Rồng | check | Đã yêu cầu bổ sung giấy xác nhận nội dung quảng cáo.
  i18 | 10-09 10-11 | huyen-vinh-loc | check | Kiểm tra điểm bán ấn phẩm ở khu di sản Thành Nhà Hồ | H Quầy lưu niệm Tây Đô | check | Ấn phẩm có nguồn gốc rõ ràng.
  i19 | 10-10 10-15 10-16 | so-khcn | check | Kiểm tra thiết bị và phần mềm ở các cơ sở in | O Công ty cổ phần In Báo Ba Đình | check | Không phát hiện vi phạm.
  i20 | 10-14 10-17 | huyen-hau-loc | check | Kiểm tra đại lý internet và điểm bán sách gần trường học | H Cửa hàng sách Phú Điền | check | Nhắc nhở; không phát hiện vi phạm.
  i21 | 10-16 10-18 | Cục Quản lý thị trường tỉnh Thanh Hóa | check | Kiểm tra kho hàng của doanh nghiệp phát hành sách | O Công ty cổ phần Sách và Thiết bị Đọi Sơn | found | Phát hiện nhiều đầu sách không có hóa đơn, chứng từ.
  i22 | 10-18 10-22 | huyen-nong-cong | check | Kiểm tra các cửa hàng sách và văn hóa phẩm | H Hiệu sách Chuối | late | Biên bản kiểm tra do huyện gửi về muộn.
  i23 | 10-22 10-24 | cong-an-tinh | check | Kiểm tra xe tải và kho trung chuyển chở sách | O Công ty TNHH Vận tải và Thương mại Bắc Nam Thanh | found | Phát hiện lô sách tham khảo không có hóa đơn, chứng từ.
  i24 | 10-24 10-28 | huyen-cam-thuy | check | Kiểm tra các cửa hàng sách, dịch vụ in ấn | H Dịch vụ in Cẩm Sơn | check | Không phát hiện vi phạm.
  i25 | 10-29 11-07 11-08 | huyen-ngoc-lac | check | Kiểm tra các cửa hàng sách trên địa bàn huyện | H Hiệu sách Ngọc Khê | found | Phát hiện xuất bản phẩm in lậu.

  # November, up to the day of the report
  i26 | 11-01 11-05 11-06 | cuc-thue-tinh | check | Kiểm tra hóa đơn, chứng từ của các hộ kinh doanh sách | H Hiệu sách Lê Lai, H Nhà sách Phan Chu Trinh | check | Có hóa đơn đầu vào; đã hướng dẫn kê khai.
  i27 | 11-06 11-12 | huyen-thach-thanh | check | Kiểm tra hàng hóa ở chợ thị trấn | H Các hộ kinh doanh chợ Kim Tân | found | Phát hiện một lô sách không có người nhận.

  # Led by the department itself, with bodies outside the register
  t01 | 09-10 09-12 09-13 | so-tttt | special | Thanh tra việc chấp hành pháp luật về hoạt động in | O Công ty TNHH In Tân Thanh | full | Chấp hành đúng giấy phép hoạt động in; chế độ báo cáo chưa đúng hạn.
  t02 | 10-08 10-10 | so-tttt | check | Kiểm tra việc thông báo địa điểm của văn phòng đại diện báo chí | O Văn phòng đại diện Tạp chí Doanh nhân Xứ Thanh | check | Có văn phòng chưa thông báo việc thay đổi trụ sở.
  t03 | 11-05 11-07 | so-tttt | check | Kiểm tra các cơ sở phát hành xuất bản phẩm | O Công ty cổ phần Phát hành sách Hàm Rồng | check | Không phát hiện vi phạm.

  # Entries that count for nothing: called off before anybody was told, and entered twice
  x01 | 10-21 10-29 | huyen-quan-hoa | check | Kiểm tra đại lý sách báo ở thị trấn | H Đại lý sách Hồi Xuân | cancelled | Đường bị sạt lở, hoãn sang năm sau.
  x02 | 09-19 09-24 | tx-bim-son | check | Kiểm tra liên ngành văn hóa - thông tin trên địa bàn thị xã Bỉm Sơn | H Nhà sách Ngọc Trạo | double | i09
`);

/** Recorded after that day; the first of them had been decided before it. */
export const LATER_INSPECTIONS: readonly InspectionLine[] = inspectionLines(`
  l01 | 11-06 11-08 | huyen-nhu-xuan | check | Kiểm tra điểm bán sách ở chợ thị trấn | H Quầy sách Yên Cát | very-late | Huyện gửi quyết định và biên bản kiểm tra về Sở sau khi đã tổng hợp báo cáo.
  a01 | 11-21 11-25 | huyen-dong-son | check | Kiểm tra các cơ sở in lịch và ấn phẩm dịp cuối năm | H Cơ sở in Rừng Thông | check | Không phát hiện vi phạm.
  a02 | 12-05 12-10 | so-vhttdl | check | Kiểm tra lịch, tranh ảnh dịp Tết | H Cửa hàng lịch Trần Phú | check | Lịch có giấy phép xuất bản.
`);
